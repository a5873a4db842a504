"""年龄年级不符: a pupil far older or younger than the grade."""

from yaodian.declare.cross_check import CrossCheck
from yaodian.domain.finding import Severity, Words


class AgeAgainstGrade(CrossCheck):
    """年龄年级不符: the age on 1 September of the school year differs from the grade's by more years than allowed.

    The first grade of primary school is entered at six; grades follow year by year up to senior secondary.
    """

    label = "年龄年级不符"
    english = "age against grade"
    reference = "《义务教育法》第十一条（年满六周岁入学）；允许相差的年数为本软件默认值"
    of = "enrolments"
    reads = (("enrolments", ("birth_on", "grade_code", "status_code")),)
    faulty = """
        WITH aged AS (
            SELECT record_key,
                date_diff('year', birth_on, make_date(year(CAST(:on AS DATE)) - (month(CAST(:on AS DATE)) < 9)::INTEGER, 9, 1))
                    - (strftime(birth_on, '%m%d') > '0901')::INTEGER AS age,
                CASE left(grade_code, 1) WHEN 'p' THEN 5 WHEN 'j' THEN 11 WHEN 's' THEN 14 WHEN 'v' THEN 14 END
                    + try_cast(substr(grade_code, 2) AS INTEGER) AS usual
            FROM enrolments WHERE status_code = 'enrolled')
        SELECT record_key FROM aged WHERE abs(age - usual) > :grade_age_difference"""
    parameters = ("grade_age_difference",)
    words = Words("年龄与年级相差太多", "the age is far from the grade's")
    hint = Words("核对出生日期和年级，常见的是年份写错", "check birth and grade; often the year is mistyped")
    severity = Severity.WARNING
    shows = ("school_code", "class_no", "grade_code")
