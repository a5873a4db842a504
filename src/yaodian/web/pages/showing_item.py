"""事项页: what a page of one measure, part or case shows: its numbers side by side, its course, its parts, and what is next."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.http import HttpResponse, QueryDict

from yaodian.declare.kind import Step
from yaodian.domain.entry import Act
from yaodian.domain.finding import Words
from yaodian.runtime.command import steps_of
from yaodian.runtime.ledger import last_reported
from yaodian.runtime.lifecycle import Phase, Reported, State
from yaodian.runtime.steps import ahead_of, may_take, next_steps
from yaodian.web.accounts import policy
from yaodian.web.assurance.letters import may_write
from yaodian.web.assurance.models import LeftOut
from yaodian.web.assurance.reading import Cases
from yaodian.web.installation import supervision
from yaodian.web.ledgers.reading import number_of
from yaodian.web.pages.asking import fields_of
from yaodian.web.pages.charts import trajectory
from yaodian.web.pages.page import Visit
from yaodian.web.pages.splitting import split_table
from yaodian.web.pages.telling import telling
from yaodian.web.plans.structure import short, structure_of
from yaodian.web.work.awaited import awaited
from yaodian.web.work.doable import doable
from yaodian.web.work.models import Item, PromiseLight
from yaodian.web.work.overview import Lit, days_to, lit
from yaodian.web.work.persons import Person, masked, purposes_of
from yaodian.web.work.reading import Seen, seen
from yaodian.workspace.assuring import programmes
from yaodian.workspace.bureau import shipped_folder
from yaodian.workspace.capabilities import Capability, capability_of
from yaodian.workspace.promises import PromiseName

DIRECT = (Act.ACCEPT,)
"""Acts that need no form."""
IN_THE_HEAD = 3


@dataclass(frozen=True, slots=True)
class Figures:
    """A promise's numbers side by side: promised; last reported; measured and external, with all that is told of them."""

    promise: str
    name: PromiseName
    promised: str
    reported: Reported | None
    measured: PromiseLight | None
    is_asked: bool

    @property
    def reported_shown(self) -> str:
        return self.name.number(self.reported.value) if self.reported else ""

    @property
    def measured_shown(self) -> str:
        value = self.measured.value if self.measured else None
        return "" if value is None else self.name.number(value)

    @property
    def external(self) -> tuple[str, str] | None:
        """(day, number) of what others published last."""
        series = self.measured.told.get("series", {}).get("external", []) if self.measured else []
        return (series[-1][0], self.name.number(series[-1][1])) if series else None

    @property
    def difference(self) -> str:
        """How much more was reported than measured; empty where one is missing or nothing lies between."""
        if self.reported is None or self.measured is None or self.measured.value is None:
            return ""
        gap = self.reported.value - self.measured.value
        return "" if abs(gap) < 1e-9 else self.name.number(gap).replace("-", "\u2212")


@dataclass(frozen=True, slots=True)
class StepTold:
    """A step on the bar of a kind: done with its day, at hand, or to come."""

    step: Step
    state: str
    on: Any = None
    unit: str = ""


def show_item(
    visit: Visit, subject: str, *, doing: str = "", posted: QueryDict | None = None, fault: Words | None = None,
    stale: Any = None, person: Person | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    """The page; with the form of an act open where one is asked for, holding what was typed. `person`: whom the case is
    about, where that was asked for and may be shown."""
    found = seen(visit.account, subject, visit.on)
    state, item = found.state, found.item
    setting = supervision().setting(visit.on, state.owner, Item.open_parts([item.pk])[item.pk])
    can = doable(visit.who.hands(), state, visit.at, visit.on, setting)
    act = Act(doing) if doing in {act.value for act in can} else None
    names = structure_of(item.plan).names if item.plan else {}
    figures = [_figures(found, promise, names) for promise in state.promised or {}]
    parts = sorted(lit(_below(item), visit.on), key=lambda one: one.order)
    return visit.show(
        "item", status, found=found, item=item, state=state, one=lit([item], visit.on)[0], figures=figures,
        chart=_chart(found, figures, visit), steps=steps_told(state, steps_of(state, setting)),
        place=_place(item), parts=parts, part_figures=_part_figures(parts, figures), can=can,
        head=list(can)[:IN_THE_HEAD], more=list(can)[IN_THE_HEAD:], act=act,
        unit=can.get(act, "") if act else "", direct=DIRECT, entries=[telling(e, item, names_it=False) for e in reversed(found.entries)],
        key=secrets.token_urlsafe(16), posted=posted or {}, fault=fault, stale=stale, evidence=_evidence(found),
        awaited=awaited(state, setting), above=_above(item), person=person, mask=masked(found.person),
        purposes=purposes_of(visit.who) if found.person else (), number=number_of(item),
        left=_left(visit, state), form=_form(visit, found, act, setting, figures, posted or {}), **_cases(visit, item),
        capability=_capability(item), has_cases=not item.is_case and supervision().kinds[item.kind].case_label is not None,
        has_letters=may_write(visit.who, item),
        may_supervise=state.is_open and bool(state.owner) and policy.can(visit.who, policy.Doing.ISSUE_DOCUMENT),
    )  # fmt: skip


def steps_told(state: State, steps: Sequence[Step]) -> list[StepTold]:
    """The main line of a kind's steps: those that were reached, and those to come by following each other."""
    done = [s for r in state.reached for s in steps if s.name == r.step]
    told = [StepTold(step, "ok", reached.on, reached.unit) for step, reached in zip(done, state.reached, strict=False)]
    ahead = ahead_of(steps, [one.name for one in done])
    is_open = state.phase is not Phase.CLOSED
    return told + [StepTold(s, "now" if n == 0 and is_open else "") for n, s in enumerate(ahead)]


def _below(item: Item) -> Any:
    return item.below.filter(is_case=False).with_plan()


def _above(item: Item) -> list[Item]:
    """What it is a part or a case of, the nearest first."""
    found, at = [], item
    while at.parent_id:
        at = Item.objects.with_plan().get(pk=at.parent_id)
        found.append(at)
    return found


def _cases(visit: Visit, item: Item) -> Mapping[str, Any]:
    """How many cases stand below it and its parts; for who may see their numbers, the programmes that these are of."""
    above = [item.subject, *_below(item).values_list("pk", flat=True)]
    cases = Item.objects.filter(is_case=True, parent__in=above)
    told = {"cases": Cases(cases.count(), cases.exclude(phase=Phase.CLOSED.value).count())}
    if item.is_case or not policy.can(visit.who, policy.Doing.SEE_FIGURES):
        return told
    of = set(LeftOut.objects.filter(item__parent__in=above).values_list("programme", flat=True).distinct())
    return told | {"programmes": [(one.words, one.id) for one in programmes().values() if one.id in of]}


def _capability(item: Item) -> Capability | None:
    """What one can do here for a whole measure."""
    if item.plan is None or item.parent_id is not None:
        return None
    return capability_of(supervision().folder or shipped_folder(), item.plan.year, short(item.address))


def _figures(found: Seen, promise: str, names: Mapping[str, PromiseName]) -> Figures:
    name, state = names.get(promise, PromiseName()), found.state
    measured = next((one for one in found.promises if one.promise == promise), None)
    promised = name.number((state.promised or {})[promise])
    return Figures(promise, name, promised, last_reported(state, promise), measured, promise not in state.measured)


def _part_figures(parts: Sequence[Lit], figures: Sequence[Figures]) -> list[Mapping[str, Any]]:
    """Of each part its number of the first promise: promised, reported, measured, and what lies between."""
    if not figures:
        return [{"one": part} for part in parts]
    first = figures[0]
    rows: list[Mapping[str, Any]] = []
    for part in parts:
        measured = next((one for one in part.promises if one.promise == first.promise), None)
        reported = last_reported(part.state, first.promise)
        own = Figures(first.promise, first.name, "", reported, measured, first.is_asked)
        promised = (part.state.promised or {}).get(first.promise)
        rows.append(
            {"one": part, "figures": own, "promised": promised if promised is None else first.name.number(promised)}
        )
    return rows


def _chart(found: Seen, figures: Sequence[Figures], visit: Visit) -> Any:
    with_course = [f for f in figures if f.measured and len(f.measured.told.get("series", {}).get("measured", [])) > 1]
    return trajectory(with_course[0].measured, with_course[0].name, visit) if with_course else None


def _place(item: Item) -> Any:
    """Where the item stands in its plan: section, task, the sentence with the measure's own words marked."""
    if item.plan is None:
        return None
    structure = structure_of(item.plan)
    placed = structure.placed(item.address)
    if placed is None:
        return None
    task, span = placed.task, placed.measure.span
    text = structure.text
    end = next((i for i in range(span.end, min(span.end + 200, len(text))) if text[i] in "。\n"), span.end)
    return {
        "section": structure.section_of(task), "task": task, "number": placed.number, "text": text[span.start : span.end],
        "before": text[max(task.span.start, span.start - 40) : span.start], "after": text[span.end : end + 1],
        "line": text.count("\n", 0, span.start) + 1, "duties": task.duties, "words": placed.measure.text,
    }  # fmt: skip


def _evidence(found: Seen) -> list[Mapping[str, Any]]:
    """Each file once, the newest first."""
    named = {e.data["sha256"]: str(e.data.get("name", "")) for e in found.entries if e.act is Act.ATTACH}
    return [{"file": file, "name": named.get(file.sha256, file.sha256[:8])} for file in reversed(found.state.attached)]


def _left(visit: Visit, state: State) -> Words | None:
    if state.due is None or state.phase is Phase.CLOSED:
        return None
    return days_to(state.due, visit.on)


def _form(
    visit: Visit, found: Seen, act: Act | None, setting: Any, figures: Sequence[Figures], posted: Mapping[str, str]
) -> Mapping[str, Any]:
    """What the open form offers to choose from."""
    state = found.state
    if act in (Act.STEP, Act.ATTACH):
        led = next_steps(steps_of(state, setting), state.step)
        own = [s for s in led if any(may_take(s, state, hand) for hand in visit.who.hands())]
        offered = [s for s in own if act is Act.STEP or s.evidence]
        return {"steps": [{"step": s, "asks": fields_of(s, posted, visit.on)} for s in offered]}
    if act in (Act.HAND_OVER, Act.ASSIGN):
        units = [
            unit for unit in supervision().organisation.units if unit.kind == "office" and unit.is_in_force(visit.on)
        ]
        return {"units": [unit for unit in units if unit.code != state.owner]}
    if act is Act.REPORT:
        return {"asked": [one for one in figures if one.is_asked]}
    if act is Act.EXTEND:
        return {"first": ((state.due or visit.on) + timedelta(days=1)).isoformat()}
    return split_table(found.item, state, setting, figures) if act is Act.SPLIT else {}
