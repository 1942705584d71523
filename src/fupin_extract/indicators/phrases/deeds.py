"""The verb that governs a noun phrase ([修建]农村公路), and where a name that has it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..vocabulary import JOINTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rows import Token

FLOWS = tuple("收入 利润 总额 投资 税收 增加值 产值 营收 进出口 出口 销售额 交易额 发电量 产量 利税 销量 保费".split())
"""Endings of what a body makes or takes: in 工业企业实现利润总额 its name belongs to the figure's."""
STATIC = frozenset(
    {"加上", "算上", "连同", "除去", "扣除", "扣掉", "刨去", "除了", "来自", "属于", "涉及", "导致", "引起", "使得"}
)
_MODAL = frozenset({"会", "能", "可", "要", "都会"})
_NO_PART = _MODAL | {"加上", "算上", "连同", "除去", "尝试", "开始", "打算", "准备"}
"""In front of a deed these are no part of it: [加上]养了两头牛, [尝试]推出茶园, [准备]扩招."""


def is_deed(token: Token) -> bool:
    """Tell whether a word is a deed whose object may be measured."""
    return token.tag == "v" and token.role in ("", "gain", "loss") and token.text not in STATIC


def may_head(deed: Token, object_: Token) -> bool:
    """Tell whether a deed and its object may be one name (产业扶持资金), not how somebody comes by money: 帮扶工作队[争取]资金."""
    return is_deed(deed) and not (object_.text in _FUNDS and deed.text in _COMES_BY)


_FUNDS = frozenset({"资金", "项目", "基金"})
_COMES_BY = frozenset(
    "争取 筹集 筹措 募集 整合 统筹 安排 下达 拨付 划拨 下拨 投入 落实 拿出 撬动 吸引 引进 发放 收回 追回 归还 盘活 捐赠 实施 完成".split()
)
_TELLS = frozenset("公布 发布 统计 披露 通报 显示 监测 调度 审议 汇总".split())


def tells_of(core: Sequence[Token], k: int) -> bool:
    """Tell whether the verb only says who made a figure known: 统计局[公布]的物价指数."""
    return core[k].text in _TELLS and k + 1 < len(core) and core[k + 1].text == "的"


def with_deed(core: Sequence[Token], k: int) -> int:
    """Return where the phrase begins with its deed at ``k``: with the verbs beside it, or with who did it."""
    if any(t.text == "的" for t in core[k:]):
        while (
            core[-1].role == "rate"
            and k
            and (core[k - 1].nominal or core[k - 1].role == "light" or is_deed(core[k - 1]))
        ):
            k -= 1  # [生活垃圾进行收运]处理的行政村比例
        return k
    k = _with_verbs(core, k)
    spent = core[-1].text == "投入" and k < len(core) - 1  # [全社会]研发投入
    if spent or core[-1].role in ("rate", "size") or core[-1].text.endswith((*FLOWS, "率")):
        while k and core[k - 1].nominal:
            k -= 1
        return k
    if k and core[k - 1].text in ("年产", "日产"):
        return k - 1  # [年产]浓缩果汁
    deed = _deed_before(core, k)
    return _outer_deed(core, k) if deed is None else deed


def _with_verbs(core: Sequence[Token], k: int) -> int:
    """Return where the verbs begin that end in the one at ``k``, also those joined to it: 新建和改造[高标准农田]."""
    while k and core[k - 1].kind != "quantity":
        j = k - 1
        if j > 1 and core[j].text in _HARD and core[j - 1].text in ("和", "及", "与"):
            j -= 1  # 倒塌和[严重]损坏房屋
        joined = j > 0 and (
            core[j].text in ("和", "及", "与") or (core[j].text == "、" and core[j - 1].text in _WORKS_ON)
        )
        if joined and is_deed(core[j - 1]):
            j -= 1
        if core[j].kind != "word" or core[j].tag not in ("v", "vn") or core[j].role != "" or core[j].text in _NO_PART:
            break
        k = j
    return k


def _outer_deed(core: Sequence[Token], k: int) -> int:
    """Return where the deed stands whose object has the one at ``k`` inside: 新建农村[集中]供水工程, 审结土地[承包]纠纷."""
    first = k
    while first and core[first - 1].nominal and core[first - 1].tag not in ("f", "t", "s"):
        first -= 1
    inside = first < k and core[k].text not in _OUTCOMES and (k < len(core) - 1 or core[k].text in _MATTERS)
    return first - 1 if inside and first and core[first - 1].text in _WORKS_ON else k


_HARD = frozenset({"严重", "全面", "重点", "提前"})
_WORKS_ON = frozenset(
    (
        "新建 改建 扩建 续建 建成 修建 制定 完成 实施 开展 推广 受理 审结 收到 接到 提交 办理 清理 查处 新设 举办 安排 减免 发放 整改"
    ).split()
)
"""Transitive verbs whose object is a thing; in 组织群众修路 the object is a person, so the second verb is the deed."""
_MATTERS = frozenset("申请 诉求 举报 登记 交付 抢修 加宽 审批 报案 投诉 反映".split())
"""Verbs that an object may end in: 受理消费者[诉求]."""
_OUTCOMES = frozenset("惠及 覆盖 带动 吸引 吸纳 受益 涉及 用于 节约 节省 增加 补助 支持 安置 解决 帮助".split())


def with_sector(core: Sequence[Token], first: int) -> int:
    """Return where the phrase begins with the part of the economy whose deed is measured: [高技术产业]吸收外资, not 财政部下达资金."""
    if first and core[first - 1].text == "新" and core[first].start == core[first - 1].end:
        first -= 1  # [新]设立外商投资企业
    if first == len(core) - 1:
        return first
    begin = first
    while begin and core[begin - 1].nominal:
        begin -= 1
    led = begin > 0 and (
        core[begin - 1].kind == "mark" or core[begin - 1].tag in ("p", "v", "u") or core[begin - 1].role != ""
    )
    gains = any(t.text == "新增" for t in core[first : first + 2]) and core[first - 1].tag in (
        "n",
        "vn",
    )  # [金融机构]新增贷款
    gains = gains and not core[first - 1].text.endswith(_ADDS)
    return begin if begin < first and not led and (gains or core[first - 1].text.endswith(_SECTORS)) else first


_ADDS = ("银行", "行", "院", "部", "局", "委", "会", "省份", "地区", "国家", "部分", "中央")
"""Endings of who adds something; he is no part of the name, as 省份 in 其他省份新增病例."""
_THINGS = tuple(
    "小麦 玉米 大豆 油菜 棉花 早稻 中稻 晚稻 水稻 秋粮 夏粮 粮食 风电 水电 光伏 火电 核电 电影 公路 药品 商标 专利 居民 小区 棚户区".split()
)
_SECTORS = (
    "产业",
    "行业",
    "业",
    "领域",
    "经济",
    "民企",
    "企业",
    "工商户",
    "高铁",
    "铁路",
    "班列",
    "民航",
    "港",
    *_THINGS,
)


def with_payers(core: Sequence[Token], first: int) -> int:
    """Return where the phrase begins with all who pay, whom a list names before the last: [中央和]省级财政专项扶贫资金."""
    while (
        first > 1 and core[first].text in _PAYERS and core[first - 1].text in JOINTS and core[first - 2].text in _PAYERS
    ):
        first -= 2
    return first


_PAYERS = frozenset(
    "中央 省 市 县 区 乡 镇 市县 省市 省级 市级 县级 区级 乡级 镇级 村级 地方 自治区 国家 州 州级 财政 省财政 市财政 县财政".split()
)


def deed_of_list(core: Sequence[Token], k: int) -> int | None:
    """Return where the deed stands that was done to a list, which the noun phrase at ``k`` sums up: [设立]保洁、护路等岗位."""
    j = k - 2
    if j < 1 or core[k - 1].text != "等":
        return None
    while j and (core[j].nominal or core[j].kind == "region" or core[j].text in _IN_LIST):
        j -= 1
    if core[j + 1].text in _DEEDS_TOO and core[j + 2].nominal:
        j += 1
    if j == k - 2 or (j and core[j - 1].text in _IN_LIST) or any(t.quantity for t in core[k:]):
        return None  # 就医、[就学]等实事: a deed of the list itself
    done = is_deed(core[j]) or core[j].text in _DEEDS_TOO
    return j if done and not tells_of(core, j) and core[j].text not in _OUTCOMES else None


_IN_LIST = frozenset({"、", "和", "与", "及", "的", "“", "”"})
_DEEDS_TOO = frozenset("建设 改造 种植 养殖 培训 援建 捐建 修复 采购 销售".split())
"""Deeds that are mostly nouns; in front of a list of things they are done to them: [建设]水利、交通等项目."""


def _deed_before(core: Sequence[Token], k: int) -> int | None:
    """Return where the deed stands whose object the phrase is, its 了 between them: 建成了科技[对比]试验田."""
    while k and core[k - 1].nominal:
        k -= 1
    done = k > 1 and core[k - 1].text in ("了", "过") and core[k - 2].tag in ("v", "vn")
    return k - 2 if done else None
