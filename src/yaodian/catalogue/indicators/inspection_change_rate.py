"""检查评估事项增减: how the number of inspections changed."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import DOWN, Derivation, How, Indicator
from yaodian.domain.period import MONTH, YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class InspectionChangeRate(Indicator):
    """检查评估事项增减: inspections of the period over those of the same period a year before (−0.5 is half of them gone)."""

    label = "督导检查事项数比上年增减"
    english = "change in the number of inspections"
    words = "本期督导检查项数 ÷ 上年同期 − 1"
    reference = "中共中央办公厅、国务院办公厅《关于减轻中小学教师负担进一步营造教育教学良好环境的若干意见》（2019年12月；原文未核）"
    unit, grain, better = RATIO, (COUNTY, MONTH), DOWN
    of, derived = "inspection_count", Derivation(How.CHANGE, back=YEAR, relative=True)
    disaggregations = ("kind_code", "level_code", "is_planned", "ordered_by_code")
    minimum_cell = None
    answers = (
        Answer(
            "(?:减少|压减|精简)[^,，。;；]{0,8}(?:检查|评估|督查)(?:评估)?(?:考核)?(?:事项|次数|数量|频次)?$",
            examples=("减少各类检查评估事项", "压减督查检查考核事项"),
            not_for=("开展教育专项督导检查", "精简学校填报事项"),
        ),
    )
