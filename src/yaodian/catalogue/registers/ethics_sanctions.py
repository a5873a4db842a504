"""师德处理: ethics sanctions."""

from dataclasses import replace

from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.persons import NAME, OF_TEACHER, STAFF_NO
from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE
from yaodian.declare.column import BOOLEAN, CODE, DATE, TEXT, Code, Column, Privacy
from yaodian.declare.register import CHANGES, STATE, Register
from yaodian.domain.access import Purpose
from yaodian.domain.place import SCHOOL

KINDS = (
    Code("warning", "警告"),
    Code("demerit", "记过"),
    Code("demotion", "降低岗位等级", ("撤职", "降级")),
    Code("dismissal", "开除"),
    Code("criticism", "批评教育", ("诫勉", "责令检查")),
    Code("notice", "通报批评"),
    Code("barred", "取消评优职称资格"),
    Code("certificate", "撤销教师资格", ("丧失教师资格",)),
)
CONDUCTS = (
    Code("tutoring", "有偿补课"),
    Code("gifts", "收受礼品礼金"),
    Code("corporal", "体罚或变相体罚"),
    Code("fees", "乱收费"),
    Code("harassment", "性骚扰性侵"),
    Code("plagiarism", "学术不端", ("弄虚作假",)),
    Code("duty", "消极怠工", ("擅离职守",)),
    Code("speech", "言行失范"),
    Code("other", "其他"),
)


class EthicsSanctions(Register):
    """师德处理: a sanction of a teacher from its first day to the day it no longer works: it blocks titles, posts and
    honours in between.
    """

    label = "师德处理"
    words = "对一名教师的师德处理，从决定之日到不再有效之日；其间评优、评职称等一票否决。"
    english = "ethics sanctions"
    reference = "《中小学教师违反职业道德行为处理办法（2018年修订）》（教师〔2018〕18号；转述，原文未核）"
    office = "人事教师科"
    time, arrives = STATE, CHANGES
    holds_from, holds_to = "decided_on", "ended_on"
    places = ((SCHOOL, "school_code"),)
    about_persons = True
    purposes = (Purpose.ETHICS, Purpose.STAFFING)
    key = ("staff_no", "decided_no")
    columns = (
        replace(STAFF_NO, refers_to="teachers.staff_no"),
        NAME,
        replace(SCHOOL_CODE, privacy=Privacy.P2),
        Column(
            name="decided_no",
            type=TEXT,
            label="处理决定文号",
            also=("决定文号",),
            privacy=Privacy.P2,
            required=True,
            example="某教处〔2020〕3号",
        ),
        Column(
            name="kind_code",
            type=CODE,
            label="处理种类",
            also=("处分种类",),
            codes=KINDS,
            privacy=Privacy.P4,
            required=True,
            example="warning",
        ),
        Column(
            name="conduct_code",
            type=CODE,
            label="违规情形",
            codes=CONDUCTS,
            privacy=Privacy.P4,
            required=True,
            example="tutoring",
        ),
        Column(
            name="decided_on",
            type=DATE,
            label="决定日期",
            also=("处理日期",),
            privacy=Privacy.P2,
            required=True,
            example="2020-04-02",
        ),
        Column(
            name="ended_on",
            type=DATE,
            label="解除日期",
            meaning="the first day on which the sanction no longer works; empty where it never ends",
            note="处理不再有效的第一天；终身有效的留空",
            also=("影响期满日",),
            privacy=Privacy.P2,
            example="2020-10-02",
        ),
        Column(
            name="decided_by_code",
            type=TEXT,
            label="决定单位代码",
            also=("决定单位",),
            privacy=Privacy.P2,
            refers_to="units.unit_code",
            example="520302",
        ),
        Column(name="is_appealed", type=BOOLEAN, label="是否申诉", privacy=Privacy.P2, example="否"),
    )
    references = (IN_SCHOOL, OF_TEACHER)
    checks = (not_before(("ended_on", "解除日期"), ("decided_on", "决定日期")),)
