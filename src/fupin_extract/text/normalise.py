"""One pass from the source to the working text."""

from __future__ import annotations

from dataclasses import replace

from ..patterns import compile_han
from ..records import Notice
from .fold import fold, with_wide_marks
from .noise import blank, find_cuts, find_damage
from .origin import Text, cut
from .page import find_furniture


def normalise(source: str) -> Text:
    r"""Return the working text of any string, its way back, and a notice for each damaged place.

    >>> t = normalise("累計減少貧困(kùn)人口３８．４６萬人，占总?cè)丝诘?.33%")
    >>> t.text.replace("\x00", "·")
    '累计减少贫困人口38.46万人，占总···········'
    >>> [n.text for n in t.notices]
    ['?cè)丝诘?.33%']
    """
    folded = _BREAK.sub("\n", fold(source))
    if "\n" not in folded and len(folded) > _ONE_LINE:
        folded = _with_lost_breaks(folded)
    text = cut(source, folded, find_cuts(source, folded))
    text = replace(text, text=with_wide_marks(text.text))
    damage = find_damage(text.text)
    notices = tuple(
        Notice(text.span(start, end), text.surface(start, end), "damage", message) for start, end, message in damage
    )
    return replace(text, text=blank(text.text, [(start, end) for start, end, _ in damage]), notices=notices)


_BREAK = compile_han("\r(?!\n)| (?<=[。！？”] )(?= +(?:[㐀-鿿]|[“(]))")
"""A CR alone, and where a paragraph begins whose line break a page has lost: …增长8%。　　二、2017年工作. One character stands for one."""


def _with_lost_breaks(line: str) -> str:
    """Return a text that lost all its line breaks with one for the space behind each sentence, and for those of its head.

    Tables of texts have articles so: 某县脱贫记 2015-11-12 来源：甘肃日报 三年来，…增长8%。 “十三五”期间，…
    """
    head = line.find("。", 0, _HEAD)
    begun = line.rfind(" ", 0, head) + 1 if head >= 0 else 0
    return line[:begun].replace(" ", "\n") + _BETWEEN_SENTENCES.sub("\n", line[begun:])


_ONE_LINE, _HEAD = 200, 240
_BETWEEN_SENTENCES = compile_han(" (?<=[。！？”：] )(?=[㐀-鿿“(0-9])")


def without_furniture(text: Text) -> Text:
    """Return the text with its page furniture blanked; the head is read before."""
    return replace(text, text=blank(text.text, find_furniture(text.text)))
