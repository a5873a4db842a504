"""会员: a state about persons, with a vault."""

from yaodian.declare.column import BOOLEAN, CODE, DECIMAL, INTEGER, TEXT, Code, Column, Privacy
from yaodian.declare.register import STATE, Register, snapshot
from yaodian.domain.place import SCHOOL


class Members(Register):
    """会员: who belongs to which library."""

    label = "会员"
    english = "members"
    reference = "测试用"
    office = "测试"
    about_persons = True
    time, arrives = STATE, snapshot("library_code")
    places = ((SCHOOL, "library_code"),)
    key = ("card_no",)
    columns = (
        Column(name="card_no", type=TEXT, label="证号", required=True, privacy=Privacy.P3, vault=True),
        Column(name="name", type=TEXT, label="姓名", privacy=Privacy.P3, vault=True),
        Column(name="id_no", type=TEXT, label="身份证件号", privacy=Privacy.P4, vault=True),
        Column(name="library_code", type=TEXT, label="馆", required=True),
        Column(name="grade_code", type=CODE, label="级", codes=(Code("a", "甲"), Code("b", "乙"))),
        Column(name="books", type=INTEGER, label="册数", privacy=Privacy.P2),
        Column(name="fine", type=DECIMAL, label="罚款", privacy=Privacy.P2),
        Column(name="is_poor", type=BOOLEAN, label="减免", privacy=Privacy.P4, purposes=("student_aid",)),
    )
