"""登记 Register: a table of records the bureau holds, declared once: columns, key, time, arrival, privacy, checks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from yaodian.declare.column import DATE, PERIOD, Column, Privacy
from yaodian.declare.declared import DeclarationError, Declared
from yaodian.domain.finding import Severity, Words
from yaodian.domain.period import PeriodType
from yaodian.domain.place import Level


class Time(StrEnum):
    """时态: a `state` holds from a day to a day (the warehouse adds valid_from and valid_to), a `stock` was counted on a
    day, an `event` happened on a day."""

    STATE = "state"
    STOCK = "stock"
    EVENT = "event"


STATE, STOCK, EVENT = Time.STATE, Time.STOCK, Time.EVENT


class Mode(StrEnum):
    """What an upload means: everything there is in a scope, what has changed, or what has happened."""

    SNAPSHOT = "snapshot"
    CHANGE = "change"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Arrival:
    """报送方式: `scope` names the columns whose values bound a snapshot (rows of that scope it lacks are ended)."""

    mode: Mode
    scope: Sequence[str] = ()


def snapshot(*scope: str) -> Arrival:
    """An upload holds all rows of its scope; those it lacks have ended."""
    return Arrival(Mode.SNAPSHOT, scope)


CHANGES, EVENTS = Arrival(Mode.CHANGE), Arrival(Mode.EVENT)


@dataclass(frozen=True, slots=True)
class Check:
    """校验: an expression over the columns that must be true of each row (unknown counts as true); inert until an import
    runs it. `words` is what the uploader reads, `hint` how to repair the row. It binds rows from `since` up to `until`."""

    name: str
    holds: str
    words: Words
    hint: Words
    severity: Severity = Severity.ERROR
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """关联: these columns name a row of another register, by its columns `their` (the same names where empty);
    `required` where the row must be there."""

    columns: Sequence[str]
    register: str
    their: Sequence[str] = ()
    required: bool = True


class Register(Declared, form=True):
    """A table of records.

    `words` is what it holds as officials say it, in a sentence. `key` names the columns by which the source tells its
    rows apart. `dated_by` is the DATE or PERIOD column that says when a stock was counted or an event happened. A state
    has none: `holds_from` and `holds_to` name the DATE columns that its valid_from and valid_to (the first day it no
    longer held) are read from; without them the upload's day stands. `places` pairs a level with the column that holds
    the code of the place or school. `about_persons` registers give each row a record key and keep the natural key that
    names a person in the vault.
    Where `silence_is_nothing` a count of no rows is 0; where not, what nobody stated is unknown.
    `standard` names the data standard or statistical table it follows (JY/T 1004, 基础基312).
    `office` is the office whose list this is, `every` how often it comes, `purposes` restrict who may read it at all.
    Formulas see every column outside the vault, and `valid_from`, `valid_to` of a state.
    """

    words: ClassVar[str] = ""
    english: ClassVar[str] = ""
    standard: ClassVar[str] = ""
    columns: ClassVar[Sequence[Column]]
    key: ClassVar[Sequence[str]]
    time: ClassVar[Time]
    dated_by: ClassVar[str] = ""
    holds_from: ClassVar[str] = ""
    holds_to: ClassVar[str] = ""
    arrives: ClassVar[Arrival]
    places: ClassVar[Sequence[tuple[Level, str]]] = ()
    about_persons: ClassVar[bool] = False
    silence_is_nothing: ClassVar[bool] = True
    purposes: ClassVar[Sequence[str]] = ()
    office: ClassVar[str]
    every: ClassVar[PeriodType | None] = None
    checks: ClassVar[Sequence[Check]] = ()
    references: ClassVar[Sequence[Reference]] = ()

    needed = ("label", "reference", "columns", "key", "time", "arrives", "office")

    def __init_subclass__(cls, form: bool = False, **kwargs: Any) -> None:
        super().__init_subclass__(form=form, **kwargs)
        if form:
            return
        for fault in (_columns_fault(cls), _time_fault(cls), _privacy_fault(cls)):
            if fault:
                raise DeclarationError(f"{cls.__name__}: {fault}")

    @classmethod
    def column(cls, name: str) -> Column:
        """The column of this name; LookupError where there is none."""
        for column in cls.columns:
            if column.name == name:
                return column
        raise LookupError(f"{cls.id} has no column {name}; it has {', '.join(c.name for c in cls.columns)}")

    @classmethod
    def visible(cls) -> frozenset[str]:
        """The names a formula may use: the columns outside the vault and, of a state, when it holds."""
        own = frozenset(c.name for c in cls.columns if not c.vault)
        return own | {"valid_from", "valid_to"} if cls.time is STATE else own


def _columns_fault(cls: type[Register]) -> str:
    names = [column.name for column in cls.columns]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        return f"the column {', '.join(twice)} stands twice"
    used = {
        "key": cls.key,
        "arrives": cls.arrives.scope,
        "places": tuple(name for _, name in cls.places),
        "references": tuple(name for reference in cls.references for name in reference.columns),
    }
    for where, wanted in used.items():
        missing = [name for name in wanted if name not in names]
        if missing:
            return f"{where} names {', '.join(missing)}, but no such column is declared"
    optional = [name for name in cls.key if not cls.column(name).required]
    return f"the key needs {', '.join(optional)}: declare it required" if optional else ""


def _time_fault(cls: type[Register]) -> str:
    if (cls.arrives.mode is Mode.EVENT) != (cls.time is EVENT):
        return "events arrive as events, and nothing else does"
    holds = [name for name in (cls.holds_from, cls.holds_to) if name]
    if cls.time is STATE:
        if cls.dated_by:
            return "a state has no dated_by: it holds from a day to a day"
        odd = [name for name in holds if name not in {c.name for c in cls.columns if c.type is DATE}]
        return f"{', '.join(odd)} is no DATE column that a state could hold from or to" if odd else ""
    if holds:
        return f"holds_from and holds_to are for states; the {cls.time} has dated_by"
    dated = next((c for c in cls.columns if c.name == cls.dated_by), None)
    if dated is None or dated.type not in (DATE, PERIOD) or not dated.required:
        return f"dated_by names the required DATE or PERIOD column that says when the {cls.time} was"
    return ""


def _privacy_fault(cls: type[Register]) -> str:
    private = [c.name for c in cls.columns if c.privacy >= Privacy.P2]
    if private and not cls.about_persons:
        return f"{', '.join(private)} tells of persons: declare about_persons = True"
    open_columns = [c.name for c in cls.columns if c.privacy is Privacy.P4 and not c.vault and not c.purposes]
    if open_columns and not cls.purposes:
        return f"{', '.join(open_columns)} is P4 outside the vault: name the purposes for which it may be read"
    return ""
