"""实测: what the registers say of each promise of the plans that are at work, kept by day and release; and an item's light."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from yaodian.domain.finding import Words
from yaodian.runtime.in_force import in_force
from yaodian.runtime.lifecycle import State
from yaodian.runtime.lights import Colour, Light
from yaodian.runtime.thresholds import Thresholds
from yaodian.runtime.work_light import work_light, worst
from yaodian.web.installation import supervision
from yaodian.web.plans.measured import measured_plan
from yaodian.web.plans.models import PlanEdition
from yaodian.web.plans.reading import newest_editions
from yaodian.web.work.models import Item, PromiseLight
from yaodian.workspace.score.scoreboard import Row


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
        PromiseLight.objects.bulk_create(lights, ignore_conflicts=True)
    return PromiseLight.objects.count() - before


def _kept(edition: PlanEdition, item: Item, promise: str, row: Row, on: date, release: str) -> PromiseLight:
    newest = row.measured
    return PromiseLight(
        edition=edition, item=item, promise=promise, on=on, release=release,
        indicator=row.indicator.id if row.indicator else "", colour=row.light.colour.value, zh=row.light.why.zh,
        en=row.light.why.en, value=newest.value if newest else None, source=newest.source.value if newest else "",
        as_of=newest.as_of if newest else None,
    )  # fmt: skip


def promise_lights(item: Item, on: date) -> list[PromiseLight]:
    """The newest light of each promise of an item, measured on a day or before it."""
    found: dict[str, PromiseLight] = {}
    for one in item.promise_lights.filter(on__lte=on).order_by("on", "pk"):
        found[one.promise] = one
    return list(found.values())


def light_of(state: State, promises: Sequence[PromiseLight], today: date) -> Light:
    """The light of a subject: the worst of its dates and of what its promises were last measured to be."""
    thresholds = in_force(Thresholds, supervision().parameters, today)
    by_dates = work_light(state, thresholds, today, supervision().calendar)
    return worst(by_dates, [Light(Colour(one.colour), Words(one.zh, one.en)) for one in promises])
