"""学校字段: the school, the class, the stage and the grade a row belongs to."""

from yaodian.declare.column import CODE, PERIOD, TEXT, Column, Privacy
from yaodian.declare.register import Reference

SCHOOL_CODE = Column(
    name="school_code",
    type=TEXT,
    label="学校标识码",
    meaning="ten digits: two of the type, two of the province, six of the serial; kept when the school is renamed",
    note="10位：类型2位、省2位、顺序号6位；学校更名不换码",
    element="XXDM",
    also=("学校代码", "学校（机构）标识码", "标识码"),
    required=True,
    pattern=r"\d{10}",
    refers_to="schools.school_code",
    privacy=Privacy.P0,
    example="2152000001",
)
SCHOOL_NAME = Column(
    name="school_name",
    type=TEXT,
    label="学校名称",
    element="XXMC",
    also=("学校", "学校（机构）名称"),
    privacy=Privacy.P0,
    example="某小学",
)
CLASS_NO = Column(
    name="class_no",
    type=TEXT,
    label="班号",
    meaning="the class's number in its school, kept as the class moves up (entry year and number)",
    note="班级在本校的编号（入学年加序号），升级不变",
    element="BH",
    also=("班级代码", "班级编号"),
    required=True,
    refers_to="classes.class_no",
    example="201901",
)
STAGE = Column(
    name="stage_code",
    type=CODE,
    label="学段",
    also=("就读学段",),
    codes="stages",
    required=True,
    privacy=Privacy.P0,
    example="primary",
)
GRADE = Column(
    name="grade_code",
    type=CODE,
    label="年级",
    element="NJ",
    codes="grades",
    required=True,
    privacy=Privacy.P0,
    example="p1",
)
SUBJECT = Column(
    name="subject_code",
    type=CODE,
    label="学科",
    also=("科目", "任教学科"),
    codes="subjects",
    required=True,
    privacy=Privacy.P0,
    example="math",
)
SCHOOL_YEAR_NO = Column(
    name="school_year",
    type=PERIOD,
    label="学年",
    meaning="2019S is the school year that began on 1 September 2019",
    note="2019S 为2019年9月1日开始的学年",
    also=("学年度",),
    required=True,
    privacy=Privacy.P0,
    example="2019S",
)
TERM_NO = Column(
    name="term",
    type=PERIOD,
    label="学期",
    meaning="2019S1 and 2019S2 are the terms of the school year 2019S",
    note="2019S1、2019S2 为2019—2020学年第一、第二学期",
    required=True,
    privacy=Privacy.P0,
    example="2019S2",
)
YEAR_NO = Column(
    name="year",
    type=PERIOD,
    label="年份",
    also=("年度",),
    required=True,
    privacy=Privacy.P0,
    example="2020",
)

IN_SCHOOL = Reference(("school_code",), "schools")
IN_CLASS = Reference(("school_code", "class_no"), "classes")
