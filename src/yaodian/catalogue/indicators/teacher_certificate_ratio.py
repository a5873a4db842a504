"""专任教师持证率: teachers with a certificate."""

from yaodian.catalogue.columns.conditions import FULL_TIME
from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class TeacherCertificateRatio(Indicator):
    """专任教师持证率: full-time teachers who hold a teaching certificate, of any kind, by all of them."""

    label = "专任教师持证率"
    english = "teachers with a certificate"
    words = "持有教师资格证的专任教师数 ÷ 专任教师数"
    reference = "《中华人民共和国教师法》；《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    unit, grain, better = RATIO, (SCHOOL, DAY), UP
    over, taken = "teachers schools", LAST_DAY
    disaggregations = ("stage_code", "subject_code", "sex_code", "schools.urban_rural_code", "schools.ownership_code")
    threshold = "teacher_certificate_minimum"
    where_2018_01 = FULL_TIME
    numerator_2018_01 = "count(*) FILTER (WHERE certificate_code <> 'none')"
    denominator_2018_01 = "count(*)"
    answers = (
        Answer(
            r"教师(?:资格)?(?:证)?持证(?:上岗)?率|教师资格证持有",
            examples=("确保专任教师持证上岗率", "提高教师资格证持有率"),
            not_for=("教师资格定期注册",),
        ),
    )
