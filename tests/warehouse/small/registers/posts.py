"""岗位: a state whose days stand in its rows."""

from yaodian.declare.column import DATE, TEXT, Column
from yaodian.declare.register import CHANGES, STATE, Register


class Posts(Register):
    """岗位: who keeps which desk, from and to stated days."""

    label = "岗位"
    english = "posts"
    reference = "测试用"
    office = "测试"
    time, arrives = STATE, CHANGES
    holds_from, holds_to = "since_on", "until_on"
    key = ("desk_no",)
    columns = (
        Column(name="desk_no", type=TEXT, label="台号", required=True),
        Column(name="since_on", type=DATE, label="自"),
        Column(name="until_on", type=DATE, label="至"),
        Column(name="kind", type=TEXT, label="种类"),
    )
