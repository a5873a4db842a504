"""Every entitlement and every yuan of ten thousand invented pupils, beside the table of the rules."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.loaded_city import REGISTERS
from tests.warehouse.batches import batch
from tests.workspace.reconciling.aid_rules import PROGRAMMES, TERMS, Pupil
from yaodian.declare.register import CHANGES
from yaodian.warehouse.audit import FileAudit
from yaodian.warehouse.keys import Keys
from yaodian.warehouse.reconciling import Reconciled
from yaodian.warehouse.store import Warehouse
from yaodian.warehouse.vault import vault_schema
from yaodian.workspace.linking import link_persons, persons_of, programme_called, reconciled

pytestmark = pytest.mark.slow
COUNT, SEED, SINCE, GONE_ON = 10_000, 8, date(2018, 1, 1), date(2019, 12, 31)
DAY_IN = {"2018S2": date(2019, 5, 29), "2019S2": date(2020, 5, 29), "2023S2": date(2024, 5, 29)}
GRADES = {
    "preschool": ("k0", "k1", "k2", "k3", "km"),
    "primary": ("p1", "p2", "p3", "p4", "p5", "p6"),
    "junior": ("j1", "j2", "j3"),
    "senior": ("s1", "s2", "s3"),
    "vocational": ("v1", "v2", "v3"),
    "special": ("p1", "p6", "j3"),
}
GROUPS = ("minimum_income", "extreme_poor", "disabled_poor", "orphan", "martyr", "relocated", "other_poor")
POVERTY = ("poor", "left", "returned", "at_risk", "removed")
SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈", "一二三四五六七八九十百千万东西南北中春夏秋冬"


@dataclass(frozen=True)
class Made:
    """The warehouse, its pupils, and every payment of 2019S2 by programme and pupil."""

    warehouse: Warehouse
    pupils: tuple[Pupil, ...]
    paid: Mapping[str, Mapping[int, tuple[Decimal, ...]]]


class Draft:
    """Rows of the registers, drawn pupil by pupil."""

    def __init__(self) -> None:
        self.rng = random.Random(SEED)
        self.rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self.pupils: list[Pupil] = []
        self.paid: dict[str, dict[int, tuple[Decimal, ...]]] = defaultdict(dict)

    def pupil(self, number: int) -> None:
        rng = self.rng
        stage = rng.choice(tuple(GRADES))
        grade, boarding = rng.choice(GRADES[stage]), rng.choice(("day", "boarding", "lodging", "accompanied"))
        status = rng.choice(("enrolled",) * 8 + ("on_leave", "graduated", "transferred_out"))
        person = self._person(number)
        poverty = rng.choice(POVERTY) if rng.random() < 0.4 else ""
        group = rng.choice(GROUPS) if rng.random() < 0.4 else ""
        is_over = rng.random() < 0.2
        self.rows["students"].append({**person, "student_no": f"G{number}"})
        place = {"school_code": "2152000001", "stage_code": stage, "grade_code": grade, "boarding_code": boarding}
        self.rows["enrolments"].append({**person, **place, "student_no": f"G{number}", "status_code": status})
        county = {"county_code": "520302"}
        if poverty:
            self.rows["poor_household_members"].append(
                {**person, **county, "member_no": str(number), "state_code": poverty}
            )
        if group:
            span = {"group_code": group, "since_on": SINCE, "until_on": GONE_ON if is_over else None}
            self.rows["priority_group_members"].append({**person, **county, **span})
        lists = ("registered_poor",) if poverty in ("poor", "left", "returned") else ()
        before = (*lists, group) if group else lists
        self.pupils.append(Pupil(number, stage, grade, boarding, status, lists if is_over else before, before))
        for programme in PROGRAMMES:
            self._pay(self.pupils[-1], programme)

    def _person(self, number: int) -> dict[str, Any]:
        """No two who were born on one day have like names: nobody is taken for another."""
        born = date(2002, 1, 1) + timedelta(days=number % 5000)
        name = SURNAMES[number % 10] + GIVEN[number // 10 % 22] + GIVEN[(number // 220 + number // 5000 * 9) % 22]
        return {"id_no": f"520302{born:%Y%m%d}{number // 5000:03d}X", "name": name, "birth_on": born, "sex_code": "1"}

    def _pay(self, pupil: Pupil, programme: str) -> None:
        due = pupil.due(programme, "2019S2")
        amounts = self._amounts(due) if due else self._without_right()
        if amounts:
            self.paid[programme][pupil.number] = amounts
        for term, parts in (("2019S2", amounts), ("2019S1", (Decimal("77.70"),) if self.rng.random() < 0.02 else ())):
            for turn, amount in enumerate(parts):
                payment = {"student_no": f"G{pupil.number}", "programme_code": programme, "term": term}
                late = {"batch_no": str(turn), "paid_on": date(2020, 4, 20) + timedelta(days=40 * turn)}
                self.rows["aid_payments"].append({**payment, **late, "amount_yuan": amount, "way_code": "card"})

    def _amounts(self, due: Decimal) -> tuple[Decimal, ...]:
        cent = Decimal("0.01")
        half = (due / 3).quantize(cent)
        ways: tuple[tuple[Decimal, ...], ...] = (
            *((due,),) * 12, (), (half, due - half), (due, due), (due - cent,), (due + cent,),
            (due, -due), (due, -due, due), (due, -due, -cent), (half, half),
        )  # fmt: skip
        return self.rng.choice(ways)

    def _without_right(self) -> tuple[Decimal, ...]:
        return self.rng.choice(((),) * 40 + ((Decimal("250.00"),), (Decimal("312.50"), Decimal("-312.50"))))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder: Path = tmp_path_factory.mktemp("aid")
    draft = Draft()
    for number in range(COUNT):
        draft.pupil(number)
    warehouse = Warehouse.create(folder / "records", Keys.new(demo=True))
    modes = {"aid_payments": None}
    batches = [batch(REGISTERS[n], rows, on=SINCE, mode=modes.get(n, CHANGES.mode)) for n, rows in draft.rows.items()]
    warehouse.commit(batches)
    link_persons(warehouse, actor="县级数据员", audit=FileAudit(folder / "audit.jsonl"), on=date(2020, 6, 1))
    return Made(warehouse, tuple(draft.pupils), draft.paid)


def due_by_pupil(made: Made, found: Reconciled) -> dict[int, Decimal]:
    register = REGISTERS["enrolments"]
    rows = made.warehouse.vault.read(
        made.warehouse.release().vault["enrolments"], vault_schema(register), ["student_no"]
    ).to_pylist()
    number = {row["record_key"]: int(row["student_no"][1:]) for row in rows}
    return {number[row["record_key"]]: row["due"] for row in found.persons.to_pylist()}


@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("programme", PROGRAMMES)
def test_each_pupil_is_due_what_the_table_says(made: Made, programme: str, term: str) -> None:
    found = reconciled(persons_of(made.warehouse), programme_called(programme), DAY_IN[term])
    wanted = {p.number: p.due(programme, term) for p in made.pupils if p.due(programme, term)}
    assert due_by_pupil(made, found) == wanted
    assert bool(wanted) == ((programme, term) != ("living_day", "2018S2"))


def judged(made: Made, programme: str) -> Iterator[tuple[Decimal, tuple[Decimal, ...]]]:
    """What each pupil is due in 2019S2, and what was booked."""
    for pupil in made.pupils:
        yield pupil.due(programme, "2019S2"), made.paid[programme].get(pupil.number, ())


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_persons_and_money_are_told_to_the_cent(made: Made, programme: str) -> None:
    found = reconciled(persons_of(made.warehouse), programme_called(programme), DAY_IN["2019S2"])
    tally, sums = found.tally, found.sums
    assert sums is not None
    rights = [(due, sum(booked, Decimal(0)), booked) for due, booked in judged(made, programme) if due]
    others = [sum(booked, Decimal(0)) for due, booked in judged(made, programme) if not due and booked]
    assert tally.gap == sum(paid <= 0 for _, paid, _ in rights) > 0
    assert tally.served == len(rights) - tally.gap and tally.unclear == tally.unknown == 0
    assert sums.too_little == sum(0 < paid < due for due, paid, _ in rights) > 0
    assert sums.too_much == sum(paid > due for due, paid, _ in rights) > 0
    assert tally.twice == sum(paid > due and len([b for b in booked if b > 0]) > 1 for due, paid, booked in rights) > 0
    assert tally.twice < sums.too_much and tally.wrong == sum(paid > 0 for paid in others) > 0
    assert sums.due == sum(due for due, _, _ in rights)
    assert sums.missing == sum(max(due - paid, Decimal(0)) for due, paid, _ in rights)
    assert sums.excess == sum(max(paid - due, Decimal(0)) for due, paid, _ in rights)
    assert sums.unentitled == sum(others)
    assert sums.paid == sum(sum(booked) for _, booked in judged(made, programme))
    assert sums.due - sums.missing + sums.excess + sums.unentitled == sums.paid
