"""班级: classes."""

from dataclasses import replace

from yaodian.catalogue.columns.schools import CLASS_NO, GRADE, IN_SCHOOL, SCHOOL_CODE, STAGE
from yaodian.declare.column import BOOLEAN, CODE, DATE, INTEGER, PERIOD, TEXT, Column
from yaodian.declare.register import STATE, Check, Register, snapshot
from yaodian.domain.finding import Severity, Words
from yaodian.domain.period import TERM
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class Classes(Register):
    """班级: every class of every school; a class keeps its number as it moves up."""

    label = "班级"
    words = "每所学校的每个班；班号随班升级不变。"
    english = "classes"
    standard = "JY/T 1004 班级"
    reference = "全国中小学生学籍信息管理系统班级信息（原文未核）"
    office = "基教科"
    every = TERM
    time, arrives = STATE, snapshot("school_code")
    places = ((SCHOOL, "school_code"),)
    key = ("school_code", "class_no")
    columns = (
        SCHOOL_CODE,
        replace(CLASS_NO, refers_to=""),
        Column(
            name="class_name",
            type=TEXT,
            label="班级名称",
            also=("班级", "班名"),
            element="BJ",
            required=True,
            example="一（1）班",
        ),
        STAGE,
        GRADE,
        Column(name="type_code", type=CODE, label="班级类型", codes="class_types", example="ordinary"),
        Column(
            name="entry_school_year",
            type=PERIOD,
            label="入学学年",
            meaning="the school year in which the class was formed",
            note="编班的学年",
            also=("级别",),
            required=True,
            example="2019S",
        ),
        Column(name="formed_on", type=DATE, label="建班日期", also=("建班年月",), example="2019-09-01"),
        Column(
            name="pupil_count",
            type=INTEGER,
            label="学生数",
            meaning="as the school states it; what the roll says is counted from enrolments",
            note="学校填报数；学籍人数由学籍表统计",
            also=("班额", "班级人数"),
            unit=PERSON,
            low=0,
            required=True,
            example="44",
        ),
        Column(
            name="planned_count", type=INTEGER, label="核定班额", also=("班额标准",), unit=PERSON, low=1, example="45"
        ),
        Column(name="has_head_teacher", type=BOOLEAN, label="是否配备班主任", also=("有班主任",), example="是"),
        Column(name="graduates_on", type=DATE, label="毕业日期", element="BYRQ", example="2025-07-10"),
    )
    references = (IN_SCHOOL,)
    checks = (
        Check(
            "size_is_plausible",
            "pupil_count <= 120",
            Words("班额超过120人", "a class of more than 120 pupils"),
            Words(
                "核对是否把全校或全年级人数填到了一个班", "check that the number of one class was given, not of a grade"
            ),
            Severity.WARNING,
        ),
    )
