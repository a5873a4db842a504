"""我的事项: what a unit's home shows of each item beside its light: what the registers say, and whether that is enough."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from yaodian.domain.entry import Act
from yaodian.web.installation import supervision
from yaodian.web.pages.page import Visit
from yaodian.web.plans.reading import newest_editions
from yaodian.web.plans.structure import names_of
from yaodian.web.work.doable import doable
from yaodian.web.work.measuring import lights_by_item
from yaodian.web.work.models import Item, PromiseLight
from yaodian.web.work.overview import Lit
from yaodian.workspace.promises import Names, PromiseName


@dataclass(frozen=True, slots=True)
class Mine:
    """An item with its measured promise as (words, measured, promised) where it has one. `unit`: for whom it can be
    submitted now; `is_reached`: the registers show what was promised, so that nothing needs to be typed to do so;
    `may_be_split`: its promise waits to be split among the counties."""

    one: Lit
    measured: tuple[str, str, str] | None = None
    is_reached: bool = False
    unit: str = ""
    may_be_split: bool = False

    @property
    def may_be_confirmed(self) -> bool:
        return self.is_reached and bool(self.unit)


def mine_of(visit: Visit, shown: Sequence[Lit]) -> dict[str, Mine]:
    """By subject what is told of each."""
    measured = [one for one in shown if _seen(one)]
    names = names_of(newest_editions({one.item.plan.plan for one in measured if one.item.plan})) if measured else {}
    wholes = lights_by_item(Item.objects.filter(pk__in=[one.item.parent_id for one in measured]), visit.on)
    units = _acting(visit, measured, Act.SUBMIT)
    whole = [one for one in shown if one.item.parent_id is None and one.state.promised and not one.state.parts]
    splitting = _acting(visit, whole, Act.SPLIT)
    found = {one.item.pk: Mine(one, may_be_split=bool(splitting.get(one.item.pk))) for one in shown}
    return found | {
        one.item.pk: _mine(
            found[one.item.pk], names, wholes.get(one.item.parent_id or "", ()), units.get(one.item.pk, "")
        )
        for one in measured
    }


def _seen(one: Lit) -> PromiseLight | None:
    """The first promise that a register has a number of."""
    promised = one.state.promised or {}
    return next((p for p in one.promises if p.value is not None and p.promise in promised), None)


def _mine(mine: Mine, names: Names, whole: Sequence[PromiseLight], unit: str) -> Mine:
    one = mine.one
    seen = _seen(one)
    assert seen is not None and seen.value is not None
    promised, name = (one.state.promised or {})[seen.promise], names.get(seen.promise, PromiseName())
    bounds = next((each.told for each in whole if each.promise == seen.promise), seen.told)
    at_most = "high" in bounds and "low" not in bounds
    is_reached = seen.value <= promised if at_most else seen.value >= promised
    told = (name.words or seen.promise, name.number(seen.value), name.number(promised))
    return replace(mine, measured=told, is_reached=is_reached, unit=unit)


def _acting(visit: Visit, items: Sequence[Lit], act: Act) -> Mapping[str, str]:
    """For which unit the account may do it with each."""
    still_open = Item.open_parts(one.item.pk for one in items)
    hands, found = visit.who.hands(), {}
    for one in items:
        setting = supervision().setting(visit.on, one.state.owner, still_open[one.item.pk])
        found[one.item.pk] = doable(hands, one.state, visit.at, visit.on, setting, (act,)).get(act, "")
    return found
