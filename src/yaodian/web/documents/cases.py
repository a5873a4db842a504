"""个案情况: what became of a plan's cases, counted as of the end of a day. Cases that nobody touched after it are counted by the
database from the columns of their rows; of the others the entries that matter are read again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.db.models import Count, Q, QuerySet, Sum

from yaodian.domain.entry import Act, Entry
from yaodian.runtime.case_counts import CaseCount, Counts, Group
from yaodian.runtime.lifecycle import TURNS, Phase, turned
from yaodian.web.installation import supervision
from yaodian.web.work.models import EntryRow, Item

AT_ONCE = 500
PERSON = "person"
MINIMUM = "minimum_cell_sensitive"
IS_CLOSING = Q(act=Act.CLOSE.value) | Q(act=Act.STEP.value, data__closes=True)
_GROUP = ("kind", "owner", "names_person")


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """The counts, how many `entries` they rest on, and the fewest persons that a published number may stand for."""

    counts: Counts
    entries: int
    least: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """The part of a period that is looked at: its first day and the last, and the instants before which it had not begun
    and was over."""

    first: date
    on: date
    begin: datetime
    end: datetime


def has_cases(plan: str) -> bool:
    return Item.objects.filter(plan__plan=plan, is_case=True).exists()


def cases_of(plan: str, stretch: Stretch) -> CaseFacts:
    """The cases of a plan as of the end of a stretch, with what happened within it."""
    cases = Item.objects.filter(plan__plan=plan, is_case=True, opened_on__lte=stretch.on)
    closing = EntryRow.objects.filter(
        IS_CLOSING, item__plan__plan=plan, item__is_case=True, at__gte=stretch.begin, at__lt=stretch.end
    )
    counts = defaultdict[Group, CaseCount](CaseCount)
    for group, count in (*_standing(cases, closing, stretch), *_turned(cases, closing, stretch)):
        counts[group] += count
    least = supervision().parameters[MINIMUM].on(stretch.on).value
    return CaseFacts(dict(sorted(counts.items())), _entries(cases, stretch.end), int(least))


def _entries(cases: QuerySet[Item], end: datetime) -> int:
    """How many entries of these there are before an instant."""
    until = cases.filter(last_at__lt=end).aggregate(entries=Sum("version"))["entries"] or 0
    return int(until) + EntryRow.objects.filter(item__in=cases.filter(last_at__gte=end), at__lt=end).count()


Counted = tuple[Group, CaseCount]


def _standing(cases: QuerySet[Item], closing: QuerySet[EntryRow], stretch: Stretch) -> Iterator[Counted]:
    """Those whose rows say how they stood, as nothing was done with them since."""
    is_open = ~Q(phase=Phase.CLOSED.value)
    rows = cases.filter(last_at__lt=stretch.end).annotate(names_person=~Q(person="")).order_by()
    told = rows.values(*_GROUP).annotate(
        all=Count("pk"), new=Count("pk", filter=Q(opened_on__gte=stretch.first)), open=Count("pk", filter=is_open),
        late=Count("pk", filter=is_open & Q(due__lt=stretch.on)),
    )  # fmt: skip
    for row in told:
        count = CaseCount(row["all"], row["new"], 0, row["open"], row["late"])
        yield _group(row["kind"], row["owner"], row["names_person"]), count
    ended = closing.filter(item__last_at__lt=stretch.end, item__phase=Phase.CLOSED.value).order_by()
    by_group = ended.annotate(names_person=~Q(item__person="")).values_list("item__kind", "item__owner", "names_person")
    for kind, owner, names_person, closed in by_group.annotate(Count("item", distinct=True)):
        yield _group(kind, owner, names_person), CaseCount(closed=closed)


def _turned(cases: QuerySet[Item], closing: QuerySet[EntryRow], stretch: Stretch) -> Iterator[Counted]:
    """Those with which something was done since, as they were; their entries are read as far as they matter."""
    late = dict(cases.filter(last_at__gte=stretch.end).order_by("pk").values_list("pk", "person"))
    closed = set(closing.filter(item__last_at__gte=stretch.end).values_list("item_id", flat=True))
    before = EntryRow.objects.filter(at__lt=stretch.end)
    for state in map(turned, histories(list(late), before.filter(act__in=TURNS))):
        count = CaseCount.of(state, stretch.first, stretch.on, was_closed=state.subject in closed)
        yield _group(state.kind, state.owner, bool(late[state.subject])), count


def histories(subjects: Sequence[str], entries: QuerySet[EntryRow]) -> Iterator[Iterator[Entry]]:
    """The entries of each of these subjects, in their order, that are among the given ones; of some hundred at a time."""
    for start in range(0, len(subjects), AT_ONCE):
        some = entries.filter(item__in=subjects[start : start + AT_ONCE]).order_by("item_id", "number")
        rows = map(EntryRow.from_columns, some.values_list(*EntryRow.COLUMNS))
        for _, own in groupby(rows, key=lambda entry: entry.subject):
            yield own


def label_of(kind: str) -> str:
    """What a kind of work is called; its name where it is no longer declared."""
    known = supervision().kinds.get(kind)
    return known.label if known else kind


def _group(kind: str, owner: str, names_person: bool) -> Group:
    """Its group; a case is about a person where one is named, and where its kind of work has a person for a case."""
    known = supervision().kinds.get(kind)
    return Group(kind, owner, names_person or (known is not None and known.case == PERSON))
