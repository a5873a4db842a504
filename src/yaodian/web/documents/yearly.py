"""年度档案: everything that a year's plan promised, what was done and what was measured, in one archive that can be checked
without this system; the same database gives the same bytes."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.db.models import Max

from yaodian.domain.finding import Refusal, Words
from yaodian.runtime.ledger import ledger_of
from yaodian.runtime.sealing import merkle_root
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import Doing, must, standing
from yaodian.web.accounts.units import organisation
from yaodian.web.audit.chain import seal
from yaodian.web.audit.models import Root
from yaodian.web.audit.recording import record
from yaodian.web.clock import day_of
from yaodian.web.documents.models import Bulletin, Status
from yaodian.web.plans.measured import measured_plan
from yaodian.web.plans.models import PlanEdition
from yaodian.web.plans.structure import names_of
from yaodian.web.work.models import EntryRow, Item
from yaodian.web.work.writing import current, seal_of
from yaodian.workspace.publish.scoreboard_rows import as_json
from yaodian.workspace.publish.yearly_page import YearlyPage, yearly_html
from yaodian.workspace.score.measured_plan import MeasuredPlan

STAMP = (1980, 1, 1, 0, 0, 0)
INDEX = "index.sha256"
Files = Iterator[tuple[str, bytes]]


def write_yearly_file(
    *, by: Account, year: int, folder: Path, at: datetime, records: Path | None = None
) -> tuple[Path, int]:
    """Write the archive of a year's plan; its path and how many files it holds besides the index.

    Refusal where the plan was never published. `records`: a warehouse that measures the promises on the year's last day.
    """
    must(standing(by, day_of(at)), Doing.ISSUE_DOCUMENT)
    editions = list(PlanEdition.objects.filter(plan=str(year)).order_by("number"))
    if not editions:
        raise Refusal(Words(f"没有下达过{year}年的要点", f"no plan of {year} was published"))
    seal()
    path = folder / f"{year}年要点年度档案.zip"
    part = path.with_suffix(".part")
    told: list[str] = []
    with zipfile.ZipFile(part, "w") as archive:
        for name, content in _files(editions, records):
            told.append(f"{sha256(content).hexdigest()}  {name}\n")
            _add(archive, name, content)
        _add(archive, INDEX, "".join(told).encode())
    part.replace(path)
    record(
        actor=by.login, act="yearly_file", subject=f"plan:{year}", at=at, files=len(told),
        index=sha256("".join(told).encode()).hexdigest(),
    )  # fmt: skip
    return path, len(told)


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    about = zipfile.ZipInfo(name, STAMP)
    about.compress_type, about.external_attr, about.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
    archive.writestr(about, content)


def _files(editions: list[PlanEdition], records: Path | None) -> Files:
    plan, newest = editions[-1].plan, editions[-1]
    for edition in editions:
        yield f"plan/{edition.number}.plan.yaml", edition.plan_file.encode()
    items = list(Item.objects.filter(plan__plan=plan, is_case=False).order_by("subject"))
    seals: list[str] = []
    for item in items:
        entries = [row.entry for row in item.entries.order_by("number")]
        seals += map(seal_of, entries)
        yield f"items/{item.subject}.json", _json(_item(item, entries))
    yield "evidence.txt", _evidence(items)
    for bulletin in Bulletin.objects.filter(plan=plan, status=Status.ISSUED.value).order_by("period", "number"):
        yield f"bulletins/{bulletin.period}-{bulletin.number}.json", _json(_bulletin(bulletin))
    board = None
    if records is not None:
        on = date(newest.year, 12, 31)
        board = measured_plan(newest, records, on)
        yield "measured.json", _json(as_json(board.board, "zh"))
    audit = _audit(plan, seals)
    yield "audit.json", _json(audit)
    yield "summary.html", _summary(newest, items, board, audit).encode()


def _item(item: Item, entries: list[Any]) -> dict[str, Any]:
    return {
        "subject": item.subject,
        "address": item.address,
        "parent": item.parent_id,
        "state": item.state,
        "entries": [
            {
                "number": entry.number, "act": entry.act.value, "at": entry.at.isoformat(), "unit": entry.by.unit,
                "seat": entry.by.seat.value, "account": entry.by.account, "data": dict(entry.data), "seal": seal_of(entry),
            }
            for entry in entries
        ],
    }  # fmt: skip


def _bulletin(bulletin: Bulletin) -> dict[str, Any]:
    return {
        "address": bulletin.address, "title": bulletin.title, "document_no": bulletin.document_no, "text": bulletin.text,
        "numbers": bulletin.numbers, "data_on": bulletin.data_on.isoformat(), "root": bulletin.root, "seal": bulletin.seal,
    }  # fmt: skip


def _evidence(items: list[Item]) -> bytes:
    """A line for each file: its hash, the subject, the step, what it is evidence of."""
    lines = {
        f"{one.sha256}  {item.subject}  {one.step}  {one.evidence}\n"
        for item in items
        for one in current(item).attached
    }
    return "".join(sorted(lines)).encode()


def _audit(plan: str, seals: list[str]) -> dict[str, Any]:
    """The root over the seals of the entries in their order here, and the daily roots that cover their audit rows."""
    rows = EntryRow.objects.filter(item__plan__plan=plan, item__is_case=False)
    last = rows.aggregate(last=Max("audit__place"))["last"] or 0
    roots = Root.objects.filter(first__lte=last).order_by("day")
    covered = max((root.last for root in roots), default=0)
    return {
        "entries": len(seals),
        "entries_root": merkle_root(seals),
        "daily_roots": [
            {"day": root.day.isoformat(), "first": root.first, "last": root.last, "root": root.root} for root in roots
        ],
        "entries_without_daily_root": rows.filter(audit__place__gt=covered).count(),
    }


def _summary(edition: PlanEdition, items: list[Item], measured: MeasuredPlan | None, audit: dict[str, Any]) -> str:
    states = [current(item) for item in items if item.parent_id is None]
    addresses = {item.subject: item.address for item in items}
    seen = {promise: value for promise, row in measured.rows.items() if (value := row.measured)} if measured else {}
    lights = {promise: row.light for promise, row in measured.rows.items()} if measured else {}
    end, units = date(edition.year, 12, 31), organisation()
    rows = []
    for state in sorted(states, key=lambda state: (addresses[state.subject], state.subject)):
        known = units.with_code(state.owner, end)
        name = known.name if known else state.owner
        rows.append((name, ledger_of(state.owner, end, [state], addresses, seen, lights).rows[0]))
    return yearly_html(
        YearlyPage(edition.title, edition.number, tuple(rows), names_of([edition]), len(items) - len(states), audit)
    )


def _json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()
