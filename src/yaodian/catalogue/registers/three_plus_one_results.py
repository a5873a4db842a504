"""体艺科技足球测评（“3+1”）结果: 3+1 test results."""

from dataclasses import replace

from yaodian.catalogue.columns.schools import GRADE, IN_SCHOOL, SCHOOL_CODE
from yaodian.declare.column import CODE, DATE, DECIMAL, TEXT, Code, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Register
from yaodian.domain.access import Purpose
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import POINT

ITEMS = (
    Code("sports", "体育"),
    Code("arts", "艺术"),
    Code("science", "科技", ("科技教育",)),
    Code("football", "校园足球", ("足球",)),
)


class ThreePlusOneResults(Register):
    """体艺科技足球测评（“3+1”）结果: a sampled pupil's result in sports, arts, science and football, by which the city tests
    all-round education.

    Pupils stand under a number of the test alone.
    """

    label = "体艺科技足球测评（“3+1”）结果"
    words = "“3+1”测评中一名抽样学生一个项目的成绩；学生只有测评编号。"
    english = "3+1 test results"
    reference = "本市“3+1”测评方案（体育、艺术、科技加校园足球；方案原文未核）"
    office = "素质教育中心"
    every = SCHOOL_YEAR
    time, dated_by, arrives = EVENT, "tested_on", EVENTS
    places = ((SCHOOL, "school_code"),)
    about_persons = True
    purposes = (Purpose.ASSESSMENT, Purpose.STATISTICS)
    key = ("round_no", "pupil_no", "item_code")
    columns = (
        Column(name="round_no", type=TEXT, label="测评批次", required=True, example="2020"),
        Column(
            name="pupil_no",
            type=TEXT,
            label="测评编号",
            meaning="a number of the test, not of the pupil",
            note="测试用的编号，不是学籍号",
            also=("学生测评号",),
            privacy=Privacy.P2,
            required=True,
            example="0203010015",
        ),
        replace(SCHOOL_CODE, privacy=Privacy.P2),
        replace(GRADE, privacy=Privacy.P2),
        Column(
            name="item_code",
            type=CODE,
            label="测评项目",
            also=("项目",),
            codes=ITEMS,
            privacy=Privacy.P2,
            required=True,
            example="football",
        ),
        Column(name="tested_on", type=DATE, label="测评日期", privacy=Privacy.P2, required=True, example="2020-11-05"),
        Column(
            name="score",
            type=DECIMAL,
            label="得分",
            also=("成绩",),
            unit=POINT,
            privacy=Privacy.P2,
            low=0,
            high=100,
            example="84",
        ),
        Column(
            name="level_code",
            type=CODE,
            label="等第",
            also=("等级",),
            codes="score_levels",
            privacy=Privacy.P2,
            required=True,
            example="good",
        ),
        Column(name="stratum", type=TEXT, label="抽样层", privacy=Privacy.P2, example="乡村"),
        Column(name="weight", type=DECIMAL, label="抽样权重", privacy=Privacy.P2, low=0, example="8.2"),
    )
    references = (IN_SCHOOL,)
