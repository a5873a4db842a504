"""机构底册: the organisation that a bureau's own files give before its register of units is filled."""

from __future__ import annotations

from yaodian.domain.bureau import Bureau
from yaodian.domain.organisation import Organisation, OrganisationUnit, Succession
from yaodian.domain.place import CITY, COUNTY, Places

_KINDS = {CITY: "bureau", COUNTY: "county"}


def seeded(bureau: Bureau, places: Places) -> Organisation:
    """The bureau's places with what became of those that ended, and its offices below the city."""
    rows = [
        OrganisationUnit(p.code, p.name, _KINDS.get(p.level, "township"), p.parent, p.valid_from, p.valid_to)
        for p in places.all
    ]
    city = next((p.code for p in places.all if p.level is CITY), None)
    rows += [OrganisationUnit(u.id, u.name, "office", city) for u in bureau.units if not u.collective]
    successions = [
        Succession(place.code, new, place.valid_to, is_main=new == place.successors[0])
        for place in places.all
        if place.valid_to is not None
        for new in place.successors
    ]
    return Organisation(tuple(rows), tuple(successions))
