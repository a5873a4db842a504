"""A state written as data and read again is the same state, for every kind at every step."""

from __future__ import annotations

import json

import pytest

from tests.runtime.hands import KINDS, LEAD, LEADER, OFFICE, START, Desk
from yaodian.domain.entry import Act
from yaodian.runtime.snapshot import canonical, data_of, state_of


@pytest.mark.parametrize("kind", KINDS)
def test_a_state_comes_back_from_its_data_at_every_step_of_a_life(kind: str) -> None:
    desk = Desk(kind)

    def comes_back() -> None:
        assert state_of(json.loads(json.dumps(data_of(desk.now)))) == desk.now

    comes_back()
    desk.done(Act.ACCEPT, LEAD)
    desk.done(Act.REPORT, LEAD, promise="p1", value=3.5, as_of=START.isoformat())
    desk.done(Act.INSTRUCT, LEADER, text="抓紧")
    comes_back()
    for _ in range(6):
        if desk.steps() and desk.now.is_open:
            desk.take(desk.steps()[0])
        comes_back()
    if desk.now.is_open:
        desk.done(Act.SUSPEND, OFFICE, reason="停工")
        comes_back()
    desk.done(Act.REVISE, OFFICE, reason="调整", promised={"p1": 11})
    comes_back()


def test_an_entry_gives_one_text_whatever_the_order_of_its_data() -> None:
    one, two = Desk("project", note="甲", reason="乙"), Desk("project", reason="乙", note="甲")
    assert canonical(one.entries[0]) == canonical(two.entries[0])
    assert canonical(Desk("project", note="甲", reason="丙").entries[0]) != canonical(one.entries[0])
