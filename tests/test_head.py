"""Title, publication date and outlet, from the forms in which outlets give them."""

from __future__ import annotations

from datetime import date

import pytest

from fupin_extract.text import normalise, read_head

BODY = "\n　　全县深入推进脱贫攻坚，今年以来共有三千户贫困户实现脱贫，群众收入稳步增长。\n"

PUBLISHED = [
    ("某县脱贫记\n12.11.2015  20:40", date(2015, 11, 12)),
    ("某县脱贫记\n2018-07-02", date(2018, 7, 2)),
    ("某县脱贫记\n2020-12-17 21:26", date(2020, 12, 17)),
    ("某县脱贫记\n2017年5月3日", date(2017, 5, 3)),
    ("某县脱贫记\n日期：2019/3/5", date(2019, 3, 5)),
    ("某县脱贫记\n发布时间：2019-03-05 08:00 来源：甘肃日报 浏览：20次", date(2019, 3, 5)),
    ("某县脱贫记\n甘肃日报　2018年8月3日　第3版", date(2018, 8, 3)),
    ("某县脱贫记\n来源：毕节日报　2020年10月12日", date(2020, 10, 12)),
    ("政府工作报告\n——2017年1月10日在某县第十七届人民代表大会第一次会议上", date(2017, 1, 10)),
    ("新华社北京2016年6月8日电", date(2016, 6, 8)),
    ("某縣記\n民國109年11月18日", date(2020, 11, 18)),
    ("某县脱贫记 2019年03月05日08:10 来源：人民网", date(2019, 3, 5)),
    ("2019-03-05 08:12:11  某县脱贫记", date(2019, 3, 5)),
    ("某县脱贫记\n某报记者 李四 2019年3月5日", date(2019, 3, 5)),
    ("《人民日报》（2019年03月05日 01 版）", date(2019, 3, 5)),
    ("Published: 2019-03-05", date(2019, 3, 5)),
    ("通报\n一九八六年十二月廿三日", date(1986, 12, 23)),
    ("四川日报　2020年4月22日　02版·要闻\n某县脱贫记", date(2020, 4, 22)),
    ("香港文匯報 [2010-03-26] A12　神州大地\n某縣旱災", date(2010, 3, 26)),
]


@pytest.mark.parametrize(("head", "published"), PUBLISHED)
def test_published(head, published):
    assert read_head(normalise(head + BODY)).published == published


def test_published_in_the_signature():
    assert read_head(
        normalise("关于表扬的通报" + BODY * 20 + "某县人民政府\n2018年11月19日\n（此件公开发布）\n")
    ).published == date(2018, 11, 19)


NOT_PUBLISHED = [
    "某县脱贫记\n2015年11月12日，县里召开动员会，部署脱贫攻坚工作，会议要求各乡镇抓好落实。",
    "新华社北京6月8日电（记者 某某）",
    "某县脱贫记\n2019年3月5日至7日，某县召开会议，会议强调",
    "某县培训通知\n会议时间：2019年3月5日",
    "国办发〔2018〕108号",
    "某县脱贫记\n2018年",
    "某县脱贫记\n2018-13-40",
    "<img src='20211026023710.png'>",
    "Copyright © 2010-2014",
]


@pytest.mark.parametrize("head", NOT_PUBLISHED)
def test_no_date_is_guessed(head):
    assert read_head(normalise(head + BODY)).published is None


SOURCES = [
    ("某县脱贫记\n来源：甘肃日报 作者：某某", "甘肃日报"),
    ("央视网消息（新闻联播）：今天，", "央视网"),
    ("新华社北京6月8日电（记者 某某）", "新华社"),
    ("人民网兰州5月3日电", "人民网"),
    ("某县脱贫记\n甘肃日报　2018年8月3日　第3版", "甘肃日报"),
    ("甘谷县统计局编　　2023年2月9日\n\n增收有底气", "甘谷县统计局"),
    ("（资料来源：甘谷县防汛抗旱指挥部）", None),
]


@pytest.mark.parametrize(("head", "source"), SOURCES)
def test_source(head, source):
    assert read_head(normalise(head + BODY)).source == source


TITLES = [
    ("甘谷县人民政府\n关于表扬先进单位的\n通报\n\n各乡镇：", "甘谷县人民政府关于表扬先进单位的通报"),
    ("甘谷县人民政府\n\n关于表扬先进单位的\n通报", "甘谷县人民政府"),
    ("某县脱贫记\n2018-07-02", "某县脱贫记"),
    ("# 農村收入調查", "農村收入調查"),
    (
        "您现在的位置：政府网 > 政务公开 > 扶贫\n索引号：62-1　主题分类：扶贫\n某县2018年工作总结\n2018-12-26",
        "某县2018年工作总结",
    ),
    ("首页 > 新闻 > 要闻\n某县脱贫记\n2018-07-02", "某县脱贫记"),
    ("（原標(biāo)題:小康路上——某區(qū)側(cè)記）", "小康路上——某區側記"),
    (
        "国务院办公厅关于对大督查\n发现的典型做法给予表扬的通报\n国办发〔2018〕108号",
        "国务院办公厅关于对大督查发现的典型做法给予表扬的通报",
    ),
    ("央视网消息（新闻联播）：今天，总书记来到某县考察。", None),
    ("甘肃日报　2018年8月3日　第3版\n某县脱贫记\n本报记者 张三", "某县脱贫记"),
    ("甘谷统计分析\n第4期（总第217期）\n甘谷县统计局编　2023年2月9日\n\n增收有底气\n——2022年收入分析", "增收有底气"),
    ("2019年3月5日\n本报记者　张三", None),
    ("新华社北京6月8日电（记者 某某）8日召开的会议部署工作", None),
]


@pytest.mark.parametrize(("head", "title"), TITLES)
def test_title(head, title):
    assert read_head(normalise(head + BODY)).title == title
