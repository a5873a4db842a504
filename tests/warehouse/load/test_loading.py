"""Loads: the same content changes nothing, all or nothing, quarantine, what is kept and deleted, round trips."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.effort import EFFORT
from tests.warehouse.load.small.registers.pupils import Pupils
from tests.warehouse.load.small_warehouse import SmallWarehouse
from tests.warehouse.load.some_pupils import HEADS, pupil, pupils, write_csv, write_xlsx
from tests.warehouse.small.registers.shelves import Shelves
from yaodian.domain.finding import Refusal
from yaodian.warehouse.batch import Counts
from yaodian.warehouse.load.checked import connect
from yaodian.warehouse.load.checks import check_file
from yaodian.warehouse.load.content import content_hash
from yaodian.warehouse.load.error_workbook import error_workbook
from yaodian.warehouse.load.export import export_rows
from yaodian.warehouse.load.journal import Journal, State
from yaodian.warehouse.load.loading import Loading, Terms
from yaodian.warehouse.load.locker import FolderLocker
from yaodian.warehouse.load.quarantine import kept_back
from yaodian.warehouse.load.template import template
from yaodian.warehouse.sealed import BLOCK

DAY = date(2020, 9, 1)
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "'=1",
    "''=1",
    "=cmd|' /C calc'!A0",
    "a\nb",
    'q"q',
    "１２",
    "'x",
    '=HYPERLINK("x")',
    "_x000D_",
]


@pytest.fixture
def loading(tmp_path: Path) -> Loading:
    return Loading(SmallWarehouse(), FolderLocker(tmp_path / "locker", b"k" * 32))


def test_the_same_content_changes_nothing(loading: Loading, tmp_path: Path) -> None:
    rows = pupils(20)
    shuffled = random.Random(1).sample(rows, 20)
    first = loading.load(Pupils, write_csv(tmp_path / "a.csv", [HEADS, *rows]), DAY)
    assert first.counts == Counts(new=20) and first.is_committed
    for path in (
        write_csv(tmp_path / "a.csv", [HEADS, *rows]),
        write_csv(tmp_path / "b.csv", [HEADS, *rows], "utf-8-sig"),
        write_csv(tmp_path / "c.csv", [HEADS, *shuffled], "gb18030", ";"),
        write_xlsx(tmp_path / "d.xlsx", [HEADS, *shuffled]),
        write_csv(tmp_path / "e.csv", [HEADS, *rows, rows[3]]),
    ):
        again = loading.load(Pupils, path, DAY)
        assert again.counts == Counts(same=20) and again.entry.content == first.entry.content
    assert loading.warehouse.commits == 1  # type: ignore[attr-defined]


def test_the_content_hash_is_that_of_the_sorted_hashes_of_the_rows(tmp_path: Path) -> None:
    rows = pa.table(
        {
            "shelf_no": ["1", "2", "3"],
            "library_code": ["L1", None, "㸌"],
            "month": ["2020-01"] * 3,
            "books": [3, None, 0],
        }
    )
    texts = ["1\x1fL1\x1f2020-01\x1f3", "2\x1f\x1e\x1f2020-01\x1f\x1e", "3\x1f㸌\x1f2020-01\x1f0"]
    whole = "shelves:shelf_no,library_code,month,books\n" + "".join(
        sorted(sha256(t.encode()).hexdigest() for t in texts)
    )
    assert content_hash(connect(), Shelves, rows) == sha256(whole.encode()).hexdigest()
    assert (
        content_hash(connect(), Shelves, rows.slice(0, 0))
        == sha256(whole.partition("\n")[0].encode() + b"\n").hexdigest()
    )


def test_a_wrong_row_keeps_all_out_unless_the_valid_are_accepted(loading: Loading, tmp_path: Path) -> None:
    rows = pupils(5)
    rows[2][4] = "31/08/2014"
    path = write_csv(tmp_path / "a.csv", [HEADS, *rows])
    refused = loading.load(Pupils, path, DAY)
    assert refused.batch is None and refused.entry.state is State.CHECKED and not loading.warehouse.rows  # type: ignore[attr-defined]
    accepted = loading.load(Pupils, path, DAY, terms=Terms(accept_valid=True))
    assert accepted.counts == Counts(new=4) and accepted.quarantined == 1
    assert accepted.batch is not None and accepted.batch.withheld is not None
    assert accepted.batch.withheld.to_pylist() == [{"student_no": rows[2][0], "school_code": rows[2][6]}]
    repaired = tmp_path / "wrong.xlsx"
    repaired.write_bytes(error_workbook(accepted.checked))
    book = load_workbook(repaired)
    cell = next(c for c in book["错误清单"][2] if c.value == "31/08/2014")
    assert cell.fill.start_color.rgb == "FFFFC7CE" and book["错误清单"].max_row == 2
    cell.value = "2014-08-31"
    book.save(repaired)
    checked = check_file(Pupils, repaired, DAY)
    assert (
        list(checked.faults()) == []
        and checked.valid["aid_yuan"].to_pylist() == accepted.batch.rows["aid_yuan"].to_pylist()[:1]
    )


def test_a_dry_run_keeps_nothing(loading: Loading, tmp_path: Path) -> None:
    done = loading.load(Pupils, write_csv(tmp_path / "a.csv", [HEADS, *pupils(3)]), DAY, terms=Terms(dry_run=True))
    assert done.counts == Counts(new=3) and not list(loading.locker.names())


@pytest.mark.parametrize("last", list(State))
def test_an_interrupted_load_is_taken_up_and_then_forgotten(loading: Loading, tmp_path: Path, last: State) -> None:
    rows = pupils(4)
    rows[3][4] = "31/08/2014"
    path = write_csv(tmp_path / "a.csv", [HEADS, *rows])

    def die(state: State) -> None:
        if state is last:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Loading(loading.warehouse, loading.locker, progress=die).load(Pupils, path, DAY, terms=Terms(accept_valid=True))
    path.unlink()
    (entry,) = Journal(loading.locker).entries()
    assert entry.state is last and entry.is_interrupted == (last is not State.COMMITTED)
    counts = loading.resume(Pupils, entry).counts
    assert counts == (Counts(same=3) if last is State.COMMITTED else Counts(new=3))
    (entry,) = Journal(loading.locker).entries()
    assert entry.state is State.COMMITTED and not entry.is_interrupted
    now = datetime.now(UTC)
    assert Journal(loading.locker).tidy(now) == 0
    assert Journal(loading.locker).tidy(now + timedelta(days=31)) == 1 and not list(loading.locker.names())


def test_rows_kept_back_are_read_again_with_their_faults(loading: Loading, tmp_path: Path) -> None:
    rows = pupils(4)
    rows[1][4], rows[2] = "31/08/2014", [*rows[3][:-1], "不同"]
    path = write_csv(tmp_path / "a.csv", [HEADS, *rows])
    done = loading.load(Pupils, path, DAY, terms=Terms(accept_valid=True))
    ((entry, checked),) = kept_back(loading.locker, Pupils)
    assert entry == done.entry and checked.total == 3 and checked.valid.num_rows == 0
    assert checked.by_cause == done.checked.by_cause and len(checked.by_cause) == 2
    assert error_workbook(checked) and list(kept_back(FolderLocker(tmp_path / "other", b"k" * 32), Pupils)) == []


def test_a_load_kept_out_by_its_rows_waits_for_nobody(loading: Loading, tmp_path: Path) -> None:
    rows = pupils(2)
    rows[1][4] = "31/08/2014"
    refused = loading.load(Pupils, write_csv(tmp_path / "a.csv", [HEADS, *rows]), DAY)
    assert not refused.entry.is_interrupted and refused.entry.state is State.CHECKED
    assert Journal(loading.locker).tidy(datetime.now(UTC) + timedelta(days=31)) == 1


def test_nothing_kept_is_readable(loading: Loading, tmp_path: Path) -> None:
    rows = pupils(5)
    rows[1][7] = "x"
    loading.load(Pupils, write_csv(tmp_path / "canary.csv", [HEADS, *rows]), DAY, terms=Terms(accept_valid=True))
    held = b"".join(path.read_bytes() for path in (tmp_path / "locker").iterdir())
    assert not [row for row in rows if row[1].encode() in held or row[2].encode() in held] and b"canary" not in held
    with pytest.raises(Refusal):
        b"".join(FolderLocker(tmp_path / "locker", b"x" * 32).get(next(iter(loading.locker.names()))))


@pytest.mark.parametrize("size", [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK])
def test_a_locker_gives_back_what_it_got_and_notices_a_cut(tmp_path: Path, size: int) -> None:
    locker = FolderLocker(tmp_path, b"k" * 32)
    locker.put("a", [b"x" * size])
    assert b"".join(locker.get("a")) == b"x" * size
    (tmp_path / "a").write_bytes((tmp_path / "a").read_bytes()[:-1])
    with pytest.raises(Refusal):
        list(locker.get("a"))


ROUND_TRIPS = {"check": 3, "ci": 10, "full": 100}[EFFORT]
"""Of at least a hundred strings each."""
TEXTS = st.one_of(st.sampled_from(FORMULAS), st.text(st.characters(exclude_categories=["Cs"]), max_size=30))


@settings(
    max_examples=ROUND_TRIPS,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(TEXTS, min_size=100, max_size=120))
def test_an_export_imports_again_unchanged(tmp_path: Path, texts: list[str]) -> None:
    rows = [[*pupil(i)[:15], text] for i, text in enumerate(texts)]
    table = pa.table({f"c{i}": [r[i] for r in rows] for i in range(16)}).rename_columns(HEADS)
    pa.parquet.write_table(table, tmp_path / "in.parquet")
    loading = Loading(SmallWarehouse(), FolderLocker(tmp_path / "locker", b"k" * 32))
    first = loading.load(Pupils, tmp_path / "in.parquet", DAY)
    assert first.counts == Counts(new=len(rows))
    for suffix in ("csv", "xlsx", "parquet"):
        path = export_rows(Pupils, first.checked.valid, tmp_path / f"out.{suffix}")
        again = loading.load(Pupils, path, DAY)
        assert list(again.checked.faults()) == [], suffix
        assert again.checked.valid["note"].to_pylist() == first.checked.valid["note"].to_pylist(), suffix
        assert again.counts == Counts(same=len(rows)) and again.entry.content == first.entry.content, suffix


def test_no_export_holds_a_live_formula(tmp_path: Path) -> None:
    rows = [[*pupil(i)[:15], text] for i, text in enumerate(FORMULAS)]
    checked = check_file(Pupils, write_xlsx(tmp_path / "in.xlsx", [HEADS, *rows]), DAY)
    sheet = load_workbook(export_rows(Pupils, checked.valid, tmp_path / "out.xlsx")).active
    assert sheet is not None and not [c.value for row in sheet for c in row if c.data_type == "f"]
    text = export_rows(Pupils, checked.valid, tmp_path / "out.csv").read_text("utf-8-sig")
    assert not [line for line in text.splitlines() if line.rpartition(",")[2].startswith(("=", "@", "+"))]


def test_a_filled_template_imports(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(template(Pupils, "1", {"school_code": ["2152000001"]}))
    book = load_workbook(path)
    assert book["学生登记"]["A1"].value == "学籍号*" and book["版本"].sheet_state == "veryHidden"
    page = book["学生登记"]
    assert page.page_setup.orientation == "landscape" and page.print_title_rows == "$1:$1"
    assert page.sheet_properties.pageSetUpPr.fitToPage and page.page_setup.fitToHeight == 0
    for i, value in enumerate(pupil(1), 1):
        book["学生登记"].cell(3, i).value = value
    book.save(path)
    checked = check_file(Pupils, path, DAY)
    assert list(checked.faults()) == [] and checked.valid.num_rows == 1
