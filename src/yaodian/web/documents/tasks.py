"""后台: documents that are too long to make for a page; enqueued by it, made by `yaodian tick`."""

from __future__ import annotations

from pathlib import Path

from django.utils import timezone
from django_tasks import task

from yaodian.domain.finding import Refusal
from yaodian.domain.period import Period
from yaodian.web.accounts.commands import account_called
from yaodian.web.documents import bulletins

Outcome = dict[str, str | int | dict[str, str]]


@task()
def draft_bulletin(login: str, period: str, plan: str | None = None, records: str | None = None) -> Outcome:
    """Draft the bulletin of a period for an account: its `address` and `version`, or `refused` (zh, en) why it could not be
    done. Whether the account may is asked when it is done."""
    try:
        made = bulletins.draft(
            by=account_called(login), period=Period.parse(period), at=timezone.now(), plan=plan,
            records=Path(records) if records else None,
        )  # fmt: skip
    except Refusal as refusal:
        return {"refused": {"zh": refusal.words.zh, "en": refusal.words.en}}
    return {"address": made.address, "version": made.version}
