"""装机: the bureau that this installation serves, and where it keeps files."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from yaodian.workspace.evidence.store import Store
from yaodian.workspace.supervision import Supervision


def supervision() -> Supervision:
    """The ground for decisions of the installation's bureau."""
    return _of(settings.BUREAU)


def bureau_name() -> str:
    """What the bureau is called."""
    return supervision().bureau.name


def files() -> Store:
    """The store of evidence files."""
    return Store(settings.FILES)


def records() -> Path | None:
    """The folder of loaded records, where the installation names one."""
    return settings.RECORDS


@lru_cache(maxsize=4)
def _of(folder: str | None) -> Supervision:
    return Supervision(Path(folder) if folder else None)
