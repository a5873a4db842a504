"""A catalogue of three invented kinds, so that no engine test leans on the real one."""

from __future__ import annotations

from yaodian.declare.catalogue import Catalogue
from yaodian.declare.kind import Actor, Kind, Step
from yaodian.domain.finding import Words


class TitleAward(Kind):
    """Schools receive a title."""

    label = "授牌"
    english = "title award"
    meaning = Words("测试用", "title award")
    measured_by = Words("测试用", "a count")
    rank = 1
    steps_2018_01 = (Step("asked", label="申请"), Step("given", label="命名", closes=True))
    steps_2020_01 = (
        Step("asked", by=Actor.SCHOOL, label="申报"),
        Step("shown", label="公示", days=5),
        Step("given", label="命名", to=("asked_again",), closes=True),
        Step("asked_again", label="复评", to=("given",)),
    )
    steps_2021_01 = (Step("asked", label="网上申报"), Step("given", label="命名", closes=True))


class Figure(Kind):
    """A number is reached; it has no steps."""

    label = "指标"
    english = "figure"
    meaning = Words("测试用", "figure")
    measured_by = Words("测试用", "a count")
    rank = 2


class Steady(Kind):
    """Work that goes on."""

    label = "常规"
    english = "steady work"
    meaning = Words("测试用", "steady work")
    measured_by = Words("测试用", "a count")
    rank = 9
    formerly = ("routine_work",)
    steps_2020_01 = (
        Step("agreed", label="商定成效标志"),
        Step("helped", by=Actor.SUPPORT, label="配合落实"),
        Step("reviewed", by=Actor.OFFICE, label="年底评价"),
    )


CATALOGUE = Catalogue({Kind: {kind.id: kind for kind in (Figure, Steady, TitleAward)}})
