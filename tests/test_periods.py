"""Periods: one case, one line: text with [the mentions] | published | what they are, in order."""

from __future__ import annotations

import re
from datetime import date

import edtf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import fupin_extract as fx
from fupin_extract.periods import CLOCK, census_told, find_periods
from fupin_extract.periods.vocabulary import entries
from fupin_extract.text import normalise

PUBLISHED = date(2019, 11, 26)


def read(marked: str, published: date | None) -> tuple[list[str], list[str]]:
    """Return the text's mentions as marked in it, and what they were read as."""
    source = marked.replace("[", "").replace("]", "")
    expected: list[tuple[int, int]] = []
    for k, match in enumerate(re.finditer(r"\[([^]]+)\]", marked)):
        start = match.start() - 2 * k
        expected.append((start, start + len(match[1])))
    periods = find_periods(normalise(source), published)
    found = [f"{source[slice(*p.span)]} {p.edtf or 'null'} ({p.rule})" for p in periods]
    assert [tuple(p.span) for p in periods] == expected, found
    return [p.edtf or "null" for p in periods], found


def cases(table: str) -> list[object]:
    lines = [line for line in table.strip().splitlines() if line.strip()]
    return [pytest.param(*(part.strip() for part in line.split("|")), id=line.split("|")[0].strip()) for line in lines]


POSITIVES = """
[2015年11月12日]，全市召开现场会 | 2019-11-26 | 2015-11-12
[2015-11-12] 21:26 | 2019-11-26 | 2015-11-12
发布时间：[2018.7.2] | 2019-11-26 | 2018-07-02
[2015/11/12] 来源 | 2019-11-26 | 2015-11-12
[12.11.2015] 20:40 | 2019-11-26 | 2015-11-12
[２０１７年１０月１６日]启动 | 2019-11-26 | 2017-10-16
[2018 年 6 月 7 日]印发 | 2019-11-26 | 2018-06-07
[二〇一五年十一月]开工 | 2019-11-26 | 2015-11
[一九八六年]设县 | 2019-11-26 | 1986
[6月8日]，记者进村 | 2019-11-26 | 2019-06-08
[12月29日]上午开会，[12月3日]闭会 | 2019-11-26 | 2018-12-29 2019-12-03
报表请于[12月15日]前报县扶贫办 | 2019-11-26 | 2019-12-15
[11月份]出栏 | 2019-11-26 | 2019-11
本报[8日]讯 | 2019-11-26 | 2019-11-08
[30日]下雨，[1日]转晴 | 2019-12-02 | 2019-11-30 2019-12-01
[6月8日]播种，[9日]、[10日]下雨 | 2019-12-02 | 2019-06-08 2019-06-09 2019-06-10
[廿三日]下乡，[卅日]返城 | 2019-12-31 | 2019-12-23 2019-12-30
[2018年9月3日]开学，[10月12日]放假 | 2020-01-02 | 2018-09-03 2018-10-12
[2017年]栽树，[5月]浇水 | 2019-11-26 | 2017 2017-05
[1月1日—3日]接待游客 | 2019-11-26 | 2019-01-01/2019-01-03
[5月1日至7日]封山 | 2019-11-26 | 2019-05-01/2019-05-07
[2009年3月20日至4月2日]考察 | 2019-11-26 | 2009-03-20/2009-04-02
[4月3、4日]两天 | 2019-11-26 | 2019-04-03/2019-04-04
[6到9月]是雨季 | 2019-11-26 | 2019-06/2019-09
[1-8月]完成投资 | 2019-11-26 | 2019-01/2019-08
[2018年1-11月]完成投资 | 2019-11-26 | 2018-01/2018-11
[去年12月至今年3月]禁牧 | 2019-11-26 | 2018-12/2019-03
[一季度]开门红，[前三季度]稳增长 | 2019-11-26 | 2019-01/2019-03 2019-01/2019-09
[2019年第四季度]验收，[一季度末]完工 | 2019-11-26 | 2019-10/2019-12 2019-03
[上半年]修路，[去年下半年]通水 | 2019-11-26 | 2019-01/2019-06 2018-07/2018-12
[前8个月]出口增长，[头三个月]持平 | 2019-11-26 | 2019-01/2019-08 2019-01/2019-03
[2013至2018年]减贫 | 2019-11-26 | 2013/2018
[2014—2019年]、[2016-2020年]、[2014~2019年] | 2019-11-26 | 2014/2019 2016/2020 2014/2019
[2013年到2018年]投入 | 2019-11-26 | 2013/2018
规划期限（[2016—2020]） | 2019-11-26 | 2016/2020
[2013、2014年]两次调整，[2011、2014年]各一次 | 2019-11-26 | 2013/2014 {2011,2014}
[2016年]、[2017年]分别增长 | 2019-11-26 | 2016 2017
[2018-2019学年]资助学生 | 2019-11-26 | 2018/2019
从[98年]起，她在村里教书，[08年5月]入党 | 2012-01-01 | 1998 2008-05
从[九八年]起，她在村里教书，[零五年]入社，[九零年三月]出生 | 2012-01-01 | 1998 2005 1990-03
到[15年底]，全村通了水 | 2018-01-01 | 2015
他干了八九年，又等了六十八年 | 2012-01-01 |
[’95年]参军 | 2019-11-26 | 1995
[2020年底]脱贫摘帽，[9月初]动工 | 2019-11-26 | 2020 2019-09
由[2014年底]的13%降到[2018年末]的2% | 2019-11-26 | 2014 2018
[1978年以来]，[2013年6月以来] | 2019-11-26 | 1978/.. 2013-06/..
自[2018年自由贸易区建设以来]，市场主体增加 | 2019-11-26 | 2018/..
[2018年10月至今]，无人返贫 | 2019-11-26 | 2018-10/..
[今年以来]，[年初以来]。[去年以来] | 2019-11-26 | 2019/.. 2019/.. 2018/..
截至[6月底]，到[2018年]为止 | 2019-11-26 | 2019-06 2018
截至[今年9月]，完成八成 | 2019-11-26 | 2019-09
[民国109年]種下，[105年]返鄉 | 2020-11-18 | 2020 2016
南投縣公布[八十五年度]調查，[八十六年度]調高 | 1996-08-10 | 1996 1997
甘谷县历时八十年度过难关 | 1996-08-10 |
[三年来]，减贫四万人 | 2015-11-12 | 2012/2015
[十年来]，林地翻番 | 2022-03-01 | 2012/2022
[近三年]，[过去五年]，[最近两年]，[近3年来]，[这五年] | 2019-11-26 | 2016/2019 2014/2019 2017/2019 2016/2019 2014/2019
[5年间]，[20多年来]，[一年多来] | 2019-11-26 | 2014/2019 1999/2019 2018/2019
[2010年]建厂，[五年间]翻了一番 | 2019-11-26 | 2010 2010/2015
[半年来]，[三个月来] | 2019-11-26 | 2019-05/2019-11 2019-08/2019-11
[30年前]，[一年半前]，[5个月前] | 2019-11-26 | 1989 2018-05 2019-06
[2016年]种下，[两年后]挂果 | 2019-11-26 | 2016 2018
[两年后]再看 | 2019-11-26 | null
[未来三年]投入十亿元 | 2019-11-26 | 2020/2022
[今后五年]的目标 | 2016-01-18 | 2016/2020
[前20年]靠天吃饭 | 2019-11-26 | null
产量[十年]增长1.3倍，[三年]累计投入5亿元 | 2019-11-26 | 2009/2019 2016/2019
[去年]，[前年]，[明年]，[明年年底]，[今年初] | 2019-11-26 | 2018 2017 2020 2020 2019
[去年秋季学期]，[今年春上] | 2019-11-26 | 2018 2019
[2018年]，增加值比[上年]增长6% | 2019-11-26 | 2018 2017
[2018年1至8月]减少两成，比[去年同期]慢 | 2018-09-20 | 2018-01/2018-08 2017-01/2017-08
[2016年]建档，[当年]脱贫，[次年]致富 | 2019-11-26 | 2016 2016 2017
[昨日]开会，[今天（11月26日）]公布，[昨（25）日]下雨 | 2019-11-26 | 2019-11-25 2019-11-26 2019-11-25
[今（2021）年]开工 | 2021-11-26 | 2021
[上月]，[本月]，[上个月] | 2020-01-05 | 2019-12 2020-01 2019-12
[上周五]，[本周] | 2019-11-26 | 2019-11-22 2019-11-25/2019-12-01
截至[目前]，[眼下]，[如今]，[现在] | 2019-11-26 | 2019-11-26 2019-11-26 2019-11-26 2019-11-26
[近年来]，[多年来]，[近日]，[日前] | 2019-11-26 | null null null null
[“十三五”期间]，[“十三五”末]，[“十三五”以来]，[十二五时期] | 2019-11-26 | 2016/2020 2020 2016/.. 2011/2015
[“十三五”前三年]，[“十三五”后两年] | 2019-11-26 | 2016/2018 2019/2020
[党的十八大以来]，[十八届三中全会以来] | 2019-11-26 | 2012/.. 2013/..
[改革开放以来]，[新中国成立70年来] | 2019-11-26 | 1978/.. 1949/2019
[专项行动开展以来]，查处十起 | 2019-11-26 | null
[上世纪80年代]，[20世纪90年代初]，[1980年代] | 2019-11-26 | 1980/1989 1990/1999 1980/1989
[90年代]，[上世纪七八十年代] | 2019-11-26 | 1990/1999 1970/1989
[本世纪初]，[二十世纪末] | 2019-11-26 | 2000/2009 1990/1999
到[本世纪末]解决温饱 | 1996-09-28 | 2000
[春节期间]，[国庆假期]，[2018年春节]，[2018年元旦] | 2019-11-26 | null 2019-10-01/2019-10-07 2018 2018-01-01
一、[2015年]工作回顾\\n[全年]接待游客8万人次，比[上年]多 | 2016-01-18 | 2015 2015 2014
[全年]接待游客8万人次 | 2020-01-10 | 2019
[上年全年]增长4%，[2014全年]增长5% | 2015-11-26 | 2014 2014
[2016年]换届，[这一年]修路；[2014年以来]多雨。[6月]转晴 | 2019-11-26 | 2016 2016 2014/.. 2019-06
办法[12月1日]起施行；[1月5日]起报名 | 2019-11-26 | 2019-12-01 2020-01-05
特别是[2014年]，预计[全年]新增4家 | 2015-01-06 | 2014 2014
[过去一年]，他跑遍全县 | 2019-11-26 | 2018/2019
[过去的一年] | 2016-01-18 | 2015
[27号]，队员进村；发言人[22号]说，工程将于[28号]开幕 | 2019-11-26 | 2019-10-27 2019-11-22 2019-11-28
展会[7号至11号]举行，自[6号]起售票，[3号]宣布 | 2019-11-26 | 2019-11-07/2019-11-11 2019-11-06 2019-11-03
当地时间[20日]宣布，预计[28日]登陆 | 2019-11-26 | 2019-11-20 2019-11-28
[2016年]立项。[当年]投产。后来扩建。[当年]的工人都在 | 2019-11-26 | 2016 2016 null
[今年]是建校百年。沿着[当年]的路 | 2019-11-26 | 2019 null
[2016年]立项。\\n老人说起[那一年]就流泪 | 2019-11-26 | 2016 null
[2016年]换届。\\n[这一年]，村里通了路；[这一年来]，人人出力 | 2019-11-26 | 2016 2016 2018/2019
[2017年—2019年]，[三年]累计投入 | 2019-11-26 | 2017/2019 2017/2019
[2017年—2019年]，[5年]累计投入 | 2019-11-26 | 2017/2019 2014/2019
[2014年到2019年]，[五年间]翻番 | 2019-11-26 | 2014/2019 2014/2019
案件比[上一个五年]下降4% | 2019-11-26 | null
[五六月]备货，[十一二月]出栏 | 2019-11-26 | 2019-05/2019-06 2019-11/2019-12
明确了[今后五年]的任务 | 2018-09-29 | 2019/2023
[农历八月十八]观潮，[正月初六]返工，[大年三十]守岁，[腊月廿三]祭灶，[正月]走亲 | 2019-11-26 | null null null null null
[疫情期间]送药，[活动期间]打折，在[此期间]无人返贫 | 2019-11-26 | null null null
[“十三五”期间]建房，[规划期内]搬迁 | 2019-11-26 | 2016/2020 2016/2020
[“十三五”期间]建房。落实“十四五”规划，[规划期内]搬迁 | 2021-03-01 | 2016/2020 2021/2025
[2016年]立项。后来扩建。又隔了许久。[当年底]投产，[次年6月]满产 | 2019-11-26 | 2016 2016 2017-06
[3年内]建成，[未来三年内]建成，[十年里]修路，[3年里] | 2019-11-26 | null 2020/2022 2009/2019 2016/2019
[两年]平均增长，创[五年]新低，[今明两天]有雨 | 2019-11-26 | 2017/2019 2014/2019 2019-11-26/2019-11-27
[国庆假期][三天]，变化最大的[十年]。 | 2019-11-26 | 2019-10-01/2019-10-07 null null
中央气象台预计，[今天起至30日]有大风 | 2019-11-26 | 2019-11-26/2019-11-30
[明天（11月27日）至29日]封路 | 2019-11-26 | 2019-11-27/2019-11-29
[今天]到北京参会 | 2019-11-26 | 2019-11-26
春播从[3月20日开始，到5月10日]结束 | 2019-11-26 | 2019-03-20/2019-05-10
[五年前]，他还是贫困户。[那一年]，鸡病了 | 2019-11-26 | 2014 2014
[今年]增收。他[三年前]返乡，[第二年]赚了钱 | 2022-07-05 | 2022 2019 2020
[2018、2019两年]，[2017年]、[2018年][两年] | 2019-11-26 | 2018/2019 2017 2018 2017/2018
[2017、2018、2019三年]，[2018年]，[两年]增长8% | 2019-11-26 | 2017/2019 2018 2016/2018
[去冬今春]造林，[今冬明春]修渠，[去秋今春]植树，[2018年冬至2019年]春 | 2019-11-26 | 2018/2019 2019/2020 2018/2019 2018/2019
[2016年至目前]投入，[2017年到现在]，[2016年至今年] | 2019-11-26 | 2016/.. 2017/.. 2016/2019
[2018/19财政年度]，[2018/19學年]，[二○一八／一九財政年度]，[二零一八至一九年度]，[2018-19年度] | 2019-11-26 | 2018/2019 2018/2019 2018/2019 2018/2019 2018/2019
按季上升，[今年首三季]，[第三季]，[去年第四季] | 2019-11-26 | 2019-01/2019-09 2019-07/2019-09 2018-10/2018-12
臺北市統計，[108至109年]補助，[107學年度]，較[105年底]增 | 2019-11-26 | 2019/2020 2018 2016
[未来三天]有雨，[2017年]减贫，[2018年]减贫，[两年]累计减贫9万人 | 2019-11-26 | 2019-11-27/2019-11-29 2017 2018 2017/2018
[往后三年]，[接下来的两年]建房 | 2019-11-26 | 2020/2022 2020/2021
[“十二五”这五年]，[“十二五”五年来] | 2019-11-26 | 2011/2015 2011/2015
[“十二五”]发展回顾\\n[五年来]修路 | 2016-03-26 | 2011/2015 2011/2015
工作报告\\n一、[2015年]工作回顾\\n[一年来]修路 | 2016-03-26 | 2015 2015
实施[一年来]修路，“十二五”贫困村[五年来]修路 | 2016-03-26 | 2015/2016 2011/2016
[五一假期]，[国庆长假最后一天]，[去年五一小长假]，[2019年元旦假期]，[2008年国庆黄金周] | 2019-11-26 | 2019-05-01/2019-05-04 2019-10-07 2018-04-29/2018-05-01 2018-12-30/2019-01-01 2008-10-01/2008-10-07
[端午假期]，[春节假期]。[2005年清明假期] | 2020-01-10 | 2019-06-07/2019-06-09 2020-01-24/2020-02-02 2005
[2018年]工作总结\\n[年内]减贫3万人 | 2019-11-26 | 2018 2018
[去年]建成的冷库[5月]投用，[2017年]栽下的茶苗[今年]开采；[去年]全县[5月]才下雨 | 2019-11-26 | 2018 2019-05 2017 2019 2018 2018-05
[明后两年]，[明后两天]，[上一年]多雨 | 2019-11-26 | 2020/2021 2019-11-27/2019-11-28 2018
"""


@pytest.mark.parametrize(("marked", "published", "expected"), cases(POSITIVES))
def test_reads(marked: str, published: str, expected: str) -> None:
    values, trace = read(marked.replace("\\n", "\n"), date.fromisoformat(published))
    assert values == expected.split(), trace


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[去年]，[今年]，[目前]，[6月8日]，[三年来]", "null null null null null"),
        ("[2014年]全市减贫，[目前]在建，[三年来]", "2014 2014 2011/2014"),
        ("花蓮縣政府核定[113年度]經費，較[112年]增加", "2024 2023"),
        ("[2016年]工作总结\n[去年]12件实事，[目前]办完", "2016 2015 2016"),
        ("[2014年]，[2012年]，[目前]", "2014 2012 null"),
        ("[党的十八大以来]，[2013年以来]", "2012/.. 2013/.."),
        (
            "[党的十八大以来]大变样。[十年来]，[2012年]，[2021年]，[今年上半年]",
            "2012/.. 2012/2022 2012 2021 2022-01/2022-06",
        ),
        ("[党的十八大以来]大变样。[十年来]，到[2023年]，[2021年]，[今年]", "2012/.. null 2023 2021 null"),
    ],
)
def test_without_a_publication_date(marked: str, expected: str) -> None:
    values, trace = read(marked, None)
    assert values == expected.split(), trace


NEGATIVES = {
    "durations": "3天来了两拨客商 任期两年 历经5年 用3年时间 期限从20年增加到22年 期限由3年增加到5年",
    "more durations": "用3个月时间 驻村20天 连续5年 历时3年 任期两年 半年 为期一个月 近20年的历史 用了10年 将近三年",
    "numbers": "1号机组 22号线 第4号台风 2号隧道 嫦娥3号在 长征5号从 5号楼， 神舟十五号在 95号汽油 1号文件，",
    "measured days": "公示15日 工期15日 为期15日 30日内办结 期限15日",
    "every": "每年3到4月 每年5月到10月 每年10月到次年3月种菜 每年的五六月 每年农历八月十五 每年正月",
    "every more": "每年3月 每年4月到6月 每月 每天 常年 逐年 每年年底 历年 年均 月均 日均",
    "ordinals": "第3年 2014年级 三年级 一年级 第二日",
    "ages": "约1800年 距今2800年 失传约1800年的书 距今约1950年 长达1500年",
    "counts": "1804户 1583个 5395.2元 2000多年 1000年历史 2000年前的古城",
    "names": "三年行动计划 五年规划 5年期贷款 “十三五”规划 十三五规划任务 百日攻坚 百年老店 90后 80后 万元年 周年",
    "shows": "节目第三季将开播 上季节目 第三季",
    "titles": "《2018年工作要点》 《农村扶贫开发纲要（2011—2020年）》 《“十三五”期间方案》",
    "codes": "〔2018〕108号 12345热线 ICP备08000781 版本2.0 比例5:1 “10·17”论坛 2020年版 0937-2018123 G2012",
    "days": "一日游 3日游 5日内 30日龄 工作日 生日 节日 日产",
    "months": "一月挣多少 一月能挣三千 一月收入三千 一个月 3个月 一月一次 5月龄 月薪",
    "inside words": "项目前期 体现在三方面 实现在家门口就业 日本年轻人 材料证明年龄 以上年龄 不同年龄 网上月销",
    "clock": "21:26 8时30分 上午9点",
}  # fmt: skip


@pytest.mark.parametrize("text", [t for line in NEGATIVES.values() for t in line.split()])
def test_is_no_period(text: str) -> None:
    for published in (PUBLISHED, None):
        periods = find_periods(normalise(f"数据{text}，"), published)
        assert not periods, [(p.text, p.edtf, p.rule) for p in periods]


@pytest.mark.parametrize("text", ["21:26", "8时30分", "上午9点", "9点半", "下午三点", "23:05:59"])
def test_clock(text: str) -> None:
    assert CLOCK.search(text), text


@pytest.mark.parametrize("text", ["比例5:1", "同时", "8点建议", "32:100", "小时", "两时期"])
def test_is_no_clock(text: str) -> None:
    assert not CLOCK.search(text), CLOCK.search(text)


ENTRIES = [(kind, entry) for kind, listed in entries().items() for entry in listed]
NAMES = [(entry.get("words") or entry.get("names") or [entry["name"]])[0] for _, entry in ENTRIES]


def check_census(entry: dict[str, object]) -> None:
    for line in entry["examples"]:
        title, year = line.split(" = ")
        assert census_told(normalise(title), len(title)).edtf == year
    for title in entry["rejects"]:
        assert census_told(normalise(title), len(title)) is None


@pytest.mark.parametrize(("kind", "entry"), ENTRIES, ids=NAMES)
def test_entry(kind: str, entry: dict[str, object]) -> None:
    assert entry["examples"], "an entry without examples proves nothing"
    if kind in ("plan", "event", "festival", "census"):
        assert entry["source"]
    if kind == "census":
        check_census(entry)
        return
    for line in entry["examples"]:
        marked, expected = line.rsplit(" = ", 1)
        mention = re.search(r"\[([^]]+)\]", marked)[1]
        periods = find_periods(normalise(marked.replace("[", "").replace("]", "")), PUBLISHED)
        assert (mention, expected) in [(p.text, p.edtf or "null") for p in periods], (line, periods)
    for line in entry.get("rejects", ()):
        words = entry.get("words") or entry.get("names") or [entry["name"]]
        periods = find_periods(normalise(line), PUBLISHED)
        assert not [p.text for p in periods if any(word in p.text for word in words)], (line, periods)


def test_guards_are_exercised() -> None:
    """A word with characters that must not stand beside it says which text they are for."""
    guarded = [entry for _, entry in ENTRIES if entry.get("not_after") or entry.get("not_before")]
    assert [entry["words"] for entry in guarded if not entry.get("rejects")] == []


def test_implied_parts_are_named() -> None:
    implied = {p.text: p.implied for p in find_periods(normalise("2015年，6月8日，去年，目前"), PUBLISHED)}
    assert implied == {"2015年": (), "6月8日": ("year",), "去年": ("date",), "目前": ("date",)}


def test_offsets_are_the_sources() -> None:
    source = "截至２０１８年６月(yuè)底，2019年\u200b全年"
    periods = find_periods(normalise(source), PUBLISHED)
    assert [p.text for p in periods] == ["２０１８年６月(yuè)底", "2019年\u200b全年"]
    for period in periods:
        assert source[slice(*period.span)] == period.text


WORDS = """
年 月 日 号 至 到 — - ~ 、 和 近 前 后 来 间
以来 初 底 末 期间 同期 上 下 半年 季度 个月 世纪 年代 “十三五” 去年 今年 目前
当年 全年 每年 第 约 2018 2013 98 12 6 31 二〇一五 三 十 廿三 几 多 半 民国 109 （ ） 。 ， 党的十八大 改革开放 开展
春节 国庆 《 》 2018-02-30 2018.7.2 昨 ( 17 ) 过去 未来 增长 截至 上周 那一年 年底 月底 2018年工作
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", " "])
DATES = st.none() | st.dates()


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=60), DATES)
@example("2月29日，30日，前99年，三百年前", date(1, 1, 1))
@example("未来99年，明年，次日，下周五", date(9999, 12, 31))
@example("今(99)年，0年，0月0日，13月，2018年2月30日", PUBLISHED)
def test_holds_for_any_text(source: str, published: date | None) -> None:
    position = 0
    for period in find_periods(normalise(source), published):
        assert source[slice(*period.span)] == period.text
        assert position <= period.span.start < period.span.end <= len(source)
        position = period.span.end
        assert period.rule.startswith("periods/")
        if period.edtf is None:
            assert (period.start, period.end) == (None, None)
            continue
        assert edtf.parse_edtf(period.edtf)
        assert period.start
        assert (period.end is None) == period.edtf.endswith("/..")
        assert period.end is None or period.start <= period.end


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "2018年",
        "一",
        "1、",
        "3月",
        "近三",
        "以来",
        "开展以来",
        "“十三五",
        "《2018年",
        "1日至",
        "三年前",
        "1至",
        "2018-07-02",
        "每年3月到",
        "2016年当年",
        "1号",
        "农历",
    ],
)
def test_is_linear(piece: str) -> None:
    """Ten times the text takes no more than about ten times the time."""
    from time import process_time

    def seconds(count: int) -> float:
        text = normalise("")
        text = type(text)(piece * count, piece * count)
        started = process_time()
        find_periods(text, PUBLISHED)
        return process_time() - started

    seconds(10)
    few = max(seconds(3_000), 0.005)
    assert any(
        seconds(30_000) < 40 * few for _ in range(3)
    )  # a busy machine may spoil one try; a hundredfold spoils all


def test_this_year_is_the_one_that_a_summary_looks_back_at():
    page = "您现在的位置：首页 >> 公开 >> 总结\n\n甘谷县农业局2013年工作总结和2014年工作计划\n\n{}\n\n今年以来脱贫5户。全年减贫6户。"
    early, late = page.format("2014-01-10"), page.format("2014-06-10")
    assert [p.edtf for p in fx.extract(early).periods][-2:] == ["2013/..", "2013"]
    assert [p.edtf for p in fx.extract(late).periods][-2:] == ["2014/..", "2013"]


def test_five_years_are_those_of_the_plan_that_the_paragraph_has_told_of():
    def five_years(text: str) -> str | None:
        return next(p.edtf for p in fx.extract(text, published="2016-06-20").periods if p.text == "五年来")

    assert five_years("“十一五”以来，全省狠抓落实，成效显著。五年来，累计投入62.8亿元。") == "2006/2010"
    assert five_years("“十三五”以来，全省狠抓落实。五年来，累计投入62.8亿元。") == "2011/2016"
    assert five_years("“十一五”以来，全省狠抓落实。\n五年来，累计投入62.8亿元。") == "2011/2016"
