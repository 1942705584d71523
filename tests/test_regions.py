"""Regions: one case, one line; a mention is in brackets, its full names stand behind the arrow."""

from __future__ import annotations

import re
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import fupin_extract as fx
from fupin_extract.lexicon import load_toml
from fupin_extract.regions import find_regions, focus_region, survey_places
from fupin_extract.regions.gazetteer import gazetteer, lineage, townships, townships_named
from fupin_extract.text import normalise
from fupin_extract.text.fold import fold

NAMES = """
[甘肃省]出台意见 → 甘肃省
[甘肃]脱贫 → 甘肃省
[陇南市]召开会议 → 陇南市
在[陇南]采访 → 陇南市
[甘肃陇南]的花椒 → 陇南市
[宁夏吴忠市红寺堡]有新村 → 红寺堡区
[山西长治平顺县]有新村 → 平顺县
[山西省长治平顺县]有新村 → 平顺县
[陕西安康平利县]产茶 → 平利县
[福建省寿宁县下党乡]修路 → 下党乡
[福建省寿宁县下党乡]变了，曾经的[下党]是穷乡 → 下党乡 下党乡
[白银区强湾乡]和[武川乡]，[武川]、[强湾]两个贫困乡 → 强湾乡 武川乡 武川乡 强湾乡
[两当县金洞乡贺家村]的贫困户 → 贺家村
[天津市河西区]、[武清区]对口帮扶[静宁县] → 河西区 武清区 静宁县
[甘南州]和[凉山州]、[恩施州] → 甘南藏族自治州 凉山彝族自治州 恩施土家族苗族自治州
[积石山县]是国家级贫困县 → 积石山保安族东乡族撒拉族自治县
[甘肃积石山]发生地震 → 积石山保安族东乡族撒拉族自治县
[威宁自治县]草海 → 威宁彝族回族苗族自治县
[四川渠县]种植黄花 → 渠县
[江西瑞金]是革命老区，[瑞金]的脐橙丰收 → 瑞金市 瑞金市
[寿光市]派出干部，[寿光]的菜农来了 → 寿光市 寿光市
[新疆喀什地区巴楚县]的农民 → 巴楚县
[陇南市文县]铁楼 → 文县
[陇南文县]铁楼 → 文县
[广西都安瑶族自治县]山多 → 都安瑶族自治县
[内蒙古自治区武川县]种土豆 → 武川县
[河北张家口]、[承德]接连降雪 → 张家口市 承德市
[信阳市]的[息县]、[淮滨]、[固始]三县 → 信阳市 息县 淮滨县 固始县
[海东市]辖[乐都]、[平安]两区 → 海东市 乐都区 平安区
[海东]的[民和]、[互助]、[化隆]三县 → 海东市 民和回族土族自治县 互助土族自治县 化隆回族自治县
[拉萨]市区的新居 → 拉萨市
[广州]市民购买山货 → 广州市
[天津]市场上的苹果 → 天津市
[满洲里]口岸 → 满洲里市
[二连浩特]通车 → 二连浩特市
[宕昌县]在[哈达铺]、[理川]、[南阳]等乡镇建点 → 宕昌县 哈达铺镇 理川镇 南阳镇
[通江县陈河乡火天岗村]有木耳。在[火天岗]试种 → 火天岗村 火天岗村
[静宁县]的[威戎镇]种苹果 → 静宁县 威戎镇
[湖南沙洲村]的小黄姜 → 沙洲村
[花垣县十八洞村]变了，[十八洞村]有了民宿 → 十八洞村 十八洞村
走进[贺家村]采访 → 贺家村
[融水苗族自治县]减贫，[红水乡]变了，收入高于城镇 → 融水苗族自治县 红水乡
走进[毛竹山村]采访 → 毛竹山村
走进[贺家村]。离[贺家村]12公里的[庙枒村]，种茶 → 贺家村 贺家村 庙枒村
[水城县]的[罗多村]地处深山 → 水城县 罗多村
[强湾乡荣地村]有大棚 → 荣地村
去了[成县]采访 → 成县
到2025年[礼县]苹果面积扩大，今年[岷县]种药 → 礼县 岷县
从[广东中山]返乡 → 中山市
[阳泉市郊区]的农民 → 郊区
在[成县]召开现场会 → 成县
[香港]与[澳门] → 香港特别行政区 澳门特别行政区
[天水市]的危房户中，[武山]217户，[秦安]84户 → 天水市 武山县 秦安县
[甘谷县]在科尔沁沙地边缘 → 甘谷县
[甘谷县富民新村]的大棚，[富民新村]人多 → 富民新村 富民新村
[甘谷县]建设新村12个，移民新村住人 → 甘谷县
[台湾]同胞 → 台湾省
[花蓮縣]的農會，[秀林鄉]的茶 → 花莲县 秀林乡
[屏東縣]與[屏東萬丹]的農民，住[旗山區]的婦人 → 屏东县 万丹乡 旗山区
[台南後壁]的水田，行政院補助 → 后壁区
社署在[觀塘]設中心，[元朗]有公屋，荃灣路修好了，住在[沙田]的陳太 → 观塘区 元朗区 沙田区
[甘谷县]种沙田柚，沙田有水 → 甘谷县
[台南後壁]的水田，平台南側有路，新台幣 → 后壁区
建設大社區，在[台中市新社區] → 新社区
[雲林口湖成龍村]的長輩 → 成龙村
[甘肅省靜寧縣]的蘋果 → 静宁县
[中国]减贫经验 → 中国
[泸水市大兴地镇维拉坝珠海社区]有1034户 → 维拉坝珠海社区
[北京市海淀区] → 海淀区
[重庆云阳]的柑橘 → 云阳县
[上海]城市更新，[大连中山区]、[深圳市南山区]和[辽宁海城市] → 上海市 中山区 南山区 海城市
[山西吉县]种苹果，[吉县]增收 → 吉县 吉县
在[陕西乾县]，[吉林乾安县]也来了 → 乾县 乾安县
红军渡过赤水河北上 →
[贵州遵义]的[花茂村]，而整个[花茂村]变了 → 遵义市 花茂村 花茂村
[北京]的[高碑店村]有条街，[高碑店村]的村民 → 北京市 高碑店村 高碑店村
来自[贵州省赤水市大同镇]的茶农 → 大同镇
今年包括[悬崖村]在内，像[悬崖村]这样 → 悬崖村 悬崖村
记者来到[嘎吉村]，教授养猪 → 嘎吉村
走进[王家沟村]里看看 → 王家沟村
[四川]、[重庆]两地 → 四川省 重庆市
[礼县]的花椒熟了。[铨水镇]村民 → 礼县 铨水镇
位于[中国]北方 → 中国
[贵州黔西南州]设立专班 → 黔西南布依族苗族自治州
[雷山县达地乡]种茶，[达地乡]养牛 → 达地水族乡 达地水族乡
[沂水县]增收，[院东头乡]种栗，[沂水镇]办厂 → 沂水县 院东头乡 沂水镇
[大姚县湾碧傣族傈僳族乡]种芒果，走进[湾碧] → 湾碧傣族傈僳族乡 湾碧傣族傈僳族乡
[沂水县]增收，各乡镇种栗 → 沂水县
[石台县仙寓镇大山村]有茶 → 大山村
[石泉县池河镇明星村]有桑 → 明星村
[石泉县池河镇人和村]有桑 → 人和村
[石泉县池河镇和里村]有桑 → 和里村
[石泉县池河镇]和李村有桑 → 池河镇
[石泉县池河镇]和邻村有桑 → 池河镇
[石泉县池河镇]建成文明村 → 池河镇
[石泉县池河镇]有桑。茶师看中了[杨梅村] → 池河镇 杨梅村
[石台县仙寓镇]贫困村都有茶 → 仙寓镇
[昭苏县洪纳海镇吐格勒勤布拉克村]种油菜 → 吐格勒勤布拉克村
[昭苏县洪纳海镇]重点扶持的贫困村种油菜 → 洪纳海镇
[泰顺县筱村镇]变了。[建田村]办起基地 → 筱村镇 建田村
秭归屈乡果业有限公司卖橙子 →
[卢氏县]搬迁。眼下，[兴贤里社区]的居民忙着 → 卢氏县 兴贤里社区
[卢氏县]搬迁。来到[兴贤里社区]，各搬迁社区、城市社区的居民忙着 → 卢氏县 兴贤里社区
[礼县]搬迁。[福泽社区]建在城边，[福泽社区]的居民忙着 → 礼县 福泽社区 福泽社区
[礼县]搬迁。多民族社区建在城边，多民族社区的居民忙着 → 礼县
[台江县]带动[台盘村]村集体增收 → 台江县 台盘村
[皮山县皮亚勒玛乡]村民说，乡村民宿好 → 皮亚勒玛乡
[凤山县江洲瑶族乡]的[陇荣屯]缺水 → 江洲瑶族乡 陇荣屯
[凤山县江洲瑶族乡]的军民屯田、屯粮 → 江洲瑶族乡
[甘州区前进村]养牛 → 前进村
走进[策勒县红旗新村]，[策勒县]评选红旗村 → 红旗新村 策勒县
[策勒县]的搬迁点——[津南新村]，有大棚 → 策勒县 津南新村
[甘谷县]推动[西沟村]增收 → 甘谷县 西沟村
[佳县]有枣。[木头峪村]有院落 → 佳县 木头峪村
"""

NOTHING = """
省会城市 城市 超市 上市公司 地区 灾区 山区 社区 园区 校区 各县 郊区 市区 老区 景区 库区
大社区 新社区 大园区 牧区 特区 专区 小区 片区 城区
区县 县区 州县 县城 县域经济 县乡村三级 贫困县 深度贫困县 脱贫县 示范县 农业大县 省市县 市县
跨省 外省 邻县 两县 三个县
南开大学 香港商报 吉林大学 上海合作组织 北京时间 西藏路 甘肃日报 兰州晚报 天津大学 陇南师范学院
北京奥运会 海南大学
真金白银 长治久安 平安建设 建成县乡村三级网络 完成县级验收 健康县区 人文县域 创新县乡机制 名单县 2011年成县级市 今年开县级会议
简单县情
合作社 比如 互助组 振兴 富裕 乡村振兴 互相合作 延长保质期 和平年代 发展 安定团结 共和国
解放思想 团结 友好往来
平凉红牛 静宁苹果 兰州牛肉面 洛川苹果 哈密瓜 新疆路 宁夏枸杞 阿里巴巴 中国平安 中国银行
中国共产党 中国特色 中国梦 中国式现代化
灵丘县人民政府 平凉市扶贫办 甘肃省委书记 甘肃省人民检察院 平凉市委副书记 陇南市公安局 下党乡党委书记
甘肃省农业农村厅 兰州市第一中学
乡镇 城镇 家乡 下乡 返乡 老乡 小镇 特色小镇 建制镇 城乡 乡亲们 水乡 贫困乡 中心镇 重点镇
镇痛 街道办
农村 乡村 贫困村 示范村 新村 行政村 自然村 城中村 美丽乡村 山村 村民 村庄 脱贫村 重点村 各村
128个贫困村 非贫困村 通村公路 驻村 进村入户
长三角 京津冀 六盘山区 秦巴山区 西海固 三区三州 东部地区 西部 中西部地区 陕甘宁 云贵高原
粤港澳大湾区 青藏高原
全国人大 全国政协 国内生产总值 其中国家级 当地址 本地区 全面 安全区域 完全市场化 全省级
中国国际进口博览会 《甘肃省扶贫条例》
销售村里的特产 考察村基础设施 不少村 一年前村里 发挥好村党组织 目光瞄准村里 无视村集体 纷纷走村入户
顺应村情民意 接受镇里 实现镇镇通 今年乡里 当时村里 改造村舍 一趟村 打卡村 网红村 建设高新区 国家级经开区 各新区 发展村集体经济 受灾镇 正值村里
全台阶段 走进小山村 走进很多山村 来到许多村 江南水乡 藏族村 建制村 冬残奥村 万企帮万村 城镇居民
中国移动 中国海油 数字中国 美丽中国 健康中国行动 相约北京 《绿水青山看中国》 《全国粮食规划》 中国(广东)自贸试验区
酒泉卫星发射中心 新疆生产建设兵团 乌梁素海南岸 北海市三诺电子有限公司 北京市教委 全盟号召
其中山区县 新增城市绿地 面向山区 集中山区人口 适应城市需要 各项城市建设 新兴城市 合理均衡水平 西南通道 皖南山区 佛罗里达州 白山羊
国内旅游收入 国内游客
"""

DEIXIS = """
[陇南市]三年投入资金，[全市]减贫 → 陇南市 陇南市
[陇南市]召开会议。[我市]落实[我省]部署 → 陇南市 陇南市 甘肃省
[灵丘县]的[全市]首个车间，[全县]推广 → 灵丘县 大同市 灵丘县
[宁夏]推进脱贫，[全区]减贫 → 宁夏回族自治区 宁夏回族自治区
[白银区]推进脱贫，[全区]减贫 → 白银区 白银区
[凉山州]减贫，[全州]出列 → 凉山彝族自治州 凉山彝族自治州
[甘谷县]修桥，[鹰嘴坪镇]投入9万元，[鹰嘴坪镇王家村]出力 → 甘谷县 鹰嘴坪镇 王家村
[静乐县]修路，[静乐]投入9万元，在[静乐]，宁静而乐 → 静乐县 静乐县 静乐县
[南部县]修路。[南部县]有桥，在南部 → 南部县 南部县
[曲周县河南疃镇]有路，[河南疃镇]修桥 → 河南疃镇 河南疃镇
[海州区郁州街道]有路，[海州区]修桥 → 郁州街道 海州区
接着调研了[杨村]，[该村]养牛 → 杨村 杨村
[民乐县]种药，[民乐]去年丰收，民乐而安 → 民乐县 民乐县
[通江县陈河乡火天岗村]，[全村]二十六户，[全乡]也学 → 火天岗村 火天岗村 陈河乡
[重庆市开州区]种橙，[全区]丰收，[全市]推广 → 开州区 开州区 重庆市
[静宁县]种苹果，[该县]收入增加，[当地]果农高兴 → 静宁县 静宁县 静宁县
[静宁县]的[威戎镇]种苹果，[这个镇]和[这个县]都有名 → 静宁县 威戎镇 威戎镇 静宁县
[雲林縣西螺鎮]種田，[全台]都種 → 西螺镇 台湾省
[全县]上下动员。[静宁县]种苹果 → 静宁县 静宁县
[全国]和[我国]、[国内] → 中国 中国 中国
[全国]减贫。[全省]有贫困人口的[贵州省]确定对象，[全省]减贫 → 中国 贵州省 贵州省 贵州省
[全县]上下动员，[我市]支持 → - -
[策勒县]搬迁，[全村]增收。[曲靖市]的[冲头村]种菜 → 策勒县 - 曲靖市 冲头村
[甘肃省]的[省内]企业 → 甘肃省 甘肃省
[内蒙古]的[锡林郭勒盟]养羊，[全盟]增收 → 内蒙古自治区 锡林郭勒盟 锡林郭勒盟
[绵阳高新区]建食堂，[高新区]出资，[全区]推广，[全市]学习 → 绵阳高新区 绵阳高新区 绵阳高新区 绵阳市
[绵阳高新区普明街道]建食堂 → 普明街道
[绵阳市]的高新区建食堂 → 绵阳市
[贵州贵安新区高峰镇]种茶，[全区]增收 → 高峰镇 贵安新区
"""

FOCUS = """
長者津貼上調¶社會福利署公布，長者生活津貼每月四千元，社署呼籲市民申請。 → 香港特别行政区
老農津貼上調¶農委會公布，行政院核定津貼每月七千元，農會受理申請。 → 台湾省
長者津貼上調¶社會福利署公布，長者生活津貼每月四千元，高齡津貼每月一千五百元，社署呼籲市民申請。¶計劃下約有兩萬人在內地領取，當中廣東佔一萬八千人。 → 香港特别行政区
長者北上¶廣東省民政廳公布，香港長者在廣東領取長者生活津貼、高齡津貼及綜援的有兩萬人。¶廣東歡迎他們。 → 广东省
記者林青／台北報導¶休耕補助調整，農糧署公布每公頃補助四萬五千元，台斤收購價不變。 → 台湾省
記者林青／宜蘭報導¶休耕補助調整，農糧署公布每公頃補助四萬五千元，台斤收購價不變。 → 宜兰县
官田的菱角¶台南官田區種菱角310公頃，是全台最大的產地，占全台六成，殼有2500公噸。 → 官田区
津貼上調¶房屋局公布，津貼每月四千元，有人關注公屋。 → -
一个贵州贫困县的账本¶在黎平，农民种茶。今天的黎平，产茶1.2万亩。从贵州黎平出发。 → 黎平县
来到昆山，处处是工地。如今，昆山有企业8200家。今天的昆山是一座新城。 → 昆山市
昆山说，他要回家。昆山告诉记者，今年好。今天的昆山老了。 → -
陇南市结对行动综述¶三年来，全市减贫66万人，甘肃省给予支持，成县、徽县先行。 → 陇南市
本报兰州讯¶静宁县种苹果，静宁县果农增收，全县推广。 → 静宁县
新华社北京6月8日电¶陇南市三年减贫，全市出列五百个村。 → 陇南市
我市农村经济稳步发展¶我市农民收入增加，全市粮食丰收，居全国前列。 → -
全县动员大会召开¶县委、县政府作出部署，全县干部下乡。 → -
平凉市委副书记检查工作¶平凉市扶贫办汇报了情况，全市进展顺利。 → 平凉市
我国减贫成就¶国务院发布数据，全国贫困人口减少，甘肃等地进展明显。 → 中国
海南、江西两省举行发布会¶海南推进自贸港，海南新增市场主体。江西推进创新，江西增长加快。 → 海南省
贫困户增收¶养牛养羊，收入增加。 → -
下党村的茶园¶福建省寿宁县下党村推出定制茶园。下党村茶农增收，下党村脱贫。 → 下党村
福建下党村：茶园¶福建省寿宁县下党村推出茶园。福建寿宁县下党村脱贫，下党村增收。 → 下党村
天津帮扶静宁县¶静宁县果农增收。天津支援静宁县，静宁县全县脱贫。 → 静宁县
我国职业教育¶我国重视职教。¶贵州有一所学校，贵州省招生，贵州脱贫。¶全国专业点超过十万个。 → 中国
绿化与植树¶习近平近日在河北省承德市考察时强调，我国要绿化，党中央有部署，各级要造林护林。¶今天全国都要。 → 承德市
搬出高寒处¶——那曲市尼玛县荣玛乡见闻¶西藏高，首个项目在拉萨市，让牧民告别高海拔的草场，住进新房，过上新的生活，孩子们上学。 → 荣玛乡
三个村子的变化¶记者走访了湖北省恩施州的几个村。恩施州利川市谋道镇中坝村通了路，中坝村喝上水。恩施市红土乡天落水村种茶，天落水村增收。恩施州今年再修路，恩施州提速。 → 恩施土家族苗族自治州
老小区改造¶今年，我区把甘谷村居改造列入秦州区民生实事。秦州区大城街道务农社区建成多年，务农社区居民盼改造，务农社区开工。 → 秦州区
全国协作工作会议在福州召开¶全国协作工作会议在福建福州召开，国务院作出部署。 → 中国
高碑店村的街¶在北京的高碑店村有街，高碑店村增收。 → 高碑店村
张家港市与贵州省沿河县协作记事¶张家港投入资金，张家港派出教师，张家港援建车间。苏州市对口帮扶沿河县，帮扶沿河县的医院。 → 沿河土家族自治县
厦门市与临夏州东西部协作纪实¶厦门投入资金，厦门选派干部，厦门的企业到康乐县办厂，厦门再签约。 → 临夏回族自治州
上海青浦区客商来屏边县¶青浦区与屏边县结对。青浦区投入资金，青浦区派出医生，青浦区援建学校。 → 屏边苗族自治县
福州市与定西市协作综述¶我市投入资金。福州市派出教师，福州援建车间，福州买土豆。 → 福州市
建行深圳市分行驻村帮扶见成效¶建设银行深圳市分行派出干部，进驻广东省陆河县河口镇。分行援建车间，河口镇卖出青梅。 → 河口镇
深圳市税务局公布收入情况¶深圳市税务局公布，陆河县和河源市也有增长。 → 深圳市
简讯¶吉林省汪清县：汪清县投入资金，汪清县的木耳和桑黄带动农户增收，销路很好，汪清县还要扩大。¶湖北省蕲春县：全县种植蕲艾，带动贫困户，合作社越办越多，管窑镇也种起来了，收入增加。¶内蒙古林西县：落实资金，养驴养牛，建起冷库，今年还将有一批贫困户脱贫，日子越过越好。 → 中国
黔西县新仁苗族乡化屋村：从“悬崖村”到“网红村”¶化屋村有苗寨，化屋村通了路，来“悬崖村”的人多了。 → 化屋村
贵安新区经济运行情况¶贵安新区增长较快，全区新增就业多。 → 贵安新区
云南省鲁甸县、甘肃省礼县、贵州省紫云县、河北省蔚县的简报¶四个县各有做法。 → 中国
"""


def _lines(block: str) -> list[str]:
    return [line for line in block.strip().splitlines() if line]


@pytest.mark.parametrize("case", _lines(NAMES) + _lines(DEIXIS))
def test_mentions(case: str) -> None:
    """A sentence's mentions and their full names."""
    marked, _, expected = case.partition(" →")
    source = re.sub(r"[\[\]]", "", marked)
    spans, shift = [], 0
    for match in re.finditer(r"\[(.*?)\]", marked):
        start = match.start() - shift
        spans.append((start, start + len(match[1])))
        shift += 2
    found = find_regions(normalise(source))
    assert [tuple(r.span) for r in found] == spans, [(r.text, r.rule) for r in found]
    assert [r.name or "-" for r in found] == expected.split(), [r.rule for r in found]


@pytest.mark.parametrize("word", NOTHING.split())
@pytest.mark.parametrize("frame", ["{}", "推进{}工作", "，{}。"])
def test_no_mention(word: str, frame: str) -> None:
    """Words that hold a generic, a short form or a body's place are no mentions."""
    found = find_regions(normalise(frame.format(word)))
    assert [(r.text, r.rule) for r in found] == []


@pytest.mark.parametrize("case", _lines(FOCUS))
def test_focus(case: str) -> None:
    """The place that a text is about."""
    source, _, expected = case.partition(" → ")
    text = normalise(source.replace("¶", "\n"))
    title = text.text.partition("\n")[0]
    focus = focus_region(text, survey_places(text, title))
    assert (focus.name if focus else "-") == expected
    if focus:
        assert focus.text == text.source[slice(*focus.span)]


def test_a_record_says_where_and_why() -> None:
    (region,) = find_regions(normalise("福建省寿宁县下党乡"))
    assert (region.level, region.code, region.rule) == ("township", "350924209", "regions/full_name")
    assert region.path == ("福建省", "宁德市", "寿宁县", "下党乡")
    assert region.implied == ()


def test_a_pointer_is_implied() -> None:
    _, pointer = find_regions(normalise("陇南市减贫，全市出列"))
    assert (pointer.name, pointer.code, pointer.implied, pointer.rule) == (
        "陇南市",
        "621200",
        ("name",),
        "regions/deixis",
    )


def test_a_pointer_without_a_name_keeps_its_level() -> None:
    (pointer,) = find_regions(normalise("全县动员"))
    assert (pointer.name, pointer.level, pointer.code, pointer.path) == (None, "county", None, ())


def test_the_country_has_a_path_and_no_code() -> None:
    (region,) = find_regions(normalise("全国减贫"))
    assert (region.name, region.level, region.code, region.path) == ("中国", "country", None, ("中国",))


@pytest.mark.parametrize(
    ("year", "name", "code"),
    [(None, "华亭市", "620881"), (2012, "华亭县", "620824"), (2019, "华亭市", "620881")],
)
def test_a_short_form_means_the_name_of_its_year(year: int | None, name: str, code: str) -> None:
    published = date(year, 6, 1) if year else None
    (region,) = find_regions(normalise("甘肃华亭种核桃"), published=published)
    assert (region.name, region.code) == (name, code)


@pytest.mark.parametrize(("name", "code"), [("华亭县", "620824"), ("定西地区", "622400"), ("万县市", "512000")])
def test_a_name_of_the_past_is_kept_as_written(name: str, code: str) -> None:
    (region,) = find_regions(normalise(f"在{name}调研"), published=date(2021, 1, 1))
    assert region.name == name
    assert region.code is not None


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("朝阳区的农民", ("朝阳区",)),
        ("长春市来人。朝阳区的农民", ("吉林省", "长春市", "朝阳区")),
        ("北京市来人。朝阳区的农民", ("北京市", "朝阳区")),
        ("江苏省徐州市来人。鼓楼区的居民", ("江苏省", "徐州市", "鼓楼区")),
    ],
)
def test_an_ambiguous_name_takes_the_place_around_it(text: str, path: tuple[str, ...]) -> None:
    region = find_regions(normalise(text))[-1]
    assert region.path == path
    assert (region.code is None) == (len(path) == 1)


def test_spans_are_those_of_the_source() -> None:
    source = "禮(lǐ)縣位於甘肅，ＡＢ陇南市"
    assert [(r.text, r.name) for r in find_regions(normalise(source))] == [
        ("禮(lǐ)縣", "礼县"),
        ("甘肅", "甘肃省"),
        ("陇南市", "陇南市"),
    ]


def test_every_current_name_is_found_and_means_itself() -> None:
    """Every name of today, behind the names above it, is one mention of that place."""
    wrong = []
    for places in gazetteer().by_code.values():
        for place in places:
            if place.last != 9999:
                continue
            path = lineage(place, None)
            written = "".join(p.name for p in path)
            found = find_regions(normalise(f"在{written}，"))
            if [(r.text, r.code) for r in found] != [(written, place.code)]:
                wrong.append((written, [(r.text, r.code) for r in found]))
    assert wrong == []


def test_townships_of_one_name_are_told_apart_by_their_county() -> None:
    assert len(townships_named("城关镇")) > 50
    (region,) = find_regions(normalise("两当县城关镇"))
    assert region.path == ("甘肃省", "陇南市", "两当县", "城关镇")


PIECES = st.sampled_from(
    [
        *"省市县区旗州盟乡镇村全我该国、，。的在等《》委新和成文中山地里内本（）1万\n\x00",
        "甘肃", "陇南", "两当", "金洞", "贺家", "当地", "吉林", "朝阳", "城关", "街道", "政府", "大学", "自治州",
        "宁夏", "恩施", "凉山", "社区", "嘎查", "北京", "天津", "内蒙古", "定西", "河南", "平安", "民和", "互助",
    ]
)  # fmt: skip


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=80))
def test_properties(source: str) -> None:
    """Whatever the text: nothing raises, spans slice to the surface, in order, none overlapping."""
    text = normalise(source)
    survey = survey_places(text)
    regions = survey.regions
    end = 0
    for region in regions:
        assert region.span.start >= end
        assert region.span.end > region.span.start
        assert source[slice(*region.span)] == region.text
        assert region.path == () or region.path[-1] == region.name
        end = region.span.end
    focus = focus_region(text, survey)
    assert focus is None or source[slice(*focus.span)] == focus.text
    assert regions == find_regions(text)


HOSTILE = (
    "甘肃省陇南市两当县金洞乡贺家村",
    "全市我省该县当地",
    "朝阳区城关镇",
    "、平安、民和、互助",
    "省市县区乡镇村街道",
    "《甘肃省",
    "在在在在村",
    "农业农村扶贫开发委",
    "陇南\n全市",
    "市市市市市市",
    "某某某某某某某某",
)


def _calls(source: str) -> int:
    """Return how many function calls (Python's and C's) one reading takes."""
    text, count = normalise(source), 0

    def note(frame: object, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        find_regions(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", HOSTILE)
def test_work_grows_with_the_text_and_not_with_its_square(piece: str) -> None:
    _calls(piece * 200)
    once, twice = _calls(piece * 400), _calls(piece * 800)
    assert twice < 2.3 * once + 500


CONTEXT = load_toml("region_context.toml")
MENTIONS_IN = {"body": False, "behind": False, "full": True, "township": True, "village": True}
"""Whether the bracketed stretch of a group's examples is a mention; its rejects are the other way round."""


def _is_mention(marked: str) -> bool:
    source = re.sub(r"[\[\]]", "", marked)
    start, end = marked.index("["), marked.index("]") - 1
    return any(r.span.start < end and start < r.span.end for r in find_regions(normalise(source)))


@pytest.mark.parametrize("group", sorted(MENTIONS_IN))
def test_every_group_of_words_has_its_effect_and_no_other(group: str) -> None:
    table = CONTEXT[group]
    assert table["examples"]
    assert table["rejects"]
    assert [e for e in table["examples"] if _is_mention(e) != MENTIONS_IN[group]] == []
    assert [e for e in table["rejects"] if _is_mention(e) == MENTIONS_IN[group]] == []


def test_every_name_is_known_as_the_text_folds_it() -> None:
    for names in (gazetteer().by_name, townships().by_name):
        assert [name for name in names if fold(name) not in names] == []


BRIEFS = """陇海铁路加开旅客列车
春运期间陇海铁路加开旅客列车，沿线各站延长售票时间，为返乡务工人员提供方便，平均每天多送旅客二万余人次。
甘肃苹果销往海外
今年甘肃苹果出口继续增加，甘谷、静宁、礼县等地的苹果销往十多个国家，果农收入比上年明显提高，合作社也忙了起来。
水利部部署春灌
水利部要求各地抓紧检修渠道和泵站，做好春灌准备，确保农田适时灌溉，各灌区已开始向下游放水，水量比去年同期有所增加。
甘肃武山蔬菜上市
这几天甘肃武山的大棚蔬菜陆续上市，每天有上百辆货车来拉菜，价格比去年同期略有上涨，菜农们正忙着采收、分拣和装车。
工信部公布名单
工信部公布新一批示范企业名单，要求各地加强指导，推动示范企业带动产业链上下游共同发展，名单中民营企业占到大多数。
气象台发布预报
中央气象台预报，未来三天冷空气将影响北方大部分地区，气温下降明显，请公众注意防寒保暖，农户注意大棚保温和防风加固。
"""


def test_a_column_of_briefs_is_about_no_place_that_only_some_of_them_name():
    text = normalise(BRIEFS)
    assert focus_region(text, survey_places(text)).name == "中国"
    lines = BRIEFS.splitlines(keepends=True)
    text = normalise("".join(lines[2:4] + lines[6:8]) * 2)
    assert focus_region(text, survey_places(text)).name == "武山县"


def test_the_outlets_place_is_the_focus_where_the_text_only_points_at_it():
    text = normalise("上半年，我省脱贫人口人均纯收入8316元。")
    (pointer,) = find_regions(text, source="河南日报")
    assert pointer.name == "河南省"
    assert focus_region(text, survey_places(text, source="河南日报")).name == "河南省"
    assert focus_region(text, survey_places(text, source="人民日报")) is None


def test_the_seat_of_an_office_where_the_text_names_no_place():
    text = normalise("为支持脱贫攻坚，现下达你市2019年财政专项扶贫资金12.3亿元。")
    assert focus_region(text, survey_places(text, source="甘肃省财政厅")).name == "甘肃省"
    assert focus_region(text, survey_places(text, source="甘肃日报")) is None
    apart = normalise("现下达湖南省财政专项扶贫资金12.3亿元。")
    assert focus_region(apart, survey_places(apart, source="甘肃省财政厅")).name == "湖南省"


def test_places_to_compare_with_are_not_home():
    text = normalise("前三季度，我省农民人均收入9942元，居中部第6位，与第1位的江西相差3000元。")
    assert focus_region(text, survey_places(text)) is None
    assert focus_region(text, survey_places(text, source="山西省统计局")).name == "山西省"


def test_a_subtitle_that_names_the_place_goes_before_the_headline():
    title = "搬出高寒处 兰州有新家"
    text = normalise(f"{title}\n——甘谷县生态搬迁见闻\n\n甘谷县搬迁312户，新村在兰州城边。")
    assert focus_region(text, survey_places(text, title)).name == "甘谷县"


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("【走进贫困村】西坪：山寨换了调子", "在甘肃省天水市甘谷县大像山镇，有个寨子叫西坪村，从县城过去40公里。"),
        ("山乡巨变西坪村", "西坪村是甘肃省深处的一个小山村，甘肃省委书记曾4次到西坪村。"),
    ],
)
def test_a_headline_names_the_village_that_the_text_is_about(title, told):
    text = normalise(f"{told}西坪村有5户人家。")
    assert focus_region(text, survey_places(text, title)).name == "西坪村"


def test_a_text_that_names_a_place_of_the_past_is_of_its_time():
    text = "吕梁地区去年减贫。兴县修路，蔡家会镇打坝。"
    assert [r.path for r in fx.extract(text).regions][1:] == [
        ("山西省", "吕梁地区", "兴县"),
        ("山西省", "吕梁地区", "兴县", "蔡家会镇"),
    ]
    today = fx.extract(f"{text}吕梁市成立了。").regions
    assert today[1].path == ("山西省", "吕梁市", "兴县")


def test_a_headline_is_found_whatever_its_marks_and_script():
    text = "山海情長：廈門市與臨夏州東西部協作紀實\n\n廈門投入資金9億元，廈門選派幹部，廈門的企業到康樂縣辦廠。"
    assert fx.extract(text).focus_region.name == "临夏回族自治州"


def test_a_headline_on_a_county_is_not_about_its_village():
    text = normalise("在甘肃省天水市甘谷县，有个西坪村，全县脱贫312户，甘谷县西坪村5户。")
    assert focus_region(text, survey_places(text, "甘谷县脱贫记")).name == "甘谷县"


def test_a_county_whose_province_a_bracket_tells_is_known_from_then_on():
    text = "饶阳、武强（河北）、黄平（贵州）是农行的三个县。在黄平，投入50万元。"
    assert [r.name for r in fx.extract(text).regions] == ["饶阳县", "武强县", "河北省", "黄平县", "贵州省", "黄平县"]
    assert "黄平县" not in [r.name for r in fx.extract("在黄平，投入50万元。").regions]


def test_a_village_may_open_an_indented_paragraph():
    text = "石泉县池河镇有桑。\n　　美阳村走的是另一条道，2011年就办起了高山茶合作社。"
    assert [r.name for r in fx.extract(text).regions] == ["池河镇", "美阳村"]


def test_a_subtitle_names_the_place_also_behind_an_empty_line():
    text = "搬出高寒处\n\n——那曲市尼玛县荣玛乡搬迁见闻\n\n7月28日一大早，班车坐到拉萨市区只要半个小时。老家荣玛乡的牧民都搬来了，全乡1102人。\n"
    assert fx.extract(text).focus_region.name == "荣玛乡"


def test_an_office_s_text_on_several_places_is_about_its_own():
    text = "{}\n2019年6月28日\n\n扶贫资金审计结果\n\n对甘谷、武山、静宁等8个县进行了审计。甘谷县结存资金42万元，甘谷县已整改。\n"
    assert fx.extract(text.format("甘肃省审计厅")).focus_region.name == "甘肃省"
    assert fx.extract(text.format("甘肃日报")).focus_region.name != "甘肃省"
