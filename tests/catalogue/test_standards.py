"""Every standard names indicators and parameters that exist, and its parameters answer for each of its stages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
import sqlglot

from yaodian.declare.code_list import CodeList
from yaodian.declare.indicator import How, Indicator
from yaodian.declare.parameter import Parameter
from yaodian.declare.register import Register
from yaodian.declare.standard import Standard
from yaodian.domain.place import SCHOOL
from yaodian.workspace.balance.asked import standard_called
from yaodian.workspace.bureau import shipped_folder
from yaodian.workspace.parameters import bureau_parameters
from yaodian.workspace.records import records_catalogue

CATALOGUE = records_catalogue()
STANDARDS, INDICATORS = CATALOGUE.of(Standard), CATALOGUE.of(Indicator)
PARAMETERS = CATALOGUE.of(Parameter) | bureau_parameters(shipped_folder())
ON = date(2020, 9, 1)

every_standard = pytest.mark.parametrize("standard", STANDARDS.values(), ids=lambda standard: standard.id)


def stated(name: str) -> object:
    return PARAMETERS[name].on(ON).value


def test_no_two_standards_are_called_by_one_year() -> None:
    assert len(STANDARDS) >= 2
    assert len({standard.rule for standard in STANDARDS.values()}) == len(STANDARDS)
    for standard in STANDARDS.values():
        for word in (standard.rule, standard.id, standard.label, standard.english):
            assert standard_called(CATALOGUE, word) is standard


@every_standard
def test_an_item_is_a_ratio_to_the_pupils_of_its_standard_by_school_and_stage(standard: type[Standard]) -> None:
    assert "stage_code" in INDICATORS[standard.pupils].disaggregations
    for item in standard.items:
        indicator = INDICATORS[item.indicator]
        assert indicator.derived is not None and indicator.derived.how is How.RATIO
        assert indicator.derived.other == standard.pupils, item.indicator
        assert indicator.grain[0] is SCHOOL and "stage_code" in indicator.disaggregations
        assert item.short.zh and item.short.en
        assert indicator.of in INDICATORS and INDICATORS[indicator.of].unit.symbol


@every_standard
def test_every_parameter_of_a_standard_exists_and_answers_for_each_stage(standard: type[Standard]) -> None:
    assert standard.parameters_used() <= set(PARAMETERS)
    for name in (standard.variation_limit, *(item.threshold for item in standard.items if item.threshold)):
        value = stated(name)
        assert not isinstance(value, Mapping) or set(value) >= set(standard.stages), name
        assert all(one > 0 for one in (value.values() if isinstance(value, Mapping) else [value])), name
    known = {code.code for code in CATALOGUE.of(CodeList)["stages"].in_force(ON)}
    assert set(standard.stages) <= known


@every_standard
def test_a_standard_with_a_repair_has_a_cost_for_each_item_and_asks_for_some_of_them(standard: type[Standard]) -> None:
    if not standard.has_repair():
        assert not standard.costs
        return
    costs = stated(standard.costs)
    assert isinstance(costs, Mapping)
    assert {item.indicator for item in standard.items} == set(costs) and all(cost > 0 for cost in costs.values())
    least, rest = stated(standard.least_met), stated(standard.rest)
    assert isinstance(least, int) and 0 < least <= len(standard.items)
    assert isinstance(rest, float) and 0 < rest < 1


@every_standard
def test_the_condition_of_a_standard_reads_columns_of_schools_only(standard: type[Standard]) -> None:
    tree = sqlglot.parse_one(f"SELECT {standard.counts}", read="duckdb")
    used = {column.name for column in tree.find_all(sqlglot.exp.Column)}
    assert used and used <= CATALOGUE.of(Register)["schools"].visible()
