"""Sound workbooks of the old format (.xls) are read like their .xlsx; made where LibreOffice is there to make them."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from tests.warehouse.load.small.registers.pupils import Pupils
from tests.warehouse.load.some_pupils import HEADS, pupils, write_xlsx
from yaodian.warehouse.load.checks import check_file

OFFICE = shutil.which("soffice")
DAY = date(2020, 9, 1)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice, which writes .xls, is not installed")
def test_an_old_workbook_is_read_like_the_new_one(tmp_path: Path) -> None:
    new = write_xlsx(tmp_path / "名册.xlsx", [HEADS, *pupils(20)])
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "xls", "--outdir", str(tmp_path), str(new)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    old = check_file(Pupils, tmp_path / "名册.xls", DAY)
    assert not old.wrong_rows and old.valid.num_rows == 20
    assert old.valid.equals(check_file(Pupils, new, DAY).valid)
