"""高考成绩: college entrance exam results."""

from dataclasses import replace

from yaodian.catalogue.columns.persons import NAME, STUDENT_NO
from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE, YEAR_NO
from yaodian.declare.column import CODE, DATE, DECIMAL, TEXT, Code, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Reference, Register
from yaodian.domain.access import Purpose
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import POINT

TRACKS = (
    Code("arts", "文科", ("文史",)),
    Code("science", "理科", ("理工",)),
    Code("history", "历史类"),
    Code("physics", "物理类"),
    Code("arts_sports", "艺术体育类", ("艺体",)),
)
CANDIDATE_KINDS = (Code("current", "应届"), Code("repeat", "往届", ("复读",)))
LINES = (
    Code("first", "一本线", ("特控线",)),
    Code("second", "二本线", ("本科线",)),
    Code("vocational", "专科线", ("高职",)),
    Code("none", "未上线"),
)


class CollegeExamResults(Register):
    """高考成绩: a candidate's total in the college entrance exam, with the line reached and the entrance result that
    the school is judged by.
    """

    label = "高考成绩"
    words = "一名考生的高考成绩、达线情况和三年前的入口成绩。"
    english = "college entrance exam results"
    reference = "省招生考试院下发的高考成绩库（列名未核）；分数线为参数"
    office = "市招办"
    every = SCHOOL_YEAR
    time, dated_by, arrives = EVENT, "examined_on", EVENTS
    places = ((SCHOOL, "school_code"),)
    about_persons = True
    purposes = (Purpose.ASSESSMENT, Purpose.STATISTICS)
    key = ("candidate_no", "year")
    columns = (
        Column(
            name="candidate_no",
            type=TEXT,
            label="考生号",
            also=("准考证号",),
            privacy=Privacy.P4,
            vault=True,
            required=True,
            example="20520302110001",
        ),
        replace(STUDENT_NO, required=False, refers_to="students.student_no"),
        replace(NAME, required=False),
        replace(SCHOOL_CODE, privacy=Privacy.P2, label="毕业学校标识码", also=("毕业学校",)),
        replace(YEAR_NO, privacy=Privacy.P2),
        Column(
            name="examined_on", type=DATE, label="考试日期", privacy=Privacy.P2, required=True, example="2020-07-07"
        ),
        Column(
            name="track_code",
            type=CODE,
            label="科类",
            codes=TRACKS,
            privacy=Privacy.P2,
            required=True,
            example="science",
        ),
        Column(
            name="candidate_kind_code",
            type=CODE,
            label="考生类别",
            codes=CANDIDATE_KINDS,
            privacy=Privacy.P2,
            example="current",
        ),
        Column(
            name="chinese",
            type=DECIMAL,
            label="语文成绩",
            also=("语文",),
            unit=POINT,
            privacy=Privacy.P2,
            low=0,
            high=150,
            example="112",
        ),
        Column(
            name="math",
            type=DECIMAL,
            label="数学成绩",
            also=("数学",),
            unit=POINT,
            privacy=Privacy.P2,
            low=0,
            high=150,
            example="105",
        ),
        Column(
            name="english",
            type=DECIMAL,
            label="外语成绩",
            also=("英语",),
            unit=POINT,
            privacy=Privacy.P2,
            low=0,
            high=150,
            example="120",
        ),
        Column(
            name="combined",
            type=DECIMAL,
            label="综合成绩",
            also=("文综", "理综"),
            unit=POINT,
            privacy=Privacy.P2,
            low=0,
            high=300,
            example="205",
        ),
        Column(
            name="total_score",
            type=DECIMAL,
            label="总分",
            unit=POINT,
            privacy=Privacy.P2,
            low=0,
            high=750,
            example="542",
        ),
        Column(name="line_code", type=CODE, label="达线情况", codes=LINES, privacy=Privacy.P2, example="first"),
        Column(
            name="entrance_total",
            type=DECIMAL,
            label="入口成绩",
            meaning="the candidate's total three years before, for value added",
            note="考生三年前的中考总分，用于增值评价",
            also=("中考总分",),
            unit=POINT,
            privacy=Privacy.P2,
            low=0,
            example="598",
        ),
    )
    references = (IN_SCHOOL, Reference(("student_no",), "students", required=False))
