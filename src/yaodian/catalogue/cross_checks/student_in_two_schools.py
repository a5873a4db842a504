"""一人两校: a pupil who is enrolled at two schools at once."""

from yaodian.declare.cross_check import CrossCheck
from yaodian.domain.finding import Words


class StudentInTwoSchools(CrossCheck):
    """一人两校: one student number stands as enrolled in two schools on the same day."""

    label = "一人两校"
    english = "a pupil in two schools"
    reference = "《中小学生学籍管理办法》（教基一〔2013〕7号）一人一籍（原文未核）"
    of = "enrolments"
    reads = (("enrolments", ("student_no", "school_code", "status_code")),)
    faulty = """
        SELECT record_key FROM enrolments WHERE status_code = 'enrolled' AND student_no IN (
            SELECT student_no FROM enrolments WHERE status_code = 'enrolled'
            GROUP BY student_no HAVING count(DISTINCT school_code) > 1)"""
    words = Words("同一学籍号在两所学校都在读", "one student number is enrolled at two schools")
    hint = Words("查清在哪所就读，另一所办转出", "find out which school the pupil attends, transfer out of the other")
    shows = ("school_code", "class_no", "grade_code")
