"""在办: what a unit has open, in the groups of its home page, worst first.

A county has thousands of cases. They are placed by their columns, and only those that a group shows are read whole; items
and parts, whose promises decide where they stand, are some dozens and read at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import cached_property

from yaodian.domain.finding import Words
from yaodian.runtime.lifecycle import Phase
from yaodian.web.installation import supervision
from yaodian.web.ledgers.asking import A_PAGE
from yaodian.web.ledgers.placing import NEVER, day_of
from yaodian.web.pages.mine import Mine, mine_of
from yaodian.web.pages.page import Visit
from yaodian.web.work.overview import ORDER, Lit, lit
from yaodian.web.work.reading import items_of

SOON = timedelta(days=30)


class Heap(StrEnum):
    """组: why something stands on the page; what would fit several stands in the first."""

    NEW = "new"
    DUE = "due"
    RETURNED = "returned"
    REACHED = "reached"
    TO_SPLIT = "to_split"
    REST = "rest"


SHOWN: Mapping[Heap, Words] = {
    Heap.NEW: Words("新到，待签收", "New, to be accepted"),
    Heap.TO_SPLIT: Words("待分解到县", "To be split among the counties"),
    Heap.DUE: Words("到期和逾期", "Due and overdue"),
    Heap.REACHED: Words("登记库已达承诺，请确认", "Reached by the registers: please confirm"),
    Heap.RETURNED: Words("退回", "Sent back"),
}


@dataclass(frozen=True, slots=True)
class Placed:
    """An open subject: its id and version, in which heap it stands, and where: by its light, then by its deadline."""

    pk: str
    version: int
    heap: Heap
    order: tuple[int, str]


@dataclass(frozen=True, slots=True)
class Group:
    """A heap as the page shows it: its first rows, and how many there are."""

    words: Words
    rows: Sequence[Mine]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.rows)


class OwnWork:
    """What these units have open on the day of a visit."""

    def __init__(self, visit: Visit, units: Sequence[str]) -> None:
        self._visit, self._soon = visit, (visit.on + SOON).isoformat()
        self._open = items_of(visit.account, visit.on, is_open=True, owner__in=units)
        whole = lit(self._open.filter(is_case=False).with_plan(), visit.on)
        self._told = mine_of(visit, whole)
        placed = sorted([*map(self._item, whole), *self._cases()], key=lambda one: one.order)
        self._heaps = {heap: [one for one in placed if one.heap is heap] for heap in Heap}
        self.count = len(placed)
        self.asked = sum(len(set(one.state.promised or {}) - set(one.state.measured)) for one in whole)
        """How many numbers no register holds, so that the units are asked for them."""

    @property
    def new(self) -> list[Placed]:
        """What is to be accepted."""
        return self._heaps[Heap.NEW]

    @cached_property
    def groups(self) -> list[Group]:
        """Each heap that asks for something."""
        return [self._group(words, heap) for heap, words in SHOWN.items()]

    @cached_property
    def rest(self) -> Group:
        """What goes its way."""
        return self._group(Words("在办", "under way"), Heap.REST)

    def _item(self, one: Lit) -> Placed:
        due = one.state.due.isoformat() if one.state.due else NEVER
        heap = self._heap(one.state.phase.value, due, bool(one.state.sent_back))
        if heap is Heap.REST and self._told[one.item.pk].may_be_confirmed:
            heap = Heap.REACHED
        elif heap is Heap.REST and self._told[one.item.pk].may_be_split:
            heap = Heap.TO_SPLIT
        return Placed(one.item.pk, one.item.version, heap, (one.order[0], due))

    def _cases(self) -> Iterator[Placed]:
        day, cases = day_of(supervision(), self._visit.on), self._open.filter(is_case=True).order_by()
        returned = set(cases.filter(phase=Phase.UNDER_WAY.value, state__sent_back__gt=0).values_list("pk", flat=True))
        for pk, version, text in cases.values_list("pk", "version", "alike"):
            known = day.standing(text)
            heap = self._heap(known.alike.phase, known.due, pk in returned)
            yield Placed(pk, version, heap, (ORDER.get(known.colour, len(ORDER)), known.due))

    def _heap(self, phase: str, due: str, was_sent_back: bool) -> Heap:
        if phase == Phase.ASSIGNED:
            return Heap.NEW
        if due <= self._soon:
            return Heap.DUE
        return Heap.RETURNED if was_sent_back and phase == Phase.UNDER_WAY else Heap.REST

    def _group(self, words: Words, heap: Heap) -> Group:
        own = self._heaps[heap]
        first = [one.pk for one in own[:A_PAGE]]
        unread = [pk for pk in first if pk not in self._told]
        read = {one.item.pk: Mine(one) for one in lit(self._open.filter(pk__in=unread).with_plan(), self._visit.on)}
        return Group(words, [self._told.get(pk) or read[pk] for pk in first], len(own))
