"""要点结构: a published edition as its document is built, read once for each edition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from yaodian.domain.plan import Measure, Section, Task
from yaodian.web.installation import supervision
from yaodian.web.plans.models import PlanEdition
from yaodian.workspace.promises import Names, compiled_edition, promise_names


@dataclass(frozen=True, slots=True)
class Placed:
    """A measure at its address (二/7.5), and the number by which people call it (7.5)."""

    address: str
    task: Task
    measure: Measure

    @property
    def number(self) -> str:
        return short(self.address)


@dataclass(frozen=True)
class Structure:
    """The sections, tasks and measures of an edition, its text, whose spans they name, and what its promises are called."""

    text: str
    sections: Sequence[Section]
    tasks: Sequence[Task]
    measures: Sequence[Placed]
    names: Names

    def task(self, no: str) -> Task | None:
        return next((task for task in self.tasks if task.no == no), None)

    def section_of(self, task: Task) -> Section | None:
        return next((section for section in self.sections if section.key == task.section), None)

    def placed(self, address: str) -> Placed | None:
        return next((one for one in self.measures if one.address == address), None)


def short(address: str) -> str:
    """二/7.5 → 7.5: what an address is called by."""
    return address.rpartition("/")[2]


def structure_of(edition: PlanEdition) -> Structure:
    return _read(edition.pk, edition.published_at, edition.text_sha256)


def names_of(editions: Iterable[PlanEdition]) -> Names:
    """What the promises of these editions are called."""
    return {name: called for edition in editions for name, called in structure_of(edition).names.items()}


@lru_cache(maxsize=8)
def _read(edition: int, *_: datetime | str) -> Structure:
    text = PlanEdition.objects.values_list("plan_file", flat=True).get(pk=edition)
    compiled = compiled_edition(text, supervision().folder)
    plan, names = compiled.plan, promise_names(compiled)
    return Structure(plan.source.text, plan.sections, plan.tasks, [Placed(*each) for each in plan.measures()], names)
