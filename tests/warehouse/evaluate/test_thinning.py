"""Rows counted by their codes first give the answers of the rows themselves."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse.evaluate.clubs import evaluation, indicator
from tests.warehouse.evaluate.rows import HeldInMemory
from yaodian.domain.period import Period
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.warehouse.evaluate.question import Question
from yaodian.warehouse.evaluate.thinning import thinned

D = date(2018, 1, 1)
COUNTED: dict[str, Any] = {
    "unit": "人",
    "grain": ["school", "day"],
    "over": "members",
    "taken": "last_day",
    "disaggregations": ["sex_code", "clubs.kind_code"],
}
FORMULAS = (
    "count(*)",
    "count(age)",
    "sum(age)",
    "sum(age) FILTER (WHERE is_poor)",
    "count(*) FILTER (WHERE age >= :grown_up AND NOT is_poor)",
    "count(*) FILTER (WHERE age > 12 OR clubs.kind_code = 'a' AND sex_code = '1')",
    "count(*) FILTER (WHERE NOT (age IS NULL OR is_poor) AND clubs.kind_code IS NULL)",
    "count(*) FILTER (WHERE CASE WHEN age > 12 THEN clubs.kind_code = 'a' ELSE sex_code = '2' END)",
    "2 * sum(age) - count(*) FILTER (WHERE club_code = clubs.club_code AND age = length(clubs.club_code) * 7)",
)
MANY = [indicator(f"n{number}", **COUNTED, value={D: text}) for number, text in enumerate(FORMULAS)]
MIXED = indicator("mixed", **COUNTED, value={D: "sum(age * length(clubs.kind_code))"})


def world(folder: Path) -> HeldInMemory:
    draw = random.Random(20200831)
    clubs = [{"club_code": f"k{n}", "county_code": draw.choice("AB"), "kind_code": draw.choice("ab")} for n in range(5)]
    members = [
        {
            "club_code": draw.choice(["gone", *(f"k{n}" for n in range(5))]),
            "sex_code": draw.choice(["1", "2", None]),
            "age": draw.choice([None, *range(6, 25)]),
            "is_poor": draw.choice([True, False, None]),
        }
        for _ in range(400)
    ]
    return HeldInMemory(folder, {"clubs": clubs, "members": members})


def answered(ours: Evaluation, question: Question, is_thin: bool) -> list[dict[str, Any]]:
    one = ours.pass_for(question)
    sql = thinned(one) if is_thin else one.sql()
    rows = ours.engine.query(sql, ours.relations(one), {}).to_pylist()
    return sorted(({k: v if isinstance(v, str | None) else int(v) for k, v in r.items()} for r in rows), key=repr)


@pytest.mark.parametrize("by", [(), ("sex_code",), ("clubs.kind_code",)])
@pytest.mark.parametrize("id", [one.id for one in MANY])
def test_kinds_of_rows_give_what_the_rows_give(id: str, by: tuple[str, ...], tmp_path: Path) -> None:  # noqa: A002
    ours = evaluation(world(tmp_path), *MANY)
    for level in (COUNTY, SCHOOL):
        question = Question(id, level, Period("2020-12-31"), by)
        assert answered(ours, question, is_thin=True) == answered(ours, question, is_thin=False) != []


def test_a_register_without_rows_counts_nothing_and_sums_to_nothing(tmp_path: Path) -> None:
    ours = evaluation(HeldInMemory(tmp_path, {"clubs": [], "members": []}), *MANY)
    found = [answered(ours, Question(id, COUNTY, Period("2020-12-31")), is_thin=True) for id in ("n0", "n2")]  # noqa: A001
    assert found == [[], []]


def test_a_condition_on_what_has_many_values_becomes_one_code(tmp_path: Path) -> None:
    ours = evaluation(world(tmp_path), *MANY)
    one = ours.pass_for(Question("n4", COUNTY, Period("2020-12-31")))
    inner = thinned(one).partition(" FROM (SELECT ")[2].partition(" FROM ")[0]
    assert '"age"' in inner and '"age" AS "age"' not in inner, "the age itself would tell every row from every other"


def test_sums_over_other_registers_are_asked_of_the_rows(tmp_path: Path) -> None:
    one = evaluation(world(tmp_path), MIXED).pass_for(Question("mixed", COUNTY, Period("2020-12-31")))
    assert thinned(one) == one.sql()
