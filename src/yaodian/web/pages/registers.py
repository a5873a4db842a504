"""登记库: what each register holds, how old that is, and what was kept back of it; one register with its data dictionary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse

from yaodian.declare.column import Privacy
from yaodian.declare.indicator import Indicator
from yaodian.declare.register import Register
from yaodian.domain.access import Purpose
from yaodian.domain.finding import NotFound, Words
from yaodian.web.accounts.models import Duty
from yaodian.web.accounts.policy import Doing, can
from yaodian.web.installation import NO_RECORDS, indicators, records, supervision
from yaodian.web.pages.figures import Named, sentence_of
from yaodian.web.pages.finding_things import matches
from yaodian.web.pages.page import Visit, page
from yaodian.web.registers.uploading import files_of
from yaodian.workspace.held_registers import HeldRegister, KeptBack, held_registers, kept_back_by_register
from yaodian.workspace.kept_values import is_there
from yaodian.workspace.publish.data_dictionary import register_facts
from yaodian.workspace.publish.dictionary_words import CLASSES, MODES, RHYTHMS, TIMES, TYPES

LINES, NEWEST, EXAMPLES = 25, 10, 3


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A register in the list; `late` is by how many days its next file is overdue."""

    named: Named
    office: str
    rhythm: Words
    held: HeldRegister | None
    late: int
    kept_back: int

    @property
    def rows(self) -> int:
        return self.held.rows if self.held else 0

    @property
    def data_on(self) -> date | None:
        return self.held.data_on if self.held else None


@dataclass
class CauseTold:
    """A cause for which rows were kept back: of which column, what is wrong, how to repair it, and masked examples."""

    words: Words
    hint: Words
    rows: int
    examples: list[str]


@page("register", policy=Doing.SEE_REGISTERS, name="registers")
def list_of_registers(visit: Visit) -> HttpResponse:
    """All registers: what is late or was kept back first."""
    query = visit.request.GET
    chosen = {name: query[name] for name in ("words", "office", "state") if query.get(name, "").strip()}
    folder = _folder()
    release, held = held_registers(folder) if folder else ("", {})
    kept = kept_back_by_register(folder) if folder else {}
    every = [_line(one, held.get(one.id), kept.get(one.id, ()), visit.on) for one in _registers().values()]
    lines = sorted((line for line in every if _is_wanted(line, chosen)), key=_worst_first)
    return visit.show(
        "registers", lines=Paginator(lines, LINES).get_page(query.get("page")), chosen=chosen, release=release,
        missing=None if folder else NO_RECORDS, offices=sorted({line.office for line in every}),
        counts={state: sum(_is_in(line, state) for line in every) for state in STATES}, states=STATES,
    )  # fmt: skip


@page("register/<str:register>", policy=Doing.SEE_REGISTERS, name="register", under="registers")
def one_register(visit: Visit, register: str) -> HttpResponse:
    """Its data dictionary, who may read what for which purpose, its last files, and what was kept back of them."""
    found = _registers().get(register)
    if found is None:
        raise NotFound(
            Words(f"没有登记簿“{register}”，请从登记库里找。", f"There is no register {register}: look in the list.")
        )
    folder = _folder()
    release, held = held_registers(folder) if folder else ("", {})
    kept = kept_back_by_register(folder).get(found.id, ()) if folder else ()
    may_load = folder is not None and can(visit.who, Doing.LOAD_REGISTERS)
    facts = register_facts(found, indicators().catalogue, visit.on)
    return visit.show(
        "register", named=Named.of(found), about=Words(found.words, sentence_of(found)), facts=facts, release=release,
        line=_line(found, held.get(found.id), kept, visit.on),
        arrived=held[found.id].arrived[:NEWEST] if held else (), causes=_causes(found, kept), missing=None if folder else NO_RECORDS,
        time=TIMES[facts["time"]], mode=MODES[facts["arrives"]["mode"]], columns=[_column(one, facts) for one in facts["columns"]],
        duties=_duties(found, visit.on) if found.about_persons else None, indicators=_counted_by(found), kinds=_recorded_by(found),
        may_load=may_load, files=files_of(found.id) if may_load else (),
    )  # fmt: skip


STATES: Mapping[str, Words] = {
    "late": Words("逾期未报", "overdue"),
    "kept_back": Words("有退回行", "with rows kept back"),
    "empty": Words("没有装入", "never loaded"),
}


def _folder() -> Path | None:
    folder = records()
    return folder if folder is not None and is_there(folder) else None


def _registers() -> Mapping[str, type[Register]]:
    return indicators().catalogue.of(Register)


def _line(register: type[Register], held: HeldRegister | None, kept: Sequence[KeptBack], on: date) -> RegisterLine:
    rhythm = RHYTHMS[register.every.value if register.every else ""]
    late = held.days_late(on) if held else 0
    return RegisterLine(Named.of(register), register.office, rhythm, held, late, sum(one.rows for one in kept))


def _is_in(line: RegisterLine, state: str) -> bool:
    return bool({"late": line.late, "kept_back": line.kept_back, "empty": not line.rows}[state])


def _is_wanted(line: RegisterLine, chosen: Mapping[str, str]) -> bool:
    wanted, state = chosen.get("words", "").strip(), chosen.get("state", "")
    named = not wanted or matches(line.named.words.zh, wanted) or wanted.lower() in line.named.words.en.lower()
    return named and chosen.get("office", line.office) == line.office and (state not in STATES or _is_in(line, state))


def _worst_first(line: RegisterLine) -> tuple[bool, bool, bool, str]:
    return not line.late, not line.kept_back, not line.rows, line.named.words.zh


def _causes(register: type[Register], kept: Sequence[KeptBack]) -> list[CauseTold]:
    """What was kept back, by column and cause over all files, the most rows first. Values about persons are not shown."""
    found: dict[tuple[str, str], CauseTold] = {}
    for one in kept:
        for root in one.roots:
            told = found.setdefault((root.column, root.cause), CauseTold(Words("", ""), root.hint, 0, []))
            told.rows += root.rows
            if not told.words.zh:
                told.words = _cause_words(register, one, root.column, root.cause)
            is_open = bool(root.column) and register.column(root.column).privacy < Privacy.P2
            for fault in root.first[: EXAMPLES - len(told.examples)]:
                told.examples.append(f"{fault.cell or fault.row} {fault.value if is_open else '＊'}".strip())
    return sorted(found.values(), key=lambda told: -told.rows)


def _cause_words(register: type[Register], kept: KeptBack, column: str, cause: str) -> Words:
    names = [one.name for one in register.columns]
    return kept.checked.told(names.index(column) if column in names else -1, cause)


def _column(column: Mapping[str, Any], facts: Mapping[str, Any]) -> Mapping[str, Any]:
    """A column of the dictionary with its words; restricted ones name the purposes for which they are read."""
    purposes = column["purposes"] or facts["purposes"]
    is_personal = column["class"] >= "P2"
    return {
        **column, "type_words": TYPES[column["type"]], "class_words": CLASSES[column["class"]],
        "read_for": [Words(one["zh"], one["en"]) for one in purposes] if is_personal else [], "is_personal": is_personal,
    }  # fmt: skip


def _duties(register: type[Register], on: date) -> list[tuple[Words, list[tuple[str, int]]]]:
    """By purpose, the units with a duty for it today and the highest class that each may read."""
    wanted = [Purpose(one) for one in register.purposes] or [
        p for p in Purpose if p.is_of_duty and p is not Purpose.SUPERVISION
    ]
    in_force = Duty.objects.filter(purpose__in=wanted, since__lte=on, account__is_active=True).exclude(until__lte=on)
    held: dict[str, dict[str, int]] = {}
    for purpose, unit, reach in in_force.values_list("purpose", "unit", "reach"):
        reaches = held.setdefault(purpose, {})
        reaches[unit] = max(reach, reaches.get(unit, 0))
    shown = [one for one in wanted if register.purposes or one in held]
    return [(one.words, sorted(held.get(one, {}).items())) for one in shown]


def _counted_by(register: type[Register]) -> list[Named]:
    known = indicators().catalogue.of(Indicator).values()
    return [Named.of(one) for one in known if register.id in indicators().first_order(one).registers()]


def _recorded_by(register: type[Register]) -> list[str]:
    """The kinds of work whose steps write its rows."""
    return [kind.id for kind in supervision().kinds.values() if kind.records == register.id]
