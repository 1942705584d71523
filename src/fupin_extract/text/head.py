"""The head and tail of an article: title, publication date, outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from ..patterns import compile_han
from .page import VISITED, is_furniture

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .origin import Text


@dataclass(frozen=True, slots=True)
class Head:
    """What an article says of itself; None where it does not."""

    title: str | None = None
    published: date | None = None
    source: str | None = None


_YMD = r"(?P<y>(?:19|20)\d\d) ?(?:[-/.]|年/?) ?(?P<m>\d{1,2}) ?(?:[-/.]|月/?) ?(?P<d>\d{1,2})(?!\d)(?: ?日|(?!日))"
_DMY = r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>(?:19|20)\d\d)"
_HAN = "〇零○一二三四五六七八九"
_CHINESE = (
    rf"(?P<y>[一二][{_HAN}]{{3}})年(?P<m>[一二三四五六七八九十]{{1,2}})月(?P<d>[一二三四五六七八九十廿卅]{{1,3}})日"
)
_ROC = r"(?:中华)?民国 ?(?P<y>\d{2,3}) ?年 ?(?P<m>\d{1,2}) ?月 ?(?P<d>\d{1,2}) ?日"
_ROC_BARE = r"(?<!\d)(?P<y>1[0-3]\d)(?: ?年 ?| ?[-/.] ?)(?P<m>\d{1,2})(?: ?月 ?| ?[-/.] ?)(?P<d>\d{1,2})(?!\d) ?日?"
_ROC_BEGINS = 1911
_CLOCK = r"(?:[ T]*\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2}秒?)?分?)?"
_BESIDE = (
    "阅读|责编|采访|摄影|撰文|文 ?/|图 ?/|[一-鿿]{2,6}发布|[一-鿿]{0,2}来源|作者|稿源|浏览|点击|星期|第|编辑|字号"
    "|(?:[一-鿿]{2,8}(?:网|报|社|台)|旺报|信报|侨报)(?:$| |(?:全媒体)?记者)"
    "|[一-鿿]{2,18}(?:网站|局|厅|办|委|政府|委员会|融媒体中心)$|新闻 ?编辑"
)
_BEHIND = (
    r"[A-Z]?\d{1,2} ?版?[ ·)]*[一-鿿·]{0,12}$|[一-鿿]{1,6}(?:卷|期)[^\n]{0,30}|星期.|第 ?[A-Z]?\d+ ?版.*|[一-鿿·]{0,8}第.{1,3}版.*"
    r"|(?:记者|采访|摄影|撰文|文 ?/|图 ?/).*|责任编辑.*| "
)
_HEAD_LINES, _TAIL_LINES, _HEAD_LENGTH = 12, 8, 1500

_MAYBE_DATED = re.compile(r"[0-9][-/.年]|[二一][〇零○一二三四五六七八九]{3}年|年 ")
_FORMS = tuple(
    (re.compile(hint), form)
    for hint, form in (
        (r"(?:19|20)\d\d ?[-/.年]", _YMD),
        (r"\d\.\d{1,2}\.(?:19|20)", _DMY),
        (r"[一二][〇零○一二三四五六七八九]{3}年", _CHINESE),
        ("民国", _ROC),
        (r"(?<!\d)1[0-3]\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d", _ROC_BARE),
    )
)
"""The forms of a date, each with what a line has that holds one: most texts have dates of one form only."""


@cache
def _stamps(form: str) -> tuple[re.Pattern[str], ...]:
    """Return the ways in which a date of a form stands in a head."""
    patterns = (
        # 发布时间: 2018-07-02
        rf"(?:(?<![议止动名开])(?:时间|日期)|公开日期|发[布佈]于|发表于|更新于|刊发|发稿|[Pp]ublished|[Pp]osted|[Dd]ate)"
        rf"(?: on)? ?[:|]? ?\[?{form}",
        # a line that is the date alone, with what else a dateline holds
        rf"^[ (\[——\-]*{form}[ )\]]*{_CLOCK}[ )\]]*(?:$|[|]|[ (]*(?:{_BESIDE}))",
        # 甘谷县脱贫1.2万人 2016-10-17 来源：甘肃日报
        rf"(?<![\d.]){form} *{_CLOCK} *(?:来源|稿源) ?:",
        # 编辑：李四 2016-10-17; 字号：大 中 小 2014-03-03
        rf"^[ ]*(?:(?:责任)?编辑|责编|校对|审核|字[号体])[ :][^，。]{{0,16}}?{form}(?=$| |\|)",
        # (2018年8月31日公告), (2016年5月9日发布)
        rf"^[ (\[]*{form} ?(?:公告|公布|发布|印发|通过|刊发)[ )\]]*$",
        # ——2017年1月10日在…会议上
        rf"^[ (——\-]*{form} ?在.{{2,50}}(?:会议?上|大会|\))(?:$|[ )])",
        # 甘肃日报 2019-03-05, (甘肃日报 2019年3月5日)
        rf"^[ (【]*(?:来源 ?: ?)?[一-鿿]{{2,14}}(?<!时间)(?<!日期)(?<!电话)(?<!专线)"
        rf"(?:[ (,，:|\[】]+|(?<=报)){form}[ )\]]*{_CLOCK}[ )]*(?:{_BEHIND})*$",
        # 甘肃日报数字报 >> 2019年3月5日 >> 第07版
        rf"^[ (]*[一-鿿]{{2,14}} *(?:[>»|/·]+ *)+{form}(?=$| |>|»|\||/|·)",
        # a date with its hour, wherever it stands in a short line of the head
        rf"^.{{0,60}}?(?<!\d){form}[ T]*\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?!\d)",
        # 某报记者 张三 2019年3月5日; 《人民日报》(2019年3月5日 01版)
        rf"^.{{0,20}}(?:记者|通讯员|作者|》|(?<![一-鿿])文 ?/|撰文)[^，。]{{0,14}}?{form}[ )]*(?:第? ?\d{{1,2}} ?版)?[ )]*$",
        # 新华社北京2016年6月8日电
        rf"(?:社|网|报|台)[一-鿿]{{2,6}}{form}(?:电|讯|消息)",
    )
    return tuple(map(compile_han, patterns))


def _stamps_of(line: str) -> Iterator[re.Pattern[str]]:
    return (stamp for hint, form in _FORMS if hint.search(line) for stamp in _stamps(form))


_AGENCIES = "中央社|新华社|新华网|人民网|中新社|中新网|中国新闻网|央视网|央广网|光明网|中国网"
_PAPER = "日报|晚报|时报|早报|商报|晨报"
_SHORT_PAPER = "旺报|信报|侨报"
"""Papers of two characters: 简报, 公报, 通报 are written so too."""
_SOURCE = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        # 来源：甘肃日报, and 甘谷发布, which is a name
        r"[来稿]源(?<!资料..)(?<!数据..)(?<!图片..) ?[:|] ?[《“]?(?P<name>[^ \x00\n()《》“”|,，;；:]{2,20}?)[》”]?"
        r"(?=[ \n()|,，;；\]】]|作者|记者|编辑|(?<=[报网社台局府室委部])发布|发布 ?[时日:]|时间|日期|责任|通讯员|$)",
        # 发文机关：甘肃省统计局
        r"(?:发文|发布|制发|印发)(?<![^ \n]..)(?:机关|机构|单位|部门) ?: ?(?P<name>[^ \x00\n()《》“”|,，;；:]{3,20})(?= |$)",
    )
)
_SOURCE_LINES = tuple(
    compile_han(pattern, re.MULTILINE)
    for pattern in (
        # 甘肃日报数字报 >> 2018年8月3日
        rf"[ (]*(?P<name>[一-鿿]{{2,8}}?(?:{_PAPER}|报))(?:数字报|电子版|数字版|电子报)?刊? *(?:[>»|/·]+ *)+(?:19|20)\d\d[-./年]",
        # 甘肃日报　2018年8月3日
        rf"[ (>【]*(?P<name>[一-鿿]{{2,10}}(?:{_PAPER}|导报|报|通讯|网|杂志|周刊)|{_SHORT_PAPER})"
        r"(?: *[ (\[】](?:19|20)\d\d[-./年]|(?<=报)(?<!通报)(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d)",
        # 甘肃广播电视台新闻广播《甘肃新闻》　2018-11-22
        r"[ (]*(?P<name>[一-鿿]{2,12}(?:电视台|广播电台|卫视|广播)[一-鿿]{0,6})(?:《[^》\n]{2,14}》)? *[(\[]?(?:19|20)\d\d[-./年]",
        # 《甘肃日报》（2019年10月17日 第1版）
        r"[ (]*(?:原载|转自|摘自)? ?《 ?(?P<name>[一-鿿]{2,8}(?:报|网|通讯)) ?》[ (]*(?:19|20)\d\d[-./年]",
        # 甘谷县扶贫办　2016-11-08, 甘谷发布 2020-05-06 18:00
        r"[ (]*(?P<name>[一-鿿]{2,14}(?:[省市县区州]政府|局|厅|办|办公室|委员会|宣传部|调查队|发布|融媒体中心|融媒))"
        r" +[(\[]?(?:19|20)\d\d[-./年]",
        # 人民日报记者　张三　2016年10月17日
        rf"[ (]*(?P<name>[一-鿿]{{2,8}}(?:{_PAPER}|报|网|社|电视台))(?:全媒体)?记者[ :][^，。\n]{{2,30}}$",
        # 甘谷县统计局编　2023年2月9日
        r"[ (]*(?P<name>[一-鿿]{2,14}(?:局|厅|办|办公室|调查队|委员会))(?:主?编|编印|主办)(?= |$)",
        # 2020-11-18　更生日报　记者
        rf"[ (]*(?:19|20)\d\d[-./年]\d{{1,2}}[-./月]\d{{1,2}}日?{_CLOCK}[ )]+(?:星期. +)?"
        rf"(?P<name>[一-鿿]{{2,10}}?(?:{_PAPER}|报|网)|{_SHORT_PAPER})(?= |$|(?:全媒体)?记者)",
        # 农传媒　政策观察: an outlet with its column
        rf"[ ]*(?P<name>[一-鿿]{{1,8}}(?:{_PAPER}|传媒|周刊|周报|新闻网)) +[一-鿿·]{{2,8}}[ ]*$",
        # 甘肃省审计厅审计结果公告
        r"[ ]*(?P<name>[一-鿿]{2,12}(?:局|厅|署|委员会))(?:审计结果)?公告[ ]*$",
        # a line that is a paper's, a bureau's or an office's name alone
        rf"[ ]*(?P<name>[一-鿿]{{2,14}}(?:{_PAPER}|局|厅|委员会|指挥部|人民政府|办公厅|办公室))[ ]*$",
        # 新华社北京6月8日电, 央视网消息
        rf"[ (【]*(?P<name>{_AGENCIES})(?:\([一-鿿]{{2,8}}\))?[一-鿿]{{0,6}}?(?:\d|消息|[一-鿿]{{2,6}}\d)",
        # 陇原日报讯
        rf"[ (【]*(?P<name>[一-鿿]{{2,8}}(?:网|{_PAPER}|通讯社))(?:消息|讯|[一-鿿]{{2,6}}\d{{1,2}}月\d{{1,2}}日[电讯])",
        # 【明报专讯】
        r"[ ]*【(?P<name>(?!本报|今报)[一-鿿]{1,6}报)(?:专?讯|消息)】",
    )
)
"""Lines of the head that name the outlet; each is matched where a line begins."""
_ORIGINAL_TITLE = re.compile(r"^[ (]*原标题 ?: ?(?P<title>[^\n]+?)\)? *$", re.M)
_FIELD_TITLE = re.compile(r"^[ ]*(?:标 ?题|题 ?目|名 ?称) ?: ?(?P<title>[^\n]{4,60}?) *$", re.M)
_DATELINE_START = re.compile(r"[ (【]*[\w/]{2,12}(?:社|网|报|讯|消息|电)[^\n]{0,24}(?:电|讯|消息|:)")


def read_head(text: Text) -> Head:
    r"""Return the title, the publication date and the outlet that the text gives, each None if it gives none.

    A date counts only if it is complete and stands as a dateline does: alone in its line near the head or
    the foot, behind 时间/日期, in a speech's subtitle, in an agency's opening.

    >>> from .normalise import normalise
    >>> read_head(normalise("陇南市脱贫攻坚综述\n\n12.11.2015  20:40 来源:甘肃日报\n　　三年来，……"))
    Head(title='陇南市脱贫攻坚综述', published=datetime.date(2015, 11, 12), source='甘肃日报')
    """
    lines = _lines(text.text)
    head = [line for line in lines[:_HEAD_LINES] if len(line[2]) < 200]
    tail = [line for line in lines[-_TAIL_LINES:] if len(line[2]) < 90]
    paper = _PAPER_DAY.search(text.text, 0, _HEAD_LENGTH) or _SIGNED_OFF.search(text.text)
    published = _as_date(paper) if paper else _first_date(line[2] for line in [*head, *reversed(tail)])
    return Head(_title(text, lines), published, _outlet(text, tail))


_PAPER_DAY = re.compile(
    r"(?P<y>(?:19|20)\d\d) ?年 ?(?P<m>\d{1,2}) ?月\s{1,4}(?P<d>\d{1,2})\s{1,4}星期[一二三四五六日天]"
)
"""The day in a newspaper's masthead, in lines of its own: 2019年 3月 / 5 / 星期二."""

_SIGNED_OFF = re.compile(
    r"\((?:编辑|核稿|译者)[ :/][^\n()]{2,30}\) ?(?P<y>1[0-3]\d)(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)(?!\d)"
)
"""The day that a dispatch of Taiwan's agency ends with, in years from 1912: (编辑:某某)1130925."""


def _lines(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, content) of the lines that hold something, stripped of space and Markdown."""
    found, position = [], 0
    for line in text.split("\n"):
        content = line.strip(" \r#*>_")
        if content:
            start = position + line.index(content)
            found.append((start, start + len(content), content))
        position += len(line) + 1
    return found


def _first_date(lines: Iterable[str]) -> date | None:
    """Return the first date of publication in lines of a head, None where they have none."""
    for line in lines:
        if not _MAYBE_DATED.search(line) or _VISITED.match(line):
            continue
        if line.startswith("更新") and (at := line.find("发布")) > 0:
            line = line[at:]  # 更新时间：2020-01-03 [发布时间：2019-05-06]
        for stamp in _stamps_of(line):
            if (match := stamp.search(line)) and (found := _as_date(match)):
                return found
    return None


_VISITED = re.compile(VISITED)


def _as_date(match: re.Match[str]) -> date | None:
    try:
        year, month, day = (_number(match[part]) for part in "ymd")
        return date(year if year >= 1000 else year + _ROC_BEGINS, month, day)
    except ValueError:
        return None


def _number(digits: str) -> int:
    """Return the number that the digits of a date write: 2019, 二〇一九, 二十八."""
    if digits.isdecimal():
        return int(digits)
    if "十" in digits or "廿" in digits or "卅" in digits:
        tens, _, ones = digits.replace("廿", "二十").replace("卅", "三十").partition("十")
        return 10 * (_HAN.index(tens) - 2 if tens else 1) + (_HAN.index(ones) - 2 if ones else 0)
    value = 0
    for digit in digits:
        value = 10 * value + max(0, _HAN.index(digit) - 2)
    return value


_NO_OUTLET = frozenset("本站 本网 原创 网络 互联网 转载 未知 本网站 网站 本报 综合".split())
"""Words behind 来源 that name nobody."""


def _outlet(text: Text, tail: list[tuple[int, int, str]]) -> str | None:
    """Return the outlet in its own script: named in the head, or behind 来源 at the foot."""
    for source in _sources(text.text):
        if source["name"] not in _NO_OUTLET:
            return text.as_written(*source.span("name"))
    for start, end, _ in tail:
        match = _SOURCE[0].search(text.text, start, end)
        if match and match["name"] not in _NO_OUTLET:
            return text.as_written(*match.span("name"))
    return None


def _sources(text: str) -> Iterator[re.Match[str]]:
    """Yield what each way of naming an outlet finds first in the head."""
    yield from filter(None, (pattern.search(text, 0, _HEAD_LENGTH) for pattern in _SOURCE))
    begins = [0, *(line.end() for line in _LINE_ENDS.finditer(text, 0, _HEAD_LENGTH))]
    begins = [begin for begin in begins if _ANY_SOURCE_LINE.match(text, begin, _HEAD_LENGTH)]
    for pattern in _SOURCE_LINES:
        found = filter(None, (pattern.match(text, begin, _HEAD_LENGTH) for begin in begins))
        yield from islice(found, 1)


_LINE_ENDS = re.compile("\n")
_ANY_SOURCE_LINE = compile_han("|".join(p.pattern.replace("(?P<name>", "(?:") for p in _SOURCE_LINES), re.MULTILINE)


def _title(text: Text, lines: list[tuple[int, int, str]]) -> str | None:
    """Return the headline in its own script: the first line, unless it is prose, a dateline or a field."""
    head = text.text[:2000]
    for pattern in (_ORIGINAL_TITLE, _FIELD_TITLE):
        if match := pattern.search(head):
            return text.as_written(*match.span("title"))
    lines = [line for line in lines[:_HEAD_LINES] if not (is_furniture(line[2]) or _FIELD.match(line[2]))]
    lines = lines[_masthead([line[2] for line in lines]) :]
    lines = lines[_kicker([line[2] for line in lines]) :]
    if len(lines) < 2:
        return None
    start, end, line = lines[0]
    if len(line) > 70 or line[-1] in "。；;，,、:" or _DATELINE_START.match(line) or _BYLINE.match(line):
        return None
    title, following = text.as_written(start, end), ""
    apart = _line_feeds(text.text, lines)
    for further_start, further_end, further in lines[1 : _BROKEN_OVER + 1]:
        if len(further) >= _BROKEN_LINE or text.text.count("\n", end, further_start) != apart:
            break
        following += further
        title += text.as_written(further_start, further_end)
        if _goes_on(line, following):
            return title
        end = further_end
    return text.as_written(*lines[0][:2])


def _line_feeds(text: str, lines: Sequence[tuple[int, int, str]]) -> int:
    """Return how many line feeds part neighbouring lines: two on a page that sets every paragraph apart."""
    return min((text.count("\n", one[1], other[0]) for one, other in pairwise(lines)), default=1)


def _kicker(lines: Sequence[str]) -> int:
    """Return how many lines only say in which column a piece stands, above a headline with its subtitle or byline: 县域对话."""
    if len(lines) < _WITH_KICKER or not _NO_HEADLINE.search(lines[0]) or lines[1][-1] in "。；，,":
        return 0
    longer = lines[0][0] in "【[" or len(lines[0]) < min(len(lines[1]), _KICKER)
    return 1 if longer and not _is_below(lines[1]) and _is_below(lines[2]) else 0


def _is_below(line: str) -> bool:
    """Tell whether a line stands below a headline: a subtitle, a byline, a dateline."""
    below = line.startswith(("—", "-")) or _BYLINE.match(line) or _DATELINE_START.match(line)
    return bool(below) or any(stamp.match(line) for stamp in _stamps_of(line))


_WITH_KICKER, _KICKER = 3, 14
_NO_HEADLINE = re.compile(
    r"^[【［\[].*[】］\]]$|(?:对话|访谈|专访|通稿|观察|聚焦|关注|调查|纪实|专栏|时评|视点|特稿|报道|追踪|特写|特刊|要闻|专题|故事|行动|走基层)$"
)
_FIELD = compile_han(r"(?:[一-鿿]{2}(?:时间|日期)|来源|稿源|文号|发文字号|发[布文]机[构关]|作者|编辑) ?:")
"""A line of a page's form, above the headline: 公开日期：2016-10-17."""
_BROKEN_OVER, _BROKEN_LINE = 2, 40
"""Lines that a broken headline goes on for at most, and what each is shorter than."""


_ISSUE = re.compile(
    r"^[ (]*第? ?[0-9一二三四五六七八九十百]+ ?期|^[ (]*(?:(?:19|20)\d\d年)? ?第 ?\d{1,3} ?号(?:[ (]|$)"
)
_NUMBER = re.compile(r"^[^。，]{0,14}[〔\[(（](?:19|20)\d\d[〕\])）] ?第? ?\d+ ?号")
_RED_HEAD = re.compile(r"(?:文件|签发|特急|加急|密级|办公室|委员会|人民政府|局|厅)$|^[A-Z]?\d{6,}$|签发人")
"""The line above the number of an official document: 甘谷县扶贫开发办公室文件 / 甘扶办发〔2014〕118号."""
_SITE = compile_han(
    r"^[一-鿿A-Za-z]{2,8}(?:网|日报|晚报|频道|在线|客户端|政府网站|门户网站)$"
    r"|^[一-鿿]{1,6}(?:日报|晚报|传媒|周刊|周报|新闻网) +[一-鿿·]{2,8}$"
)
_BYLINE = re.compile(r"^[ (□■]*(?:(?:本报|本刊|全媒体)?记者|通讯员|作者|编辑|文|图)[ :/]")


def _masthead(lines: Sequence[str]) -> int:
    """Return how many lines stand above the headline: the bulletin's name with its issue, the paper's name with the date."""
    issue = next((k for k, line in enumerate(lines[:3]) if _ISSUE.match(line)), -1)
    above = issue + 1
    number = next((k for k, line in enumerate(lines[:4]) if _NUMBER.search(line)), -1)
    if 0 <= number < len(lines) - 1 and all(_RED_HEAD.search(line) for line in lines[above:number]):
        above = number + 1
    if above == 0 and len(lines) > 2 and _SITE.match(lines[0]):
        above = 1
    while above < len(lines) and any(stamp.match(lines[above]) for stamp in _stamps_of(lines[above])):
        above += 1
    return above


_BODY = re.compile(r"(?:办公室|人民政府|领导小组|总行|[局厅委办部署院会行])$")


def _goes_on(line: str, following: str) -> bool:
    """Tell whether a headline was broken over these lines: the first ends in a body's name or 关于, no date follows."""
    ends = re.search(r"的?(?:通知|通报|意见|决定|办法|公告|方案|报告|请示|批复|函)$", following) is not None
    begins = re.search(r"关于|对", line) or (following.startswith("关于") and _BODY.search(line))
    return bool(begins) and ends
