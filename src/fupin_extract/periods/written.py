"""How times are written: the patterns, and the numbers in them.

Two scanners find where a mention may start (`numeric_starts`, `word_starts`); the patterns behind them
read it. All repetitions are bounded, so that no text is read in more than linear time.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ..numerals import parse
from ..patterns import compile_han
from .vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HAN = "〇零一二三四五六七八九十廿卅百两几半元"
_DIGIT = f"0-9{_HAN}"

CLOCK = re.compile(
    r"(?<![\d:.])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])"
    r"|(?<![\d.])(?:[01]?\d|2[0-4]|[一二两三四五六七八九十]{1,3})(?:时(?![期代间段候])|点(?=[整半许钟]|\d{1,2}分|[一二三四五]?十[一二三四五六七八九]?分))"
    r"(?:[0-5]?\d分|[一二三四五六七八九十]{1,3}分|半|整)?"
    r"|(?<=[上下中]午)(?:\d{1,2}|[一二两三四五六七八九十]{1,3})[点时](?:[0-5]?\d分|半|整)?"
)
"""A time of day (21:26, 8时30分, 上午9点): no period and no quantity. For other finders."""

# ---- numbers
YEAR4 = r"(?:(?:1[5-9]|20)\d\d|[一二][〇零一二三四五六七八九]{3})"
SMALL = r"(?:[0-9]{1,2}|[一二两三四五六七八九十廿卅元]{1,3})"
_TO = r" ?(?:—{1,2}|-{1,2}|~|至|到|–|－) ?"
_SEASON_TO = rf"/(?={YEAR4}年)"
_AND = r" ?(?:、|和|及|与|或) ?"
_JOIN = rf"(?:{_TO}|{_AND})"
RANGE = re.compile(rf"{_TO}|{_SEASON_TO}")
_RANGED = re.compile(_TO)
_TO_NEXT = rf"(?:/|{_TO})(?:(?:19|20)?[0-9]{{2}}|[一二]?[〇零一二三四五六七八九]{{2,3}})"
"""The second year of a budget's or a school's: 2022/23年度, 二〇二二至二三财政年度."""
_NUMBER = re.compile(rf"{YEAR4}|\d+|[{_HAN}]+")
_NEIGHBOURS = "一二三四五六七八九"
_ONE_BY_ONE = str.maketrans("〇零一二三四五六七八九", "00123456789")


def year_number(text: str) -> int:
    """Return the year that four digits name, in either script.

    >>> year_number("2015"), year_number("二〇一五"), year_number("一九八六")
    (2015, 2015, 1986)
    """
    return int(text.translate(_ONE_BY_ONE))


@lru_cache(1024)
def small_number(text: str) -> int | None:
    """Return the number of a month, a day or a count; None for what is none (几).

    >>> small_number("12"), small_number("廿三"), small_number("元"), small_number("三十"), small_number("几")
    (12, 23, 1, 30, None)
    """
    if text.isdecimal() and text.isascii():
        return int(text)
    if text == "元":
        return 1
    numeral = parse(text) or parse("十" if text == "一十" else text)
    if numeral is None or numeral.low is not None:
        return 2 if text == "两" else None
    return int(numeral.value)


@lru_cache(1024)
def listed(text: str) -> tuple[tuple[int, ...], bool]:
    """Return the numbers of a list or range, and whether it is a range; no number where one is unknown.

    >>> listed("1-8"), listed("2013、2014"), listed("二〇一三至二〇一五"), listed("五六")
    (((1, 8), True), ((2013, 2014), False), ((2013, 2015), True), ((5, 6), False))
    """
    numbers: list[int] = []
    for part in _NUMBER.findall(text):
        if len(part) == 2 and part in _NEIGHBOURS:  # 五六月, 一二季度
            numbers += [small_number(c) or 0 for c in part]
            continue
        if part == "十一二":
            numbers += [11, 12]
            continue
        number = year_number(part) if re.fullmatch(YEAR4, part) else small_number(part)
        if number is None:
            return (), False
        numbers.append(number)
    return tuple(numbers), _RANGED.search(text) is not None


# ---- dates
_YEARS = (
    rf"(?P<years>{YEAR4}(?:(?: ?年?度?{_TO}|{_AND}|{_SEASON_TO}){YEAR4}){{0,6}}) ?"
    rf"(?:学?年度?(?![级版鉴])|财年|(?=全年)|[两二三四五]年(?![来前后级])|(?P<tonext>{_TO_NEXT})(?:学年|(?:财政|课税)?年度))"
)
_ROC = r"民国 ?(?P<roc>\d{1,3}|[一二三四五六七八九十百〇零]{1,4}) ?年度?"
_HAN_SHORT = rf"(?<![{_HAN}千第])(?P<hanshort>[六七八九零〇][零〇一二三四五六七八九])"
_SHORT = (
    rf"(?:[’'‘]?(?P<short>\d\d)|{_HAN_SHORT}) ?年(?![级版代龄期])"
    rf"|(?P<rocshort>1\d\d(?:{_TO}1\d\d)?) ?学?年度?(?![级版代龄]|期(?!里?作))"
    r"|(?P<rochan>[七八九]十[一二三四五六七八九]?)(?:学?年度|年(?=[一二三四五六七八九十\d]{1,2}月|底|[,，]))"
)
_BRACKET = r"(?:\((?P<bracketyear>\d{2,4})年?\))?"
_HEADED = r"(?P<headed>[今去明前上本])\((?P<headyear>\d{2,4})\)年度?"
_DATE_TAIL = (
    r"(?:的?年?)(?P<part>全年|初(?![步中级心次衷审选具见始一二三伏])|底(?![部层子线价气数色薪]|下面|下的)|末(?![端梢代班尾位])"
    r"|[中上下]旬|终(?![止端于身结年])|(?<=年)中(?=以来|[，。、；\n]))"
)
_MONTH = rf"(?P<months>{SMALL}(?:(?: ?月?份?{_TO}|{_AND}){SMALL}){{0,5}}) ?月(?:份|度)?"
_DAY = rf"(?P<days>{SMALL}(?:(?: ?[日号]?{_TO}|{_AND}){SMALL}){{0,9}}) ?[日号]"
_SEASON = (
    r"(?P<season>(?:今)?[春夏秋冬](?:季学期|季|天|上|日)|入[春夏秋冬]|[春秋]季学期"
    r"|[春夏秋冬](?=[以，。、]|[至到](?:[今明次翌]|\d{4}年)))"
)
_QUARTER = (
    r"(?:第?(?P<quarters>[一二三四1-4](?: ?(?:—|-|~|至|到|、|和)? ?第?[一二三四1-4])?) ?季(?:度|(?<=第.季)(?![节度赛播学]))"
    r"|(?:前|头|首)(?P<firstquarters>[一二两三123]) ?个?季(?:度|(?![度节]))|(?P<firstquarter>首季度?))"
)
_HALF = r"(?P<half>[上下前后]半年)(?!度?[均])"
_FIRST_MONTHS = (
    rf"(?:[前头首](?P<firstmonths>{SMALL}) ?个月|前(?P<firstmonths2>[1-9]|1[01]|[两二三四五六七八九十]) ?月份?)"
)
_RELATIVE_MONTH = r"(?P<relmonth>[上下本当同]个?月|这个月)"


LINK = re.compile(" ?的? ?")
SMALLER = re.compile(
    rf"(?:{_MONTH}|{_RELATIVE_MONTH})(?: ?{_DAY})?|{_DAY.replace('<days>', '<lonedays>')}"
    rf"|{_QUARTER}|{_HALF}|{_FIRST_MONTHS}|{_SEASON}"
)
"""Parts of a year: months, days, quarters, half-years, seasons."""

SMALLER_FIRSTS = frozenset("0123456789一二两三四五六七八九十廿卅元上下本当同这第前头首后今春夏秋冬入")
PART_FIRSTS = frozenset("的年全初底末上中下终")
"""First characters of `SMALLER` and `PART`: a cheap check before matching."""

PART = re.compile(_DATE_TAIL)
ABSOLUTE_FIRSTS = frozenset("0123456789零〇一二六七八九民今去明前上本’'‘")
ABSOLUTE_YEAR = re.compile(rf"{_YEARS}|{_ROC}|{_HEADED}|{_SHORT}")


@cache
def relative_year() -> re.Pattern[str]:
    """Return the pattern of the words for a year (去年), with the year in brackets or without."""
    words = [w.word for w in vocabulary().words.values() if w.kind == "relative" and w.unit == "year"]
    return re.compile(rf"(?P<rel>{_longest_first(words)})(?:度(?!假))?{_BRACKET}")


@cache
def relative_firsts() -> frozenset[str]:
    """Return what the words for a year begin with."""
    words = vocabulary().words.values()
    return frozenset(w.word[0] for w in words if w.kind == "relative" and w.unit == "year")


@cache
def festival() -> re.Pattern[str]:
    """Return the pattern of the feasts."""
    return re.compile(rf"(?P<festival>{_longest_first(vocabulary().festivals)})")


@cache
def festival_firsts() -> frozenset[str]:
    """Return what the feasts' names begin with: to look before matching."""
    return frozenset(name[0] for name in vocabulary().festivals)


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


ISO = re.compile(
    r"(?P<y>(?:19|20)\d\d)(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?![\d%]|[-/.]\d)"
    r"|(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})\.(?P<y2>(?:19|20)\d\d)(?![\d%]|[-/.]\d)"
)
BARE_YEARS = re.compile(r"((?:19|20)\d\d)(?:—{1,2}|-|~|–)((?:19|20)\d\d)(?=\))")
DECADE = re.compile(
    r"(?P<century>(?:上个?|本|19|20|21|十九|二十|二十一)世纪)?的?"
    r"(?:(?P<full>1[89]\d|20\d)0|一九(?P<year>[一二三四五六七八九])[〇零○]|(?P<tens>[1-9])0|(?:(?P<from>[一二三四五六七八])十?、?)?(?P<han>[一二三四五六七八九])[十〇零])年代(?:初期?|末期?|中后?期(?:以来)?|早期|后期|以来|中叶|末)?"
)
_LUNAR_DAY = (
    r"(?:初[一二三四五六七八九十]|[二廿]?十[一二三四五六七八九]?|廿[一二三四五六七八九]|三十"
    r"|[1-3]?\d日?(?!\d)|[上中下]旬)"
)
_NEW_YEAR = "大年(?:初[一二三四五六七八九十]|三十)"
LUNAR = re.compile(
    rf"(?:农历|阴历|古历|旧历) ?(?:闰?(?:[正腊冬]|十[一二]?|[二三四五六七八九]|\d{{1,2}})月{_LUNAR_DAY}?|{_NEW_YEAR})"
    rf"|[正腊]月{_LUNAR_DAY}?|{_NEW_YEAR}"
)
CENTURY = re.compile(r"(?P<century>上个?|本|19|20|21|十九|二十|二十一)世纪(?P<part>初叶?|末|中叶|中期|上半叶|下半叶)")
DURATION = re.compile(
    r"(?P<prefix>(?:刚刚?)?过去的?这?|以往|过往|最近|未来|今后|往后|接下来的?|今明|明后|近|前|头|首|这|其后|此后|[上下]一?个)?"
    r"(?P<n>(?:\d{1,3}(?:至|到|-|—|~))?\d{1,3}(?!\d)"
    r"|(?:[一二两三四五六七八九十]{1,3}(?:至|到|、))?[一二两三四五六七八九十廿卅百半几]{1,4})(?P<more>[多余来])? ?"
    r"(?P<unit>个半?月|个?季度|个?星期|个世纪|周年|年|周|天)(?P<half>半)?(?P<more2>[多余](?!\d))?(?P<between>时间|时光)?"
    r"(?:的?(?P<tail>以来|(?<=年)内(?!蒙)|(?<=年)里(?![程氏约屯弄坊面外])|[里中](?=[，,]|全|共|累)|间(?!隔|接|距|歇)"
    r"|来(?!自|到|临|源|看|访|说|信|电|宾|回|者|往|客|了)|(?:之|以)?前(?!期|景|后|往|提(?![高升])|列|茅)"
    r"|(?:之|以)?后(?!期|续|备|勤|方|代|劲|盾|悔)))?"
)
CHANGE = re.compile(
    r"，?(?:增长|增加|提高|提升|上升|上涨|降低|回落|翻|累计|累积|新增|减少|下降|总计|平均|年均|复合|新低|新高|巨变|共(?![同产青]))"
)
PLAN_TAIL = (
    r"(?:(?:规划)?(?P<whole>期间|时期(?!规划)|规划期间?内?|[这的]?五年(?:来|间|里)?(?!规划|计划))|(?P<since>以来)|(?P<first>开局之年|初期?)"
    r"|(?P<last>期?末期?|收官之年)|(?P<mid>中后期|中期(?!评估))|(?P<side>前|头|后)(?P<n>[一二两三四1-4])年"
    r"|第(?P<nth>[一二三四五1-5])年)"
)


@cache
def plan_pattern() -> re.Pattern[str]:
    """Return the pattern of a five-year plan as a time: with a tail, or alone behind a comparison or before a comma."""
    names = "|".join(sorted(vocabulary().plans, key=len, reverse=True))
    return compile_han(
        rf"[“\"‘]?(?P<plan>{names})[”\"’]?(?:{PLAN_TAIL}|(?P<alone>(?=[，,]))"
        r"|(?P<review>(?=(?:(?!规划|计划|项目)[一-鿿]){0,12}(?:回顾|总结|成就|成效|巡礼|答卷|成绩单)(?:综述|(?:系列|专场)?(?:新闻)?发布会)?[^一-鿿]?\n"
        r"|(?:(?!规划|计划|项目)[一-鿿]){0,10}(?:目标|思路|展望|蓝图)[一-鿿、]{0,14}\n|累计|新增"
        r"|[我全][国省市县州区][^，。；规计项\n]{0,8}(?:了|累计|共))))"
    )


@cache
def event_pattern() -> re.Pattern[str]:
    """Return the pattern of a known event with 以来 or N年来 behind it."""
    names = "|".join(sorted(vocabulary().events, key=len, reverse=True))
    return re.compile(
        rf"(?P<event>{names})(?:(?:胜利)?召开|闭幕|开幕)?(?:的?(?:这)?(?:以来|之后|以后)|后(?=[，,])"
        rf"|的?(?P<n>\d{{1,3}}|[一二三四五六七八九十百]{{1,4}})(?P<more>[多余])?(?:周?年)(?:以?来|间))"
    )


_NUMERIC = re.compile(
    rf"[{_DIGIT}](?<![0-9/][0-9])(?<![{_HAN}][{_HAN}])(?:(?<!\.[0-9])|(?=[0-9]{{3}} ?年))"
    rf"(?:(?<=[0-9])[0-9]{{0,3}}+(?![0-9])|(?<=[{_HAN}])[{_HAN}]{{0,5}}+)"
    rf"(?=(?: ?[年月日号]?{_JOIN}(?:[0-9]{{1,4}}(?![0-9])|[{_HAN}]{{1,6}}+)){{0,9}}"
    r"(?: ?(?:(?:学|财政|课税|财)?年|全年|月|日|号|个?季度|个半?月|周|个?星期|天)|个?世纪|\)(?<=[0-9]{4}\))|[多余来]个?[年月天]"
    rf"|[两二三四五]年|[-/.]\d{{1,2}}[-/.]\d|/[{_DIGIT}]{{2,4}}(?:学|财政|课税)?年))"
)
_FEW = "[0-9一二两三四五六七八九十半几]"
_OPENINGS = (
    # rule, how its mentions may begin
    (
        "duration",
        f"近{_FEW}",
        f"最近{_FEW}",
        f"过去的?这?{_FEW}",
        f"未来的?{_FEW}",
        f"今后的?{_FEW}",
        f"往后{_FEW}",
        f"接下来的?{_FEW}",
        f"[前头这首]{_FEW}",
        f"[上下]一?个{_FEW}",
    ),
    ("duration", "今明[两2]", "明后[两2]"),
    ("duration", "刚刚?过去的", "以往[0-9一二三]", f"[其此]后的?{_FEW}"),
    (
        "date",
        "第[一二三四1-4](?:、第?[一二三四])?季",
        "首季",
        f"[前头首]{_FEW}",
        "民国 ?[0-9一二三四五六七八九十]",
        "[上下前后]半年",
    ),
    ("date", "[今去明前上本]\\(", "[’'‘][0-9][0-9] ?年", "[上下本当同]个?月", "这个月"),
    ("headed_day", "[昨今明前]\\("),
    ("decade", "上个?世纪", "本世纪"),
    ("century", "上个?世纪", "本世纪"),
    ("since", "以来"),
    ("lunar", "[农阴古旧]历", "[正腊]月", "大年[初三]"),
)
_QUOTES = ("", "“", '"', "‘")
_DEEDS = "[公宣表出举开召在与会到赴向率发通指说称透接起致就获主参推签启揭完正再又首]"
"""What must stand behind a word of one character: 昨公布, 昨出席."""


def _openings() -> Iterator[tuple[str, str]]:
    """Yield (rule, pattern) for everything a mention may begin with but a number."""
    known = vocabulary()
    for rule, *patterns in _OPENINGS:
        yield from ((rule, pattern) for pattern in patterns)
    for name in known.plans:
        yield from (("plan", quote + name) for quote in _QUOTES)
    yield from (("event", re.escape(name)) for name in known.events)
    yield from (("date", name) for name in known.festivals)
    for word in known.words.values():
        name = word.word if len(word.word) > 1 else word.word + _DEEDS
        yield ("date" if word.kind == "relative" and word.unit == "year" else "word"), name


_CHARACTER = re.compile(r"(?:\[([^]]+)\]|\\?(.))(\??)", re.S)


def _characters(pattern: str, position: int) -> tuple[str, int]:
    """Return the characters that an opening may have at a position of its pattern, and where the next are told."""
    match = _CHARACTER.match(pattern, position)
    assert match
    characters, position = (match[1] or match[2]).replace("0-9", "0123456789").replace("1-4", "1234"), match.end()
    return characters + (_characters(pattern, position)[0] if match[3] else ""), position


@cache
def _word_scanner() -> tuple[re.Pattern[str], dict[str, frozenset[str]]]:
    """Return the pattern of the openings, and the rules that each first two characters may lead to.

    What two characters rule out is passed by first; a branch of literals is what `re` goes through fastest. All but
    the first character is looked at ahead, so that openings may overlap (至今年: 至今, 今年).
    """
    rests: dict[str, set[str]] = {}
    rules: dict[str, set[str]] = {}
    for rule, pattern in _openings():
        firsts, position = _characters(pattern, 0)
        seconds, _ = _characters(pattern, position)
        for first in firsts:
            rests.setdefault(first, set()).add(pattern[position:])
            for second in seconds:
                rules.setdefault(first + second, set()).add(rule)
    pair = "".join(f"[{re.escape(''.join(sorted({two[i] for two in rules})))}]" for i in (0, 1))
    branches = (f"{re.escape(c)}(?={'|'.join(sorted(r, key=len, reverse=True))})" for c, r in rests.items())
    return re.compile(f"(?={pair})(?:{'|'.join(branches)})"), {two: frozenset(names) for two, names in rules.items()}


def starts(text: str) -> list[tuple[int, bool]]:
    """Return (position, is_word) for every place where a mention may start, in text order."""
    found = [(match.start(), False) for match in _NUMERIC.finditer(text)]
    found += [(match.start(), True) for match in _word_scanner()[0].finditer(text)]
    found.sort()
    return found


def rules_by_opening() -> dict[str, frozenset[str]]:
    """Return the names of the rules that may read what begins with two characters, but for numbers."""
    return _word_scanner()[1]
