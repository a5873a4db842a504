"""目标: the preamble's aims and the headings are goals, served by tasks."""

from __future__ import annotations

from tests.compiler.link.small import linked

PREAMBLE = (
    "2024年全市教育工作要认真学习上级文件，坚持稳中求进，推进竹编文化传承，努力把云川建成山区教育强市，"
    "现有学校120所，加快星际航行普及。"
)
TASKS = (("开展竹编文化传承活动。", "甲科"), ("加强门卫管理。", "乙科"))


def test_aims_of_the_preamble_are_goals_and_tasks_with_their_words_serve_them() -> None:
    plan = linked(*TASKS, preamble=PREAMBLE)
    aims = {goal.words: goal.tasks for goal in plan.goals if goal.section is None}
    assert aims == {"推进竹编文化传承": ("一/1",), "努力把云川建成山区教育强市": (), "加快星际航行普及": ()}
    assert all(goal.span.of(plan.source.text) == goal.words for goal in plan.goals)


def test_a_heading_is_a_goal_that_its_tasks_serve() -> None:
    plan = linked(*TASKS)
    (goal,) = plan.goals
    assert (goal.words, goal.section, goal.tasks) == ("全部工作", "一", ("一/1", "一/2"))
