"""实测: what the registers say of each promise of the plans that are at work, kept by day and release; and an item's light."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from django.db.models import QuerySet

from yaodian.domain.finding import Words
from yaodian.domain.observation import Observation
from yaodian.runtime.in_force import in_force
from yaodian.runtime.lifecycle import State
from yaodian.runtime.lights import Colour, Light
from yaodian.runtime.rules import Ladder
from yaodian.runtime.thresholds import Thresholds
from yaodian.runtime.work_light import waiting_light, work_light, worst
from yaodian.web.installation import supervision
from yaodian.web.plans.measured import measured_plan
from yaodian.web.plans.models import PlanEdition
from yaodian.web.plans.reading import newest_editions
from yaodian.web.work.models import Item, PromiseLight
from yaodian.workspace.score.measured_plan import MeasuredPlan
from yaodian.workspace.score.scoreboard import Row
from yaodian.workspace.score.told import parts_of, told_of


def measure(*, records: Path, on: date) -> int:
    """Measure the promises of the newest edition of each plan by a warehouse, on a day; how many lights are new."""
    before = PromiseLight.objects.count()
    for edition in newest_editions():
        plan = measured_plan(edition, records, on)
        held = {item.subject: item for item in Item.objects.filter(subject__in=[item for item, _ in plan.rows])}
        lights = [
            _kept(edition, held[item], promise, row, on, plan.board.release)
            for (item, promise), row in plan.rows.items()
            if item in held
        ]
        PromiseLight.objects.bulk_create([*lights, *_of_parts(edition, plan, on)], ignore_conflicts=True)
    return PromiseLight.objects.count() - before


def _kept(edition: PlanEdition, item: Item, promise: str, row: Row, on: date, release: str) -> PromiseLight:
    newest = row.measured
    return PromiseLight(
        edition=edition, item=item, promise=promise, on=on, release=release,
        indicator=row.indicator.id if row.indicator else "", colour=row.light.colour.value, zh=row.light.why.zh,
        en=row.light.why.en, value=newest.value if newest else None, source=newest.source.value if newest else "",
        as_of=newest.as_of if newest else None, told=told_of(row),
    )  # fmt: skip


def _of_parts(edition: PlanEdition, plan: MeasuredPlan, on: date) -> list[PromiseLight]:
    """What each county that took a part has come to by its own registers."""
    parts = Item.objects.filter(is_case=False, parent__in={item for item, _ in plan.counties})
    found = []
    for part in parts.only("subject", "parent_id", "owner"):
        for (item, promise), counties in plan.counties.items():
            seen = counties.get(part.owner) if item == part.parent_id else None
            if seen is not None:
                found.append(_own(edition, part, promise, seen, on, plan.board.release))
    return found


def _own(edition: PlanEdition, part: Item, promise: str, seen: Observation, on: date, release: str) -> PromiseLight:
    return PromiseLight(
        edition=edition, item=part, promise=promise, on=on, release=release, indicator=seen.indicator,
        colour=Colour.UNKNOWN.value, zh="", en="", value=seen.value, source=seen.source.value, as_of=seen.as_of,
        told=parts_of(seen),
    )  # fmt: skip


def promise_lights(item: Item, on: date) -> list[PromiseLight]:
    """The newest light of each promise of an item, measured on a day or before it."""
    return lights_by_item([item], on).get(item.subject, [])


def lights_by_item(items: Iterable[Item], on: date) -> dict[str, list[PromiseLight]]:
    """The same of many items, by subject; those without any are left out."""
    found: dict[str, list[PromiseLight]] = {}
    subjects = [item.subject for item in items]
    for start in range(0, len(subjects), 500):
        found |= newest_lights(subjects[start : start + 500], on)
    return found


def newest_lights(items: Sequence[str] | QuerySet[Item], on: date) -> dict[str, list[PromiseLight]]:
    """The same of the items with these ids, or that a query selects."""
    rows = PromiseLight.objects.filter(item__in=items, on__lte=on).order_by("on", "pk")
    newest = {(item, promise): pk for item, promise, pk in rows.values_list("item_id", "promise", "pk")}
    found: dict[str, list[PromiseLight]] = {}
    lights = PromiseLight.objects.in_bulk(list(newest.values())) if newest else {}
    for (item, _), pk in newest.items():
        found.setdefault(item, []).append(lights[pk])
    return found


def light_of(state: State, promises: Sequence[PromiseLight], today: date) -> Light:
    """The light of a subject: the worst of its dates, of how long it waits to be accepted, and of what its promises were
    last measured to be."""
    thresholds = in_force(Thresholds, supervision().parameters, today)
    return the_worst(state, promises, thresholds, supervision().ladder(today), today)


def the_worst(
    state: State, promises: Sequence[PromiseLight], thresholds: Thresholds, ladder: Ladder, today: date
) -> Light:
    """The same, with the parameters of the day given."""
    calendar = supervision().calendar
    waiting = waiting_light(state, ladder, today, calendar)
    others = [Light(Colour(one.colour), Words(one.zh, one.en)) for one in promises]
    return worst(work_light(state, thresholds, today, calendar), [waiting, *others] if waiting else others)
