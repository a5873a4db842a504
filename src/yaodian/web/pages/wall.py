"""大屏: a screen on a wall: the counts of lights, one indicator by county after another, the week's changes; and the same
figures as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.http import HttpResponse

from yaodian.domain.finding import Words
from yaodian.runtime.work_light import WORST_FIRST
from yaodian.web.accounts.units import organisation
from yaodian.web.ledgers.placing import lights_by_owner
from yaodian.web.pages.figures import period_words
from yaodian.web.pages.home import (
    A_WEEK,
    Change,
    changes_since,
    strip_of,
    task_rows,
    turned,
    upcoming,
    whole_items,
)
from yaodian.web.pages.opened import tables_of
from yaodian.web.pages.page import SIGNED_IN, Visit, page
from yaodian.web.pages.templatetags.yaodian import number, percent
from yaodian.web.plans.models import PlanEdition
from yaodian.web.plans.reading import current_edition
from yaodian.web.plans.structure import structure_of
from yaodian.web.work.overview import LIGHTS, Lit, lit
from yaodian.web.work.reading import items_of
from yaodian.workspace.open_table import OpenCell, OpenTable
from yaodian.workspace.publish.open_data import OpenColumn, as_csv

REFRESH = timedelta(minutes=10)
STEPS = 4
CHANGES = 7
COLUMNS = (
    OpenColumn("part", Words("部分", "Part")),
    OpenColumn("name", Words("名称", "Name")),
    OpenColumn("place", Words("地方", "Place")),
    OpenColumn("figure", Words("数", "Figure")),
)
WITHHELD = Words("不公布", "withheld")


@dataclass(frozen=True, slots=True)
class Tile:
    """A county in the cartogram: where it lies (from 1; 0 where no spot is known), its number as written, and which of the
    four steps it is in (0: none)."""

    name: str
    row: int
    column: int
    figure: str
    step: int


@dataclass(frozen=True, slots=True)
class Slide:
    """An indicator by county with the city's number."""

    title: Words
    period: Words
    whole: str
    tiles: Sequence[Tile]


@dataclass(frozen=True, slots=True)
class LightsRow:
    """A county with its parts by light; shown where no indicator has values."""

    name: str
    counts: Sequence[int]


@dataclass(frozen=True)
class Wall:
    """All that the screen shows."""

    edition: PlanEdition
    strip: Sequence[tuple[str, int, int]]
    slides: Sequence[Slide]
    lights: Sequence[LightsRow]
    changes: Sequence[Change]
    turned: Mapping[str, int]
    upcoming: Sequence[Lit]

    @property
    def colours(self) -> list[str]:
        return [colour for colour, _, _ in self.strip]


@page("wall", policy=SIGNED_IN, under="home")
def wall(visit: Visit) -> HttpResponse:
    """The screen; `?show=3` begins with the third indicator."""
    found = wall_of(visit)
    if found is None:
        return visit.show("home_empty")
    shown = visit.request.GET.get("show", "")
    return visit.show(
        "wall", wall=found, first=min(int(shown), len(found.slides)) if shown.isdecimal() and shown != "0" else 1,
        changes=found.changes[:CHANGES], refresh=int(REFRESH.total_seconds()), next_at=visit.at + REFRESH,
    )  # fmt: skip


@page("wall.csv", policy=SIGNED_IN, name="wall_table", under="home")
def wall_table(visit: Visit) -> HttpResponse:
    """Every figure of the screen, in its order."""
    found = wall_of(visit)
    content = as_csv(COLUMNS, list(rows_of(found, visit.language)) if found else [], visit.language)
    return HttpResponse(content, content_type="text/csv; charset=utf-8")


def wall_of(visit: Visit) -> Wall | None:
    """None where no plan was published."""
    edition = current_edition()
    if edition is None:
        return None
    items = list(whole_items(visit, edition))
    now = lit(items, visit.on)
    changes = changes_since(now, visit.on - A_WEEK)
    slides = [_slide(table, visit) for table in tables_of(visit).values() if table.has_counties]
    return Wall(
        edition, strip_of(task_rows(structure_of(edition), now), now), slides,
        [] if slides else list(_lights(visit, edition)), changes, turned(changes), upcoming(now),
    )  # fmt: skip


def rows_of(found: Wall, language: str) -> Iterator[dict[str, Any]]:
    def row(part: Words, name: str, place: str, figure: object) -> dict[str, Any]:
        return {"part": part.lang(language), "name": name, "place": place, "figure": str(figure)}

    lights, whole = Words("灯色", "Lights"), Words("全市", "city").lang(language)
    for colour, tasks, measures in found.strip:
        name = LIGHTS[colour].lang(language)
        yield row(lights, name, Words("任务", "tasks").lang(language), tasks)
        yield row(lights, name, Words("举措", "measures").lang(language), measures)
    for slide in found.slides:
        part = Words("指标", "Indicator")
        yield row(part, slide.title.lang(language), whole, slide.whole)
        for tile in slide.tiles:
            yield row(part, slide.title.lang(language), tile.name, tile.figure)
    for county in found.lights:
        for colour, count in zip(found.colours, county.counts, strict=True):
            yield row(Words("各县灯色", "Lights by county"), LIGHTS[colour].lang(language), county.name, count)
    for colour, count in found.turned.items():
        yield row(Words("本周变化", "This week"), LIGHTS[colour].lang(language), whole, count)


def _slide(table: OpenTable, visit: Visit) -> Slide:
    values = [cell.value for cell in table.cells if cell.value is not None]
    tiles = [
        Tile(cell.short_name, *cell.spot, _figure(cell, table, visit.language), step_of(cell.value, values))
        for cell in table.cells
    ]
    title = Words(table.indicator.label, table.indicator.english or table.indicator.id)
    whole = _figure(table.total, table, visit.language) if table.total else "–"
    return Slide(title, period_words(table.period), whole, tiles)


def _figure(cell: OpenCell, table: OpenTable, language: str) -> str:
    if cell.is_withheld:
        return WITHHELD.lang(language)
    if table.is_ratio:
        return percent(cell.value)
    return number(cell.value, 0 if cell.value is None or cell.value == int(cell.value) else 1)


def step_of(value: float | None, values: Sequence[float]) -> int:
    """In which of the four equal steps from the least to the greatest value one lies, from 1; 0 without a value."""
    if value is None:
        return 0
    least, most = min(values), max(values)
    return min(int((value - least) / (most - least) * STEPS) + 1, STEPS) if most > least else 1


def _lights(visit: Visit, edition: PlanEdition) -> Iterator[LightsRow]:
    """How many parts of each county show which light."""
    parts = items_of(visit.account, visit.on, plan__plan=edition.plan, parent__isnull=False, is_case=False)
    units = organisation()
    for code, counts in sorted(lights_by_owner(parts, visit.on).items()):
        unit = units.with_code(code, visit.on)
        done = [counts[colour.value] for colour in WORST_FIRST]
        done[-1] += counts["done"]
        yield LightsRow(unit.name if unit else code, done)
