"""资助规定 as a table, written for the tests from the policies alone: what a pupil is due in a term."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

KINDERGARTEN, PRIMARY, JUNIOR = "k0 k1 k2 k3 km", "p1 p2 p3 p4 p5 p6", "j1 j2 j3"
SENIOR, VOCATIONAL, YOUNG = "s1 s2 s3", "v1 v2 v3", "v1 v2"
REGISTERED = "registered_poor"
FOUR = "registered_poor minimum_income extreme_poor disabled_poor"
LISTED = f"{FOUR} orphan martyr relocated other_poor"
ANYONE, EITHER = "", ""
TERMS = ("2018S2", "2019S2", "2023S2")
TABLE = (
    # programme, grades, way of attending, groups, yuan a term in 2018S2, in 2019S2, in 2023S2
    ("preschool_aid", KINDERGARTEN, EITHER, LISTED, "250.00 250.00 400.00"),
    ("living_boarding", PRIMARY, "boarding", LISTED, "500.00 500.00 625.00"),
    ("living_boarding", JUNIOR, "boarding", LISTED, "625.00 625.00 750.00"),
    ("living_day", PRIMARY, "day lodging accompanied", FOUR, "0.00 250.00 312.50"),
    ("living_day", JUNIOR, "day lodging accompanied", FOUR, "0.00 312.50 375.00"),
    ("senior_grant", SENIOR, EITHER, LISTED, "1000.00 1000.00 1000.00"),
    ("senior_tuition", SENIOR, EITHER, FOUR, "400.00 400.00 400.00"),
    ("vocational_grant", YOUNG, EITHER, LISTED, "1000.00 1000.00 1000.00"),
    ("vocational_tuition", VOCATIONAL, EITHER, ANYONE, "1000.00 1000.00 1000.00"),
    ("poverty_grant", SENIOR, EITHER, REGISTERED, "500.00 500.00 500.00"),
    ("poverty_grant", YOUNG, EITHER, REGISTERED, "500.00 500.00 500.00"),
    ("poverty_lodging", SENIOR, "boarding", REGISTERED, "250.00 250.00 250.00"),
    ("poverty_textbook", SENIOR, EITHER, REGISTERED, "200.00 200.00 200.00"),
)
PROGRAMMES = tuple(dict.fromkeys(row[0] for row in TABLE))


@dataclass(frozen=True)
class Pupil:
    """A pupil as the roll and the lists have them; `groups` are those in force in 2019S2, `before` in the earlier terms."""

    number: int
    stage: str
    grade: str
    boarding: str
    status: str
    groups: tuple[str, ...]
    before: tuple[str, ...]

    def due(self, programme: str, term: str) -> Decimal:
        """Yuan due in the term."""
        if self.status not in ("enrolled", "on_leave") or self.stage == "special":
            return Decimal(0)
        groups = self.before if term < "2019S2" else self.groups
        for name, grades, ways, listed, amounts in TABLE:
            if (
                name == programme
                and self.grade in grades.split()
                and _fits(ways, [self.boarding])
                and _fits(listed, groups)
            ):
                return Decimal(amounts.split()[TERMS.index(term)])
        return Decimal(0)


def _fits(wanted: str, given: Iterable[str]) -> bool:
    return not wanted or bool(set(wanted.split()) & set(given))
