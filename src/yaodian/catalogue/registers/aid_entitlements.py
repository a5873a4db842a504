"""资助对象认定: aid entitlements."""

from dataclasses import replace

from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.persons import ID_NO, NAME, OF_STUDENT, STUDENT_NO
from yaodian.catalogue.columns.schools import GRADE, IN_SCHOOL, SCHOOL_CODE, TERM_NO
from yaodian.declare.column import CODE, DATE, MONEY, Code, Column, Privacy
from yaodian.declare.register import STOCK, Register, snapshot
from yaodian.domain.access import Purpose
from yaodian.domain.period import TERM
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import YUAN

LEVELS = (Code("severe", "特别困难"), Code("moderate", "困难", ("比较困难",)), Code("mild", "一般困难"))


class AidEntitlements(Register):
    """资助对象认定: what a pupil was found entitled to in a term, by programme and group, with the amount due."""

    label = "资助对象认定"
    words = "一名学生在一个学期被认定享受哪一项资助、属于哪类对象、应发多少。"
    english = "aid entitlements"
    reference = "《家庭经济困难学生认定工作的指导意见》（教财〔2018〕16号；原文未核）；贵州省学生资助政策"
    office = "学生资助中心"
    every = TERM
    time, dated_by, arrives = STOCK, "term", snapshot("school_code", "term")
    places = ((SCHOOL, "school_code"),)
    about_persons = True
    purposes = (Purpose.STUDENT_AID, Purpose.STATISTICS)
    key = ("student_no", "programme_code", "term")
    columns = (
        replace(STUDENT_NO, refers_to="students.student_no"),
        NAME,
        ID_NO,
        replace(SCHOOL_CODE, privacy=Privacy.P2),
        replace(GRADE, privacy=Privacy.P2),
        replace(TERM_NO, privacy=Privacy.P2),
        Column(
            name="programme_code",
            type=CODE,
            label="资助项目",
            also=("项目",),
            codes="aid_programmes",
            privacy=Privacy.P4,
            required=True,
            example="living_boarding",
        ),
        Column(
            name="group_code",
            type=CODE,
            label="认定类别",
            also=("困难类别", "贫困类别"),
            codes="aid_groups",
            privacy=Privacy.P4,
            required=True,
            example="registered_poor",
        ),
        Column(
            name="level_code",
            type=CODE,
            label="困难等级",
            also=("认定等级",),
            codes=LEVELS,
            privacy=Privacy.P4,
            example="moderate",
        ),
        Column(
            name="amount_due_yuan",
            type=MONEY,
            label="应发金额",
            also=("资助标准",),
            unit=YUAN,
            low=0,
            privacy=Privacy.P4,
            required=True,
            example="500.00",
        ),
        Column(
            name="approved_on",
            type=DATE,
            label="认定日期",
            also=("审批日期",),
            privacy=Privacy.P4,
            example="2020-04-30",
        ),
        Column(name="shown_from_on", type=DATE, label="公示起始日", privacy=Privacy.P2, example="2020-04-20"),
        Column(name="shown_to_on", type=DATE, label="公示截止日", privacy=Privacy.P2, example="2020-04-26"),
    )
    references = (IN_SCHOOL, OF_STUDENT)
    checks = (not_before(("shown_to_on", "公示截止日"), ("shown_from_on", "公示起始日")),)
