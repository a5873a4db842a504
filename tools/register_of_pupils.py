"""A register of the width that a city's enrolments have, for measuring; it is no part of the catalogue."""

from yaodian.declare.column import BOOLEAN, DATE, DECIMAL, INTEGER, TEXT, Column, Privacy
from yaodian.declare.register import STATE, Register, snapshot


class Pupils(Register):
    """量测用学籍: twenty-five columns, five of them in the vault."""

    label = "量测用学籍"
    english = "pupils for measuring"
    reference = "量测用"
    office = "量测"
    about_persons = True
    time, arrives = STATE, snapshot()
    key = ("student_no",)
    columns = (
        Column(name="student_no", type=TEXT, label="学籍号", required=True, privacy=Privacy.P4, vault=True),
        Column(name="name", type=TEXT, label="姓名", privacy=Privacy.P3, vault=True),
        Column(name="id_no", type=TEXT, label="身份证件号", privacy=Privacy.P4, vault=True),
        Column(name="phone", type=TEXT, label="电话", privacy=Privacy.P3, vault=True),
        Column(name="address", type=TEXT, label="住址", privacy=Privacy.P3, vault=True),
        Column(name="born_on", type=DATE, label="出生", privacy=Privacy.P2),
        Column(name="school_code", type=TEXT, label="学校"),
        Column(name="county_code", type=TEXT, label="县"),
        Column(name="class_no", type=INTEGER, label="班"),
        Column(name="grade", type=INTEGER, label="年级"),
        Column(name="entered_on", type=DATE, label="入学"),
        Column(name="height_cm", type=DECIMAL, label="身高", privacy=Privacy.P2),
        *(Column(name=f"trait_{n}", type=TEXT, label=f"项{n}") for n in "abcdefgh"),
        *(Column(name=f"is_trait_{n}", type=BOOLEAN, label=f"是否项{n}") for n in "abcde"),
    )
