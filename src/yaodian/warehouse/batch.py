"""批次: what one upload brings to one register, checked and typed, ready to be committed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa

from yaodian.declare.register import Mode, Register


@dataclass(frozen=True)
class Batch:
    """Rows of one register as a source states them.

    `rows` has every declared column of the register in its order and its Arrow type (see `arrow_type`), vault columns in
    clear (in memory only). `scope` gives, for a snapshot, the values of the scope columns that it covers completely.
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


@dataclass(frozen=True, slots=True)
class Counts:
    """What a batch changes: +new ~changed =same -ended."""

    new: int = 0
    changed: int = 0
    same: int = 0
    ended: int = 0
