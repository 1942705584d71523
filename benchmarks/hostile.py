"""Texts that would make a careless reader slow: one token again and again, no end of a sentence, tables without text.

Each is read at growing sizes and compared with ordinary text in pieces: time per character may be a few times as long, and
may not grow with the length. Where it does, the function that takes the time is told.
"""

from __future__ import annotations

import cProfile
import pstats
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from . import texts
from .measure import TooLong, at_most, within

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Maker = Callable[[int], str]

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
LEAST = 0.1
"""A text read faster than this part of the time of ordinary text may be said to take this part: its growth is noise."""
PROFILED = 4.0
"""For so many seconds a slow text is read again to see where the time goes."""

DIGITS = ["1", "0", "9.", "1,", "1,000", "1.5", "-", "1-", "1:", "1/2 ", "１", "1、", "(1)", "①", "1％"]
NUMERALS = [
    "一",
    "十",
    "万",
    "亿",
    "万亿",
    "一二三四五六七八九十",
    "百分之",
    "分之一",
    "第一",
    "一是",
    "两万",
    "近",
    "多",
    "余",
    "倍",
]
NUMBERS = [
    "5元",
    "5元 ",
    "5元、",
    "5元，",
    "3户5人",
    "10%",
    "增长10%",
    "1万元",
    "5.5亿元",
    "3.2%∶",
    "100—200元",
    "12个村",
    "由3%",
    "到5%",
]
TIMES = [
    "年",
    "月",
    "日",
    "2018年",
    "2018年、",
    "2018-",
    "2018-01-01 ",
    "去年",
    "三年来",
    "以来",
    "至今",
    "“十三五”",
    "上半年",
    "12月",
    "同比",
]
PLACES = [
    "县",
    "省",
    "市",
    "村",
    "镇",
    "乡",
    "区",
    "全县",
    "甘肃省",
    "甘肃",
    "通渭县",
    "定西市、",
    "吉林省吉林市",
    "马营镇",
    "该县",
    "我省",
    "凉山",
    "陇",
]
BODIES = [
    "局",
    "委",
    "公司",
    "县委",
    "中国",
    "扶贫办",
    "国家统计局",
    "有限责任公司",
    "等企业",
    "引进",
    "与",
    "和",
    "大学",
    "银行",
    "委员会",
]
PROGRAMMES = [
    "工程",
    "计划",
    "行动",
    "项目",
    "政策",
    "“千企帮千村”",
    "扶贫",
    "雨露计划",
    "战略",
    "“",
    "”",
    "《",
    "》",
    "“”",
    "《》",
    "“《",
]
PARTICLES = [
    "是",
    "的",
    "了",
    "在",
    "为",
    "达",
    "达到",
    "增长",
    "其中",
    "其中，",
    "分别为",
    "分别",
    "各",
    "每",
    "均",
    "占",
    "比",
    "从",
    "对",
    "等",
    "及",
    "或",
]
SIGNS = [
    "，",
    "。",
    "、",
    "；",
    "：",
    "！",
    "？",
    "（",
    "）",
    "()",
    "（）",
    "…",
    "—",
    ",",
    ".",
    ":",
    "?",
    "|",
    "<",
    "&",
    "#",
    "/",
    "\\",
    "*",
    "_",
    "·",
]
BLANKS = [
    " ",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\u3000",
    "\u200b",
    "\ufeff",
    "\x00",
    "\u2028",
    " \n",
    "\n\n",
    "a",
    "A1",
    "é",
    "標",
    "標(biāo)",
    "�",
    "😀",
    "\ud800",
]
PHRASES = [
    "全县贫困户增收",
    "群众的日子",
    "发展产业",
    "农民人均纯收入",
    "贫困发生率",
    "全县农民人均纯收入增长",
    "减少贫困人口",
    "http://www.example.gov.cn/a/b.html ",
    "www.",
    "来源：",
    "责任编辑：",
    "上一篇：",
    "〔2018〕1号",
    "| 1 | 2 |\n",
    "12.5\t",
    "5\n",
    "县\n",
    "是\n",
    "（一）",
    "总?cè)丝诘?",
    "党的十八大以来，",
    "记者",
    "王建国说：“",
]
UNITS = [*DIGITS, *NUMERALS, *NUMBERS, *TIMES, *PLACES, *BODIES, *PROGRAMMES, *PARTICLES, *SIGNS, *BLANKS, *PHRASES]


def _ordinary(characters: int) -> str:
    lines = texts.paragraphs(texts.SEED + 2)
    return "\n".join(islice(lines, characters // 100 + 1))[:characters]


def _words(characters: int) -> str:
    rng = Random(texts.SEED)
    return "".join(rng.choice(UNITS) for _ in range(characters))[:characters]


def _characters(characters: int) -> str:
    rng = Random(texts.SEED)
    return "".join(chr(rng.randint(0x4E00, 0x9FA5)) for _ in range(characters))


def _nested(opening: str, closing: str) -> Maker:
    return lambda n: (opening * (n // 2) + closing * (n // 2))[:n]


def _repeat(unit: str) -> Maker:
    return lambda n: (unit * (n // len(unit) + 1))[:n]


def _shaped(old: str, new: str) -> Maker:
    """Return a maker of ordinary text with each of some characters replaced."""
    table = str.maketrans(dict.fromkeys(old, new))
    return lambda n: _ordinary(2 * n + 1_000).translate(table)[:n]


SHAPES: dict[str, Maker] = {
    "ordinary text, one sentence": _shaped("。！？；\n", "，"),
    "ordinary text, no sign at all": _shaped("。！？；，、：“”\n", ""),
    "ordinary text, 、 for each sign": _shaped("。！？；，：\n", "、"),
    "ordinary text, one paragraph": _shaped("\n", ""),
    "ordinary text, a line for each clause": _shaped("。！？；，、", "\n"),
    "ordinary text, spaces for signs": _shaped("。！？；，、\n", " "),
    "ordinary text, no figure": _shaped("0123456789.%", ""),
    "ordinary text within one “": lambda n: "“" + _ordinary(n),
    "ordinary text within one 《": lambda n: "《" + _ordinary(n),
    "ordinary text within one （": lambda n: "（" + _ordinary(n),
    "ordinary text, an opening “ for each sign": _shaped("。，；", "“"),
    "nested （）": _nested("（", "）"),
    "nested “”": _nested("“", "”"),
    "nested 《》": _nested("《", "》"),
    "a list of places": lambda n: "、".join(p.county for p in texts.PLACES * (n // 30))[:n],
    "a list of 1.5% 、": lambda n: "增长" + "1.5%、" * (n // 5),
    "a table of numbers": lambda n: "地区 户数 人数\n" + "通渭县 125 3.5\n" * (n // 12),
    "a table in one line": lambda n: "地区 户数 人数 " + "通渭县 125 3.5 " * (n // 12),
    "tokens at random": _words,
    "characters at random": _characters,
}


def hostile() -> dict[str, Maker]:
    """Return what makes each hostile text of a number of characters, by its name."""
    return {**{f"{unit!r} again and again": _repeat(unit) for unit in UNITS}, **SHAPES}


def read(text: str) -> object:
    """Read a text with the rules."""
    from fupin_extract import extract

    return extract(text)


def base() -> float:
    """Return the seconds that a character of ordinary text takes, in documents of some 2,000 characters."""
    documents = texts.made(100_000, texts.SEED + 2)
    for document in documents[:10]:
        read(document)
    seconds = within(600, lambda: [read(document) for document in documents])
    return (seconds or 600) / sum(map(len, documents))


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
