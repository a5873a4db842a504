"""知识测试作答: answers of knowledge tests."""

from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE
from yaodian.declare.column import BOOLEAN, CODE, DATE, DECIMAL, INTEGER, TEXT, Code, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Register
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import SCHOOL

TOPICS = (
    Code("drugs", "禁毒", ("禁毒知识",)),
    Code("safety", "安全", ("安全知识",)),
    Code("law", "法治", ("法律常识",)),
    Code("health", "卫生健康", ("防疫知识",)),
    Code("other", "其他"),
)
RESPONDENT_KINDS = (Code("pupil", "学生"), Code("teacher", "教师"), Code("worker", "职工"))


class KnowledgeTestAnswers(Register):
    """知识测试作答: one anonymous answer to one question of a sampled knowledge test (drug prevention, safety), with the
    design of the sample.

    No name, number or class of a person: a respondent is a number drawn for this test.
    """

    label = "知识测试作答"
    words = "抽样知识测试中一道题的匿名作答和抽样信息；不含任何个人信息。"
    english = "answers of knowledge tests"
    reference = "抽样测试方案；禁毒知识知晓率的口径为本软件所定"
    office = "法安科"
    every = SCHOOL_YEAR
    time, dated_by, arrives = EVENT, "tested_on", EVENTS
    places = ((SCHOOL, "school_code"),)
    key = ("test_no", "respondent_no", "question_no")
    columns = (
        Column(name="test_no", type=TEXT, label="测试编号", privacy=Privacy.P0, required=True, example="JD-2020-1"),
        Column(
            name="topic_code",
            type=CODE,
            label="测试主题",
            also=("主题",),
            codes=TOPICS,
            privacy=Privacy.P0,
            required=True,
            example="drugs",
        ),
        SCHOOL_CODE,
        Column(
            name="respondent_kind_code",
            type=CODE,
            label="对象类别",
            codes=RESPONDENT_KINDS,
            privacy=Privacy.P0,
            required=True,
            example="pupil",
        ),
        Column(name="respondent_no", type=TEXT, label="答卷号", privacy=Privacy.P1, required=True, example="000123"),
        Column(name="question_no", type=INTEGER, label="题号", privacy=Privacy.P0, low=1, required=True, example="7"),
        Column(name="tested_on", type=DATE, label="测试日期", privacy=Privacy.P0, required=True, example="2020-06-26"),
        Column(
            name="is_correct",
            type=BOOLEAN,
            label="是否正确",
            also=("是否答对",),
            privacy=Privacy.P1,
            required=True,
            example="是",
        ),
        Column(name="stratum", type=TEXT, label="抽样层", privacy=Privacy.P0, example="初中"),
        Column(name="cluster_no", type=TEXT, label="抽样群", also=("班级群编号",), privacy=Privacy.P1, example="C0412"),
        Column(name="weight", type=DECIMAL, label="抽样权重", privacy=Privacy.P1, low=0, example="31.5"),
    )
    references = (IN_SCHOOL,)
