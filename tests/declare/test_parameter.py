"""Parameters: the value in force, its document, its standing; the same from a class and from data."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.declare.small.parameters.loan_days import LoanDays
from yaodian.declare.declared import DeclarationError
from yaodian.declare.parameter import Parameter, Stated, parameter_of
from yaodian.domain.quantity import Quantity

WRITTEN = {
    "label": "借期",
    "reference": "旧章程",
    "unit": "天",
    date(2018, 1, 1): 30,
    "2020-03-16": {"value": 45, "reference": "新章程", "unverified": True},
}


@pytest.mark.parametrize("parameter", [LoanDays, parameter_of("loan_days", WRITTEN)])
def test_the_value_of_a_day_comes_with_its_own_document_and_standing(parameter: type[Parameter]) -> None:
    assert parameter.on(date(2020, 3, 15)) == Stated(30, date(2018, 1, 1), "旧章程", False)
    assert parameter.on(date(2020, 3, 16)) == Stated(45, date(2020, 3, 16), "新章程", True)
    assert parameter.quantity_on(date(2021, 1, 1)) == Quantity.parse("45天")
    assert parameter.id == "loan_days"


def test_a_later_verified_value_does_not_inherit_the_mark_of_an_earlier_one() -> None:
    parameter = parameter_of(
        "x_days", {"label": "甲", "reference": "乙", "2019-01-01": {"value": 1, "unverified": True}, "2020-01-01": 2}
    )
    assert parameter.on(date(2019, 5, 1)).unverified and not parameter.on(date(2020, 5, 1)).unverified


def test_before_its_first_day_a_parameter_has_no_value() -> None:
    with pytest.raises(LookupError, match="2017-12-31"):
        LoanDays.on(date(2017, 12, 31))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"label": None}, "label not given"),
        ({"unit": "斛"}, "斛"),
        ({"colour": 3}, "neither a day"),
        ({"unverified": "yes"}, "true or false"),
        ({"2020-03-16": {"value": 45, "source": "x"}}, "source"),
        ({"2020-02-30": 1}, "neither a day"),
    ],
)
def test_faulty_data_is_refused_with_the_name_of_the_parameter(change: dict[Any, Any], says: str) -> None:
    with pytest.raises(DeclarationError, match=says) as refused:
        parameter_of("loan_days", WRITTEN | change)
    assert "loan_days" in str(refused.value) or "LoanDays" in str(refused.value)


def test_an_id_that_is_no_english_name_is_refused() -> None:
    with pytest.raises(DeclarationError, match="no id"):
        parameter_of("借期", WRITTEN)


def test_a_reference_beside_no_value_is_refused() -> None:
    with pytest.raises(DeclarationError, match="stands beside no value"):
        type("Odd", (Parameter,), {"label": "甲", "reference": "乙", "value_2020_01": 1, "reference_2020_02": "丙"})


@pytest.mark.parametrize(
    ("names", "says"), [(("value_2020_13",), "no such day"), (("value_2020_01", "value_2020_01_01"), "two values")]
)
def test_a_date_in_a_name_is_a_day_and_stands_once(names: tuple[str, ...], says: str) -> None:
    with pytest.raises(DeclarationError, match=says):
        type("Odd", (Parameter,), {"label": "甲", "reference": "乙"} | dict.fromkeys(names, 1))
