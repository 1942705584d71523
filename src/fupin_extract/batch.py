"""Many texts: lazily, in order, on as many processes as wanted, a failure kept with the text it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

from .days import Day
from .extractor import extract
from .parallel import Work, count_processes, run

if TYPE_CHECKING:
    from .records import Document
    from .taggers import Tagger

Item = str | tuple[object, str] | tuple[object, str, Day]
"""A text, or a pair of its id and the text, or these with its publication date."""
_Job = tuple[object, str, Day]
CHUNK = 16
"""How many texts a process gets at once."""


class Extraction(NamedTuple):
    """What came of one text: its id (its position, where none was given), and its document or why there is none."""

    id: object
    document: Document | None
    error: str | None = None


_Found = tuple[Extraction, Exception | None]


def extract_many(
    texts: Iterable[Item],
    *,
    n_process: int = 1,
    errors: Literal["raise", "record"] = "raise",
    progress: bool = False,
    start_method: str | None = None,
    tagger: Tagger | None = None,
) -> Iterator[Extraction]:
    """Yield what each text states, in the order of the texts, reading no further ahead than the processes need.

    Args:
        texts: any iterable, endless too, of texts, pairs ``(id, text)`` or triples ``(id, text, published)``.
        n_process: how many processes read; 0 for as many as the machine has cores. Their results are the same.
        errors: ``raise`` what one text raises when its turn comes; ``record`` it with its id and go on.
        progress: show a bar (extra ``cli``); it works in terminals and notebooks.
        start_method: ``fork``, ``spawn`` or ``forkserver`` for the processes; None for that of the platform.
        tagger: as for `extract`; each process is sent it once.

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
    if errors not in ("raise", "record"):
        raise ValueError(f"errors is 'raise' or 'record', not {errors!r}")
    alone = count_processes(n_process) == 1
    jobs = (_job(position, item) for position, item in enumerate(texts))
    work = Work(partial(_portion, tagger=tagger), apart=_apart, together=_together, lost=_lost)
    portions = run(work, _portions(jobs, 1 if alone else CHUNK), n_process=n_process, start_method=start_method)
    found = (one for portion in portions for one in portion)
    return _told(_with_bar(found, texts) if progress else found, raises=errors == "raise")


def _job(position: int, item: Item) -> _Job:
    if not isinstance(item, tuple):
        return position, item, None
    name, text, *rest = item
    return name, text, rest[0] if rest else None


def _portions(jobs: Iterator[_Job], size: int) -> Iterator[list[_Job]]:
    while portion := list(islice(jobs, size)):
        yield portion


def _portion(jobs: Sequence[_Job], tagger: Tagger | None) -> list[_Found]:
    return [_one(job, tagger) for job in jobs]


def _one(job: _Job, tagger: Tagger | None) -> _Found:
    name, text, published = job
    try:
        return Extraction(name, extract(text, published=published, tagger=tagger)), None
    except Exception as error:  # what a text raises belongs to it alone
        return Extraction(name, None, f"{type(error).__name__}: {error}"), error


def _apart(jobs: list[_Job]) -> list[list[_Job]]:
    return [[job] for job in jobs]


def _together(found: list[list[_Found]]) -> list[_Found]:
    return [one for portion in found for one in portion]


def _lost(jobs: list[_Job]) -> list[_Found]:
    """Return what stands for a text over which its process died."""
    error = RuntimeError(f"a process died over the text {jobs[0][0]!r}")
    return [(Extraction(jobs[0][0], None, f"RuntimeError: {error}"), error)]


def _told(found: Iterable[_Found], *, raises: bool) -> Iterator[Extraction]:
    for extraction, error in found:
        if error is not None and raises:
            raise error
        yield extraction


def _with_bar(found: Iterable[_Found], texts: Iterable[Item]) -> Iterable[_Found]:
    try:
        from tqdm.auto import tqdm
    except ImportError as error:
        raise ImportError("progress=True needs tqdm: pip install 'fupin-extract[cli]'") from error
    bar: Iterable[_Found] = tqdm(found, total=len(texts) if isinstance(texts, Sequence) else None, unit="text")
    return bar
