"""项目节点: milestones of projects."""

from yaodian.catalogue.columns.documents import DOCUMENT_NO
from yaodian.declare.column import BOOLEAN, CODE, DATE, TEXT, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Reference, Register
from yaodian.domain.period import MONTH


class ProjectMilestones(Register):
    """项目节点: the day on which a project reached one of its thirteen steps."""

    label = "项目节点"
    words = "一个建设项目到达一个节点的日期，共十三个节点。"
    english = "milestones of projects"
    reference = "基本建设程序批复和验收文件；每行写明文号"
    office = "计财科"
    every = MONTH
    time, dated_by, arrives = EVENT, "reached_on", EVENTS
    key = ("project_no", "step_code")
    columns = (
        Column(
            name="project_no",
            type=TEXT,
            label="项目编号",
            also=("项目代码",),
            privacy=Privacy.P0,
            required=True,
            refers_to="projects.project_no",
            example="2020-520302-83-01-000001",
        ),
        Column(
            name="step_code",
            type=CODE,
            label="节点",
            also=("项目节点", "阶段"),
            codes="project_steps",
            privacy=Privacy.P0,
            required=True,
            example="08",
        ),
        Column(
            name="reached_on",
            type=DATE,
            label="完成日期",
            also=("达到日期",),
            privacy=Privacy.P0,
            required=True,
            example="2020-04-10",
        ),
        DOCUMENT_NO,
        Column(
            name="is_accepted", type=BOOLEAN, label="是否通过", also=("验收结论合格",), privacy=Privacy.P0, example="是"
        ),
    )
    references = (Reference(("project_no",), "projects"),)
