"""yaodian balance: a county loaded from files, judged on the screen, as data, in a workbook and in a report."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import docx
import pytest
from click import UsageError
from openpyxl import load_workbook

from tests.cli.test_load import run
from tests.workspace.balance.county_rows import CATALOGUE, Row, Taught, enough, rows_of
from yaodian.declare.register import Register
from yaodian.domain.finding import Refusal

SCHOOLS = [
    Row("2152000001", {"primary": Taught(200, enough(200))}),
    Row("2152000002", {"primary": Taught(100, enough(100, teaching=300, sports_arts=0))}),
    Row("3152000003", {"primary": Taught(150, enough(150)), "junior": Taught(90, enough(90))}),
]


def written(value: Any) -> str:
    return {True: "是", False: "否"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def file_of(register: type[Register], rows: list[dict[str, Any]], folder: Path) -> Path:
    """A file as an office would send it: what a row leaves out and the register asks for is its example."""
    asked = {column.name: column.example for column in register.columns if column.required}
    heads = list(dict.fromkeys([*asked, *(name for row in rows for name in row)]))
    path = folder / f"{register.id}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heads)
        for number, row in enumerate(rows):
            whole: Mapping[str, Any] = {**asked, "staff_no": f"5203250{number:04}", "degree_code": "61", **row}
            writer.writerow([written(whole.get(name, "")) for name in heads])
    return path


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The county's registers, loaded once; none is held under YAODIAN_KEY_FILE after the last test."""
    folder = tmp_path_factory.mktemp("balance")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("YAODIAN_KEY_FILE", str(folder / "keys"))
        for name, rows in rows_of(SCHOOLS).items():
            file = rows and file_of(CATALOGUE.of(Register)[name], rows, folder)
            told = file and run("load", name, file, "--records", folder / "records", "--on", "2019-09-01")
            assert not told or told.exit_code == 0, told.output
        yield folder / "records"


def asked(records: Path, *words: str | Path, rule: str = "2017", county: str = "道真") -> Any:
    given = ("--rule", rule, "--county", county, "--on", "2020-09-01", "--records", records)
    return run("balance", *given, *words)


def test_the_screen_says_the_verdict_why_what_lacks_and_the_cheapest_repair(records: Path) -> None:
    told = asked(records)
    assert told.exit_code == 0
    first, *lines = told.output.splitlines()
    assert first.startswith("道真仡佬族苗族自治县（520325）") and first.endswith("未达标（未核实）")
    assert any(line.startswith("小学：计入学校3所、在校生450人，未达标（未核实）") for line in lines)
    assert any(line.startswith("初中：计入学校1所、在校生90人，达标（未核实）") for line in lines)
    assert "  青禾02校  体艺教师缺1人、教学用房缺150平方米" in lines
    assert any("共需" in line and "元（未核实）" in line and "已证明最省" in line for line in lines)
    assert any(line.startswith("未核实：补齐资源的单价") for line in lines)
    assert any("教督〔2017〕6号" in line for line in lines) and "2020-09-01" in told.output


@pytest.mark.parametrize("county", ["520325", "道真仡佬族苗族自治县", "道真县"])
def test_a_county_is_called_by_code_name_or_alias(records: Path, county: str) -> None:
    assert "（520325）" in asked(records, "--no-repair", county=county).output


def test_data_hold_numbers_and_what_each_school_lacks(records: Path) -> None:
    data = json.loads(asked(records, "--format", "json").output)
    young, old = data["stages"]
    assert data["met"] is False and young["met"] is False and old["met"] is True
    assert young["schools"][1]["missing"] == [0, 0, 1, 150, 0, 0, 0]
    assert young["thresholds"] == [4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3] and young["limit"] == 0.5
    young_repair, old_repair = data["repairs"]
    assert young_repair["outcome"] == "cheapest" and old_repair["cost_yuan"] == 0
    # one threshold may stay at 85 %: a teacher (90,000) and 82.5 m² (214,500) to reach 0.85 of 450, or 150 m² (390,000)
    assert young_repair["cost_yuan"] == pytest.approx(90_000 + 82.5 * 2_600)
    assert {"balance_rest_share", "balance_repair_costs"} == set(data["unverified"])


def test_the_workbook_holds_numbers_and_no_formula(records: Path, tmp_path: Path) -> None:
    told = asked(records, "--out", tmp_path / "out")
    book, report = (Path(line) for line in told.output.splitlines()[-2:])
    assert [book.suffix, report.suffix] == [".xlsx", ".docx"]
    sheets = load_workbook(book)
    assert sheets.sheetnames == ["小学", "初中", "结论", "补齐方案", "说明"]
    for sheet in sheets.worksheets:
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 8)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    young = sheets["小学"]
    assert young.freeze_panes == "D6" and young.print_title_rows == "$3:$5"
    poor = next(row for row in young.iter_rows(values_only=True) if row[1] == "青禾02校")
    assert poor[2:6] == (100, 6, 6, None) and poor[9:15] == (0, 0, 1, 300, 3, 150) and poor[-2:] == (5, "未达标")
    repair = list(sheets["补齐方案"].iter_rows(values_only=True))
    assert [row[-1] for row in repair if row[2] == "合计"] == [pytest.approx(304_500)]


def test_the_report_has_verdicts_tables_and_sources(records: Path, tmp_path: Path) -> None:
    told = asked(records, "--out", tmp_path / "out")
    document = docx.Document(told.output.splitlines()[-1])
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    assert paragraphs[0] == "道真仡佬族苗族自治县县域义务教育优质均衡（资源配置7项）评判"
    assert any(text.startswith("小学：计入学校3所") for text in paragraphs)
    assert any("教督〔2017〕6号" in text for text in paragraphs)
    assert [len(table.rows) for table in document.tables] == [8, 8, 2, 3]
    assert document.tables[2].rows[1].cells[3].text == "体艺教师缺1人、教学用房缺150平方米"


def test_the_standard_of_2012_tests_the_mean_and_has_no_repair(records: Path, tmp_path: Path) -> None:
    told = asked(records, "--out", tmp_path / "out", rule="2012")
    assert "有的系数算不出，没有综合差异系数" in told.output and "不计算补齐方案" in told.output
    assert "不能判定" in told.output.splitlines()[0]
    sheets = load_workbook(told.output.splitlines()[-2])
    assert sheets["补齐方案"].cell(1, 1).value.endswith("不计算补齐方案。")
    assert {sheet.page_setup.orientation for sheet in sheets.worksheets} == {"landscape"}


def test_in_english_no_chinese_verdict_is_left(records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YAODIAN_LANG", "en")
    told = asked(records, "--no-repair").output
    assert "not met (unverified)" in told and "达标" not in told


def test_what_is_not_known_is_refused_with_what_is(records: Path) -> None:
    with pytest.raises(Refusal, match=r"没有标准“2013”，可用的有：2012（.*）、2017（.*）。"):
        asked(records, rule="2013")
    with pytest.raises(Refusal, match=r"没有县（市、区）“乙县”，.*520325 道真"):
        asked(records, county="乙县")
    with pytest.raises(Refusal, match=r"在习水县没有要按“县域义务教育优质均衡"):
        asked(records, county="习水")
    with pytest.raises(UsageError):
        run("balance", "--rule", "2017", "--records", records)
