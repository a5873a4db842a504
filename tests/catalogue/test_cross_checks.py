"""Every check over several registers names what is declared, finds the fault of its cases, and nothing where there is none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from ruamel.yaml import YAML

from yaodian.declare.cross_check import CrossCheck
from yaodian.declare.parameter import Parameter
from yaodian.declare.register import Register
from yaodian.warehouse.column_types import arrow_type
from yaodian.warehouse.cross_checking import faulty_rows
from yaodian.workspace.records import records_catalogue

CASES = Path(__file__).parents[1] / "cases" / "cross_checks"
CATALOGUE = records_catalogue()
CHECKS = CATALOGUE.of(CrossCheck)


def cases(check: type[CrossCheck]) -> list[dict[str, Any]]:
    return YAML(typ="safe").load((CASES / f"{check.id}.yaml").read_text(encoding="utf-8"))


def table(register: type[Register], names: tuple[str, ...], rows: list[Mapping[str, Any]]) -> pa.Table:
    """Rows with exactly the columns that a check reads, in their declared types, a word for the record key."""
    kinds = {name: arrow_type(register.column(name)) for name in names}
    made = {name: pa.array([row[name] for row in rows], kind) for name, kind in kinds.items()}
    return pa.table({"record_key": pa.array([row["record_key"].encode() for row in rows], pa.binary()), **made})


def found_in(check: type[CrossCheck], case: Mapping[str, Any]) -> list[str]:
    registers = CATALOGUE.of(Register)
    tables = {name: table(registers[name], tuple(columns), case[name]) for name, columns in check.reads}
    values = {name: CATALOGUE.of(Parameter)[name].on(case["on"]).value for name in check.parameters}
    return [key.decode() for key in faulty_rows(check, tables, case["on"], values)["record_key"].to_pylist()]


def test_the_six_checks_are_there() -> None:
    assert len(CHECKS) >= 6


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.id)
def test_a_check_names_declared_registers_and_shows_no_private_column(check: type[CrossCheck]) -> None:
    registers = CATALOGUE.of(Register)
    for name, columns in check.reads:
        assert all(registers[name].column(column) for column in columns)
    assert check.shows and all(registers[check.of].column(name).privacy <= 2 for name in check.shows)
    assert not any(registers[check.of].column(name).vault for name in check.shows)
    assert set(check.parameters) <= set(CATALOGUE.of(Parameter))
    assert check.words.zh and check.words.en and check.hint.zh and check.hint.en


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.id)
def test_a_check_finds_the_fault_of_its_cases_and_nothing_else(check: type[CrossCheck]) -> None:
    told = cases(check)
    assert any(case["finds"] for case in told) and any(not case["finds"] for case in told)
    for case in told:
        assert sorted(found_in(check, case)) == sorted(case["finds"]), case["name"]
