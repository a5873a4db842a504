"""yaodian load and template: a city's files through the commands; what is refused, kept back, and told."""

from __future__ import annotations

import json
import shutil
from getpass import getuser
from pathlib import Path

import pytest
from click import UsageError
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from tests.effort import EFFORT
from yaodian.cli.commands.load import tidy_told
from yaodian.cli.main import group
from yaodian.declare.register import Register
from yaodian.domain.finding import Refusal
from yaodian.warehouse.lock import writer
from yaodian.warehouse.upkeep import MANY_FILES
from yaodian.workspace.records import records_catalogue
from yaodian.workspace.records_loading import existing


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
    wrong, errors = tmp_path / "wrong.csv", tmp_path / "errors"
    wrong.write_text("\n".join([head, ",".join(cells), *rows[1:]]), encoding="utf-8")
    told = run("load", "students", wrong, "--records", records, "--on", "2019-09-01", "--errors", errors)
    assert told.exit_code == 1 and "出生日期" in told.output and "一行也没有装入" in told.output
    assert load_workbook(next(errors.glob("students-wrong-*.xlsx"))).active.max_row == 2
    kept = run("load", "students", wrong, "--records", records, "--on", "2019-09-01", "--accept-valid")
    assert kept.exit_code == 0 and f"新增 {len(rows) - 1:,}" in kept.output and "留置 1" in kept.output
    again = tmp_path / "again"
    back = run("load", "students", "--quarantine", "--records", records, "--errors", again)
    assert "wrong.csv（2019-09-01" in back.output and "留置 1 行" in back.output and "出生日期" in back.output
    assert load_workbook(next(again.glob("students-wrong-*.xlsx"))).active.max_row == 2
    assert "没有留置" in run("load", "teachers", "--quarantine", "--records", records).output


def test_an_error_workbook_is_audited_before_it_is_written(records: Path, city: Path, tmp_path: Path) -> None:
    head, *rows = next((city / "students").glob("*.csv")).read_text(encoding="utf-8-sig").splitlines()
    cells = rows[0].split(",")
    number, cells[head.split(",").index("出生日期")] = cells[0], "2010-02-30"
    wrong, errors = tmp_path / "wrong.csv", tmp_path / "errors"
    wrong.write_text("\n".join([head, ",".join(cells), *rows[1:3]]), encoding="utf-8")
    asked = ("load", "students", wrong, "--records", records, "--on", "2019-09-01", "--errors", errors)
    run(*asked)
    (line,) = (records / "audit.jsonl").read_text(encoding="utf-8").splitlines()
    kept = json.loads(line)
    told = {name: kept[name] for name in ("actor", "action", "purpose", "register", "rows", "is_allowed")}
    assert told == {
        "actor": getuser(), "action": "export", "purpose": "correction", "register": "students", "rows": 1,
        "is_allowed": True,
    }  # fmt: skip
    assert "name" in kept["columns"] and number not in line and kept["release"] == existing(records).release().id
    for book in errors.iterdir():
        book.unlink()
    (records / "audit.jsonl").unlink()
    (records / "audit.jsonl").mkdir()
    with pytest.raises(Refusal, match="audit"):
        run(*asked)
    assert not list(errors.iterdir())


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


def small_order(city: Path, folder: Path) -> Path:
    """A folder with an order for the first file or two of a few registers of the city."""
    lines = (city / "load-order.txt").read_text(encoding="utf-8").splitlines()[1:]
    wanted = [line for line in lines if line.startswith(("schools", "classes", "students", "teachers", "trainings"))]
    wanted += [line for line in lines if line.startswith("enrolments")][:2]
    text = "".join(f"{line.replace('files/', f'{city}/files/')}\n" for line in wanted)
    (folder / "load-order.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_whole_folder_loads_in_its_order_and_again_changes_nothing(records: Path, city: Path, tmp_path: Path) -> None:
    errors, folder = tmp_path / "errors", small_order(city.parent, tmp_path) if EFFORT == "check" else city.parent
    first = run("load", "--all", folder, "--records", records, "--accept-valid", "--errors", errors)
    assert "students（" in first.output and "明文" in first.output
    assert len(list(errors.iterdir())) == int(first.output.split("错误清单 ")[1].split()[0]) > 0
    assert "跨登记校验（" in first.output and "一人两校" in first.output
    tidied = existing(records).release()
    assert not any(table.closings for table in tidied.tables.values())
    assert max(len(table.files) for table in tidied.tables.values()) <= MANY_FILES
    again = run("load", "--all", folder, "--records", records, "--accept-valid")
    assert existing(records).release() == tidied
    lines = [line for line in again.output.splitlines() if "个文件  " in line]
    assert len(lines) >= 5 and all("新增 0，变更 0，终止 0" in line for line in lines)
    refused = [line for line in first.output.splitlines() if line.startswith("拒收")]
    assert first.exit_code == again.exit_code == int(bool(refused))


def test_what_keeps_loads_from_being_tidied_is_told_and_spoils_nothing(
    records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "load-order.txt").write_text(of_year(tmp_path, 2018, 3), encoding="utf-8")
    assert run("load", "classes", tmp_path / "2018.csv", "--records", records, "--on", "2018-09-01").exit_code == 0
    warehouse = existing(records)
    before = warehouse.release()
    with writer(records, "夜间备份"):
        tidy_told(warehouse)
    assert "装入的都有效，只是没有整理：数仓正在被“夜间备份”写入" in capsys.readouterr().err
    assert warehouse.release() == before


def test_a_refused_file_is_named_and_the_next_is_loaded(records: Path, city: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.csv").write_text("甲,乙\n1,2\n", encoding="utf-8")
    sound = next((city / "trainings").glob("*"))
    (folder / sound.name).write_bytes(sound.read_bytes())
    order = f"# 说明\nschools\ta.csv\t2019-09-01\tcounty_code\ntrainings\t{sound.name}\t2020-06-30\t\n"
    (folder / "load-order.txt").write_text(order, encoding="utf-8")
    told = run("load", "--all", folder, "--records", records)
    assert told.exit_code == 1 and "拒收  a.csv  “a.csv”里没有找到" in told.output
    assert "trainings（培训" in told.output and "新增 0，" not in told.output.split("trainings")[1]
    (folder / "load-order.txt").write_text("schools\ta.csv\n", encoding="utf-8")
    with pytest.raises(Refusal, match="第 1 行"):
        run("load", "--all", folder, "--records", records)


def of_year(folder: Path, year: int, count: int) -> str:
    """A file of so many classes of an invented school, and its line in a load order."""
    register = records_catalogue().of(Register)["classes"]
    columns = [c for c in register.columns if c.required]
    texts = {"school_code": "2152900001", "class_no": "{n}"}
    rows = (
        ",".join(texts.get(c.name, c.example).format(n=f"{year}{n:02d}") for c in columns) for n in range(1, count + 1)
    )
    text = "\n".join([",".join(c.label for c in columns), *rows])
    (folder / f"{year}.csv").write_text(text, encoding="utf-8")
    return f"classes\t{year}.csv\t{year}-09-01\tschool_code"


def test_the_order_says_which_file_is_expected_to_end_many_rows(records: Path, tmp_path: Path) -> None:
    first, second, order = of_year(tmp_path, 2018, 3), of_year(tmp_path, 2019, 3), tmp_path / "load-order.txt"
    order.write_text(f"{first}\n{second}\n", encoding="utf-8")
    told = run("load", "--all", tmp_path, "--records", records)
    assert told.exit_code == 1 and "拒收  2019.csv" in told.output and "会终止 3 条" in told.output
    order.write_text(f"{first}\n{second}\texpected\n", encoding="utf-8")
    assert "终止 3，" in run("load", "--all", tmp_path, "--records", records).output
    order.write_text(f"{first}\tyes\n", encoding="utf-8")
    with pytest.raises(Refusal, match=r"第 1 行.*expected"):
        run("load", "--all", tmp_path, "--records", records)


def test_several_files_of_a_register_load_at_once(records: Path, city: Path) -> None:
    files = sorted((city / "residents").iterdir())[:3]
    told = run("load", "residents", *files, "--records", records, "--on", "2019-09-01")
    assert told.exit_code == 0 and all(f"{file.name}：" in told.output for file in files)
    assert told.output.count("新增") == 3 and "新增 0，" not in told.output


def test_a_load_says_what_it_lacks(records: Path, city: Path) -> None:
    for words in (("load", "students"), ("load", "students", city / "x.csv"), ("load", "students", "--all", city),
                  ("load", "--quarantine"), ("load", "--resume", "--all", city)):  # fmt: skip
        with pytest.raises(UsageError):
            run(*words, "--records", records)


def test_registers_are_checked_against_each_other_without_showing_anyone(records: Path, tmp_path: Path) -> None:
    heads = "学籍号,学校标识码,班号,学段,年级,姓名,身份证件号,性别,出生日期,学籍状态,就读方式"
    rows = [
        f"G520302201408310013,215200000{n},201901,primary,p1,密不可见,520302201408310013,1,2013-08-31,enrolled,day"
        for n in (1, 2)
    ]
    file = tmp_path / "学籍.csv"
    file.write_text("\n".join([heads, *rows]), encoding="utf-8")
    assert run("load", "enrolments", file, "--records", records, "--on", "2019-09-01").exit_code == 0
    told = run("check", "--records", records, "--on", "2019-09-01")
    assert told.exit_code == 1 and "一人两校：2 条" in told.output and "未查  一证两名" in told.output
    assert "2152000001" in told.output and "密不" not in told.output and "20140831" not in told.output
    before = run("check", "--records", records, "--on", "2018-09-01")
    assert before.exit_code == 0 and "无    一人两校" in before.output


def made_up(city: Path, folder: Path) -> Path:
    """A file that lies outside the demo city, as a bureau's own would."""
    file = next((city / "schools").iterdir())
    (folder / "own").mkdir()
    return Path(shutil.copy(file, folder / "own"))


def test_a_demo_warehouse_takes_no_real_file(records: Path, city: Path, tmp_path: Path) -> None:
    file, own = next((city / "schools").iterdir()), made_up(city, tmp_path)
    on = ("--records", records, "--on", "2019-09-01", "--accept-valid")
    assert run("load", "schools", file, *on).exit_code == 0
    release = existing(records).release()
    for words in ((own,), (own, file)):
        with pytest.raises(Refusal, match="不能"):
            run("load", "schools", *words, *on)
    assert existing(records).release() == release and existing(records).keys.demo
    assert run("load", "schools", own, *on, "--invented").exit_code == 0


def test_a_real_warehouse_takes_nothing_invented(records: Path, city: Path, tmp_path: Path) -> None:
    on = ("--records", records, "--on", "2019-09-01", "--accept-valid")
    assert run("load", "schools", made_up(city, tmp_path), *on).exit_code == 0
    release = existing(records).release()
    with pytest.raises(Refusal, match="真实数据的，不能装演示数据"):
        run("load", "--all", city.parent, "--records", records)
    with pytest.raises(Refusal, match="真实数据的，不能装演示数据"):
        run("load", "--all", city.parent, "--records", tmp_path / "other")
    assert existing(records).release() == release and not (tmp_path / "other").exists()
