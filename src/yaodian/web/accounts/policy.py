"""准入: one place that says who may do what. Whatever a page or an API call shows or changes has asked here first.

Work is asked in two forms that are one: `visible` selects the subjects that an account may see, `can` says it of one
subject; both are answered from the account's sight (`runtime.roles`). Administration is a table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Q, QuerySet

from yaodian.domain.access import Purpose
from yaodian.domain.entry import Hand, Seat
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.organisation import Organisation
from yaodian.runtime.roles import OF_THE_BUREAU, Post, Sight, hand_of, sight_of
from yaodian.web.accounts.models import Account, Administration, Duty
from yaodian.web.accounts.units import organisation


class Doing(StrEnum):
    """What an account may do."""

    SEE = "see"
    PUBLISH_PLAN = "publish_plan"
    ISSUE_DOCUMENT = "issue_document"
    SIGN_BULLETIN = "sign_bulletin"
    REMIND = "remind"
    LIST_ACCOUNTS = "list_accounts"
    MAKE_ACCOUNT = "make_account"
    SEE_HEALTH = "see_health"
    GIVE_DUTY = "give_duty"
    SECURE_ACCOUNT = "secure_account"
    READ_AUDIT = "read_audit"
    SEE_FIGURES = "see_figures"
    SEE_VALUES = "see_values"
    SEE_REGISTERS = "see_registers"
    LOAD_REGISTERS = "load_registers"


ADMINISTRATION: Mapping[Doing, tuple[Administration, ...]] = {
    Doing.LIST_ACCOUNTS: (Administration.SYSTEM, Administration.SECURITY),
    Doing.MAKE_ACCOUNT: (Administration.SYSTEM,),
    Doing.SEE_HEALTH: (Administration.SYSTEM,),
    Doing.GIVE_DUTY: (Administration.SECURITY,),
    Doing.SECURE_ACCOUNT: (Administration.SECURITY,),
    Doing.READ_AUDIT: (Administration.AUDIT,),
    Doing.SEE_REGISTERS: (Administration.SYSTEM,),
    Doing.LOAD_REGISTERS: (Administration.SYSTEM,),
}


SEATS: Mapping[Doing, tuple[tuple[Seat, ...], Words]] = {
    Doing.PUBLISH_PLAN: ((Seat.OFFICE,), Words("要点由局办公室下达", "a plan is published by the bureau's office")),
    Doing.ISSUE_DOCUMENT: (
        (Seat.OFFICE,),
        Words(
            "通报、督办单和年度档案由局办公室办理", "bulletins, supervision notices and yearly files are the office's"
        ),
    ),
    Doing.REMIND: ((Seat.OFFICE,), Words("催办提醒由局办公室发出", "the bureau's office reminds units")),
    Doing.SIGN_BULLETIN: (
        (Seat.OFFICE, Seat.LEADER),
        Words("通报由局领导或局办公室签发", "a bulletin is signed off by a leader or the bureau's office"),
    ),
    Doing.SEE_VALUES: (
        tuple(Seat),
        Words("实测值由有职务的人查看", "measured values are seen by those who hold a duty"),
    ),
    Doing.SEE_FIGURES: (
        (*OF_THE_BUREAU, Seat.COUNTY),
        Words("指标和均衡表由局和各县查看", "indicators and balance tables are for the bureau and its counties"),
    ),
    Doing.SEE_REGISTERS: (
        (*OF_THE_BUREAU, Seat.COUNTY),
        Words(
            "登记库由局、各县和系统管理员查看",
            "registers are for the bureau, its counties and the system administrator",
        ),
    ),
}


class NotAllowed(Refusal):
    """What someone may not do, and who may; `is_hidden` where it must look as if there were nothing."""

    def __init__(self, words: Words, *, is_hidden: bool = False) -> None:
        super().__init__(words)
        self.is_hidden = is_hidden


@dataclass(frozen=True, slots=True)
class Standing:
    """An account on a day: its posts and what they reach."""

    account: Account
    posts: tuple[Post, ...]
    sight: Sight
    on: date

    def hand_for(self, unit: str) -> Hand:
        """The hand with which it acts for a unit; NotAllowed where it holds no post there."""
        hand = hand_of(self.posts, self.account.login, unit, self.on)
        if hand is None:
            raise NotAllowed(
                Words(
                    f"{self.account.name}在{self.on}没有{unit}的职务；请安全管理员授予",
                    f"{self.account.login} holds no duty for {unit} on {self.on}: the security administrator gives one",
                )
            )
        return hand

    def hands(self) -> list[Hand]:
        """The hands of all units it acts for, in the order of their codes."""
        units = sorted({post.unit for post in self.posts})
        hands = (hand_of(self.posts, self.account.login, unit, self.on) for unit in units)
        return [hand for hand in hands if hand is not None]

    def holds(self, *seats: Seat) -> bool:
        """Whether it has a post for work in one of these seats."""
        return any(p.seat in seats and p.purpose is Purpose.SUPERVISION and p.is_in_force(self.on) for p in self.posts)


def standing(account: Account, on: date, units: Organisation | None = None) -> Standing:
    """The account with its duties, among these units where they were read already; one that is not active or is an
    administrator has none."""
    duties = [] if account.administers or not account.is_active else Duty.objects.filter(account=account)
    posts = tuple(Post(d.unit, Seat(d.seat), Purpose(d.purpose), d.since, d.until) for d in duties)
    return Standing(account, posts, sight_of(posts, units or organisation(), on), on)


def visible(who: Standing, items: QuerySet[Any]) -> QuerySet[Any]:
    """Those of the work items and cases that the account may see."""
    sight = who.sight
    if sight.all_items and sight.all_cases:
        return items
    reached = Q(pk__in=items.model.concerned(sight.units)) if sight.units else Q(pk__in=())
    if sight.all_items:
        reached |= Q(is_case=False)
    return items.filter(reached)


def reaches(who: Standing, unit: str) -> bool:
    """Whether the account's duties reach a unit, so that its ledger may be read."""
    return who.sight.all_items or unit in who.sight.units


def must_reach(who: Standing, unit: str) -> None:
    """Raise NotAllowed where the account's duties do not reach the unit."""
    if not reaches(who, unit):
        raise NotAllowed(
            Words(
                f"{who.account.name}看不到{unit}的台账：不在职务范围内",
                f"the ledger of {unit} lies outside the duties of {who.account.login}",
            )
        )


def can(who: Standing, doing: Doing, item: Any = None) -> bool:
    """Whether the account may do this, with this subject where it is about one."""
    if doing in ADMINISTRATION and who.account.administers in ADMINISTRATION[doing]:
        return who.account.is_active
    if doing in SEATS:
        return who.holds(*SEATS[doing][0])
    if doing in ADMINISTRATION:
        return False
    return item is not None and visible(who, type(item).objects.filter(pk=item.pk)).exists()


def must(who: Standing, doing: Doing, item: Any = None) -> None:
    """Raise NotAllowed where the account may not."""
    if can(who, doing, item):
        return
    if doing in SEATS:
        raise NotAllowed(SEATS[doing][1])
    if doing in ADMINISTRATION:
        only = [one.words for one in ADMINISTRATION[doing]]
        zh, en = "、".join(one.zh for one in only), " or the ".join(one.en for one in only)
        raise NotAllowed(Words(f"这一步只由{zh}办理", f"only the {en} does this"))
    raise NotAllowed(
        Words(
            "没有这个事项，或者它不在您的职务范围内",
            "there is no such subject, or it lies outside the duties of this account",
        ),
        is_hidden=True,
    )


def hidden_fields(who: Standing, purpose: str) -> frozenset[str]:
    """The fields of a case that are kept back: whom it is about, where the account holds no duty for its purpose."""
    return frozenset() if who.sight.shows_person(purpose) else frozenset({"person"})
