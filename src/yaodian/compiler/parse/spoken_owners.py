"""口头分工: responsible units said in running text (由A牵头,会同B…; A负责…; A会同B…; B配合)."""

from __future__ import annotations

import re

from yaodian.compiler.parse.layout import Layout
from yaodian.compiler.parse.owners import Field, read_units
from yaodian.compiler.parse.unit_names import ends_like_unit
from yaodian.compiler.parse.verbs import verb_at
from yaodian.domain.plan import Duty

CLAUSE = re.compile(r"[^,。;:!?\n]+")
_LEADS = re.compile(r"(?:共同|负责|联合)?牵头")
_ANSWERS = re.compile(r"(?:具体|共同)?(?:负责|承办|主办)")
_WITH = re.compile(r"会同|协同|联合")
_HELPS = re.compile(r"(?:共同|积极|予以)?(?:配合|协助|协同|参与)")
_LONGEST = 24


def duties_by_verbs(layout: Layout, start: int, end: int, known: frozenset[str]) -> list[Duty]:
    """The duties that the verbs of running words give; a unit that only helps counts where another one leads."""
    duties: list[Duty] = []
    text = layout.text
    for match in CLAUSE.finditer(layout.quoteless, start, end):
        low, high = match.span()
        while low < high and text[low] in "由( ":
            low += 1
        field = Field.SUPPORT if (opened := _WITH.match(text, low, high)) and duties else None
        low = opened.end() if opened and field else low
        stop = _names_end(text, low, high)
        if stop is None:
            continue
        if field is None:
            field = _field_after(text, stop, high, bool(duties))
        if field is None:
            continue
        duties += read_units(layout, low, stop, field, known)
        joined = _WITH.match(text, stop, high)
        then = (_names_end(text, joined.end(), high) or _first_name_end(text, joined.end(), high)) if joined else None
        if joined and then:
            duties += read_units(layout, joined.end(), then, Field.SUPPORT, known)
    return duties


def _field_after(text: str, stop: int, high: int, led: bool) -> Field | None:
    if _LEADS.match(text, stop, high):
        return Field.LEAD
    helps = _HELPS.match(text, stop, high)
    if led and helps and not text[helps.end() : high].strip(") "):
        return Field.SUPPORT
    if _WITH.match(text, stop, high) or _ANSWERS.match(text, stop, high):
        return Field.RESPONSIBLE
    return Field.SUPPORT if led and helps else None


def _names_end(text: str, start: int, limit: int) -> int | None:
    """Where a run of unit names that begins at `start` ends; None where no name begins there."""
    at = start
    while True:
        stop = _name_end(text, at, limit)
        if stop is None:
            return None
        if stop < limit and text[stop] in "、和及与":
            at = stop + 1
            continue
        return stop


def _name_end(text: str, start: int, limit: int) -> int | None:
    """Where a name ends: before a separator, the clause's end or a word of its role; else before the first verb."""
    before_verb = None
    for stop in range(start + 2, min(limit, start + _LONGEST) + 1):
        if text[stop - 1] in "、和及与":
            break
        if not ends_like_unit(text[start:stop]):
            continue
        if stop == limit or text[stop] in "、和及与" or _role_follows(text, stop, limit):
            return stop
        if before_verb is None and verb_at(text, stop, limit) >= 2:
            before_verb = stop
    return before_verb


def _first_name_end(text: str, start: int, limit: int) -> int | None:
    """After 会同 a name ends at the first ending, whatever follows."""
    ends = range(start + 3, min(limit, start + _LONGEST) + 1)
    return next((stop for stop in ends if ends_like_unit(text[start:stop])), None)


def _role_follows(text: str, stop: int, limit: int) -> bool:
    return any(p.match(text, stop, limit) for p in (_LEADS, _ANSWERS, _WITH, _HELPS))
