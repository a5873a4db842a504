"""责任分工: clauses that say who is responsible and by when: brackets, lines of their own, table cells, verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from yaodian.compiler.parse.layout import Layout
from yaodian.compiler.parse.marks import ITEM
from yaodian.compiler.parse.times import deadlines_in
from yaodian.compiler.parse.unit_names import looks_like_person, looks_like_unit, units_in
from yaodian.domain.plan import Deadline, Duty, Role


class Field(StrEnum):
    """What a labelled field of an owner clause holds."""

    LEAD = "lead"
    SUPPORT = "support"
    RESPONSIBLE = "responsible"
    PERSON = "person"
    TIME = "time"
    OTHER = "other"


_UNIT_WORD = r"(?:单位|部门|科室|处室|股室|机构|主体|学校|站室|部室|院校|科|处|股)(?:\(部门\)|\(科室\)|\(单位\)|和个人|及责任人)?"
_PERSON_WORD = r"(?:局?领导|人员|人|校长|同志)"
_LABELS = (
    (
        Field.TIME,
        r"(?:计划|办理|预计)?(?:完成|办结|推进|落实|实施|工作|整改)?(?:时间|时限|期限)(?:节点|安排|要求|进度)?|进度安排|完成日期",
    ),
    (Field.SUPPORT, rf"(?:主要)?(?:配合|协办|协同|协助|协作|参与|参加|会同)(?:责任)?{_UNIT_WORD}"),
    (Field.LEAD, rf"(?:第一|总)?(?:牵头)(?:责任|负责)?{_UNIT_WORD}"),
    (
        Field.RESPONSIBLE,
        rf"(?:主要|共同|具体|直接|市级|县级|局)?(?:责任|主责|主办|承办|落实|实施|执行|完成|组织|主管|主体责任|负责){_UNIT_WORD}",
    ),
    (
        Field.PERSON,
        rf"(?:第一|主要|直接|具体|牵头|分管|包保|联系|主管|挂包|督办)?(?:责任|牵头|分管|包保|联系|主管|督办|负责|挂包|联络|经办){_PERSON_WORD}|局领导|分管领导",
    ),
    (
        Field.OTHER,
        r"联系电话|电话|备注|工作成效|完成情况|进展情况|督办单位|考核单位|责任清单|成果形式|验收标准|预期成效|目标成效",
    ),
)
_SHORT = (
    (Field.LEAD, "牵头"),
    (Field.SUPPORT, "配合|协办|协同"),
    (Field.RESPONSIBLE, "责任|负责|承办|主办"),
    (Field.PERSON, "领导"),
)
LABEL = re.compile(
    "|".join(f"(?P<{field.value}>{words})" for field, words in _LABELS)
    + "|"
    + "|".join(f"(?P<{field.value}_>(?:{words})(?=:))" for field, words in _SHORT)
)
_COLON = re.compile(r"\s*[:：]\s*|\s+")


@dataclass(frozen=True, slots=True)
class OwnerClause:
    """An owner clause at `start`..`end` with what it says."""

    start: int
    end: int
    duties: tuple[Duty, ...]
    deadlines: tuple[Deadline, ...] = ()
    own_line: bool = False


def field_at(text: str, start: int, end: int) -> tuple[Field, int] | None:
    """The label that opens the words at `start` and where its value begins."""
    match = LABEL.match(text, start, end)
    if match is None or match.lastgroup is None:
        return None
    colon = _COLON.match(text, match.end(), end)
    if colon is None:
        return None
    return Field(match.lastgroup.rstrip("_")), colon.end()


def fields_of(text: str, start: int, end: int) -> Iterator[tuple[Field, int, int]]:
    """Labelled fields of a clause: (field, value start, value end), in order."""
    found: list[tuple[Field, int, int]] = []
    for match in LABEL.finditer(text, start, end):
        opened = field_at(text, match.start(), end)
        glued = (
            match.start() > start
            and text[match.start() - 1] not in " ,;。、:()\n"
            and not _SEP_BEFORE.search(text, start, match.start())
        )
        if opened and not (glued and opened[1] - match.end() == 0):
            found.append((opened[0], match.start(), opened[1]))
    for index, (field, _, value) in enumerate(found):
        yield field, value, found[index + 1][1] if index + 1 < len(found) else end


_SEP_BEFORE = re.compile(r"[科室办处股院局部会站馆校心班]$")


def read_fields(layout: Layout, start: int, end: int, known: frozenset[str]) -> tuple[list[Duty], list[Deadline]]:
    """Duties and deadlines of a labelled clause."""
    duties: list[Duty] = []
    deadlines: list[Deadline] = []
    for field, low, high in fields_of(layout.text, start, end):
        if field is Field.TIME:
            deadlines += deadlines_in(layout, low, high, whole=True)
        elif field is not Field.OTHER:
            duties += read_units(layout, low, high, field, known)
            deadlines += deadlines_in(layout, low, high, whole=True)
    return duties, deadlines


def read_units(layout: Layout, low: int, high: int, field: Field, known: frozenset[str]) -> list[Duty]:
    """The duties of one list of units; in a person's field only what is surely a unit counts."""
    default = {Field.LEAD: Role.LEAD, Field.SUPPORT: Role.SUPPORT}.get(field, Role.RESPONSIBLE)
    duties = []
    for unit in units_in(layout.text, low, high, known):
        if field is Field.PERSON and not looks_like_unit(layout.text[unit.start : unit.end]):
            continue
        words = layout.words(unit.start, unit.end)
        duties.append(Duty(words.replace(" ", ""), unit.role or default, layout.span(unit.start, unit.end)))
    return duties


def clauses_in(layout: Layout, known: frozenset[str] = frozenset()) -> list[OwnerClause]:
    """All owner clauses of a text, in order."""
    text, clauses, at = layout.text, [], 0
    starts = [(0, False)] if text[:1] in _LABEL_STARTS else []
    starts += [(m.start(), True) if m[0][0] == "(" else (m.end(), False) for m in _CANDIDATE.finditer(text)]
    for start, bracketed in starts:
        if start < at or (not bracketed and text[start : start + 1] not in _LABEL_STARTS):
            continue
        clause = _bracketed(layout, start, known) if bracketed else _labelled_line(layout, start, known)
        if clause is not None:
            clauses.append(clause)
            at = clause.end
    return clauses


_CANDIDATE = re.compile(r"[(\n。;)][ —·-]*")
_LABEL_STARTS = frozenset("牵责配主承协参落实完成时负分具共第组执局联领推办")


def _bracketed(layout: Layout, start: int, known: frozenset[str]) -> OwnerClause | None:
    text = layout.text
    if text[start + 1 : start + 2].isdigit():
        return None
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    labelled = field_at(text, _skip(text, start + 1), min(line_end, start + 60)) is not None
    close = _closing(text, start, min(line_end, start + (600 if labelled else 160)))
    if close is None:
        if not labelled:
            return None
        close = line_end
    end = min(close + 1, line_end)
    if labelled:
        duties, deadlines = read_fields(layout, start + 1, close, known)
        return OwnerClause(start, end, tuple(duties), tuple(deadlines))
    return _unlabelled(layout, start, close, end, known)


def _unlabelled(layout: Layout, start: int, close: int, end: int, known: frozenset[str]) -> OwnerClause | None:
    """〔基教科、人事科〕 at the end of an item: every name in it must be a unit or a person."""
    text = layout.text
    rest = text[end : end + 1]
    followed = rest in ("", "\n", "。", ";", " ") or ITEM.match(text, end) is not None
    if not followed or (rest not in ("", "\n") and text[start - 1 : start] not in "。;"):
        return None
    inner = text[start + 1 : close]
    names = [
        n.strip()
        for n in re.split(r"[、,;: ]|牵头|配合|协同|协助|(?:按职责分工)?负责|承办|及", re.sub(r"\([^()]*\)", "", inner))
        if n.strip()
    ]
    tokens = [n for n in names if not re.match(r"\d|.*[年月]", n)]
    if not tokens or not all(looks_like_unit(n) or n in "院校园" or looks_like_person(n) or n in known for n in tokens):
        return None
    if not any(looks_like_unit(n) for n in tokens) or re.match(r"含|其中|包括|不含|以下|见|如", inner):
        return None
    duties: list[Duty] = read_units(layout, start + 1, close, Field.RESPONSIBLE, known)
    deadlines = deadlines_in(layout, start + 1, close, whole=True)
    return OwnerClause(start, end, tuple(duties), tuple(deadlines)) if duties else None


def _labelled_line(layout: Layout, start: int, known: frozenset[str]) -> OwnerClause | None:
    text = layout.text
    at = _skip(text, start)
    line_end = text.find("\n", at)
    line_end = len(text) if line_end < 0 else line_end
    opened = field_at(text, at, line_end)
    if opened is None or opened[1] == LABEL.match(text, at, line_end).end() or ":" not in text[at : opened[1]]:  # type: ignore[union-attr]
        return None
    duties, deadlines = read_fields(layout, at, line_end, known)
    return OwnerClause(at, line_end, tuple(duties), tuple(deadlines), own_line=_begins_line(text, at))


def _begins_line(text: str, at: int) -> bool:
    while at > 0 and text[at - 1] == " ":
        at -= 1
    return at == 0 or text[at - 1] == "\n"


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " :":
        at += 1
    return at


def _closing(text: str, start: int, limit: int) -> int | None:
    depth = 0
    for at in range(start, limit):
        if text[at] == "(":
            depth += 1
        elif text[at] == ")":
            depth -= 1
            if depth == 0:
                return at
    return None
