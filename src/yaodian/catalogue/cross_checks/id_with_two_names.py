"""一证两名: an ID number that goes with two names."""

from yaodian.declare.cross_check import CrossCheck
from yaodian.domain.finding import Words


class IdWithTwoNames(CrossCheck):
    """一证两名: the roll gives an ID number a name that another row of the roll or of the residents does not."""

    label = "一证两名"
    english = "an ID with two names"
    reference = "《中小学生学籍管理办法》（教基一〔2013〕7号）学籍信息与户籍一致（原文未核）"
    of = "students"
    reads = (
        ("students", ("id_no", "name", "sex_code")),
        ("residents", ("id_no", "name")),
    )
    faulty = """
        WITH said AS (SELECT id_no, name FROM students UNION ALL SELECT id_no, name FROM residents)
        SELECT record_key FROM students WHERE id_no IN (
            SELECT id_no FROM said WHERE id_no IS NOT NULL GROUP BY id_no HAVING count(DISTINCT name) > 1)"""
    words = Words("同一身份证件号对应两个姓名", "one ID number goes with two names")
    hint = Words("对照户口簿，改正错的姓名或证件号", "compare the household register, correct the name or the number")
    shows = ("sex_code",)
