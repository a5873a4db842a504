"""就近划片入学比例: pupils admitted by zone."""

from yaodian.catalogue.columns.conditions import PUBLIC
from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class NearbyAdmissionRatio(Indicator):
    """就近划片入学比例: pupils of public schools in cities and towns who entered by zone or as migrants, by all but boarders and transfers."""

    label = "就近划片入学比例"
    english = "pupils admitted by zone"
    words = "就近入学和随迁入学的在读学生数 ÷ 城区镇区公办学校在读学生数（不含寄宿、转入）"
    reference = (
        "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号）："
        "城区和镇区公办学校（寄宿生除外）就近划片入学小学100%、初中95%以上（转述，原文未核）"
    )
    unit, grain, better = RATIO, (SCHOOL, DAY), UP
    over, taken = "enrolments schools", LAST_DAY
    disaggregations = ("stage_code", "grade_code")
    threshold = "nearby_admission_minimum"
    where_2018_01 = (
        f"status_code = 'enrolled' AND stage_code IN ('primary', 'junior') AND {PUBLIC} AND"
        " SUBSTRING(schools.urban_rural_code, 1, 1) = '1' AND boarding_code <> 'boarding' AND"
        " entry_kind_code <> 'transfer'"
    )
    numerator_2018_01 = "count(*) FILTER (WHERE entry_kind_code IN ('first', 'migrant'))"
    denominator_2018_01 = "count(*)"
    answers = (
        Answer(
            r"就近(?:划片)?入学(?:率|比例)",
            examples=("提高就近入学比例",),
            not_for=("落实划片招生", "坚持免试就近入学"),
        ),
    )
