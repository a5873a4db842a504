"""The database of a load reads the one file that was uploaded, whatever its name, and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.load.small.registers.pupils import Pupils
from tests.warehouse.load.some_pupils import HEADS, pupils, write_csv
from yaodian.warehouse.load.checked import connect
from yaodian.warehouse.load.checks import check_file
from yaodian.warehouse.load.export import export_rows

DAY = date(2020, 9, 1)
NAMES = ("学籍[1].csv", "学籍*.csv", "学籍?.csv", "学'籍.csv")


def test_another_file_cannot_be_read_or_the_lock_undone(tmp_path: Path) -> None:
    allowed, other = (write_csv(tmp_path / name, [["甲"], ["1"]]) for name in ("a.csv", "b.csv"))
    connection = connect(allowed)
    assert connection.sql(f"SELECT * FROM read_csv('{allowed}')").fetchall() == [(1,)]
    for question in (
        f"SELECT * FROM read_csv('{other}')",
        f"SELECT * FROM read_text('{other}')",
        f"COPY (SELECT 1) TO '{tmp_path / 'c.csv'}'",
        f"ATTACH '{tmp_path / 'd.db'}'",
        "SET enable_external_access = true",
        "SET allowed_paths = ['/']",
        "SET memory_limit = '100GB'",
    ):
        with pytest.raises(duckdb.Error):
            connection.execute(question)
    with pytest.raises(duckdb.Error):
        connect().execute(f"SELECT * FROM read_csv('{allowed}')")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_name_that_looks_like_a_pattern_names_one_file(tmp_path: Path, name: str, encoding: str) -> None:
    write_csv(tmp_path / "学籍1.csv", [HEADS, *pupils(9)])
    checked = check_file(Pupils, write_csv(tmp_path / name, [HEADS, *pupils(3)], encoding), DAY)
    assert checked.valid.num_rows == 3
    parquet = export_rows(Pupils, checked.valid, tmp_path / Path(name).with_suffix(".parquet"))
    assert check_file(Pupils, parquet, DAY).valid.equals(checked.valid)
