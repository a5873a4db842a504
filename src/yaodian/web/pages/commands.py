"""What the commands on the site do; each gives the lines to print."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings

from yaodian.domain.finding import Words
from yaodian.web.accounts.demonstrating import shift_to
from yaodian.web.pages.exporting import Export


def open_exported(out: Path, records: Path | None, today: datetime | None, language: str) -> Iterator[Words]:
    """Write all open pages into a folder; of a demonstration, as on a day in its simulated year."""
    if today is not None:
        settings.CLOCK_SHIFT = shift_to(today)
    if records is not None:
        settings.RECORDS = records
    names = list(Export(out, language).write())
    pages = sum(name.endswith(".html") for name in names)
    yield Words(
        f"{out}：{pages}页，{len(names) - pages}个文件，从 index.html 看起",
        f"{out}: {pages} pages and {len(names) - pages} files; begin with index.html",
    )
