"""What the commands on work do; each gives the lines to print, and its exit code where that is not 0."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils import timezone

from yaodian.domain.entry import Act, Entry
from yaodian.domain.finding import Refusal, Words
from yaodian.runtime.lifecycle import Phase
from yaodian.web.accounts.commands import account_called
from yaodian.web.clock import HERE, day_of
from yaodian.web.work.evidence import attach, sweep
from yaodian.web.work.measuring import measure
from yaodian.web.work.models import Item
from yaodian.web.work.publishing import publish
from yaodian.web.work.reading import Seen, items_of, seen
from yaodian.web.work.registering import register_steps
from yaodian.web.work.services import act as do
from yaodian.web.work.writing import current
from yaodian.workspace.evidence.limits import MAX_FILE_BYTES
from yaodian.workspace.publish.scoreboard_rows import LIGHTS


def published(file: Path, login: str, unit: str) -> Iterator[Words]:
    """Publish a plan file."""
    made = publish(by=account_called(login), unit=unit, file=file, at=timezone.now())
    yield Words(
        f"{made.edition.title} 第{made.edition.number}版：立项{made.opened}项，修订{made.revised}项，"
        f"暂停{made.suspended}项，未变{made.same}项",
        f"edition {made.edition.number} of {made.edition.plan}: {made.opened} opened, {made.revised} revised, "
        f"{made.suspended} suspended, {made.same} unchanged",
    )


def listed(login: str, owner: str | None, is_open: bool, form: str) -> Iterator[Words | str]:
    """The subjects that an account may see."""
    now = timezone.now()
    items = items_of(account_called(login), day_of(now), unit=owner, is_open=True if is_open else None)
    columns = ("subject", "address", "owner", "phase", "due", "title", "version")
    rows = list(items.values(*columns))
    if form == "json":
        yield json.dumps(rows, ensure_ascii=False, indent=1, default=str)
        return
    for row in rows:
        phase, before = Phase(row["phase"]).words, f"{row['subject']}  {row['address'] or '—'}  {row['owner'] or '—'}"
        after = f"{row['due'] or '—'}  {row['title']}"
        yield Words(f"{before}  {phase.zh}  {after}", f"{before}  {phase.en}  {after}")


def shown(subject: str, login: str, form: str) -> Iterator[Words | str]:
    """One subject with its entries."""
    found = seen(account_called(login), subject, day_of(timezone.now()))
    if form == "json":
        told = {
            "subject": subject,
            "version": found.item.version,
            "state": found.item.state,
            "steps": [{"unit": unit, "step": step.name} for unit, step in found.steps],
            "entries": [_as_data(entry) for entry in found.entries],
        }
        yield json.dumps(told, ensure_ascii=False, indent=1, default=str)
        return
    yield from _text(found)


def _text(found: Seen) -> Iterator[Words | str]:
    item, state, phase = found.item, found.state, found.state.phase.words
    sign, light = LIGHTS[found.light.colour]
    yield f"{item.subject}  {item.address}  {item.title}"
    yield Words(
        f"责任单位 {state.owner or '未定'}  期限 {state.due or '未定'}  阶段 {phase.zh}  版本 {item.version}",
        f"owner {state.owner or 'none'}  due {state.due or 'none'}  phase {phase.en}  version {item.version}",
    )
    yield Words(
        f"{sign} {light.zh}  {found.light.why.zh}",
        f"{sign} {light.en}  {found.light.why.en}",
    )
    for entry in found.entries:
        words, at = entry.act.words, entry.at.astimezone(HERE)
        when = f"{entry.number:>3}  {at:%Y-%m-%d %H:%M}  {entry.by.unit}  "
        yield Words(when + words.zh, when + words.en)
    for unit, step in found.steps:
        yield Words(f"{unit} 下一步可以：{step.label}（{step.name}）", f"{unit} may now take: {step.name}")


def _as_data(entry: Entry) -> dict[str, Any]:
    return {"number": entry.number, "act": entry.act.value, "at": entry.at, "unit": entry.by.unit, "data": entry.data}


def done(subject: str, act: str, data: Sequence[str], expected: int | None, login: str, unit: str) -> Iterator[Words]:
    """Do one thing with a subject."""
    item = do(
        account=account_called(login), unit=unit, subject=subject, act=Act(act), data=_given(data),
        expected=_version(subject, expected), key=uuid.uuid4().hex, at=timezone.now(),
    )  # fmt: skip
    yield Words(
        f"{item.title}：{Act(act).words.zh}，现在是第{item.version}版",
        f"{item.title}: {Act(act).words.en}, version {item.version} now",
    )


def attached(
    subject: str, step: str, evidence: str, file: Path, expected: int | None, login: str, unit: str
) -> Iterator[Words]:
    """Attach a file to a subject."""
    with file.open("rb") as given:
        data = given.read(MAX_FILE_BYTES + 1)
    item = attach(
        account=account_called(login), unit=unit, subject=subject, step=step, evidence=evidence, name=file.name,
        data=data, expected=_version(subject, expected), key=uuid.uuid4().hex, at=timezone.now(),
    )  # fmt: skip
    digest = current(item).attached[-1].sha256
    yield Words(
        f"{item.title}：已附佐证 {digest}，现在是第{item.version}版",
        f"{item.title}: evidence {digest} attached, version {item.version} now",
    )


def swept() -> Iterator[Words]:
    """Remove files that no entry names."""
    count = sweep(timezone.now())
    yield Words(f"清理了{count}个没有记录的文件", f"{count} files that no entry names were removed")


def _version(subject: str, expected: int | None) -> int:
    """The version that was named, else the present one."""
    if expected is not None:
        return expected
    return Item.objects.filter(pk=subject).values_list("version", flat=True).first() or 0


def _given(pairs: Sequence[str]) -> dict[str, Any]:
    """`name=value` pairs; a value that is JSON is read as such, else it is a text."""
    given: dict[str, Any] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise Refusal(Words(f"“{pair}”应写成 项=值", f"{pair!r} should read NAME=VALUE"))
        try:
            given[name] = json.loads(value)
        except ValueError:
            given[name] = value
    return given


def measured(records: Path, on: datetime | None) -> Iterator[Words]:
    """Give the registers what steps recorded, then measure the promises of the plans at work."""
    now = timezone.now()
    day = on.date() if on else day_of(now)
    taken, faults = register_steps(records=records, at=now)
    yield Words(f"入册{taken}条", f"{taken} steps recorded in their registers")
    yield from faults
    made = measure(records=records, on=day)
    yield Words(f"{day}：新得{made}项承诺的灯", f"{day}: {made} promises have a new light")
