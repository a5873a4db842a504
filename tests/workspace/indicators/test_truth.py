"""What is measured of the loaded city against what is so: equal where records tell it, else the difference and its cause."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import duckdb
import pytest

from tests.loaded_city import Loaded
from tests.workspace.indicators.truths import DIFFERENT, EQUAL, FUNDS, UNMEASURED, Known
from yaodian.domain.period import Period
from yaodian.domain.place import CITY, COUNTY, SCHOOL, Level
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.warehouse.evaluate.question import Question

pytestmark = pytest.mark.slow

Totals = dict[tuple[str, str], dict[str, float]]


@pytest.fixture(scope="module")
def totals(loaded_city: Loaded) -> Totals:
    """The totals of truth above 0: by subject and period, of each county and of the city."""
    found: Totals = defaultdict(lambda: defaultdict(float))
    for row in loaded_city.city.truth("county_totals"):
        for place in (row["county_code"], "520300"):
            found[row["subject"], row["period"]][place] += row["value"]
    return {key: {place: value for place, value in of.items() if value} for key, of in found.items()}


def cells(measured: Evaluation, indicator: str, level: Level, period: str, *by: str) -> list[dict[str, Any]]:
    question = Question(indicator, level, Period(period), by)
    rows: list[dict[str, Any]] = measured.answer([question])[question].table.to_pylist()
    return rows


def counted(measured: Evaluation, known: Known, level: Level) -> dict[str, float]:
    """What is measured above 0, by place."""
    name, wanted = known.by or ("", None)
    found = {}
    for row in cells(measured, known.indicator, level, known.period, *([name] if name else [])):
        if not name or row[name] == wanted:
            row["rest"] = (row["denominator"] or 0) - (row["numerator"] or 0)
            found[row["place"]] = row[known.part]
    return {place: value for place, value in found.items() if value}


def named(known: object) -> str:
    return f"{known.subject}-{known.when}" if isinstance(known, Known) else ""


@pytest.mark.parametrize("known", EQUAL, ids=named)
def test_what_records_tell_is_measured_as_it_is(measured: Evaluation, totals: Totals, known: Known) -> None:
    level = Level(known.level)
    told = {
        place: value
        for place, value in totals[known.subject, known.when].items()
        if (place == "520300") == (level is CITY)
    }
    assert counted(measured, known, level) == pytest.approx(told, rel=1e-9)


@pytest.mark.parametrize(("known", "so", "found", "cause"), DIFFERENT, ids=named)
def test_what_records_cannot_tell_differs_by_as_many_as_are_known(
    measured: Evaluation, totals: Totals, known: Known, so: int, found: int, cause: str
) -> None:
    assert totals[known.subject, known.when]["520300"] == so, cause
    assert counted(measured, known, CITY)["520300"] == found, cause


def test_every_subject_of_truth_is_held_against_a_measure_or_says_why_not(totals: Totals) -> None:
    held = {known.subject for known in EQUAL} | {known.subject for known, *_ in DIFFERENT}
    subjects = {subject for subject, _ in totals if not subject.startswith("earmarked_yuan")}
    assert held | set(UNMEASURED) >= subjects
    assert not held & set(UNMEASURED)


def test_funds_available_are_what_was_allotted_and_what_was_left(measured: Evaluation, totals: Totals) -> None:
    for year in ("2019", "2020"):
        whole = cells(measured, "earmarked_available_yuan", COUNTY, f"{year}F", "fund_code")
        left = cells(measured, "earmarked_carried_over_yuan", COUNTY, f"{year}F", "fund_code")
        over = {(row["place"], row["fund_code"]): row["value"] for row in left}
        for fund in (f"{name}-{year}" for name in FUNDS):
            found = {r["place"]: r["value"] - over[r["place"], fund] for r in whole if r["fund_code"] == fund}
            told = totals[f"earmarked_yuan_{fund}", year]
            assert found | {"520300": sum(found.values())} == pytest.approx(told, rel=1e-9)


def test_large_classes_are_found_in_their_schools(measured: Evaluation, loaded_city: Loaded) -> None:
    told: dict[str, int] = defaultdict(int)
    for row in loaded_city.city.truth("large_classes"):
        told[row["school_code"]] += 1
    found = {r["place"]: r["value"] for r in cells(measured, "large_class_count", SCHOOL, "2019-12-31") if r["value"]}
    assert found == told and told


def test_a_school_above_its_size_is_found_where_there_is_one(measured: Evaluation, loaded_city: Loaded) -> None:
    small = {row["school_code"] for row in loaded_city.city.truth("large_schools")}
    for indicator in ("one_stage_school_size_meeting_ratio", "through_school_size_meeting_ratio"):
        (row,) = cells(measured, indicator, CITY, "2019-12-31")
        assert row["denominator"] > 0 and (row["numerator"] == row["denominator"]) == (not small)


def test_no_small_school_is_short_of_funds(measured: Evaluation, totals: Totals) -> None:
    assert not totals["small_schools_short_of_funds", "2019F"]
    (row,) = cells(measured, "small_school_funds_meeting_ratio", CITY, "2019F")
    assert row["numerator"] == row["denominator"] == 3


BALANCE = {
    "full_time_teachers": "balance_teacher_count",
    "qualified_teachers": "qualified_teacher_count",
    "backbone_teachers": "backbone_teacher_count",
    "sports_and_arts_teachers": "sports_arts_teacher_count",
    "equipment_yuan": "teaching_equipment_yuan",
    "multimedia_count": "multimedia_classroom_count",
    "pupils": "balance_pupil_count",
    "teaching_less_indoor_m2": "teaching_area_m2",
    "sports_m2": "sports_area_m2",
}


@pytest.mark.parametrize("what", BALANCE)
def test_resources_of_each_school_are_measured_as_they_are(
    measured: Evaluation, loaded_city: Loaded, raw: duckdb.DuckDBPyConnection, what: str
) -> None:
    points = {code for (code,) in raw.execute("SELECT school_code FROM schools WHERE is_teaching_point").fetchall()}
    every = loaded_city.city.truth("balance")
    rows = [row for row in every if row["school_code"] not in points or row["pupils"] >= 50]
    assert points & {row["school_code"] for row in rows}, "a teaching point of fifty pupils counts as any school does"
    for row in rows:
        row["teaching_less_indoor_m2"] = row["teaching_m2"] - row["indoor_sports_m2"]
        row["sports_m2"] = row["sports_ground_m2"] + row["indoor_sports_m2"]
    told = {(row["school_code"], row["stage_code"]): row[what] for row in rows}
    found = cells(measured, BALANCE[what], SCHOOL, "2019-12-31", "stage_code")
    measured_of = {(row["place"], row["stage_code"]): row["value"] for row in found}
    assert {key: measured_of.get(key) for key in told} == pytest.approx(told, rel=1e-9)


def test_titles_named_this_year_are_counted_by_title_and_level(measured: Evaluation, loaded_city: Loaded) -> None:
    told = {(r["title"], r["level_code"]): r["holders"] for r in loaded_city.city.truth("titles") if r["is_of_2020"]}
    found = cells(measured, "designation_count", CITY, "2020", "title", "level_code")
    assert {(row["title"], row["level_code"]): row["value"] for row in found} == told


def test_documents_issued_in_the_year_of_their_list_are_counted(measured: Evaluation, loaded_city: Loaded) -> None:
    issued = sum(row["is_issued"] for row in loaded_city.city.truth("documents"))
    found = [cells(measured, "issued_document_count", CITY, year)[0]["value"] for year in ("2019", "2020")]
    assert (issued, found) == (8, [0, 7]), "one was issued in 2019: no list of that year names it"


@pytest.mark.parametrize(
    ("rule", "indicator"),
    [("grows_faster", "education_growth_lead_gap"), ("primary_grows", "primary_spending_rise_per_pupil")],
)
def test_counties_keep_the_rules_of_growth_or_do_not(
    measured: Evaluation, loaded_city: Loaded, rule: str, indicator: str
) -> None:
    told = {(row["place_code"], row["year"]): row[rule] for row in loaded_city.city.truth("fiscal")}
    found = {}
    for year in ("2019F", "2020F"):
        found |= {(row["place"], year): row["value"] > 0 for row in cells(measured, indicator, COUNTY, year)}
    assert {key: found.get(key) for key in told} == told and len(set(told.values())) == 2


def test_pay_is_level_where_it_is(measured: Evaluation, loaded_city: Loaded) -> None:
    for year in ("2019F", "2020F"):
        rows = [row for row in loaded_city.city.truth("fiscal") if row["year"] == year]
        found = {row["place"]: row["numerator"] == 1 for row in cells(measured, "teacher_pay_met_ratio", COUNTY, year)}
        told = {row["place_code"]: row["pay_is_level"] for row in rows}
        assert {place: found.get(place) for place in told} == told and len(set(told.values())) == 2


def test_schools_that_play_football_are_counted(
    measured: Evaluation, loaded_city: Loaded, raw: duckdb.DuckDBPyConnection
) -> None:
    general = raw.execute(
        "SELECT school_code FROM schools WHERE type_code IN ('21', '31', '34') AND state_code = 'open'"
        " AND NOT is_teaching_point AND valid_to IS NULL"
    ).fetchall()
    codes = {code for (code,) in general}
    rows = [r for r in loaded_city.city.truth("football") if r["school_year"] == "2019S" and r["school_code"] in codes]
    (plays,) = cells(measured, "football_school_count", CITY, "2020-08-31")
    (pitch,) = cells(measured, "football_pitch_school_count", CITY, "2020-08-31")
    assert plays["value"] == sum(row["has_lesson"] and row["has_squad"] for row in rows) > 0
    assert pitch["value"] == sum(row["has_pitch"] for row in rows) > 0


@pytest.mark.parametrize(("test_no", "month"), [("JD-2020-1", "2020-06"), ("JD-2020-2", "2020-11")])
def test_the_interval_of_knowledge_holds_what_is_so(
    measured: Evaluation, loaded_city: Loaded, test_no: str, month: str
) -> None:
    rows = [row for row in loaded_city.city.truth("knowledge") if row["test_no"] == test_no]
    so = sum(row["persons"] * row["right_share"] for row in rows) / sum(row["persons"] for row in rows)
    (found,) = cells(measured, "drug_knowledge_ratio", CITY, month)
    assert found["low"] <= so <= found["high"] and found["high"] - found["low"] < 0.1


def test_intervals_of_satisfaction_hold_what_is_so_about_as_often_as_they_say(
    measured: Evaluation, loaded_city: Loaded
) -> None:
    told = {
        (row["survey_no"], row["county_code"], row["respondent_kind_code"]): row["satisfied_share"]
        for row in loaded_city.city.truth("satisfaction")
    }
    found = {}
    for survey, year in (("MY-2019-1", "2019"), ("MY-2020-1", "2020")):
        for row in cells(measured, "satisfaction_ratio", COUNTY, year, "respondent_kind_code"):
            if row["low"] is not None:
                key = (survey, row["place"], row["respondent_kind_code"])
                found[key] = row["low"] <= told[key] <= row["high"]
    assert len(found) == 90 and sum(found.values()) >= 82, (
        "95 % of 90 less two standard deviations, from two schools each"
    )


def test_what_the_drug_office_states_is_quoted_for_the_city(measured: Evaluation) -> None:
    (users,) = cells(measured, "drug_user_count", CITY, "2020-12-31")
    (free,) = cells(measured, "drug_free_school_ratio", CITY, "2020-12-31")
    assert users["value"] == 2 and free["denominator"] - free["numerator"] == 2
