"""表头: what the columns of a plan written as a table hold."""

from __future__ import annotations

import re
from enum import StrEnum


class Column(StrEnum):
    """What the cells of a column say."""

    NUMBER = "number"
    CATEGORY = "category"
    TASK = "task"
    CONTENT = "content"
    GOAL = "goal"
    LEAD = "lead"
    SUPPORT = "support"
    RESPONSIBLE = "responsible"
    PERSON = "person"
    TIME = "time"
    OTHER = "other"


_HEADS = (
    (Column.NUMBER, r"序\s*号|编\s*号|NO\.?"),
    (Column.CATEGORY, r"类\s*别|分类|板块|工作类别|项目类别|领域|一级任务|工作板块|任务类别|维度"),
    (
        Column.TIME,
        r"(?:计划|推进|办理)?(?:完成|办结|推进|工作|实施)?(?:时间|时限|期限|进度)(?:要求|节点|安排)?|完成日期",
    ),
    (Column.SUPPORT, r"(?:主要)?(?:配合|协办|协同|协作|参与|协助)(?:责任)?(?:单位|部门|科室|处室|股室|单位\(部门\))"),
    (Column.LEAD, r"牵头(?:责任)?(?:单位|部门|科室|处室|股室)"),
    (Column.PERSON, r"(?:责任|牵头|分管|联系|包保|局)?领导|(?:责任|联系|负责|经办)人(?:员)?|联系人及电话|分管负责人"),
    (
        Column.RESPONSIBLE,
        r"(?:主要|共同)?(?:责任|主办|承办|落实|实施|负责)(?:单位|部门|科室|处室|股室|主体)(?:\(部门\))?",
    ),
    (
        Column.OTHER,
        r"联系(?:电话|方式)|电话|备\s*注|(?:工作|推进|完成|进展|落实)(?:成效|结果|情况|进展|进度)|进展|销号情况|佐证材料|考核分值|分值",
    ),
    (
        Column.GOAL,
        r"(?:工作|预期|年度|量化|任务)?(?:目标|指标|成果|标准)(?:要求|任务|值)?|目标要求|预期成效|成果形式|工作标准",
    ),
    (
        Column.CONTENT,
        r"(?:主要|具体|工作|任务|重点)?(?:内容|措施|举措|要求|做法)(?:及要求|和要求|与要求)?|(?:具体|推进)(?:任务|工作)|具体工作措施|主要任务",
    ),
    (Column.TASK, r"(?:重点|主要|工作|年度|目标|核心)*(?:任务|工作|事项|项目)(?:名称|事项|项目|内容)?|要点"),
)
_PATTERNS = tuple((column, re.compile(words)) for column, words in _HEADS)


def column_called(words: str) -> Column | None:
    """The column that a head cell names; None where it names none."""
    bare = re.sub(r"[\s*:]", "", words)
    if len(bare) > 14:
        return None
    return next((column for column, pattern in _PATTERNS if pattern.fullmatch(bare)), None)


def settled(columns: list[Column]) -> list[Column]:
    """One of the columns holds the task's text: 工作内容 beside 工作目标 names the task, alone it is the content."""
    if (
        Column.TASK not in columns
        and Column.CONTENT in columns
        and (Column.GOAL in columns or columns.count(Column.CONTENT) > 1)
    ):
        first = columns.index(Column.CONTENT)
        columns = [*columns[:first], Column.TASK, *columns[first + 1 :]]
    return columns


def is_table_head(columns: list[Column | None]) -> bool:
    """Whether head cells name enough columns for a plan: its text and who or when."""
    named = {c for c in columns if c}
    holds_text = named & {Column.TASK, Column.CONTENT, Column.GOAL}
    says_who = named & {Column.LEAD, Column.RESPONSIBLE, Column.TIME, Column.PERSON, Column.SUPPORT}
    return bool(holds_text and says_who) and len(named) >= 3
