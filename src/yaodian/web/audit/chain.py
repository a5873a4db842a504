"""封存与查验: one sealer chains committed rows; a verifier walks the chain and names the first row that is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.db.models import Count, Max

from yaodian.domain.finding import Words
from yaodian.runtime.sealing import START, chained, merkle_root
from yaodian.web.audit.models import ActorCount, AuditRow, Head, Root
from yaodian.web.audit.recording import beginning_of

AT_ONCE = 5_000
READ_AT_ONCE = 20_000
_LINK = f"UPDATE {AuditRow._meta.db_table} SET place = %s, digest = %s WHERE id = %s"
_COLUMNS = ("place", "digest", "body", "id", "actor", "actor_number", "act", "subject", "purpose", "at")


def seal() -> int:
    """Chain the rows that are committed and not sealed; how many. Two sealers wait for each other."""
    total = 0
    while sealed := _seal_some():
        total += sealed
    return total


def _seal_some() -> int:
    with transaction.atomic():
        Head.objects.get_or_create(pk=1, defaults={"digest": START})
        head = Head.objects.select_for_update().get(pk=1)
        links = []
        for row, body in AuditRow.objects.filter(place=None).order_by("pk").values_list("pk", "body")[:AT_ONCE]:
            head.place += 1
            head.digest = chained(head.digest, head.place, body)
            links.append((head.place, head.digest, row))
        with connection.cursor() as cursor:
            cursor.executemany(_LINK, links)
        head.save()
    return len(links)


def close_day(day: date) -> Root | None:
    """Seal, and keep the root of everything sealed since the last root; None where nothing was, or the day has one."""
    seal()
    with transaction.atomic():
        head = Head.objects.select_for_update().get(pk=1)
        first = (Root.objects.aggregate(last=Max("last"))["last"] or 0) + 1
        if head.place < first or Root.objects.filter(day__gte=day).exists():
            return None
        root = merkle_root(_digests(first, head.place))
        return Root.objects.create(day=day, first=first, last=head.place, root=root)


def _digests(first: int, last: int) -> Iterator[str]:
    rows = AuditRow.objects.filter(place__range=(first, last)).order_by("place")
    return (digest or START for digest in rows.values_list("digest", flat=True).iterator(READ_AT_ONCE))


def verify(published: Mapping[str, str] | None = None) -> Words | None:
    """The first thing that is wrong with the chain, None where it is whole. `published` are roots that others hold, by
    their day: they show a chain that was cut off or written anew."""
    return _chain_fault() or _count_fault() or _root_fault(published or {})


def newest_root() -> Root | None:
    """The root of the last day that has one."""
    return Root.objects.order_by("-day").first()


def unsealed() -> int:
    """How many rows wait for the sealer."""
    return AuditRow.objects.filter(place=None).count()


def _chain_fault() -> Words | None:
    before, expected = START, 0
    rows = AuditRow.objects.exclude(place=None).order_by("place").values_list(*_COLUMNS)
    for place, digest, body, pk, *columns in rows.iterator(READ_AT_ONCE):
        expected += 1
        if place != expected:
            return Words(f"审计第{expected}条不见了", f"audit entry {expected} is missing")
        if digest != chained(before, place, body) or not _agree(body, columns):
            return Words(f"审计第{place}条（编号{pk}）被改动过", f"audit entry {place} (row {pk}) was changed")
        before = digest
    head = Head.objects.filter(pk=1).values_list("place", "digest").first() or (0, START)
    if head != (expected, before):
        return Words(
            f"审计在第{expected}条之后被截断：链尾应是第{head[0]}条",
            f"the audit was cut off after entry {expected}: its end should be entry {head[0]}",
        )
    return None


def _agree(body: str, columns: Sequence[Any]) -> bool:
    """Whether the columns say what the canonical text says, which begins with them."""
    actor, number, act, subject, purpose, at = columns
    return body.startswith(beginning_of(at, actor, number, act, subject, purpose))


def _count_fault() -> Words | None:
    """Each actor's rows, sealed or not, are numbered without a gap up to its count."""
    counts = dict(ActorCount.objects.values_list("actor", "rows"))
    found = AuditRow.objects.values("actor").annotate(rows=Count("pk"), last=Max("actor_number")).order_by("actor")
    held = {row["actor"]: (row["rows"], row["last"]) for row in found}
    for actor in sorted(counts.keys() | held.keys()):
        rows, last = held.get(actor, (0, 0))
        if rows != last or rows != counts.get(actor, 0):
            return Words(
                f"“{actor}”的审计应有{counts.get(actor, 0)}条，现有{rows}条",
                f"{actor} should have {counts.get(actor, 0)} audit entries and has {rows}",
            )
    return None


def _root_fault(published: Mapping[str, str]) -> Words | None:
    held = {row.day.isoformat(): row for row in Root.objects.order_by("day")}
    for day, root in sorted(published.items()):
        if day not in held or held[day].root != root:
            return Words(f"{day}公布的审计根与库里的不符", f"the root published for {day} is not the one held")
    for day, row in held.items():
        if merkle_root(_digests(row.first, row.last)) != row.root:
            return Words(
                f"{day}的审计根与第{row.first}至{row.last}条不符",
                f"the root of {day} does not fit entries {row.first} to {row.last}",
            )
    return None
