"""个案情况: what became of a plan's cases, counted as of the end of a day. Cases that nobody touched after it are counted by the
database from the columns of their rows; only the others are folded again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.db.models import Count, Q, QuerySet, Sum

from yaodian.domain.entry import Act
from yaodian.runtime.case_counts import CaseCount, Counts, Group
from yaodian.runtime.lifecycle import Phase, State, fold
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
    counts, entries = defaultdict[Group, CaseCount](CaseCount), 0
    for group, count, number in (*_standing(cases, closing, stretch), *_folded(cases, closing, stretch)):
        counts[group] += count
        entries += number
    least = supervision().parameters[MINIMUM].on(stretch.on).value
    return CaseFacts(dict(sorted(counts.items())), entries, int(least))


Counted = tuple[Group, CaseCount, int]


def _standing(cases: QuerySet[Item], closing: QuerySet[EntryRow], stretch: Stretch) -> Iterator[Counted]:
    """Those whose rows say how they stood, as nothing was done with them since; each group with its entries."""
    is_open = ~Q(phase=Phase.CLOSED.value)
    rows = cases.filter(last_at__lt=stretch.end).annotate(names_person=~Q(person="")).order_by()
    told = rows.values(*_GROUP).annotate(
        all=Count("pk"), new=Count("pk", filter=Q(opened_on__gte=stretch.first)), open=Count("pk", filter=is_open),
        late=Count("pk", filter=is_open & Q(due__lt=stretch.on)), entries=Sum("version"),
    )  # fmt: skip
    for row in told:
        yield (
            _group(*map(row.get, _GROUP)),
            CaseCount(row["all"], row["new"], 0, row["open"], row["late"]),
            row["entries"],
        )
    ended = closing.filter(item__last_at__lt=stretch.end, item__phase=Phase.CLOSED.value).order_by()
    by_group = ended.annotate(names_person=~Q(item__person="")).values_list("item__kind", "item__owner", "names_person")
    for kind, owner, names_person, closed in by_group.annotate(Count("item", distinct=True)):
        yield _group(kind, owner, names_person), CaseCount(closed=closed), 0


def _folded(cases: QuerySet[Item], closing: QuerySet[EntryRow], stretch: Stretch) -> Iterator[Counted]:
    """Those with which something was done since, as they were."""
    late = dict(cases.filter(last_at__gte=stretch.end).order_by("pk").values_list("pk", "person"))
    closed = set(closing.filter(item__last_at__gte=stretch.end).values_list("item_id", flat=True))
    for state in folded_before(list(late), stretch.end):
        count = CaseCount.of(state, stretch.first, stretch.on, was_closed=state.subject in closed)
        yield _group(state.kind, state.owner, bool(late[state.subject])), count, state.number


def folded_before(subjects: Sequence[str], end: datetime) -> Iterator[State]:
    """The states of these subjects before an instant; those that were opened later are none yet."""
    for start in range(0, len(subjects), AT_ONCE):
        some = EntryRow.objects.filter(item__in=subjects[start : start + AT_ONCE], at__lt=end)
        rows = some.order_by("item_id", "number").values_list(*EntryRow.COLUMNS)
        for _, own in groupby(map(EntryRow.from_columns, rows), key=lambda entry: entry.subject):
            yield fold(own)


def label_of(kind: str) -> str:
    """What a kind of work is called; its name where it is no longer declared."""
    known = supervision().kinds.get(kind)
    return known.label if known else kind


def _group(kind: str, owner: str, names_person: bool) -> Group:
    """Its group; a case is about a person where one is named, and where its kind of work has a person for a case."""
    known = supervision().kinds.get(kind)
    return Group(kind, owner, names_person or (known is not None and known.case == PERSON))
