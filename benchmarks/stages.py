"""What each stage of the flow takes, in the flow itself: `fupin_extract.extractor` with a stopwatch at every step.

Stages share what they read of a text (the words of its clauses, the names of its places), and the first to ask pays: only
in the flow is a stage's time its own. The stopwatch stands outside the library and costs it nothing otherwise.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from functools import wraps
from inspect import isfunction
from typing import TYPE_CHECKING, Any

from fupin_extract import extractor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from fupin_extract.taggers import Tagger

REST = "the rest: the document itself"


class Stopwatch:
    """The CPU time of functions, each without what the others took inside it."""

    def __init__(self) -> None:
        self.own: dict[str, float] = {}
        self._inside: list[float] = []

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that does the same and is timed under a name."""

        @wraps(function)
        def run(*args: Any, **kwargs: Any) -> Any:
            self._inside.append(0.0)
            start = time.process_time()
            try:
                return function(*args, **kwargs)
            finally:
                took = time.process_time() - start
                self.own[name] = self.own.get(name, 0.0) + took - self._inside.pop()
                if self._inside:
                    self._inside[-1] += took

        return run


def steps() -> dict[str, Callable[..., Any]]:
    """Return the functions of other modules that the flow calls, by name, and those of its own that look at records."""
    own = {"drop_dated", "part_names"}
    return {
        name: value
        for name, value in vars(extractor).items()
        if isfunction(value)
        and value.__module__.startswith("fupin_extract.")
        and (value.__module__ != extractor.__name__ or name in own)
    }


@contextmanager
def watched(watch: Stopwatch) -> Iterator[None]:
    """Put the stopwatch at every step of the flow for a while."""
    before = steps()
    for name, function in before.items():
        setattr(extractor, name, watch.timed(name, function))
    try:
        yield
    finally:
        for name, function in before.items():
            setattr(extractor, name, function)


def stages(texts: Sequence[str], tagger: Tagger | None = None) -> dict[str, float]:
    """Return the CPU seconds of each step over all texts, the dearest first, and of the rest of the flow."""
    watch = Stopwatch()
    finder = watch.timed("tagger", tagger) if tagger else None
    start = time.process_time()
    with watched(watch):
        for text in texts:
            extractor.extract(text, tagger=finder)
    whole = time.process_time() - start
    own = dict(sorted(watch.own.items(), key=lambda item: -item[1]))
    return {**own, REST: max(0.0, whole - sum(own.values()))}


def whole(texts: Sequence[str], tagger: Tagger | None = None) -> float:
    """Return the CPU seconds of `extract` over all texts, with no stopwatch inside."""
    start = time.process_time()
    for text in texts:
        extractor.extract(text, tagger=tagger)
    return time.process_time() - start
