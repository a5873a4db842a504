"""字段 Column: one column of a register: what it holds, how it is written in files, how private it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from yaodian.declare.declared import DeclarationError
from yaodian.domain.finding import Words
from yaodian.domain.unit_of_measure import YUAN, UnitOfMeasure


class ColumnType(StrEnum):
    """What values a column holds. MONEY is DECIMAL(18,2) yuan, CODE a text from a code list, PERIOD a period's id."""

    TEXT = "text"
    CODE = "code"
    INTEGER = "integer"
    DECIMAL = "decimal"
    MONEY = "money"
    DATE = "date"
    INSTANT = "instant"
    BOOLEAN = "boolean"
    PERIOD = "period"


TEXT, CODE, INTEGER, DECIMAL, MONEY = (
    ColumnType.TEXT,
    ColumnType.CODE,
    ColumnType.INTEGER,
    ColumnType.DECIMAL,
    ColumnType.MONEY,
)
DATE, INSTANT, BOOLEAN, PERIOD = ColumnType.DATE, ColumnType.INSTANT, ColumnType.BOOLEAN, ColumnType.PERIOD


class Privacy(IntEnum):
    """分级: P0 public, P1 for the offices, P2 about a person without naming one, P3 names or locates a person,
    P4 identifies a person for life or may harm one (ID number, bank account, disability, poverty)."""

    P0 = 0
    P1 = 1
    P2 = 2
    P3 = 3
    P4 = 4


@dataclass(frozen=True, slots=True)
class Code:
    """One value of a code list: the code, its Chinese label, other words that files use for it, and the days it holds:
    from `since` up to the day before `until`."""

    code: str
    label: str
    also: Sequence[str] = ()
    since: date | None = None
    until: date | None = None

    @property
    def words(self) -> tuple[str, ...]:
        return (self.label, *self.also)

    def is_in_force(self, on: date) -> bool:
        """Whether the code held on that day."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)


SYSTEM_COLUMNS = frozenset(
    ("record_key", "valid_from", "valid_to", "recorded_from", "recorded_to", "source", "batch", "release")
)
_SUFFIX = {DATE: "_on", INSTANT: "_at", MONEY: "_yuan", BOOLEAN: ("is_", "has_")}
NEVER_HELD = re.compile(
    "宗教|信仰|政治面貌|照片|相片|指纹|人脸|虹膜|声纹|religion|political|photo|fingerprint|biometric"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column.

    `unit` is the unit of the stored number; `written_in` the unit of the numbers in files where it is another (万元).
    `codes` is the id of a code list, or the codes themselves. `vault` keeps the value apart, encrypted, out of every
    formula. `element` is the JY/T name (XXDM) or number, `also` holds other headings that files use. `refers_to` names
    the column of another register that holds the same value. `low` and `high` bound a number, `pattern` must match a whole text;
    `example` is a value as files write it. `known_by` names the columns that tell whose value it is where a spreadsheet
    has lost its digits: the first two must agree with another register that holds the value, the rest where it has them.
    `meaning` says in English what the label leaves open, `note` the same to whoever fills the column in.
    `since` is the day from which the column is collected; before it rows have no value. `purposes` restrict who may
    read it, besides those of the register. Raises DeclarationError where these do not go together.
    """

    name: str
    type: ColumnType
    label: str
    meaning: str = ""
    note: str = ""
    unit: UnitOfMeasure | None = None
    written_in: UnitOfMeasure | None = None
    codes: str | Sequence[Code] = ()
    required: bool = False
    privacy: Privacy = Privacy.P1
    vault: bool = False
    purposes: Sequence[str] = ()
    element: str = ""
    also: Sequence[str] = ()
    refers_to: str = ""
    low: int | float | None = None
    high: int | float | None = None
    pattern: str = ""
    example: str = ""
    known_by: Sequence[str] = ()
    since: date | None = None

    def __post_init__(self) -> None:
        for fault in (_name_fault(self), _unit_fault(self), _code_fault(self), _privacy_fault(self)):
            if fault:
                raise DeclarationError(f"column {self.name}: {fault}")

    @property
    def words(self) -> Words:
        """What pages call the column: its label, and in English its meaning."""
        return Words(self.label, self.meaning or self.name.replace("_", " "))

    @property
    def headings(self) -> tuple[str, ...]:
        """What a file may call the column: its label, its other headings, its JY/T name, its own name."""
        return tuple(dict.fromkeys(word for word in (self.label, *self.also, self.element, self.name) if word))

    def own_codes(self, on: date) -> tuple[Code, ...]:
        """The codes that hold on a day, where the column itself lists them."""
        return tuple(code for code in self.codes if isinstance(code, Code) and code.is_in_force(on))

    def code_of(self, word: str) -> Code | None:
        """The code whose code, label or other word this is; None where there is none or the list is named only."""
        listed = () if isinstance(self.codes, str) else self.codes
        return next((c for c in listed if word == c.code or word in c.words), None)


def _name_fault(column: Column) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", column.name) or column.name in SYSTEM_COLUMNS:
        return "a name is small English words joined by underscores and none of the warehouse's own columns"
    if not column.label:
        return "a column needs its Chinese label"
    wanted = _SUFFIX.get(column.type)
    if isinstance(wanted, str) and not column.name.endswith(wanted):
        return f"a {column.type} column's name ends in {wanted}"
    if isinstance(wanted, tuple) and not column.name.startswith(wanted):
        return f"a {column.type} column's name begins with {' or '.join(wanted)}"
    return ""


def _unit_fault(column: Column) -> str:
    if column.type is MONEY and column.unit != YUAN:
        return "money is stored in yuan: give unit=YUAN, and written_in=WAN_YUAN where files write 万元"
    if column.unit is not None and column.type not in (INTEGER, DECIMAL, MONEY):
        return f"a {column.type} column has no unit"
    if column.written_in is not None and (column.unit is None or column.written_in.dimension != column.unit.dimension):
        return "the unit that files write measures something else than the column's unit"
    if (column.low is not None or column.high is not None) and column.type not in (INTEGER, DECIMAL, MONEY):
        return f"a {column.type} column has no bounds"
    return ""


def _code_fault(column: Column) -> str:
    if (column.type is CODE) != bool(column.codes):
        return "a code column names its code list in codes, and no other column does"
    if not isinstance(column.codes, str) and len({c.code for c in column.codes}) != len(column.codes):
        return "a code stands twice in the list"
    if column.pattern:
        try:
            re.compile(column.pattern)
        except re.error as fault:
            return f"the pattern cannot be read ({fault})"
    return ""


def _privacy_fault(column: Column) -> str:
    if column.vault and column.privacy < Privacy.P3:
        return "what lies in the vault is P3 or P4"
    if column.privacy is Privacy.P3 and not column.vault:
        return "what names or locates a person (P3) lies in the vault: give vault=True"
    if NEVER_HELD.search(f"{column.name} {column.label}"):
        return "religion, political status, photos and biometrics are never held"
    return ""
