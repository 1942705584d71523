"""Bodies whose names are known: ministries, organs of the Party, banks, media."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ..patterns import compile_han
from ..regions.gazetteer import gazetteer
from ..words import words
from .knowledge import country_before, field_words, kind_of, known_guards_of, known_names, parts, proper
from .mention import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..words import Word


_HOUSE = re.compile("社(?![论评会区])")
_SESSION = re.compile(
    "(?:第?[一二三四五六七八九十]+届)?第?[一二三四五六七八九十]+(?:次(?:(?:全体)?(?:会议|全会)|全国代表大会|(?:会员)?代表大会)|届中央(?:纪律检查)?委员会第[一二三四五六七八九十]+次全体会议)"
)
"""The session behind a body's name where the name is the meeting's: 十二届全国人大[五次会议], 中国共产党[第二十次全国代表大会]."""
_GATHERING = compile_han(
    r"(?:(?!国家|各国|成员|代表|秘书|举|参|出|在|将|召|与|和|同|对|的|有)[一-鿿]){0,6}?"
    r"(?:论坛|峰会|博览会|领导人(?:非正式)?会议|理事会会议|[外财防]长会议|部长级?会议|安全会议|交流周|合作周)"
)
"""What is held under the name of several states' body: 上海合作组织[民间友好论坛]."""
_REPORTING = ("道", "导")
_BRANDS = compile_han(r"(?:、[一-鿿]{2,6})*等[一-鿿0-9]{0,8}?(?:品牌|商标)")
"""A list of names that these sum up is one of goods: 伊利、金锣等一批知名[品牌]."""
_LOCAL = compile_han("([一-鿿]{2,6}?)公司")
"""中国移动[甘肃公司]."""
_BOUND = frozenset(
    "，。、；:！？（）()《》“”\"'‘’「」『』【】〔〕[]／/·—…■●▲ \n\t\u3000和与及等对在由向从的将了为是把被让同跟或据"
)


def known_bodies(text: str) -> Iterator[Mention]:
    """Yield the mentions of bodies in the list."""
    known = known_names()
    written: dict[str, bool] = {}
    end = 0
    for at in known.names.begins(known.hint, text):
        if at < end:
            continue
        found = known.names.at(text, at)
        if found is None:
            continue
        word, body = found
        stop = at + len(word)
        if word in _OF_EACH_COUNTRY and text[at - 1 : at] in _SURNAMES and at:
            continue  # 钱[海军]
        theirs = country_before(text, at) if word in _OF_EACH_COUNTRY else ""
        apart = theirs or word not in known.bounded or _bounded(text, at, stop)
        if (text.startswith(known_guards_of(word), stop) and not text.startswith("门户网", stop)) or not apart:
            continue
        if word in known.first and not _bounded(text, at):
            continue
        if text.endswith(known.not_behind, 0, at):
            continue
        if at and text[at - 1] in "—-" and body.kind == "other":
            continue  # 中国—[东盟]产业合作区
        if (body.kind == "company" and _BRANDS.match(text, stop)) or _SESSION.match(text, stop):
            continue
        if body.kind == "other" and _GATHERING.match(text, stop):
            continue
        if body.kind == "media" and text.startswith(_REPORTING, stop) and word.endswith("报"):
            continue  # 文山、楚雄[联合报]道
        if body.name not in written:
            written[body.name] = body.name in text
        name = body.name if written[body.name] or word == "中共中央" else word
        if body.kind == "media" and word.endswith("报") and _HOUSE.match(text, stop):
            stop, name = stop + 1, name + "社"
        if body.kind == "company" and (local := _LOCAL.match(text, stop)) and _is_place(local[1]):
            stop, name = local.end(), name + local[0]
        if body.kind == "company" and not word.endswith(_FORMS) and _FORM.match(text, stop):
            stop += len(_FORMS[0])  # 中国南方电网[公司]
            name = text[at:stop]
        if abroad := theirs or (country_before(text, at) if body.kind == "government" else ""):
            at, name = at - len(abroad), abroad + word  # 俄罗斯外交部 is not ours
        yield Mention(at, stop, name, body.kind, "organisations/known", known=True)
        end = stop


_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈沈韩杨朱秦许何吕张孔曹严魏陶姜谢邹苏潘葛范彭鲁马方俞任袁柳唐薛贺罗郝于傅康余顾孟黄姚邵汪毛戴宋熊纪"
    "董梁杜贾江郭林钟徐邱高夏蔡田胡卢丁邓刘"
)
_OF_EACH_COUNTRY = frozenset({"央行", "空军", "海军", "陆军"})
_FORMS = ("公司", "集团", "银行", "企业")
_FORM = compile_han("公司(?![化式制法业]|治理|[一-鿿]{0,2}债)")


def with_part(text: str, mention: Mention) -> Mention:
    """Return the mention with the parts of the body that its name goes on with: 国家统计局[住户调查办公室]."""
    for _ in range(_DEEPEST):
        inner = _OF_A_KIND.get(mention.kind) if mention.known or mention.kind in _LEARNED else None
        part = parts().match(text, mention.end) or (inner and inner.match(text, mention.end))
        if not part or (part["head"] and not _plain(text, mention.end, part.start("head"))):
            break
        end = part.end()
        name = mention.name + text[mention.end : end]
        told = kind_of(name)
        if told is None or told in _OF_THE_WHOLE or "人大" in mention.name:  # its 工委 are none of the Party's
            told = mention.kind
        told = "party" if part[0].endswith("党组") else told
        mention = mention._replace(end=end, name=name, kind=told, rest=mention.rest and mention.rest + part[0])
    return mention


_DEEPEST = 3
"""A part of a part of a part: no body has more."""
_DESKS = compile_han(
    "(?:(?!国家|全国|中国|会同|联合)[一-鿿]){2,10}?(?P<head>(?<![当布格全结])局|(?<![公上])司)(?![面势部限域法机令])"
)
_OF_A_KIND = {
    "research": compile_han("[一-鿿]{1,9}?(?P<head>所)(?![有在以谓需属长示称])"),
    "school": compile_han("[一-鿿]{2,8}?(?P<head>系)(?![统列数])"),
    "government": _DESKS,
    "party": _DESKS,
}
"""中科院[光电所], 香港中文大学[社会工作学系], 交通运输部[海事局]."""
_LEARNED = frozenset({"research", "school"})
"""Kinds of which every body has such parts, also one that is not in the list."""
_OF_THE_WHOLE = frozenset({"government", "company"})
"""Offices and branches are of the kind of the whole: 省委[办公室], 中国人寿[海南州分公司]."""


def _plain(text: str, start: int, end: int) -> bool:
    """Tell whether a branch's name holds no verb and no joint: in 央视网报道甘肃频道 there is none."""
    if _is_place(text[start:end]) or text.startswith("附属", start):
        return True
    cut = words().cut(text, start, end)
    return (
        text.find("所属", start, end) < 0
        and not text.startswith(_TOGETHER, start)
        and all(
            word.tag not in ("v", "c", "p", "u", "d", "r") or word.text in _official() or _is_part(cut, k)
            for k, word in enumerate(cut)
        )
    )


def _is_part(cut: Sequence[Word], k: int) -> bool:
    """Tell whether a word that is none elsewhere is a piece of a proper name or of a subject: 唐[都]医院, [演化]研究院."""
    word = cut[k]
    named = word.text == "都" and k > 0 and cut[k - 1].tag == "x" and len(cut[k - 1].text) == 1
    return named or (len(word.text) > 1 and word.text.endswith("化"))


_TOGETHER = ("联合", "会同", "携手", "协同")
"""福州海关[联合]汕头海关缉私局 are two."""


@cache
def _official() -> frozenset[str]:
    """Return words that stand in the names of departments, verbs too: 就业[促进]司."""
    return proper().business | frozenset(field_words())


def _is_place(name: str) -> bool:
    return name in gazetteer().by_name or name in gazetteer().by_short


def _bounded(text: str, start: int, end: int | None = None) -> bool:
    """Tell whether a name stands apart to the left, or on one side at least: 农行 in 农行甘谷支行, not in 务农行列."""
    before, behind = text[start - 1 : start] if start else "", text[end : end + 1] if end is not None else None
    return not before or before in _BOUND or (behind is not None and (not behind or behind in _BOUND))
