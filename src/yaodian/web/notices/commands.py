"""What `yaodian tick` does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone

from yaodian.domain.finding import Words
from yaodian.web.clock import HERE
from yaodian.web.notices.ticking import tick


def ticked(at: datetime | None) -> Iterator[Words]:
    """Do all that is due, now or by an instant of the bureau's clock."""
    done = tick(at.replace(tzinfo=HERE) if at else timezone.now())
    yield Words(
        f"通知{done.recorded}条，送达{done.delivered}条，待重发{done.failed}条，封存审计{done.sealed}条",
        f"{done.recorded} notices, {done.delivered} delivered, {done.failed} to be sent again, {done.sealed} rows sealed",
    )
