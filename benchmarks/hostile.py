"""Texts that would make a careless reader slow: one token again and again, no end of a sentence, tables without text.

Each is read at growing sizes and compared with ordinary text in pieces: time per character may be a few times as long, and
may not grow with the length. Where it does, the function that takes the time is told.
"""

from __future__ import annotations

import cProfile
import pstats
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import texts
from .inputs import hostile
from .measure import TooLong, at_most, cpu, within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .inputs import Maker

SIZES = (10_000, 100_000)
"""Characters. What grows faster than the text shows between the two; ``--largest`` adds one."""
BOUND = 5.0
"""No input takes more times as long a character as ordinary text."""
GROWN = 2.0
"""Where the time per character grows by more from the least size to the largest, the growth is not linear."""
GIVEN_UP = 12.0
"""A text is given up when it has taken so many times as long as ordinary text; larger ones are not tried then."""
SLOW = 0.5
"""Part of the time of ordinary text, above which growth counts: below it, it is mostly the noise of the clock."""
BRIEF = 0.05
"""What takes fewer seconds is read twice more, and the least counts."""
LEAST = 0.1
"""A text read faster than this part of the time of ordinary text may be said to take this part: its growth is noise."""
PROFILED = 4.0
"""For so many seconds a slow text is read again to see where the time goes."""


def read(text: str) -> object:
    """Read a text with the rules."""
    from fupin_extract import extract

    return extract(text)


def base() -> float:
    """Return the seconds that a character of ordinary text takes, in documents of some 2,000 characters."""
    documents = texts.made(100_000, texts.SEED + 2)
    for document in documents[:10]:
        read(document)
    return cpu(lambda: [read(document) for document in documents], 3) / sum(map(len, documents))


def guilty(text: str, seconds: float) -> str:
    """Return the function that takes most time over a text, what it calls in C included, and its part of the whole."""
    profile = cProfile.Profile(builtins=False)
    try:
        with at_most(seconds):
            profile.runcall(read, text)
    except TooLong:
        pass
    profile.disable()
    own: list[tuple[float, str]] = []
    for (file, line, name), (_, _, took, _, _) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        own.append((took, f"{'/'.join(Path(file).with_suffix('').parts[-2:])}:{name}:{line}"))
    took, where = max(own, default=(0.0, "nowhere"))
    return f"{where} ({took / max(sum(t for t, _ in own), 1e-9):.0%})"


def climb(make: Maker, ordinary: float, sizes: Sequence[int]) -> dict[str, Any]:
    """Return how many times as long as ordinary text a hostile one takes at each size, and what takes the time.

    A size that was given up has None, and so have those above it. ``worst`` is the largest, None where one was given up;
    ``grown`` the time per character of the largest size that was read over that of the least.
    """
    times: list[float | None] = []
    for size in sizes:
        if times and times[-1] is None:
            times.append(None)
            continue
        text = make(size)
        try:
            took = within(max(GIVEN_UP * ordinary * size, 0.5), partial(read, text))
            if took is not None and took < BRIEF:
                took = min(took, cpu(partial(read, text), 2))
        except Exception as error:  # the survey goes on: what raises is told as what is slow
            return {"ratios": times, "worst": None, "grown": None, "guilty": f"raised {type(error).__name__}: {error}"}
        times.append(None if took is None else took / len(text) / ordinary)
    done = [ratio for ratio in times if ratio is not None]
    found: dict[str, Any] = {
        "ratios": times,
        "worst": None if None in times else max(done),
        "grown": done[-1] / max(done[0], LEAST) if done else None,
    }
    if beyond(found):
        found["guilty"] = guilty(make(sizes[min(len(done), len(sizes) - 1)]), PROFILED)
    return found


def beyond(found: dict[str, Any]) -> bool:
    """Tell whether what `climb` returned breaks a bound; what is fast as yet and grows is left until it is no more."""
    worst: float | None = found["worst"]
    return worst is None or worst > BOUND or (worst > SLOW and found["grown"] > GROWN)


def survey(sizes: Sequence[int] = SIZES, only: set[str] | None = None) -> dict[str, Any]:
    """Return what `climb` says of every hostile text (or those of some names), the slowest first."""
    ordinary = base()
    found = {name: climb(make, ordinary, sizes) for name, make in hostile().items() if not only or name in only}
    order = sorted(found, key=lambda name: -(found[name]["worst"] or float("inf")))
    return {"sizes": list(sizes), "ordinary": 1 / ordinary, "inputs": {name: found[name] for name in order}}
