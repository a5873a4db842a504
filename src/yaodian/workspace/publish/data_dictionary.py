"""数据字典: what a register holds, said from its declaration alone: facts for JSON and for every page."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from datetime import date
from typing import Any

from yaodian.declare.catalogue import Catalogue
from yaodian.declare.code_list import CodeList, codes_of
from yaodian.declare.column import CODE, Column
from yaodian.declare.register import Check, Reference, Register
from yaodian.domain.access import Purpose
from yaodian.domain.finding import Words


def register_facts(register: type[Register], catalogue: Catalogue, on: date) -> dict[str, Any]:
    """Everything a reader of the register must know, with the codes in force on a day; plain values for JSON."""
    return {
        "id": register.id,
        "label": register.label,
        "english": register.english,
        "description": {"zh": register.words, "en": inspect.getdoc(register) or ""},
        "standard": register.standard,
        "reference": register.reference,
        "office": register.office,
        "every": register.every.value if register.every else "",
        "time": register.time.value,
        "dated_by": register.dated_by,
        "holds_from": register.holds_from,
        "holds_to": register.holds_to,
        "arrives": {"mode": register.arrives.mode.value, "scope": list(register.arrives.scope)},
        "key": list(register.key),
        "places": [{"level": level.value, "column": name} for level, name in register.places],
        "about_persons": register.about_persons,
        "purposes": _purposes(register.purposes),
        "columns": [_column(column, register, catalogue, on) for column in register.columns],
        "checks": [_check(check) for check in register.checks],
        "references": [_reference(reference) for reference in register.references],
    }


def _column(column: Column, register: type[Register], catalogue: Catalogue, on: date) -> dict[str, Any]:
    return {
        "name": column.name,
        "label": column.label,
        "meaning": {"zh": column.note, "en": column.meaning},
        "type": column.type.value,
        "unit": column.unit.name if column.unit else "",
        "written_in": column.written_in.name if column.written_in else "",
        "codes": _codes(column, catalogue, on) if column.type is CODE else None,
        "required": column.required,
        "key": column.name in register.key,
        "class": column.privacy.name,
        "vault": column.vault,
        "purposes": _purposes(column.purposes),
        "element": column.element,
        "headings": list(column.headings),
        "low": column.low,
        "high": column.high,
        "pattern": column.pattern,
        "refers_to": column.refers_to,
        "since": column.since.isoformat() if column.since else "",
        "example": column.example,
    }


def _codes(column: Column, catalogue: Catalogue, on: date) -> dict[str, Any]:
    """The list that a column names, or its own codes."""
    values = [{"code": c.code, "label": c.label, "also": list(c.also)} for c in codes_of(column, catalogue, on)]
    if not isinstance(column.codes, str):
        return {"list": "", "label": column.label, "standard": "", "unverified": False, "values": values}
    listed = catalogue.of(CodeList)[column.codes]
    return {
        "list": listed.id,
        "label": listed.label,
        "standard": listed.standard,
        "unverified": listed.unverified,
        "values": values,
    }


def _purposes(ids: Iterable[str]) -> list[dict[str, str]]:
    return [{"id": one, **_both(Purpose(one).words)} for one in ids]


def _check(check: Check) -> dict[str, Any]:
    return {
        "name": check.name,
        "severity": check.severity.label,
        "holds": check.holds,
        "words": _both(check.words),
        "hint": _both(check.hint),
        "since": check.since.isoformat() if check.since else "",
        "until": check.until.isoformat() if check.until else "",
    }


def _reference(reference: Reference) -> dict[str, Any]:
    return {
        "columns": list(reference.columns),
        "register": reference.register,
        "their": list(reference.their or reference.columns),
        "required": reference.required,
    }


def _both(words: Words) -> dict[str, str]:
    return {"zh": words.zh, "en": words.en}
