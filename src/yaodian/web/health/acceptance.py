"""平台验收: what the platform can show of itself, written down on a day: version, health, audit, backup, measured bars. It is no
person's acceptance: who closes the measure attaches it as evidence."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from yaodian import __version__
from yaodian.domain.finding import Words
from yaodian.web.audit.chain import seal, verify
from yaodian.web.audit.models import AuditRow, Head
from yaodian.web.audit.reading import data_of
from yaodian.web.audit.recording import record
from yaodian.web.health.examining import examined
from yaodian.workspace.doctor import Check, State, fine, less, wrong

ACT, PLATFORM, BARS = "accept_platform", "platform", "bars"
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What was found on a day, in the order in which it is told."""

    at: datetime
    facts: Sequence[Check]

    @property
    def wrong(self) -> int:
        return sum(fact.state is State.WRONG for fact in self.facts)


def accept_platform(*, actor: str, at: datetime, records: Path | None) -> Acceptance:
    """Look at everything and write down what is found, as a row of the audit; what is wrong is written down too."""
    seal()
    facts = list(_facts(records))
    told = [{"name": f.name, "state": f.state.value, "zh": f.words.zh, "en": f.words.en} for f in facts]
    record(actor=actor, act=ACT, subject=PLATFORM, at=at, facts=told)
    return Acceptance(at, facts)


def acceptances() -> list[Acceptance]:
    """What was written down, the newest first."""
    rows = AuditRow.objects.filter(act=ACT, subject=PLATFORM).order_by("-pk")[:SHOWN]
    return [Acceptance(row.at, [_fact(**one) for one in data_of(row).get("facts", ())]) for row in rows]


def _fact(name: str, state: str, zh: str, en: str) -> Check:
    return Check(name, State(state), Words(zh, en))


def _facts(records: Path | None) -> Iterator[Check]:
    yield fine("version", f"要点 {__version__} 版", f"Yaodian {__version__}")
    checks = examined(records)
    yield _health(checks)
    fault = verify()
    rows = Head.objects.filter(pk=1).values_list("place", flat=True).first() or 0
    if fault:
        yield Check("audit", State.WRONG, fault)
    else:
        yield fine("audit", f"审计 {rows:,} 条逐条核对，未被改动", f"all {rows:,} audit entries hold")
    yield from (check for check in checks if check.name == "backup")
    yield from _bars(settings.FILES.parent / BARS)


def _health(checks: Sequence[Check]) -> Check:
    """How many of the doctor's checks are fine; not their sentences, which name folders."""
    faults = [check.name for check in checks if check.state is State.WRONG]
    lacking = sum(check.state is State.LESS for check in checks)
    if faults:
        return wrong(
            "health", f"体检 {len(checks)} 项，要修 {len(faults)} 项：{'、'.join(faults)}",
            f"{len(checks)} checks of the doctor, {len(faults)} to be mended: {', '.join(faults)}",
        )  # fmt: skip
    return fine(
        "health", f"体检 {len(checks)} 项，没有要修的，可缺 {lacking} 项",
        f"{len(checks)} checks of the doctor, none to be mended, {lacking} may lack",
    )  # fmt: skip


def _bars(folder: Path) -> Iterator[Check]:
    """The bars that were measured where the platform was made, where their files were brought along."""
    measured = [_measured(file) for file in sorted(folder.glob("*.json"))]
    bars = [bar for own in measured for bar in own]
    if not bars:
        yield less("bars", "没有带来性能和故障的实测文件", "no measurements of speed and faults were brought along")
        return
    missed = [str(bar["bar"]) for bar in bars if not bar.get("holds")]
    if missed:
        yield less(
            "bars", f"实测 {len(bars)} 项，未达标 {len(missed)} 项：{'、'.join(missed)}",
            f"{len(bars)} bars were measured, {len(missed)} are not met: {', '.join(missed)}",
        )  # fmt: skip
    else:
        yield fine("bars", f"实测 {len(bars)} 项，全部达标", f"{len(bars)} bars were measured, all are met")


def _measured(file: Path) -> list[dict[str, object]]:
    try:
        bars = json.loads(file.read_text(encoding="utf-8"))["bars"]
    except (OSError, ValueError, LookupError, TypeError):
        return []
    return [bar for bar in bars if isinstance(bar, dict) and "bar" in bar]
