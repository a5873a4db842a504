"""个案对象: whom a case is about, shown for its purpose only, each time on the record before it is shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction

from yaodian.domain.access import Purpose
from yaodian.domain.finding import Words
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import Doing, NotAllowed, Standing, hidden_fields, must, standing
from yaodian.web.audit.recording import record
from yaodian.web.clock import day_of
from yaodian.web.installation import indicators, records
from yaodian.web.registers.reading import denying, looking_of, within
from yaodian.web.work.models import Item
from yaodian.workspace.assuring import persons_now
from yaodian.workspace.drilling import Reader as Looking
from yaodian.workspace.person_told import Said, Whose, service_of, told_of

LAST = 4


def masked(person: str) -> str:
    """The last characters of a person's record."""
    return person[-LAST:]


def purposes_of(who: Standing) -> list[Purpose]:
    """The purposes for which the account may be shown whom a case is about."""
    return sorted(who.sight.purposes)


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a case is about: the key it is kept under, and what the lists of persons say."""

    key: str
    said: Sequence[Said] = ()


def person_of(*, account: Account, subject: str, purpose: str, at: datetime) -> Person:
    """Whom a case is about; the look is on record before. NotAllowed where the account does not see the case, holds no duty
    for the purpose, or the case is kept for another one."""
    who = standing(account, day_of(at))
    item = Item.objects.filter(pk=subject).first()
    must(who, Doing.SEE, item)
    assert item is not None
    if purpose != item.purpose or "person" in hidden_fields(who, item.purpose):
        raise NotAllowed(
            Words(
                "这个个案不为这个用途办理，或您没有这个用途的职务；请选个案本身的用途",
                "the case is not kept for this purpose, or you hold no duty for it: choose the purpose of the case",
            )
        )
    with transaction.atomic():
        record(actor=account.login, act="read:person", subject=subject, at=at, purpose=purpose)
    return Person(item.person, _said(account, item, purpose, at))


def service_shown(*, account: Account, item: Item, programme: str, at: datetime) -> Sequence[Said]:
    """What the records say that show the person of a case served by a programme, where linkage knows it."""
    folder = records()
    if folder is None or not _LINKED.fullmatch(item.person):
        return ()
    with denying():
        return service_of(folder, programme, *_looking(folder, account, item, item.purpose, at), within)


def _looking(folder: Path, account: Account, item: Item, purpose: str, at: datetime) -> tuple[Whose, Looking]:
    """Whom the case is about by the key that linkage gives now, and who looks for what."""
    person = persons_now(folder, [item.person]).get(item.person, item.person)
    return Whose(person, item.owner, indicators().city), looking_of(account, Purpose(purpose), at)


def _said(account: Account, item: Item, purpose: str, at: datetime) -> Sequence[Said]:
    """What the registers say of the person, where linkage knows it."""
    folder = records()
    if folder is None or not _LINKED.fullmatch(item.person):
        return ()
    with denying():
        return told_of(folder, *_looking(folder, account, item, purpose, at), within)


_LINKED = re.compile(r"[0-9a-f]{32}")
