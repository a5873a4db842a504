"""演示账号: one account of each role to look round a demonstration with."""

from __future__ import annotations

from datetime import datetime, time

from django.contrib.auth.hashers import make_password
from django.db import transaction

from yaodian.domain.entry import Seat
from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts.models import Account, Administration, Duty
from yaodian.web.accounts.units import is_simulated
from yaodian.web.audit.recording import record
from yaodian.web.clock import HERE
from yaodian.workspace.demonstration import TODAY

SHOWN = (Seat.LEADER, Seat.OFFICE, Seat.UNIT, Seat.COUNTY, Seat.SCHOOL)


def hand_out(password: str) -> list[tuple[Account, Words]]:
    """Give one account of each seat and the three administrators this password; each with what it is. Refusal where the work is
    not simulated."""
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
        Account.objects.filter(pk__in=[account.pk for account, _ in told]).update(password=hashed)
        record(actor="engine", act="hand_out", subject="accounts", at=at, accounts=[a.login for a, _ in told])
    return told


def _of_seat(seat: Seat) -> Account:
    """The account of a seat that has most to do."""
    duty = Duty.objects.filter(seat=seat.value).select_related("account").order_by("pk").first()
    assert duty is not None
    return duty.account
