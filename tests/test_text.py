"""The working text: folding, cuts, damage, furniture, and the exact way back."""

from __future__ import annotations

import pytest

import fupin_extract as fx
from fupin_extract.text import BLANK, normalise, without_furniture

WORKING = [
    ("６．５％", "6.5%"),
    ("農村居民（萬人）：", "农村居民(万人):"),
    ("顯著", "显著"),
    ("標(biāo)題(tí)", "标题"),
    ("個(ge)", "个"),
    ("公顷(ha)", "公顷(ha)"),
    ("100\u200b万\ufeff元", "100万元"),
    ("一，,二", "一，二"),
    ("甲\r\n乙", "甲\n乙"),
    ("2.1\n万亩", "2.1万亩"),
    ("㎡½Ⅲ①…", "㎡½Ⅲ①…"),
    ("「引」", "“引”"),
    ("\ud800", BLANK),
]


@pytest.mark.parametrize(("source", "working"), WORKING)
def test_working_text(source, working):
    assert normalise(source).text == working


def test_pinyin_inside_a_span_stays_and_behind_it_does_not():
    text = normalise("共2萬(wàn)人(rén)次")
    assert text.text == "共2万人次"
    assert text.surface(1, 4) == "2萬(wàn)人"
    assert text.as_written(1, 4) == "2萬人"


WRAPPED = (
    "    全县今年把产业扶贫作为脱贫攻坚的根本之策，坚持因地制宜发展特色产业，到年底共建成苹果基地\n"
    "三万亩，建成养殖小区十二个，带动贫困户五千二百户增收，其中建档立卡贫困户占到八成以上，农民人\n"
    "均可支配收入达到九千元。全县还新修农村公路一百二十公里，实现了所有建制村通硬化路，解决了群众\n"
    "出行难问题。\n"
)


def test_hard_wraps_are_joined():
    assert "基地三万亩" in normalise(WRAPPED).text
    assert "农民人均" in normalise(WRAPPED).text


@pytest.mark.parametrize("ending", ["\n", "\r\n", " \r\n"])
def test_behind_hard_wraps_of_any_kind_every_character_is_found_again(ending):
    text = normalise(WRAPPED.replace("\n", ending))
    assert "农民人均" in text.text
    assert text.as_written(0, len(text.text)).replace("\r", "") == text.text
    at = text.text.index("一百二十公里")
    assert text.surface(at, at + 6) == "一百二十公里"


def test_a_number_that_a_wrap_parts_is_no_item_s():
    rows = (
        "    全县把产业扶贫作为脱贫攻坚的根本之策，因地制宜发展特色产业，三年来累计投入了资金5",
        "6.4亿元，建成养殖小区十二个，带动贫困户五千二百户增收，其中建档立卡贫困户占到八成以",
        "上，农民人均可支配收入达到九千元。全县还新修农村公路一百二十公里，实现了所有建制村都",
        "通硬化路，解决了群众出行难问题，农村面貌和群众生活都有了很大变化，干部作风明显好转。",
    )
    assert "资金56.4亿元" in normalise("\n".join(rows) + "\n").text


def test_rows_of_a_table_are_no_wrapped_lines():
    rows = [
        "指标名称 单位 2015年 2020年 属性",
        "集中供水率 % 62.5 >90 约束性",
        "卫生厕所普及率 % 48.0 85 预期性",
        "改造危房 万户 0.8 [2.6] 约束性",
    ]
    assert normalise("\n".join(rows) + "\n").text.count("\n") == len(rows)


FULL_LINES = """去年，干部和群众上下同心、迎难而上，全县把产业扶贫作为根本之策，
新建果园三万亩，养殖小区十二个，带动贫困户五千户增收。新修农村公
路一百二十公里，所有建制村通了硬化路，群众出行难问题得到了解决。
选派驻村干部三百六十名，帮扶责任人四千名，实现了贫困村和贫困户两
个全覆盖，学校和卫生室都达到标准，群众满意度明显提高。全县建档立
卡贫困人口由2014年的36218人减少到2310人，贫困发生率降到了1.3%，
户均年收入达到18316.5元，比上年增加了1302元。创建“双百双建”示范
村六十个，新建村级文化广场二十四个，全县乡村面貌焕然一新。
"""


def test_a_full_line_that_ends_with_its_sentence_goes_on():
    assert normalise(FULL_LINES).text.count("\n") == 1
    assert normalise(FULL_LINES.replace("\n", "\n　　")).text.count("\n") == 8


def test_paragraphs_of_any_length_are_not_joined():
    lines = "".join(f"全县建成{'农村' * k}公路十二公里，新修水渠三条，改造危房二百户。\n" for k in range(8))
    assert normalise(lines).text == lines


SPACED = [
    ("去年，全县接待游客 127 万人次，同比增长 5.2% 左右。", "去年，全县接待游客127万人次，同比增长5.2%左右。"),
    ("据统计，2019 年脱贫 1.2 万人。", "据统计，2019年脱贫1.2万人。"),
    ("1 全县脱贫 12 人，2 村脱贫 8 人。", "1 全县脱贫12人，2村脱贫8人。"),
    ("2 0 1 9 年 ，全 县 脱 贫 12 人 。", "2019年，全县脱贫12人。"),
]


def test_a_carriage_return_alone_ends_a_line():
    assert normalise("全县脱贫12人。\r修路3公里。\r\n").text == "全县脱贫12人。\n修路3公里。\n"


def test_marks_of_headings_and_bold_text_are_cut():
    assert normalise("## 一、工作回顾\n**2019年**，全县脱贫12人。\n").text == "一、工作回顾\n2019年，全县脱贫12人。\n"
    assert normalise("2 ** 3\n# 5\n").text == "2 ** 3\n# 5\n"


def test_an_indent_behind_a_sentence_begins_a_paragraph():
    source = "去年，全县脱贫1.2万人。　　今年，全县修路12公里。　（完）"
    text = normalise(source)
    assert text.text == "去年，全县脱贫1.2万人。\n 今年，全县修路12公里。 (完)"
    assert text.as_written(0, len(text.text)) == source


APART = [
    "地区 粮食 蔬菜\n甘谷县 12.5 3.4",
    "甘谷县 12.5 3.4，武山县 11.8 2.9。",
    "甘肃日报 2019-03-05 第3版",
    "李 明 张 华 王小强 赵丽 陈建国 周海燕",
]


@pytest.mark.parametrize(("source", "read"), SPACED)
def test_spaces_around_the_numbers_of_prose_are_cut(source, read):
    text = normalise(source)
    assert text.text == read
    at = read.index("脱贫") if "脱贫" in read else read.index("游客")
    assert text.surface(at, at + 2) in source


@pytest.mark.parametrize("source", APART)
def test_spaces_between_cells_are_kept(source):
    assert normalise(source).text == source


PAGE = """金秋时节，循声走进甘肃天水市甘谷

县大庄镇一处农家院，一场秧歌演出正

在上演。

2024 年 9 月，全县建成标准化养殖小

区 12 个，改造危房 320 户，带动贫困

群众增收，农民人均收入突破了一万两

千元。

深入贯彻落实全省会议的各项重要

部署，天水市干部群众大力发展特色产

业，让老区走出发展新路子，人民生活

越来越好，集体经济年年增收。县里办

起电商服务站，村村都有快递点，花椒

苹果卖到了全国各地，乡村面貌变化

明显，干部群众信心十足，生产生活条

件不断改善，教育医疗水平稳步提高，

城乡差距逐年缩小，社会事业全面进

步，生态环境明显好转。

去年以来，全县外出务工人员回乡

创办企业四十六家，吸纳就业六百人。
"""


def test_the_short_lines_of_a_newspapers_page_are_joined():
    text = normalise(PAGE).text
    assert "建成标准化养殖小区12个，" in text
    assert "千元。\n\n深入" in text


def test_lines_of_a_list_are_not_joined():
    lines = "县委办公室\n县政府办公室\n县扶贫开发办公室\n县农业农村局\n"
    assert normalise(lines).text == lines


DAMAGED = [
    ("占农业总?cè)丝诘?.33%，贫困发生率8.61%", ["8.61%"]),
    ("全村1\ufffd04户5900人", ["5900人"]),
    ("投资约□□万元，建成3座", ["3座"]),
    ("增长.5%，受益20户", ["20户"]),
    ("人均3?5元，共8户", ["8户"]),
]


@pytest.mark.parametrize(("text", "left"), DAMAGED)
def test_no_value_from_damaged_text_but_a_warning(text, left):
    doc = fx.extract(text)
    assert [q.text for q in doc.quantities] == left, fx.explain(text)
    assert [notice.code for notice in doc.warnings] == ["damage"]
    for notice in doc.warnings:
        assert text[slice(*notice.span)] == notice.text


@pytest.mark.parametrize("text", ["□甘谷报记者\n建成3座", "□ 甘谷报记者\n建成3座"])
def test_a_square_that_opens_a_line_is_no_damage(text):
    assert not fx.extract(text).warnings


@pytest.mark.parametrize("text", ["收入是多少?2000元。", "为什么要搬迁?1200户群众给出答案", "能否脱贫?3年见分晓"])
def test_a_question_is_no_damage(text):
    doc = fx.extract(text)
    assert not doc.warnings
    assert doc.quantities, fx.explain(text)


FURNITURE = [
    "点击：1234次",
    "浏览量: 5600人",
    "当前位置：首页 > 新闻 > 3个县摘帽",
    "分享到：5人已转发",
    "陇ICP备08000781号",
    "责任编辑：李三 2组",
    "(新闻热线：0771-5690110)",
    "![图](https://a.cn/2021/06/120人.png)",
    "[全文](/web/20211026/50户/)",
    '<img src="a_300元.png" alt="">',
    "https://example.cn/5万元",
    "相关阅读\n• 某县3万人脱贫\n• 某市建成5座水库",
    "时间:2020-12-17 21:26来源:某某网 点击:30次",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_carries_no_records(line):
    text = f"全县脱贫20户。\n{line}\n"
    assert [q.text for q in fx.extract(text).quantities] == ["20户"], fx.explain(text)


PROSE = [
    "群众可拨打举报电话反映问题，去年共受理来信[2600件]，办结率[99%]。",
    "县里印发了关于责任编辑培训的通知，培训[30人]。",
    "在首页推荐位，平台销售农产品[500万元]，惠及[80户]农民。",
]


@pytest.mark.parametrize("line", PROSE)
def test_prose_with_words_of_furniture_is_read(line):
    text = line.replace("[", "").replace("]", "")
    expected = [part.partition("]")[0] for part in line.split("[")[1:]]
    assert [q.text for q in fx.extract(text).quantities] == expected, fx.explain(text)


def test_numbers_that_count_the_lines_are_no_part_of_the_numbers_in_them():
    text = "1.全县脱贫20户\n2.3个村摘帽\n3.投资5万元\n"
    assert [q.text for q in fx.extract(text).quantities] == ["20户", "3个", "5万元"]
    text = "人均纯收入\n3.5万元\n"
    assert [q.text for q in fx.extract(text).quantities] == ["3.5万元"]


def test_blanked_text_keeps_its_length():
    text = normalise("甲\n点击：12次\n乙")
    assert len(without_furniture(text).text) == len(text.text)


def test_the_place_of_a_dateline_stays():
    body = without_furniture(normalise("某县的账本\n2014-08-24 旺报 记者林俐安／贵州黎平报导\n产茶5吨。"))
    assert body.text.replace("\x00", "") == "某县的账本\n2014-08-24贵州黎平\n产茶5吨。"


def test_a_text_that_lost_its_line_breaks_is_read_line_by_line():
    sentences = "三年来，全县减少贫困人口3.2万人，农民收入稳步增长。 " * 8
    document = fx.extract("甘谷县脱贫记 2016-10-17 来源：甘肃日报 " + sentences)
    assert (document.title, str(document.published), document.source) == ("甘谷县脱贫记", "2016-10-17", "甘肃日报")
    assert normalise("一  二\n" + sentences).text.count("\n") == 1


def test_straight_quotes_are_paired_line_by_line():
    assert normalise('他说"好"，又说"对"\n"').text == '他说“好”，又说“对”\n"'
