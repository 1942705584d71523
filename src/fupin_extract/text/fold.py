"""Folding: one character for one character, so that offsets never move."""

from __future__ import annotations

import re
from functools import cache

import opencc

from ..patterns import compile_han

_SURROGATE = re.compile("[\ud800-\udfff]")
_GROUPED = re.compile(
    r"(?<![0-9０-９,，.．])(?:[０-９]{1,3}(?:，[０-９]{3})+(?![０-９])"
    r"|[0-9]{1,3}(?:[,，][0-9]{3})+(?=\.[0-9])|[0-9]{1,3}(?:[,，][0-9]{3}){2,}(?![0-9]))"
)
"""Thousands set apart by a full-width comma: １２，３４５, 82，225.00, 1，234，567; 36，000 may be two numbers."""
_MAYBE_GROUPED = re.compile("[0-9０-９]，[0-9０-９]{3}")
"""Cheap pre-check: every grouped number contains this."""


_NARROW = compile_han(r"(?<=[一-鿿]|[”）)》])[,;!]|(?<!\d)[,;!](?=[一-鿿]|[“《])|(?<=%)[,;](?=[一-鿿]|“)")
"""Marks in half width that do what those in full width do."""
_HALF = re.compile("[,;!]")
_WIDE = str.maketrans(",;!", "，；！")


def _full_width() -> dict[int, str]:
    """Full-width ASCII (U+FF01–FF5E) and its relatives, but for the punctuation that Chinese text is made of.

    NFKC is no choice here: it changes the length of 1,237 code points (㎡ → m2, ½ → 1⁄2).
    """
    kept = "，；！？"
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in kept}
    table |= dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2009\u202f\u3000\v\f"), " ")
    table |= {ord("﹪"): "%", ord("∶"): ":", ord("︰"): ":", ord("﹕"): ":"}
    table |= dict.fromkeys(map(ord, "〜∼˜"), "~")
    table |= dict.fromkeys(map(ord, "−﹣"), "-")
    table |= dict.fromkeys(map(ord, "―─━⸺"), "—")
    table |= dict.fromkeys(map(ord, "•‧∙⋅"), "·")
    table |= {ord("⁄"): "/", ord("∕"): "/", ord("﹐"): "，", ord("○"): "〇", ord("\u0000"): " "}
    table |= {ord("￥"): "¥", ord("￡"): "£"}
    table |= {ord("「"): "“", ord("」"): "”", ord("『"): "‘", ord("』"): "’", ord("〝"): "“", ord("〞"): "”"}
    table |= {ord("﹝"): "〔", ord("﹞"): "〕", ord("﹙"): "(", ord("﹚"): ")"}
    return table | {ord(written): usual for written, usual in _VARIANTS.items()}


_VARIANTS = {"衞": "卫", "塲": "场", "粧": "妆", "蔴": "麻"}
"""As Hong Kong and Taiwan write them; OpenCC leaves them as they are."""
_FOLDED = _full_width()
_FREQUENT = {"（": "(", "）": ")", "：": ":", "\u3000": " ", "％": "%", "\u00a0": " "}
"""The characters that most pages hold; replacing these few is five times faster than translating the whole text."""
_RARE = re.compile("[" + re.escape("".join(chr(c) for c in _FOLDED if chr(c) not in _FREQUENT)) + "]")


@cache
def _t2s() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def fold(source: str) -> str:
    """Return the source with full width and traditional script folded; always of the same length.

    >>> fold("農村居民６．５萬人，佔８５％")
    '农村居民6.5万人，占85%'
    >>> fold("劏房單位")  # not with a character that nobody writes
    '劏房单位'
    """
    folded = _SURROGATE.sub("\ufffd", source)
    if _MAYBE_GROUPED.search(folded):
        folded = _GROUPED.sub(lambda number: number[0].replace("，", ","), folded)
    if _RARE.search(folded):
        folded = folded.translate(_FOLDED)
    else:
        for character, plain in _FREQUENT.items():
            folded = folded.replace(character, plain)
    simplified: str = _t2s().convert(folded)
    if simplified != folded:
        simplified = _PARTICLE.sub("着", simplified.translate(_FORMS))
    if len(simplified) == len(folded):
        return _as_written(folded, simplified) if _BEYOND.search(simplified) else simplified
    # No entry of OpenCC's t2s tables changes the length today; should one ever, go character by character.
    characters = (_t2s().convert(c) for c in folded)
    return "".join(s if len(s) == 1 else c for s, c in zip(characters, folded, strict=True))


_FORMS = str.maketrans("衞敍痺簷顎粧菓硏汚", "卫叙痹檐颚妆果研污")
"""Forms of Hong Kong and Taiwan, and of print, that OpenCC's t2s leaves as they are."""
_PARTICLE = re.compile("(?<![显名土原编巨昭拙专译合论遗卓执所附著])著(?![名作称述书者录译文])")
"""As Taiwan writes 着: 加工著全国七成的皂角米."""


def with_wide_marks(text: str) -> str:
    """Return a folded text with the marks in half width that stand beside Chinese characters in full width, straight quotes in pairs.

    >>> with_wide_marks('月薪有一千五,住进了"新居";产粮1,200吨')
    '月薪有一千五，住进了“新居”；产粮1,200吨'
    """
    if '"' in text:
        text = _QUOTED.sub("“\\1”", text)
    return _NARROW.sub(lambda mark: mark[0].translate(_WIDE), text) if _HALF.search(text) else text


_QUOTED = re.compile('"([^"\n]*)"')
_BEYOND = re.compile("[\u3400-\u4dbf\U00020000-\U0003ffff]")
"""Characters outside the block of Han characters in use."""


def _as_written(folded: str, simplified: str) -> str:
    """Return the simplified text with the characters in use kept whose simplified form is not in use: 劏房, not 㓥房."""
    pairs = zip(folded, simplified, strict=True)
    return "".join(c if _BEYOND.match(s) and not _BEYOND.match(c) else s for c, s in pairs)
