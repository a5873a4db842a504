"""Lists of claims written by hand, and who became one person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import pyarrow as pa

from yaodian.warehouse.link.choosing import Bounds
from yaodian.warehouse.link.linking import DECIDED, Linked, link
from yaodian.warehouse.link.model import Model

BOUNDS = Bounds(accept=8, ask=2, margin=3)
LI_BOY, LI_GIRL = "520302201003049015", "520302201003049023"
SCHEMA = pa.schema(
    [
        ("record_key", pa.binary()),
        ("id_no", pa.string()),
        ("name", pa.string()),
        ("birth_on", pa.date32()),
        ("sex", pa.string()),
        ("address", pa.string()),
        ("county", pa.string()),
        ("guardians", pa.list_(pa.string())),
    ]
)


def keyed(name: str) -> bytes:
    """A record key, of 16 bytes."""
    return name.encode("latin-1").ljust(16)


def named(key: bytes) -> str:
    """The name that a record key was made from."""
    return key.decode("latin-1").rstrip(" ")


def row(
    key: str, id_no: str | None, name: str, birth: str = "2010-03-04", sex: str = "1",
    address: str | None = "某镇某村1组3号", guardian: str | None = "李大山",
) -> dict[str, object]:  # fmt: skip
    return {
        "record_key": keyed(key), "id_no": id_no, "name": name, "birth_on": date.fromisoformat(birth), "sex": sex,
        "address": address, "county": "520302", "guardians": [guardian] if guardian else None,
    }  # fmt: skip


def linked(
    residents: list[dict[str, object]],
    students: list[dict[str, object]],
    decided: Mapping[tuple[str, str], bool] = MappingProxyType({}),
) -> Linked:
    """The two lists linked, with what people decided of pairs of record keys."""
    lists = {"residents": residents, "students": students}
    told = [
        {"record_l": keyed(left), "record_r": keyed(right), "same": same} for (left, right), same in decided.items()
    ]
    tables = {name: pa.Table.from_pylist(rows, SCHEMA) for name, rows in lists.items()}
    return link(tables, Model.read(), BOUNDS, pa.Table.from_pylist(told, DECIDED))


def together(found: Linked) -> set[frozenset[str]]:
    """The record keys of each person that has more than one record."""
    people: dict[int, set[str]] = {}
    for member in found.members.to_pylist():
        people.setdefault(member["person"], set()).add(named(member["record_key"]))
    return {frozenset(keys) for keys in people.values() if len(keys) > 1}


def asked(found: Linked) -> set[frozenset[str]]:
    """The pairs left to people."""
    return {frozenset((named(p["record_l"]), named(p["record_r"]))) for p in found.open.to_pylist()}
