"""督导问题整改率: the part of the problems found by inspections that were put right."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class InspectionRepairedRatio(Indicator):
    """督导问题整改率: problems put right of problems found by the inspections of the period (0–1)."""

    label = "督导发现问题整改率"
    english = "share of problems found by inspections put right"
    words = "已整改问题数 ÷ 发现问题数"
    reference = "《教育督导条例》（国务院令第624号；原文未核）；口径为本软件所定"
    unit, grain, better = RATIO, (SCHOOL, DAY), UP
    over = "inspections schools"
    disaggregations = ("kind_code", "level_code", "schools.type_code", "schools.urban_rural_code")
    minimum_cell = None
    numerator_2012_10 = "coalesce(sum(repaired_count), 0)"
    denominator_2012_10 = "sum(problem_count)"
    answers = (
        Answer(
            "(?:督导|巡察|检查)?[^,，。;；]{0,6}问题整改(?:完成)?率",
            examples=("提高督导问题整改率", "确保问题整改完成率"),
            not_for=("强化问题整改", "提高隐患整改率"),
        ),
    )
