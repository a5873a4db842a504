"""高中阶段招生考试成绩: senior-secondary entrance exam results."""

from dataclasses import replace

from yaodian.catalogue.columns.persons import NAME, STUDENT_NO
from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE, SUBJECT, YEAR_NO
from yaodian.declare.column import CODE, DATE, DECIMAL, TEXT, Code, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Check, Reference, Register
from yaodian.domain.access import Purpose
from yaodian.domain.finding import Words
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import POINT

STATES = (
    Code("sat", "正常", ("参加",)),
    Code("absent", "缺考"),
    Code("exempt", "免考"),
    Code("void", "违纪", ("作弊", "零分处理")),
)


class EntranceExamResults(Register):
    """高中阶段招生考试成绩: a candidate's score in one subject of the senior-secondary entrance exam, and where the total
    led is in `admissions`.
    """

    label = "高中阶段招生考试成绩"
    words = "一名考生在高中阶段招生考试中一个科目的成绩。"
    english = "senior-secondary entrance exam results"
    reference = "市招办中考成绩库（列名未核）；各科满分为参数"
    office = "市招办"
    every = SCHOOL_YEAR
    time, dated_by, arrives = EVENT, "examined_on", EVENTS
    places = ((SCHOOL, "school_code"),)
    about_persons = True
    purposes = (Purpose.ASSESSMENT, Purpose.ADMISSION, Purpose.STATISTICS)
    key = ("candidate_no", "year", "subject_code")
    columns = (
        Column(
            name="candidate_no",
            type=TEXT,
            label="准考证号",
            also=("考号", "报名号"),
            privacy=Privacy.P4,
            vault=True,
            required=True,
            example="20520302010001",
        ),
        replace(STUDENT_NO, required=False, refers_to="students.student_no"),
        replace(NAME, required=False),
        replace(SCHOOL_CODE, privacy=Privacy.P2, label="毕业学校标识码", also=("毕业学校", "初中学校")),
        replace(YEAR_NO, privacy=Privacy.P2),
        Column(
            name="examined_on", type=DATE, label="考试日期", privacy=Privacy.P2, required=True, example="2020-07-20"
        ),
        replace(SUBJECT, privacy=Privacy.P2),
        Column(
            name="score",
            type=DECIMAL,
            label="成绩",
            meaning="empty where the candidate was absent",
            note="缺考的留空",
            also=("分数", "得分"),
            unit=POINT,
            privacy=Privacy.P2,
            low=0,
            high=200,
            example="118",
        ),
        Column(
            name="full_score",
            type=DECIMAL,
            label="满分",
            unit=POINT,
            privacy=Privacy.P2,
            low=1,
            high=200,
            example="150",
        ),
        Column(
            name="state_code",
            type=CODE,
            label="考试状态",
            codes=STATES,
            privacy=Privacy.P2,
            required=True,
            example="sat",
        ),
    )
    references = (IN_SCHOOL, Reference(("student_no",), "students", required=False))
    checks = (
        Check(
            "score_within_full",
            "score IS NULL OR full_score IS NULL OR score <= full_score",
            Words("成绩高于满分", "the score is above the full score"),
            Words("核对成绩和满分", "check both scores"),
        ),
        Check(
            "score_where_sat",
            "state_code <> 'sat' OR score IS NOT NULL",
            Words("参加考试但没有成绩", "sat the exam but has no score"),
            Words("填写成绩，缺考的改考试状态", "give the score, or the state absent"),
        ),
    )
