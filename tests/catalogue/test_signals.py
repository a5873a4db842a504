"""早期信号 name registers, columns, parameters and programmes that there are, and say their rule in words with its values."""

from __future__ import annotations

import re
from datetime import date

import pytest
import sqlglot
from sqlglot import exp

from yaodian.declare.early_signal import EarlySignal
from yaodian.declare.programme import Programme
from yaodian.declare.register import Register
from yaodian.warehouse.sql import with_parameters
from yaodian.workspace.linking import stated_in
from yaodian.workspace.records import records_catalogue
from yaodian.workspace.signals import SHOWN, rules

CATALOGUE = records_catalogue()
REGISTERS, PROGRAMMES, SIGNALS = CATALOGUE.of(Register), CATALOGUE.of(Programme), CATALOGUE.of(EarlySignal)
ON = date(2020, 5, 29)


@pytest.mark.parametrize("signal", SIGNALS.values(), ids=lambda one: one.id)
def test_a_signal_names_what_there_is(signal: type[EarlySignal]) -> None:
    for side in signal.sides():
        open_columns = {column.name for column in REGISTERS[side.register].columns if not column.vault}
        sql, _ = with_parameters(side.where, dict.fromkeys(re.findall(r"(?<!:):([a-z_]+)", side.where)))
        assert {column.name for column in sqlglot.parse_one(sql, read="duckdb").find_all(exp.Column)} <= open_columns
    for side in filter(None, (signal.rows, signal.among, signal.days and signal.days.side)):
        assert REGISTERS[side.register].column(signal.school)
    assert REGISTERS[signal.rows.register].column(signal.since)
    assert set(stated_in(signal, ON)) == set(signal.parameters)
    assert signal.warns_of and all(signal.purpose in PROGRAMMES[name].purposes for name in signal.warns_of)


@pytest.mark.parametrize("signal", SIGNALS.values(), ids=lambda one: one.id)
def test_its_rule_is_said_with_its_values_and_its_pupils_have_a_name_to_be_shown(signal: type[EarlySignal]) -> None:
    said = set(re.findall(r"{(.*?)}", signal.words))
    assert said and said <= set(signal.parameters) and said >= set(re.findall(r"{(.*?)}", signal.english))
    rule = rules(ON)[signal.id]
    assert "{" not in rule.says.zh + rule.says.en and rule.says.zh.endswith("。")
    assert SHOWN[0] in {column.name for column in REGISTERS[(signal.among or signal.rows).register].columns}
