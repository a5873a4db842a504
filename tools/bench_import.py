"""Bench of imports: an enrolment-like register of 1.4 million rows from csv and of 100,000 from xlsx.

The clock covers the whole of a load: the kept upload, reading, headings, typing, all checks, the sorted content hash,
vault, commit and release.
"""

from __future__ import annotations

import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

import duckdb
import xlsxwriter

from tools.bars import Bar, in_turn, ratio, seconds, show, write
from yaodian.declare.column import BOOLEAN, CODE, DATE, DECIMAL, INTEGER, MONEY, PERIOD, TEXT, Code, Column, Privacy
from yaodian.declare.register import STATE, Check, Register, snapshot
from yaodian.domain.finding import Words
from yaodian.domain.identifiers import id_number
from yaodian.domain.unit_of_measure import YUAN
from yaodian.warehouse.batch import Counts
from yaodian.warehouse.keys import Keys
from yaodian.warehouse.load.checks import check_file
from yaodian.warehouse.load.loading import Loading
from yaodian.warehouse.load.locker import FolderLocker
from yaodian.warehouse.load.roots import roots
from yaodian.warehouse.store import Warehouse

ROWS, SHEET_ROWS, DAY = 1_400_000, 100_000, date(2020, 9, 1)
P2, P3, P4 = Privacy.P2, Privacy.P3, Privacy.P4


class Rolls(Register):
    """学籍: as wide and as mixed as a city's enrolment list."""

    label, reference, office = "学籍", "bench", "bench"
    time, arrives, about_persons, key = STATE, snapshot("county_code"), True, ("student_no",)
    columns = (
        Column(name="county_code", type=TEXT, label="县", required=True, pattern=r"\d{6}"),
        Column(name="school_code", type=TEXT, label="学校标识码", required=True, pattern=r"\d{10}"),
        Column(
            name="student_no",
            type=TEXT,
            label="学籍号",
            required=True,
            pattern="[GJL][0-9A-Z]{18}",
            privacy=P3,
            vault=True,
        ),
        Column(name="id_no", type=TEXT, label="身份证件号", pattern=r"\d{17}[\dX]", privacy=P4, vault=True),
        Column(name="name", type=TEXT, label="姓名", required=True, privacy=P3, vault=True),
        Column(
            name="sex_code",
            type=CODE,
            label="性别",
            codes=(Code("1", "男"), Code("2", "女")),
            required=True,
            privacy=P2,
        ),
        Column(name="birth_on", type=DATE, label="出生日期", required=True, privacy=P2),
        Column(name="ethnic_code", type=CODE, label="民族", codes=(Code("01", "汉族"), Code("06", "苗族")), privacy=P2),
        Column(name="grade", type=INTEGER, label="年级", required=True, low=1, high=12),
        Column(name="class_no", type=INTEGER, label="班号", required=True, low=1),
        Column(name="is_boarder", type=BOOLEAN, label="是否寄宿"),
        Column(name="is_left_behind", type=BOOLEAN, label="是否留守"),
        Column(name="school_year", type=PERIOD, label="学年", required=True),
        Column(name="entered_on", type=DATE, label="入学日期"),
        Column(name="address", type=TEXT, label="家庭住址", privacy=P3, vault=True),
        Column(name="phone", type=TEXT, label="联系电话", privacy=P3, vault=True),
        Column(name="mode", type=TEXT, label="就读方式"),
        Column(name="status", type=TEXT, label="状态"),
        Column(name="distance", type=DECIMAL, label="上学距离", low=0),
        Column(name="fee_yuan", type=MONEY, label="缴费", unit=YUAN, low=0),
    )
    checks = (
        Check(
            "born_before_entry",
            "birth_on < entered_on",
            Words("入学早于出生", "entered before birth"),
            Words("核对", "check"),
        ),
        Check(
            "of_age",
            "date_diff('year', birth_on, entered_on) BETWEEN 2 AND 30",
            Words("年龄不符", "age"),
            Words("核对", "check"),
        ),
    )


def rolls_sql(rows: int) -> str:
    born = "strftime(date '2003-01-01' + (i % 4300)::INTEGER, '%Y%m%d')"
    stem = f"'5203' || lpad((i % 14)::VARCHAR, 2, '0') || {born} || lpad((i // 4300 % 1000)::VARCHAR, 3, '0')"
    total = " + ".join(
        f"(ascii(substr(stem, {n + 1}, 1)) - 48) * {weight}" for n, weight in enumerate(id_number.WEIGHTS)
    )
    return (
        f"WITH s AS (SELECT i, {stem} AS stem FROM range({rows}) t(i)), "
        f"p AS (SELECT i, stem || substr('{id_number.CHECKS}', ({total}) % 11 + 1, 1) AS id FROM s) "
        "SELECT '5203' || lpad((i % 14)::VARCHAR, 2, '0') AS 县, '21520' || lpad((i // 420)::VARCHAR, 5, '0') AS 学校标识码, "
        "'G5203' || lpad(i::VARCHAR, 14, '0') AS 学籍号, id AS 身份证件号, "
        "'张' || chr(19968 + (i % 2000)::INTEGER) || chr(20000 + (i % 3000)::INTEGER) AS 姓名, "
        "CASE WHEN i % 2 = 0 THEN '男' ELSE '女' END AS 性别, (date '2003-01-01' + (i % 4300)::INTEGER)::VARCHAR AS 出生日期, "
        "CASE WHEN i % 9 = 0 THEN '苗族' ELSE '汉族' END AS 民族, i % 12 + 1 AS 年级, i % 20 + 1 AS 班号, "
        "CASE WHEN i % 3 = 0 THEN '是' ELSE '否' END AS 是否寄宿, CASE WHEN i % 7 = 0 THEN '是' ELSE '否' END AS 是否留守, "
        "'2019S' AS 学年, '2019-09-01' AS 入学日期, '遵义市某县某镇某村' || i % 300 AS 家庭住址, "
        "'1385' || lpad((i % 10000000)::VARCHAR, 7, '0') AS 联系电话, '走读' AS 就读方式, '在读' AS 状态, "
        "i % 1000 / 10 AS 上学距离, i % 700 AS 缴费 FROM p"
    )


def load(path: Path) -> None:
    """Load the file into a warehouse of its own."""
    with tempfile.TemporaryDirectory() as folder:
        warehouse = Warehouse.create(Path(folder) / "warehouse", Keys.new(demo=True))
        locker = FolderLocker(warehouse.folder / "uploads", warehouse.keys.data[warehouse.keys.current])
        loaded = Loading(warehouse, locker).load(Rolls, path, DAY)
    if not loaded.is_committed or loaded.counts != Counts(new=loaded.checked.total):
        raise SystemExit(f"not all rows were taken in: {[root.words.en for root in roots(loaded.checked)]}")


def check(path: Path) -> None:
    """Read, type and check the file; nothing is committed."""
    if len(check_file(Rolls, path, DAY).wrong_rows):
        raise SystemExit("rows were refused")


def into_parquet(path: Path) -> None:
    target = path.with_suffix(".parquet")
    duckdb.connect().execute(f"COPY (SELECT * FROM read_csv('{path}')) TO '{target}' (FORMAT parquet)")


def sheet(path: Path, rows: int) -> None:
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    page = book.add_worksheet()
    found = duckdb.sql(rolls_sql(rows))
    for at, row in enumerate([found.columns, *found.fetchall()]):
        page.write_row(at, 0, row)
    book.close()


def peak_megabytes(work: Callable[[], object]) -> float:
    """The most memory this process held while it worked, read from the system every 20 ms."""
    most, done = [0], threading.Event()

    def watch() -> None:
        while not done.is_set():
            pages = int(Path("/proc/self/statm").read_text().split()[1])
            most[0] = max(most[0], pages * 4096)
            time.sleep(0.02)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        work()
    finally:
        done.set()
        thread.join()
    return round(most[0] / 1e6, 1)


def main(runs: int = 3) -> int:
    with tempfile.TemporaryDirectory() as folder:
        csv, xlsx = Path(folder) / "rolls.csv", Path(folder) / "rolls.xlsx"
        duckdb.sql(rolls_sql(ROWS)).write_csv(str(csv))
        memory = peak_megabytes(lambda: load(csv))
        whole = in_turn(lambda: load(csv), lambda: into_parquet(csv), runs)
        checked = in_turn(lambda: check(csv), lambda: into_parquet(csv), runs)
        sheet(xlsx, SHEET_ROWS)
        sheets = [round(seconds(lambda: load(xlsx)), 3) for _ in range(runs)]
    says = "1.4 million rows × 20 columns: read, typed, checked, hashed, vault, commit, release"
    part = "the same file read, typed and checked only"
    against = "against DuckDB's csv to Parquet"

    def bar(name: str, samples: list[float], limit: float, unit: str, words: str) -> Bar:
        return Bar(name, median(samples), limit, unit, len(samples), {"ours": samples}, words)

    bars = [
        bar("import.csv_1_4m_seconds", whole["ours"], 60, "s", says),
        bar("import.csv_1_4m_megabytes", [memory], 1500, "MB", "most resident memory of that import"),
        Bar("import.csv_vs_duckdb_parquet", ratio(whole), 4, "ratio", runs, whole, f"{says}; {against}"),
        Bar("import.check_vs_duckdb_parquet", ratio(checked), 4, "ratio", runs, checked, f"{part}; {against}"),
        bar("import.xlsx_100k_seconds", sheets, 20, "s", "100,000 × 20 cells of a workbook, committed"),
    ]
    show(bars)
    write("bench", bars)
    return 0 if all(bar.holds for bar in bars) else 1


if __name__ == "__main__":
    sys.exit(main())
