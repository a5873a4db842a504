"""台账查询: what is asked of a ledger, as the query of its address says it, so that a view of it is an address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Q

from yaodian.domain.finding import Words
from yaodian.domain.organisation import OrganisationUnit
from yaodian.runtime.lifecycle import Phase

A_PAGE, MOST_ROWS = 25, 200


class Tab(StrEnum):
    """视图: the views that every ledger has."""

    OPEN = "open"
    OVERDUE = "overdue"
    THIS_WEEK = "week"
    CHECK = "check"
    CLOSED = "closed"
    ALL = "all"

    @property
    def words(self) -> Words:
        return _TABS[self]


_TABS = {
    Tab.OPEN: Words("未销号", "Open"),
    Tab.OVERDUE: Words("逾期", "Overdue"),
    Tab.THIS_WEEK: Words("本周到期", "Due this week"),
    Tab.CHECK: Words("待核验", "To be verified"),
    Tab.CLOSED: Words("已销号", "Closed out"),
    Tab.ALL: Words("全部", "All"),
}


class Span(StrEnum):
    """范围: the unit's own items, their parts in the counties, cases, or all of them."""

    ITEMS = "items"
    PARTS = "parts"
    CASES = "cases"
    ALL = "all"

    @property
    def words(self) -> Words:
        return _SPANS[self]


_SPANS = {
    Span.ITEMS: Words("本单位事项", "Own items"),
    Span.PARTS: Words("分解到县", "Parts of counties"),
    Span.CASES: Words("个案", "Cases"),
    Span.ALL: Words("全部", "All"),
}
SPLITTING = ("bureau", "office")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rows of a ledger: of a view, a kind of work, a light, a phase, a span, a county, below an item; which page of
    how many rows. An empty text asks for all."""

    unit: str
    tab: Tab = Tab.OPEN
    kind: str = ""
    light: str = ""
    phase: str = ""
    span: Span = Span.ALL
    county: str = ""
    item: str = ""
    page: int = 1
    rows: int = A_PAGE

    @classmethod
    def of(cls, query: Mapping[str, Any], unit: OrganisationUnit) -> Asked:
        """What a query says; what it says wrongly is as if it were not there."""
        county = query.get("county", "")
        span = query.get("span") or usual_span(unit, query.get("item", ""))
        if county and span == Span.ITEMS:
            span = Span.ALL
        return cls(
            unit.code,
            tab=Tab(query["tab"]) if query.get("tab") in set(Tab) else Tab.OPEN,
            kind=query.get("kind", ""),
            light=query.get("light", ""),
            phase=query["phase"] if query.get("phase") in set(Phase) else "",
            span=Span(span) if span in set(Span) else Span.ALL,
            county=county,
            item=query.get("item", ""),
            page=max(_whole(query.get("page")), 1),
            rows=min(_whole(query.get("rows")) or A_PAGE, MOST_ROWS),
        )  # fmt: skip

    @property
    def scope(self) -> Q:
        """The rows of all views together."""
        own, below = Q(owner=self.unit), Q(parent__owner=self.unit) | Q(parent__parent__owner=self.unit)
        if self.item:
            own, below = Q(pk=self.item), Q(parent=self.item) | Q(parent__parent=self.item)
        spans = {
            Span.ITEMS: own & Q(is_case=False),
            Span.PARTS: below & Q(is_case=False),
            Span.CASES: (own | below) & Q(is_case=True),
            Span.ALL: own | below,
        }
        return spans[self.span] & (Q(owner=self.county) if self.county else Q())


def usual_span(unit: OrganisationUnit, item: str) -> Span:
    """What is shown unless something else is asked for: of a unit of the bureau its own items, else everything."""
    return Span.ITEMS if unit.kind in SPLITTING and not item else Span.ALL


def _whole(text: Any) -> int:
    return int(text) if isinstance(text, str) and text.isdigit() and len(text) < 7 else 0
