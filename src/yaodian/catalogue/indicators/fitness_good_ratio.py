"""体质健康优良率: the part of the pupils tested who did well."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class FitnessGoodRatio(Indicator):
    """体质健康优良率: pupils whose test of physical health was excellent or good, of those tested and not exempt (0–1)."""

    label = "学生体质健康优良率"
    english = "share of pupils with good physical health"
    words = "等级为优秀或良好的学生数 ÷ 参加测试的学生数（免测的不计）"
    reference = "《国家学生体质健康标准（2014年修订）》（原文未核）"
    unit, grain, better = RATIO, (SCHOOL, SCHOOL_YEAR), UP
    over = "fitness_tests schools"
    disaggregations = ("grade_code", "sex_code", "schools.urban_rural_code", "schools.type_code")
    where_2014_07 = "coalesce(is_exempt, FALSE) = FALSE"
    numerator_2014_07 = "count(*) FILTER (WHERE level_code IN ('excellent', 'good'))"
    denominator_2014_07 = "count(*)"
    answers = (
        Answer(
            "体质(?:健康)?[^,，。;；]{0,8}(?:优良率|优秀率)",
            examples=("提高学生体质健康优良率", "提高学生体质健康标准优良率"),
            not_for=("提高学生体质健康合格率", "完成学生体质健康测试"),
        ),
    )
