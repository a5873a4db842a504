"""Every entry of the real catalogue keeps the rules of the house."""

from __future__ import annotations

import inspect
import re
from datetime import date
from pathlib import Path

import duckdb
import pytest
import sqlglot

from yaodian.declare.code_list import CodeList, codes_of
from yaodian.declare.column import BOOLEAN, CODE, DATE, DECIMAL, INTEGER, MONEY, PERIOD, SYSTEM_COLUMNS, Column
from yaodian.declare.declared import Declared
from yaodian.declare.indicator import Indicator
from yaodian.declare.parameter import Parameter
from yaodian.declare.register import STOCK, Mode, Register
from yaodian.domain.access import Purpose
from yaodian.domain.period import Period
from yaodian.workspace.bureau import shipped_folder
from yaodian.workspace.parameters import bureau_parameters
from yaodian.workspace.records import records_catalogue

CATALOGUE = records_catalogue()
REGISTERS, INDICATORS = CATALOGUE.of(Register), CATALOGUE.of(Indicator)
PARAMETERS = CATALOGUE.of(Parameter) | bureau_parameters(shipped_folder())
ENTRIES = [declared for form in CATALOGUE.entries.values() for declared in form.values()]
ON = date(2020, 9, 1)
IRREGULAR = ("children", "premises")
WANTED = set(
    """units unit_successions schools premises rooms classes students enrolments enrolment_changes guardians absences
    attendance_days residents poor_household_members priority_group_members disabled_children relocated_persons
    relocation_arrivals teachers teacher_rotations approved_posts training_records trainings aid_entitlements
    aid_payments meal_purchases nutrition_meals projects project_milestones project_payments earmarked_budgets
    earmarked_payments provincial_fund_totals designations hazards inspections complaints book_holdings
    equipment_holdings digital_facilities learning_spaces policy_documents events fitness_tests vision_screenings
    entrance_exam_results admissions college_exam_results quality_monitoring_results three_plus_one_results
    knowledge_test_answers survey_answers data_requests fiscal_accounts school_ledgers left_behind_children care_visits
    home_teaching_visits medical_team_children residence_permits ethics_sanctions inspectors party_organisations
    private_school_registrations tutoring_firms estate_kindergartens bodies applications application_reviews
    catchment_zones catchment_addresses school_places sports_facilities squads external_values pupil_statistics
    population_counts dropouts""".split()
)
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


@pytest.mark.parametrize("register", REGISTERS.values(), ids=by_id)
def test_a_reference_names_columns_of_a_register_that_exists(register: type[Register]) -> None:
    for reference in register.references:
        other = REGISTERS[reference.register]
        their = reference.their or reference.columns
        assert len(their) == len(reference.columns)
        for ours, theirs in zip(reference.columns, their, strict=True):
            assert register.column(ours).type is other.column(theirs).type, (ours, theirs)
            assert register.column(ours).vault == other.column(theirs).vault, (ours, theirs)
    for column in register.columns:
        other_id, _, name = column.refers_to.partition(".")
        assert not column.refers_to or REGISTERS[other_id].column(name), column.name


@pytest.mark.parametrize("register", REGISTERS.values(), ids=by_id)
def test_a_register_reads_no_heading_for_two_columns(register: type[Register]) -> None:
    headings = [heading for column in register.columns for heading in column.headings]
    assert sorted({h for h in headings if headings.count(h) > 1}) == []


@pytest.mark.parametrize("register", REGISTERS.values(), ids=by_id)
def test_a_check_is_one_expression_of_sql(register: type[Register]) -> None:
    for check in register.checks:
        tree = sqlglot.parse_one(f"SELECT {check.holds}", read="duckdb")
        assert {column.name for column in tree.find_all(sqlglot.exp.Column)} <= register.visible(), check.name


@pytest.mark.parametrize("register", REGISTERS.values(), ids=by_id)
def test_a_register_is_a_plural_with_known_purposes_and_an_example_that_its_own_rules_accept(
    register: type[Register],
) -> None:
    assert register.id.rpartition("_")[2] in IRREGULAR or register.id.endswith("s")
    assert register.english and register.office and register.words.endswith("。")
    for column in register.columns:
        assert bool(column.meaning) == bool(column.note), column.name
        assert {*column.purposes, *register.purposes} <= set(Purpose)
        assert not (column.pattern and column.example) or re.fullmatch(column.pattern, column.example), column.name
        if column.type is DATE and column.example:
            assert date.fromisoformat(column.example)
        if column.type is PERIOD and column.example:
            assert Period(column.example)


@pytest.mark.parametrize("register", REGISTERS.values(), ids=by_id)
def test_the_example_row_passes_the_checks(register: type[Register]) -> None:
    columns = [c for c in register.columns if not c.vault]
    row = ", ".join(f"{_literal(c)} AS {c.name}" for c in columns)
    for check in register.checks:
        answer = duckdb.sql(f"SELECT {check.holds} FROM (SELECT {row}, NULL::DATE valid_from, NULL::DATE valid_to)")
        assert answer.fetchall() != [(False,)], check.name


@pytest.mark.parametrize("register", REGISTERS.values(), ids=by_id)
def test_a_snapshot_of_counts_ends_no_counts_of_other_days(register: type[Register]) -> None:
    if register.time is STOCK and register.arrives.mode is Mode.SNAPSHOT:
        assert any(register.column(name).type in (DATE, PERIOD) for name in register.arrives.scope)


@pytest.mark.parametrize("register", REGISTERS.values(), ids=by_id)
def test_what_names_a_person_lies_in_the_vault(register: type[Register]) -> None:
    for column in register.columns:
        if re.search("姓名|身份证件号|电话|银行账号|住址|学籍号|准考证", column.label):
            assert column.vault, column.name


def test_every_register_of_the_citys_records_is_there() -> None:
    assert sorted(WANTED - set(REGISTERS)) == []


@pytest.mark.parametrize("listed", CATALOGUE.of(CodeList).values(), ids=by_id)
def test_a_code_list_is_named_in_the_plural_and_used(listed: type[CodeList]) -> None:
    assert listed.english and listed.id.endswith("s")
    assert any(column.codes == listed.id for register in REGISTERS.values() for column in register.columns)


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


def _literal(column: Column) -> str:
    """The example as a typed value of SQL; no value where there is no example."""
    sql = {INTEGER: "BIGINT", DECIMAL: "DECIMAL(18,4)", MONEY: "DECIMAL(18,2)", DATE: "DATE", BOOLEAN: "BOOLEAN"}
    kind = sql.get(column.type, "VARCHAR")
    value = (
        {"是": "true", "否": "false"}.get(column.example, column.example) if column.type is BOOLEAN else column.example
    )
    return f"CAST('{value}' AS {kind})" if value else f"CAST(NULL AS {kind})"


def _probe(register: str, formula: str) -> dict[str, object]:
    like = next(iter(INDICATORS.values()))
    plain = {name: getattr(like, name) for name in ("label", "reference", "words", "unit", "grain", "better")}
    return plain | {"over": register, "value_2020_01": formula}
