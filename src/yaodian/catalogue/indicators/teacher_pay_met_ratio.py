"""教师工资不低于公务员的县比例: counties that pay teachers as civil servants."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class TeacherPayMetRatio(Indicator):
    """教师工资不低于公务员的县比例: counties where the mean pay of teachers is not below that of civil servants, by counties with both figures.

    Means of counties are never averaged; each county stands or falls alone.
    """

    label = "教师工资不低于公务员的县比例"
    english = "counties that pay teachers as civil servants"
    words = "教师平均工资收入不低于公务员的县数 ÷ 有两项数据的县数"
    reference = (
        "《中华人民共和国义务教育法》第三十一条；《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；"
        "转述，原文未核）"
    )
    unit, grain, better = RATIO, (COUNTY, YEAR), UP
    over, taken = "fiscal_accounts", LAST_DAY
    threshold = "teacher_pay_met_minimum"
    minimum_cell = None
    where_2018_01 = (
        "place_code <> :city AND teacher_pay_mean_yuan IS NOT NULL AND civil_servant_pay_mean_yuan IS NOT NULL"
    )
    numerator_2018_01 = "count(*) FILTER (WHERE teacher_pay_mean_yuan >= civil_servant_pay_mean_yuan)"
    denominator_2018_01 = "count(*)"
    answers = (
        Answer(
            r"教师(?:平均)?工资[^,，。;；]{0,8}不低于[^,，。;；]{0,8}公务员",
            examples=("确保教师平均工资收入不低于当地公务员",),
            not_for=("提高教师工资待遇",),
        ),
    )
