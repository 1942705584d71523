"""The texts that are read: articles of the genre made from a seed, those of ``corpus/``, those of a folder.

What is made is ordinary: about one number in twenty characters, places, bodies and programmes by the way, paragraphs of a
few sentences. It is made and not stored, so that any amount of it differs from beginning to end.
"""

from __future__ import annotations

from itertools import count
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "corpus"
SEED = 2020


class Place(NamedTuple):
    """A county, which the sentences call 全县, with what is above and in it, so that a made article stays in one place."""

    province: str
    city: str
    county: str
    towns: tuple[str, ...]


PLACES = (
    Place("甘肃省", "定西市", "通渭县", ("马营镇", "鸡川镇", "榜罗镇")),
    Place("甘肃省", "陇南市", "宕昌县", ("哈达铺镇", "沙湾镇", "理川镇")),
    Place("贵州省", "毕节市", "威宁彝族回族苗族自治县", ("草海镇", "牛棚镇", "迤那镇")),
    Place("云南省", "怒江傈僳族自治州", "福贡县", ("上帕镇", "鹿马登乡", "匹河怒族乡")),
    Place("四川省", "凉山彝族自治州", "昭觉县", ("新城镇", "解放乡", "地莫镇")),
    Place("宁夏回族自治区", "固原市", "西吉县", ("将台堡镇", "兴隆镇", "吉强镇")),
    Place("江西省", "赣州市", "于都县", ("贡江镇", "梓山镇", "银坑镇")),
    Place("湖南省", "湘西土家族苗族自治州", "花垣县", ("双龙镇", "石栏镇", "边城镇")),
    Place("陕西省", "商洛市", "镇安县", ("永乐街道", "柴坪镇", "青铜关镇")),
    Place("河北省", "承德市", "滦平县", ("滦平镇", "长山峪镇", "红旗镇")),
    Place("广西壮族自治区", "百色市", "凌云县", ("泗城镇", "加尤镇", "逻楼镇")),
    Place("新疆维吾尔自治区", "和田地区", "墨玉县", ("喀拉喀什镇", "普恰克其镇", "扎瓦镇")),
)
WORDS = {
    "crop": "马铃薯 中药材 苹果 核桃 花椒 食用菌 油茶 草果 冬小麦 高原夏菜".split(),
    "stock": "肉牛 奶山羊 土鸡 中蜂 生猪 滩羊".split(),
    "villages": "行政村 贫困村 自然村 出列村 示范村".split(),
    "work": "易地扶贫搬迁 农村危房改造 通村公路 安全饮水巩固提升 农网改造升级 东西部扶贫协作".split(),
    "body": "县委 县政府 县扶贫办 县农业农村局 国家统计局 农业农村部 中国农业银行 省乡村振兴局 县人社局".split(),
    "firm": "绿源农业开发有限公司 金地种植专业合作社 宏达食品有限责任公司 山里红果业集团".split(),
    "programme": "“千企帮千村”行动 “雨露计划” 产业扶贫三年行动计划 高标准农田建设项目 “一村一品”工程".split(),
    "outlet": "甘肃日报 新华社 人民日报 农民日报 当地融媒体中心 中国新闻网".split(),
    "person": "王建国 李秀英 马福全 张玉兰 杨进财 罗阿妹".split(),
    "slogan": "群众的日子越过越红火。 产业旺了，人心齐了，村庄也变美了。 干部进村入户，宣讲政策、问需于民。".split(),
    "more": "增长 提高 增加".split(),
    "so_far": "截至目前， 近年来， 三年来， 今年以来， 去年， “十三五”期间， 上半年，".split(),
}
SENTENCES = (
    "{so_far}{place}累计减少贫困人口{decimal}万人，贫困发生率由{percent}%下降到{small}%。",
    "{year}年，全县农村居民人均可支配收入达到{thousand}元，比上年{more}{small}%。",
    "{body}安排财政专项扶贫资金{decimal}亿元，其中用于{work}{thousand}万元，占{percent}%。",
    "{town}种植{crop}{decimal}万亩，产量{decimal}万吨，产值近{decimal}亿元，户均增收{thousand}元以上。",
    "目前，全县{number}个{villages}全部通了硬化路，{number}户{thousand}人搬入新居，自来水普及率达{percent}%。",
    "在{town}，{firm}流转土地{thousand}多亩，吸纳{number}名村民就业，每人每月工资{thousand}元。",
    "{year}年{month}月{day}日，记者从{body}获悉，{programme}启动以来，已实施项目{number}个，完成投资{decimal}亿元。",
    "{work}稳步推进：新建、改建道路{decimal}公里，改造危房{thousand}户，解决{thousand}人的饮水问题。",
    "“过去住的是土坯房，一年到头挣不到{thousand}块钱。”{town}村民{person}说，如今她家养了{number}头{stock}，还清了贷款。",
    "{body}负责人介绍，{province}将持续落实“四个不摘”要求，到{later}年力争{crop}面积稳定在{number}万亩左右。",
    "三次产业结构由{percent}∶{small}∶{percent}调整为{percent}∶{small}∶{percent}，粮食总产量{decimal}万吨，{more}{small}%。",
    "{programme}覆盖{number}个乡镇，培训农民{thousand}人次，发放小额信贷{decimal}亿元，惠及{thousand}户。",
    "{city}与帮扶城市签订协议{number}份，引进企业{number}家，消费扶贫销售额达{thousand}万元，同比增长{percent}%。",
    "{slogan}",
    "乡村教师、医生和大学生村官扎根山区，{county}的学校建到了山梁上，卫生室开到了家门口，{slogan}",
    "要坚持以人民为中心的发展思想，把巩固脱贫成果同乡村振兴有效衔接起来，健全防止返贫动态监测和帮扶机制。",
)
FIGURES: dict[str, Callable[[Random], str]] = {
    "decimal": lambda rng: f"{rng.uniform(0.5, 60):.2f}".rstrip("0").rstrip("."),
    "percent": lambda rng: f"{rng.uniform(10, 99):.1f}",
    "small": lambda rng: f"{rng.uniform(0.3, 9.9):.1f}",
    "thousand": lambda rng: str(rng.randint(1000, 19999)),
    "number": lambda rng: str(rng.randint(3, 900)),
    "year": lambda rng: str(rng.randint(2012, 2020)),
    "later": lambda rng: str(rng.randint(2021, 2025)),
    "month": lambda rng: str(rng.randint(1, 12)),
    "day": lambda rng: str(rng.randint(1, 28)),
}


def sentence(rng: Random, place: Place, pattern: str) -> str:
    """Return a pattern filled for a place."""
    chosen = {name: rng.choice(words) for name, words in WORDS.items()}
    made = pattern
    for name, figure in FIGURES.items():  # each slot on its own: no figure stands twice in a sentence
        slot = "{" + name + "}"
        while slot in made:
            made = made.replace(slot, figure(rng), 1)
    return made.format(
        province=place.province,
        city=place.city,
        county=place.county,
        town=rng.choice(place.towns),
        place=rng.choice(("全县", "全市", place.county, place.city)),
        **chosen,
    )


def paragraph(rng: Random, place: Place) -> str:
    """Return some sentences about a place, on one line."""
    return "".join(sentence(rng, place, pattern) for pattern in rng.sample(SENTENCES, rng.randint(2, 5)))


def article(rng: Random, characters: int = 2_000) -> str:
    """Return an article with a title and a dateline, at least so long and less than a paragraph longer."""
    place = rng.choice(PLACES)
    head = f"{place.county}：{rng.choice(WORDS['crop'])}产业带富一方百姓"
    date = f"{rng.randint(2013, 2020)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    lines = [head, f"{date} 来源：{rng.choice(WORDS['outlet'])}"]
    while sum(map(len, lines)) < characters:
        lines.append(paragraph(rng, place))
    return "\n".join(lines)


def made(characters: int, seed: int = SEED) -> list[str]:
    """Return articles that hold at least so many characters together."""
    rng = Random(seed)
    texts: list[str] = []
    while (missing := characters - sum(map(len, texts))) > 0:
        texts.append(article(rng, min(2_000, missing)))
    return texts


def briefs(seed: int = SEED) -> Iterator[str]:
    """Yield texts of one sentence without end."""
    rng = Random(seed)
    while True:
        place = rng.choice(PLACES)
        yield sentence(rng, place, rng.choice(SENTENCES))


def paragraphs(seed: int = SEED) -> Iterator[str]:
    """Yield paragraphs without end, some dozens about one place and then about another."""
    rng = Random(seed)
    while True:
        place = rng.choice(PLACES)
        for _ in range(rng.randint(10, 40)):
            yield paragraph(rng, place)


def repeated(texts: Iterable[str]) -> Iterator[str]:
    """Yield the paragraphs of texts again and again, each round marked by its number, so that no two rounds are equal."""
    kept = [line for text in texts for line in text.splitlines() if line.strip()]
    for turn in count(1):
        yield f"第{turn}部分"
        yield from kept


def size(text: str) -> int:
    """Return the bytes of a text as a file in UTF-8: what KB and MB count here."""
    return len(text.encode("utf-8", "surrogatepass"))


def pieces(lines: Iterator[str], total: int, each: int) -> list[str]:
    """Return texts of whole lines, of ``each`` bytes and ``total`` together; no line is parted, so a little more."""
    found: list[str] = []
    while total > 0:
        taken: list[str] = []
        room = min(each, total)
        while room > 0:
            taken.append(next(lines))
            room -= size(taken[-1]) + 1
        found.append("\n".join(taken))
        total -= size(found[-1]) + 1
    return found


def folder(path: Path) -> list[str]:
    """Return the texts of the ``*.txt`` of a folder and of those in it, in the order of their names.

    Raises:
        ValueError: there is none.
    """
    texts = [file.read_text("utf-8") for file in sorted(path.rglob("*.txt"))]
    if not any(texts):
        raise ValueError(f"no *.txt with text in {path}")
    return texts
