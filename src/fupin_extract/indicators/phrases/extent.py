"""How far the noun phrase goes that stands behind a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rows import nouns_end, text_at
from ..rules import first_answer
from ..spelling import BARE_TAIL
from ..times.dating import NOW
from ..vocabulary import AND, PLACES
from .before import is_stop
from .deeds import STATIC
from .described import behind_clause, described_by, is_verb

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..rows import Token


def phrase_extent(row: Sequence[Token], first: int, *, begins_with_verb: bool) -> tuple[int, int]:
    """Return where the noun phrase at or soon behind an index stands; a verb may begin it (联合党组织, 在建项目)."""
    k = first
    if begins_with_verb and k + 1 < len(row) and is_verb(row[k]) and row[k].text not in STATIC:
        k += row[k + 1].nominal or (2 if _of_two_deeds(row, k) else 0)
    while k < len(row) and _continues(row, k, first):
        k += 1
    if (far := behind_clause(row, k)) is not None:
        first, k = far
    elif de := described_by(row, first, k):
        k = de + 1 + (not row[de + 1].nominal)
        while k < len(row) and _continues(row, k, first):
            k += 1
    if k == first and k < len(row) and row[first - 1].unit in _EVENTS and is_verb(row[k]) and closes(row, k + 1):
        k += 1
    while k > first and (row[k - 1].text in BARE_TAIL or row[k - 1].kind == "mark"):
        k -= 1
    return first, k


def _of_two_deeds(row: Sequence[Token], k: int) -> bool:
    """Tell whether two verbs say what those counted are for: 20支[排涝抢险]专业队伍."""
    end = k + 2
    if not is_verb(row[k + 1]):
        return False
    end = nouns_end(row, end)
    return end > k + 2 and row[end - 1].text.endswith(_CREWS) and (closes(row, end) or row[end].text == "、")


_CREWS = ("队", "队伍", "组", "力量", "人员", "小组", "专家")


_EVENTS = frozenset("次 项次 场 场次 轮 期 遍 回".split())


def closes(row: Sequence[Token], k: int) -> bool:
    """Tell whether no noun phrase goes on at an index."""
    return k >= len(row) or is_stop(row[k])


def _continues(row: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether the phrase that begins at ``first`` goes on with the token at an index."""
    token = row[k]
    if token.kind == "mark":
        return _mark_continues(row, k, first)
    if token.kind == "region":
        return k + 1 < len(row) and row[k + 1].nominal
    if token.kind != "word" or (token.text in _LATELY and k > first):
        return False
    if token.text == "自" and k + 1 < len(row) and row[k + 1].period:
        return False  # 民政部等11个部门[自]今年6月起
    apart = token.text in PLACES or (k > first and token.text.endswith("均") and token.tag == "b")
    if token.nominal and not apart:
        return True
    return k > first and bool(first_answer(INSIDE_A_PHRASE, row, k, first))


_LATELY = NOW | {"最近", "近日", "日前", "当时", "今后", "将来", "此前", "近期"}


def _mark_continues(row: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether a mark stands inside the phrase: quotes, and 、 where its list goes on."""
    if row[k].text in "”’\"'“‘":
        return True
    listed = first > 1 and row[first - 2].text == "、"  # 主论坛、10场[分论坛]、成果展示
    return row[k].text == "、" and k > first and not listed and _list_goes_on(row, k)


def _is_between_nouns(row: Sequence[Token], k: int) -> bool:
    return row[k - 1].nominal and k + 1 < len(row) and row[k + 1].nominal


def _says_how_measured(row: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether a word says how the noun behind it is measured: 医疗费用[实际]补偿比例; but 112户[平均]收入 tells what they earn."""
    if row[k].text not in ("实际", "名义", "平均") or not _is_between_nouns(row, k):
        return False
    return row[k].text != "平均" or not (row[k + 1].role or row[k + 1].text == "亩产")


def _bounds_a_level(row: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether a word bounds a level: 省级[以上]制造业创新中心."""
    return row[k].text in ("以上", "以下") and (row[k - 1].tag == "b" or row[k - 1].text.endswith("级"))


def _denies_a_trait(row: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether 不 stands before a trait: 饮水[不]安全."""
    return row[k].text == "不" and k + 1 < len(row) and row[k + 1].tag == "a"


def _says_in_or_out(row: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether a word says in or out of what: 67种国家医保目录[外]独家药品."""
    return row[k].text in ("外", "内") and k + 1 < len(row) and row[k + 1].tag == "b"


def _is_a_body(row: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether 组织 is a noun: 人民调解[组织]每年."""
    if row[k].text != "组织" or not row[k - 1].nominal:
        return False
    return k + 1 == len(row) or row[k + 1].kind == "mark" or row[k + 1].tag in ("d", "r")


def _helps_with_it(row: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether a verb says what the money or policy behind it is for: 产业[扶持]资金."""
    return row[k].text in _HELPING and text_at(row, k + 1) in _FOR_IT and row[k - 1].nominal


_HELPING = frozenset({"扶持", "帮扶", "救助", "发展", "引导", "保障", "培育", "奖补", "周转"})
_FOR_IT = frozenset({"资金", "项目", "政策", "标准", "机制", "基金", "补贴", "补助", "奖补", "贷款"})


def _is_done_to_it(row: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether a verb stands between attributes and the noun: 新型[种植]大户."""
    token = row[k]
    verb = token.tag == "v" and not token.role and len(token.text) > 1 and token.text != "组织"
    if not verb or k + 1 >= len(row) or not row[k + 1].nominal:
        return False
    return all(t.tag in ("b", "a", "z", "x", "vn") for t in row[first:k])


def _starts_it(row: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether 启动 says what the money behind it is for: 产业[启动]资金."""
    return row[k].text == "启动" and text_at(row, k + 1) in ("资金", "项目", "经费")


def _joins_a_list(row: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether a word joins the next item of the list: 种植户[和]合作社."""
    return row[k].text in AND and _list_goes_on(row, k)


INSIDE_A_PHRASE: tuple[Callable[[Sequence[Token], int, int], bool], ...] = (
    _says_how_measured,
    _bounds_a_level,
    _denies_a_trait,
    _says_in_or_out,
    _is_a_body,
    _helps_with_it,
    _is_done_to_it,
    _starts_it,
    _joins_a_list,
)
"""What stands inside a noun phrase, though it is no noun itself."""


def _list_goes_on(row: Sequence[Token], k: int) -> bool:
    """Tell whether a noun phrase without a number of its own follows the joint."""
    j = k + 1
    while j < len(row) and (row[j].nominal or row[j].text in "“”"):
        j += 1
    if (
        j > k + 1
        and row[k].text in ("和", "及", "以及")
        and j < len(row)
        and row[j].tag == "v"
        and row[j].kind == "word"
    ):
        return row[j].role not in ("link", "up", "down", "beyond", "share", "drop")
    return j > k + 1 and (
        j == len(row)
        or (
            row[j].kind != "quantity"
            and row[j].role not in ("link", "up", "down", "beyond", "share", "drop")
            and (row[k].text == "、" or row[j].tag != "v")
        )
    )
