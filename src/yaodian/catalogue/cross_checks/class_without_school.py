"""无校班级: a class of a school that the register of schools does not hold."""

from yaodian.declare.cross_check import CrossCheck
from yaodian.domain.finding import Words


class ClassWithoutSchool(CrossCheck):
    """无校班级: a class names a school that is not there, or no longer, on that day."""

    label = "无校班级"
    english = "a class without a school"
    reference = "学校（机构）代码库；本软件所定"
    of = "classes"
    reads = (
        ("classes", ("school_code",)),
        ("schools", ("school_code", "state_code")),
    )
    faulty = """
        SELECT record_key FROM classes WHERE school_code NOT IN (
            SELECT school_code FROM schools WHERE state_code NOT IN ('merged', 'closed'))"""
    words = Words("班级所在的学校不在学校名录里，或已撤并", "the school of the class is not listed, or is closed")
    hint = Words("补报学校，或终止这个班级", "report the school, or end the class")
    shows = ("school_code", "class_no", "grade_code")
