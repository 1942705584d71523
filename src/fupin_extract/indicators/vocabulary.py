"""Sets of words that more than one rule asks for. What only one rule asks for stands beside it."""

from __future__ import annotations

JOINTS = frozenset({"、", "和", "与", "及"})
"""What parts the items of a list."""
RAISERS = frozenset("带动 促进 助力 拉动 推动 辐射带动 助推".split())
"""Verbs for what somebody or something does to bring a rise about, told in front of what rises."""
AIDS = ("补助", "补贴", "奖补", "奖励", "津贴")
"""What names of grants end in."""
SUMS = frozenset({"共", "共计", "合计", "总计", "累计"})
"""Words in front of the sum of what was told."""
PLANS = ("计划", "任务", "目标", "预算")
"""Nouns of what is set beforehand, that something is measured against."""
MADE_KNOWN = frozenset({"公布", "发布", "通报", "披露", "发表", "公开"})
"""Verbs in front of what is made known."""
RISES = ("增速", "增长速度", "增幅", "增长幅度", "增长率", "涨幅", "升幅")
FALLS = ("降幅", "减幅", "跌幅")
RATES = (*RISES, *FALLS, "增减幅度")
"""Nouns of how much something moved by."""
PRICES = frozenset({"不变价", "可比价", "不变价格", "可比价格", "价格"})
"""Words behind a year in whose money something is given: 2300元(2010年[不变价])."""
SIDES = frozenset("长宽高深厚")
"""Names of a length of something."""
SETTLED = frozenset({"城市", "城镇", "农村", "乡村"})
"""Adjectives of settlements that stand apart from the measure they belong to: [城市]、农村低保标准."""
CURRENCIES = frozenset("人民币 新台币 台币 港币 港元 美元 欧元".split())
OBTAINED = tuple("资金 款 债券 额度 补贴 补助 投资 项目 贷款 指标 捐赠 政策 支持 扶持".split())
"""Endings of what somebody obtains from those above him."""
LIMITS = frozenset({"以上", "以下", "以内", "及以上", "及以下"})
"""Words behind a number that make a bound of it."""
BOUNDING = LIMITS | {"左右", "上下"}
"""Words behind a number that say how exact it is."""
INSIDE = frozenset({"中", "里", "当中", "里面", "里头", "之中", "中间"})
"""Words behind those of whom a part is told: 参训学员[中]，八成…."""
AND = frozenset({"和", "与", "及", "以及", "或", "暨", "并"})
"""Words that join the parts of a phrase."""
PLACES = frozenset("上 中 下 内 里 外 方面 以来 之后 后 前 时 以后 以前 之前 期间 当中 过程中 间 之间".split())
"""Words behind a place or a deed for where or when: 大山[里], 搬迁[后]."""
OTHER = frozenset({"其他", "其它"})
TRADE = frozenset("出口 进口 进出口 出口额 进口额 进出口额 贸易额 出口总额 进出口总额 直接投资".split())
"""Flows of trade, of which a phrase may say with whom: 对其他成员国[出口]."""
FIGURES = frozenset({"数字", "数据", "数字变成", "指标"})
"""Nouns that only point back at what was named: 这个[数字]达到58.4%."""
SHARES = frozenset({"%", "分之", "‰"})
EXTREMES = frozenset({"最低", "最高", "最少", "最多", "最快", "最慢", "最大", "最小"})
"""Superlatives that tell of one of those just counted: 到位率低于80%的有6个，[最低]的61.4%."""

DEALT = frozenset(
    (
        "分红 返还 返利 分配 提成 让利 补贴 补助 奖补 贴息 资助 救助 赔付 报销 付息 分成 提取 计提 奖励 收取 缴纳 保底 补偿 "
        "支付 给付"
    ).split()
)
"""What is dealt out at a share of something: 按利润的15%给村集体[分红]."""
SOMEWHAT = frozenset("略 稍 还 又 更 有所 明显 大幅 大幅度 大大 进一步 显著 略有 稍有 小幅".split())
"""Adverbs of how far something moved or differs: 比2012年的3.93∶1[有所]缩小."""

GETS = frozenset({"拿", "拿到", "领", "领到"})
"""Verbs by which somebody is given money that he is due."""
EARNS = GETS | {"挣", "挣到", "赚", "赚到"}
"""Verbs by which somebody comes to money."""
SHARED_OUT = frozenset({"分到", "分得"})
"""Verbs by which somebody comes to his part of what is shared out."""
BY = frozenset({"按", "按照"})
"""Words in front of the rate or the proportion that something is done by."""

PEOPLE = frozenset({"people", "households"})
"""Dimensions of numbers of people."""
MEMBERS = PEOPLE | {"count"}
"""Dimensions of numbers of people, places and things."""
COUNTS = MEMBERS | {"occasions"}
"""Dimensions of numbers that count."""
