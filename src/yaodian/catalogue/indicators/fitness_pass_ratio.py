"""体质健康及格率: the part of the pupils tested who passed."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class FitnessPassRatio(Indicator):
    """体质健康及格率: pupils whose test of physical health was a pass or better, of those tested and not exempt (0–1)."""

    label = "学生体质健康及格率"
    english = "share of pupils who pass the test of physical health"
    words = "等级为及格及以上的学生数 ÷ 参加测试的学生数（免测的不计）"
    reference = "《国家学生体质健康标准（2014年修订）》（原文未核）"
    unit, grain, better = RATIO, (SCHOOL, SCHOOL_YEAR), UP
    over = "fitness_tests schools"
    disaggregations = ("grade_code", "sex_code", "schools.urban_rural_code", "schools.type_code")
    where_2014_07 = "coalesce(is_exempt, FALSE) = FALSE"
    numerator_2014_07 = "count(*) FILTER (WHERE level_code <> 'fail')"
    denominator_2014_07 = "count(*)"
    answers = (
        Answer(
            "体质(?:健康)?[^,，。;；]{0,8}(?:及格率|合格率|达标率)",
            examples=("提高学生体质健康合格率", "确保学生体质健康达标率"),
            not_for=("提高学生体质健康优良率",),
        ),
    )
