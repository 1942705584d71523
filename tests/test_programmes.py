"""Programmes: the catalogue, how new names are built, what is joined to one entry, and what is none."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fupin_extract as fx
from fupin_extract.programmes import programmes


def found(text: str) -> list[tuple[str, str, list[str]]]:
    document = fx.extract(text)
    return [(p.name, p.kind, [text[m.start : m.end] for m in p.mentions]) for p in document.programmes]


@pytest.mark.parametrize("entry", programmes().values(), ids=lambda entry: entry.name)
def test_a_known_programme_is_found_by_each_of_its_names(entry):
    for name in (entry.name, *entry.aliases):
        assert [(kind, surfaces) for _, kind, surfaces in found(f"推进{name}，成效明显。")] == [(entry.kind, [name])]
    assert entry.first is None or entry.last is None or entry.first <= entry.last


def test_the_catalogue_names_each_programme_once():
    names = [name for entry in programmes().values() for name in (entry.name, *entry.aliases)]
    assert len(names) == len(set(names))
    assert len(programmes()) >= 250


FOUND = [
    ("福建推出《支持创新发展的七条措施》和《脱贫攻坚税收优惠政策指引》。",
     [("支持创新发展的七条措施", "policy", ["支持创新发展的七条措施"]),
      ("脱贫攻坚税收优惠政策指引", "policy", ["脱贫攻坚税收优惠政策指引"])]),
    ("每亩设最低保护价。针对“三资”管理问题开展专项整治。", []),
    ("《甘谷县黑臭水体治理工作指南》发布。《指南》提出三条。",
     [("甘谷县黑臭水体治理工作指南", "policy", ["甘谷县黑臭水体治理工作指南", "指南"])]),
    ("签署《“十四五”东西部协作框架协议》。",
     [("十四五东西部协作框架协议", "policy", ["“十四五”东西部协作框架协议"])]),
    ("“三权分置”改革不断深化。", [("三权分置改革", "instrument", ["“三权分置”改革"])]),
    ("粮食直补、农资综合补贴“三补合一”改革推开。",
     [("粮食直补", "instrument", ["粮食直补"]), ("农资综合补贴", "instrument", ["农资综合补贴"]),
      ("三补合一改革", "instrument", ["“三补合一”改革"])]),
    ("苏陕扶贫协作项目落地。", [("苏陕扶贫协作", "instrument", ["苏陕扶贫协作"])]),
    ("认真贯彻《乡村振兴促进法》。", [("乡村振兴促进法", "policy", ["乡村振兴促进法"])]),
    ("山里十年九不收，人称“十年九不收”。", []),
    ("八大类商品价格“六涨两降”。", []),
    ("县里定下“一麻二桑三畜”的路子。", []),
    ("实施“1236”扶贫攻坚行动。", [("1236扶贫攻坚行动", "campaign", ["“1236”扶贫攻坚行动"])]),
    ("推进“三变”改革，三变改革见效。", [("三变改革", "instrument", ["“三变”改革", "三变改革"])]),
    ("形成了“甘谷模式”。", [("甘谷模式", "model", ["甘谷模式"])]),
    ("打好九大冲刺行动。", [("九大冲刺行动", "campaign", ["九大冲刺行动"])]),
    ("开展3+1冲刺清零行动。", [("3+1冲刺清零行动", "campaign", ["3+1冲刺清零行动"])]),
    ("印发《甘谷县产业帮扶实施办法》。", [("甘谷县产业帮扶实施办法", "policy", ["甘谷县产业帮扶实施办法"])]),
    ("印发《陇南市乡村建设规划》。", [("陇南市乡村建设规划", "plan", ["陇南市乡村建设规划"])]),
    ("甘谷县“十四五”乡村建设规划（摘登）\n一、基础。", [("甘谷县十四五乡村建设规划", "plan", ["甘谷县“十四五”乡村建设规划"])]),
    ("甘谷县人民政府\n关于进一步做好帮扶工作的通知\n各乡镇：", [("关于进一步做好帮扶工作的通知", "policy", ["关于进一步做好帮扶工作的通知"])]),
    ("“三品一标”产品12个，坚持“一轴两带”布局，作为“一号工程”。", []),
    ("发放牛羊蔬菜产业贷款2亿元。", [("牛羊蔬菜产业贷款", "finance", ["牛羊蔬菜产业贷款"])]),
    ("开展“四抓两整治”。", [("四抓两整治", "campaign", ["四抓两整治"])]),
    ("推行“六环联动”。", [("六环联动", "policy", ["六环联动"])]),
    ("省里实施黄河滩区脱贫迁建工程。", [("黄河滩区脱贫迁建工程", "project", ["黄河滩区脱贫迁建工程"])]),
    ("全面推进健康扶贫，健康扶贫工程见效。", [("健康扶贫工程", "project", ["健康扶贫", "健康扶贫工程"])]),
    ("乡村振兴全面推进。", [("乡村振兴战略", "plan", ["乡村振兴"])]),
    ("实施工业强省战略。", [("工业强省战略", "plan", ["工业强省战略"])]),
    ("推出生猪价格指数保险。", [("生猪价格指数保险", "instrument", ["生猪价格指数保险"])]),
    ("财政出资设立风险缓释基金。", [("风险缓释基金", "finance", ["风险缓释基金"])]),
    ("怀洪新河灌区工程开工。", [("怀洪新河灌区工程", "project", ["怀洪新河灌区工程"])]),
    ("“861”行动计划项目投资2100亿元。", [("861行动计划", "plan", ["“861”行动计划"])]),
    ("全省推进“十查十看”。", [("十查十看", "policy", ["十查十看"])]),
    ("实施沙地保护性耕作行动计划。", [("沙地保护性耕作行动计划", "plan", ["沙地保护性耕作行动计划"])]),
    ("今年开展2026年跨境贸易便利化专项行动。", [("跨境贸易便利化专项行动", "campaign", ["跨境贸易便利化专项行动"])]),
    ("甘谷县印发煤电低碳化改造建设行动方案。", [("煤电低碳化改造建设行动方案", "plan", ["煤电低碳化改造建设行动方案"])]),
    ("甘谷县部署开展农村宅基地制度改革试点工作。", [("农村宅基地制度改革试点", "instrument", ["农村宅基地制度改革试点"])]),
    ("甘谷县启动林权抵押贷款交易试点工作。", []),
    ("在3个乡镇开展试点，有关专项行动稳步推进。", []),
    ("财政部下达水利救灾资金，拨付湿地保护修复补助资金。",
     [("水利救灾资金", "finance", ["水利救灾资金"]), ("湿地保护修复补助资金", "finance", ["湿地保护修复补助资金"])]),
    ("下达财政补助资金，安排省级奖补资金。", []),
    ("国内规模最大的跨江输变电工程——甘谷至武山工程开工。", []),
    ("卫星为载人航天器传输数据。", []),
    ("五部门启动互花米草防治专项行动。", [("互花米草防治专项行动", "campaign", ["互花米草防治专项行动"])]),
    ("举行“高质量完成‘十四五’规划”发布会。", [("十四五规划", "plan", ["‘十四五’规划"])]),
    ("工伤保险参保人数增加。", [("工伤保险", "instrument", ["工伤保险"])]),
    ("推进“菜篮子”工程。", [("菜篮子工程", "policy", ["“菜篮子”工程"])]),
    # launched by name, whatever it is for; what follows in its list; again without the verb
    ("县里启动清水河复苏行动，实施乡村好司机培养计划、粮仓减损工程。清水河复苏行动见效。",
     [("清水河复苏行动", "campaign", ["清水河复苏行动", "清水河复苏行动"]),
      ("乡村好司机培养计划", "plan", ["乡村好司机培养计划"]), ("粮仓减损工程", "project", ["粮仓减损工程"])]),
    ("打好山区污染防治攻坚战。", [("污染防治攻坚战", "campaign", ["污染防治攻坚战"])]),
    ("实施重大水利工程，开展多场文化行动，组织采取行动，实施本年度工作计划。", []),
    # what leads to a sum in quotes belongs to it; a sum alone names nothing
    ("实施富民强县“八大工程”，落实“八大工程”任务。", [("富民强县八大工程", "project", ["富民强县“八大工程”"])]),
    ("推行“四个一”驻村帮扶，落实“三个好”要求，开展“一对一”帮扶。",
     [("四个一驻村帮扶", "instrument", ["“四个一”驻村帮扶"]), ("三个好", "policy", ["三个好"])]),
    ("公安开展“清风”“护河”等专项行动。", [("清风", "campaign", ["清风"]), ("护河", "campaign", ["护河"])]),
    ("推行“三看识贫”工作法，“双减”工作经验推广，“三农”政策好。",
     [("三看识贫工作法", "model", ["“三看识贫”工作法"]), ("双减", "policy", ["双减"])]),
    ("启动“冬季攻势”。", [("冬季攻势", "campaign", ["冬季攻势"])]),
    # the years of a title belong to it, and a short title means the one before it
    ("印发《甘谷县乡村建设行动方案（2021—2025年）》和《河长制管理办法（试行）》。《行动方案》提出三条，《管理办法》五条，《实施方案》另发。",
     [("甘谷县乡村建设行动方案（2021—2025年）", "plan", ["甘谷县乡村建设行动方案（2021—2025年）", "行动方案"]),
      ("河长制管理办法", "policy", ["河长制管理办法", "管理办法"])]),
    ("按照《预算法》办理，出台《惠农二十条》。", [("惠农二十条", "policy", ["惠农二十条"])]),
    ("世界银行贷款秦岭山区扶贫项目启动。", [("世界银行贷款秦岭山区扶贫项目", "project", ["世界银行贷款秦岭山区扶贫项目"])]),
    ("“百企帮百村”行动启动。", [("百企帮百村行动", "campaign", ["“百企帮百村”行动"])]),
    # none
    ("丰富“菜篮子”，共抓“米袋子”。", []),
    ("“两茶一药”是主业，构筑“一线两点”城镇体系，“十三五”期间规划建设安置点。", []),
    ("实施国家战略，服务两国战略，农村供水工程完工。", []),
    ("扶贫项目56个，增收计划落实，相关政策出台。", []),
    ("实施“四大工程”、“三项机制”。", []),
    ("国家乡村振兴局印发通知。", []),
    ("党组织+公司+农户，扶贫车间12个。", []),
    ("“三区三州”和“八纵八横”。", []),
    ("行动力强，计划生育。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_programmes(text, expected):
    assert found(text) == expected, fx.explain(text)


@given(st.text(alphabet="“”《》双联行动工程三变改革精准扶贫12+大的，。乡村振兴\n", max_size=50))
def test_mentions_are_apart_and_in_order(text):
    document = fx.extract(text)
    for programme in document.programmes:
        assert programme.mentions
        assert list(programme.mentions) == sorted(programme.mentions)
    spans = sorted(m for p in document.programmes for m in p.mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县里设立“农银甘谷产业扶贫基金”，投向旧州镇。", ["农银甘谷产业扶贫基金"]),
        ("启动实施企业稳岗扩岗专项支持计划。", ["企业稳岗扩岗专项支持计划"]),
        ("返还企业上年度缴纳失业保险费的50%。", []),
        ("县里推出“保险+期货”，保费每亩120元。", ["保险+期货"]),
    ],
)
def test_funds_plans_and_insurances_by_their_whole_name(text, expected):
    assert [p.name for p in fx.extract(text).programmes] == expected
