"""Work that would block a page: enqueued, done at the next tick, told in one sentence where it is refused."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from django_tasks import default_task_backend
from django_tasks_db.models import DBTaskResult

from tests.web.bureau import BASIC, OFFICE, Bureau
from tests.web.published import published
from yaodian.warehouse.keys import Keys
from yaodian.warehouse.store import Warehouse
from yaodian.web.documents.models import Bulletin
from yaodian.web.documents.tasks import draft_bulletin
from yaodian.web.notices.commands import ticked
from yaodian.web.notices.working_off import LONGEST, WorkedOff, work_off
from yaodian.web.work.models import PromiseLight
from yaodian.web.work.tasks import measure_promises

pytestmark = pytest.mark.django_db(transaction=True)  # a worker lets go of its connection between tasks
IMMEDIATE = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    Keys.new().write(tmp_path / "keys")
    monkeypatch.setenv("YAODIAN_KEY_FILE", str(tmp_path / "keys"))
    return Warehouse.create(tmp_path / "records", Keys.read(tmp_path / "keys")).folder


def value_of(result: Any) -> Any:
    return default_task_backend.get_result(result.id).return_value


def test_a_bulletin_is_drafted_by_the_next_tick_and_not_before(bureau: Bureau, tmp_path: Path) -> None:
    published(bureau, tmp_path)
    asked = draft_bulletin.enqueue(f"of-{OFFICE}", "2020-06")
    assert not Bulletin.objects.exists() and DBTaskResult.objects.ready().count() == 1
    assert [line.en for line in ticked(None)][-1] == "1 tasks done, 0 broke off"
    assert value_of(asked) == {"address": Bulletin.objects.get().address, "version": 1}
    assert [line.en for line in ticked(None)][-1] == "0 tasks done, 0 broke off"


def test_promises_are_measured_by_a_task_and_twice_gives_the_same(
    bureau: Bureau, tmp_path: Path, records: Path
) -> None:
    published(bureau, tmp_path)
    first, again = (measure_promises.enqueue(str(records), "2020-06-01") for _ in range(2))
    assert work_off(timezone.now()) == WorkedOff(2, 0)
    assert {value_of(first)["lights"], value_of(again)["lights"]} == {0, PromiseLight.objects.count()}


def test_what_is_refused_is_told_in_a_sentence_and_is_no_fault(bureau: Bureau, tmp_path: Path) -> None:
    published(bureau, tmp_path)
    results = (
        draft_bulletin.enqueue(f"of-{BASIC}", "2020-06"),
        draft_bulletin.enqueue("nobody", "2020-06"),
        draft_bulletin.enqueue(f"of-{OFFICE}", "六月"),
        measure_promises.enqueue(str(tmp_path / "nowhere"), "2020-06-01"),
    )
    assert work_off(timezone.now()) == WorkedOff(4, 0) and not Bulletin.objects.exists()
    for result in results:
        assert value_of(result)["refused"]["zh"] and value_of(result)["refused"]["en"]


def test_a_task_that_breaks_off_keeps_no_other_from_being_done(bureau: Bureau, tmp_path: Path) -> None:
    published(bureau, tmp_path)
    measure_promises.enqueue(str(tmp_path), "no day")
    asked = draft_bulletin.enqueue(f"of-{OFFICE}", "2020-06")
    assert work_off(timezone.now()) == WorkedOff(1, 1) and "address" in value_of(asked)


def test_a_task_whose_worker_was_killed_is_taken_up_again(bureau: Bureau, tmp_path: Path) -> None:
    published(bureau, tmp_path)
    draft_bulletin.enqueue(f"of-{OFFICE}", "2020-06")
    DBTaskResult.objects.get().claim("killed")
    now = timezone.now()
    assert work_off(now) == WorkedOff(0, 0), "somebody may be at it"
    assert work_off(now + LONGEST + timedelta(seconds=1)) == WorkedOff(1, 0) and Bulletin.objects.exists()


def test_old_results_are_swept(bureau: Bureau, tmp_path: Path) -> None:
    published(bureau, tmp_path)
    draft_bulletin.enqueue(f"of-{OFFICE}", "2020-06")
    work_off(timezone.now())
    work_off(timezone.now() + timedelta(days=31))
    assert not DBTaskResult.objects.exists()


def test_at_once_it_is_done_within_the_call(bureau: Bureau, tmp_path: Path, settings: Any) -> None:
    published(bureau, tmp_path)
    settings.TASKS = IMMEDIATE
    told = draft_bulletin.enqueue(f"of-{OFFICE}", "2020-06").return_value
    assert told["address"] == Bulletin.objects.get().address and not DBTaskResult.objects.exists()
