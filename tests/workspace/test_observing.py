"""All indicators measured for the usual periods of a day, kept, and read back while nothing they hang on has changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_load import run
from yaodian.declare.indicator import Indicator
from yaodian.domain.period import Period
from yaodian.domain.place import CITY, COUNTY, SCHOOL
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.warehouse.evaluate.observed import Observed
from yaodian.workspace.indicators import Indicators
from yaodian.workspace.observing import (
    earlier_questions,
    observe,
    shown_type,
    split_questions,
    usual_periods,
    usual_questions,
)
from yaodian.workspace.records_loading import warehouse_at

DAY = date(2020, 5, 31)
HEAD = "学校标识码,单据号,行号,采购日期,品类,产地,重量,金额"
LOCAL = ("2152000001,A1,1,2020-05-06,grain,520000,20,80", "2152000001,A2,1,2020-05-07,grain,510000,2,20")
LATER = "2152000001,A3,1,2020-05-08,grain,510000,10,60"
CATALOGUE = Indicators.of().catalogue.of(Indicator)


def load_purchases(records: Path, *lines: str) -> None:
    file = records.parent / "purchases.csv"
    file.write_text("\n".join([HEAD, *lines]), encoding="utf-8")
    assert run("load", "meal_purchases", file, "--records", records, "--on", str(DAY)).exit_code == 0


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("YAODIAN_KEY_FILE", str(tmp_path / "keys"))
    load_purchases(tmp_path / "records", *LOCAL)
    yield tmp_path / "records"


def value(records: Path, *words: str) -> dict[str, Any]:
    said = run("indicators", "value", "meal_local_ratio", "--records", records, "--format", "json", *words)
    found: dict[str, Any] = json.loads(said.output)
    return found


def observed_in(records: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], str]:
    """What `observe` asked an engine for, by indicator, and what it said."""
    asked: list[str] = []
    answer = Evaluation.answer

    def noting(self: Evaluation, questions: Any) -> Any:
        known = list(questions)
        asked.extend(question.indicator for question in known)
        return answer(self, known)

    with monkeypatch.context() as patch:
        patch.setattr(Evaluation, "answer", noting)
        result = run("indicators", "observe", "--records", records, "--on", str(DAY))
    assert result.exit_code == 0
    return asked, result.output


def test_only_what_a_changed_register_touches_is_measured_again(records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, said = observed_in(records, monkeypatch)
    assert set(first) <= set(CATALOGUE) and len(set(first)) > 200 and "沿用 0 个" in said
    assert observed_in(records, monkeypatch)[0] == []
    load_purchases(records, LATER)
    again, said = observed_in(records, monkeypatch)
    meals = {id for id, one in CATALOGUE.items() if "meal_purchases" in one.registers()}  # noqa: A001
    assert set(again) == meals | {id for id, one in CATALOGUE.items() if meals & set(one.made_from())}  # noqa: A001
    assert f"新算 {len(again)} 个" in said


def test_a_value_is_read_from_what_was_kept_and_computed_where_it_is_not(
    records: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = [("--level", level, "--on", str(DAY)) for level in ("city", "school")]
    before = [value(records, *words) for words in asked]
    assert before[1]["values"][0]["value"] == 0.8
    run("indicators", "observe", "--records", records, "--on", str(DAY))
    with monkeypatch.context() as patch:
        patch.setattr(Evaluation, "answer", lambda *_: pytest.fail("what is kept was computed again"))
        assert [value(records, *words) for words in asked] == before
    load_purchases(records, LATER)
    assert value(records, *asked[0])["values"][0]["value"] == 0.5, "a register changed: what is kept is not read"


def test_pages_find_each_question_once_in_the_release(records: Path) -> None:
    warehouse = warehouse_at(records)
    kept = observe(Indicators.of().evaluation(warehouse), Observed(warehouse.folder), DAY)
    rows = Observed(warehouse.folder).of_release(warehouse.release().id).to_pylist()
    assert len(rows) == kept.rows > 0
    own = [row for row in rows if row["indicator"] == "meal_local_ratio" and row["value"] is not None]
    found = [(row["level"], row["period"], row["value"]) for row in own]
    assert sorted(found) == sorted(
        (level, period, 0.8) for level in ("city", "school") for period in ("2020", "2019S", "2020-05")
    )
    assert all(reason.words.zh for reason in kept.refused.values())


def test_the_usual_periods_of_a_day_are_those_an_office_asks_for() -> None:
    months = usual_periods(CATALOGUE["meal_local_ratio"], DAY)
    assert months == [Period("2020-05"), Period("2020-04"), Period("2020"), Period("2019S")]
    assert usual_periods(CATALOGUE["pupil_count"], DAY) == [Period("2020-05-31"), Period("2020-04-30")]
    assert usual_periods(CATALOGUE["education_appropriation_yuan"], DAY) == [Period("2020F"), Period("2019F")]
    levels = {question.level for question in usual_questions(CATALOGUE["primary_age_resident_count"], DAY)}
    assert levels == {CITY, COUNTY} and SCHOOL not in levels


def test_earlier_periods_and_slices_are_asked_for_the_city_and_its_counties_only() -> None:
    earlier = list(earlier_questions(CATALOGUE["meal_local_ratio"], DAY, 2))
    assert {(question.level, question.period.id) for question in earlier} == {
        (level, period) for level in (CITY, COUNTY) for period in ("2020-04", "2020-03")
    }
    assert [q.period.id for q in earlier_questions(CATALOGUE["pupil_count"], DAY, 2)][::2] == [
        "2020-04-30",
        "2020-03-31",
    ]
    assert {q.period.id for q in earlier_questions(CATALOGUE["event_count"], DAY, 2)} == {"2019", "2018"}
    assert not list(earlier_questions(CATALOGUE["pupil_count"], DAY, 0))
    slices = list(split_questions(CATALOGUE["meal_local_ratio"], DAY))
    assert {question.by for question in slices} == {(c,) for c in CATALOGUE["meal_local_ratio"].disaggregations}
    assert {question.level for question in slices} == {CITY, COUNTY}


def test_what_happens_day_by_day_is_shown_by_the_year() -> None:
    shown = {name: shown_type(CATALOGUE[name]).value for name in ("event_count", "pupil_count", "meal_local_ratio")}
    assert shown == {"event_count": "year", "pupil_count": "day", "meal_local_ratio": "month"}
