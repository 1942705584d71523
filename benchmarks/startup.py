"""What a user waits for before the first record, and what memory the library holds: each in a new interpreter.

Nothing of the library is imported with this module: its import is what is timed.
"""

from __future__ import annotations

import time
from statistics import median
from typing import Any

from .measure import fresh, peak

SENTENCE = "2014年，定西市农民人均纯收入3917元，贫困发生率由41%下降到19%，352个村出列。"


def first_calls() -> dict[str, float | None]:
    """Return the seconds of the import and of the first and second call with and without tagger, and peaks of memory in MB.

    It must be the first that its interpreter does. Seconds are of elapsed time, as a user waits for them.
    """
    before = peak()
    times = [time.perf_counter()]

    def lap() -> float:
        times.append(time.perf_counter())
        return times[-1] - times[-2]

    import fupin_extract

    found: dict[str, float | None] = {"import fupin_extract": lap()}
    extract = fupin_extract.extract
    found["fupin_extract.extract imported"] = lap()
    extract(SENTENCE)
    found["first call"] = lap()
    extract(SENTENCE)
    found["second call"] = lap()
    found["memory: interpreter"] = before
    found["memory: after the first call"] = peak()
    from fupin_extract.taggers import embedded_tagger

    lap()
    extract(SENTENCE, tagger=embedded_tagger)
    found["first call with the tagger"] = lap()
    extract(SENTENCE, tagger=embedded_tagger)
    found["second call with the tagger"] = lap()
    found["memory: after a call with the tagger"] = peak()
    return found


def startup(runs: int = 5) -> dict[str, float | None]:
    """Return the medians of `first_calls` over some interpreters; the first, which finds no file in memory, is left out."""
    found: list[dict[str, Any]] = [one for _ in range(runs + 1) if (one := fresh("startup:first_calls")) is not None]
    names = list(found[0])
    return {
        name: None if any(one[name] is None for one in found) else median(one[name] for one in found[1:])
        for name in names
    }
