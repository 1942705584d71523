"""Organisations: what the list, the structure of local bodies and proper names find, and what is none."""

from __future__ import annotations

import itertools
import re
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fupin_extract as fx
from fupin_extract.lexicon import load_toml
from fupin_extract.organisations.knowledge import bodies
from fupin_extract.records import OrganisationKind

DATA = load_toml("organisations.toml")
HEADS = [(group["kind"], case) for group in DATA["heads"] for case in group["examples"]]
REJECTS = [case for group in DATA["heads"] for case in group["rejects"]]


def found(text: str) -> list[tuple[str, str, str]]:
    return [(o.text, o.name, o.kind) for o in fx.extract(text).organisations]


@pytest.mark.parametrize(("kind", "case"), HEADS)
def test_a_head_makes_a_body_of_what_stands_before_it(kind, case):
    (surface,) = re.findall(r"\[(.+?)\]", case)
    assert (surface, surface, kind) in found(re.sub(r"[\[\]]", "", case)), case


@pytest.mark.parametrize("case", REJECTS)
def test_a_kind_of_bodies_is_none(case):
    assert found(case) == []


@pytest.mark.parametrize("body", bodies().values(), ids=lambda body: body.name)
def test_a_known_body_is_found_by_each_of_its_names(body):
    for name in (body.name, *body.aliases):
        sentence = f"据{name}，今年完成投资。"
        assert [o.text for o in fx.extract(sentence).organisations] == [name]
    assert body.kind in get_args(OrganisationKind)
    assert body.first is None or body.last is None or body.first <= body.last


def test_names_are_listed_once_and_successors_are_known():
    names = [name for body in bodies().values() for name in (body.name, *body.aliases)]
    assert len(names) == len(set(names))
    assert {body.successor for body in bodies().values() if body.successor} <= set(names)


FOUND = [
    ("据福州海关统计，据中国海关统计，据海关统计。", ["福州海关"]),
    ("新西兰国会辩论，智利央行降息，荷兰航空公司增班，挪威工党胜选。", ["新西兰国会", "智利央行", "荷兰航空公司", "挪威工党"]),
    ("国会山落成，工党派人，外国政府贷款，新西兰政府军事顾问。", []),
    ("他同丹麦和央行行长会议的代表交谈。", []),
    ("中部战区陆军第80集团军演练，东海舰队返航，战区里没有舰队。", ["中部战区陆军第80集团军", "东海舰队"]),
    ("共产党人带头，中国共产党第十九次全国代表大会召开，中国共产党成立。", ["中国共产党"]),
    ("东盟青年企业家论坛开幕，东盟国家参加论坛，东盟发布声明。", ["东盟", "东盟"]),
    ("中车公司交付列车，中国海油公司治理改善。", ["中车公司", "中国海油"]),
    ("网联化和网联汽车提速，中国网约车增加，中国网报道。", ["中国网"]),
    ("国家呼吸医学中心挂牌，建设国家医学中心城市，建成省重点实验室9个。", ["国家呼吸医学中心"]),
    ("中国国家博物馆开馆，丹霞湖水稻育种实验室落户。", ["中国国家博物馆"]),
    ("三亚市南繁育种实验室揭牌，四川出版集团参展。", ["三亚市南繁育种实验室", "四川出版集团"]),
    ("在南京大学古生物演化研究院，南京大学成立研究院。", ["南京大学古生物演化研究院", "南京大学"]),
    ("厦门海关缉私局联合福州海关缉私局行动。", ["厦门海关缉私局", "福州海关缉私局"]),
    ("甘肃省教育厅基础教育处的工作人员说，省教育厅在处里开会。", ["甘肃省教育厅基础教育处", "省教育厅"]),
    ("中巴双方航空公司增班。", []),
    ("以中信银行为例，打击坑农害农行为。", ["中信银行"]),
    ("他时任县委书记，后任镇党委委员；就连村委会也反对，历任县委书记、十任县委都来过。", ["县委", "镇党委", "村委会"]),
    ("瑶岭牧业公司与四川远山茶业集团签约，甘谷县文物局、县外办参加。", ["瑶岭牧业公司", "四川远山茶业集团", "甘谷县文物局", "县外办"]),
    ("辽河防汛抗旱总指挥部揭牌，太湖流域管理局参加，黄河流域管理提升。", ["辽河防汛抗旱总指挥部", "太湖流域管理局"]),
    ("全国人大环资委、省人大财经委调研。", ["全国人大环资委", "省人大财经委"]),
    ("依法对远山公司（上海）管理有限公司处以罚款。", ["远山公司（上海）管理有限公司"]),
    ("法国BFM经济电视台播出，LED电视台式机销售。", ["BFM经济电视台"]),
    ("中国石油吉林石化公司的装置开工，吉林石化增产，吉林迎来降雪。", ["中国石油吉林石化公司", "吉林石化"]),
    ("国家耐盐小麦育种技术创新中心揭牌。", ["国家耐盐小麦育种技术创新中心"]),
    ("国家批准建设工程研究中心12个，国家级重点实验室3个。", []),
    ("（主播）记者从甘谷县扶贫办了解到。", ["甘谷县扶贫办"]),
    ("甘谷县扶贫办了12家企业。", []),
    ("□甘肃日报记者　王芳", ["甘肃日报"]),
    ("当时的地委召开会议，当地委派干部。", ["地委"]),
    ("甘谷县三河街道办提供。", ["甘谷县三河街道办"]),
    ("甘肃省子午岭机械林场育苗。", ["甘肃省子午岭机械林场"]),
    ("委托甘肃正元会计师事务所参与。", ["甘肃正元会计师事务所"]),
    ("甘肃省第三批援疆工作队的领队说。", ["甘肃省第三批援疆工作队"]),
    ("全县组建援建工作队8支。", []),
    ("联合人保财险开办蜂蜜保险。", ["人保财险"]),
    ("甘谷高新区管委会主任介绍。", ["甘谷高新区管委会"]),
    ("他在十二届全国人大五次会议上说。", []),
    ("全国脱贫攻坚总结表彰工作领导小组开会。", ["全国脱贫攻坚总结表彰工作领导小组"]),
    ("总台记者走进大山。", ["总台"]),
    ("香港文汇报记者在文山、楚雄联合报道。", ["香港文汇报"]),
    ("首页 > 新华网 > 甘肃频道\n甘谷县脱贫记\n全县脱贫。", []),
    ("州以工代赈和易地搬迁办公室主任说。", ["州以工代赈和易地搬迁办公室"]),
    ("省委宣传部新闻发布处处长主持。", ["省委宣传部新闻发布处"]),
    ("中国农业银行固原地区中心支行放贷。", ["中国农业银行固原地区中心支行"]),
    ("国家统计局住户调查办公室主任说。", ["国家统计局住户调查办公室"]),
    ("省委第三巡视组反馈。", ["省委第三巡视组"]),
    ("兰州大学第一医院派出医生。", ["兰州大学第一医院"]),
    ("上海市政府驻昆明办事处主任到场。", ["上海市政府驻昆明办事处"]),
    ("国家卫生健康委财务司介绍。", ["国家卫生健康委财务司"]),
    ("县商务局副局长说。", ["县商务局"]),
    ("平凉市统计局局长说。", ["平凉市统计局"]),
    ("抚松县办起烘干厂48座。", []),
    ("锡林郭勒盟牧业年度牲畜总头数1322万头。", []),
    ("民建中央定点帮扶，农工党北京市委义诊，团市委招募。", ["民建中央", "农工党北京市委", "团市委"]),
    ("西北农林科技大学与华中师范大学合作。", ["西北农林科技大学", "华中师范大学"]),
    ("武警甘肃总队投入兵力。", ["武警甘肃总队"]),
    ("培育了伊利、蒙牛等一批品牌。", []),
    ("伊利、蒙牛等企业签约。", ["伊利", "蒙牛"]),
    ("据某国媒体1日报道，成立了养羊合作社。", []),
    ("中央和省级财政投入2.67亿元。", []),
    ("400家县医院达标。", []),
    ("光明日报社论。光明日报社和经济日报社主办。", ["光明日报", "光明日报社", "经济日报社"]),
    # pointed at, in titles, two in a row
    ("省委省政府决定，市委、市政府落实。", ["省委", "省政府", "市委", "市政府"]),
    ("县扶贫办主任王伟和县委书记李明参加。", ["县扶贫办", "县委"]),
    ("记者从甘谷县农业农村局获悉。", ["甘谷县农业农村局"]),
    ("甘谷县委组织部印发通知。", ["甘谷县委组织部"]),
    ("国务院扶贫办、财政部等部门联合印发。", ["国务院扶贫办", "财政部"]),
    ("按照中央部署，各地落实。", ["中央"]),
    ("贵州装备制造职业学院招生。", ["贵州装备制造职业学院"]),
    ("中国钢铁工业协会发布数据。", ["中国钢铁工业协会"]),
    ("香港乐施会中国项目部指出。", ["香港乐施会中国项目部"]),
    ("俄罗斯外交部发言人说，美国国务院宣布，我国外交部回应。", ["俄罗斯外交部", "美国国务院", "外交部"]),
    ("【香港商报讯】记者报道。", ["香港商报"]),
    ("平凉市人民政府驻京办负责。", ["平凉市人民政府驻京办"]),
    ("孩子坐上开往镇中心小学的校车，老人在乡卫生院量血压。", ["镇中心小学", "乡卫生院"]),
    ("进入市公共资源交易中心，县果业中心主任说。", ["市公共资源交易中心", "县果业中心"]),
    # companies and cooperatives
    ("园区由“瀑源”食用菌合作社供棒。", ["“瀑源”食用菌合作社"]),
    ("引进天士力集团、甘肃陇原农业发展有限公司。", ["天士力集团", "甘肃陇原农业发展有限公司"]),
    ("甘谷县大庄镇安泰和养殖专业合作社吸纳贫困户。", ["甘谷县大庄镇安泰和养殖专业合作社"]),
    # short names in Hong Kong and Taiwan
    ("房委會與房署檢討租金，社署、勞福局跟進，統計處公布數字，統計處理不當。", ["房委會", "房署", "社署", "勞福局", "統計處"]),
    ("衛福部與民進黨團協商，內政部門未回應。", ["衛福部", "民進黨"]),
    ("甘谷县第一中学校长和甘谷县大石镇中心小学校长参加甘谷县小学校长培训。", ["甘谷县第一中学", "甘谷县大石镇中心小学"]),
    ("礼县县委书记和集美区区委书记，甘谷县农牧水利和科技局局长。", ["礼县县委", "集美区区委", "甘谷县农牧水利和科技局"]),
    ("甘谷县政府和农业银行签约。", ["甘谷县政府", "农业银行"]),
    ("雲林縣政府社會處與農業部農糧署，縣政府處理。", ["雲林縣政府社會處", "農業部農糧署", "縣政府"]),
    ("记者从中国南水北调集团和交通运输部海事局获悉，农业农村部优化布局。", ["中国南水北调集团", "交通运输部海事局", "农业农村部"]),
    ("美国国家运输安全委员会和秘鲁国家广播电视台。", ["美国国家运输安全委员会", "秘鲁国家广播电视台"]),
    ("中国银联联合交通银行减免手续费，国家发展改革委会同水利部检查。", ["中国银联", "交通银行", "国家发展改革委", "水利部"]),
    ("边远地区党委、贫困县政府都定了台账。", []),
    ("西昌卫星发射中心和甘肃省农机管理调度指挥中心。", ["西昌卫星发射中心", "甘肃省农机管理调度指挥中心"]),
    ("香港各界扶貧促進會成立，中聯辦宣傳文體部副部長出席。", ["香港各界扶貧促進會", "中聯辦宣傳文體部"]),
    ("到陇南食用菌发展公司考察，甘肃农民报记者随行，锡林郭勒盟牧业公司化经营。", ["陇南食用菌发展公司", "甘肃农民报"]),
    ("川渝两地发改委联合印发方案，京津冀三地合作。", ["川渝两地发改委"]),
    ("集团党组与新区党工委商定，乡中心小学452名学生搬进新楼。", ["集团党组", "新区党工委", "乡中心小学"]),
    ("法国驻华使馆和中国驻埃及大使馆祝贺，驻村工作队的宣传馆开放。", ["法国驻华使馆", "中国驻埃及大使馆"]),
    ("上海数据交易所揭牌，国新办新闻发布会召开。", ["上海数据交易所"]),
    ("由中国中央广播电视总台制作。\n总台推出节目，总台CGTN播出，服务总台的电话。", ["中国中央广播电视总台", "总台", "总台CGTN"]),
    ("缙云县成立烧饼产业领导小组办公室，各级领导小组开会，中央全面深化改革领导小组第九次会议召开。", ["烧饼产业领导小组办公室"]),
    ("传达中央、省委、市委农村工作会议精神，中央、省委部署。", ["中央", "省委"]),
    ("立法會民政及文化體育事務委員會討論，觀塘民政事務處和黃大仙區議會派員，立法會議員發言。",
     ["立法會民政及文化體育事務委員會", "觀塘民政事務處", "黃大仙區議會", "立法會"]),
    ("塞罕坝机械林场育苗，一代代林场工人守着它。", ["塞罕坝机械林场"]),
    # what a name goes on with
    ("甘谷远山茶业集团生态农业发展有限公司党支部与村党支部结对。", ["甘谷远山茶业集团生态农业发展有限公司党支部", "村党支部"]),
    ("财政部农业司司长、省农业厅种植业处副处长到会，财政部司长级官员未到。", ["财政部农业司", "省农业厅种植业处", "财政部"]),
    ("中科院高原所的专家，中科院所属单位的院士。", ["中科院高原所", "中科院"]),
    ("他先后任县农牧局局长、乡党委书记，落实责任县区排名靠前。", ["县农牧局", "乡党委"]),
    ("中国网信部门召开会议，中国网作了转载。", ["中国网"]),
    # what bureaus, stations and offices are called, now and before
    ("县发改局、县水保局和乡农机站派人，县委编办、市委农工部落实，县革委会当年建的良种场还在。",
     ["县发改局", "县水保局", "乡农机站", "县委编办", "市委农工部", "县革委会"]),
    ("地矿部、煤炭部和国家科委定点扶贫。", ["地矿部", "煤炭部", "国家科委"]),
    ("当时的地委、行署动员群众，央行行动起来。", ["地委", "行署", "央行"]),
    ("一九九五年，中央作出决定，中央和省投入资金，中央、省两级财政支持。", ["中央"]),
    ("恒大来到甘谷，中国移动甘肃公司建基站，全国政协农业和农村委员会考察。",
     ["恒大", "中国移动甘肃公司", "全国政协农业和农村委员会"]),
    ("社會福利署與房屋委員會撥款，工聯會支持。", ["社會福利署", "房屋委員會", "工聯會"]),
    ("「有限責任臺東縣甘谷果樹生產合作社」成立。", ["有限責任臺東縣甘谷果樹生產合作社"]),
    # schools, hospitals and museums of no place that is known
    ("他从雷锋学院毕业，考入母校平果希望小学任教，奶奶住进三峡大学附属仁和医院。",
     ["雷锋学院", "平果希望小学", "三峡大学附属仁和医院"]),
    ("德国埃森大学的专家走进百年名校武汉大学。", ["埃森大学", "武汉大学"]),
    ("科技界和学校师生走进一所希望小学，带教县医院骨干，参观博物馆。", ["县医院"]),
    ("甘谷县对口帮扶岷县工作组组长说，村支部书记来了。", ["甘谷县对口帮扶岷县工作组", "村支部"]),
    ("县毛纺厂停产，财政部驻甘肃专员办检查，甘谷县东西部协作和支援合作工作领导小组办公室印发通知。",
     ["县毛纺厂", "财政部驻甘肃专员办", "甘谷县东西部协作和支援合作工作领导小组办公室"]),
    ("省内最大的生猪养殖企业瑞禾集团与中国铁路兰州局集团签约。", ["瑞禾集团", "中国铁路兰州局集团"]),
    # none
    ("推行“村支部+合作社+农户”，各村支部带头。", []),
    ("县委农村工作会议召开，市人大常委会第五次会议审议。", []),
    ("省重点中学招生，县帮扶学校增多。", []),
    ("财政部门下达资金，各级党委政府负责。", []),
    ("央行动员，城市局面稳定，农村信用体系完善。", []),
    ("村卫生室、乡镇卫生院、村小学全部达标。", []),
    ("党组织+公司+合作社+农户的模式。", []),
    ("世界500强公司、跨国公司和上市公司参加。", []),
    ("国务院常务会议部署，市政府常务会议研究。", []),
    ("叙利亚国家电视台报道，马里乌波尔市政府说。", ["叙利亚国家电视台"]),
    ("18个省、区、市人大常委会检查。", []),
    ("村办企业50家。", []),
    ("探索出一条银行敢贷的路子，抓实农牧业生产，中央国家机关参加。", []),
    ("《甘肃省人民政府关于扶贫的意见》印发。", []),
    # named after a county without its rank
    ("旬阳中学和福州八中结对，到会的还有甘谷农商行。", ["旬阳中学", "福州八中", "甘谷农商行"]),
    ("全市二中全会精神、初中学历、中学生。", []),
    # firms of a place that is pointed at
    ("县国有资产经营公司注资，省交通投资集团担保。", ["县国有资产经营公司", "省交通投资集团"]),
    ("县属企业集团化发展，各县旅游公司都在亏损，城市投资公司也是。", []),
    # an office that the title behind it makes one body
    ("农业处处长说，茶叶办主任也来了，林业局副局长同行。", ["农业处", "茶叶办", "林业局"]),
    ("教育处长期缺人，农业局面向好，办公室主任不在。", []),
    # who acts with a firm is none of its name
    ("县就业局联合青岚茗茶有限公司办班。", ["县就业局", "青岚茗茶有限公司"]),
    # 派出 is what the committee does, 委派 what is done
    ("县委派出三十名干部，省委委派的干部也到了。", ["县委", "省委"]),
    # institutes and departments
    ("云南省农科院茶叶所供苗，清华大学社会学系调研。", ["云南省农科院茶叶所", "清华大学社会学系"]),
    ("清华大学系统推进改革。", ["清华大学"]),
    # pieces of one character, a clause that begins with one
    ("引进北京青达恒业农业技术开发有限公司，嵩县顺丰和中药材有限责任公司受益，旺家信息技术有限公司招人。",
     ["北京青达恒业农业技术开发有限公司", "嵩县顺丰和中药材有限责任公司", "旺家信息技术有限公司"]),
    ("上津区供销社收购龙须草，县黄姜皂素厂停产，从社区到市场工厂。", ["上津区供销社", "县黄姜皂素厂"]),
    # departments of ministries
    ("国家民族事务委员会经济发展司会同国家统计局农村社会经济调查司发布。",
     ["国家民族事务委员会经济发展司", "国家统计局农村社会经济调查司"]),
    ("马鞍山市、省农业农村厅到会，各省、市扶贫办自查，由市、县政府安排。", ["省农业农村厅"]),
    ("居委会主任代银花说，居委会贴出通知。", ["居委会"]),
    # 市民 is a word, and no part of 厦门市民政局; a place that a firm is named after is none of its mentions
    ("厦门市民政局来人，旺家信息技术有限公司落户旺家社区，旺家招人。", ["厦门市民政局", "旺家信息技术有限公司", "旺家"]),
    # what is counted is a kind, and a verb of founding no name
    ("组建林农专业合作社47个，在西安开公司的青年回乡，在甘谷建幼儿园9所。", []),
    ("青苇村股份经济合作联合社分红，县邮政分公司设点，龙丹乳业收奶，大庆石油管理局包村。",
     ["青苇村股份经济合作联合社", "县邮政分公司", "龙丹乳业", "大庆石油管理局"]),
    ("县产业路建设管理领导小组审定，人寿财险甘谷支公司承保。", ["县产业路建设管理领导小组", "人寿财险甘谷支公司"]),
    # foundations, owners, offices elsewhere, departments
    ("嘉明理慈善基金会拨款，中华农学会来人，公益基金会不多。", ["嘉明理慈善基金会", "中华农学会"]),
    ("中车株洲青山机车有限公司招人，甘谷县驻厦门办事处送人。", ["中车株洲青山机车有限公司", "甘谷县驻厦门办事处"]),
    ("农业农村部就业促进司调研，财政部要求公司落实。", ["农业农村部就业促进司", "财政部"]),
    # what every town has, and rooms
    ("镇妇联主席王芳来了，乡农会收购红豆。", ["镇妇联", "乡农会"]),
    ("走进村便民服务中心，社区服务中心人不多。", []),
]  # fmt: skip


@pytest.mark.parametrize("piece", ["扶贫领导小组", "省委组织部办公室", "县农业和科技和", "财政部农业局"])
def test_a_name_that_seems_to_go_on_for_ever_ends(piece):
    assert all(len(o.text) < 60 for o in fx.extract(piece * 1500).organisations)


@pytest.mark.parametrize(("text", "surfaces"), FOUND)
def test_mentions(text, surfaces):
    assert [o.text for o in fx.extract(text).organisations] == surfaces, fx.explain(text)


def test_short_forms_have_the_full_name():
    text = "平凉市委印发意见。市委要求落实。陇原佳牧农业有限公司投产，佳牧带动农户。"
    assert [(o.text, o.name) for o in fx.extract(text).organisations][:2] == [
        ("平凉市委", "平凉市委"),
        ("市委", "平凉市委"),
    ]


def test_a_pointing_word_stays_where_the_text_has_two_of_them():
    text = "平凉市委和定西市委签约，市委要求落实。"
    assert [o.name for o in fx.extract(text).organisations] == ["平凉市委", "定西市委", "市委"]


def test_the_outlet_in_the_head_is_a_mention():
    document = fx.extract("减贫综述\n2015-11-12 来源：甘肃日报\n全市减贫3万人。")
    assert [(o.text, o.kind) for o in document.organisations] == [("甘肃日报", "media")]


def test_an_office_that_publishes_is_no_medium():
    document = fx.extract("工作总结\n2015-11-12 来源：甘谷县扶贫办\n全市减贫3万人。")
    assert [(o.text, o.kind) for o in document.organisations] == [("甘谷县扶贫办", "government")]


def test_a_part_is_of_the_kind_of_the_whole():
    text = "中共平凉市委办公室印发，中国人寿平凉分公司赔付，武汉大学医学院义诊。"
    kinds = {o.text: o.kind for o in fx.extract(text).organisations}
    assert kinds == {"中共平凉市委办公室": "party", "中国人寿平凉分公司": "finance", "武汉大学医学院": "school"}


def test_a_commission_is_the_governments_a_committee_the_partys():
    found = fx.extract("北京市旅游委和国家减灾委提醒，平凉市委和县委印发。").organisations
    assert [o.kind for o in found] == ["government", "government", "party", "party"]


def test_an_office_of_the_party_is_the_party():
    assert [
        (o.text, o.kind) for o in fx.extract("县委办公室、县委农办和县政府办公室印发通知，县农办落实。").organisations
    ] == [
        ("县委办公室", "party"),
        ("县委农办", "party"),
        ("县政府办公室", "government"),
        ("县农办", "government"),
    ]


def test_the_short_name_before_a_brand_is_none():
    text = "甘肃瑞禾农业有限公司投产，“瑞禾”品牌走红，瑞禾带动农户。"
    assert [o.text for o in fx.extract(text).organisations] == ["甘肃瑞禾农业有限公司", "瑞禾"]


def test_a_firm_is_short_by_all_of_its_proper_name():
    text = "青岚茗茶有限公司去年开业。青岚茗茶今年扩产，新合农机合作社也来了。"
    assert found(text) == [
        ("青岚茗茶有限公司", "青岚茗茶有限公司", "company"),
        ("青岚茗茶", "青岚茗茶有限公司", "company"),
        ("新合农机合作社", "新合农机合作社", "cooperative"),
    ]


def test_a_company_keeps_its_full_name_where_it_stands_without_its_form():
    text = "中国长江三峡集团有限公司定点帮扶，三峡集团援建学校。甘肃瑞禾农业有限公司投产，瑞禾农业扩产，瑞禾招工。"
    assert [(o.text, o.name) for o in fx.extract(text).organisations] == [
        ("中国长江三峡集团有限公司", "中国长江三峡集团有限公司"),
        ("三峡集团", "中国长江三峡集团有限公司"),
        ("甘肃瑞禾农业有限公司", "甘肃瑞禾农业有限公司"),
        ("瑞禾农业", "甘肃瑞禾农业有限公司"),
        ("瑞禾", "甘肃瑞禾农业有限公司"),
    ]


def test_traditional_script_and_glosses():
    (body,) = fx.extract("強灣鄉(xiāng)政府和縣扶貧辦落實，縣扶貧辦主任說。").organisations[-1:]
    assert (body.text, body.name) == ("縣扶貧辦", "县扶贫办")


@given(st.text(alphabet="省市县镇村委局办政府扶贫的和、，甘谷公司合作社集团银行大学0a“”《》\n", max_size=60))
def test_mentions_are_in_order_apart_and_where_they_say(text):
    document = fx.extract(text, published=date(2020, 1, 1))
    spans = [o.span for o in document.organisations]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(text[o.span.start : o.span.end] == o.text for o in document.organisations)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甘谷县委大院和县政府大院走红，县委书记来了。", ["县委"]),
        ("环保部、国土部等七部门决定。", ["环保部", "国土部"]),
        ("中国石化胜利油田发现60周年，大庆油田投产。", ["中国石化胜利油田", "大庆油田"]),
        ("经中央军委批准，中央军委政治工作部组织拍摄。", ["中央军委", "中央军委政治工作部"]),
        ("甘谷县电影院启用。", ["甘谷县电影院"]),
    ],
)
def test_seats_fields_and_houses(text, expected):
    assert [body.text for body in fx.extract(text).organisations] == expected
