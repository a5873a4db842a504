"""总览: many subjects with their lights, and what became of them since a day before; each light says why in a few words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from yaodian.domain.finding import Words
from yaodian.runtime.in_force import in_force
from yaodian.runtime.lifecycle import Phase, State, fold
from yaodian.runtime.lights import GREEN, GREY, UNKNOWN, Colour, Light
from yaodian.runtime.thresholds import Thresholds
from yaodian.runtime.work_light import WORST_FIRST
from yaodian.web.clock import HERE
from yaodian.web.installation import supervision
from yaodian.web.work.measuring import lights_by_item, the_worst
from yaodian.web.work.models import EntryRow, Item, PromiseLight
from yaodian.web.work.writing import current

LIGHTS: Mapping[str, Words] = {
    Colour.RED: Words("告急", "Critical"),
    Colour.ORANGE: Words("滞后", "Behind"),
    Colour.AMBER: Words("关注", "Watch"),
    Colour.GREEN: Words("正常", "On track"),
    Colour.GREY: Words("不计", "Not judged"),
    Colour.UNKNOWN: Words("无数据", "No data"),
    "done": Words("已销号", "Closed"),
}
ORDER: Mapping[str, int] = {colour: place for place, colour in enumerate((*WORST_FIRST, UNKNOWN, GREY))}


@dataclass(frozen=True, slots=True)
class Lit:
    """A subject on a day with its light, and its promises as they were last measured."""

    item: Item
    state: State
    light: Light
    promises: Sequence[PromiseLight]
    on: date

    @property
    def colour(self) -> str:
        """As pages show it: what is closed out is done, whatever its colour was."""
        return "done" if self.state.phase is Phase.CLOSED else self.light.colour.value

    @property
    def order(self) -> tuple[int, date]:
        """Worst first, then by deadline."""
        return ORDER.get(self.colour, len(ORDER)), self.state.due or date.max

    @property
    def is_late(self) -> bool:
        return self.state.is_open and self.state.due is not None and self.state.due < self.on

    @property
    def speaking(self) -> PromiseLight | None:
        """The promise that gives the light, where one does."""
        same = [one for one in self.promises if one.colour == self.light.colour.value and one.zh == self.light.why.zh]
        return same[0] if same else None

    @property
    def brief(self) -> Words:
        """Why, in a few words."""
        return _of_promise(self.speaking) if self.speaking else _of_dates(self)


def lit(items: Iterable[Item], on: date, promises: Mapping[str, Sequence[PromiseLight]] | None = None) -> list[Lit]:
    """The subjects with their lights on a day, as they are now; `promises` where they were read already."""
    held = list(items)
    own = lights_by_item(held, on) if promises is None else promises
    return _lit([(item, current(item)) for item in held], own, on)


def lit_as_of(now: Sequence[Lit], on: date) -> list[Lit]:
    """The same as it was at the end of an earlier day; what was opened later is left out."""
    held, end = [one.item for one in now], datetime.combine(on + timedelta(days=1), time(), HERE)
    states = {one.item.subject: one.state for one in now}
    late = [subject for subject, state in states.items() if state.last_at is None or state.last_at >= end]
    rows: dict[str, list[EntryRow]] = {}
    for start in range(0, len(late), 500):
        some = EntryRow.objects.filter(item__in=late[start : start + 500], at__lt=end)
        for row in some.order_by("item_id", "number"):
            rows.setdefault(row.item_id, []).append(row)
    then = {subject: fold(row.entry for row in rows[subject]) for subject in late if subject in rows}
    known = [(i, then.get(i.subject, states[i.subject])) for i in held if i.subject not in late or i.subject in then]
    return _lit(known, lights_by_item(held, on), on)


def _lit(known: Iterable[tuple[Item, State]], promises: Mapping[str, Sequence[PromiseLight]], on: date) -> list[Lit]:
    thresholds = in_force(Thresholds, supervision().parameters, on)
    ladder = supervision().ladder(on)
    found = []
    for item, state in known:
        own = promises.get(item.subject, ())
        found.append(Lit(item, state, the_worst(state, own, thresholds, ladder, on), own, on))
    return found


def worst_of(many: Iterable[Lit]) -> Lit | None:
    """The one whose light stands for all: the worst that is not closed out; any where all are."""
    return min(many, key=lambda one: one.order, default=None)


def counts_of(many: Iterable[Lit]) -> dict[str, int]:
    """How many show each light, worst first; what is closed out is counted as such."""
    found = Counter(one.colour for one in many)
    return {colour: found[colour] for colour in (*WORST_FIRST, UNKNOWN, GREY, "done") if found[colour]}


def _of_promise(one: PromiseLight) -> Words:
    told = one.told
    name, wanted, seen = told.get("words", ""), told.get("wanted", ""), told.get("shown")
    object_ = name.removesuffix(wanted).strip() or name
    if seen is None:
        return Words(f"{object_}承诺 {wanted}，还没有数据", f"{name}: no data yet")
    if one.colour == GREEN:
        return Words(f"{object_}实测 {seen}，承诺 {wanted}", f"{name}: measured {seen}")
    return Words(f"{object_}实测 {seen}，承诺 {wanted}", f"{name}: measured {seen}, promised {wanted}")


def days_to(due: date, on: date) -> Words:
    """How many working days are left on a day, or how many it is late."""
    calendar = supervision().calendar
    if on > due:
        late = calendar.working_days_between(due, on)
        return Words(f"逾期 {late} 个工作日", f"{late} working days late")
    left = calendar.working_days_between(on, due)
    return Words(f"余 {left} 个工作日", f"{left} working days left")


def _of_dates(one: Lit) -> Words:
    state, on = one.state, one.on
    if state.phase is Phase.CLOSED and state.last_at:
        return Words("已销号", "closed out")
    if state.is_suspended:
        return Words("已暂停", "suspended")
    if state.due is None:
        return Words("没有时限", "no deadline")
    days = days_to(state.due, on)
    if on > state.due:
        return days
    if state.unaccepted_since:
        waited = supervision().calendar.working_days_between(state.unaccepted_since, on)
        return Words(f"交办 {waited} 个工作日未签收", f"not accepted for {waited} working days")
    return Words(f"{state.phase.words.zh}，{days.zh}", f"{state.phase.words.en}, {days.en}")


def measured_last(indicators: Iterable[str]) -> dict[str, tuple[float, date]]:
    """What each indicator was last measured to be in the city, and on which day, from the promises it gave a light to."""
    whole = PromiseLight.objects.filter(indicator__in=list(indicators), item__parent=None, value__isnull=False)
    rows = whole.order_by("on", "pk").values_list("indicator", "value", "as_of", "on")
    return {indicator: (value, as_of or on) for indicator, value, as_of, on in rows}
