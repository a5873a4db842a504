"""职务: which work someone may see and take part in, from the posts they hold on a day.

One rule, said once: `sight_of` gives what the posts reach, and both the question about one subject and the selection of
many are answered from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from yaodian.domain.access import Purpose
from yaodian.domain.entry import Hand, Seat
from yaodian.domain.organisation import Organisation

OF_THE_BUREAU = (Seat.LEADER, Seat.OFFICE, Seat.UNIT)
OVERSEEING = (Seat.LEADER, Seat.OFFICE)


@dataclass(frozen=True, slots=True)
class Post:
    """A duty: for which unit, from which seat, for which purpose, from `since` up to the day before `until`."""

    unit: str
    seat: Seat
    purpose: Purpose
    since: date
    until: date | None = None

    def is_in_force(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True)
class Sight:
    """What posts reach: all work of the bureau, all cases too, and else what concerns one of these units. `purposes` are
    those for which a case's person may be shown."""

    all_items: bool = False
    all_cases: bool = False
    units: frozenset[str] = frozenset()
    purposes: frozenset[Purpose] = frozenset()

    def reaches(self, *, is_case: bool, concerns: Iterable[str]) -> bool:
        """Whether a subject that concerns these units is seen."""
        return (self.all_cases if is_case else self.all_items) or not self.units.isdisjoint(concerns)

    def shows_person(self, purpose: str) -> bool:
        """Whether whom a case is about is shown; a case that names no purpose is about no person."""
        return not purpose or purpose in self.purposes


def sight_of(posts: Sequence[Post], organisation: Organisation, on: date) -> Sight:
    """What the posts in force on a day reach: a unit with all below it; the bureau's own people all work items, its
    leaders and office all cases."""
    held = [post for post in posts if post.is_in_force(on)]
    work = [post for post in held if post.purpose is Purpose.SUPERVISION]
    units = {post.unit for post in work}
    for post in work:
        if post.seat not in OVERSEEING:
            units |= {unit.code for unit in organisation.below(post.unit, on)}
    return Sight(
        all_items=any(post.seat in OF_THE_BUREAU for post in work),
        all_cases=any(post.seat in OVERSEEING for post in work),
        units=frozenset(units),
        purposes=frozenset(post.purpose for post in held if post.purpose is not Purpose.SUPERVISION),
    )


def hand_of(posts: Sequence[Post], account: str, unit: str, on: date) -> Hand | None:
    """The hand with which an account acts for a unit on a day; None where it holds no post there."""
    seats = [p.seat for p in posts if p.unit == unit and p.purpose is Purpose.SUPERVISION and p.is_in_force(on)]
    return Hand(unit, seats[0], account) if seats else None
