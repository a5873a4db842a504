"""Faulty indicators are refused before anything is computed, with a sentence that says how to repair them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from tests.warehouse.evaluate.clubs import checked, indicator
from yaodian.declare.declared import DeclarationError
from yaodian.domain.finding import Refusal
from yaodian.workspace.bureau import shipped_folder
from yaodian.workspace.indicators import Indicators, read_indicators

D = date(2018, 1, 1)
COUNT: dict[str, Any] = {"unit": "人", "grain": ["school", "day"], "over": "members", "taken": "last_day"}
MONEY: dict[str, Any] = {"unit": "元", "grain": ["school", "month"], "over": "meetings"}
GAP: dict[str, Any] = {"unit": "人", "grain": ["county", "day"], "derived": {"how": "gap", "between": "school"}}
GOOD = indicator("good", **COUNT, value={D: "count(*)"})
SHARE = indicator(
    "share", **COUNT | {"unit": "%"}, numerator={D: "count(*) FILTER (WHERE age > 9)"}, denominator={D: "count(*)"}
)

FAULTY: list[tuple[dict[str, Any], str]] = [
    (COUNT | {"over": "nobody", "value": {D: "count(*)"}}, "no register 'nobody'"),
    (COUNT | {"value": {D: "sum(height)"}}, "no column 'height'"),
    (COUNT | {"value": {D: "count(card_no)"}}, "no column 'card_no'"),
    (COUNT | {"value": {D: "count(*) FILTER (WHERE meetings.guests > 1)"}}, "do not come to 'meetings'"),
    (COUNT | {"value": {D: "count(*) FILTER (WHERE age >= :no_such)"}}, "no parameter 'no_such'"),
    (COUNT | {"value": {D: "count(* FILTER"}}, "cannot be read"),
    (COUNT | {"value": {D: "count(*) FROM members"}}, "must be one expression"),
    (COUNT | {"value": {D: "count(*); DROP TABLE members"}}, "must be one expression"),
    (COUNT | {"value": {D: "(SELECT count(*) FROM members)"}}, "not allowed"),
    (COUNT | {"value": {D: "count(*) FILTER (WHERE age IN (SELECT 1))"}}, "not allowed"),
    (COUNT | {"value": {D: "sum(length(read_text('/etc/passwd')))"}}, "not allowed"),
    (COUNT | {"value": {D: "sum(length(getenv('HOME')))"}}, "not allowed"),
    (COUNT | {"value": {D: "sum(age) OVER ()"}}, "not allowed"),
    (COUNT | {"value": {D: "count(*), count(*)"}}, "must be one expression"),
    (COUNT | {"value": {D: "age"}}, "sums or counts nothing"),
    (COUNT | {"value": {D: "count(*) + age"}}, "must stand inside a sum"),
    (COUNT | {"value": {D: "sum(sex_code)"}}, "is no number"),
    (COUNT | {"value": {D: "count(*) FILTER (WHERE age = 'old')"}}, "different types"),
    (COUNT | {"value": {D: "count(DISTINCT club_code)"}}, "do not add up"),
    (COUNT | {"value": {D: "sum(age) * sum(age)"}}, "do not add up"),
    (COUNT | {"unit": "元", "value": {D: "count(*)"}}, "declared unit is 元"),
    (MONEY | {"unit": "人", "value": {D: "sum(cost_yuan)"}}, "declared unit is 人"),
    (MONEY | {"value": {D: "sum(cost_yuan + guests)"}}, "put 元 and 人 together|puts 元 and 人 together"),
    (MONEY | {"unit": "%", "numerator": {D: "sum(cost_yuan)"}, "denominator": {D: "sum(guests)"}}, "declared unit is %"),
    (MONEY | {"unit": "元/人", "value": {D: "sum(cost_yuan / guests)"}}, "averages ratios"),
    (MONEY | {"value": {D: "avg(cost_yuan)"}}, "averages ratios"),
    (MONEY | {"value": {D: "sum(cost_yuan)"}, "where": {D: "sum(guests) > 1"}}, "may not sum or count"),
    (MONEY | {"grain": ["town", "month"], "value": {D: "sum(cost_yuan)"}}, "names no place of the level town"),
    (MONEY | {"value": {D: "sum(cost_yuan)"}, "disaggregations": ["colour"]}, "no column 'colour'"),
    (MONEY | {"value": {D: "sum(cost_yuan)"}, "threshold": "no_such"}, "no parameter 'no_such'"),
    ({"unit": "%", "grain": ["county", "day"], "of": "nothing", "derived": {"how": "gap", "between": "school"}}, "no indicator 'nothing'"),
    ({"unit": "%", "grain": ["city", "day"], "of": "share", "derived": {"how": "ratio", "other": "good"}}, "is a ratio already"),
    ({"unit": "元", "grain": ["county", "day"], "of": "good", "derived": {"how": "gap", "between": "school"}}, "must measure what good does"),
    ({"unit": "人", "grain": ["school", "day"], "of": "good", "derived": {"how": "gap", "between": "county"}}, "must lie above"),
    (GAP | {"of": "good", "disaggregations": ["age"]}, "cannot be split by age"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "says"), FAULTY)
def test_a_faulty_indicator_is_refused_in_one_sentence(given: dict[str, Any], says: str) -> None:
    sentences = checked(GOOD, SHARE, indicator("faulty", **given))
    assert sentences and all("\n" not in sentence for sentence in sentences)
    assert re.search(says, sentences[0]), sentences


def test_what_is_made_from_itself_is_refused() -> None:
    first = indicator("first", unit="人", grain=["city", "day"], of="second", derived={"how": "change", "back": "year"})
    second = indicator(
        "second", unit="人", grain=["city", "day"], of="first", derived={"how": "change", "back": "year"}
    )
    assert any("made from itself" in sentence for sentence in checked(first, second))


def test_good_indicators_are_not_refused() -> None:
    more = (
        indicator("money", **MONEY, value={D: "sum(cost_yuan) - 2 * coalesce(sum(cost_yuan), 0)"}),
        indicator("each", **MONEY | {"unit": "元/人"}, numerator={D: "sum(cost_yuan)"}, denominator={D: "sum(guests)"}),
        indicator("grown", **COUNT, value={D: "count(*) FILTER (WHERE age >= :grown_up AND clubs.kind_code IN ('a'))"}),
        indicator("clubs_met", **MONEY | {"unit": "个"}, not_additive=True, value={D: "count(DISTINCT club_code)"}),
        indicator("gap", unit="%", grain=["county", "day"], of="share", derived={"how": "gap", "between": "school"}),
    )
    assert checked(GOOD, SHARE, *more) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("one: {label: 甲, period: month}", "no such attribute: period"),
        ("one: {label: 甲, grain: [school, fortnight]}", "is no periodtype"),
        ("one: {label: 甲, unit: 光年}", "no unit of measure"),
        ("one: {label: 甲, value: sum(x)}", "under the day from which it holds"),
        ("one: {label: 甲, derived: {how: guess}}", "is no how"),
        ("One-Two: {label: 甲}", "is no id"),
    ],
)
def test_a_bureaus_faulty_indicator_is_refused_with_file_and_line(text: str, says: str, tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(f"# 本局指标\n{text}\n", encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        read_indicators(file)
    assert "own.yaml, line 2" in refused.value.words.en and says in refused.value.words.en


def test_a_bureaus_own_indicator_stands_among_those_of_the_catalogue(tmp_path: Path) -> None:
    copytree(shipped_folder(), tmp_path / "bureau")
    (tmp_path / "bureau" / "indicators").mkdir(exist_ok=True)
    own = """
    canteen_spending:
      label: 食堂采购额
      english: canteen spending
      words: 食材采购金额之和
      reference: 本局口径
      unit: 元
      grain: [school, month]
      better: none
      over: meal_purchases
      minimum_cell:
      value: {2019-01-01: sum(amount_yuan)}
    bad:
      label: 错
      words: 错
      reference: 错
      unit: 元
      grain: [school, month]
      better: none
      over: meal_purchases
      value: {2019-01-01: sum(price)}
    """
    (tmp_path / "bureau" / "indicators" / "own.yaml").write_text(own, encoding="utf-8")
    found = Indicators.of(tmp_path / "bureau")
    assert found.named("食堂采购额").id == "canteen_spending"
    (fault,) = found.faults()
    assert fault.sentence("en").startswith("own.yaml:21 bad: meal_purchases has no column 'price'")


def test_a_declaration_of_an_indicator_without_a_formula_is_refused() -> None:
    with pytest.raises(DeclarationError):
        indicator("nothing", **COUNT)
