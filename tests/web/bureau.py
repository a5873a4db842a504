"""A small invented bureau in the database: units, accounts with their duties, and work of several owners."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from yaodian.domain.access import Purpose
from yaodian.domain.entry import Act, Hand, Seat
from yaodian.domain.organisation import Organisation, OrganisationUnit
from yaodian.runtime.command import Command
from yaodian.web.accounts.models import Account, Duty
from yaodian.web.accounts.units import mirror
from yaodian.web.work.models import EvidenceFile, Item
from yaodian.web.work.services import act, decided_opening
from yaodian.web.work.writing import Opening, opened

START = date(2020, 1, 1)
NOW = datetime(2020, 6, 1, 2, tzinfo=UTC)
CITY, OFFICE, BASIC, SAFETY = "city", "bureau_office", "basic_education", "law_and_safety"
FINANCE = "planning_and_finance"
NORTH, SOUTH, WEST = "520302", "520303", "520304"
SCHOOLS = {"n1": NORTH, "n2": NORTH, "n3": NORTH, "s1": SOUTH, "s2": SOUTH, "w1": WEST}
ORGANISATION = Organisation(
    (
        OrganisationUnit(CITY, "市教育局", "bureau"),
        *(OrganisationUnit(unit, unit, "office", CITY) for unit in (OFFICE, BASIC, SAFETY, FINANCE)),
        *(OrganisationUnit(county, county, "county", CITY) for county in (NORTH, SOUTH, WEST)),
        *(OrganisationUnit(school, school, "school", county) for school, county in SCHOOLS.items()),
    )
)
SEATS = {
    CITY: Seat.LEADER, OFFICE: Seat.OFFICE, **dict.fromkeys((BASIC, SAFETY, FINANCE), Seat.UNIT),
    **dict.fromkeys((NORTH, SOUTH, WEST), Seat.COUNTY),
    **dict.fromkeys(SCHOOLS, Seat.SCHOOL),
}  # fmt: skip


def kept(digest: str) -> str:
    """The hash of a file that was handed in, though nobody will read it."""
    EvidenceFile.objects.get_or_create(pk=digest, defaults={"media": "image/png", "size": 1, "at": NOW})
    return digest


@dataclass
class Bureau:
    """Accounts by the unit they act for, and what tests do with them."""

    accounts: dict[str, Account] = field(default_factory=dict)
    keys: Any = field(default_factory=lambda: (f"key-{n}" for n in count()))

    @classmethod
    def made(cls) -> Bureau:
        mirror(ORGANISATION, "test", NOW)
        bureau = cls()
        for unit, seat in SEATS.items():
            bureau.accounts[unit] = bureau.account(f"of-{unit}", unit, seat)
        return bureau

    def account(self, login: str, unit: str, seat: Seat, purpose: Purpose = Purpose.SUPERVISION) -> Account:
        account, _ = Account.objects.get_or_create(login=login, defaults={"name": login})
        Duty.objects.create(account=account, unit=unit, seat=seat.value, purpose=purpose.value, since=START)
        return account

    def item(self, subject: str, owner: str = BASIC, opening: Opening | None = None, **data: Any) -> Item:
        told = {
            "kind": "project",
            "title": subject,
            "owner": owner,
            "due": "2020-12-31",
            "promised": {"p1": 10},
            **data,
        }
        command = Command(subject, Act.OPEN, Hand(OFFICE, Seat.OFFICE, f"of-{OFFICE}"), NOW, told)
        return opened([decided_opening(command)], opening or Opening())[0]

    def done(
        self, unit: str, item: Item, doing: Act, *, version: int | None = None, key: str = "", **data: Any
    ) -> Item:
        """What the account of a unit does with an item, on its present version."""
        present = Item.objects.values_list("version", flat=True).get(pk=item.pk)
        return act(
            account=self.accounts[unit], unit=unit, subject=item.pk, act=doing, data=data,
            expected=present if version is None else version, key=key or next(self.keys), at=NOW,
        )  # fmt: skip
