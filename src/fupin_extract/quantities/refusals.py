"""What looks like a quantity and is none: ordinals, names, slogans, codes, dates, articles, idioms.

Each refusal is a named function of the text and the candidate that answers True where the candidate is
no quantity. They are asked in the order of `REFUSALS`; the first to answer wins and is what `explain` names.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from ..nouns import nouns
from ..patterns import compile_han
from .plots import is_plot
from .spoken import is_spoken_sum

if TYPE_CHECKING:
    from .candidate import Candidate

_CODE_BEFORE = re.compile(r"(?:[A-Za-z×][-.]?|\d[.,-]?|\.|No\.?|[A-Z]-|[〔\[]\d{0,4})\Z")
_WORD_BEFORE = re.compile(r"(?:^|[^A-Za-z])[A-Za-z]{3,}$")
"""A Latin word counts or measures what a code's letter does not: 涉案APP57个, 实现GDP96亿元."""
_MEASURED_BY_NAME = ("count", "money", "percentage")
_PADDED = re.compile(r"0\d")
_CODE_BEHIND = re.compile(r"[A-Za-z0-9+_]")


def code(text: str, c: Candidate) -> bool:
    """PM2.5, G20, COVID-19, 4A级, 06组: digits that letters or further digits run into."""
    before = text[max(0, c.start - 6) : c.start]
    alone = c.rule == "quantities/table_cell" or _GOES_ON.match(before[-1:])  # [15] is a cell of a table of aims
    led = not alone and _CODE_BEFORE.search(before) is not None
    measures = c.unit is not None and c.unit.dimension in _MEASURED_BY_NAME
    if _PADDED.match(text, c.start) or (led and not (measures and _WORD_BEFORE.search(before))):
        return True
    if c.unit is None:
        return _CODE_BEHIND.match(text, c.end) is not None
    return c.rule.startswith("units/") and _after_digit(text, c.start)


_NUMBERED = re.compile(r"(?:^|\n)[ \u3000]*\d{1,2}[ \u3000]{1,3}$")


def enumerator(text: str, c: Candidate) -> bool:
    """1　农业农村部：秋粮再拨3亿元: the number of an item, with a space between it and what begins like a unit."""
    if c.chinese or c.unit is None or text[c.end - len(c.written_unit) : c.end] != c.written_unit:
        return False
    counted = text[max(0, c.start - 8) : c.end - len(c.written_unit)]
    return _NUMBERED.search(counted) is not None and _GOES_ON.match(text, c.end) is not None


_GOES_ON = compile_han("[一-鿿]")


def _after_digit(text: str, start: int) -> bool:
    """Tell whether digits and a space go before: 3 5 0 0 亩 is no count of 0 亩."""
    return text[start - 1 : start] == " " and text[start - 2 : start - 1].isdecimal()


_RANK_BEFORE = ("前", "后", "倒数", "排名", "名列", "位列", "位居", "列第", "居第", "排第")
_RANK_UNITS = frozenset({"名", "位", "强", "大", "家", "个"})
_SESSIONS = ("人大", "政协", "代表大会", "届")
"""Bodies whose sessions are counted through: 十二届全国人大五次会议."""
_NOW = (
    "目前", "以前", "之前", "日前", "此前", "当前", "提前", "生前", "年前", "月前", "天前", "眼前", "面前",
    "之后", "然后", "最后", "今后", "以后", "随后",
)  # fmt: skip


_FIRST_YEAR = 1900


def ordinal(text: str, c: Candidate) -> bool:
    """第3次, 前10名, 排名3位, 2015届, 表2 分县收入: a place in an order."""
    if c.written_unit == "届" and c.numeral.number >= _FIRST_YEAR:
        return True
    before = text[max(0, c.start - 4) : c.start].rstrip(" ")
    if before.endswith(("第", "〔", "No.", "编号", "\n表", "\n图", "附表", "附图")):
        return True
    if c.chinese and c.written_unit == "次" and before.endswith(_SESSIONS):
        return True
    if c.written_unit and before.endswith("、") and _FIRST_OF_LIST.search(text, max(0, c.start - 12), c.start):
        return True  # 第五十七颗、[五十八颗]
    if not before.endswith(_RANK_BEFORE) or before.endswith(_NOW) or c.written_unit not in _RANK_UNITS:
        return False
    return c.numeral.low is None


_FIRST_OF_LIST = compile_han(
    r"第[0-9一二三四五六七八九十百]{1,5}[一-鿿]、(?:[0-9一二三四五六七八九十百]{1,5}[一-鿿]、)*$"
)
"""Ordinals of which only the first has its 第."""
_INDEX_MOVES = re.compile(r"(?:上升|回升|提高|提升|下降|回落|上涨|下跌|涨|跌|升|降|收[于报]|报)了?$")


def clock_hour(text: str, c: Candidate) -> bool:
    """上午8点: an hour; 上升0.1点 is a move of an index, 110.8点 its value."""
    if c.written_unit != "点" or c.cmp != "=" or not text.startswith(("，", "。", "；", "、", "\n"), c.end):
        return False
    return c.numeral.number in range(25) and not _INDEX_MOVES.search(text[max(0, c.start - 4) : c.start])


def year_or_day(text: str, c: Candidate) -> bool:
    """2014年, 15日: a date. 220日, 历时15日 and 7日以上 measure."""
    number = c.numeral.number
    if c.written_unit == "日":
        return number <= 31 and not c.numeral.magnitude and not _measures_days(text, c)
    if c.written_unit != "年" or c.chinese or c.numeral.magnitude or c.numeral.low is not None or c.cmp != "=":
        return False
    return 1000 <= number <= 2200 and number == int(number)


_LASTS = re.compile(
    r"(?:为期|历时|连续|持续|长达|共|用时|耗时|停留|最长|不少于|不超过|至少|公示|工期|逾期|满)(?:为|达)?$"
)
_WITHIN = ("办结", "办理", "内", "以内", "之内", "以上", "以下", "左右")


def _measures_days(text: str, c: Candidate) -> bool:
    return bool(_LASTS.search(text[max(0, c.start - 4) : c.start])) or text.startswith(_WITHIN, c.end)


_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?$")
_PROPORTION = re.compile(r"比|按|配[比额]|率|收入|供需|男女|城乡")


def clock(text: str, c: Candidate) -> bool:
    """21:26, 08:30: a time of day, unless words of proportion stand in front."""
    if c.base != "比":
        return False
    surface = text[c.start : c.end]
    hour, _, rest = surface.partition(":")
    if not _CLOCK.fullmatch(surface) or int(hour) > 24 or len(rest) < 2 or int(rest[:2]) > 59:
        return False
    return not _PROPORTION.search(text[max(0, c.start - 12) : c.start] + text[c.end : c.end + 3])


def unitless(text: str, c: Candidate) -> bool:
    """A bare number, unless a magnitude makes it a value (收入过万, 1.9万); 零头 counts nothing."""
    if c.chinese and (not c.numeral.value or text.endswith(_IN_ROUND, 0, c.start)):
        return True
    if c.unit is not None or c.parts is not None or c.base is not None:
        return False
    if is_spoken_sum(text, c):
        return False
    return not (c.numeral.magnitude and c.numeral.magnitude[-1] in "万亿" and _stands_alone(text, c))


_IN_ROUND = ("千儿", "万儿", "百儿")
"""Halves of round phrases before the next numeral, in which no number is meant: 收个千儿八百斤."""
_NOT_BEHIND_BARE = (
    "万", "亿", "象", "物", "一", "里长", "里江", "里黄", "岁", "户侯", "般", "分之",
    "千瓦", "向", "州", "年", "众一心",
)  # fmt: skip
_BOUND_IN_FRONT = re.compile(r"(?:[上过近超逾达破]|超过|突破|不足|不到|将近|接近|约|(?<![建造组筹])成)$")


def _stands_alone(text: str, c: Candidate) -> bool:
    if c.numeral.bare and c.cmp == "=" and not _BOUND_IN_FRONT.search(text[max(0, c.start - 2) : c.start]):
        return False
    if c.small and not c.numeral.magnitude:
        return False
    return not text.startswith(_NOT_BEHIND_BARE, c.end)


_BARE_BOUND = re.compile(
    r"(?:[上过近超逾达破约]|超过|突破|不足|不到|将近|接近|大约|达到|历时|耗时|长达|为期|连续"
    r"|价值|总价|耗资|投资|产值|收入|净赚|[挣赚数几]|(?<![建造组筹])成)[ ]?$"
)
_SUM_BEFORE = compile_han(r"[㐀-鿿](?<![每单位])")
_SUM_BEHIND = re.compile(r"(?:资金|贷款|投资|信贷|存款|债券|补贴|捐款|收入)|[，。；、\n]|$")
_GROWS_THERE = compile_han(
    r"(?![一-鿿]{0,7}(?:基地|园|区|良田|工程|计划|级|大田|示范|项目|方|市场|产业|经济|长廊|走廊|公园|造林))[一-鿿]{0,3}?[田稻麦茶林竹果梨桃橘橙柚杏枣枷杷莲荷花椒薯麻棉菜瓜豆菊药]"
)
"""Crops that grow on so much land (万亩稻田, 万亩杜鹃花), unlike names of places with a size (万亩桃园, 千亩示范片)."""
_POINTED_AT = ("这片", "那片", "这个", "那个", "一片", "这块")


def bare_magnitude(text: str, c: Candidate) -> bool:
    """百亿斤粮食产能, 千家万户, 万元户: a magnitude alone counts only where a word bounds it (上千个, 不足百个)."""
    if not c.numeral.bare or c.cmp != "=":
        return False
    if c.base_unit == "元" and _SUM_BEFORE.match(text, c.start - 1) and _SUM_BEHIND.match(text, c.end):
        return False
    if c.dimension == "area" and (text.endswith(_POINTED_AT, 0, c.start) or _GROWS_THERE.match(text, c.end)):
        return False  # 这片千亩苹果园, 万亩枇杷进入采摘期
    return not _BARE_BOUND.search(text[max(0, c.start - 3) : c.start])


_ONE_BOUND = re.compile(
    r"(?:至少|最少|不少于|不低于|不到|不足|不满|超过|超|将近|接近|[^附最]近|约|仅|仅有|不超过|最多|至多|达到|至少有|最少有)$"
)
_ONE_LASTS = re.compile(
    r"(?:提前|展期|延期|为期|限期|期限|历时|耗时|用时|满|长达|延长|缩短|时间|周期)(?:了|为|至|到)?$"
)
_ONE_WORDS = compile_han(r"一(?:[般些点下样切直带起旦致定半向度边面路心系律道同并]|[一-鿿]一)")


def article(text: str, c: Candidate) -> bool:
    """一个村, 一批, 一名干部: 一 as an article, unless a bound word makes it a count (至少一人)."""
    if text[c.start : c.digits_end] not in ("一", "壹") or (c.numeral.value != 1 and c.written_unit != "成"):
        return False
    if c.written_unit in ("成", "倍", "周年", "周岁"):
        begins = text.startswith("成", c.digits_end) and c.end == c.digits_end + 1  # not 一成五为公积金
        return begins and text[c.end : c.end + 1] in tuple("立为长功果本员就不效熟")
    if c.written_unit == "番":
        return not re.search(r"翻了?(?:近|约|将近|超过|不止|不到)?$", text[max(0, c.start - 5) : c.start])
    if _ONE_WORDS.match(text, c.start):
        return True
    before = text[max(0, c.start - 4) : c.start]
    of = c.unit.dimension if c.unit is not None else ""
    if of in ("time", "calendar") and (c.cmp != "=" or _ONE_LASTS.search(before)):
        return False
    each = of == "area" and before.endswith(("人均", "户均"))
    return not (each or _ONE_BOUND.search(before) or _ONE_IN.search(text, max(0, c.start - _FAR), c.start))


_ONE_IN = compile_han(
    r"(?:每[0-9一两二三四五六七八九十百]{1,4}[一-鿿]{1,10}?(?:就|便|约|即|中)"
    r"|(?<![一-鿿])[两三四五六七八九十]{1,2}[户人家][一-鿿]{0,3}(?:里头?|里面|当中|中)就?)(?:约)?有(?:约|近|逾|超过)?$"
)
"""In front of the one of so many of whom something is true: 每五名儿童[就有]一名."""
_FAR = 20
_POINTING = re.compile(
    r"(?:[这那该首]|(?<![因为从由据对如彼])此|上述|前述|同一|(?<![目以之日此当提年生眼面])前|(?<![之然以今午背随最先事落善幕])后)$"
)


def pointing(text: str, c: Candidate) -> bool:
    """这两个村, 前三位, 后两者: a Chinese numeral behind a pointing word repeats what was named."""
    return c.small and bool(_POINTING.search(text[max(0, c.start - 2) : c.start]))


def ordinal_two(text: str, c: Candidate) -> bool:
    """二期, 二组, 二等: counting says 两, so a lone 二 before a unit is an ordinal."""
    if c.unit is None or text[c.start : c.digits_end] != "二":
        return False
    return c.unit.dimension not in ("percentage", "ratio", "money", "mass")


def uncountable(text: str, c: Candidate) -> bool:
    """三级, 两层楼, 十分: units that Chinese numerals do not count, or Arabic ones do not."""
    if c.unit is None or is_plot(text, c):
        return False
    return c.unit.chinese == "never" if c.chinese else not c.unit.arabic


def abstract(text: str, c: Candidate) -> bool:
    """三种模式, 五个方面, 六项任务: small Chinese numerals before what is not people, places, bodies or things."""
    indefinite = c.cmp == ">" or c.numeral.low is not None
    if c.small and c.written_unit == "块" and text.endswith(_PARTED, 0, c.start):
        return True  # 利润分成[三块]：农户占五成
    if not c.small or c.unit is None or c.unit.chinese != "noun" or indefinite:
        return False
    if nouns().concrete_behind(text, c.end):
        return False
    if (describing := _DESCRIBING.match(text, c.end)) and nouns().concrete_behind(text, describing.end()):
        return False
    return text[c.end : c.end + 1] not in _ENDS or not nouns().concrete_before(text, _before_verbs(text, c.start))


_PARTED = ("分成", "分为", "分作", "划成", "划为", "隔成")
_DESCRIBING = compile_han("[一-鿿]{2,6}、[一-鿿]{2,6}的")
"""What describes things by two traits: 三个[设施完善、环境优美的]文化广场."""
_ENDS = frozenset("，。、；,;)")
_BETWEEN = re.compile("(?:还|只|仅|已|又|现|共|就|尚|约|近)?(?:有|剩|达|占|达到)?$")


def _before_verbs(text: str, start: int) -> int:
    """Return where the noun ends that a numeral behind it counts: 示范镇[六个], 贫困村[还剩八个]."""
    match = _BETWEEN.search(text, max(0, start - 4), start)
    return match.start() if match else start


_LISTED = compile_han(r"(?:[一-鿿A-Za-z]|[·“”\"])+$")


def sums_up(text: str, c: Candidate) -> bool:
    """东坡、南坪两个贫困乡; 市县两级: a Chinese numeral that only counts the names just listed."""
    if not c.small or c.unit is None or c.numeral.value < 2 or c.unit.dimension in ("time", "calendar"):
        return False
    clause = re.split(r"[，,。；;:！!？?\n\x00(]", text[max(0, c.start - 60) : c.start])[-1]
    if clause.endswith(("等", "及其他", "以及其他", "和", "与", "及", "、")):
        return False  # 218名工兵和[两支]医疗分队: one more of the list
    commas = clause.count("、")
    ands = len(re.findall(r"[和与及](?=[一-鿿]{2,}$)", clause))
    names = {commas + 1, commas + ands + 1} - {1}
    return int(c.numeral.value) in names and bool(_LISTED.search(clause))


_QUOTE_ENDS = re.compile(r"[”’》\n]")
_CLOSING = {"“": "”", '"': '"', "‘": "’", "《": "》"}
_LONGEST_NAME = 12


def quoted_name(text: str, c: Candidate) -> bool:
    """“1236”行动, “三保障”, 《“十四五”规划》: a number inside a quoted name or a title."""
    window = text[max(0, c.start - 60) : c.start]
    opened = max(map(window.rfind, _CLOSING))
    if opened < 0 or _QUOTE_ENDS.search(window, opened + 1):
        return False
    mark = window[opened]
    inside_start = c.start - len(window) + opened + 1
    close = text.find(_CLOSING[mark], c.end, c.end + 80)
    if close < 0:
        return False
    if mark == "《":
        return True
    content = text[inside_start:close]
    if len(content) > _LONGEST_NAME or re.search(r"[，,。；;！!？?]|翻了?[一两]番|^比", content):
        return False
    if inside_start == c.start:
        return c.chinese or not c.numeral.magnitude
    return c.chinese or nouns().names_behind(text, close + 1) or not re.search(r"[一-鿿]{2}", content)


_JUBILEES = (
    "纪念", "庆祝", "庆典", "大会", "特别", "活动", "晚会", "阅兵", "座谈会", "展", "招待会", "主题", "音乐会", "文艺",
)  # fmt: skip


def in_name(text: str, c: Candidate) -> bool:
    """三年行动计划, 三期工程, 15分钟生活圈, 百日攻坚: number and unit open the name of an undertaking."""
    if c.unit is None or c.unit.dimension not in ("time", "calendar"):
        return False
    if text.endswith("倒计时", 0, c.start):
        return True
    return nouns().names_behind(text, c.end) or (c.written_unit == "周年" and text.startswith(_JUBILEES, c.end))


def class_label(text: str, c: Candidate) -> bool:
    """200吨级运输机, 百米级, 千万千瓦级基地: the class that something belongs to; 四人家庭津贴3900元: the homes that something is for."""
    if c.chinese and c.base_unit == "人" and (_HOMES.match(text, c.end) or (c.small and _LINE_OF.match(text, c.end))):
        return True
    return c.unit is not None and text.startswith("级", c.end) and not text.startswith(("级别", "级差"), c.end)


_LINE_OF = re.compile("(?:则|就|亦)?为[0-9,.]+[万千百]?元")
_HOMES = re.compile(r"(?:家庭|住户|家团|户)(?!籍|口|外)[^，。；]{0,14}?(?:\d|[一二三四五六七八九十]+[万千百])")
_NUMERAL = re.compile(r"[\d一二三四五六七八九十]")


def of_trillions(text: str, c: Candidate) -> bool:
    """2兆3092億: part of a sum in 兆 (a million of millions in Taiwan), which is not read as a whole."""
    return text.endswith("兆", 0, c.start) or (c.written_unit == "兆" and _NUMERAL.match(text, c.end) is not None)


def slogan(text: str, c: Candidate) -> bool:
    """一户一策, 三天打鱼: numerals in figures of speech (``data/idioms.toml``)."""
    return c.chinese and nouns().in_idiom(text, c.start, c.end)


Refusal = Callable[[str, "Candidate"], bool]

_EITHER, _ARABIC, _CHINESE = frozenset({True, False}), frozenset({False}), frozenset({True})

REFUSALS: tuple[tuple[Refusal, frozenset[bool]], ...] = (
    (unitless, _EITHER),
    (code, _ARABIC),
    (enumerator, _ARABIC),
    (article, _CHINESE),
    (pointing, _CHINESE),
    (ordinal_two, _CHINESE),
    (year_or_day, _EITHER),
    (clock, _ARABIC),
    (clock_hour, _ARABIC),
    (slogan, _CHINESE),
    (abstract, _CHINESE),
    (sums_up, _CHINESE),
    (ordinal, _EITHER),
    (quoted_name, _EITHER),
    (in_name, _EITHER),
    (class_label, _EITHER),
    (of_trillions, _EITHER),
    (bare_magnitude, _EITHER),
    (uncountable, _EITHER),
)
"""In the order in which they are asked, each with the scripts of the numerals that it is asked about (Chinese or not)."""
_OF_SCRIPT = {chinese: tuple(ask for ask, scripts in REFUSALS if chinese in scripts) for chinese in (True, False)}


def refused_by(text: str, candidate: Candidate) -> str | None:
    """Return the name of the first refusal that knows the candidate for no quantity, or None."""
    for refusal in _OF_SCRIPT[candidate.chinese]:
        if refusal(text, candidate):
            return refusal.__name__
    return None
