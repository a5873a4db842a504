"""信号的账: what became of the questions that each signal raised in half a year, so that its error is stated with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from yaodian.web.assurance.models import Question, Reply
from yaodian.web.assurance.questions import told
from yaodian.workspace.signals import Rule, rules

BACK = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Course:
    """Questions raised: all; those that became a case, of which the school said that there is no concern, which the
    registers ended before it said so, and the rest, still open; and of the open ones those that the county should know of."""

    raised: int = 0
    case: int = 0
    no_concern: int = 0
    cleared: int = 0
    open: int = 0
    overdue: int = 0

    @property
    def ended(self) -> int:
        return self.raised - self.open

    @property
    def share(self) -> float | None:
        """Cases of those that came to an end; None where none did."""
        return self.case / self.ended if self.ended else None


def courses(on: date, county: str = "") -> list[tuple[Rule, Course, Mapping[str, Course]]]:
    """Each signal with what became of its questions of the last half year, of the city or of a county; by county too."""
    found: dict[str, dict[str, Counter[str]]] = {}
    raised = told().filter(raised_on__gt=on - BACK, raised_on__lte=on)
    for one in raised.filter(county=county) if county else raised:
        found.setdefault(one.signal, {}).setdefault(one.county, Counter()).update(_became(one, on))
    return [
        (
            rule,
            Course(**sum(found.get(rule.id, {}).values(), Counter())),
            {place: Course(**counts) for place, counts in sorted(found.get(rule.id, {}).items())},
        )
        for rule in rules(on).values()
    ]


def _became(one: Question, on: date) -> list[str]:
    reply = Reply(one.reply) if one.reply else None
    if one.ended_as == Question.CASE:
        return ["raised", "case"]
    if reply and not reply.is_concern:
        return ["raised", "no_concern"]
    if one.ended_on:
        return ["raised", "cleared"]
    return ["raised", "open", *(["overdue"] if reply or one.due < on else [])]
