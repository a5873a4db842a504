"""No data whatever makes a decision break: it is taken or refused with a sentence."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.runtime.hands import HANDS, LEAD, OFFICE, Desk
from yaodian.domain.entry import Act, Hand
from yaodian.runtime.command import Refused
from yaodian.runtime.data_of_acts import data_fault

NAMES = (
    "owner", "supports", "parts", "children", "promise", "value", "as_of", "sha256", "evidence", "step", "due", "reason",
    "edition", "steps", "text", "title", "promised", "note", "kind", "x",
)  # fmt: skip
scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["2020-06-30", "2020-02-30", "p1", "a" * 64, "9999999999-01-01", "\x00", "\ud800"])
)
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=5,
)


@given(
    st.sampled_from(list(Act)),
    st.dictionaries(st.sampled_from(NAMES), anything, max_size=5),
    st.sampled_from(HANDS),
    st.data(),
)
def test_any_data_is_taken_or_refused_with_a_sentence(
    act: Act, given: dict[str, Any], by: Hand, data: st.DataObject
) -> None:
    desk = Desk(data.draw(st.sampled_from(["designation", "routine", "assurance"])))
    if data.draw(st.booleans()):
        desk.done(Act.ACCEPT, LEAD)
    made = desk.tried(act, by, **given)
    if isinstance(made, Refused):
        assert made.words.zh and made.words.en


def test_what_is_missing_unknown_or_malformed_is_named() -> None:
    assert data_fault(Act.EXTEND, {"reason": "雨季"}).en == "extend needs due"  # type: ignore[union-attr]
    assert "knows no 'colour'" in data_fault(Act.STEP, {"step": "named", "colour": "green"}).en  # type: ignore[union-attr]
    assert "'as_of' of report" in data_fault(Act.REPORT, {"promise": "p", "value": 1, "as_of": "昨天"}).en  # type: ignore[union-attr]
    assert data_fault(Act.REPORT, {"promise": "p", "value": 1, "as_of": "2020-06-30"}) is None
    assert data_fault(Act.STEP, {"step": "scored", "details": {"gate": 4, "gate/remark": "好", "fire": None}}) is None
    assert "'details' of step" in data_fault(Act.STEP, {"step": "scored", "details": {"gate": [4]}}).en  # type: ignore[union-attr]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), True, "3", 10**400])
def test_a_reported_value_is_a_number(value: Any) -> None:
    desk = Desk("attainment")
    desk.done(Act.ACCEPT, LEAD)
    assert "'value' of report" in desk.refused(Act.REPORT, LEAD, promise="p1", value=value, as_of="2020-03-02")
    assert "knows no" in desk.refused(Act.CLOSE, OFFICE, light="green")
