"""写文件: sheets of a register written as the raw files that a bureau holds, in changing layouts, with the order to load them.

Headings are a register's labels, other words or JY/T names; days come in four styles, codes as codes or as their labels;
csv is GBK (characters that GBK lacks become “?”, as in an old export) or UTF-8 with a byte order mark; a workbook has a
title line and two rows of headings with merged groups."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq
import xlsxwriter

from yaodian.declare.catalogue import Catalogue
from yaodian.declare.code_list import CodeList
from yaodian.declare.column import BOOLEAN, CODE, DATE, DECIMAL, MONEY, Code, Column
from yaodian.declare.register import Register
from yaodian.workspace.city.chance import Ints
from yaodian.workspace.city.places import COUNTIES
from yaodian.workspace.city.texts import CHINESE, DASHED, PLAIN, SLASHED, days_as, decimals
from yaodian.workspace.load_order import EXPECTED, ORDER

ROWS_AT_ONCE = 100_000
TITLE = "（演示数据，人员与号码均为虚构）"


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file looks: `headings` label, also or element; `days` a style of texts.py; codes as codes or `labels`."""

    form: str = "csv"
    encoding: str = "utf-8-sig"
    headings: str = "label"
    days: str = DASHED
    labels: bool = False
    wide_digits: bool = False


LAYOUTS = (
    Layout("csv", "utf-8-sig", "label", DASHED, labels=True),
    Layout("csv", "gbk", "also", SLASHED, labels=True),
    Layout("csv", "gbk", "element", PLAIN),
    Layout("csv", "utf-8-sig", "also", CHINESE, labels=True, wide_digits=True),
)
WORKBOOK = Layout("xlsx", "", "label", CHINESE, labels=True, wide_digits=True)
WORKBOOK_ROWS = 1_500
"""The most rows that are written as a workbook: beyond, offices send csv, and a workbook is written cell by cell."""
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


@dataclass
class Output:
    """The folder of a city: writes files, keeps the order in which they are to be loaded, and apart what is true."""

    folder: Path
    catalogue: Catalogue
    order: list[str] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    faults: list[tuple[str, str, str, int]] = field(default_factory=list)
    totals: list[tuple[str, str, str, float]] = field(default_factory=list)

    def write(
        self,
        register: str,
        columns: Mapping[str, Any],
        name: str,
        on: str,
        scope: str = "",
        layout: Layout | None = None,
        ends_many: bool = False,
    ) -> None:
        """Write one file of a register and note its day and scope, and whether it is a snapshot that ends many rows."""
        declared = self.catalogue.of(Register)[register]
        turn = len(self.order)
        size = len(next(iter(columns.values())))
        chosen = layout or (WORKBOOK if turn % 3 == 2 and size <= WORKBOOK_ROWS else LAYOUTS[turn % len(LAYOUTS)])
        shown = [c for c in declared.columns if c.name in columns]
        table = [self._texts(column, columns[column.name], chosen) for column in shown]
        path = self.folder / "files" / register / f"{name}.{chosen.form}"
        path.parent.mkdir(parents=True, exist_ok=True)
        if chosen.wide_digits:
            table = [_widened(c, t) for c, t in zip(shown, table, strict=True)]
        heads = _headings(shown, chosen.headings)
        if chosen.form == "xlsx":
            _write_workbook(path, declared.label, shown, heads, table)
        else:
            _write_csv(path, heads, table, chosen.encoding)
        bounds = scope or ",".join(declared.arrives.scope)
        line = [register, path.relative_to(self.folder).as_posix(), on, bounds, *[EXPECTED] * ends_many]
        self.order.append("\t".join(line))
        self.rows[register] = self.rows.get(register, 0) + size

    def fault(self, column: str, cause: str, rows: int) -> None:
        """Note that the file last written was given so many rows that an import must keep back, by column and cause."""
        if rows:
            self.faults.append((self.order[-1].split("\t")[1], column, cause, rows))

    def total(self, subject: str, period: str, county: Ints, amount: Any = 1) -> None:
        """Note what is true of the counties: how many rows each has (of the places in COUNTIES), or their amounts' sum."""
        weights = np.broadcast_to(np.asarray(amount, float), np.shape(county))
        sums = np.bincount(county, weights, len(COUNTIES))
        self.totals += [(subject, period, place.code, float(n)) for place, n in zip(COUNTIES, sums, strict=True)]

    def tell(self, name: str, columns: Mapping[str, Any]) -> None:
        """Write what is true, apart from the files: truth/NAME.parquet."""
        path = self.folder / "truth" / f"{name}.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        pq.write_table(pa.table(dict(columns)), path, compression="zstd")

    def finish(self) -> None:
        """Write load-order.txt (one file a line in the order of loading), the seeded faults and the counties' totals."""
        head = "# 登记\t文件\t所述日期\t范围（快照的范围列，整个文件只有一个值的写出值；空：不是快照）"
        head += f"\t{EXPECTED}：终止很多行（毕业）是预料之中的\n"
        path = self.folder / ORDER
        path.write_bytes((head + "".join(f"{line}\n" for line in self.order)).encode("utf-8"))
        self.tell("loading_faults", _columns(("file", "column", "cause", "rows"), self.faults))
        self.tell("county_totals", _columns(("subject", "period", "county_code", "value"), self.totals))

    def _texts(self, column: Column, values: Any, layout: Layout) -> Any:
        """The values of a column as the file writes them."""
        if column.type is DATE:
            return days_as(values, layout.days)
        if column.type is MONEY:
            wan = column.written_in is not None
            return decimals(pc.divide(_arrow(values, pa.float64()), 10_000.0 if wan else 1.0), 4 if wan else 2)
        if column.type is DECIMAL:
            return decimals(_arrow(values, pa.float64()), 2)
        if column.type is BOOLEAN:
            return pc.if_else(_arrow(values, pa.bool_()), "是", "否")
        texts = pc.cast(_arrow(values, None), pa.string())
        if column.type is CODE and layout.labels:
            listed: Any = column.codes
            if isinstance(listed, str):
                listed = self.catalogue.of(CodeList)[listed].codes
            return _labelled(texts, listed)
        return texts


def _columns(names: tuple[str, ...], rows: Sequence[tuple[Any, ...]]) -> dict[str, list[Any]]:
    return {name: [row[at] for row in rows] for at, name in enumerate(names)}


def _arrow(values: Any, kind: Any) -> Any:
    column = values if isinstance(values, pa.Array | pa.ChunkedArray) else pa.array(np.asarray(values))
    return column if kind is None else pc.cast(column, kind)


def _labelled(texts: Any, listed: tuple[Code, ...]) -> Any:
    """Codes replaced by their labels; a text that is no code of the list stays."""
    if not listed:
        return texts
    place = pc.index_in(texts, pa.array([code.code for code in listed], pa.string()))
    return pc.coalesce(pc.take(pa.array([code.label for code in listed], pa.string()), place), texts)


def _headings(columns: list[Column], kind: str) -> list[str]:
    heads: list[str] = []
    for column in columns:
        other = column.element if kind == "element" else next(iter(column.also), "") if kind == "also" else ""
        taken = {*heads, *(c.label for c in columns if c is not column)}
        heads.append(other if other and other not in taken else column.label)
    return heads


def _widened(column: Column, texts: Any) -> Any:
    """Full-width digits in the first rows of counts and dates: where a clerk typed with the wrong keyboard state."""
    if column.vault or (column.type not in (DATE, CODE) and not column.name.endswith("_count")):
        return texts
    few = pa.array([t.translate(_WIDE) if t else t for t in texts.slice(0, 3).to_pylist()], pa.string())
    rest = pc.cast(texts.slice(3), pa.string())
    return pa.concat_arrays([few, rest.combine_chunks() if isinstance(rest, pa.ChunkedArray) else rest])


def _write_csv(path: Path, heads: list[str], table: list[Any], encoding: str) -> None:
    whole = pa.table(table, names=heads)
    options = pa_csv.WriteOptions(include_header=False, quoting_style="needed")
    with path.open("wb") as file:
        file.write((",".join(heads) + "\n").encode(encoding))
        plain = encoding.replace("-sig", "")
        for start in range(0, len(whole), ROWS_AT_ONCE):
            lines = io.BytesIO()
            pa_csv.write_csv(whole.slice(start, ROWS_AT_ONCE), lines, options)
            data = lines.getvalue()
            file.write(data if plain == "utf-8" else data.decode("utf-8").encode(plain, "replace"))


def _write_workbook(path: Path, label: str, columns: list[Column], heads: list[str], table: list[Any]) -> None:
    """A title line, then two rows of headings: neighbours that hold days, amounts or persons stand under one group."""
    kept = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(str(path), kept)
    book.set_properties({"title": label + TITLE, "created": datetime(2020, 9, 1)})
    sheet, bold = book.add_worksheet("Sheet1"), book.add_format({"bold": True, "align": "center"})
    sheet.merge_range(0, 0, 0, max(1, len(heads) - 1), label + TITLE, bold)
    groups = [_group(column) for column in columns]
    at = 0
    while at < len(heads):
        end = at
        while groups[at] and end + 1 < len(heads) and groups[end + 1] == groups[at]:
            end += 1
        if end > at:
            sheet.merge_range(1, at, 1, end, groups[at], bold)
            for one in range(at, end + 1):
                sheet.write_string(2, one, heads[one], bold)
        else:
            sheet.merge_range(1, at, 2, at, heads[at], bold)
        at = end + 1
    for number, texts in enumerate(table):
        sheet.write_column(3, number, texts.to_pylist())
    book.close()


def _group(column: Column) -> str:
    return {DATE: "时间", MONEY: "金额", BOOLEAN: "情况"}.get(column.type, "")
