"""Indicators: one case, one line. What is expected stands behind the sentence, in the words of the gold files."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

import fupin_extract as fx
from fupin_extract.indicators import names
from fupin_extract.indicators.tokens import Token, sentences
from fupin_extract.quantities import find_quantities
from fupin_extract.text import normalise

PUBLISHED = date(2020, 12, 17)


def told(indicator) -> str:
    """Return an indicator as a gold file writes it: ``4024元 农民人均纯收入 | 陇南市 | 2014 | per 人``."""
    i = indicator
    more = [
        " ".join(filter(None, ("change" if i.kind == "change" else "", i.direction or ""))),
        "" if i.status == "actual" else i.status,
        f"per {i.per}" if i.per else "",
        f"baseline {i.baseline.edtf}" if i.baseline else "",
        f"from {i.from_quantity.text}" if i.from_quantity else "",
        f"of {i.part_of.text}" if i.part_of else "",
    ]
    cells = [f"{i.quantity.text} {i.name}", i.region.name if i.region else "-", (i.period and i.period.edtf) or "-"]
    rest = ", ".join(filter(None, more))
    return " | ".join([*cells, rest] if rest else cells)


def facts(text: str) -> list[str]:
    return [told(i) for i in fx.extract(text, published=PUBLISHED).indicators]


def check(sentence: str, expected: list[str]) -> None:
    assert facts(sentence) == expected, "\n" + fx.explain(sentence, published=PUBLISHED)


# --- the name: each rule with what it reads -------------------------------------------------------

READS = {
    "pair": [
        ("甘谷县有低保户3214户8765人。", "8765人 低保户"),
        ("会宁县辖3区2市。", "2市 市"),
        ("贫困人口由2014年的3.1万户11.2万人减少到2018年的0.4万户1.1万人。", "1.1万人 贫困人口"),
    ],
    "from_to": [
        ("甘谷县贫困发生率由38.5%下降到4.2%。", "4.2% 贫困发生率"),
        ("村里的核桃园从120亩扩大到900亩。", "900亩 核桃园"),
        ("贫困人口从1218万减少到2018年的150万。", "150万 贫困人口"),
    ],
    "change": [
        ("甘谷县油橄榄产量增长7.3%。", "7.3% 油橄榄产量"),
        ("甘谷县旅游收入12.4亿元，比上年下降3.1%。", "3.1% 旅游收入"),
        ("养老金每月增加了80元。", "80元 养老金"),
    ],
    "came_to": [("甘谷县森林覆盖率提高到46.2%。", "46.2% 森林覆盖率")],
    "gain": [("甘谷县果农人均增收1860元。", "1860元 果农人均增收")],
    "share": [
        ("甘谷县梯田面积占耕地总面积的61%。", "61% 梯田面积占耕地总面积"),
        ("甘谷县种植花椒3.2万亩，占经济林的四成。", "四成 种植花椒占经济林"),
    ],
    "recovered": [("甘谷县接待游客24万人次，恢复至2019年同期的92%。", "92% 接待游客恢复至")],
    "beyond": [
        ("甘谷县增速高于全市平均水平2.4个百分点。", "2.4个百分点 增速高于全市平均水平"),
        ("甘谷县农民收入增速比全省高1.2个百分点。", "1.2个百分点 农民收入增速高于全省"),
    ],
    "times": [("甘谷县鱼类资源量达到禁渔前的1.9倍。", "1.9倍 鱼类资源量")],
    "change_of": [
        ("甘谷县减少贫困人口4.31万人。", "4.31万人 贫困人口"),
        ("合作社增加农民收入230万元。", "230万元 农民收入"),
    ],
    "counted": [
        ("甘谷县选派317名驻村干部。", "317名 选派驻村干部"),
        ("甘谷县86个贫困村全部退出。", "86个 退出贫困村"),
        ("村里建起了3个设施完善、环境优美的文化广场。", "3个 建起文化广场"),
    ],
    "around": [("合作社吸纳贫困户45人就业。", "45人 吸纳贫困户就业")],
    "measured": [
        ("甘谷县建成6.4万亩高标准农田。", "6.4万亩 建成高标准农田"),
        ("公司以每亩750元的价格流转了420亩土地。", "750元 价格"),
        ("甘谷县设立800万元的风险补偿金。", "800万元 设立风险补偿金"),
        ("甘谷县65%的自然村通了硬化路。", "65% 通硬化路自然村"),
        ("公司以每亩750元的价格流转了420亩土地。", "420亩 流转土地"),
    ],
    "share_of": [("全国职业学校80%的学生来自农村。", "80% 职业学校学生来自农村")],
    "size_of": [("甘谷县建成占地面积260亩的易地搬迁安置点。", "260亩 易地搬迁安置点占地面积")],
    "spent_on": [("甘谷县投资2.6亿元实施了农村电网改造。", "2.6亿元 农村电网改造投资")],
    "attribute": [("甘谷县培育省级龙头企业6家、市级14家。", "14家 市级龙头企业")],
    "before": [
        ("甘谷县农民人均纯收入6120元。", "6120元 农民人均纯收入"),
        ("甘谷县建成标准化卫生室96个、文化广场41个。", "41个 文化广场"),
        ("甘谷县累计发放小额信贷1.2亿元。", "1.2亿元 发放小额信贷"),
        ("光伏项目惠及1.4万户。", "1.4万户 惠及农户"),
        ("甘谷县固定资产投资累计完成61亿元，增长5%。", "61亿元 固定资产投资"),
        ("甘谷县城镇登记失业率控制在3.2%以内。", "3.2% 城镇登记失业率"),
        ("甘谷县还有未脱贫人口2.1万人。", "2.1万人 未脱贫人口"),
        ("这条路全长8.5公里。", "8.5公里 路全长"),
    ],
    "size": [("甘谷县蔬菜播种面积9.1万亩，产量31万吨。", "31万吨 蔬菜产量")],
    "unit_noun": [("全省28县脱贫摘帽。", "28县 脱贫摘帽县")],
    "said_of": [("甘谷县1204户5316人喜迁新居。", "1204户 喜迁新居"), ("村里还剩14户未脱贫。", "14户 未脱贫")],
    "populace": [("甘谷县260户812人。", "260户 户数")],
    "headed": [("总投资：3.6亿元。", "3.6亿元 总投资")],
    "elided": [
        ("甘谷县中药材面积扩大5万亩，达到近30万亩。", "30万亩 中药材面积"),
        ("互助协会实现全覆盖，达到460个。", "460个 互助协会"),
    ],
    "respectively": [
        ("甘谷县义务教育巩固率、参保率分别达到98.1%、99.6%。", "99.6% 参保率"),
        ("城镇和农村居民人均可支配收入分别为31200元和9870元。", "31200元 城镇居民人均可支配收入"),
        ("城镇居民和农村居民人均可支配收入分别为31200元和9870元。", "31200元 城镇居民人均可支配收入"),
    ],
    "table_cell": [("单位：万元\n项目\t2018年\t2019年\t增长%\n危房改造\t320\t415\t29.7\n", "415 危房改造")],
}  # fmt: skip

DOES_NOT_READ = {
    "pair": "培训3期，受益120人。",
    "from_to": "产量120吨，产值下降到40万元。",
    "change": "增长点有3个。",
    "came_to": "产量提高了3成。",
    "gain": "增收项目有6个。",
    "share": "占地40亩。",
    "recovered": "恢复耕地300亩。",
    "beyond": "全市平均水平为7.2%。",
    "times": "分红一次比一次多，达到3次。",
    "change_of": "新增市场主体410户。",
    "counted": "产量达到40吨。",
    "around": "带动农户80户。",
    "measured": "产值达到3000万元，增长8%。",
    "share_of": "覆盖率达到70%以上。",
    "size_of": "占地面积260亩，总投资3亿元。",
    "spent_on": "投资2.6亿元。",
    "attribute": "农村3.2万户。",
    "size": "面积9.1万亩。",
    "unit_noun": "28个县摘帽。",
    "said_of": "搬迁1204户。",
    "populace": "搬迁260户。",
    "headed": "总投资3.6亿元。",
    "elided": "产值近30万元。",
    "respectively": "各乡镇分别建成了卫生室12个。",
    "table_cell": "危房改造415户。",
}


@pytest.mark.parametrize(("rule", "sentence", "fact"), [(r, *c) for r, cases in READS.items() for c in cases])
def test_a_rule_reads(rule, sentence, fact):
    found = {told(i).split(" | ")[0]: i.rule for i in fx.extract(sentence, published=PUBLISHED).indicators}
    assert (fact, f"indicators/{rule}") in found.items(), fx.explain(sentence, published=PUBLISHED)


@pytest.mark.parametrize(("rule", "sentence"), DOES_NOT_READ.items())
def test_a_rule_does_not_read(rule, sentence):
    rules = [i.rule for i in fx.extract(sentence, published=PUBLISHED).indicators]
    assert f"indicators/{rule}" not in rules


@pytest.mark.parametrize("rule", names.RULES, ids=lambda rule: rule.__name__)
def test_no_rule_can_be_left_out(rule, monkeypatch):
    """Without the rule some sentence of the whole list is read otherwise: a rule that changes nothing is none."""
    before = {s: facts(s) for cases in READS.values() for s, _ in cases}
    monkeypatch.setattr(names, "RULES", tuple(r for r in names.RULES if r is not rule))
    assert any(facts(sentence) != found for sentence, found in before.items())


# --- kind, direction, baseline --------------------------------------------------------------------

KINDS = [
    ("2019年，甘谷县生产总值80亿元，同比增长6.1%。",
     ["80亿元 生产总值 | 甘谷县 | 2019", "6.1% 生产总值 | 甘谷县 | 2019 | change up, baseline 2018"]),
    ("2019年，甘谷县存款余额90亿元，较2015年增长1.3倍。",
     ["90亿元 存款余额 | 甘谷县 | 2019", "1.3倍 存款余额 | 甘谷县 | 2019 | change up, baseline 2015"]),
    ("2019年，甘谷县入学率达到99%，比上年提高0.4个百分点。",
     ["99% 入学率 | 甘谷县 | 2019", "0.4个百分点 入学率 | 甘谷县 | 2019 | change up, baseline 2018"]),
    ("甘谷县农民人均纯收入从2014年底的4210元增加到2019年底的8133元，年均增长14.1%。",
     ["8133元 农民人均纯收入 | 甘谷县 | 2019 | up, per 人, baseline 2014, from 4210元",
      "14.1% 农民人均纯收入 | 甘谷县 | 2014/2019 | change up, per 人/年, baseline 2014"]),
    ("甘谷县城镇和农村居民人均收入分别从2012年的18734元和6316元增加到2021年的35786元和14040元。",
     ["35786元 城镇居民人均收入 | 甘谷县 | 2021 | up, target, per 人, baseline 2012, from 18734元",
      "14040元 农村居民人均收入 | 甘谷县 | 2021 | up, target, per 人, baseline 2012, from 6316元"]),
    ("甘谷县新增就业3200人。", ["3200人 新增就业 | 甘谷县 | -"]),
    ("2020年前三季度，甘谷县社会消费品零售总额同比下降4.8%，降幅较上半年收窄3.2个百分点。",
     ["4.8% 社会消费品零售总额 | 甘谷县 | 2020-01/2020-09 | change down, baseline 2019-01/2019-09",
      "3.2个百分点 社会消费品零售总额降幅 | 甘谷县 | 2020-01/2020-09 | change down, baseline 2020-01/2020-06"]),
]  # fmt: skip

# --- status and denominators -------------------------------------------------------------------------

TERMS = [
    ("甘谷县力争粮食产量达到42万吨。", ["42万吨 粮食产量 | 甘谷县 | - | target"]),
    ("到2025年，甘谷县城镇化率达到45%。", ["45% 城镇化率 | 甘谷县 | 2025 | target"]),
    ("甘谷县计划新建卫生室12个。", ["12个 新建卫生室 | 甘谷县 | - | target"]),
    ("按照计划，甘谷县已完成造林3万亩。", ["3万亩 造林 | 甘谷县 | -"]),
    ("为确保群众出行，甘谷县修建了村道18公里。", ["18公里 修建村道 | 甘谷县 | -"]),
    ("贫困户用工比例不低于30%。", ["30% 贫困户用工比例 | - | - | criterion"]),
    ("甘谷县户均分红1200元。", ["1200元 户均分红 | 甘谷县 | - | per 户"]),
    ("甘谷县每亩补贴150元。", ["150元 补贴 | 甘谷县 | - | criterion, per 亩"]),
    ("对特困人员每人每年补助4800元。", ["4800元 特困人员补助 | - | - | criterion, per 人/年"]),
    ("甘谷县苹果年产量31万吨，产值18亿元。", ["31万吨 苹果年产量 | 甘谷县 | - | per 年", "18亿元 苹果产值 | 甘谷县 | -"]),
]  # fmt: skip

# --- where and when ------------------------------------------------------------------------------------

SCOPES = [
    ("2018年，甘谷县脱贫5户。2019年脱贫8户。", ["5户 脱贫 | 甘谷县 | 2018", "8户 脱贫 | 甘谷县 | 2019"]),
    ("甘谷县办了几件事。2018年，甘谷县脱贫5户。新建水窖12眼。\n新建圈舍30座。",
     ["5户 脱贫 | 甘谷县 | 2018", "12眼 新建水窖 | 甘谷县 | 2018", "30座 新建圈舍 | 甘谷县 | -"]),
    ("今年，甘谷县做了几件事。一是2019年建成水厂3座。二是铺设管网41公里。",
     ["3座 建成水厂 | 甘谷县 | 2019", "41公里 铺设管网 | 甘谷县 | -"]),
    ("甘谷县修路12公里；武山县修路9公里。", ["12公里 修路 | 甘谷县 | -", "9公里 修路 | 武山县 | -"]),
    ("甘谷县有来自武山县的客商40名。", ["40名 客商 | 甘谷县 | -"]),
    ("甘谷县、武山县分别脱贫5户、8户。", ["5户 脱贫 | 甘谷县 | -", "8户 脱贫 | 武山县 | -"]),
    ("2017至2019年甘谷县分别脱贫5户、8户和9户。",
     ["5户 脱贫 | 甘谷县 | 2017", "8户 脱贫 | 甘谷县 | 2018", "9户 脱贫 | 甘谷县 | 2019"]),
    ("从2015年开始，甘谷县选派干部120名。", ["120名 选派干部 | 甘谷县 | 2015/.."]),
    ("2019年，甘谷县粮食产量连续4年稳定在40万吨以上。", ["40万吨 粮食产量 | 甘谷县 | 2016/2019"]),
    ("甘谷县政府投入3亿元。", ["3亿元 政府投入 | 甘谷县 | -"]),
    ("甘谷县农商银行发放贷款3亿元。", ["3亿元 发放贷款 | - | -"]),
    ("他在福建工作时修了路。甘谷县9个贫困村全部退出。", ["9个 退出贫困村 | 甘谷县 | -"]),
    ("贫困人口由2014年的3.1万户11.2万人减少到2018年的0.4万户1.1万人。",
     ["0.4万户 贫困人口 | - | 2018 | down, baseline 2014, from 3.1万户",
      "1.1万人 贫困人口 | - | 2018 | down, baseline 2014, from 11.2万人"]),
    ("西部地区光缆长度增长9%。", ["9% 光缆长度 | 西部地区 | - | change up"]),
    ("甘谷县改造危房1200户，其中低保户310户。", ["1200户 改造危房 | 甘谷县 | -", "310户 低保户 | 甘谷县 | - | of 1200户"]),
]  # fmt: skip

NOTHING = [
    "今年55岁的王成才种了一辈子地。",
    "他用3个月时间跑遍了全村。",
    "这3名同学都来自同一个村。",
    "一家5口人挤在土坯房里。",
    "落实2项及以上措施的农户。",
    "投资1000万元以上的有。",
]


@pytest.mark.parametrize(("sentence", "expected"), [*KINDS, *TERMS, *SCOPES])
def test_facts(sentence, expected):
    check(sentence, expected)


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_states_no_statistic_has_no_indicator(sentence):
    document = fx.extract(sentence, published=PUBLISHED)
    assert document.quantities
    assert not document.indicators


def test_what_is_not_in_the_clause_is_implied_and_evidence_points_at_the_words():
    document = fx.extract("甘谷县减贫综述\n\n2019年，甘谷县农民人均纯收入6120元，比上年增长9%。", published=PUBLISHED)
    level, change = document.indicators
    assert level.implied == ("region", "period") or level.implied == ("period",)
    assert "name" in change.implied
    spans = dict(level.evidence)
    assert document.text[slice(*spans["name"])] == "农民人均纯收入"
    assert document.text[slice(*spans["period"])] == "2019年"


def test_no_two_sentences_share_a_character_even_where_a_number_is_longer_than_one():
    text = normalise("甲" + "1:" * 2000 + "。乙县脱贫5户。")
    numbers = [Token("quantity", *q.span, q.text, quantity=q) for q in find_quantities(text)]
    read = list(sentences(text, numbers))
    assert len(read) > 1
    assert all(a.end <= b.start for a, b in pairwise(read))
