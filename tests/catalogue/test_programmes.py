"""保障项目和身份线索 name registers, columns and parameters that there are."""

from __future__ import annotations

import re
from datetime import date

import pytest
import sqlglot
from sqlglot import exp

from yaodian.declare.column import PERIOD
from yaodian.declare.declared import DeclarationError
from yaodian.declare.identity import From, Identity
from yaodian.declare.indicator import Indicator
from yaodian.declare.parameter import Parameter
from yaodian.declare.programme import Money, Programme, Side
from yaodian.declare.register import STATE, Register
from yaodian.domain.access import Purpose
from yaodian.domain.finding import Refusal
from yaodian.domain.unit_of_measure import PERSON, YUAN
from yaodian.warehouse.sql import with_parameters
from yaodian.workspace.linking import identities, parameters_on
from yaodian.workspace.records import records_catalogue

CATALOGUE = records_catalogue()
REGISTERS = CATALOGUE.of(Register)
PARAMETERS = CATALOGUE.of(Parameter)
TERM_DAYS = (date(2019, 8, 31), date(2019, 9, 1), date(2023, 12, 31), date(2024, 1, 31), date(2024, 2, 1))
NEEDED = {
    "label": "测试",
    "reference": "测试用",
    "english": "invented",
    "words": "测试用",
    "office": "资助中心",
    "cohort": Side("enrolments", "TRUE"),
    "purposes": (Purpose.STUDENT_AID,),
}
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
        if side.period:
            column = register.column(side.period)
            assert column.type is PERIOD and register.every and register.time is not STATE, side
        if side.whose:
            column, other = register.column(side.whose[0]), REGISTERS[side.whose[1].register]
            assert not column.vault and not other.column(side.whose[0]).vault, side
    cohort = {column.name for column in REGISTERS[programme.cohort.register].columns}
    assert {programme.county, programme.seen_by} - {""} <= cohort
    assert set(parameters_on(programme, date(2020, 9, 1))) >= set(programme.parameters)
    assert programme.english and programme.reference
    assert not programme.lasts_by or programme.lasts_by in CATALOGUE.of(Programme)
    assert {programme.reported, programme.promised_by} - {""} <= set(CATALOGUE.of(Indicator))


@pytest.mark.parametrize("programme", CATALOGUE.of(Programme).values(), ids=lambda p: p.id)
def test_everyone_a_programme_looks_at_can_be_told_who_they_are(programme: type[Programme]) -> None:
    known = set(CATALOGUE.of(Identity))
    for side in programme.of_persons():
        references = REGISTERS[side.register].references
        assert side.register in known or any(r.register in known and len(r.columns) == 1 for r in references), side


@pytest.mark.parametrize("programme", [p for p in CATALOGUE.of(Programme).values() if p.money], ids=lambda p: p.id)
def test_what_is_due_and_paid_is_said_of_columns_and_dated_amounts(programme: type[Programme]) -> None:
    assert programme.money
    paid_to = [(side.register, programme.money.paid) for side in programme.service]
    for name, expression in [(programme.cohort.register, programme.money.due), *paid_to]:
        named = set(re.findall(r"(?<!:):([a-z_]+)", expression))
        sql, _ = with_parameters(expression, dict.fromkeys(named))
        columns = {column.name for column in sqlglot.parse_one(sql, read="duckdb").find_all(exp.Column)}
        assert columns <= {column.name for column in REGISTERS[name].columns if not column.vault}, expression
        assert named <= set(programme.parameters), expression
    assert all(PARAMETERS[name].unit == YUAN / PERSON for name in programme.parameters)
    assert all(side.period and REGISTERS[side.register].every is programme.money.every for side in programme.service)


def test_amounts_are_those_of_the_first_day_of_the_term() -> None:
    day_pupils = CATALOGUE.of(Programme)["living_day"]
    amount = {on: parameters_on(day_pupils, on)["living_day_primary_yuan"] for on in TERM_DAYS}
    assert list(amount.values()) == [0, 500, 500, 500, 625]
    with pytest.raises(Refusal, match="还没有规定可依"):
        parameters_on(day_pupils, date(2015, 5, 1))


def test_money_needs_a_service() -> None:
    with pytest.raises(DeclarationError, match="money is paid by a service"):
        type("Paid", (Programme,), {**NEEDED, "failing": Side("absences", "TRUE"), "money": Money("1", "1")})


def test_a_parameter_that_only_money_names_is_used() -> None:
    given = {**NEEDED, "service": (Side("aid_payments", "TRUE"),), "parameters": ("minimum_cell",)}
    assert type("Due", (Programme,), {**given, "money": Money("1 * :minimum_cell", "1")})
    with pytest.raises(DeclarationError, match="no condition uses the parameter minimum_cell"):
        type("Due", (Programme,), given)


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
    assert ranks == list(range(len(ranks))) and PARAMETERS["link_bounds"]
