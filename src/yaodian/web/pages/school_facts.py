"""学校的数: what was observed of one school, as text beside what somebody fills in there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yaodian.declare.indicator import Indicator
from yaodian.domain.finding import Words
from yaodian.web.installation import NotObserved, indicators, kept
from yaodian.web.pages.figures import period_words


@dataclass(frozen=True, slots=True)
class Fact:
    """A number of a school in a period."""

    words: Words
    value: float
    when: Words


def facts_at(names: Sequence[str], school: str, county: str | None, on: date) -> list[Fact]:
    """The newest of each indicator; what was not observed of the school, or is withheld, is left out."""
    try:
        held = kept(on)
    except NotObserved:
        return []
    found = []
    for indicator in (indicators().catalogue.of(Indicator)[name] for name in names):
        period = next(iter(held.periods(indicator)), None)
        if period is None or county is None:
            continue
        value = held.schools(indicator, period, county).get(school)
        if value is not None and value.value is not None:
            found.append(Fact(Words(indicator.label, indicator.english), value.value, period_words(period)))
    return found
