"""Indicators of the loaded city against a recount by hand: equal for every place, at every level, in every period."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest

from tests.workspace.indicators.oracle import DAYS, MACROS, RECOUNTS, Recount
from yaodian.domain.period import Period
from yaodian.domain.place import Level
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.warehouse.evaluate.question import Question

pytestmark = pytest.mark.slow

CITY = "520300"
Key = tuple[str, ...]
CASES = [(recount, period, level) for recount in RECOUNTS for period in recount.periods for level in recount.levels]


@pytest.fixture(scope="module")
def database(raw: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    for macro in MACROS:
        raw.execute(macro)
    return raw


def recounted(database: duckdb.DuckDBPyConnection, recount: Recount, period: str, level: str) -> dict[Key, float]:
    """The values by place (and slice) that are there and not 0."""
    since, on = (date.fromisoformat(day) for day in DAYS.get(period, (period, period)))
    keys = [f"'{CITY}'" if level == "city" else level, *([recount.by] if recount.by else [])]
    query = f"SELECT {', '.join(keys)}, {recount.value} FROM ({recount.rows}) GROUP BY ALL"
    days = {name: day for name, day in (("since", since), ("on", on)) if f"${name}" in query}
    return told([(*key, value) for *key, value in database.execute(query, days).fetchall()])


def told(rows: list[tuple[object, ...]]) -> dict[Key, float]:
    """What says something: a place that is known, a value other than 0 (a count of nothing may be told or not; the spread of one
    place is 0 but for the last binary digit)."""
    found = {tuple(map(str, key)): float(str(value)) for *key, value in rows if None not in key and value is not None}
    return {key: value for key, value in found.items() if abs(value) > 1e-12}


@pytest.mark.parametrize(("recount", "period", "level"), CASES, ids=lambda part: getattr(part, "indicator", part))
def test_an_indicator_is_what_a_recount_comes_to(
    database: duckdb.DuckDBPyConnection, measured: Evaluation, recount: Recount, period: str, level: str
) -> None:
    by = (recount.by,) if recount.by else ()
    question = Question(recount.indicator, Level(level), Period(period), by)
    rows = measured.answer([question])[question].table.to_pylist()
    found = told([(row["place"], *(row[name] for name in by), row["value"]) for row in rows])
    assert found == pytest.approx(recounted(database, recount, period, level), rel=1e-9)
    for row in rows:
        assert row["low"] is None or row["low"] - 1e-12 <= row["value"] <= row["high"] + 1e-12


@pytest.mark.parametrize("recount", RECOUNTS, ids=lambda recount: recount.indicator)
def test_a_recount_comes_to_something_in_each_of_its_periods(
    database: duckdb.DuckDBPyConnection, recount: Recount
) -> None:
    assert all(recounted(database, recount, period, "city") for period in recount.periods)


def test_periods_of_the_recounts_are_those_of_the_calendar() -> None:
    assert {name: (str(Period(name).first), str(Period(name).last)) for name in DAYS} == DAYS
