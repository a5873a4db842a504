"""补齐资源的单价: what one more of each resource costs, for the cheapest repair."""

from collections.abc import Mapping
from typing import ClassVar

from yaodian.declare.parameter import Parameter


class BalanceRepairCosts(Parameter):
    """补齐资源的单价（元）: what one more of each resource costs in its first year, by indicator; a bureau states its own.

    A teacher is a year's pay, a backbone teacher a year's training, a square metre its building, a yuan of equipment a
    yuan.
    """

    label = "补齐资源的单价"
    reference = "本软件所设的估计值，请按本地造价和工资改定"
    unverified = True
    value_2017_04: ClassVar[Mapping[str, float]] = {
        "qualified_teachers_per_pupil": 90_000,
        "backbone_teachers_per_pupil": 8_000,
        "sports_arts_teachers_per_pupil": 90_000,
        "teaching_area_per_pupil": 2_600,
        "sports_area_per_pupil": 350,
        "equipment_per_pupil": 1,
        "multimedia_classrooms_per_pupil": 45_000,
    }
