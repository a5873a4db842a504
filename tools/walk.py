"""Every page of the site that can be looked at, and as whom: derived from the site's own list of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module

LEADER, OFFICE, UNIT = "sim-520300", "sim-bureau_office", "sim-basic_education"
COUNTY, SCHOOL = "sim-520302", "sim-520302-s001"
ROLES = {"leader": LEADER, "office": OFFICE, "unit": UNIT, "county": COUNTY, "school": SCHOOL}
ADMINISTRATORS = {name: name for name in ("system", "security", "audit")}
# pages that are not the same for everybody, or that one sees only as somebody; all others are seen as a leader
SEEN_BY: Mapping[str, Mapping[str, str]] = {
    "home": ROLES | ADMINISTRATORS,
    "accounts": {"": "system"},
    "health": {"": "system"},
    "audit": {"": "audit"},
    "visits": {"": UNIT},
    "visit": {"": UNIT},
}
# what an address names → the known things it is shown with
NAMED_BY: Mapping[str, tuple[str, ...]] = {"subject": ("measure", "part", "case")}
FILES = frozenset({"evidence", "visit_worker"})  # addresses that answer with a file instead of a page
PART = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True, slots=True)
class Stop:
    """A page to look at: a name, its address with {what a demonstration knows}, and the login (none: not signed in)."""

    name: str
    address: str
    login: str | None

    def at(self, known: Mapping[str, str]) -> str:
        """Its address with what is known."""
        try:
            return self.address.format_map(known)
        except KeyError as missing:
            raise LookupError(f"{self.name}: tools/demonstration.py names no {missing} for {self.address}") from None


def stops() -> list[Stop]:
    """All of them; Django must be set up."""
    import_module("yaodian.web.urls")  # it finds the modules that declare pages
    pages = import_module("yaodian.web.pages.page")
    looked_at = [page for page in pages.PAGES.values() if not page.writes and page.name not in FILES]
    return [stop for page in looked_at for stop in _of(page.name, page.route, page.policy == pages.ANYONE)]


def _of(name: str, route: str, is_for_anyone: bool) -> Iterator[Stop]:
    seen_by = {"": None} if is_for_anyone else SEEN_BY.get(name, {"": LEADER})
    for role, login in seen_by.items():
        for shown, address in _addresses(f"/{route}"):
            yield Stop("-".join(filter(None, (name, shown, role))), address, login)


def _addresses(route: str) -> Iterator[tuple[str, str]]:
    named = next((part for part in PART.findall(route) if part in NAMED_BY), None)
    for known in NAMED_BY[named] if named else ("",):
        address = route.replace(named or "", known) if named else route
        yield known, PART.sub(lambda part: f"{{{part[1]}}}", address)
