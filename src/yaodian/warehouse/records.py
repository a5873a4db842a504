"""查阅: the one way to see private columns: allowed by a grant, for a purpose, audited before the first row leaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import reduce

import pyarrow as pa
import pyarrow.compute as pc

from yaodian.declare.register import Register
from yaodian.domain.access import Action, Actor, Decision, Guarded, Purpose, Records, can
from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.audit import Audit, AuditEntry
from yaodian.warehouse.blind import BlindIndex
from yaodian.warehouse.own import OwnRecord, own_keys
from yaodian.warehouse.reading import Reader
from yaodian.warehouse.sql import keys, listed, named, quoted
from yaodian.warehouse.store import Warehouse
from yaodian.warehouse.vault import indexed_columns, private_columns, vault_schema

Ancestry = Callable[[str], Sequence[str]]
"""For a place or school code: itself and all above it, up to the city."""


class AccessDenied(Refusal):
    """No grant allows this."""


@dataclass(frozen=True)
class Request:
    """What someone asks to see: these columns of the records at these places (`column` holds their codes; none: the
    whole of `city`), as of a day; `equal` looks a record up by the exact value of an identifying column. With `own` it is
    the records of one person who looks at them: each such look is audited. `keys` names single records, as they were last
    stated, that are the business of one `place` (none: of the city), wherever their register keeps them."""

    register: type[Register]
    columns: Sequence[str]
    purpose: Purpose
    city: str
    on: date
    column: str = ""
    places: Sequence[str] = ()
    equal: Mapping[str, str] = field(default_factory=dict)
    action: Action = Action.READ
    own: OwnRecord | None = None
    keys: Sequence[bytes] = ()
    place: str = ""


def read_records(
    warehouse: Warehouse,
    actor: Actor,
    request: Request,
    *,
    ancestry: Ancestry,
    audit: Audit,
    now: datetime | None = None,
) -> pa.Table:
    """The rows asked for, columns kept back left out; refusals are audited too. Raises AccessDenied.

    The grant is judged on the day `now`, the rows are those of the day `request.on`.
    """
    at = (now or datetime.now(UTC)).astimezone(UTC)
    _refuse_odd_request(request)
    reader = warehouse.reader()
    wanted = list(dict.fromkeys((*request.columns, *request.equal)))
    decision = _decided(actor, request, wanted, ancestry, at.date())
    kept_back = [name for name in request.equal if name in decision.mask.hidden]
    is_allowed = decision.is_allowed and not kept_back and any(c in decision.mask.shown for c in request.columns)
    shown = [name for name in request.columns if name in decision.mask.shown]
    if decision.is_audited or not is_allowed or request.own or request.action is not Action.READ:
        seen = tuple(sorted({*shown, *request.equal})) if is_allowed else tuple(wanted)
        audit.record(_entry(at, actor, request, reader.release.id, seen, is_allowed, decision.words.zh))
    if not is_allowed:
        raise AccessDenied(_masked(actor, request) if decision.is_allowed else decision.words)
    return _rows(warehouse, reader, request, shown)


def _refuse_odd_request(request: Request) -> None:
    """Places are told apart by a column that the register declares as a place, people by a column with a blind index."""
    register = request.register
    if request.places and request.column not in {name for _, name in register.places}:
        raise Refusal(
            Words(
                f"“{register.label}”没有把 {request.column or '（空）'} 声明为地方或学校的代码列",
                f"{register.id} declares no place column {request.column!r}",
            )
        )
    plain = [name for name in request.equal if name not in indexed_columns(register)]
    if plain:
        raise Refusal(
            Words(
                f"不能按{'、'.join(plain)}精确查找，只能按身份标识字段查找",
                f"records are not looked up by {', '.join(plain)}, only by columns that identify a person",
            )
        )


def guarded(register: type[Register], wanted: Sequence[str]) -> tuple[Guarded, ...]:
    """Columns as access sees them."""
    columns = (register.column(name) for name in wanted)
    return tuple(Guarded(c.name, int(c.privacy), frozenset(c.purposes)) for c in columns)


def _decided(actor: Actor, request: Request, wanted: Sequence[str], ancestry: Ancestry, on: date) -> Decision:
    """One decision for all places asked about: allowed where each is, showing what each shows."""
    register = request.register
    columns, purposes = guarded(register, wanted), frozenset(register.purposes)
    paths = [ancestry(code) for code in request.places or [request.place] if code] or [(request.city,)]
    person = request.own.key if request.own else ""
    asked = [Records(register.id, path, columns, purposes, register.label, person) for path in paths]
    decisions = [can(actor, request.action, records, request.purpose, on) for records in asked]
    refused = next((d for d in decisions if not d.is_allowed), None)
    mask = reduce(lambda a, b: a & b, (d.mask for d in decisions))
    return refused or Decision(True, mask, any(d.is_audited for d in decisions), decisions[0].words)


def _entry(
    at: datetime, actor: Actor, request: Request, release: str, columns: Sequence[str], is_allowed: bool, reason: str
) -> AuditEntry:
    places = tuple(request.places) or (request.place or request.city,)
    return AuditEntry(
        at, actor.id, request.action, request.purpose, request.register.id, places, columns, release, is_allowed, reason
    )


def _masked(actor: Actor, request: Request) -> Words:
    columns = "、".join(request.register.column(c).label for c in (*request.columns, *request.equal))
    return Words(
        f"{actor.label or actor.id}为“{request.purpose.label}”的授权不含这些字段：{columns}",
        f"the grants of {actor.label or actor.id} for {request.purpose} show none of {', '.join(request.columns)}",
    )


def _rows(warehouse: Warehouse, reader: Reader, request: Request, shown: Sequence[str]) -> pa.Table:
    register, private = request.register, set(private_columns(request.register))
    sealed = None
    if private & {*shown, *request.equal}:
        sealed = _unsealed(warehouse, reader, request, [c for c in shown if c in private])
    rows = _open_rows(warehouse, reader, request, [c for c in shown if c not in private])
    if request.own is not None:
        rows = rows.filter(pc.is_in(rows["record_key"], value_set=own_keys(warehouse, reader, request.own, register)))
    if sealed is not None:
        rows = rows.join(sealed, "record_key", join_type="inner" if request.equal else "left outer")
    return rows.select(["record_key", *shown])


def _open_rows(warehouse: Warehouse, reader: Reader, request: Request, columns: Sequence[str]) -> pa.Table:
    """Columns outside the vault by record key, as of the day; of records named by key as they were last stated."""
    own = listed(named(c) for c in ("record_key", *columns))
    if request.keys:
        relation = reader.rows(request.register, with_restricted=True, with_days=True)
        sql = f"""SELECT {own} FROM asked WHERE record_key IN ({keys(request.keys)})
            QUALIFY row_number() OVER (PARTITION BY record_key ORDER BY valid_from DESC NULLS LAST) = 1"""
        return warehouse.engine.query(sql, {"asked": relation}, {})
    where = f" WHERE {named(request.column)} IN ({listed(map(quoted, request.places))})" if request.places else ""
    relation = reader.rows(request.register, valid_on=request.on, with_restricted=True)
    return warehouse.engine.query(f"SELECT {own} FROM asked{where}", {"asked": relation}, {})


def _unsealed(warehouse: Warehouse, reader: Reader, request: Request, columns: Sequence[str]) -> pa.Table:
    """Vault columns by record key, of the records that equal what is looked for; in memory only."""
    schema = vault_schema(request.register)
    indexes = [f"{name}_index" for name in request.equal]
    files = reader.release.vault.get(request.register.id, ())
    only = pa.array(request.keys, pa.binary()) if request.keys else None
    rows = warehouse.vault.read(files, schema, [*columns, *indexes], only)
    for name, value in request.equal.items():
        wanted = BlindIndex(warehouse.keys.index).of_values(pa.array([value]))[0]
        rows = rows.filter(pc.equal(rows[f"{name}_index"], wanted))
    return rows.select(["record_key", *columns])
