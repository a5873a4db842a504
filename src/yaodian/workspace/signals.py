"""早期信号: whom the signals of a day find, for who asks their schools; and how a school is told whom it is asked about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from yaodian.declare.early_signal import EarlySignal
from yaodian.declare.register import Register
from yaodian.domain.access import Purpose
from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.records import Ancestry, Request
from yaodian.warehouse.signalling import signalled
from yaodian.warehouse.store import Warehouse
from yaodian.workspace.drilling import Reader as Looking
from yaodian.workspace.drilling import cell_of, labels_of, looked_up
from yaodian.workspace.linking import persons_of, stated_in
from yaodian.workspace.records import records_catalogue
from yaodian.workspace.records_loading import existing

SHOWN = ("name", "grade_code", "class_no")
"""Of the row that names a pupil, as far as its register has them: nothing else is needed to know whom is meant."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A signal with its name and its rule in words, the values of a day filled in."""

    id: str
    words: Words
    says: Words
    purpose: Purpose
    warns_of: Sequence[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A pupil whom a signal found: the key that linkage gave and that of the row that names it (both hex), the school and its
    county; since when, and on how many school days (None: not counted)."""

    person: str
    record: str
    school: str
    county: str
    since: date
    days: int | None


@dataclass(frozen=True)
class Raised:
    """What a signal finds: `register` holds the rows that name the pupils; of schools that are not `known` (None: all are)
    nothing is known."""

    rule: Rule
    register: str
    pupils: Sequence[Found]
    known: frozenset[str] | None

    def knows(self, school: str) -> bool:
        return self.known is None or school in self.known


def rules(on: date) -> dict[str, Rule]:
    """All signals by id, as they are on a day."""
    return {name: _rule(signal, on) for name, signal in records_catalogue().of(EarlySignal).items()}


def raised(folder: Path, on: date) -> Iterator[Raised | tuple[Rule, Words]]:
    """Whom each signal finds on a day; of one whose registers are not there, why it finds nobody."""
    warehouse = existing(folder)
    counties, people = _counties_of_schools(warehouse, on), persons_of(warehouse)
    for signal in records_catalogue().of(EarlySignal).values():
        try:
            found = signalled(people, signal, on, stated_in(signal, on))
        except Refusal as refusal:
            yield _rule(signal, on), refusal.words
            continue
        pupils = [
            Found(
                row["person_key"].hex(), row["record_key"].hex(), row["school"], counties.get(row["school"], ""),
                row["since"], row["days"],
            )
            for row in found.pupils.to_pylist()
        ]  # fmt: skip
        yield Raised(_rule(signal, on), found.register, pupils, found.known)


def pupils_named(
    folder: Path, city: str, school: str, records: Mapping[str, Sequence[str]], looking: Looking, ancestry: Ancestry
) -> dict[str, Sequence[str]]:
    """Name, grade and class, as far as they are shown, of the pupils whom rows name that are the business of a school: `records`
    are their keys (hex) by register. Each look is audited before; RowsDenied where the purpose shows nothing there."""
    named: dict[str, Sequence[str]] = {}
    for name, held in records.items():
        register = records_catalogue().of(Register)[name]
        columns = sorted((c for c in register.columns if c.name in SHOWN), key=lambda c: SHOWN.index(c.name))
        assert looking.purpose is not None
        request = Request(
            register, [c.name for c in columns], looking.purpose, city, looking.on,
            keys=[bytes.fromhex(key) for key in held], place=school,
        )  # fmt: skip
        for row in looked_up(existing(folder), request, looking, ancestry).to_pylist():
            shown = (column for column in columns if row.get(column.name))
            told = [cell_of(row[c.name], c, labels_of(c, records_catalogue(), looking.on)) for c in shown]
            named[row["record_key"].hex()] = told
    return named


def _rule(signal: type[EarlySignal], on: date) -> Rule:
    values = stated_in(signal, on)
    english = signal.english.format(**values)
    says = Words(signal.words.format(**values), english)
    return Rule(signal.id, Words(signal.label, english), says, signal.purpose, tuple(signal.warns_of))


def _counties_of_schools(warehouse: Warehouse, on: date) -> dict[str, str]:
    """The county of each school, by code."""
    held = warehouse.reader().rows(records_catalogue().of(Register)["schools"], valid_on=on)
    rows = warehouse.engine.query("SELECT school_code, county_code FROM held", {"held": held}, {})
    return dict(zip(rows["school_code"].to_pylist(), rows["county_code"].to_pylist(), strict=True))
