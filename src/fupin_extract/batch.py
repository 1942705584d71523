"""Many texts: lazily, in order, on as many processes as wanted, a failure kept with the text it belongs to."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, Literal, NamedTuple

from .extractor import extract

if TYPE_CHECKING:
    from .records import Document

Item = str | tuple[object, str] | tuple[object, str, date | None]
"""A text, or a pair of its id and the text, or these with its publication date."""
_Job = tuple[object, str, date | None]
CHUNK = 16
"""How many texts a process gets at once."""
_AHEAD = 3
"""How many such portions wait for each process: what bounds the memory on an endless iterator."""


class Extraction(NamedTuple):
    """What came of one text: its id (its position, where none was given), and its document or why there is none."""

    id: object
    document: Document | None
    error: str | None = None


def extract_many(
    texts: Iterable[Item],
    *,
    n_process: int = 1,
    errors: Literal["raise", "record"] = "raise",
    progress: bool = False,
    start_method: str | None = None,
) -> Iterator[Extraction]:
    """Yield what each text states, in the order of the texts, reading no further ahead than the processes need.

    Args:
        texts: any iterable, endless too, of texts, pairs ``(id, text)`` or triples ``(id, text, published)``.
        n_process: how many processes read; 0 for as many as the machine has cores. Their results are the same.
        errors: ``raise`` what one text raises when its turn comes; ``record`` it with its id and go on.
        progress: show a bar (extra ``cli``); it works in terminals and notebooks.
        start_method: ``fork``, ``spawn`` or ``forkserver`` for the processes; None for that of the platform.

    Raises:
        ValueError: ``n_process`` is negative or ``errors`` is neither word.
        TypeError: an item is neither a text nor a pair or triple with one (``raise``).
        RuntimeError: a process died over a text (``raise``); others are tried again before that.

    >>> for found in extract_many([("a", "甘谷县脱贫5户。"), ("b", "今年无大事。")]):
    ...     print(found.id, [q.text for q in found.document.quantities], found.error)
    a ['5户'] None
    b [] None
    >>> [found.error for found in extract_many(["甘谷县脱贫5户。", None], errors="record")]
    [None, 'TypeError: extract() reads a str, not NoneType; decode bytes first']
    """
    if n_process < 0:
        raise ValueError(f"n_process is a count of processes, not {n_process}")
    if errors not in ("raise", "record"):
        raise ValueError(f"errors is 'raise' or 'record', not {errors!r}")
    jobs = (_job(position, item) for position, item in enumerate(texts))
    count = n_process or os.cpu_count() or 1
    found = map(_one, jobs) if count == 1 else _on_processes(jobs, count, start_method)
    return _told(_with_bar(found, texts) if progress else found, raises=errors == "raise")


def _job(position: int, item: Item) -> _Job:
    if not isinstance(item, tuple):
        return position, item, None
    name, text, *rest = item
    return name, text, rest[0] if rest else None


def _one(job: _Job) -> tuple[Extraction, Exception | None]:
    name, text, published = job
    try:
        return Extraction(name, extract(text, published=published)), None
    except Exception as error:  # what a text raises belongs to it alone
        return Extraction(name, None, f"{type(error).__name__}: {error}"), error


def _portion(jobs: Sequence[_Job]) -> list[tuple[Extraction, Exception | None]]:
    return [_one(job) for job in jobs]


def _told(found: Iterable[tuple[Extraction, Exception | None]], *, raises: bool) -> Iterator[Extraction]:
    for extraction, error in found:
        if error is not None and raises:
            raise error
        yield extraction


def _with_bar(
    found: Iterable[tuple[Extraction, Exception | None]], texts: Iterable[Item]
) -> Iterable[tuple[Extraction, Exception | None]]:
    try:
        from tqdm.auto import tqdm
    except ImportError as error:
        raise ImportError("progress=True needs tqdm: pip install 'fupin-extract[cli]'") from error
    bar: Iterable[tuple[Extraction, Exception | None]] = tqdm(
        found, total=len(texts) if isinstance(texts, Sequence) else None, unit="text"
    )
    return bar


class _Pool:
    """Processes that are replaced when one of them dies."""

    def __init__(self, count: int, start_method: str | None) -> None:
        self.count, self.context = count, get_context(start_method)
        self.executor = ProcessPoolExecutor(count, self.context)

    def submit(self, jobs: Sequence[_Job]) -> Future[list[tuple[Extraction, Exception | None]]]:
        try:
            return self.executor.submit(_portion, jobs)
        except BrokenProcessPool:
            self.replace()
            return self.executor.submit(_portion, jobs)

    def replace(self) -> None:
        self.close()
        self.executor = ProcessPoolExecutor(self.count, self.context)

    def close(self) -> None:
        self.executor.shutdown(wait=False, cancel_futures=True)


def _on_processes(
    jobs: Iterator[_Job], count: int, start_method: str | None
) -> Iterator[tuple[Extraction, Exception | None]]:
    pool = _Pool(count, start_method)
    waiting: deque[tuple[list[_Job], Future[list[tuple[Extraction, Exception | None]]]]] = deque()
    try:
        while True:
            while len(waiting) < count * _AHEAD and (portion := list(islice(jobs, CHUNK))):
                waiting.append((portion, pool.submit(portion)))
            if not waiting:
                return
            portion, future = waiting.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                pool.replace()
                yield from _one_by_one(pool, portion)  # alone, so that the text that kills is known
                waiting = deque((held, f if _is_done(f) else pool.submit(held)) for held, f in waiting)
    finally:
        pool.close()


def _is_done(future: Future[list[tuple[Extraction, Exception | None]]]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _one_by_one(pool: _Pool, jobs: Sequence[_Job]) -> Iterator[tuple[Extraction, Exception | None]]:
    """Yield what comes of each text of a portion over which a process died, so that only the one that kills it is lost."""
    for job in jobs:
        try:
            yield from pool.submit([job]).result()
        except BrokenProcessPool:
            pool.replace()
            error = RuntimeError(f"a process died over the text {job[0]!r}")
            yield Extraction(job[0], None, f"RuntimeError: {error}"), error
