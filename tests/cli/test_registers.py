"""yaodian registers: the list, one page in three formats, a name that nothing has."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from yaodian.cli.main import group
from yaodian.domain.finding import Refusal


def said(*words: str) -> str:
    result = CliRunner().invoke(group(), ["registers", *words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_the_list_names_every_register_with_its_key() -> None:
    assert any(
        line.startswith("enrolments ") and "student_no, school_code" in line for line in said("list").splitlines()
    )
    assert "schools" in {row["id"] for row in json.loads(said("list", "--format", "json"))}


def test_a_register_is_shown_by_id_or_label_in_three_formats() -> None:
    assert "* school_code" in said("show", "学校")
    assert said("show", "schools", "--format", "md").startswith("# 学校 `schools`")
    assert json.loads(said("show", "schools", "--format", "json"))["key"] == ["school_code"]


def test_without_a_command_the_help_is_shown() -> None:
    assert "list" in said() and "show" in said()


def test_a_name_that_no_register_has_is_refused_with_a_sentence() -> None:
    with pytest.raises(Refusal, match="没有登记簿"):
        CliRunner().invoke(group(), ["registers", "show", "无"], catch_exceptions=False)
