"""What is cut from the text (provable noise) and what is blanked in it (damage)."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from ..patterns import compile_han
from .origin import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterator

_TONED = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜńňǹḿ"
_SYLLABLE = rf"[a-zü{_TONED}]{{1,6}}"

NOISE = compile_han(
    rf"(?P<gloss>(?<=[㐀-鿿])\({_SYLLABLE}\))"
    r"|[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e]+"
    r"|\r(?=\n)"
    r"|(?<=[，,])[，,]+"
    r"|(?<=\d)(?:\r?\n)(?=[万亿][㐀-鿿])"
    r"|\*{2,3}(?=[^ *\n])|(?<=[^ *\n])\*{2,3}|(?m:^#{1,6} +)(?=[㐀-鿿]|\()"
)
"""Pinyin behind a character, zero-width characters, the CR of CRLF, all but the first of doubled commas,
a line break between a number and its magnitude, Markdown's marks of headings and bold text."""

_SENTENCE_END = re.compile("[。！？!?；;：:…>|][”’」』）)】》]*$|[】]$")
_INDENTED = re.compile(
    r"[ \n#>*\-•·◆■●▲□|（(【\[①-⑳]|[一二三四五六七八九十]{1,3}[、是要]|\d{1,3}(?:[、)]|[.．](?!\d))|[^，。,]{1,24}[:：][ \r]*$"
)
"""Beginnings of a line that does not go on the line before; a short one before a colon heads what follows."""
_ROW = re.compile(r"[\t|]|[ ]-?\d[\d.,]*%?$| \d[\d.,]*%? +[\[><≥≤]?\d[\d.,]*[%\]]? |[ 年]20\d\d年? +20\d\d年?(?: |$)")
"""A line of a table, however wide: it ends with a number, or two stand side by side."""

_NOISE_HINTS = tuple(
    map(
        re.compile,
        (
            "[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e\r]",
            rf"\([a-zü{_TONED}]",
            "[，,][，,]",
            r"\n[万亿]",
            r"\*\*",
            "# ",
        ),
    )
)
"""Cheap pre-check: all noise contains one of these; each begins with a character or a class, which `re` finds at memory speed."""


def find_cuts(source: str, folded: str) -> list[tuple[int, int]]:
    """Return the stretches to cut, sorted and apart.

    A gloss without a tone mark is noise only behind a character that script conversion changes:
    in 公顷(ha) it is a unit.
    """
    cuts = []
    noisy = any(hint.search(folded) for hint in _NOISE_HINTS)
    for match in NOISE.finditer(folded) if noisy else ():
        start, end = match.span()
        if match["gloss"] and not any(c in _TONED for c in match[0]) and source[start - 1] == folded[start - 1]:
            continue
        cuts.append((start, end))
    spaces = [span for span in _find_spaces(folded) if source[span[0]] != "\u3000" or not _DATE.match(folded, span[1])]
    more = _find_wraps(folded) + spaces
    return _apart(sorted(cuts + more)) if more else cuts


def _apart(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return sorted stretches with those that overlap as one: the CR of a wrapped line's CRLF is cut once."""
    found: list[tuple[int, int]] = []
    for start, end in stretches:
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


_DATE = re.compile("[0-9]{1,4}[年月日]")
"""Behind a wide space it begins what a heading stands in front of: 露营季开张　5月1日，…."""
_SPACE = compile_han(r" (?:(?<=[㐀-鿿] |[(“”》] )(?=[-+]?[0-9])|(?<=[0-9%℃] )(?=[㐀-鿿]))")
"""Begins with the space itself, which `re` looks for at memory speed."""
_FIGURES = re.compile(r"[0-9%] {1,4}[-+]?[0-9](?!(?<= [0-9])[0-9]{2}(?![0-9.]))")
"""Numbers side by side, as in the row of a table; 3 662 200 is one."""
_LINE, _NUMBERED = re.compile(r"[^\n]+"), re.compile(r" *[0-9]{1,2}[.、]? (?![年月日])")


def _find_spaces(folded: str) -> list[tuple[int, int]]:
    """Return the spaces that set numbers apart from the characters around them in prose: 脱贫 1.2 万人，增长 5%.

    Not in a line without a comma or full stop, which may be a row or a list, nor behind the number that a line begins with.
    All single spaces go from a line that is set wide: 政 府 工 作 报 告.
    """
    if not (_SPACE.search(folded) or _SET_WIDE.search(folded)):
        return []
    found: list[tuple[int, int]] = []
    for line in _LINE.finditer(folded):
        text = line[0]
        if _SET_WIDE.search(text) and _is_set_wide(text):
            found += [match.span() for match in _SINGLE.finditer(folded, *line.span())]
        elif " " in text and _PROSE.search(text) and not _FIGURES.search(text):
            numbered = _NUMBERED.match(text)
            first = line.start() + (numbered.end() if numbered else 0)
            found += [match.span() for match in _SPACE.finditer(folded, first, line.end())]
    return found


_SET_WIDE, _SINGLE = compile_han(" (?<=[㐀-鿿] )(?:[㐀-鿿] ){2}[㐀-鿿]"), compile_han(" (?<=[^ ] )(?=[^ ])")
_WIDE = 0.7


def _is_set_wide(line: str) -> bool:
    """Tell whether spaces are between most characters of a line."""
    return len(_SINGLE.findall(line)) > _WIDE * (len(line.replace(" ", "")) - 1)


_PROSE = compile_han("[，。]|[一-鿿],[一-鿿]")


def _width(line: str) -> int:
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in line)


def _find_wraps(folded: str) -> list[tuple[int, int]]:
    """Return the line breaks of a text that was wrapped at a fixed width.

    A line is wrapped if it ends inside a sentence and its width is one that at least three such lines
    share (within one character): the widths of real paragraphs and table rows scatter. Its break goes,
    the next line must start in mid-sentence. Where many lines are, one of that width that ends with its
    sentence is too: a paragraph seldom ends where a line is full.
    """
    if folded.count("\n") < 3:
        return []
    apart = _is_spaced(folded)
    lines = list(_lines_that_may_go_on(folded, whole=False, apart=apart))
    widths = Counter(width for _, _, width in lines)
    shared = {w for w in widths if sum(widths[w + d] for d in range(-2, 3)) >= 3}
    if not shared or (apart and sum(widths[w] for w in shared) < _MOST * len(lines)):
        return []
    full = max(shared)
    wraps = [
        (start, end)
        for start, end, width in lines
        if width in shared or width < full < width + _first_piece(folded, end) <= full + _LONGEST_PIECE
    ]
    if len(wraps) >= _MANY:
        lines = list(_lines_that_may_go_on(folded, whole=True, apart=apart))
        wraps += [(start, end) for start, end, width in lines if width in shared]
    return wraps


_MANY, _LONGEST_PIECE, _MOST = 5, 10, 0.8


def _is_spaced(folded: str) -> bool:
    """Tell whether nearly every line is followed by an empty one, many of them inside a sentence: a newspaper's page as text."""
    spaced = folded.count("\n\n")
    if spaced < _SPACED or 2 * spaced < _MOST * folded.count("\n"):
        return False
    return len(_BROKEN_OFF.findall(folded)) * 2 > spaced


_SPACED = 12
_BROKEN_OFF = re.compile(r"[\w，、]\n\n(?=[\w“])")


def _lines_that_may_go_on(folded: str, *, whole: bool, apart: bool) -> Iterator[tuple[int, int, int]]:
    """Yield (end, start of the next, width) of the long lines that one without an indent follows.

    ``whole`` says whether they are to end with their sentence or inside it, ``apart`` that an empty line is between any two.
    """
    position, least = 0, _LONG - 2 * apart
    for line in folded.split("\n"):
        begin, end = position, position + len(line)
        body, position = line.rstrip("\r "), end + 1
        if len(body) < least or end == len(folded) or _ends_sentence(body) != whole or _ROW.search(body):
            continue
        onward = end + 1 + (apart and folded[end + 1 : end + 2] == "\n")
        following = folded[onward : folded.find("\n", onward) % (len(folded) + 1)]
        width = _width(body)
        if following.strip() and not _INDENTED.match(following) and _width(following[:width]) <= width + 8:
            yield begin + len(body), onward, width


_LONG = 16


def _ends_sentence(body: str) -> bool:
    return _SENTENCE_END.search(body, len(body) - 3) is not None


_PIECE = re.compile(r"(?:[0-9A-Za-z.%]{1,12}|.)[，。；：、！？,;:”）)%]?")


def _first_piece(folded: str, start: int) -> int:
    """Return how wide a line's first piece is, which no break parts: a number, or a character, with the mark behind it."""
    piece = _PIECE.match(folded, start)
    return _width(piece[0]) if piece else 0


_UNIT = r"(?:%|‰|[万亿千百]|多|余|元|人|户|亩|吨|名|个|头|公[里斤顷]|平方|立方|毫米|厘米|米)"
DAMAGE = compile_han(
    r"(?=[?\ufffd〓□.。·’' ,，OolI锟烫])(?:"  # what each of these begins with: a class is tried faster than all
    rf"(?:\?[a-zü{_TONED}]{{1,6}}\)[㐀-鿿]{{0,3}})+\??"
    r"|(?P<question>(?<=[0-9.]|[㐀-鿿])\?+(?=[0-9.%]|[㐀-鿿]))"
    r"|(?:[\ufffd〓]|□(?![ \u3000]?[㐀-鿿])|(?<=[^\n ])□)+"  # □ that opens a line is a bullet: □本报记者
    rf"|(?<=[㐀-鿿])\.(?=\d{{1,3}}{_UNIT})"
    rf"|(?<=\d)(?:[。·’']| ?\. | \.|, )(?=\d[\d.]{{0,20}} ?{_UNIT})"
    rf"|(?<=\d)，(?=\d{{3}}(?:，\d{{3}}){{0,5}}(?:\.\d{{1,9}})?{_UNIT})"
    rf"|(?<=\d)[OolI](?=[\dOolI]{{0,20}}{_UNIT})|(?<![A-Za-z])[lI](?=\d[\d.]{{0,20}}{_UNIT})"
    r"|锟斤拷|烫烫烫)"
)
"""A lost or wrong character: ?cè), the ? of 诘?.33%, 1�4户, 0。05毫米, 3O公里, a number that begins with its point."""

_ASKS = re.compile(r"吗|呢|么|吧|多少|如何|怎|何|谁|哪|几|能否|是否|可否|啥|(.)不\1|(.)没\2|有没有|多[大长高久]")
_CLAUSE = re.compile(r"[。！!；;\n?？]")


_DAMAGE_HINTS = tuple(
    map(
        compile_han,
        (
            r"[?\ufffd□〓锟烫]",
            r"[0-9][OolI]",
            r"[lI][0-9]",
            r"[0-9][。·’',，][ 0-9]",
            r"[0-9] ?\. ?[0-9]",
            r"[㐀-鿿]\.[0-9]",
        ),
    )
)
"""Cheap pre-check: all damage contains one of these; they are like those of the noise."""


def find_damage(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, message) for each damaged stretch, the digits that touch it included."""
    if not any(hint.search(text) for hint in _DAMAGE_HINTS):
        return []
    found: list[tuple[int, int, str]] = []
    position = 0
    for match in DAMAGE.finditer(text):
        start, end = _with_digits(text, *match.span(), position)
        if match["question"] and (end - start == len(match[0]) or _asks(text, match.start())):
            continue
        if start < position:
            start, position = position, max(position, end)
        if start < end:
            found.append((start, end, "characters were lost here; no record is built from what is left"))
            position = end
    return found


_DIGITS = frozenset("0123456789.,%")


def _with_digits(text: str, start: int, end: int, floor: int) -> tuple[int, int]:
    """Return the stretch widened by the digits that touch it: what is left of a broken number."""
    while start > floor and text[start - 1] in _DIGITS:
        start -= 1
    while end < len(text) and text[end] in _DIGITS:
        end += 1
    return start, end


def _asks(text: str, mark: int) -> bool:
    """Tell whether the `?` ends a question."""
    before = text[max(0, mark - 40) : mark]
    return bool(_ASKS.search(_CLAUSE.split(before)[-1]))


def blank(text: str, stretches: list[tuple[int, int]]) -> str:
    """Return the text with the stretches blanked; its length stays."""
    if not stretches:
        return text
    pieces, position = [], 0
    for start, end in sorted(stretches):
        if end <= position:
            continue
        start = max(start, position)
        pieces += [text[position:start], BLANK * (end - start)]
        position = end
    pieces.append(text[position:])
    return "".join(pieces)
