"""yaodian load and template: a city's files through the commands; what is refused, kept back, and told."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from yaodian.cli.main import group
from yaodian.domain.finding import Refusal


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("YAODIAN_KEY_FILE", str(tmp_path / "keys"))
    return tmp_path / "records"


def run(*words: str | Path) -> Result:
    """The command's run; its code is what it returned, as main() ends with."""
    result = CliRunner().invoke(group(), [str(word) for word in words], catch_exceptions=False, standalone_mode=False)
    result.exit_code = result.return_value
    return result


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "city"
    assert run("demo-city", folder, "--scale", "0.002").exit_code == 0
    return folder / "files"


def test_a_file_loads_once_and_changes_nothing_again(records: Path, city: Path) -> None:
    file = next((city / "students").glob("*.csv"))
    first = run("load", "students", file, "--records", records, "--on", "2019-09-01")
    assert first.exit_code == 0 and "新增" in first.output and "新增 0，" not in first.output
    again = run("load", "students", file, "--records", records, "--on", "2019-09-01")
    assert again.exit_code == 0 and "新增 0，变更 0，终止 0" in again.output


def test_a_snapshot_is_complete_for_the_days_in_it(records: Path, city: Path) -> None:
    for file in sorted((city / "pupil_statistics").iterdir())[:2]:
        result = run("load", "pupil_statistics", file, "--records", records, "--on", "2019-09-01", "--dry-run")
        assert result.exit_code == 0, result.output
        assert "试装" in result.output


def test_wrong_rows_are_told_by_cause_and_written_for_repair(records: Path, city: Path, tmp_path: Path) -> None:
    file = next((city / "students").glob("*.csv"))
    head, *rows = file.read_text(encoding="utf-8-sig").splitlines()
    at = head.split(",").index("出生日期")
    cells = rows[0].split(",")
    cells[at] = "2010-02-30"
    wrong, errors = tmp_path / "wrong.csv", tmp_path / "errors.xlsx"
    wrong.write_text("\n".join([head, ",".join(cells), *rows[1:]]), encoding="utf-8")
    told = run("load", "students", wrong, "--records", records, "--on", "2019-09-01", "--errors", errors)
    assert told.exit_code == 1 and "出生日期" in told.output and "一行也没有装入" in told.output
    assert load_workbook(errors).active.max_row == 2
    kept = run("load", "students", wrong, "--records", records, "--on", "2019-09-01", "--accept-valid")
    assert kept.exit_code == 0 and f"新增 {len(rows) - 1:,}" in kept.output and "留置 1" in kept.output


def test_keys_are_outside_the_records_and_must_be_named(
    tmp_path: Path, city: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, records = next((city / "students").glob("*.csv")), tmp_path / "records"
    monkeypatch.delenv("YAODIAN_KEY_FILE", raising=False)
    with pytest.raises(Refusal, match="没有设置 YAODIAN_KEY_FILE"):
        run("load", "students", file, "--records", records, "--on", "2019-09-01")
    monkeypatch.setenv("YAODIAN_KEY_FILE", str(records / "keys"))
    with pytest.raises(Refusal, match="不能指向数据文件夹"):
        run("load", "students", file, "--records", records, "--on", "2019-09-01")


def test_a_template_has_the_required_headings_marked(tmp_path: Path) -> None:
    book = tmp_path / "schools.xlsx"
    assert run("template", "学校", book).exit_code == 0
    sheet = load_workbook(book).worksheets[0]
    assert sheet.cell(1, 1).value.endswith("*")
