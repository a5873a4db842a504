"""满意度问卷作答: answers of satisfaction surveys."""

from dataclasses import replace

from yaodian.catalogue.columns.places import COUNTY_CODE
from yaodian.catalogue.columns.schools import SCHOOL_CODE
from yaodian.declare.column import BOOLEAN, CODE, DATE, DECIMAL, INTEGER, TEXT, Code, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Reference, Register
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import COUNTY, SCHOOL

RESPONDENT_KINDS = (
    Code("parent", "家长"),
    Code("pupil", "学生"),
    Code("teacher", "教师"),
    Code("principal", "校长"),
    Code("delegate", "人大代表政协委员", ("代表委员",)),
    Code("public", "其他群众"),
)


class SurveyAnswers(Register):
    """满意度问卷作答: one anonymous answer to one question of a satisfaction survey, with the design of the sample.

    No name, number, phone or class of a person: a respondent is a number drawn for this survey.
    """

    label = "满意度问卷作答"
    words = "满意度调查中一道题的匿名作答和抽样信息；不含任何个人信息。"
    english = "answers of satisfaction surveys"
    reference = "社会认可度（满意度）调查方案；优质均衡督导评估办法（教督〔2017〕6号；转述）"
    office = "督导办"
    every = SCHOOL_YEAR
    time, dated_by, arrives = EVENT, "answered_on", EVENTS
    places = ((COUNTY, "county_code"), (SCHOOL, "school_code"))
    key = ("survey_no", "respondent_no", "question_no")
    columns = (
        Column(
            name="survey_no",
            type=TEXT,
            label="调查编号",
            also=("问卷编号",),
            privacy=Privacy.P0,
            required=True,
            example="MY-2020-1",
        ),
        COUNTY_CODE,
        replace(SCHOOL_CODE, required=False),
        Column(
            name="respondent_kind_code",
            type=CODE,
            label="对象类别",
            codes=RESPONDENT_KINDS,
            privacy=Privacy.P0,
            required=True,
            example="parent",
        ),
        Column(name="respondent_no", type=TEXT, label="答卷号", privacy=Privacy.P1, required=True, example="000123"),
        Column(name="question_no", type=INTEGER, label="题号", privacy=Privacy.P0, low=1, required=True, example="3"),
        Column(
            name="answered_on", type=DATE, label="作答日期", privacy=Privacy.P0, required=True, example="2020-10-20"
        ),
        Column(
            name="answer_no",
            type=INTEGER,
            label="选项",
            meaning="number of the chosen answer, the most satisfied highest",
            note="所选选项的序号，最满意的序号最大",
            also=("答案",),
            privacy=Privacy.P1,
            low=0,
            high=10,
            required=True,
            example="4",
        ),
        Column(
            name="is_satisfied",
            type=BOOLEAN,
            label="是否满意",
            meaning="as the survey's own rule counts it",
            note="按本次调查的口径判定",
            privacy=Privacy.P1,
            example="是",
        ),
        Column(
            name="is_valid",
            type=BOOLEAN,
            label="是否有效答卷",
            also=("有效",),
            privacy=Privacy.P1,
            required=True,
            example="是",
        ),
        Column(name="stratum", type=TEXT, label="抽样层", privacy=Privacy.P0, example="农村初中"),
        Column(name="cluster_no", type=TEXT, label="抽样群", privacy=Privacy.P1, example="S031"),
        Column(name="weight", type=DECIMAL, label="抽样权重", privacy=Privacy.P1, low=0, example="18"),
    )
    references = (Reference(("school_code",), "schools", required=False),)
