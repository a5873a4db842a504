"""随迁子女公办或购买学位就读比例: migrant children in public or bought places."""

from yaodian.catalogue.columns.conditions import PUBLIC
from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class MigrantPublicPlaceRatio(Indicator):
    """随迁子女公办或购买学位就读比例: pupils who entered as migrant children and sit in a public school or a bought place, by all who did."""

    label = "随迁子女公办或购买学位就读比例"
    english = "migrant children in public or bought places"
    words = "随迁入学学生中在公办学校或政府购买学位就读的人数 ÷ 随迁入学学生数"
    reference = (
        "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号）："
        "符合条件的随迁子女在公办学校和政府购买学位的民办学校就读比例85%以上（转述，原文未核）"
    )
    unit, grain, better = RATIO, (SCHOOL, DAY), UP
    over, taken = "enrolments schools", LAST_DAY
    disaggregations = ("stage_code", "grade_code", "sex_code")
    threshold = "migrant_place_minimum"
    where_2018_01 = "status_code = 'enrolled' AND stage_code IN ('primary', 'junior') AND entry_kind_code = 'migrant'"
    numerator_2018_01 = f"count(*) FILTER (WHERE {PUBLIC} OR is_bought_place)"
    denominator_2018_01 = "count(*)"
    answers = (
        Answer(
            r"(?<!搬迁人员)随迁子女[^,，。;；]{0,12}(?:接受义务教育|公办学校|公办学位|就读)",
            examples=("做好随迁子女接受义务教育工作", "提高随迁子女在公办学校就读比例"),
            not_for=("统计随迁子女人数",),
        ),
    )
