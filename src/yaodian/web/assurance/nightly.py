"""每日比对: what people said handed to linkage, the lists linked, each programme reconciled, its result kept, its cases carried on
and put below the plan's item, and schools asked about pupils whom a signal found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path

from yaodian.domain.finding import Words
from yaodian.web.accounts.simulated import must_suit
from yaodian.web.assurance.cases import ENGINE, Moved, carry_on
from yaodian.web.assurance.models import ProgrammeResult
from yaodian.web.assurance.pairs import hand_to_linkage
from yaodian.web.assurance.placing import place
from yaodian.web.assurance.questions import SignalNight, ask_schools
from yaodian.web.assurance.rechecking import draw_month
from yaodian.web.audit.recording import DatabaseAudit
from yaodian.workspace.assuring import Outcome, Told, counts_of, keep_counts, link_anew, outcomes, persons_now


@dataclass(frozen=True, slots=True)
class ProgrammeNight:
    """What a programme came to, and what that did to its cases; or why it could not be told."""

    programme: Told
    outcome: Outcome | None
    moved: Moved | None
    why_not: Words | None = None


def assure(folder: Path, on: date, at: datetime) -> Iterator[ProgrammeNight | SignalNight]:
    """Do it all for a day, programme by programme and signal by signal, and draw last month's rechecks. Refusal for simulated
    work and real records, or where nothing is loaded."""
    must_suit(folder)
    hand_to_linkage(folder)
    link_anew(folder, actor=ENGINE.account, audit=DatabaseAudit(), on=on)
    yield from reconcile_all(folder, on, at)
    yield from ask_schools(folder, on)
    draw_month(on)


def reconcile_all(folder: Path, on: date, at: datetime, pays: bool | None = None) -> Iterator[ProgrammeNight]:
    """Each programme (of those alone that pay or do not where `pays` says so) over the links that there are: its result
    kept, its cases carried on."""
    counts = []
    for found in outcomes(folder, on, pays):
        if not isinstance(found, Outcome):
            yield ProgrammeNight(found[0], None, None, found[1])
            continue
        counts += counts_of(found)
        ProgrammeResult.objects.get_or_create(
            programme=found.programme.id, on=found.on, release=found.release,
            defaults={"model": found.model, "tally": dict(found.tally), "counties": dict(found.counties), "at": at},
        )  # fmt: skip
        moved = carry_on(found, at, partial(persons_now, folder))
        place(found.programme, ENGINE.account, at)
        yield ProgrammeNight(found.programme, found, moved)
    keep_counts(folder, counts, on)
