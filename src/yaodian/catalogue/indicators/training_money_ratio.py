"""教师培训经费占公用经费比例: training money by public funds."""

from yaodian.catalogue.columns.conditions import PUBLIC
from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class TrainingMoneyRatio(Indicator):
    """教师培训经费占公用经费比例: what public schools spent on training their teachers by their public funds of the year."""

    label = "教师培训经费占公用经费比例"
    english = "training money by public funds"
    words = "教师培训支出 ÷ 公用经费"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    unit, grain, better = RATIO, (SCHOOL, YEAR), UP
    over, taken = "school_ledgers schools", LAST_DAY
    disaggregations = ("schools.urban_rural_code", "schools.type_code")
    threshold = "training_money_minimum"
    minimum_cell = None
    where_2018_01 = PUBLIC
    numerator_2018_01 = "sum(training_spent_yuan)"
    denominator_2018_01 = "sum(public_funds_yuan)"
    answers = (
        Answer(
            r"培训(?:经费|支出)[^,，。;；]{0,10}公用经费",
            examples=("按不低于公用经费5%安排教师培训经费占公用经费的比例",),
            not_for=("开展教师培训",),
        ),
    )
