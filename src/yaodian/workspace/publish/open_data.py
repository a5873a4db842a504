"""开放数据: rows as CSV and JSON, and their description as CSV on the Web (W3C, 2015), so that a program knows what each
column is."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Any

from yaodian.domain.finding import Words
from yaodian.warehouse.load.export import guarded

Row = Mapping[str, Any]
CSVW = "http://www.w3.org/ns/csvw"


@dataclass(frozen=True, slots=True)
class OpenColumn:
    """A column that is published: its `name`, what it is called, its `datatype` as CSV on the Web names it."""

    name: str
    title: Words
    datatype: str = "string"
    is_required: bool = False


def as_csv(columns: Sequence[OpenColumn], rows: Sequence[Row], language: str) -> bytes:
    """UTF-8 with its mark, so that spreadsheets show Chinese; no text is a formula; what is missing is empty."""
    told = StringIO(newline="")
    writer = csv.writer(told, lineterminator="\r\n")
    writer.writerow([column.title.lang(language) for column in columns])
    writer.writerows([_written(row[column.name]) for column in columns] for row in rows)
    return told.getvalue().encode("utf-8-sig")


def as_json(about: Row, rows: Sequence[Row]) -> bytes:
    """What the rows are about, and the rows; days as 2020-09-01."""
    return _dumped({**about, "rows": list(rows)})


def as_csvw(
    about: Row, columns: Sequence[OpenColumn], keys: Sequence[str], language: str, url: str = "data.csv"
) -> bytes:
    """The metadata of the CSV beside it; `about` has `title`, `publisher` and `modified`, `keys` tell rows apart."""
    described = [
        {
            "name": column.name,
            "titles": column.title.lang(language),
            "datatype": column.datatype,
            "required": column.is_required,
        }
        for column in columns
    ]
    return _dumped(
        {
            "@context": [CSVW, {"@language": "en" if language == "en" else "zh"}],
            "url": url,
            "dc:title": about["title"],
            "dc:publisher": about["publisher"],
            "dc:modified": {"@value": about["modified"].isoformat(), "@type": "xsd:date"},
            "dialect": {"encoding": "utf-8", "header": True, "delimiter": ","},
            "tableSchema": {"columns": described, "primaryKey": list(keys)},
        }
    )


def _written(value: Any) -> str | float | int:
    if value is None:
        return ""
    if isinstance(value, int | float):
        return int(value) if float(value).is_integer() else value
    return guarded(str(value))


def _dumped(told: Row) -> bytes:
    return json.dumps(told, ensure_ascii=False, indent=1, default=_day).encode()


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} is no value of open data")
