"""公开进展: what anyone may read of a plan: its whole measures, each promise with its number, where it stands and why. What is
not a field here is not published: no case, no person, no reason or remark of an entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from yaodian.declare.indicator import Indicator
from yaodian.domain.entry import Act
from yaodian.domain.finding import Words
from yaodian.runtime.ledger import last_reported
from yaodian.runtime.lifecycle import Phase, State
from yaodian.runtime.lights import ORANGE, RED
from yaodian.web.accounts.units import organisation
from yaodian.web.clock import day_of
from yaodian.web.installation import indicators
from yaodian.web.plans.models import PlanEdition
from yaodian.web.plans.structure import Placed, structure_of
from yaodian.web.work.models import EntryRow, Item, PromiseLight
from yaodian.web.work.overview import Lit, days_to, lit
from yaodian.workspace.promises import Names, PromiseName
from yaodian.workspace.publish.open_data import OpenColumn
from yaodian.workspace.publish.withholding import minimum_above

CHANGES = (Act.STEP, Act.CLOSE, Act.REOPEN, Act.SUSPEND, Act.RESUME, Act.EXTEND)
"""The acts whose day is public; their reasons are not."""


class Standing(StrEnum):
    """进展: what the public is told in place of a light."""

    DONE = "done"
    UNDER_WAY = "under_way"
    BEHIND = "behind"

    @property
    def words(self) -> Words:
        return _STANDINGS[self]


_STANDINGS = {
    Standing.DONE: Words("已完成", "Done"),
    Standing.UNDER_WAY: Words("正在做", "Under way"),
    Standing.BEHIND: Words("落后了", "Behind"),
}


@dataclass(frozen=True, slots=True)
class OpenPromise:
    """A measure with one of its promises (`promise` is empty where it promises no number). `source` is measured, reported or
    external; `least` is the minimum below which the number is withheld, None where it is shown or there is none."""

    plan: str
    section: str
    task: str
    task_title: str
    measure: str
    sentence: str
    unit: str
    due: date | None
    standing: Standing
    why: Words
    promise: str = ""
    promised: str = ""
    value: float | None = None
    shown: str = ""
    source: str = ""
    as_of: date | None = None
    least: int | None = None
    indicator: str = ""
    share: float | None = None
    """How much of the promised number is there, from 0 to 1; for the bar."""


def open_promises(edition: PlanEdition, on: date) -> list[OpenPromise]:
    """The promises of a plan in its order."""
    structure = structure_of(edition)
    by_address = {one.item.address: one for one in lit(_whole(edition), on)}
    units, found = organisation(), list[OpenPromise]()
    for placed in structure.measures:
        if (one := by_address.get(placed.address)) is not None:
            section = structure.section_of(placed.task)
            owner = units.with_code(one.state.owner, on)
            where = {
                "plan": edition.plan,
                "section": section.heading if section else "",
                "unit": owner.name if owner else "",
            }
            found += _of_measure(where, placed, one, structure.names)
    return found


def open_indicators() -> list[str]:
    """The indicators by which promises of published plans are measured."""
    ids = PromiseLight.objects.exclude(indicator="").values_list("indicator", flat=True)
    return sorted(set(ids))


def open_changes(edition: PlanEdition, most: int = 100) -> list[EntryRow]:
    """What happened to the whole measures of a plan, the newest first."""
    rows = EntryRow.objects.filter(item__in=_whole(edition).values("pk"), act__in=[act.value for act in CHANGES])
    return list(rows.select_related("item").order_by("-at", "-pk")[:most])


def open_deadlines(edition: PlanEdition) -> Any:
    """The whole measures that are not closed out, by deadline."""
    return _whole(edition).filter(due__isnull=False).exclude(phase=Phase.CLOSED.value).order_by("due", "subject")


def _whole(edition: PlanEdition) -> Any:
    return Item.objects.filter(plan__plan=edition.plan, parent=None, is_case=False)


def _of_measure(where: Mapping[str, str], placed: Placed, one: Lit, names: Names) -> list[OpenPromise]:
    state, measured = one.state, {light.promise: light for light in one.promises}
    small = {promise: least for promise, light in measured.items() if (least := _least(state, light)) is not None}
    shared: dict[str, Any] = {
        **where, "task": placed.task.no, "task_title": placed.task.title, "measure": placed.number,
        "sentence": placed.measure.text, "due": state.due, "standing": _standing(one), "why": _why(one, small),
    }  # fmt: skip
    promised = state.promised or {}
    in_order = [*(promise for promise in names if promise in promised), *(p for p in promised if p not in names)]
    figures = [
        _figure(one, promise, float(promised[promise]), names.get(promise, PromiseName()), measured.get(promise), small)
        for promise in in_order
    ]
    return [OpenPromise(**shared, **figure) for figure in figures or [{}]]


def _figure(
    one: Lit, promise: str, wanted: float, name: PromiseName, light: PromiseLight | None, small: Mapping[str, int]
) -> dict[str, Any]:
    """Fields of one promise: its number as measured, else as its owner reported it."""
    told = light.told if light else {}
    promised = {"promise": name.words, "promised": told.get("wanted") or name.number(wanted)}
    reported = last_reported(one.state, promise)
    if light is not None and light.indicator:
        promised["indicator"] = light.indicator
    if promise in small and light is not None:
        return {**promised, "source": light.source, "as_of": light.as_of, "least": small[promise]}
    if light is not None and light.value is not None:
        value, source, as_of = light.value, light.source, light.as_of
    elif reported is not None:
        value, source, as_of = reported.value, "reported", reported.as_of
    else:
        return promised
    goal = told.get("low", wanted) if "high" not in told else None
    share = min(max(value / goal, 0.0), 1.0) if goal else None
    return {
        **promised, "value": value, "shown": told.get("shown") or name.number(value), "source": source,
        "as_of": as_of, "share": share,
    }  # fmt: skip


def _least(state: State, light: PromiseLight) -> int | None:
    """The minimum cell where fewer persons stand behind a promise's number, measured or reported."""
    indicator: type[Indicator] | None = indicators().catalogue.of(Indicator).get(light.indicator)
    reported = last_reported(state, light.promise)
    if indicator is None or (light.value is None and (reported is None or light.told.get("is_ratio"))):
        return None
    counted, among = light.told.get("numerator"), light.told.get("denominator")
    if counted is None:
        counted = light.value if light.value is not None or reported is None else reported.value
    row = {"numerator": counted, "denominator": among, "cell": counted if among is None else among}
    return minimum_above(row, indicator, indicators().parameters, light.as_of or light.on)


def _standing(one: Lit) -> Standing:
    if one.colour == "done":
        return Standing.DONE
    return Standing.BEHIND if one.colour in (RED, ORANGE) else Standing.UNDER_WAY


def _why(one: Lit, small: Mapping[str, int]) -> Words:
    """Why it stands so, with no number that is withheld and nothing of what units owe each other."""
    speaking = one.speaking
    if one.colour == "done":
        closed = day_of(one.state.last_at) if one.state.last_at else one.on
        return Words(f"{closed.month}月{closed.day}日办结", f"closed on {closed}")
    if speaking is not None and speaking.promise in small:
        least = small[speaking.promise]
        return Words(f"人数少于 {least}，数字不公布", f"fewer than {least} persons: not published")
    state, due = one.state, one.state.due
    if speaking is not None or state.is_suspended or (due is not None and one.on > due):
        return one.brief
    if state.phase in (Phase.OPENED, Phase.ASSIGNED):
        return Words("还没有开始", "not begun yet")
    if state.phase is Phase.UNDER_WAY and due is not None:
        return days_to(due, one.on)
    return one.brief


PROMISE_COLUMNS = (
    OpenColumn("task", Words("任务序号", "Task no.")),
    OpenColumn("task_title", Words("任务", "Task")),
    OpenColumn("measure", Words("举措序号", "Measure no."), is_required=True),
    OpenColumn("sentence", Words("举措原文", "Measure, in the plan's words"), is_required=True),
    OpenColumn("unit", Words("责任单位", "Responsible unit")),
    OpenColumn("due", Words("时限", "Deadline"), "date"),
    OpenColumn("standing", Words("进展", "Standing"), is_required=True),
    OpenColumn("why", Words("为什么", "Why")),
    OpenColumn("promise", Words("承诺", "Promise")),
    OpenColumn("promised", Words("承诺数", "Promised")),
    OpenColumn("value", Words("现值", "Value"), "number"),
    OpenColumn("shown", Words("现值（写法）", "Value as written")),
    OpenColumn("source", Words("来源", "Source")),
    OpenColumn("as_of", Words("截至", "As of"), "date"),
    OpenColumn("withheld_below", Words("少于此数不公布", "Withheld below"), "integer"),
    OpenColumn("indicator", Words("指标", "Indicator")),
)
"""What is published of a promise; `value` is a ratio from 0 to 1 where `shown` is in per cent."""


def rows_of(promises: Sequence[OpenPromise], language: str) -> list[dict[str, Any]]:
    """The promises as plain values by the names of their columns."""
    named = {"why": lambda one: one.why.lang(language), "withheld_below": lambda one: one.least}
    columns = [column.name for column in PROMISE_COLUMNS]
    return [{name: named[name](one) if name in named else getattr(one, name) for name in columns} for one in promises]
