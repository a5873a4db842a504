"""What `yaodian assure` does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.utils import timezone

from yaodian.domain.finding import Words
from yaodian.web.assurance.nightly import assure
from yaodian.web.assurance.questions import SignalNight
from yaodian.web.clock import day_of


def assured(records: Path, on: datetime | None) -> Iterator[Words]:
    """Reconcile every programme on a day (default today), carry its cases on, and ask schools about whom signals found."""
    at = timezone.now()
    for one in assure(records, on.date() if on else day_of(at), at):
        if isinstance(one, SignalNight):
            yield _asked(one)
            continue
        zh, en = one.programme.words.zh, one.programme.words.en
        if one.outcome is None or one.moved is None:
            assert one.why_not is not None
            yield Words(f"{zh}：没有比对。{one.why_not.zh}", f"{en}: not reconciled. {one.why_not.en}")
            continue
        tally, moved = one.outcome.tally, one.moved
        if not one.outcome.is_recorded:
            yield Words(
                f"{zh}：应保障{tally['cohort']:,}人，还没有一条保障记录，不立个案",
                f"{en}: {tally['cohort']:,} in the cohort and not one record of the service yet: no case is opened",
            )
            continue
        yield Words(
            f"{zh}：应保障{tally['cohort']:,}人，缺口{tally['gap']:,}人；新立个案{moved.opened}件，登记显示已落实或不再应保障{moved.resolved}件，"
            f"退回{moved.returned}件，重新打开{moved.reopened}件",
            f"{en}: {tally['cohort']:,} in the cohort, {tally['gap']:,} left out; {moved.opened} cases opened, {moved.resolved} "
            f"resolved by the registers or no longer entitled, {moved.returned} sent back, {moved.reopened} opened again",
        )


def _asked(one: SignalNight) -> Words:
    zh, en = one.rule.words.zh, one.rule.words.en
    if one.why_not:
        return Words(f"{zh}：没有问询。{one.why_not.zh}", f"{en}: nobody is asked. {one.why_not.en}")
    return Words(
        f"{zh}：新问询{one.raised}件，了结{one.ended}件", f"{en}: {one.raised} new questions, {one.ended} ended"
    )
