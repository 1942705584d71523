"""What the words between 分别 and its values say that each of those named did by its value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rules import first_answer
from ..spelling import spell
from ..vocabulary import PLANS
from .items import HEADS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..rows import Token

_MOVED = 2


def deed_told(between: Sequence[Token], link: str) -> str:
    """Return what each did by its value, as it goes on a name: 占比, 高于全国, 拉动收入增长; "" where it did nothing by it.

    ``link`` is the rest of the word with 分别 in it: 为 in 分别为.
    """
    return first_answer(_DEEDS, between, link) or ""


def _set_beside(between: Sequence[Token], link: str) -> str:
    """Return with whom names are compared: 名义增速、实际增速分别[比全国快]1.2个和0.9个百分点; not with what they were."""
    if not between or between[0].role != "versus" or between[-1].role not in ("more", "less"):
        return ""
    than = between[1:-1]
    if not than or not all(t.kind == "region" or t.nominal for t in than):
        return ""
    return ("低于" if between[-1].role == "less" else "高于") + "".join(t.text for t in than)


def _recovered_to(between: Sequence[Token], link: str) -> str:
    if not between or between[0].text not in ("恢复", "恢复到", "恢复至"):
        return ""
    return "恢复至" + (spell([t for t in between[1:] if t.nominal]) or "同期")


def _past_another(between: Sequence[Token], link: str) -> str:
    """Return what each was past: 名义增速、实际增速分别[高于全国]0.2个和0.6个百分点."""
    past = next((k for k, t in enumerate(between) if t.role == "beyond" and len(t.text) > 1), None)
    if past is None or not any(t.kind == "region" or t.nominal for t in between[past + 1 :]):
        return ""
    return "".join(t.text for t in between[past:] if t.text != "的")


def _deed_in(between: Sequence[Token]) -> int | None:
    return next((k for k, t in enumerate(between) if t.tag in ("v", "vn") and t.role in ("", "light")), None)


def _moved_by_it(between: Sequence[Token], link: str) -> str:
    """Return what each moved: 贡献率依次为A和B，分别[拉动收入增长]x和y个百分点."""
    deed = _deed_in(between)
    moved = deed is not None and len(between) > deed + _MOVED and between[-1].role in ("up", "down")
    return spell(between[deed:]) if moved else ""


def _shared(between: Sequence[Token], link: str) -> str:
    return "占比" if between and between[-1].role == "share" else ""  # 省财政2亿元，市财政1亿元，分别[占]67%和33%


def _of_a_whole(between: Sequence[Token], link: str) -> str:
    """Return what the values are shares of, with its verb: 分别[完成年度任务]的124%和130%, 分别[占总人口]的85%和19%."""
    if not between or between[-1].text != "的":
        return ""
    verb = next(
        (k for k, t in enumerate(between) if t.role == "share" or t.text in ("完成", "为", "达到", "相当于")), None
    )
    told = [t for t in between[verb or 0 :] if t.kind == "word"] if link or verb is not None else []
    return link + spell(told) if any(t.nominal or t.text in PLANS for t in told) else ""


_DEEDS: tuple[Callable[[Sequence[Token], str], str], ...] = (
    _set_beside,
    _recovered_to,
    _past_another,
    _moved_by_it,
    _shared,
    _of_a_whole,
)
"""What the words between 分别 and its first value may say that each did by it."""


def flow_in(between: Sequence[Token]) -> str:
    """Return the flow of each: 对东盟、欧盟分别[进出口]26亿元、18亿元; 猪、牛、羊分别[出栏]…."""
    flow = [t for t in between if t.role not in ("link", "light", "drop")]
    return spell(flow) if flow and all(t.nominal for t in flow) and flow[-1].text.endswith(HEADS) else ""


def done_in(between: Sequence[Token]) -> str:
    """Return what each did, where its number is not by how much something moved: 分别[投入]2亿元和1亿元."""
    deed = _deed_in(between)
    if deed is None or any(t.role in ("up", "down", "versus", "beyond") for t in between):
        return ""
    return spell([t for t in between[deed:] if t.role not in ("link", "light") and t.kind == "word"])
