"""学籍班额不符: a class whose stated size is not what the roll counts."""

from yaodian.declare.cross_check import CrossCheck
from yaodian.domain.finding import Severity, Words


class EnrolmentAgainstClassLists(CrossCheck):
    """学籍班额不符: the number of pupils that the class list states is not the number enrolled in the class.

    Classes of a school that has no enrolment record at all are left out: its roll has not arrived.
    """

    label = "学籍班额不符"
    english = "enrolment against class lists"
    reference = "《中小学生学籍管理办法》（教基一〔2013〕7号）籍随人走、人籍一致（原文未核）"
    of = "classes"
    reads = (
        ("classes", ("school_code", "class_no", "pupil_count")),
        ("enrolments", ("school_code", "class_no", "status_code")),
    )
    faulty = """
        WITH enrolled AS (
            SELECT school_code, class_no, count(*) AS pupils FROM enrolments WHERE status_code = 'enrolled' GROUP BY ALL)
        SELECT c.record_key FROM classes AS c LEFT JOIN enrolled AS e USING (school_code, class_no)
        WHERE c.school_code IN (SELECT school_code FROM enrolments) AND c.pupil_count <> coalesce(e.pupils, 0)"""
    words = Words("班级填报的学生数与学籍人数不同", "the size of the class is not the number enrolled in it")
    hint = Words("对照班级花名册，改班额或补办学籍异动", "compare the class list; correct the size or the roll")
    severity = Severity.WARNING
    shows = ("school_code", "class_no", "pupil_count")
