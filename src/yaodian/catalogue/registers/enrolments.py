"""学籍: enrolment records."""

from dataclasses import replace

from yaodian.catalogue.columns.persons import BIRTH, ID_KIND, ID_NO, NAME, OF_STUDENT, SEX, STUDENT_NO
from yaodian.catalogue.columns.schools import CLASS_NO, GRADE, IN_SCHOOL, SCHOOL_CODE, SCHOOL_NAME, STAGE
from yaodian.declare.column import BOOLEAN, CODE, DATE, Code, Column, Privacy
from yaodian.declare.register import STATE, Check, Reference, Register, snapshot
from yaodian.domain.finding import Severity, Words
from yaodian.domain.period import TERM
from yaodian.domain.place import SCHOOL

ENTRY_KINDS = (
    Code("first", "就近入学", ("正常入学", "招生入学")),
    Code("transfer", "转入"),
    Code("choice", "择校"),
    Code("migrant", "随迁入学"),
    Code("other", "其他"),
)


class Enrolments(Register):
    """学籍: a pupil's place at a school: class, grade, status and way of attending, as the roll system states it.

    One pupil at two schools has two rows: the source says so, and a check reports it. Name, ID number, sex and birth
    are
    what this row of the roll says and may differ from `students`.
    """

    label = "学籍"
    words = "学生在一所学校的学籍：年级、班级、状态、就读方式；一人两校的保留两行，由校验指出。"
    english = "enrolment records"
    standard = "JY/T 1004 学籍"
    reference = "《中小学生学籍管理办法》（教基一〔2013〕7号）；全国中小学生学籍信息管理系统导出表（列名未核）"
    office = "基教科"
    every = TERM
    time, arrives = STATE, snapshot("school_code")
    places = ((SCHOOL, "school_code"),)
    about_persons = True
    key = ("student_no", "school_code")
    columns = (
        replace(STUDENT_NO, refers_to="students.student_no"),
        SCHOOL_CODE,
        SCHOOL_NAME,
        replace(CLASS_NO, required=False, privacy=Privacy.P2),
        STAGE,
        replace(GRADE, privacy=Privacy.P2),
        NAME,
        ID_KIND,
        ID_NO,
        replace(SEX, required=True),
        replace(BIRTH, required=True),
        Column(
            name="status_code",
            type=CODE,
            label="学籍状态",
            also=("学生状态",),
            codes="enrolment_statuses",
            element="XSZT",
            privacy=Privacy.P2,
            required=True,
            example="enrolled",
        ),
        Column(
            name="boarding_code",
            type=CODE,
            label="就读方式",
            also=("是否住校",),
            codes="boarding_kinds",
            element="JDFS",
            privacy=Privacy.P2,
            required=True,
            example="day",
        ),
        Column(
            name="entered_on",
            type=DATE,
            label="入学日期",
            meaning="the day the pupil entered this school",
            note="进入本校的日期",
            also=("入学年月",),
            element="RXNY",
            privacy=Privacy.P2,
            example="2020-09-01",
        ),
        Column(
            name="entry_kind_code", type=CODE, label="入学方式", codes=ENTRY_KINDS, privacy=Privacy.P2, example="first"
        ),
        Column(
            name="is_bought_place",
            type=BOOLEAN,
            label="是否由政府购买学位",
            also=("政府购买学位",),
            privacy=Privacy.P2,
            example="否",
        ),
        Column(name="is_bus_rider", type=BOOLEAN, label="是否需要乘坐校车", privacy=Privacy.P2),
    )
    references = (IN_SCHOOL, OF_STUDENT, Reference(("school_code", "class_no"), "classes", required=False))
    checks = (
        Check(
            "a_class_while_enrolled",
            "status_code <> 'enrolled' OR class_no IS NOT NULL",
            Words("在读学生没有班级", "an enrolled pupil has no class"),
            Words("填写班号", "give the class number"),
            Severity.WARNING,
        ),
        Check(
            "entered_after_birth",
            "entered_on IS NULL OR entered_on > birth_on",
            Words("入学日期不晚于出生日期", "entered school before birth"),
            Words("核对两个日期，改正写错的一个", "check both days and correct the wrong one"),
        ),
    )
