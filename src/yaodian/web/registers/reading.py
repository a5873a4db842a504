"""查阅登记: the rows behind a value as an account may see them: its duties are its grants, and what it reads is audited."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from yaodian.domain.access import Actor, Grant, Purpose, Scope
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.period import Period
from yaodian.web.accounts.models import Account, Duty
from yaodian.web.accounts.policy import Doing, NotAllowed, must, standing
from yaodian.web.accounts.units import organisation
from yaodian.web.audit.recording import DatabaseAudit
from yaodian.web.clock import day_of
from yaodian.web.installation import NO_RECORDS, indicators, records, supervision
from yaodian.workspace.drilling import Drilled, Reader, RowsDenied, drilled
from yaodian.workspace.own_records import OwnRows, own_actor, own_rows, staff_record

OF_THE_CITY = ("bureau", "office")


def actor_of(account: Account, on: date) -> Actor:
    """The account with its duties as grants: an office's reach the whole city, others' their own unit with all below it."""
    return Actor(account.login, account.name, [_grant(account, duty, on) for duty in account.duties.all()])


def looking_of(account: Account, purpose: Purpose | None, at: datetime) -> Reader:
    """The account as one who looks at rows for a purpose; what it reads is kept in the database's audit."""
    return Reader(actor_of(account, day_of(at)), purpose, at, day_of(at), DatabaseAudit())


@contextmanager
def denying() -> Iterator[None]:
    """Turn what the registers deny into what the site does not allow."""
    try:
        yield
    except RowsDenied as denied:
        raise NotAllowed(denied.words) from denied


def rows_of(
    *, account: Account, indicator: str, period: Period, place: str, purpose: Purpose | None, at: datetime
) -> Drilled:
    """Where a value comes from and the first rows behind it, masked; NotAllowed where the account may not."""
    on = day_of(at)
    must(standing(account, on), Doing.SEE_FIGURES)
    folder = records()
    if folder is None:
        raise Refusal(NO_RECORDS)
    with denying():
        return drilled(folder, indicators(), (indicator, period), within(place), looking_of(account, purpose, at))


def own_rows_of(*, account: Account, at: datetime) -> list[OwnRows]:
    """What registers hold of the account's owner, who alone sees it this way; NotAllowed for an account of no person."""
    folder = records()
    if not account.person or not account.is_active:
        raise NotAllowed(
            Words("这个账号没有关联本人档案，请系统管理员核对后关联", "this account is linked to no person's record"),
            is_hidden=True,
        )
    if folder is None:
        raise Refusal(NO_RECORDS)
    actor = own_actor(account.login, account.name, account.person)
    reader = Reader(actor, Purpose.OWN_RECORD, at, day_of(at), DatabaseAudit())
    return own_rows(folder, indicators().city, account.person, reader)


def staff_record_of(*, by: Account, staff_no: str, on: date) -> str:
    """The key of the staff record with a number, for who links accounts; nothing of the record is shown."""
    must(standing(by, on), Doing.MAKE_ACCOUNT)
    folder = records()
    if folder is None:
        raise Refusal(NO_RECORDS)
    return staff_record(folder, staff_no)


def _grant(account: Account, duty: Duty, on: date) -> Grant:
    unit = organisation().with_code(duty.unit, on)
    place = indicators().city if unit and unit.kind in OF_THE_CITY else duty.unit
    return Grant(account.login, Purpose(duty.purpose), Scope(frozenset({place})), duty.since, duty.until, duty.reach)


def within(code: str) -> list[str]:
    """A place and all above it."""
    place, found = supervision().places.with_code(code), [code]
    while place is not None and place.parent is not None:
        found.append(place.parent)
        place = supervision().places.with_code(place.parent)
    return found
