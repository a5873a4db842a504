"""实测: what the registers say of each promise of the plans that are at work, kept by day and release; and an item's light."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from yaodian.domain.finding import Words
from yaodian.runtime.in_force import in_force
from yaodian.runtime.lifecycle import State
from yaodian.runtime.lights import Colour, Light
from yaodian.runtime.thresholds import Thresholds
from yaodian.runtime.work_light import work_light, worst
from yaodian.web.installation import supervision
from yaodian.web.plans.models import PlanEdition
from yaodian.web.work.models import Item, PromiseLight
from yaodian.workspace.bureau import load_bureau
from yaodian.workspace.indicators import Indicators
from yaodian.workspace.plans import compile_document
from yaodian.workspace.records_loading import warehouse_at
from yaodian.workspace.score.scoreboard import Row, Scoreboard, scoreboard


def measure(*, records: Path, on: date) -> int:
    """Measure the promises of the newest edition of each plan by a warehouse, on a day; how many lights are new."""
    evaluation = Indicators.of(supervision().folder).evaluation(warehouse_at(records))
    before = PromiseLight.objects.count()
    for edition in _newest():
        board = _scored(edition, evaluation, on)
        items = Item.objects.filter(plan__plan=edition.plan, parent=None, is_case=False)
        held = {item.address: item for item in items.only("subject", "address")}
        rows = [(held.get(row.address.partition("#")[0]), row) for row in board.rows]
        lights = [_kept(edition, item, row, on, board.release) for item, row in rows if item is not None]
        PromiseLight.objects.bulk_create(lights, ignore_conflicts=True)
    return PromiseLight.objects.count() - before


def _newest() -> list[PlanEdition]:
    """The newest edition of each plan."""
    found: dict[str, PlanEdition] = {}
    for edition in PlanEdition.objects.order_by("plan", "number"):
        found[edition.plan] = edition
    return list(found.values())


def _scored(edition: PlanEdition, evaluation: Any, on: date) -> Scoreboard:
    bureau = load_bureau(supervision().folder)
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"{edition.plan}.plan.yaml"
        file.write_text(edition.plan_file, encoding="utf-8")
        return scoreboard(compile_document(file, bureau), evaluation, on, bureau.calendar)


def _kept(edition: PlanEdition, item: Item, row: Row, on: date, release: str) -> PromiseLight:
    newest = row.measured
    return PromiseLight(
        edition=edition, item=item, promise=row.target.id or row.address, on=on, release=release,
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
