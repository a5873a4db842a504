"""控辍保学三本台账: children of school age, pupils who are asked about, cases of children out of school. Counted from what there is
each time, so that nobody keeps them; with names for one county and the purpose alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.db.models import Count, QuerySet

from yaodian.domain.access import Purpose
from yaodian.domain.finding import Refusal, Words
from yaodian.runtime.lifecycle import Phase
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import NotAllowed
from yaodian.web.accounts.units import organisation
from yaodian.web.assurance.models import LeftOut, ProgrammeResult, Question, Reply
from yaodian.web.assurance.questions import told
from yaodian.web.assurance.reading import standings
from yaodian.web.audit.recording import record
from yaodian.web.clock import day_of
from yaodian.web.installation import NO_RECORDS, indicators, records
from yaodian.web.registers.reading import actor_of, denying, looking_of, within
from yaodian.web.work.models import Concern
from yaodian.workspace.assuring import persons_now, programmes
from yaodian.workspace.person_told import named
from yaodian.workspace.publish.schooling_workbook import OfAge, OutOfSchool, Suspected, write_schooling
from yaodian.workspace.signals import rules

PURPOSE, COHORT = Purpose.DROPOUT_PREVENTION, "never_enrolled"
MOST = 1_000
"""Persons that leave in one workbook."""


@dataclass(frozen=True, slots=True)
class Line:
    """A place in the three ledgers: children of age by state, pupils asked about, cases open and closed."""

    states: Mapping[str, int] = field(default_factory=dict)
    asked: int = 0
    open: int = 0
    closed: int = 0

    @property
    def of_age(self) -> int:
        return sum(self.states.values())


def by_county(county: str = "") -> tuple[ProgrammeResult | None, dict[str, Line]]:
    """When children of age were counted last, and each county's line ("": no county is known), or that of one alone."""
    result = next(one.result for one in standings() if one.programme.id == COHORT)
    lines = {place: Line(states) for place, states in (result.counties if result else {}).items()}
    cases = _cases().order_by().values_list("county", "item__phase")
    _add(lines, _asked().values_list("county"), cases)
    return result, {place: lines[place] for place in sorted(lines) if county in ("", place)}


def by_school(county: str) -> dict[str, Line]:
    """The lines of a county's schools for whose pupils there is a question or a case; of age are children of no school."""
    concerned = Concern.objects.filter(item__in=_cases().filter(county=county).values("item"))
    lines: dict[str, Line] = {}
    _add(lines, _asked().filter(county=county).values_list("school"), concerned.values_list("unit", "item__phase"))
    schools = {unit.code for unit in organisation().units if unit.kind == "school"}
    return {place: line for place, line in sorted(lines.items()) if place in schools or line.asked}


def _add(lines: dict[str, Line], asked: QuerySet[Any], cases: QuerySet[Any]) -> None:
    """Count into the lines what stands under each place: questions (place), cases (place, phase)."""
    for place, count in asked.annotate(Count("pk")):
        line = lines.get(place, Line())
        lines[place] = replace(line, asked=line.asked + count)
    for place, phase, count in cases.annotate(Count("pk")):
        line = lines.get(place, Line())
        closed = count if phase == Phase.CLOSED.value else 0
        lines[place] = replace(line, open=line.open + count - closed, closed=line.closed + closed)


def names(account: Account, county: str, on: date) -> bool:
    """Whether the account's duties reach the children of a county for the purpose."""
    held = (one for one in actor_of(account, on).grants if one.purpose is PURPOSE and one.is_in_force(on))
    return any(one.scope.covers(within(county), "") for one in held)


def schooling_book(*, account: Account, county: str, at: datetime) -> bytes:
    """The three ledgers of a county as a workbook, with names; each look and the export are audited before. NotAllowed for who
    holds no duty for the purpose there."""
    on, folder = day_of(at), records()
    if not names(account, county, on):
        raise NotAllowed(
            Words(
                "有姓名的台账只给有这个县控辍保学职务的人，请由安全管理员授予",
                "ledgers with names are for who holds the duty for dropout prevention there: the security administrator"
                " gives it",
            )
        )
    if folder is None:
        raise Refusal(NO_RECORDS)
    suspected, cases = list(_suspected().filter(county=county)), list(_cases().filter(county=county))
    persons = sorted({one.person for one in (*suspected, *cases)})
    if len(persons) > MOST:
        raise Refusal(
            Words(
                f"超过{MOST}人，不能一次导出；请在县台账的个案里分批看",
                f"these are more than {MOST} persons: look at them in the county's ledger of cases",
            )
        )
    now = persons_now(folder, persons)
    keys = {one: now.get(one, one) for one in persons}
    with denying():
        looking = looking_of(account, PURPOSE, at)
        found = named(folder, county, indicators().city, list(keys.values()), looking, within)
    called = {one: found[key] for one, key in keys.items() if key in found}
    subject, purpose = f"unit:{county}", PURPOSE.value
    record(actor=account.login, act="export:schooling", subject=subject, at=at, purpose=purpose, rows=len(persons))
    result, lines = by_county(county)
    of_age = OfAge(result.on if result else None, dict(lines.get(county, Line()).states))
    return write_schooling(
        _name(county, on), on, of_age, _suspected_rows(suspected, called, on), _case_rows(cases, called, on)
    )


Called = Mapping[str, tuple[str, date | None]]


def _suspected_rows(suspected: Sequence[Question], called: Called, on: date) -> list[Suspected]:
    known = rules(on)
    return [
        Suspected(
            *called.get(one.person, ("", None)), _name(one.school, on), known[one.signal].words.zh, one.since, one.due,
            Reply(one.reply).words.zh if one.reply else "",
        )
        for one in suspected
    ]  # fmt: skip


def _case_rows(cases: Sequence[LeftOut], called: Called, on: date) -> list[OutOfSchool]:
    known = programmes()
    return [
        OutOfSchool(
            *called.get(one.person, ("", None)), known[one.programme].words.zh, one.item.subject, one.item.opened_on,
            one.item.due, Phase(one.item.phase).words.zh,
        )
        for one in cases
    ]  # fmt: skip


def _asked() -> QuerySet[Question]:
    return Question.objects.filter(**_OPEN)


def _suspected() -> QuerySet[Question]:
    return told().filter(**_OPEN).order_by("due", "pk")


_OPEN = {"purpose": PURPOSE.value, "ended_on": None}


def _cases() -> QuerySet[LeftOut]:
    cases = LeftOut.objects.filter(item__purpose=PURPOSE.value)
    return cases.select_related("item").order_by("item__due", "pk")


def _name(code: str, on: date) -> str:
    unit = organisation().with_code(code, on)
    return unit.name if unit else code
