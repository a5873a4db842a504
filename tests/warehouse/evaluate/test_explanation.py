"""Where a number comes from: rule, query, versions, and the rows behind it without what names a person."""

from __future__ import annotations

from datetime import date

import pytest

from tests.warehouse.batches import batch
from tests.warehouse.evaluate.clubs import CITY, PARAMETERS, Clubs, Members, catalogue, indicator
from yaodian.domain.period import Period
from yaodian.domain.place import CITY as CITYWIDE
from yaodian.domain.place import COUNTY
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.warehouse.evaluate.explanation import explained, rows_behind
from yaodian.warehouse.evaluate.question import Question
from yaodian.warehouse.store import Warehouse

D = date(2018, 1, 1)
POOR = indicator(
    "poor_share", unit="%", grain=["school", "day"], over="members", taken="last_day", threshold="grown_up",
    where={D: "age >= 5"}, numerator={D: "count(*) FILTER (WHERE is_poor AND age < :grown_up)"}, denominator={D: "count(*)"},
)  # fmt: skip
GAP = indicator("gap", unit="%", grain=["city", "day"], of="poor_share", derived={"how": "gap", "between": "county"})


@pytest.fixture
def ours(warehouse: Warehouse) -> Evaluation:
    clubs = [{"club_code": f"k{n}", "county_code": "AB"[n]} for n in range(2)]
    members = [
        {"card_no": f"MARKED{n}", "club_code": f"k{n % 2}", "age": n, "sex_code": "1", "is_poor": n % 4 == 0}
        for n in range(20)
    ]
    warehouse.commit([batch(Clubs, clubs, on=D), batch(Members, members, on=D)])
    return Evaluation(warehouse.reader(), warehouse.engine, catalogue(POOR, GAP), PARAMETERS, CITY)


def test_an_explanation_names_rule_parameters_versions_and_query(ours: Evaluation) -> None:
    told = explained(ours, Question("poor_share", COUNTY, Period("2020-05-05")))
    assert told.formulas["numerator"] == "count(*) FILTER (WHERE is_poor AND age < :grown_up)"
    assert told.parameters["grown_up"].value == 18 and told.parameters["grown_up"].unverified
    assert set(told.versions) == {"members", "clubs"} and told.release == ours.reader.release.id
    assert "GROUP BY" in told.sql and "18" in told.sql


def test_a_second_order_value_names_what_it_is_made_of(ours: Evaluation) -> None:
    told = explained(ours, Question("gap", CITYWIDE, Period("2020-05-05")))
    assert told.sources == (Question("poor_share", COUNTY, Period("2020-05-05")),) and told.sql == ""


def test_the_rows_behind_a_number_are_those_it_counts_and_name_nobody(ours: Evaluation) -> None:
    question = Question("poor_share", COUNTY, Period("2020-05-05"))
    (cell,) = [r for r in ours.answer([question])[question].table.to_pylist() if r["place"] == "A"]
    rows = rows_behind(ours, question, "A", limit=100)
    assert rows.num_rows == cell["denominator"] == 7
    assert sum(rows["counted"].to_pylist()) == cell["numerator"] == 3
    assert "is_poor" not in rows.column_names and "card_no" not in rows.column_names
    assert not any("MARKED" in str(value) for row in rows.to_pylist() for value in row.values())
