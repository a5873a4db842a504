"""What `yaodian doctor` does where it is given a database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from yaodian.domain.finding import Words
from yaodian.web.health.examining import examined
from yaodian.workspace.doctor import lines


def looked_at(records: Path | None, form: str) -> Iterator[Words | str | int]:
    """The checks of machine and database; exit code 1 where something must be mended."""
    yield from lines(examined(records), form)
