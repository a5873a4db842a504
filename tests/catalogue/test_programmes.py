"""保障项目和身份线索 name registers, columns and parameters that there are."""

from __future__ import annotations

import re
from datetime import date

import pytest
import sqlglot
from sqlglot import exp

from yaodian.declare.identity import From, Identity
from yaodian.declare.parameter import Parameter
from yaodian.declare.programme import Programme
from yaodian.declare.register import Register
from yaodian.warehouse.sql import with_parameters
from yaodian.workspace.linking import identities, parameters_on
from yaodian.workspace.records import records_catalogue

CATALOGUE = records_catalogue()
REGISTERS = CATALOGUE.of(Register)
ENGINE_NAMES = {"on", "born_from", "born_to"}


@pytest.mark.parametrize("programme", CATALOGUE.of(Programme).values(), ids=lambda p: p.id)
def test_a_programme_names_what_there_is(programme: type[Programme]) -> None:
    for side in programme.sides():
        register = REGISTERS[side.register]
        open_columns = {column.name for column in register.columns if not column.vault}
        named = set(re.findall(r"(?<!:):([a-z_]+)", side.where))
        sql, _ = with_parameters(side.where, dict.fromkeys(named))
        tree = sqlglot.parse_one(sql, read="duckdb")
        assert {column.name for column in tree.find_all(exp.Column)} <= open_columns, side
        assert named - ENGINE_NAMES <= set(programme.parameters), side
    cohort = {column.name for column in REGISTERS[programme.cohort.register].columns}
    assert {programme.county, programme.seen_by} - {""} <= cohort
    assert set(parameters_on(programme, date(2020, 9, 1))) >= set(programme.parameters)
    assert programme.english and programme.reference


@pytest.mark.parametrize("programme", CATALOGUE.of(Programme).values(), ids=lambda p: p.id)
def test_everyone_a_programme_looks_at_can_be_told_who_they_are(programme: type[Programme]) -> None:
    known = set(CATALOGUE.of(Identity))
    for side in (programme.cohort, *programme.service, *([programme.failing] if programme.failing else [])):
        references = REGISTERS[side.register].references
        assert side.register in known or any(r.register in known and len(r.columns) == 1 for r in references), side


@pytest.mark.parametrize("identity", identities(), ids=lambda i: i.id)
def test_an_identity_names_columns_of_its_register(identity: type[Identity]) -> None:
    columns = {column.name for column in REGISTERS[identity.id].columns}
    said = (identity.id_no, identity.name, identity.birth_on, identity.sex, identity.address, identity.county)
    assert {name for name in said if name} <= columns
    for guardian in identity.guardians:
        if isinstance(guardian, From):
            assert guardian.through in columns
            assert {guardian.column, guardian.through} <= {c.name for c in REGISTERS[guardian.register].columns}
        else:
            assert guardian in columns


def test_lists_are_compared_in_an_order_without_ties() -> None:
    ranks = [identity.rank for identity in identities()]
    assert ranks == list(range(len(ranks))) and CATALOGUE.of(Parameter)["link_bounds"]
