"""A document's facts survive a change of its shape: what a page, a table of texts or an old wire does to an article."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from unicodedata import east_asian_width

import pytest
from opencc import OpenCC

import fupin_extract as fx

CORPUS = Path(__file__).parents[1] / "corpus" / "test"
ALREADY_SHAPED = ("wraps", "glossed", "tables", "table", "crlf")
"""Articles whose own shape is what they are there to show."""
LONG, WIRE, PARAGRAPH = 30, 72, 90


def wrapped(line: str, width: int = WIRE) -> str:
    """Return a paragraph broken where its columns are full; a head's lines are short."""
    if len(line) < PARAGRAPH:
        return line
    rows, columns = [""], 0
    for character in line:
        wide = 2 if east_asian_width(character) in "WF" else 1
        if columns + wide > width and not character.isdecimal():
            rows.append("")
            columns = 0
        rows[-1] += character
        columns += wide
    return "\n".join(rows)


def by_line(change, text: str) -> str:
    return "\n".join(change(line) if len(line) > LONG else line for line in text.split("\n"))


SHAPES = {
    "indented": (lambda t: by_line(lambda line: "　　" + line.lstrip(" 　"), t), 0.99),
    "not indented": (lambda t: "\n".join(line.lstrip(" 　") for line in t.split("\n")), 0.99),
    "an empty line between all": (lambda t: re.sub(r"\n+", "\n\n", t), 0.99),
    "no empty line": (lambda t: re.sub(r"\n+", "\n", t), 1.0),
    "CRLF": (lambda t: t.replace("\n", "\r\n"), 1.0),
    "no-break spaces": (lambda t: t.replace(" ", "\u00a0").replace("　", "\u00a0\u00a0"), 1.0),
    "zero-width spaces": (lambda t: re.sub("(?<=[，。])", "\u200b", t), 0.99),
    "straight quotes": (lambda t: t.replace("“", '"').replace("”", '"'), 1.0),
    "marks in half width": (lambda t: t.translate(str.maketrans("，；：（）", ",;:()")), 0.99),
    "digits in full width": (lambda t: re.sub("[0-9]", lambda m: chr(ord(m[0]) + 0xFEE0), t), 1.0),
    "traditional script": (OpenCC("s2t").convert, 0.99),
    "a page around it": (lambda t: f"您的位置：首页 > 新闻\n{t}\n【打印】【关闭】\n上一篇：无\n下一篇：无\n", 1.0),
    "a headline of Markdown": (lambda t: "# " + t.lstrip("\n"), 1.0),
    "hard wraps": (lambda t: by_line(lambda line: wrapped("　　" + line.lstrip(" 　")), t), 0.96),
    "one line": (lambda t: re.sub(r"\s*\n\s*", " ", t), 0.8),
}
"""How a text may be shaped, with the share of facts that must be the same."""


@cache
def articles() -> dict[str, tuple[str, Counter]]:
    files = sorted(f for f in CORPUS.glob("*.txt") if not any(shape in f.stem for shape in ALREADY_SHAPED))[::4]
    texts = {f.stem: f.read_text(encoding="utf-8") for f in files}
    return {name: (text, facts(text)) for name, text in texts.items()}


def facts(text: str) -> Counter:
    """Return what a text states, without where in it."""
    return Counter(
        (i.quantity.value, re.sub('["“”]', "", i.name), i.kind, i.region and i.region.name, i.period and i.period.edtf)
        for i in fx.extract(text).indicators
    )


@pytest.mark.parametrize("shape", SHAPES)
def test_facts_survive_a_change_of_shape(shape):
    change, least = SHAPES[shape]
    kept = total = 0
    changed = []
    for name, (text, before) in articles().items():
        same = (before & facts(change(text))).total()
        kept, total = kept + same, total + before.total()
        if same < before.total():
            changed.append((name, before.total() - same))
    assert total > 500
    assert kept >= least * total, (kept / total, sorted(changed, key=lambda c: -c[1])[:5])
