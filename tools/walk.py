"""Every page of the site that can be looked at, and as whom: derived from the site's own list of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module

LEADER, OFFICE, UNIT = "sim-520300", "sim-bureau_office", "sim-basic_education"
COUNTY, SCHOOL = "sim-520302", "sim-520302-s001"
ROLES = {"leader": LEADER, "office": OFFICE, "unit": UNIT, "county": COUNTY, "school": "{school}"}
ADMINISTRATORS = {name: name for name in ("system", "security", "audit")}
# whom a policy lets in who is not a leader
LET_IN: Mapping[str, str] = {
    "publish_plan": OFFICE, "issue_document": OFFICE, "list_accounts": "system", "see_health": "system", "read_audit": "audit",
}  # fmt: skip
# pages that are not the same for everybody, or that one sees only as somebody
SEEN_BY: Mapping[str, Mapping[str, str]] = {
    "home": ROLES | ADMINISTRATORS,
    "account": {"system": "system", "security": "security"},
    "bulletins": {"": OFFICE},
    "bulletin": {"": OFFICE},
    "handing_in": {"": COUNTY},
    "pairs": {"": COUNTY},
    "profile": {"": UNIT},
    "visits": {"": "{visitor}"},
    "visit": {"": "{visitor}"},
}
# what an address names → the known things it is shown with
NAMED_BY: Mapping[str, tuple[str, ...]] = {"subject": ("measure", "part", "case")}
HALFWAY = frozenset({"sign_in_code", "sign_in_password", "second_factor"})  # seen by who has given the password
# addresses that answer with a file, or lead away from the site, instead of a page
FILES = frozenset(
    "evidence visit_worker bulletin_file ledger_workbook schooling_workbook ledger_form wrong_rows indicator_data wall_table open_bulletin_file "
    "open_plan_file open_indicator_file open_catalogue open_bulletins_feed sign_in_with came_back".split()
)
# they want what a demonstration does not hold: an edition before (draft_compare shows the same), a teacher's record, a pair
# of records by its id (pairs shows the first of them), a child out of school,
# a school of the registers with pupils to be shown or asked about
NOT_HERE = frozenset({"plan_compare", "own_record", "pair", "letter", "aid_shown", "questions"})
PART = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True, slots=True)
class Stop:
    """A page to look at: a name, its address with {what a demonstration knows}, and the login (none: not signed in; with
    `is_halfway` only the password was given)."""

    name: str
    address: str
    login: str | None
    is_halfway: bool = False

    def at(self, known: Mapping[str, str]) -> str:
        """Its address with what is known."""
        return self._told(self.address, known)

    def seen_by(self, known: Mapping[str, str]) -> str | None:
        """The login with what is known."""
        return self.login and self._told(self.login, known)

    def _told(self, text: str, known: Mapping[str, str]) -> str:
        try:
            return text.format_map(known)
        except KeyError as missing:
            raise LookupError(f"{self.name}: tools/invented_work.py names no {missing} for {text}") from None


def stops() -> list[Stop]:
    """All of them; Django must be set up."""
    import_module("yaodian.web.urls")  # it finds the modules that declare pages
    pages = import_module("yaodian.web.pages.page")
    left_out = FILES | NOT_HERE
    looked_at = [page for page in pages.PAGES.values() if not page.writes and page.name not in left_out]
    return [stop for page in looked_at for stop in _of(page.name, page.route, page.policy)]


def _of(name: str, route: str, policy: str) -> Iterator[Stop]:
    if name in HALFWAY:
        yield Stop(name, f"/{route}", f"{{{name}}}", is_halfway=True)
        return
    usual = {"": None} if policy == "anyone" else {"": LET_IN.get(policy, LEADER)}
    for role, login in SEEN_BY.get(name, usual).items():
        for shown, address in _addresses(f"/{route}"):
            yield Stop("-".join(filter(None, (name, shown, role))), address, login)


def _addresses(route: str) -> Iterator[tuple[str, str]]:
    named = next((part for part in PART.findall(route) if part in NAMED_BY), None)
    for known in NAMED_BY[named] if named else ("",):
        address = route.replace(named or "", known) if named else route
        yield known, PART.sub(lambda part: f"{{{part[1]}}}", address)
