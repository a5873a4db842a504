"""后台任务: enqueued work done, one task after another until none is due; several may do so at once."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

LONGEST, KEPT = timedelta(hours=1), timedelta(days=30)
READY = "READY"


@dataclass(frozen=True, slots=True)
class WorkedOff:
    """How many tasks were done, and how many broke off with a fault of the program."""

    done: int
    broken: int


def work_off(at: datetime) -> WorkedOff:
    """Do every task that is due. One that was begun an hour ago and never ended was killed and is taken up again, which is
    why each may be done twice; results are kept for thirty days."""
    DBTaskResult.objects.running().filter(started_at__lt=at - LONGEST).update(status=READY)
    DBTaskResult.objects.finished().filter(finished_at__lt=at - KEPT).delete()
    worker = Worker(
        queue_names=["*"], interval=0, batch=True, backend_name="default", startup_delay=False, max_tasks=None,
        worker_id=uuid.uuid4().hex, excluded_queue_names=[],
    )  # fmt: skip
    ended = set(DBTaskResult.objects.finished().values_list("pk", flat=True))
    worker.run()
    new = DBTaskResult.objects.exclude(pk__in=ended)
    return WorkedOff(new.successful().count(), new.failed().count())
