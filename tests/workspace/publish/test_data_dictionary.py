"""The data dictionary is made from declarations alone: every register has a page in both languages."""

from __future__ import annotations

import json
from datetime import date

import pytest

from yaodian.declare.register import Register
from yaodian.workspace.publish.data_dictionary import register_facts
from yaodian.workspace.publish.dictionary_page import register_page
from yaodian.workspace.records import records_catalogue

CATALOGUE = records_catalogue()
REGISTERS = CATALOGUE.of(Register)
ON = date(2020, 9, 1)


@pytest.mark.parametrize("register", REGISTERS.values(), ids=lambda r: r.id)
def test_every_register_has_a_page_with_a_row_for_each_column(register: type[Register]) -> None:
    assert json.loads(json.dumps(register_facts(register, CATALOGUE, ON)))["id"] == register.id
    for lang in ("zh", "en"):
        rows = [line for line in register_page(register, CATALOGUE, ON, lang).splitlines() if line.startswith("| `")]
        assert len(rows) == len(register.columns)
        assert {row.replace("\\|", "").count("|") for row in rows} == {10}


def test_a_page_says_key_class_vault_code_and_check() -> None:
    page = register_page(REGISTERS["enrolments"], CATALOGUE, ON)
    assert "- **主键**：`student_no`, `school_code`" in page
    assert "| `student_no` | 学籍号 | 文本 | 主键 | P4 敏感，保密库 | XJH |" in page
    assert "day 走读" in page and "- 在读学生没有班级：填写班号" in page
    assert "`school_code` → `schools` (`school_code`)：必须存在" in page


def test_codes_are_those_in_force_on_the_day() -> None:
    def counties(on: date) -> set[str]:
        facts = register_facts(REGISTERS["schools"], CATALOGUE, on)
        column = next(c for c in facts["columns"] if c["name"] == "county_code")
        return {value["code"] for value in column["codes"]["values"]}

    assert "520304" in counties(ON) and "520321" not in counties(ON)
    assert "520321" in counties(date(2016, 1, 1)) and "520304" not in counties(date(2016, 1, 1))


def test_restricted_registers_say_their_purposes() -> None:
    facts = register_facts(REGISTERS["poor_household_members"], CATALOGUE, ON)
    assert {"id": "student_aid", "zh": "学生资助", "en": "student aid"} in facts["purposes"]
    assert "限定用途" in register_page(REGISTERS["poor_household_members"], CATALOGUE, ON)


def test_money_written_in_another_unit_says_so() -> None:
    assert "金额（文件写万元，存元）" in register_page(REGISTERS["projects"], CATALOGUE, ON)
