"""承诺强弱: whether one promise asks for more or less than another: verbs, promised numbers, days."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from enum import IntEnum

from yaodian.domain.plan import Operator, Target


class Shift(IntEnum):
    """What a change does to a promise."""

    WEAKER = -1
    SAME = 0
    STRONGER = 1


FIRM = (
    "完成 建成 落成 交付 竣工 出台 印发 发布 实现 达到 达 创建 建立 制定 确保 消除 清零 整改 查处 举办 召开 公布 "
    "新建 改建 扩建 增加 减少 降低 提高到 覆盖 验收 认定 评选 遴选 招聘 补充 配备 兑现 取缔 化解 保障 做到"
)
ACTIVE = (
    "实施 开展 组织 启动 推行 实行 落实 编制 修订 修改 完善 健全 规范 治理 整治 排查 建设 培训 申报 打造 改造 扩大 "
    "开发 执行 严格 优化 调整 巩固 提高 提升"
)
VAGUE = (
    "加强 强化 深化 推进 推动 促进 支持 鼓励 引导 探索 力争 争取 努力 研究 谋划 重视 关注 倡导 积极 逐步 稳步 "
    "适时 酌情 着力 加快 加大 坚持 弘扬 配合 协助 指导 统筹"
)
VERB_STRENGTH = {verb: strength for strength, verbs in ((3, FIRM), (2, ACTIVE), (1, VAGUE)) for verb in verbs.split()}
"""Three strengths: 3 one can see that it was done, 2 work is begun, 1 a direction is named."""

_LEVEL = {Operator.EQUAL, Operator.AT_LEAST, Operator.MORE, Operator.ABOUT, Operator.RANGE, Operator.ALL}
_CAP = {Operator.AT_MOST, Operator.LESS}
_FIRMNESS = {
    Operator.ABOUT: 0,
    Operator.INCREASE_ABOUT: 0,
    Operator.DECREASE_ABOUT: 0,
    Operator.MORE: 2,
    Operator.LESS: 2,
}


def verb_shift(before: str, after: str) -> Shift:
    """By the declared strengths; a verb that none of the lists holds says nothing."""
    strengths = VERB_STRENGTH.get(before), VERB_STRENGTH.get(after)
    if None in strengths:
        return Shift.SAME
    return _sign((strengths[1] or 0) - (strengths[0] or 0))


def target_shift(before: Target, after: Target) -> Shift | None:
    """Whether the later number asks for more; None where the two cannot be held against each other."""
    if before.unit != after.unit and Operator.ALL not in (before.op, after.op):
        return None
    old, new = _demand(before), _demand(after)
    if old is None or new is None:
        return Shift.SAME if (before.op, before.value) == (after.op, after.value) else None
    if old[0] != new[0]:
        bare = [demand[1] == -math.inf for demand in (old, new)]
        return _sign(bare[0] - bare[1]) if bare[0] != bare[1] else None
    return _sign((new[1:] > old[1:]) - (new[1:] < old[1:]))


def days_shift(before: date | None, after: date | None, years: tuple[int | None, int | None]) -> Shift:
    """A later day is weaker, none the weakest; each day counts from the year of its own plan."""
    if before is None or after is None:
        return _sign((before is None) - (after is None))
    old, new = ((d.year - (year or 0), d.month, d.day) for d, year in zip((before, after), years, strict=True))
    return _sign((new < old) - (new > old))


def _sign(difference: float) -> Shift:
    return Shift((difference > 0) - (difference < 0))


def _demand(target: Target) -> tuple[str, float, int] | None:
    """What a target asks for: its family, a number of which more asks for more, and how firmly it is said."""
    firm, op = _FIRMNESS.get(target.op, 1), target.op
    if op is Operator.ALL or (op in _LEVEL and target.value == 100 and target.unit == "%"):
        return "level", math.inf, firm
    family = op.value.rstrip("<>=~").removesuffix("range")
    numbers = _numbers(target)
    if op in (Operator.INCREASE, Operator.DECREASE) and not numbers:
        return family, -math.inf, 0
    if not numbers:
        return None
    if op in _CAP:
        return "cap", -max(numbers), firm
    if op in _LEVEL:
        return "level", min(numbers), firm
    if op.value.endswith("<="):
        return f"{family} cap", -max(numbers), firm
    return family, min(numbers), firm


def _numbers(target: Target) -> Sequence[float]:
    if isinstance(target.value, int | float):
        return (target.value,)
    return target.value if isinstance(target.value, tuple | list) else ()
