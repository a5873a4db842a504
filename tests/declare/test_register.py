"""Registers: what a declaration gives, and the sentences that refuse a faulty one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.declare.small.registers.loans import Loans
from tests.declare.small.registers.shelves import Shelves
from yaodian.declare.column import BOOLEAN, CODE, DATE, DECIMAL, INTEGER, MONEY, TEXT, Code, Column, Privacy
from yaodian.declare.declared import DeclarationError
from yaodian.declare.register import CHANGES, EVENT, EVENTS, STATE, Reference, Register
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import PERSON, YUAN

KEY = Column(name="row_no", type=TEXT, label="编号", required=True)
DAY = Column(name="seen_on", type=DATE, label="日期", required=True)
GOOD: dict[str, Any] = {
    "label": "甲",
    "reference": "乙",
    "office": "丙",
    "columns": (KEY, DAY),
    "key": ("row_no",),
    "time": EVENT,
    "dated_by": "seen_on",
    "arrives": EVENTS,
}


def declared(**change: Any) -> type:
    return type("Sightings", (Register,), GOOD | change)


def test_a_formula_sees_what_lies_outside_the_vault_and_when_a_state_holds() -> None:
    assert "deposit_yuan" in Loans.visible() and "valid_from" not in Loans.visible()
    assert {"shelf_code", "valid_from", "valid_to"} <= Shelves.visible()
    secret = Column(name="holder", type=TEXT, label="姓名", privacy=Privacy.P3, vault=True)
    assert declared(columns=(KEY, DAY, secret), about_persons=True).visible() == {"row_no", "seen_on"}  # type: ignore[attr-defined]


def test_a_column_is_found_by_name_and_by_what_files_call_it() -> None:
    assert Loans.column("topic").code_of("理科") == Code("b", "科学", ("理科",))
    assert Loans.column("topic").code_of("a") == Code("a", "文学")
    assert Loans.column("topic").code_of("历史") is None
    assert Column(name="school_code", type=TEXT, label="学校标识码", element="XXDM").headings == (
        "学校标识码",
        "XXDM",
        "school_code",
    )
    with pytest.raises(LookupError, match="loans has no column colour"):
        Loans.column("colour")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"colour": "red"}, "no such attribute"),
        ({"label": ""}, "label not given"),
        ({"office": ""}, "office not given"),
        ({"columns": (KEY, DAY, KEY)}, "row_no stands twice"),
        ({"key": ("number",)}, "key names number"),
        (
            {"key": ("seen",), "columns": (KEY, DAY, Column(name="seen", type=TEXT, label="所见"))},
            "declare it required",
        ),
        ({"places": ((COUNTY, "county_code"),)}, "places names county_code"),
        ({"references": (Reference(("school_code",), "schools"),)}, "references names school_code"),
        ({"dated_by": ""}, "dated_by names"),
        ({"dated_by": "row_no"}, "dated_by names"),
        ({"time": STATE, "arrives": CHANGES}, "a state has no dated_by"),
        ({"holds_from": "seen_on"}, "are for states"),
        ({"time": STATE, "dated_by": "", "arrives": CHANGES, "holds_from": "row_no"}, "row_no is no DATE column"),
        ({"arrives": CHANGES}, "events arrive as events"),
        ({"time": STATE, "dated_by": ""}, "events arrive as events"),
        (
            {"columns": (KEY, DAY, Column(name="spot", type=TEXT, label="住处", privacy=Privacy.P2))},
            "about_persons = True",
        ),
        (
            {
                "columns": (KEY, DAY, Column(name="is_poor", type=BOOLEAN, label="贫困", privacy=Privacy.P4)),
                "about_persons": True,
            },
            "name the purposes",
        ),
    ],
)
def test_a_faulty_register_is_refused_with_its_name_and_the_fault(change: dict[str, Any], says: str) -> None:
    with pytest.raises(DeclarationError, match=says) as refused:
        declared(**change)
    assert "Sightings" in str(refused.value)


@pytest.mark.parametrize(
    ("column", "says"),
    [
        ({"name": "Row", "type": TEXT}, "small English words"),
        ({"name": "recorded_from", "type": TEXT}, "warehouse's own"),
        ({"name": "seen", "type": TEXT, "label": ""}, "Chinese label"),
        ({"name": "seen", "type": DATE}, "ends in _on"),
        ({"name": "seen", "type": BOOLEAN}, "begins with is_ or has_"),
        ({"name": "paid_yuan", "type": MONEY}, "stored in yuan"),
        ({"name": "paid_yuan", "type": MONEY, "unit": YUAN, "written_in": PERSON}, "measures something else"),
        ({"name": "seen", "type": TEXT, "unit": PERSON}, "has no unit"),
        ({"name": "seen", "type": TEXT, "low": 1}, "has no bounds"),
        ({"name": "topic", "type": CODE}, "names its code list"),
        ({"name": "topic", "type": TEXT, "codes": "topics"}, "names its code list"),
        ({"name": "topic", "type": CODE, "codes": (Code("a", "甲"), Code("a", "乙"))}, "stands twice"),
        ({"name": "seen", "type": TEXT, "pattern": "("}, "cannot be read"),
        ({"name": "seen", "type": TEXT, "vault": True}, "P3 or P4"),
        ({"name": "holder", "type": TEXT, "privacy": Privacy.P3}, "lies in the vault"),
        ({"name": "faith", "type": TEXT, "label": "宗教信仰"}, "never held"),
        ({"name": "standing", "type": TEXT, "label": "政治面貌"}, "never held"),
    ],
)
def test_a_faulty_column_is_refused_with_its_name_and_the_fault(column: dict[str, Any], says: str) -> None:
    with pytest.raises(DeclarationError, match=says) as refused:
        Column(**({"label": "标签"} | column))
    assert column["name"] in str(refused.value)


def test_numbers_may_be_integers_or_decimals_with_bounds() -> None:
    assert Column(name="pupils", type=INTEGER, label="学生数", unit=PERSON, low=0).low == 0
    assert Column(name="share", type=DECIMAL, label="比例", low=0, high=1).high == 1
