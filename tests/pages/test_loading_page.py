"""A register's file is handed over on its page, checked in the background, told by cause, and loaded only when asked."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import load_workbook

from tests.pages.reader import Reader
from tests.pages.signed import administrators
from tests.web.bureau import OFFICE, Bureau
from yaodian.warehouse.keys import Keys
from yaodian.warehouse.store import Warehouse
from yaodian.web.accounts.models import Account
from yaodian.web.audit.models import AuditRow
from yaodian.web.notices.working_off import work_off
from yaodian.web.registers.uploading import files_of
from yaodian.workspace.given_files import keep
from yaodian.workspace.held_registers import held_registers

pytestmark = pytest.mark.django_db(transaction=True)  # a worker lets go of its connection between tasks
HEAD = "培训项目编号,培训项目名称,培训级别,项目类别,开始日期,实训人数\n"
GOOD = HEAD + "PX-1,骨干教师培训,city,city,2020-08-11,40\nPX-2,校长培训,city,city,2020-08-12,20\n"
BAD = GOOD + "PX-3,班主任培训,city,city,不详,20\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Path:
    return made(tmp_path, monkeypatch, settings, demo=False)


def made(at: Path, monkeypatch: pytest.MonkeyPatch, settings: Any, *, demo: bool) -> Path:
    Keys.new(demo=demo).write(at / "keys")
    monkeypatch.setenv("YAODIAN_KEY_FILE", str(at / "keys"))
    settings.RECORDS = Warehouse.create(at / "records", Keys.read(at / "keys")).folder
    return at / "records"


@pytest.fixture
def system(bureau: Bureau) -> Reader:
    return Reader(administrators()["system"])


def handed(reader: Reader, text: str, **more: str) -> tuple[int, str]:
    file = SimpleUploadedFile("培训项目.csv", text.encode("utf-8"))
    return reader.post("/register/trainings/file", file=file, on="2020-08-31", **more)


def worked() -> None:
    assert work_off(timezone.now() + timedelta(seconds=1)).broken == 0


def rows_in(folder: Path) -> int:
    return held_registers(folder)[1]["trainings"].rows


def test_a_file_is_checked_first_and_loaded_when_asked(system: Reader, folder: Path) -> None:
    assert handed(system, GOOD)[0] == 303
    assert "排队中" in system.get("/register/trainings")[1]
    worked()
    text = system.get("/register/trainings")[1]
    assert "2 行：新增 2，变更 0，终止 0，有误 0" in text and rows_in(folder) == 0, "checking changes nothing"
    assert system.post(f"/register/trainings/file/{files_of('trainings')[0].id}/load")[0] == 303
    worked()
    assert rows_in(folder) == 2 and "培训项目.csv" in system.get("/register/trainings")[1]
    assert AuditRow.objects.filter(act="load_file", actor="system").count() == 1
    assert not list((folder / "uploads").glob("*.given")), "what was loaded is kept no longer"


def test_faults_are_told_by_cause_and_wrong_rows_come_back_as_a_workbook(system: Reader, folder: Path) -> None:
    handed(system, BAD)
    worked()
    text = system.get("/register/trainings")[1]
    assert "有误 1" in text and "开始日期" in text and "怎样改" in text
    given = files_of("trainings")[0].id
    answer = system.client.post(f"/register/trainings/file/{given}/wrong")
    cells = [str(cell.value) for row in load_workbook(BytesIO(answer.content)).worksheets[0] for cell in row]
    assert any("PX-3" in cell for cell in cells) and not any("PX-1" in cell for cell in cells)
    assert AuditRow.objects.filter(act="export", subject="register:trainings", actor="system").exists()


def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(system: Reader, folder: Path) -> None:
    handed(system, "\x00\x01不是表格")
    worked()
    file = files_of("trainings")[0]
    assert file.is_done and not file.may_load
    assert system.post(f"/register/trainings/file/{file.id}/load")[0] == 422
    assert handed(system, "")[0] == 422


def test_a_demonstration_takes_no_real_file_and_marks_made_up_ones(
    system: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    made(tmp_path, monkeypatch, settings, demo=True)
    Account.objects.filter(login=f"of-{OFFICE}").update(is_simulated=True)
    status, text = handed(system, GOOD)
    assert status == 422 and "演示数据" in text
    assert handed(system, GOOD, invented="yes")[0] == 303


def test_only_the_system_administrator_hands_over_files(bureau: Bureau, folder: Path) -> None:
    office = Reader(bureau.accounts[OFFICE])
    assert handed(office, GOOD)[0] == 403 and "交文件" not in office.get("/register/trainings")[1]
    assert not files_of("trainings")


def test_what_nobody_waits_for_is_swept_with_the_next_file(folder: Path) -> None:
    first = keep(folder, b"x", invented=False, wanted=())
    keep(folder, b"y", invented=False, wanted=())
    assert not (folder / "uploads" / first).exists()
