"""Indicators: what a declaration gives, and the sentences that refuse a faulty one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.declare.small.indicators.place_count import PlaceCount
from tests.declare.small.indicators.science_loan_ratio import ScienceLoanRatio
from yaodian.declare.answer import Answer
from yaodian.declare.catalogue import Catalogue
from yaodian.declare.declared import DeclarationError
from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.declare.parameter import Parameter
from yaodian.declare.register import Register
from yaodian.domain.period import MONTH, PeriodType
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.domain.unit_of_measure import RATIO

GOOD: dict[str, Any] = {
    "label": "甲",
    "reference": "乙",
    "words": "丙 ÷ 丁",
    "unit": RATIO,
    "grain": (SCHOOL, MONTH),
    "better": UP,
    "over": "loans",
    "numerator_2020_01": "sum(copies)",
    "denominator_2020_01": "count(*)",
}
SECOND: dict[str, Any] = {"over": (), "of": "science_loan_ratio", "derived": Derivation(How.GAP, between=COUNTY)}


def declared(drop: tuple[str, ...] = (), **change: Any) -> type[Indicator]:
    made: type[Indicator] = type("Share", (Indicator,), {k: v for k, v in (GOOD | change).items() if k not in drop})
    return made


def test_the_small_catalogue_is_found_by_walking_its_folders() -> None:
    small = Catalogue.walk("tests.declare.small", ("registers", "indicators", "parameters"))
    assert list(small.of(Indicator)) == ["place_count", "science_loan_ratio"]
    assert list(small.of(Register)) == ["loans", "shelves"]
    assert list(small.of(Parameter)) == ["loan_days"]


def test_the_formula_of_a_day_is_the_one_whose_date_has_come() -> None:
    assert ScienceLoanRatio.at("denominator", date(2019, 12, 31)) == "count(*)"
    assert ScienceLoanRatio.at("denominator", date(2020, 1, 31)) == "sum(copies)"


def test_the_names_of_a_formula_are_columns_and_not_functions_words_or_parameters() -> None:
    made = declared(
        numerator_2020_01="sum(copies) FILTER (WHERE topic = 'some words' AND room = :chosen_room)",
        denominator_2020_01="count(DISTINCT shelves.shelf_code)",
        cell="count(reader)",
        threshold="least_share",
        minimum_cell=None,
    )
    assert made.names_used() == {"copies", "topic", "room", "shelves.shelf_code", "reader"}
    assert made.parameters_used() == {"chosen_room", "least_share"}
    assert PlaceCount.names_used() == {"places"}


def test_the_bounds_of_the_period_are_no_parameters() -> None:
    made = declared(numerator_2020_01="count(*) FILTER (WHERE lent_on BETWEEN :first_day AND :last_day)")
    assert made.parameters_used() == {"minimum_cell"}


def test_a_promise_fills_the_slice_that_it_names() -> None:
    assert ScienceLoanRatio.answer("提高科学类借阅占比") == {"topic": "科学"}
    assert ScienceLoanRatio.answer("提高借阅量") is None


def test_a_second_order_value_is_made_of_another_and_reads_no_register() -> None:
    made = declared(("numerator_2020_01", "denominator_2020_01"), **SECOND)
    assert made.registers() == () and made.formulas() == []


@pytest.mark.parametrize(
    ("drop", "change", "says"),
    [
        ((), {"colour": "red"}, "no such attribute"),
        (("unit",), {}, "unit not given"),
        (("words",), {}, "words not given"),
        (("reference",), {}, "reference not given"),
        ((), {"grain": (MONTH, SCHOOL)}, "grain is a level"),
        ((), {"grain": (SCHOOL,)}, "grain is a level"),
        (("denominator_2020_01",), {}, "hold from the same days"),
        ((), {"numerator_2021_01": "sum(copies)"}, "only one of them has 2021-01-01"),
        ((), {"value_2020_01": "count(*)"}, "value_DATE alone"),
        (("numerator_2020_01", "denominator_2020_01"), {}, "value_DATE alone"),
        ((), {"numerator_2020_01": " "}, "a text of SQL"),
        ((), {"numerator_2020_01": 3}, "a text of SQL"),
        (("over",), {}, "over names the register"),
        ((), {"of": "science_loan_ratio"}, "of and derived go together"),
        ((), {"of": "x", "derived": Derivation(How.GAP, between=COUNTY)}, "either a register with formulas"),
        (("over", "numerator_2020_01", "denominator_2020_01"), {}, "either a register with formulas"),
        ((), {"answers": (Answer("(?P<topic>甲)", examples=("甲",)),)}, "topic, which is no disaggregation"),
    ],
)
def test_a_faulty_indicator_is_refused_with_its_name_and_the_fault(
    drop: tuple[str, ...], change: dict[str, Any], says: str
) -> None:
    with pytest.raises(DeclarationError, match=says) as refused:
        declared(drop, **change)
    assert "Share" in str(refused.value)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"how": How.CHANGE}, "looks back"),
        ({"how": How.CV}, "places of which level"),
        ({"how": How.CHANGE, "back": PeriodType.YEAR, "between": COUNTY}, "compares with itself"),
        ({"how": How.PERCENTILE, "between": COUNTY}, "quantile"),
        ({"how": How.RATIO}, "name the other"),
        ({"how": How.CV, "between": COUNTY, "other": "loans"}, "name the other"),
    ],
)
def test_a_derivation_that_lacks_what_it_needs_is_refused(given: dict[str, Any], says: str) -> None:
    with pytest.raises(DeclarationError, match=says):
        Derivation(**given)


@pytest.mark.parametrize(
    ("phrase", "examples", "says"), [("(", ("甲",), "cannot be read"), ("甲", (), "needs an example")]
)
def test_an_answer_that_cannot_be_tried_is_refused(phrase: str, examples: tuple[str, ...], says: str) -> None:
    with pytest.raises(DeclarationError, match=says):
        Answer(phrase, examples)
