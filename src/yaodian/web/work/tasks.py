"""后台: work on promises that is too long for a page; enqueued by it, done by `yaodian tick`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from django_tasks import task

from yaodian.domain.finding import Refusal
from yaodian.web.work.measuring import measure

Outcome = dict[str, int | dict[str, str]]


@task()
def measure_promises(records: str, on: str) -> Outcome:
    """Measure the plans at work by the warehouse in a folder, on a day: `lights` says how many are new, or `refused` (zh, en)
    why it could not be done. Done twice it gives the same."""
    try:
        return {"lights": measure(records=Path(records), on=date.fromisoformat(on))}
    except Refusal as refusal:
        return {"refused": {"zh": refusal.words.zh, "en": refusal.words.en}}
