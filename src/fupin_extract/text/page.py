"""Page furniture: what surrounds an article on its page and says nothing of its subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..patterns import compile_han

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINK = re.compile(
    r"<[a-zA-Z/!][^<>\n]{0,2000}>"
    r"|!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)"
    r"|(?<=\])\([^)\n]{1,500}\)"
    r"|(?:https?://|www\.)[^\s<>()，。；“”]+"
    r"|(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9.-]{3,80}"
)
"""HTML tags, Markdown images and link targets, addresses."""

_LINK_HINTS = ("<", "](", "http", "www.", "@")
"""Cheap pre-check: every link contains one of these."""

_WORDS = (
    "ICP[备证]|公网安备|网安备|Copyright|版权所有|All [Rr]ights|©|许可证[号编]|举报电话|新闻热线|联系电话"
    "|分享[到至]|转发[到至]|扫一扫|二维码|责任编辑|责编|上一[篇条版]|下一[篇条版]|返回(?:顶部|首页|列表)|关闭窗口|打印本页"
    "|设为首页|加入收藏|网站地图|网站简介|联系我们|免责(?:条款|声明)|顶一下|踩一下"
    "|微信公众号|邮政编码|网站标识码|电子邮箱|建议使用.{0,20}浏览器|分辨率"
)
"""Lines and words that are furniture by themselves."""
VISITED = r" *(?:今天|今日|现在)是? ?:? ?(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2} ?日? *(?:(?:星期|周)[一二三四五六日天]|$)"
"""The day on which a page was looked at, which it shows above everything: 今天是：2015年8月31日 星期一."""
_LINE = compile_han(
    rf"{_WORDS}"
    r"|(?:点击|浏览|阅读|访问|查看|点击数|浏览次数|点击量|阅读量|浏览量|访问量|人气|评论|字号|字体|纠错)(?:次数|人数|数|量)?\s*:"
    r"|(?:您的|您现在的|你现在的|当前|所在|现在)位置\s*:|首页\s*[>»|]"
    r"|(?:无障碍|繁体|简体|手机版|移动版|English)(?:中文|版|浏览|阅读)? *[|/] *[^\W\da-z_]"
    r"|^[^\n。]{0,40}?(?:>+[^\n>。]{1,20}){2,}$|^[^\n。>]{2,20}>+ *(?:正文|详情|内容) *$"
    r"|^[ ]*(?:索 ?引 ?号|主题(?:词|分类)|信息分类|公开(?:形式|方式|类别|范围|属性)|发文(?:字号|机关|单位)|发布(?:机构|单位)"
    r"|公文种类|文 ?号|组配分类|体裁分类|有 ?效 ?性|服务对象|内容概述)\s*:"
    r"|℃.{0,8}(?:多云|晴|阴|[小中大]雨|转)|(?:多云|晴|阴|[小中大]雨) *-?\d{1,2}℃? ?[~～/—-]"
    r"|邮编\s*:|传真\s*:"
    r"|^[ ]*(?:[\[【(<]? ?(?:字[号体]|[大中小]|特大|打印|收藏|关闭|分享|纠错|保存|返回|推荐|朗读|放大|缩小|默认)[ :\]】)>|/]*){3,}$"
    rf"|^{VISITED}"
    r"|^[ ]*(?:主办|承办|协办|版权)(?:单位)?\s*:|^[ ]*相关(?:链接|新闻|阅读|报道)\s*:.{4,}",
    re.MULTILINE,
)
_LINE_HINT = re.compile(rf"{_WORDS}|今[天日]|现在|字[号体]|打印|:|>|»|\||/|℃|多云|晴|阴|小雨|中雨|大雨")
"""Cheap pre-check: every line of furniture contains this; all of it begins with a character, which `re` finds at memory speed."""
_RELATED = re.compile(
    r"^[ >•·◆#*【\[]*(?:相关(?:新闻|阅读|链接|推荐|文章|报道|稿件|专题)|推荐(?:阅读|内容|新闻|文章)|延伸阅读"
    r"|热门(?:新闻|文章|推荐)|猜你喜欢|更多(?:新闻|内容|精彩))"
    r"[ ::】\]>…]*$",
    re.MULTILINE,
)
_META = re.compile(
    r"^[ (\[【]*(?:(?:发布|发表|更新|印发|成文|公开|发文)?(?:时间|日期)|来源|稿源|作者|发布者|编辑|记者)\s*:"
    r"|^[ (\[【]*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[ T]*(?:\d{1,2}:\d{2}(?::\d{2})?)?(?=[ )\]】|]|来源|作者|$)"
    r"|^[ ]*\d{1,2}\.\d{1,2}\.\d{4}(?: +\d{1,2}:\d{2})?[ ]*$",
    re.MULTILINE,
)
_LONGEST = 90
"""A line longer than this is an article's paragraph, whatever words of furniture it holds."""


def find_furniture(text: str) -> list[tuple[int, int]]:
    r"""Return the stretches of the working text that are page furniture, sorted; they may touch.

    >>> text = "贫困户减少5户。\n点击:1234次\n相关新闻\n3名学生获奖"
    >>> [text[s:e] for s, e in find_furniture(text)]
    ['点击:1234次', '相关新闻\n3名学生获奖']
    """
    linked = any(hint in text for hint in _LINK_HINTS)
    found = [match.span() for match in _LINK.finditer(text)] if linked else []
    for begin, stop in _ends_of_lines(text):
        hinted = _LINE_HINT.search(text, begin, stop)
        for match in (*(_LINE.finditer(text, begin, stop) if hinted else ()), _META.match(text, begin, stop)):
            if match is not None:
                start, end = _line(text, *match.span())
                if end - start <= _LONGEST and not _is_prose(text[start:end]):
                    found += _around_date(text, start, end)
    found += _enumerators(text)
    listed = 0
    for match in _RELATED.finditer(text):
        if match.start() >= listed:  # a heading inside a list ends where that ends
            listed = _end_of_list(text, match.end())
            found.append((match.start(), listed))
    return sorted(found)


def is_furniture(line: str) -> bool:
    """Tell whether a whole line is page furniture: a trail of links, a form's field, a counter.

    >>> is_furniture("您的位置:首页 > 政务公开"), is_furniture("大姚县2018年工作总结")
    (True, False)
    """
    if len(line) > _LONGEST or not _LINE_HINT.search(line):
        return False
    return _LINE.search(line) is not None and not _is_prose(line)


def _ends_of_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield what of each line may be furniture: it stands no farther from the line's end."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line:
            yield max(start, end - _LONGEST), end
        start = end + 1


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the line around a stretch, from the end of the sentence before it."""
    floor, ceiling = max(0, start - _LONGEST - 1), end + _LONGEST + 1  # in a longer line nothing is furniture
    begin = max(text.rfind(c, floor, start) for c in "\n。")
    end = text.find("\n", end, ceiling)
    return (begin if begin >= 0 else floor - 1) + 1, min(len(text), ceiling) if end < 0 else end


_DATE = re.compile(r"(?:19|20)\d\d[-/.年] ?\d{1,2}[-/.月] ?\d{1,2}日?|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d")


_PLACE = compile_han(r"记者[一-鿿]{2,4}(?:[、 ][一-鿿]{2,4})* ?/ ?([一-鿿]{2,8}?)(?:\d{1,2}日)?报[道导]")
"""The place that a dateline reports from: 记者林俐安／贵州黎平报导."""


def _around_date(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return a line without the date and the place of a dateline, which stay a time and a place that the text states."""
    if not _META.match(text, start):
        return [(start, end)]
    date, place = _DATE.search(text, start, end), _PLACE.search(text, start, end)
    kept = sorted(match.span(group) for match, group in ((date, 0), (place, 1)) if match)
    found = []
    for kept_start, kept_end in kept:
        found.append((start, kept_start))
        start = kept_end
    return [*found, (start, end)]


def _is_prose(line: str) -> bool:
    """Tell an article's sentence that happens to hold a word of furniture (可拨打举报电话) from furniture."""
    line = line.strip()
    return len(line) > 18 and line[-1] in "。！？" and "，" in line


_ENUMERATOR = re.compile(r"^[ ]*[◆●·•*-]? ?(\d{1,3})[.、](?=(\d)[\d.]*[^\d.\s%]|\D)", re.MULTILINE)


def _enumerators(text: str) -> list[tuple[int, int]]:
    """Return the numbers that count a list's lines (45.北京市…).

    Where a digit follows (3.45个) the point could be a decimal one: then the line above or below in the
    count must be there too.
    """
    matches = list(_ENUMERATOR.finditer(text))
    counts = {int(match[1]) for match in matches if not match[2]}
    return [
        match.span()
        for match in matches
        if not match[2] or (match[0][-1] == "." and counts & {int(match[1]) - 1, int(match[1]) + 1})
    ]


def _end_of_list(text: str, position: int) -> int:
    """Return where the list of headlines behind a heading ends: at the next paragraph of prose, or with the text."""
    while position < len(text):
        end = text.find("\n", position + 1)
        end = len(text) if end < 0 else end
        line = text[position:end].strip()
        if len(line) > 40 and line[-1] in "。！？”":
            return position
        position = end
    return len(text)
