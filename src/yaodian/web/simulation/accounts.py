"""演示账号: one account of each role to look round a demonstration with."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time
from pathlib import Path

from django.contrib.auth.hashers import make_password
from django.db import transaction

from yaodian.declare.kind import Actor
from yaodian.domain.entry import Seat
from yaodian.domain.finding import Refusal, Words
from yaodian.runtime.command import steps_of
from yaodian.runtime.lifecycle import Phase
from yaodian.runtime.steps import next_steps
from yaodian.web.accounts.models import Account, Administration, Duty
from yaodian.web.accounts.simulated import is_simulated
from yaodian.web.audit.recording import record
from yaodian.web.clock import HERE
from yaodian.web.installation import supervision
from yaodian.web.work.models import Concern, Item
from yaodian.web.work.writing import current
from yaodian.workspace.demonstration import TODAY
from yaodian.workspace.own_records import most_moved, staff_record
from yaodian.workspace.simulation.offices import LOGIN

TEACHER = LOGIN.format("teacher")
SHOWN = (Seat.LEADER, Seat.OFFICE, Seat.UNIT, Seat.COUNTY, Seat.SCHOOL)


def hand_out(password: str, records: Path | None = None) -> list[tuple[Account, Words]]:
    """Give one account of each seat and the three administrators this password, and a teacher where there are
    records of staff; each with what it is. Refusal where the work is not simulated."""
    if not is_simulated():
        raise Refusal(Words("这不是演示数据，不发放演示账号", "this is no demonstration: no accounts are handed out"))
    hashed, at = make_password(password), datetime.combine(TODAY, time(8), HERE)
    told = [(_of_seat(seat), seat.words) for seat in SHOWN]
    with transaction.atomic():
        for administration in Administration:
            made, _ = Account.objects.get_or_create(
                login=administration.value,
                defaults={
                    "name": f"{administration.words.zh}（演示）",
                    "administers": administration.value,
                    "is_simulated": True,
                },
            )
            told.append((made, administration.words))
        if records and (staff_no := most_moved(records)):
            told.append((_teacher(staff_record(records, staff_no)), Words("教师", "teacher")))
        Account.objects.filter(pk__in=[account.pk for account, _ in told]).update(password=hashed)
        record(actor="engine", act="hand_out", subject="accounts", at=at, accounts=[a.login for a, _ in told])
    return told


def _teacher(person: str) -> Account:
    """An account without a duty, of the person of a staff record."""
    name = {"name": "教师（演示）", "is_simulated": True, "person": person}
    made, _ = Account.objects.update_or_create(login=TEACHER, defaults=name)
    return made


def _of_seat(seat: Seat) -> Account:
    """The first account of a seat; of schools that of one which has most to do."""
    held = Duty.objects.filter(seat=seat.value).select_related("account").order_by("pk")
    busy = busiest_school() if seat is Seat.SCHOOL else ""
    duty = held.filter(unit=busy).first() or held.first()
    assert duty is not None
    return duty.account


def busiest_school(on: date = TODAY) -> str:
    """The school for which most open subjects wait; "" where none does."""
    setting, waits = supervision().setting(on), Counter[str]()
    for item in Item.objects.filter(phase=Phase.UNDER_WAY.value, is_case=True):
        state = current(item)
        if any(step.by is Actor.SCHOOL for step in next_steps(steps_of(state, setting), state.step)):
            waits.update(Concern.objects.filter(item=item).values_list("unit", flat=True))
    schools = set(Duty.objects.filter(seat=Seat.SCHOOL.value, unit__in=waits).values_list("unit", flat=True))
    return max(sorted(schools), key=lambda school: waits[school], default="")
