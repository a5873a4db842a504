"""后台: files of registers checked and loaded, which is too long for a page; enqueued by it, done by `yaodian tick`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from django.utils import timezone
from django_tasks import task

from yaodian.domain.finding import Refusal
from yaodian.web.audit.recording import record
from yaodian.web.installation import NO_RECORDS, records
from yaodian.workspace.given_files import GivenFile, Outcome, checked, taken_in


@task()
def check_file(login: str, register: str, kept: str, name: str, on: str) -> Outcome:
    """What loading a file would come to, or `refused` (zh, en) why it cannot be read."""
    return _told(checked, GivenFile(register, kept, name, date.fromisoformat(on)))


@task()
def load_file(login: str, register: str, kept: str, name: str, on: str) -> Outcome:
    """Load a file that was checked: what it came to, or `refused` (zh, en) why it was not taken. Done twice it loads once."""
    outcome = _told(taken_in, GivenFile(register, kept, name, date.fromisoformat(on)))
    known: dict[str, Any] = {key: value for key, value in outcome.items() if key != "causes"}
    record(
        actor=login, act="load_file", subject=f"register:{register}", at=timezone.now(), name=name, on=on, came_to=known
    )
    return outcome


def _told(work: Callable[[Path, GivenFile], Outcome], given: GivenFile) -> Outcome:
    folder = records()
    try:
        if folder is None:
            raise Refusal(NO_RECORDS)
        return work(folder, given)
    except Refusal as refusal:
        return {"refused": {"zh": refusal.words.zh, "en": refusal.words.en}}
