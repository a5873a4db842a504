"""一人两岗: a member of staff who holds posts at two schools."""

from yaodian.declare.cross_check import CrossCheck
from yaodian.domain.finding import Words


class TeacherInTwoPosts(CrossCheck):
    """一人两岗: one ID number or staff number is on the staff of two schools on the same day."""

    label = "一人两岗"
    english = "a teacher in two posts"
    reference = "全国教师管理信息系统一人一号（原文未核）；本软件所定"
    of = "teachers"
    reads = (("teachers", ("staff_no", "id_no", "school_code")),)
    faulty = """
        SELECT record_key FROM teachers WHERE staff_no IN (
            SELECT staff_no FROM teachers GROUP BY staff_no HAVING count(DISTINCT school_code) > 1)
        OR id_no IN (
            SELECT id_no FROM teachers WHERE id_no IS NOT NULL GROUP BY id_no HAVING count(DISTINCT school_code) > 1)"""
    words = Words("同一教职工在两所学校都有岗位", "one member of staff holds posts at two schools")
    hint = Words("查清编制在哪所，交流的登记到交流轮岗", "find out where the post is; rotations go into their register")
    shows = ("school_code", "duty_code")
