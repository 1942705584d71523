"""The hostile texts: what each is made of, and what makes one of a number of characters."""

from __future__ import annotations

from itertools import islice
from random import Random
from typing import TYPE_CHECKING

from . import texts

if TYPE_CHECKING:
    from collections.abc import Callable

    Maker = Callable[[int], str]

DIGITS = ["1", "0", "9.", "1,", "1,000", "1.5", "-", "1-", "1:", "1/2 ", "１", "1、", "(1)", "①", "1％"]
NUMERALS = [
    "一",
    "十",
    "百",
    "千百",
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
    "半山5元",
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
    "l1",
    "O",
    "220，",
    "相关新闻：\n",
    "\t\n",
    "#\n",
    "5 ",
    "| 5 ",
    "5\t",
    "户数：5\n",
    "点击查看\n",
    "分别为5元、6元",
    "村合作社、",
    "“5元”",
    "<p>5元</p>",
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
    "hard wraps": lambda n: "\n".join([_ordinary(200).replace("\n", "")[:20]] * (n // 21)),
    "hard wraps, CRLF": lambda n: "\r\n".join(_ordinary(n)[k : k + 20] for k in range(0, n, 22)),
    "a table of one row": lambda n: "\t".join(str(k) for k in range(n // 6)),
    "a table of a wide row": lambda n: "县\t" + "户数\t" * (n // 7) + "\n县\t" + "125\t" * (n // 7),
    "blank, then text": lambda n: " " * (n - 8) + "脱贫5户。",
    "lines, then text": lambda n: "\n" * (n - 8) + "脱贫5户。",
    "a body that goes on": _repeat("扶贫领导小组"),
    "many villages": lambda n: (
        "、".join(f"{a}家{b}村" for a in "张王李赵刘陈杨黄" for b in "坡沟湾坪梁岔")[: n // 4] * 4
    ),
    "many firms": lambda n: "".join(
        f"{chr(0x4E00 + k % 20000)}{chr(0x5E00 + k % 6000)}牧业有限公司、" for k in range(n // 9)
    ),
    "many quoted names": lambda n: "".join(
        f"“{chr(0x4E00 + k % 20000)}{chr(0x5E00 + k % 6000)}工程”" for k in range(n // 6)
    ),
    "tokens at random": _words,
    "characters at random": _characters,
}


def hostile() -> dict[str, Maker]:
    """Return what makes each hostile text of a number of characters, by its name."""
    return {**{f"{unit!r} again and again": _repeat(unit) for unit in UNITS}, **SHAPES}
