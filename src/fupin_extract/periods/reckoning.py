"""How a text reckons its years and quarters: as Taiwan does, as statistics of Hong Kong and Taiwan do."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ..lexicon import alternatives, load_toml
from .vocabulary import vocabulary
from .written import small_number

if TYPE_CHECKING:
    from datetime import date

_ROC = re.compile(r"民国 ?\d{2,3} ?年")
_ROC_SHORT = re.compile(r"(?<![\d.])(1\d\d) ?(?:学年|年(?![的来前后间内级代]|历史|之|校庆|老|寿))")
_ROC_HAN = re.compile("([七八九]十[一二三四五六七八九]?)学?年度")
_ROC_BEGINS, _LATELY = 1911, 5
_ROC_TELLING = re.compile(r"(?<![\d.])1[0-3]\d ?(?:学?年度|年 ?\d{1,2} ?月|年[至到]1[0-3]\d ?年)")
"""A year that can only count from 1912: 113年度, 112年9月."""
_BY_QUARTER = re.compile("按[季年]|[季年][增减]|季节性?调整|经季调")


@cache
def _of_taiwan() -> re.Pattern[str]:
    """Return the pattern of the bodies, cities and counties by which a text is known to be of Taiwan."""
    of_taiwan = load_toml("region_words.toml")["taiwan"]
    return re.compile(alternatives((*of_taiwan["told_by"], *of_taiwan["places"])))


_SINCE_CONGRESS = re.compile("((?:二?十)?[一二三四五六七八九]大|二?十大)以来")


def year_of_congress(text: str) -> int | None:
    """Return the year of the first congress since which a text tells, from which its ten years count: 党的十八大以来…十年来.

    >>> year_of_congress("党的十八大以来，减贫9899万人。")
    2012
    """
    since = {match[1] for match in _SINCE_CONGRESS.finditer(text)}
    return min((met.year for name, met in vocabulary().events.items() if name in since), default=None)


def counts_from_1912(text: str, published: date | None) -> bool:
    """Tell whether a text counts years so: it says it, or is of Taiwan and names a year near its own so (109年度, 110年稻米产量).

    Where the day of publication is not known, the year itself must say that it is one.

    >>> from datetime import date
    >>> counts_from_1912("民国105年", None), counts_from_1912("台湾产量比109年多", date(2021, 3, 1))
    (True, True)
    >>> counts_from_1912("台湾109年历史的老店", date(2021, 3, 1)), counts_from_1912("台湾109年度预算", None)
    (False, True)
    """
    if "民国" in text and _ROC.search(text) is not None:
        return True
    this = published.year - _ROC_BEGINS if published else None
    if not _of_taiwan().search(text):
        return False
    if this is None:
        return _ROC_TELLING.search(text) is not None
    years = [*map(int, _ROC_SHORT.findall(text)), *(small_number(year) or 0 for year in _ROC_HAN.findall(text))]
    return any(this - _LATELY <= year <= this + 1 for year in years)


def tells_by_quarter(text: str) -> bool:
    """Tell whether a text tells how things moved by the quarter or the year, as statistics of Hong Kong and Taiwan do.

    >>> tells_by_quarter("失业率按季上升0.2个百分点"), tells_by_quarter("节目第三季开播")
    (True, False)
    """
    return _BY_QUARTER.search(text) is not None


def years_told(text: str, end: int) -> int | None:
    """Return how many years the clause behind a stretch says it is: 2012年到2016年，是变化最大的[五年]."""
    match = _SO_MANY.match(text, end)
    return small_number(match["n"]) if match else None


_SO_MANY = re.compile(r"[^。；\n\d]{0,40}?(?:的|这|这一|，)(?P<n>[一二两三四五六七八九十]{1,2})年(?![级代])")
