"""关联与比对: the lists of a warehouse linked to persons, and a declared programme held against them on a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from yaodian.declare.early_signal import EarlySignal
from yaodian.declare.identity import Identity
from yaodian.declare.parameter import Parameter
from yaodian.declare.programme import Programme
from yaodian.declare.register import Register
from yaodian.domain.access import Action, Purpose
from yaodian.domain.finding import NotFound, Refusal, Words
from yaodian.warehouse.audit import Audit, AuditEntry
from yaodian.warehouse.link.choosing import Bounds
from yaodian.warehouse.link.claims import columns_read, opened
from yaodian.warehouse.link.linking import Linked, link
from yaodian.warehouse.link.model import Model
from yaodian.warehouse.link.persons import keep
from yaodian.warehouse.reconciling import Reconciled, reconcile, showing
from yaodian.warehouse.release import Release
from yaodian.warehouse.store import Warehouse
from yaodian.warehouse.whose import Persons
from yaodian.workspace.records import records_catalogue

Progress = Callable[[float], None]
_OPENED = 0.4  # of the work lies behind when the lists are open


def identities() -> list[type[Identity]]:
    """The lists whose rows are linked, in their order."""
    return sorted(records_catalogue().of(Identity).values(), key=lambda identity: identity.rank)


def link_persons(
    warehouse: Warehouse, *, actor: str, audit: Audit, on: date, progress: Progress = lambda _: None
) -> tuple[Linked, Release]:
    """Link all that the lists hold and keep it in a release; `progress` hears the share (0–1) done. The vault is opened for
    it: audited before, list by list. What people said of a pair (`reader.told`) holds against every weight."""
    reader, registers, now = warehouse.reader(), records_catalogue().of(Register), datetime.now(UTC)
    held = [identity for identity in identities() if identity.id in reader.release.tables]
    lists = {}
    for number, identity in enumerate(held, start=1):
        for name, columns in columns_read(identity).items():
            private = tuple(c.name for c in registers[name].columns if c.vault and c.name in columns)
            asked = (now, actor, Action.LINK, Purpose.LINKAGE, name, (), private)
            audit.record(AuditEntry(*asked, reader.release.id, True))
        lists[identity.id] = opened(warehouse, reader, identity, registers)
        progress(_OPENED * number / len(held))
    model, bounds = Model.read(), records_catalogue().of(Parameter)["link_bounds"].on(on).value
    told = warehouse.engine.query("SELECT record_l, record_r, same FROM told", {"told": reader.told()}, {})
    linked = link(lists, model, Bounds(**bounds), told)
    progress(0.9)
    return linked, keep(warehouse, linked, model.version, who=actor)


def programme_called(name: str) -> type[Programme]:
    """The programme with this id or label; NotFound where there is none."""
    programmes = records_catalogue().of(Programme)
    for programme in programmes.values():
        if name in (programme.id, programme.label, *programme.formerly):
            return programme
    known = "、".join(f"{p.id}（{p.label}）" for p in programmes.values())
    raise NotFound(
        Words(
            f"没有保障项目“{name}”，可用：{known}", f"there is no programme {name!r}; there are {', '.join(programmes)}"
        )
    )


def persons_of(warehouse: Warehouse) -> Persons:
    """The people of the current release."""
    catalogue = records_catalogue()
    return Persons(warehouse, warehouse.reader(), catalogue.of(Register), catalogue.of(Identity))


def reconciled(people: Persons, programme: type[Programme], on: date) -> Reconciled:
    """What the programme comes to on a day, with the parameters of the day."""
    return reconcile(people, programme, on, parameters_on(programme, on))


def records_showing(
    warehouse: Warehouse, programme: type[Programme], person: bytes, on: date
) -> dict[str, list[bytes]]:
    """The records that show a person served by the programme on a day, by register."""
    return showing(persons_of(warehouse), programme, on, parameters_on(programme, on), person)


def parameters_on(programme: type[Programme], on: date) -> dict[str, Any]:
    """The values of what its conditions name, those of a sum of money as on the first day of its period; with `ages` also
    between which days those of age are born. Refusal where no rule held yet."""
    values = stated_in(programme, programme.stated_on(on))
    if programme.ages:
        ages = records_catalogue().of(Parameter)[programme.ages].on(on).value
        values |= dict(zip(("born_from", "born_to"), born_between(min(ages), max(ages), on), strict=True))
    return values


def stated_in(declared: type[Programme] | type[EarlySignal], day: date) -> dict[str, Any]:
    """The values of its parameters on a day; Refusal where no rule held yet."""
    stated = records_catalogue().of(Parameter)
    try:
        return {name: stated[name].on(day).value for name in declared.parameters}
    except LookupError as missing:
        raise Refusal(
            Words(
                f"“{declared.label}”在{day}还没有规定可依：{missing}",
                f"{declared.id}: no rule was in force on {day}: {missing}",
            )
        ) from missing


def born_between(youngest: int, oldest: int, on: date) -> tuple[date, date]:
    """The first and the last birthday of those who on the last boundary day not after `on` were from `youngest` to `oldest`
    years old."""
    month, day = records_catalogue().of(Parameter)["age_boundary"].on(on).value
    year = on.year if (on.month, on.day) >= (month, day) else on.year - 1
    after = date(year - oldest - 1, month, day)
    return date.fromordinal(after.toordinal() + 1), date(year - youngest, month, day)
