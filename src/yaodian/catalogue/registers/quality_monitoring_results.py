"""质量监测结果: quality monitoring results."""

from dataclasses import replace

from yaodian.catalogue.columns.places import COUNTY_CODE
from yaodian.catalogue.columns.schools import GRADE, IN_SCHOOL, SCHOOL_CODE, SUBJECT
from yaodian.declare.column import DATE, DECIMAL, INTEGER, TEXT, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Register
from yaodian.domain.access import Purpose
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.domain.unit_of_measure import POINT


class QualityMonitoringResults(Register):
    """质量监测结果: a sampled pupil's level in one subject of the compulsory-education quality monitoring, with the
    design of the sample.

    Pupils stand under a number of the test alone; nobody is named.
    """

    label = "质量监测结果"
    words = "义务教育质量监测中一名抽样学生一个学科的表现水平；学生只有测试编号。"
    english = "quality monitoring results"
    reference = "《国家义务教育质量监测方案》（2015年、2021年修订印发；转述，原文未核）"
    office = "质量监测科"
    every = SCHOOL_YEAR
    time, dated_by, arrives = EVENT, "tested_on", EVENTS
    places = ((SCHOOL, "school_code"), (COUNTY, "county_code"))
    about_persons = True
    purposes = (Purpose.ASSESSMENT, Purpose.STATISTICS)
    key = ("round_no", "pupil_no", "subject_code")
    columns = (
        Column(name="round_no", type=TEXT, label="监测批次", also=("监测年度批次",), required=True, example="2020-G4"),
        Column(
            name="pupil_no",
            type=TEXT,
            label="测试编号",
            meaning="a number of the test, not of the pupil",
            note="测试用的编号，不是学籍号",
            also=("学生测试号",),
            privacy=Privacy.P2,
            required=True,
            example="0203010015",
        ),
        replace(SCHOOL_CODE, privacy=Privacy.P2),
        replace(COUNTY_CODE, privacy=Privacy.P2),
        replace(GRADE, privacy=Privacy.P2),
        replace(SUBJECT, privacy=Privacy.P2),
        Column(name="tested_on", type=DATE, label="测试日期", privacy=Privacy.P2, required=True, example="2020-09-24"),
        Column(
            name="score",
            type=DECIMAL,
            label="测试得分",
            also=("量尺分",),
            unit=POINT,
            privacy=Privacy.P2,
            low=0,
            high=1000,
            example="512",
        ),
        Column(
            name="level_no",
            type=INTEGER,
            label="表现水平",
            also=("水平等级",),
            privacy=Privacy.P2,
            low=1,
            high=4,
            example="3",
        ),
        Column(name="stratum", type=TEXT, label="抽样层", also=("层",), privacy=Privacy.P2, example="县城"),
        Column(
            name="weight", type=DECIMAL, label="抽样权重", also=("权重",), privacy=Privacy.P2, low=0, example="12.4"
        ),
    )
    references = (IN_SCHOOL,)
