"""模拟: a year of an office's work put into a database that holds no other: accounts, units, the plan, and what became of it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path

from django.db import transaction

from yaodian.domain.access import Purpose
from yaodian.domain.entry import Act, Hand, Seat
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.organisation import Organisation
from yaodian.runtime.command import Setting
from yaodian.web.accounts.models import Account, Duty
from yaodian.web.accounts.units import mirror, organisation
from yaodian.web.clock import HERE
from yaodian.web.installation import supervision
from yaodian.web.simulation.filing import Filing
from yaodian.web.work.bulk import History, keep_histories
from yaodian.web.work.drawing import draw, frame_of, to_be_drawn
from yaodian.web.work.models import EntryRow, Item
from yaodian.web.work.publishing import publish
from yaodian.web.work.writing import Opening, current
from yaodian.workspace.simulation.lives import Ground, Life, SettingOn, cases_of, evidence_by_name, live, part_of
from yaodian.workspace.simulation.offices import LOGIN, MARK, SCHOOLS, Offices, offices, school_units

SEVERAL = 50  # schools to draw from, of which a tenth is visited
OFFICE = "bureau_office"
ABOUT_PERSONS = Purpose.CARE
"""For what cases about a person may show whom they are about."""
FOR_PERSONS: Mapping[str, Sequence[Purpose]] = {
    Seat.COUNTY: (ABOUT_PERSONS, Purpose.DROPOUT_PREVENTION, Purpose.STUDENT_AID),
    "basic_education": (ABOUT_PERSONS, Purpose.DROPOUT_PREVENTION, Purpose.SPECIAL_EDUCATION),
    "student_aid": (Purpose.STUDENT_AID,),
}
"""For what each county, and the units in charge, may look at single persons."""
REACH = 3  # names and addresses; no ID numbers
FIRST_DAY = (3, 2)


@dataclass(frozen=True, slots=True)
class Simulated:
    """What came of it: accounts, items and cases, entries."""

    accounts: int
    subjects: int
    entries: int


def simulate(
    *, file: Path, year: int, months: int, seed: int, cases: int, schools: int = SCHOOLS, keeps_files: bool = True
) -> Simulated:
    """Publish a plan on a March morning and let the city's offices work at it for so many months, `cases` for each
    part of a kind that has cases; without its files evidence is named and not there. Refusal where the database holds
    work that is not simulated."""
    if Item.objects.exists() or Account.objects.filter(is_simulated=False, administers="").exists():
        raise Refusal(
            Words(
                "数据库里已有真实的账号或事项，不能混入模拟；请用一个新数据库",
                "the database holds real accounts or work: simulate into a new one",
            )
        )
    chance, first = random.Random(seed), date(year, *FIRST_DAY)
    of = _offices(chance, schools, first)
    at = datetime.combine(first, time(9), HERE)
    made = _settle(of, first, at)
    office = Account.objects.get(login=LOGIN.format(OFFICE))
    publish(by=office, unit=OFFICE, file=file, at=at)
    last = _months_on(first, months)
    filing = Filing()
    ground = Ground(of, _setting_on(), last, filing if keeps_files else evidence_by_name)
    subjects, entries = keep_histories(_histories(ground, chance, first, cases))
    filing.file_all(at)
    subjects_drawn, entries_drawn = draw_sample(of, seed, datetime.combine(last, time(9), HERE))
    return Simulated(made, subjects + subjects_drawn, entries + entries_drawn)


def draw_sample(of: Offices, seed: int, at: datetime) -> tuple[int, int]:
    """Draw a sample that waits to be drawn, to be visited by another unit: the smallest of those that several visits come
    of, else the largest; (visits, entries) of it."""
    owners = (Account.objects.get(login=hand.account) for hand in (*of.units.values(), *of.counties.values()))
    waiting = {item.pk: (owner, item) for owner in owners for item in to_be_drawn(owner, at)}
    if not waiting:
        return 0, 0
    sized = sorted((len(frame_of(item, at)), name) for name, (_, item) in waiting.items())
    owner, item = waiting[next((name for size, name in sized if size >= SEVERAL), sized[-1][1])]
    before = EntryRow.objects.count()
    visitor = of.checker(current(item).acted, item.owner).unit
    draw(
        account=owner, unit=item.owner, subject=item.pk, seed=f"{MARK}{seed}", visitor=visitor, expected=item.version,
        key=f"sample-{seed}", at=at,
    )  # fmt: skip
    return Item.objects.filter(
        parent=item, concern__unit=visitor, is_case=True
    ).count(), EntryRow.objects.count() - before


def _offices(chance: random.Random, schools: int, on: date) -> Offices:
    known, counties = supervision().organisation, sorted(supervision().counties(on))
    units = [unit.code for unit in known.units if unit.kind == "office"]
    city = next(unit.code for unit in known.units if unit.kind == "bureau")
    if OFFICE not in units:
        raise Refusal(Words(f"本局的单位里没有{OFFICE}", f"the bureau has no unit {OFFICE}"))
    return offices(units, counties, city, OFFICE, chance, schools)


def _settle(of: Offices, first: date, at: datetime) -> int:
    """The units mirrored, and an account with a duty for each."""
    known = supervision().organisation
    schools = school_units(of, {unit.code: unit.name for unit in known.units})
    mirror(Organisation((*known.units, *schools), known.successions), "simulated", at)
    hands = of.hands()
    with transaction.atomic():
        rows = [Account(login=h.account, name=_name(h, first), password="!", is_simulated=True) for h in hands]
        by_login = {account.login: account for account in Account.objects.bulk_create(rows, batch_size=500)}
        duties = [_duty(by_login[hand.account], hand, first) for hand in hands]
        duties += [
            _duty(by_login[hand.account], hand, first, purpose, REACH)
            for hand in hands
            for purpose in FOR_PERSONS.get(hand.unit, FOR_PERSONS.get(hand.seat, ()))
        ]
        Duty.objects.bulk_create(duties, batch_size=500)
    return len(hands)


def _name(hand: Hand, on: date) -> str:
    """Who acts there, marked as invented: 基教科（演示）."""
    unit = organisation().with_code(hand.unit, on)
    called = hand.seat.words.zh if hand.seat is Seat.LEADER or unit is None else unit.name
    return f"{called}（演示）"


def _duty(account: Account, hand: Hand, since: date, purpose: Purpose = Purpose.SUPERVISION, reach: int = 2) -> Duty:
    return Duty(account=account, unit=hand.unit, seat=hand.seat.value, purpose=purpose.value, since=since, reach=reach)


def _setting_on() -> SettingOn:
    """The setting of a day, worked out once for each day and owner."""
    ground, known = supervision(), dict[tuple[date, str], Setting]()

    def setting(day: date, owner: str, open_parts: int) -> Setting:
        key = day, owner
        if key not in known:
            known[key] = ground.setting(day, owner)
        return replace(known[key], open_parts=open_parts) if open_parts else known[key]

    return setting


def _histories(ground: Ground, chance: random.Random, first: date, cases: int) -> Iterator[History]:
    for item in Item.objects.with_plan().order_by("subject"):
        opening = Opening(item.plan, item.address)
        life = live(Life(ground, chance, current(item), first))
        yield History(life.entries, life.now, opening)
        for entry in life.parts:
            part = live(part_of(life, entry))
            above = Opening(item.plan, item.address, concerns=(item.owner,))
            yield History(part.entries, part.now, above)
            yield from _cases(part, above, cases)


def _cases(part: Life, above: Opening, count: int) -> Iterator[History]:
    kind = part.ground.setting(part.day, part.now.owner, 0).kinds[part.now.kind]
    if kind.case is None or not any(entry.act is Act.ACCEPT for entry in part.entries):
        return
    for case in cases_of(part, count):
        school = case.entries[0].by.unit
        done = live(case)
        opening = replace(above, concerns=(*above.concerns, school))
        if kind.case == "person":
            whom = f"{MARK}学生{done.now.subject}"
            opening = replace(opening, person=whom, purpose=ABOUT_PERSONS.value)
        yield History(done.entries, done.now, opening)


def _months_on(first: date, months: int) -> date:
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, first.day)
