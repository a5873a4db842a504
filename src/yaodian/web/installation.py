"""装机: the bureau that this installation serves, and where it keeps files."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from yaodian.domain.finding import Refusal, Words
from yaodian.workspace.evidence.store import Store
from yaodian.workspace.indicators import Indicators
from yaodian.workspace.kept_values import KeptValues, is_there, kept_values
from yaodian.workspace.supervision import Supervision

NO_RECORDS = Words(
    "没有设置数仓文件夹。请把 YAODIAN_RECORDS 设为它的路径，再重启。",
    "No folder of records is set. Set YAODIAN_RECORDS to its path and start again.",
)


class NotObserved(Refusal):
    """There is no value to show, and the sentence says what must be done first."""


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


def indicators() -> Indicators:
    """What the installation's bureau can measure."""
    return _indicators(supervision().folder)


def kept(on: date) -> KeptValues:
    """What was observed of the indicators, as it may be shown on a day; NotObserved with the repair where nothing was."""
    folder = records()
    found = kept_values(folder, indicators().parameters, on) if folder and is_there(folder) else None
    if found is not None:
        return found
    if folder is None or not is_there(folder):
        raise NotObserved(NO_RECORDS)
    raise NotObserved(
        Words(
            f"指标还没有观测值。请运行 yaodian indicators observe --records {folder}。",
            f"No indicator was observed yet. Run yaodian indicators observe --records {folder}.",
        )
    )


@lru_cache(maxsize=4)
def _indicators(folder: Path | None) -> Indicators:
    return Indicators.of(folder)


@lru_cache(maxsize=4)
def _of(folder: str | None) -> Supervision:
    return Supervision(Path(folder) if folder else None)
