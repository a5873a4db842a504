"""台账: the ledger of a unit as an account may see it, with what registers measure of its promises where they are given."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from yaodian.domain.finding import Refusal, Words
from yaodian.domain.observation import Observation, Origin
from yaodian.domain.organisation import Organisation, OrganisationUnit
from yaodian.domain.period import Period
from yaodian.runtime.ledger import Ledger, OfPromise, ledger_of
from yaodian.runtime.lights import Colour, Light
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import must_reach, standing
from yaodian.web.accounts.units import organisation
from yaodian.web.plans.measured import measured_plan
from yaodian.web.plans.models import PlanEdition
from yaodian.web.plans.reading import newest_editions
from yaodian.web.plans.structure import names_of
from yaodian.web.work.measuring import lights_by_item
from yaodian.web.work.models import Item
from yaodian.web.work.reading import items_of
from yaodian.web.work.writing import current
from yaodian.workspace.promises import Names


def unit_called(code: str, on: date, units: Organisation | None = None) -> OrganisationUnit:
    """The unit of a code on a day, among these units where they were read already; Refusal where there is none."""
    unit = (units or organisation()).with_code(code, on)
    if unit is None:
        raise Refusal(Words(f"{on}没有单位“{code}”，请核对代码", f"there is no unit {code!r} on {on}: check its code"))
    return unit


def unit_ledger(
    account: Account, unit: str, on: date, records: Path | None = None, *, is_open: bool | None = None
) -> tuple[Ledger, Names]:
    """The unit's rows by kind, deadline and address, and what their promises are called: measured now where the records
    are given, else as they were measured last. NotAllowed where the account's duties do not reach the unit."""
    must_reach(standing(account, on), unit)
    items = list(items_of(account, on, unit=unit_called(unit, on).code, is_open=is_open).with_plan())
    newest = newest_editions({item.plan.plan for item in items if item.plan})
    measured, lights = _measured(items, newest, records, on) if records else _kept(items, on)
    states = (current(item) for item in sorted(items, key=lambda item: (item.kind, item.is_case)))
    made = ledger_of(unit, on, states, {item.subject: item.address for item in items}, measured, lights)
    return made, names_of(newest)


def _measured(
    items: list[Item], editions: list[PlanEdition], records: Path, on: date
) -> tuple[dict[OfPromise, Observation], dict[OfPromise, Light]]:
    """Of a whole item the city's values and lights, of a county's part the county's own values."""
    seen: dict[OfPromise, Observation] = {}
    lights: dict[OfPromise, Light] = {}
    for edition in editions:
        plan = measured_plan(edition, records, on)
        for item in items:
            whole = item.parent_id or item.subject
            for (subject, promise), row in plan.rows.items() if not item.is_case else ():
                if subject != whole:
                    continue
                if item.parent_id is None:
                    lights[item.subject, promise] = row.light
                    value = row.measured
                else:
                    value = plan.counties.get((subject, promise), {}).get(item.owner)
                if value is not None:
                    seen[item.subject, promise] = value
    return seen, lights


def _kept(items: list[Item], on: date) -> tuple[dict[OfPromise, Observation], dict[OfPromise, Light]]:
    """The same as it was last kept."""
    seen: dict[OfPromise, Observation] = {}
    lights: dict[OfPromise, Light] = {}
    by_subject = lights_by_item(items, on)
    for item in items:
        for one in by_subject.get(item.subject, ()):
            if item.parent_id is None:
                lights[item.subject, one.promise] = Light(Colour(one.colour), Words(one.zh, one.en))
            if one.value is not None and one.as_of is not None:
                seen[item.subject, one.promise] = Observation(
                    indicator=one.indicator, place=item.owner, period=Period(one.as_of.isoformat()),
                    source=Origin(one.source), as_of=one.as_of, value=one.value, release=one.release,
                )  # fmt: skip
    return seen, lights
