"""专家评审: reviews of applications."""

from yaodian.declare.column import BOOLEAN, DATE, DECIMAL, TEXT, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Check, Reference, Register
from yaodian.domain.finding import Words
from yaodian.domain.unit_of_measure import POINT


class ApplicationReviews(Register):
    """专家评审: one expert's score of one item of an application; the expert stands under a number drawn for the round."""

    label = "专家评审"
    words = "一位专家对一份申报的一个评分项打的分；专家以本轮编号出现。"
    english = "reviews of applications"
    reference = "评审方案和评分表；专家名单另行保密"
    office = "牵头评选的科室"
    time, dated_by, arrives = EVENT, "reviewed_on", EVENTS
    key = ("application_no", "expert_no", "item_no")
    columns = (
        Column(
            name="application_no",
            type=TEXT,
            label="申报编号",
            privacy=Privacy.P1,
            required=True,
            refers_to="applications.application_no",
            example="SB-2020-LD-0031",
        ),
        Column(
            name="expert_no",
            type=TEXT,
            label="专家编号",
            meaning="a number of the round, not of the person",
            note="本轮评审的编号，不是个人编号",
            privacy=Privacy.P1,
            required=True,
            example="Z07",
        ),
        Column(
            name="item_no",
            type=TEXT,
            label="评分项序号",
            also=("指标序号",),
            privacy=Privacy.P1,
            required=True,
            example="2.1",
        ),
        Column(name="item", type=TEXT, label="评分项", privacy=Privacy.P1, example="课程实施"),
        Column(
            name="reviewed_on", type=DATE, label="评审日期", privacy=Privacy.P1, required=True, example="2020-09-15"
        ),
        Column(
            name="score",
            type=DECIMAL,
            label="得分",
            also=("评分",),
            unit=POINT,
            privacy=Privacy.P1,
            low=0,
            required=True,
            example="8.5",
        ),
        Column(
            name="full_score",
            type=DECIMAL,
            label="满分",
            also=("分值",),
            unit=POINT,
            privacy=Privacy.P1,
            low=0,
            required=True,
            example="10",
        ),
        Column(name="is_recused", type=BOOLEAN, label="是否回避", privacy=Privacy.P1, example="否"),
    )
    references = (Reference(("application_no",), "applications"),)
    checks = (
        Check(
            "score_within_full",
            "score <= full_score",
            Words("得分高于分值", "the score is above the full score"),
            Words("核对得分和分值", "check both scores"),
        ),
    )
