"""演示: what a demonstration is made of, so that all of it fits together: the city, the months, the day it shows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from yaodian.domain.bureau import Bureau
from yaodian.domain.plan import Measure, Plan
from yaodian.warehouse.audit import FileAudit
from yaodian.warehouse.evaluate.observed import Observed
from yaodian.warehouse.load.loading import Terms
from yaodian.warehouse.store import Warehouse
from yaodian.workspace.balance.keeping import keep_balance
from yaodian.workspace.bureau import shipped_folder
from yaodian.workspace.city import write_city
from yaodian.workspace.drafting.deciding import What, about, decided
from yaodian.workspace.indicators import Indicators
from yaodian.workspace.linking import link_persons
from yaodian.workspace.load_order import uploads_in
from yaodian.workspace.observing import observe
from yaodian.workspace.places import bureau_places
from yaodian.workspace.records_loading import AUDIT, load_all, tidy_after_loads, warehouse_at

SCALE, SEED, MONTHS = 0.01, 3, 6
TODAY = date(2020, 9, 2)
PERIODS_BACK = 3  # of each indicator, so that its page has a course
MEASURED_ON = (date(2020, 4, 30), date(2020, 6, 30), date(2020, 8, 26), date(2020, 9, 1))
"""Days on which promises are measured, so that the week before the day has its changes."""
ATTENDANCE_CLOSED = date(2020, 5, 30)
"""The day after the last whose attendance schools closed: what pupils are asked about then."""
TERM_ENDED = date(2020, 7, 15)
"""The day as of which aid is held against what was paid: the term's payments are in."""

AGREED = ("120场次", "60期", "240场次", "90期")
"""What the office of a demonstration agrees with the counties of events that its plan puts no number to: no register holds
them, so it is reported."""


def with_agreed_numbers(plan: Plan, bureau: Bureau) -> Plan:
    """The plan, whose measures have their ids, as its office publishes it: the first events that it names without a number
    get one, which the counties are asked for."""
    events = [measure for _, _, measure in plan.measures() if _is_unnumbered_event(measure)]
    numbers = {about(What.NUMBER, one.id or ""): words for one, words in zip(events, AGREED, strict=False)}
    return decided(plan, numbers, bureau)


def _is_unnumbered_event(measure: Measure) -> bool:
    is_event = bool(measure.kinds) and measure.kinds[0].kind == "event"
    return is_event and not any(action.targets for action in measure.actions)


def fill_records(city: Path, records: Path) -> None:
    """A small invented city loaded into new registers, with what is wrong in it kept back, its persons linked, and its indicators and
    the counties' balance observed."""
    write_city(city, SCALE, SEED)
    warehouse = warehouse_at(records, invented=True)
    for _ in load_all(warehouse, uploads_in(city), Terms(accept_valid=True)):
        pass
    tidy_after_loads(warehouse)
    link_persons(warehouse, actor="demo", audit=FileAudit(records / AUDIT), on=MEASURED_ON[-1])
    observe_records(warehouse)


def observe_records(warehouse: Warehouse) -> None:
    """The indicators and the counties' balance of loaded registers, as pages show them on the day of a demonstration."""
    evaluation = Indicators.of().evaluation(warehouse)
    observe(evaluation, Observed(warehouse.folder), MEASURED_ON[-1], back=PERIODS_BACK)
    keep_balance(evaluation, bureau_places(shipped_folder()), MEASURED_ON[-1])
