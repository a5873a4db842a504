"""What the truth says of the counties is what their files say, where the files have no fault."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.loaded_city import Written
from tests.workspace.city.reading import records_of
from yaodian.declare.register import Register
from yaodian.workspace.records import records_catalogue

REGISTERS = records_catalogue().of(Register)
Row = Mapping[str, str]


def total(city: Written, subject: str, period: str) -> dict[str, float]:
    """The counties' totals that are not nothing."""
    rows = pq.read_table(city.folder / "truth/county_totals.parquet").to_pylist()
    found = {row["county_code"]: row["value"] for row in rows if (row["subject"], row["period"]) == (subject, period)}
    assert found, f"{subject} of {period} is not told"
    return {county: value for county, value in found.items() if value}


@pytest.fixture(scope="module")
def counties(city: Written) -> dict[str, str]:
    """The county of each school."""
    return {row["school_code"]: row["county_code"] for row in records_of(city.folder, REGISTERS["schools"], "2019")}


def counted(
    city: Written,
    counties: Mapping[str, str],
    register: str,
    only: str,
    amount: Callable[[Row], float],
) -> dict[str, float]:
    """Amounts of a register's rows by the county of their place."""
    sums: dict[str, float] = defaultdict(float)
    for row in records_of(city.folder, REGISTERS[register], only):
        place = row.get("county_code") or counties.get(row.get("school_code", "")) or row.get("receiver_code", "")
        sums[place] += amount(row)
    return {county: value for county, value in sums.items() if value}


def test_vision_and_fitness_are_counted_from_their_files(city: Written, counties: dict[str, str]) -> None:
    short = counted(city, counties, "vision_screenings", "2020", lambda row: row["is_shortsighted"] == "是")
    assert short == total(city, "shortsighted", "2019S2")
    good = counted(
        city, counties, "fitness_tests", "2019S",
        lambda row: row["level_code"] in ("excellent", "good") and row["is_exempt"] == "否",
    )  # fmt: skip
    assert good == total(city, "fitness_good_or_excellent", "2019S")


def test_half_of_the_pupils_are_short_sighted_and_more_with_every_grade(city: Written) -> None:
    seen, short = Counter[str](), Counter[str]()
    for row in records_of(city.folder, REGISTERS["vision_screenings"], "2020"):
        seen[row["grade_code"]] += 1
        short[row["grade_code"]] += row["is_shortsighted"] == "是"
    rates = [short[grade] / seen[grade] for grade in ("p1", "p3", "p6", "j3", "s3")]
    assert rates == sorted(rates) and 0.4 < sum(short.values()) / sum(seen.values()) < 0.6


def test_teachers_and_certificates_are_counted_from_the_staff_list(city: Written, counties: dict[str, str]) -> None:
    for stage in ("preschool", "primary", "junior"):
        found = counted(
            city, counties, "teachers", "",
            lambda row, stage=stage: row["duty_code"] == "teacher" and row["stage_code"] == stage,
        )  # fmt: skip
        assert found == total(city, f"teachers_{stage}", "2019S")
    lacking = counted(
        city, counties, "teachers", "",
        lambda row: row["duty_code"] == "teacher" and row["stage_code"] == "preschool" and row["certificate_code"] == "none",
    )  # fmt: skip
    every, certified = (total(city, f"{what}teachers_preschool", "2019S") for what in ("", "certified_"))
    assert lacking == {
        county: n - certified.get(county, 0) for county, n in every.items() if n > certified.get(county, 0)
    }
    assert lacking


def test_meals_from_the_province_are_summed_from_the_receipts(city: Written, counties: dict[str, str]) -> None:
    for unit, column in (("yuan", "amount_yuan"), ("kg", "weight_kg")):
        local = counted(
            city, counties, "meal_purchases", "2020-11",
            lambda row, column=column: float(row[column]) * (row["origin_code"] == "520000"),
        )  # fmt: skip
        assert local == pytest.approx(total(city, f"meal_local_{unit}", "2020-11"))


def test_earmarked_money_is_summed_and_counties_differ_in_pace(city: Written, counties: dict[str, str]) -> None:
    paid = counted(
        city,
        counties,
        "earmarked_payments",
        "",
        lambda row: float(row["amount_yuan"]) * (row["fund_code"] == "YZ-2020"),
    )
    assert paid == pytest.approx(total(city, "earmarked_paid_yuan_YZ-2020", "2020"))
    given = total(city, "earmarked_yuan_YZ-2020", "2020")
    pace = [paid[county] / given[county] for county in given]
    assert min(pace) < 0.8 < max(pace)


def truth(folder: Path, name: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = pq.read_table(folder / "truth" / f"{name}.parquet").to_pylist()
    return rows


def test_titles_of_2020_are_those_named_and_come_from_applications(city: Written) -> None:
    held = records_of(city.folder, REGISTERS["designations"])
    named = Counter((row["title"], row["level_code"]) for row in held if "2020" in row["named_on"])
    told = {(r["title"], r["level_code"]): r["holders"] for r in truth(city.folder, "titles") if r["is_of_2020"]}
    assert named == told
    applied = records_of(city.folder, REGISTERS["applications"])
    won = Counter((row["programme"], row["level_code"]) for row in applied if row["state_code"] == "named")
    assert won == named and len(applied) > won.total()


def test_projects_are_complete_where_the_tenth_step_was_reached(city: Written) -> None:
    reached = Counter(row["step_code"] for row in records_of(city.folder, REGISTERS["project_milestones"]))
    told = truth(city.folder, "projects")
    assert reached["08"] == sum(bool(row["is_begun"]) for row in told)
    assert reached["10"] == sum(bool(row["is_completed"]) for row in told)
    assert any(row["is_late"] for row in told) and any(not row["is_completed"] for row in told)


def test_football_covers_schools_with_pitch_lesson_and_squad(city: Written) -> None:
    pitch = {
        row["school_code"]
        for row in records_of(city.folder, REGISTERS["sports_facilities"])
        if row["kind_code"] in ("football_pitch", "small_pitch")
    }
    squads = [r for r in records_of(city.folder, REGISTERS["squads"], "2020S") if r["item_code"] == "football"]
    lesson = {row["school_code"] for row in squads if float(row["class_lessons"]) > 0}
    for row in truth(city.folder, "football"):
        if row["school_year"] == "2020S":
            school = str(row["school_code"])
            assert row["has_pitch"] == (school in pitch)
            assert row["has_squad"] == (school in {r["school_code"] for r in squads})
            assert row["has_lesson"] == (school in lesson)


def test_answers_estimate_the_true_share_of_what_is_known(city: Written) -> None:
    told = {str(row["stratum"]): row for row in truth(city.folder, "knowledge") if row["test_no"] == "JD-2020-2"}
    right: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for row in records_of(city.folder, REGISTERS["knowledge_test_answers"], "JD-2020-2"):
        right[row["stratum"]][0] += float(row["weight"]) * (row["is_correct"] == "是")
        right[row["stratum"]][1] += float(row["weight"])
    assert set(right) == set(told)
    for stratum, (yes, every) in right.items():
        assert abs(yes / every - float(str(told[stratum]["right_share"]))) < 0.06


def test_some_counties_keep_the_growth_rules_and_others_break_them(city: Written) -> None:
    last = [row for row in truth(city.folder, "fiscal") if row["year"] == "2020F"]
    for rule in ("grows_faster", "primary_grows", "pay_is_level"):
        assert 1 <= sum(not row[rule] for row in last) <= 4
    rows = {(row["place_code"], row["year"]): row for row in records_of(city.folder, REGISTERS["fiscal_accounts"])}
    for row in last:
        one, other = (rows[str(row["place_code"]), year] for year in ("2020F", "2019F"))
        grown = [float(one[c]) / float(other[c]) for c in ("education_appropriation_yuan", "recurrent_revenue_yuan")]
        assert row["grows_faster"] == (grown[0] > grown[1])
