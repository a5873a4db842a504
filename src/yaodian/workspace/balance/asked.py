"""所问: the standard and the county that a command's words mean."""

from __future__ import annotations

from datetime import date

from yaodian.declare.catalogue import Catalogue
from yaodian.declare.standard import Standard
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.place import COUNTY, Place, Places


def standard_called(catalogue: Catalogue, given: str) -> type[Standard]:
    """The standard of this rule (its year), id, label or English name; Refusal that names those there are."""
    known = sorted(catalogue.of(Standard).values(), key=lambda standard: standard.rule)
    for standard in known:
        if given in (standard.rule, standard.id, standard.label, standard.english, *standard.formerly):
            return standard
    zh = "、".join(f"{standard.rule}（{standard.label}）" for standard in known)
    en = ", ".join(f"{standard.rule} ({standard.english})" for standard in known)
    raise Refusal(Words(f"没有标准“{given}”，可用的有：{zh}。", f"There is no standard “{given}”; there are: {en}."))


def county_called(places: Places, given: str, on: date) -> Place:
    """The county with this code, name or alias on a day (of a code that ended, its successor); Refusal that names those
    that report."""
    found = places.in_force(given, on) or places.called(given, on)
    if found is None or found.level is not COUNTY:
        known = "、".join(f"{place.code} {place.name}" for place in places.reporting(on))
        raise Refusal(
            Words(
                f"{on}没有县（市、区）“{given}”，可写代码、名称或简称：{known}。",
                f"There is no county “{given}” on {on}; give a code, a name or an alias: {known}.",
            )
        )
    return found
