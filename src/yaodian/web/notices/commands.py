"""What `yaodian tick` does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone

from yaodian.domain.finding import Words
from yaodian.web.clock import HERE
from yaodian.web.notices.ticking import tick
from yaodian.web.notices.working_off import work_off


def ticked(at: datetime | None) -> Iterator[Words]:
    """Do all that is due, now or by an instant of the bureau's clock; then the tasks, which may take long."""
    done = tick(at.replace(tzinfo=HERE) if at else timezone.now())
    yield Words(
        f"通知{done.recorded}条，送达{done.delivered}条，待重发{done.failed}条，封存审计{done.sealed}条",
        f"{done.recorded} notices, {done.delivered} delivered, {done.failed} to be sent again, {done.sealed} rows sealed",
    )
    tasks = work_off(timezone.now())
    yield Words(
        f"后台任务办完{tasks.done}件，出错{tasks.broken}件", f"{tasks.done} tasks done, {tasks.broken} broke off"
    )
