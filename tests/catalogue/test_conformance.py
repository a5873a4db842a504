"""Every entry of the real catalogue keeps the rules of the house."""

from __future__ import annotations

import inspect
from datetime import date
from pathlib import Path

import pytest

from yaodian.declare.code_list import codes_of
from yaodian.declare.column import CODE, SYSTEM_COLUMNS
from yaodian.declare.declared import Declared
from yaodian.declare.indicator import Indicator
from yaodian.declare.parameter import Parameter
from yaodian.declare.register import Register
from yaodian.workspace.bureau import shipped_folder
from yaodian.workspace.parameters import bureau_parameters
from yaodian.workspace.records import records_catalogue

CATALOGUE = records_catalogue()
REGISTERS, INDICATORS = CATALOGUE.of(Register), CATALOGUE.of(Indicator)
PARAMETERS = CATALOGUE.of(Parameter) | bureau_parameters(shipped_folder())
ENTRIES = [declared for form in CATALOGUE.entries.values() for declared in form.values()]
ON = date(2020, 9, 1)
ENDINGS = ("_count", "_ratio", "_rate", "_per_pupil", "_cv", "_gap", "_yuan", "_m2", "_rank")


def by_id(declared: type[Declared]) -> str:
    return declared.id


def test_the_catalogue_has_entries_of_each_form() -> None:
    assert len(REGISTERS) >= 2 and len(INDICATORS) >= 5 and len(CATALOGUE.of(Parameter)) >= 4


@pytest.mark.parametrize("entry", ENTRIES, ids=by_id)
def test_an_entry_has_label_reference_and_a_docstring_that_opens_in_chinese(entry: type[Declared]) -> None:
    assert entry.label and entry.reference
    first = (inspect.getdoc(entry) or "").splitlines()[0]
    assert "\u4e00" <= first[:1] <= "\u9fff" and len(first) > 20


@pytest.mark.parametrize("entry", ENTRIES, ids=by_id)
def test_file_class_and_id_have_one_name(entry: type[Declared]) -> None:
    assert Path(inspect.getfile(entry)).stem == entry.id
    assert entry.__name__ == "".join(part.capitalize() for part in entry.id.split("_"))
    assert (inspect.getmodule(entry) or entry).__doc__


@pytest.mark.parametrize("register", REGISTERS.values(), ids=by_id)
def test_a_register_gives_an_example_row_and_names_only_its_columns_in_checks(register: type[Register]) -> None:
    for column in register.columns:
        assert column.example or not column.required, column.name
        if column.type is CODE and column.example:
            codes = codes_of(column, CATALOGUE, ON)
            assert any(column.example in (code.code, *code.words) for code in codes), column.name
    for check in register.checks:
        probe = type("Probe", (Indicator,), _probe(register.id, check.holds))
        assert probe.names_used() <= register.visible(), check.name
        assert check.words.zh and check.words.en and check.hint.zh and check.hint.en


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=by_id)
def test_an_indicator_names_its_measure_and_reads_declared_columns_only(indicator: type[Indicator]) -> None:
    assert indicator.id.endswith(ENDINGS)
    assert indicator.english and indicator.words
    if indicator.of:
        assert indicator.of in INDICATORS
        return
    known = REGISTERS[indicator.registers()[0]].visible() | {
        f"{other}.{name}" for other in indicator.registers() for name in REGISTERS[other].visible()
    }
    assert indicator.names_used() <= known
    assert set(indicator.disaggregations) <= known - SYSTEM_COLUMNS


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=by_id)
def test_an_indicator_depends_on_parameters_that_exist(indicator: type[Indicator]) -> None:
    assert indicator.parameters_used() <= set(PARAMETERS)


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=by_id)
def test_an_indicator_answers_its_examples_and_leaves_the_others_alone(indicator: type[Indicator]) -> None:
    for answer in indicator.answers:
        for example in answer.examples:
            slots = answer.match(example)
            assert slots is not None, example
            for slot, words in slots.items():
                column = REGISTERS[indicator.registers()[0]].column(slot)
                assert column.type is not CODE or column.code_of(words), (slot, words)
        for other in answer.not_for:
            assert answer.match(other) is None, other


def test_no_promise_of_the_examples_is_answered_by_two_indicators() -> None:
    for indicator in INDICATORS.values():
        for example in (example for answer in indicator.answers for example in answer.examples):
            assert [i.id for i in INDICATORS.values() if i.answer(example) is not None] == [indicator.id], example


def _probe(register: str, formula: str) -> dict[str, object]:
    like = next(iter(INDICATORS.values()))
    plain = {name: getattr(like, name) for name in ("label", "reference", "words", "unit", "grain", "better")}
    return plain | {"over": register, "value_2020_01": formula}
