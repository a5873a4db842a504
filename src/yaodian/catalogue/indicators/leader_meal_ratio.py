"""陪餐制度落实率: the part of the schools where leaders eat with the pupils."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import MONTH
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class LeaderMealRatio(Indicator):
    """陪餐制度落实率: monthly reports of schools whose leaders ate with the pupils, of all monthly reports (0–1).

    A report that leaves the answer open counts as not done.
    """

    label = "学校负责人陪餐制度落实率"
    english = "share of school-months with leaders at meals"
    words = "落实陪餐制度的校月数 ÷ 全部校月数（未填的按未落实计）"
    reference = "《学校食品安全与营养健康管理规定》集中用餐陪餐制度（2019年4月起；原文未核）"
    unit, grain, better = RATIO, (SCHOOL, MONTH), UP
    over = "nutrition_meals schools"
    disaggregations = ("schools.urban_rural_code", "schools.type_code")
    minimum_cell = None
    numerator_2019_04 = "count(*) FILTER (WHERE has_leader_meals)"
    denominator_2019_04 = "count(*)"
    answers = (
        Answer("陪餐(?:制度)?", examples=("落实学校负责人陪餐制度", "实现陪餐制度全覆盖"), not_for=("开展食堂检查",)),
    )
