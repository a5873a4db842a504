"""教师培训经费占公用经费比例: the part of public funds spent on training teachers."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import FISCAL_YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class TrainingFundsRatio(Indicator):
    """教师培训经费占公用经费比例: what schools spent on training teachers as a part of their public funds (0–1).

    Schools that state no training spending count in neither part.
    """

    label = "教师培训经费占公用经费比例"
    english = "share of public funds spent on training teachers"
    words = "教师培训支出 ÷ 学校年度公用经费"
    reference = "义务教育优质均衡督导评估办法（原文未核）"
    unit, grain, better = RATIO, (SCHOOL, FISCAL_YEAR), UP
    over = "school_ledgers schools"
    disaggregations = ("schools.urban_rural_code", "schools.type_code")
    threshold = "training_funds_minimum"
    minimum_cell = None
    where_2017_04 = "training_spent_yuan IS NOT NULL"
    numerator_2017_04 = "sum(training_spent_yuan)"
    denominator_2017_04 = "sum(public_funds_yuan)"
    answers = (
        Answer(
            "(?:教师)?培训经费[^,，。;；]{0,4}(?:公用经费)[^,，。;；]{0,6}(?:比例|占比|比重)",
            examples=("确保教师培训经费占公用经费比例",),
            not_for=("提高生均公用经费", "落实教师培训经费"),
        ),
    )
