"""Work on processes: portion by portion, lazily, in order; a process that dies costs one piece of its portion at most."""

from __future__ import annotations

import os
import signal
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

P = TypeVar("P")
R = TypeVar("R")

_AHEAD = 3
"""How many portions wait for each process; this bounds the memory on an endless iterator."""


@dataclass(frozen=True)
class Work(Generic[P, R]):
    """What is done to a portion, and how one over which a process died is done again piece by piece.

    ``do`` is sent to each process once and must be picklable for start methods other than ``fork``; the others are
    called in the process of the caller.
    """

    do: Callable[[P], R]
    apart: Callable[[P], list[P]]
    """A portion as portions of one piece each."""
    together: Callable[[list[R]], R]
    """The results of the pieces as that of the portion."""
    lost: Callable[[P], R]
    """What stands for the result of a piece over which a process died."""


def count_processes(n_process: int) -> int:
    """Return how many processes are meant: 0 is as many as the machine has cores.

    Raises:
        ValueError: the count is negative.
    """
    if n_process < 0:
        raise ValueError(f"n_process is a count of processes, not {n_process}")
    return n_process or os.cpu_count() or 1


def run(work: Work[P, R], portions: Iterable[P], *, n_process: int = 1, start_method: str | None = None) -> Iterator[R]:
    """Yield the result of each portion in order, reading no further ahead than the processes need.

    Args:
        work: what is done.
        portions: any iterable, endless too.
        n_process: how many processes work; 0 for as many as the machine has cores, 1 for the caller's own.
        start_method: ``fork``, ``spawn`` or ``forkserver``; None for that of the platform.
    """
    count = count_processes(n_process)
    return map(work.do, portions) if count == 1 else _on_processes(work, iter(portions), count, start_method)


_do: Callable[[Any], Any]


def _start(do: Callable[[Any], Any]) -> None:
    """Make a process ready: it knows its work, and leaves Ctrl-C to its parent."""
    global _do
    _do = do
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _done(portion: Any) -> Any:
    return _do(portion)


class _Pool(Generic[P, R]):
    """Processes that are replaced when one of them dies."""

    def __init__(self, do: Callable[[P], R], count: int, start_method: str | None) -> None:
        self.do, self.count, self.context = do, count, get_context(start_method)
        self.executor = self._started()

    def _started(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.count, self.context, initializer=_start, initargs=(self.do,))

    def submit(self, portion: P) -> Future[R]:
        try:
            return self.executor.submit(_done, portion)
        except BrokenProcessPool:
            self.replace()
            return self.executor.submit(_done, portion)

    def replace(self) -> None:
        self.close()
        self.executor = self._started()

    def close(self) -> None:
        self.executor.shutdown(wait=False, cancel_futures=True)


def _on_processes(work: Work[P, R], portions: Iterator[P], count: int, start_method: str | None) -> Iterator[R]:
    """Yield the results in the order of the portions; a portion that ends its process is done again, piece by piece."""
    pool = _Pool(work.do, count, start_method)
    waiting: deque[tuple[P, Future[R]]] = deque()
    try:
        while True:
            for portion in islice(portions, max(0, count * _AHEAD - len(waiting))):
                waiting.append((portion, pool.submit(portion)))
            if not waiting:
                return
            portion, future = waiting.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                pool.replace()
                yield work.together([_alone(pool, piece, work) for piece in work.apart(portion)])
                waiting = deque((held, f if _is_done(f) else pool.submit(held)) for held, f in waiting)
    finally:
        pool.close()


def _is_done(future: Future[R]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _alone(pool: _Pool[P, R], piece: P, work: Work[P, R]) -> R:
    """Return what comes of one piece by itself, so that only the one that kills its process is lost."""
    try:
        return pool.submit(piece).result()
    except BrokenProcessPool:
        pool.replace()
        return work.lost(piece)
