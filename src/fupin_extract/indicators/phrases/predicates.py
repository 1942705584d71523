"""What a sentence says of the things that a number counts: the deed behind their noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...regions.levels import COUNTED
from .before import is_stop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rows import Token


_DEEDS = frozenset(
    (
        "脱贫 减贫 返贫 就业 搬迁 务工 创业 受益 增收 参保 入学 参与 分红 上学 易地搬迁 受灾 "
        "转移就业 签约 毕业 帮扶 定点帮扶 结对帮扶 对口帮扶 结对 复工 复产 开工 投产 达标 摘帽 "
        "验收 通车 长势 苗情 墒情 不错 良好 喜人 较好 进展 顺利 全覆盖"
    ).split()
)

_PEOPLE = (
    "代表",
    "人员",
    "群众",
    "农民",
    "村民",
    "干部",
    "专家",
    "学者",
    "嘉宾",
    "学生",
    "老人",
    "企业",
    "单位",
    "部门",
    "客商",
    "公司",
    "集团",
    "机构",
    "院校",
    "高校",
    "银行",
)
_SHARED_DEEDS = frozenset("交流 参观 学习 考察 合作 生产 培训 参与 研究 调研 服务 采购 创业 旅游 消费 检查".split())


def before_deeds(tokens: Sequence[Token], *, followed: bool = False) -> int:
    """Return how many tokens stand before the deeds that the phrase ends in: 贫困群众[异地搬迁]."""
    split = len(tokens)
    takes_part = next(
        (k for k in range(1, split - 1) if tokens[k].text in ("参与", "参加") and tokens[k - 1].tag == "n"), None
    )
    if takes_part and not tokens[-1].text.endswith(_WAYS):
        return takes_part  # 1.2万家商户[参与]以旧换新
    if followed and split > 1 and tokens[-1].text in _SHARED_DEEDS and tokens[-2].text.endswith(_PEOPLE):
        split -= 1  # 30家媒体代表[交流]探讨
    if split > 1 and tokens[-1].tag == "vn" and tokens[-2].text in COUNTED:
        split -= 1  # 工作组赴19个省[检查]
    if (
        split > 2
        and (tokens[0].text in COUNTED or tokens[0].text in _BODIES)
        and tokens[1].text in _HOW
        and tokens[2].tag in ("v", "vn")
    ):
        return 1  # 14个省份[科学调整范围]
    every = next((k for k in range(1, split - 1) if _is_done_to_all(tokens, k)), None)
    if every:
        return every  # 85户危房[全]改造完了
    while split > 1 and (tokens[split - 1].text in _DEEDS or tokens[split - 1].tag == "i"):
        split -= 1
        while split > 1 and tokens[split - 1].text in _MANNERLY:
            split -= 1
    return split


def _is_done_to_all(tokens: Sequence[Token], k: int) -> bool:
    """Tell whether 全 says that a deed was done to all: 危房[全]改造; not 5G[全]连接工厂."""
    return tokens[k].text == "全" and all(t.tag in ("v", "vn") for t in tokens[k + 1 :])


_WAYS = ("机制", "模式", "渠道", "方式", "平台")
_BODIES = frozenset("部门 单位 企业 机构 学校 医院 国家 银行".split())
_HOW = frozenset("科学 有序 精准 合理 积极 全力 联合 集中 主动 带头 率先".split())
_MANNERLY = frozenset("稳定 持续 稳步 异地 易地 同步 全部 定点 整体 总体 普遍 全面 建设 标准化 规范化".split())
"""Adverbs and nouns in front of the deed at a phrase's end that belong to the deed: 秋粮长势[整体]良好, 重点工程[建设]进展顺利."""


def predicate_behind(row: Sequence[Token], first: int) -> tuple[list[Token], int]:
    """Return what is said of the phrase (its verb with its object, up to the next stop) and the index behind it."""
    said = _up_to_stop(row, first)
    said_to = first + len(said)
    if len(said) > 1 and said[0].tag == "v" and said[1].text == "着":
        return [], first  # 1560吨李子[坐着]冷链车到了长三角
    said = _main_deed(said)
    if len(said) > 1 and said[0].text == "合作":
        said = said[:1]  # 与7家公司[合作]开展联运业务
    if said and (said[0].text in _NO_MORE or said[0].text in _PARTLY):
        return [], first  # 196万人[不再]为喝水发愁, 139个安置点[大半]封顶
    while said and _leads_on(said):
        said = said[1:]
    return [t for t in said if t.kind == "word" and t.text not in ("了", "着", "过", "地", "已", "均", "都")], said_to


def _up_to_stop(row: Sequence[Token], first: int) -> list[Token]:
    """Return the words up to the next stop or list; none where they count something themselves."""
    said: list[Token] = []
    for k, token in enumerate(row[first:], first):
        if token.text == "、" and _counts_something(row, k):
            return []  # 6个地区发放[防汛救灾、灾后重建等贷款]150亿元
        if token.kind == "quantity" and not token.lasts:
            return []  # 3.2万名老人[发放养老金]4800万元
        if token.text == "、" and any(t.text in _GOES for t in said):
            continue  # 6300名青年去日本、韩国研修
        if token.text in _WHILE and said:
            break  # 到13个省区市考察[时]看到
        if is_stop(token) or token.kind == "quantity" or token.text == "、":
            break
        said.append(token)
    return said


def _leads_on(said: list[Token]) -> bool:
    """Tell whether the first word only leads to the deed: when, how, by whom, or a verb without an object of its own."""
    first = said[0]
    if first.role in ("link", "drop") and not _has(said) and not _comes_to(said):
        return True
    if first.tag in ("d", "u", "r") or first.kind == "period" or first.text in _THUS or first.text in _MODAL:
        return True
    if len(said) > 1 and first.text in STEADILY:
        return True
    by_all = first.text in _AS_ONE or first.text == "被"
    return _is_light(said) or (by_all and len(said) > 1 and said[1].tag in ("v", "vn"))


def _counts_something(row: Sequence[Token], k: int) -> bool:
    """Tell whether the list that goes on here ends in a number of its own."""
    for token in row[k + 1 :]:
        if token.kind == "quantity" and not token.lasts:
            return row[k + 1].kind != "quantity"
        if is_stop(token):
            break
    return False


_GOES = frozenset({"去", "赴", "前往", "到"})
_WHILE = frozenset({"时", "时候", "之际", "期间", "过程"})
_NO_MORE = frozenset({"不再", "无法"})
_PARTLY = frozenset("大半 大都 大多 多数 大部分 大多数 半数 部分 过半 少数".split())
_AS_ONE = frozenset({"整体", "集体", "全家", "整村", "整组", "举家"})
_THUS = frozenset({"全", "因此", "因而", "由此", "从而"})
STEADILY = frozenset({"稳定", "持续", "稳步", "平稳"})
"""Adverbs that say how something is done, not what: 1200户贫困户[稳定]脱贫."""
_WHERE = frozenset("在 到 去 赴 前往 通过 靠 依靠 靠着 因 由 从 依托 借助".split())


def _main_deed(said: list[Token]) -> list[Token]:
    """Return what is said without where and by what means: [在城镇]找到工作, [到合作社]打工, [已靠着林业]脱贫."""
    k = 0
    while k < len(said) and ((said[k].tag == "d" and said[k].text not in _WHERE) or said[k].text in _MODAL):
        k += 1
    if k == len(said) or said[k].text not in _WHERE:
        return said
    deed = next((j for j in range(k + 2, len(said)) if said[j].tag == "v" or j == len(said) - 1), len(said))
    return said[deed:] if deed < len(said) and said[deed].tag in ("v", "vn") else said


_MODAL = frozenset({"将", "会", "都会", "可", "可以", "能", "基本", "正在", "正"})


def _has(said: Sequence[Token]) -> bool:
    """Tell whether it is said that they have something: 有了[集体经济收入]; 有 before a number only links."""
    return said[0].text == "有" and any(t.nominal for t in said[1:])


def _comes_to(said: Sequence[Token]) -> bool:
    """Tell whether it is said what they have come to: 18个县[达到]脱贫标准."""
    return (
        said[0].text in ("达到", "超过", "低于", "高于", "越过", "跨过", "迈过", "保持", "处于")
        and len(said) > 1
        and said[1].kind == "word"
        and (said[1].nominal or (len(said) > _AIMED and said[2].nominal))  # 达到退出标准
        and (said[0].text != "保持" or said[1].text.endswith("增长"))
    )


_AIMED = 2


def _is_light(said: list[Token]) -> bool:
    """Tell whether the first verb only says that something was done: 实现[脱贫], not 获得[贷款]."""
    return said[0].role == "light" and (len(said) == 1 or said[1].role == "drop" or said[1].tag in ("v", "vn", "d"))


def before_next_deed(tokens: Sequence[Token]) -> int:
    """Return how many tokens stand before the deed that the next number counts: 32所军队院校[计划招生]15416人."""
    deed = next((k for k, t in enumerate(tokens) if k and t.text in _DONE_NEXT and tokens[k - 1].tag == "n"), None)
    if deed:
        return deed  # 12家龙头企业[流转土地]23万亩
    k = len(tokens)
    while k > 1 and (tokens[k - 1].tag == "vn" or tokens[k - 1].text in PLANNED):
        k -= 1
    return k if tokens[:k] and tokens[k - 1].tag in ("n", "l", "j") else len(tokens)


_DONE_NEXT = frozenset(
    "流转 种植 养殖 套袋 嫁接 施肥 培训 改造 安置 搬迁 招聘 输转 销售 收购 加工 投资 捐赠 引进 吸纳 带动 发放 资助 救助 帮扶 "
    "支付 报销 减免 代缴 免除 拨付 兑现 兑付 承包 租赁 租用 托管 出售 订购 认购 采购 招收 录用 补贴 补助 奖补 奖励".split()
)


PLANNED = frozenset({"计划", "拟", "共", "累计"})
"""Words in front of what is to be done with those counted."""
