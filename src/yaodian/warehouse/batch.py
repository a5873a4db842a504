"""批次: what one upload brings to one register, checked and typed, ready to be committed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, field
from datetime import date

import pyarrow as pa

from yaodian.declare.register import Mode, Register


@dataclass(frozen=True)
class Batch:
    """Rows of one register as a source states them.

    `rows` has every declared column of the register in its order and its Arrow type (see `arrow_type`), vault columns in
    clear (in memory only). `scope` gives, for a snapshot, the values of the scope columns that it covers completely;
    `withheld` the key and scope columns of the rows that were kept back from it, empty where they could not be read: the
    snapshot does not end the records that these keys name, nor, where a key is empty, any record of that row's scope.
    `on` is the civil day that the upload speaks of. `content` is the hash of the rows whatever their order, so that the
    same content is known again under another name, as csv or xlsx.
    """

    register: type[Register]
    rows: pa.Table
    mode: Mode
    on: date
    content: str
    source: str
    scope: Mapping[str, Sequence[str]] = field(default_factory=dict)
    withheld: pa.Table | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """What a batch changes: +new ~changed =same -ended; `held_open` it lacks and does not end, for rows kept back."""

    new: int = 0
    changed: int = 0
    same: int = 0
    ended: int = 0
    held_open: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))
