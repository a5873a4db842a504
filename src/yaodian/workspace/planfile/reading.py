"""Plan file → Plan. What a file says wrongly is refused with one sentence that names the line and the repair."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from yaodian.domain.finding import Refusal, Words
from yaodian.domain.plan import Edge, Goal, Measure, Piece, PieceRole, Plan, RankedKind, Task
from yaodian.domain.text import Format, Source, Span
from yaodian.workspace.planfile.codecs import TEXT, YEAR, Codec
from yaodian.workspace.planfile.identity import ids_in
from yaodian.workspace.planfile.ignoring import Ignores
from yaodian.workspace.planfile.place import Place, refusal
from yaodian.workspace.planfile.shapes import EDGE, GOAL, MEASURE, SECTION, TASK, Key, Shape, many
from yaodian.workspace.planfile.writing import SCHEMA, implied_path
from yaodian.workspace.planfile.yaml_tree import refuse_spans_beyond, tree_of

_AS_PLACES = Codec(list, lambda place: list(place.items()))
_TASK = replace(TASK, keys=(*TASK.keys, Key("measures", _AS_PLACES)))
_ROLES = {role.value for role in PieceRole}
_SOURCE = Shape(
    Words("原文", "The source"),
    dict,
    (
        Key("name", TEXT, must=True),
        Key("text_sha256", TEXT, must=True),
        Key("published", TEXT),
        Key("pieces", TEXT),
        Key("text", TEXT, must=True),
    ),
)
_FILE = Shape(
    Words("计划文件", "The plan file"),
    dict,
    (
        Key("schema", TEXT, must=True),
        Key("title", TEXT),
        Key("published", TEXT),
        Key("year", YEAR),
        Key("sections", many(SECTION)),
        Key("tasks", _AS_PLACES),
        Key("goals", many(GOAL)),
        Key("edges", Codec(list, lambda place: [(item, EDGE.read(item)) for item in place.items()])),
        Key("source", Codec(dict, lambda place: (place, _SOURCE.values(place))), must=True),
    ),
)


def is_plan_file(text: str) -> bool:
    """Whether a text says of itself that it is a plan file."""
    return re.search(r"^schema:\s*['\"]?yaodian\.plan-file/", text, re.MULTILINE) is not None


def open_plan(path: Path) -> Plan:
    """The plan of a plan file on disk."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise refusal(
            path.name, 1, "不是 UTF-8 文本。请另存为 UTF-8。", "this is no UTF-8 text. Save it as UTF-8."
        ) from error
    except OSError as error:
        raise Refusal(
            Words(
                f"计划文件“{path.name}”打不开，请检查路径和权限。",
                f"The plan file “{path.name}” cannot be opened; check its path.",
            )
        ) from error
    return plan_from_yaml(text, path.name)


def plan_from_yaml(text: str, file: str) -> Plan:
    """The plan that a plan file's text says; `file` is the name that refusals show."""
    text = text.replace("\r\n", "\n")
    root = tree_of(text, file)
    place = Place(root, file, _FILE.what)
    said = _FILE.values(place)
    if said["schema"] != SCHEMA:
        place.refuse(
            f"schema 是“{said['schema']}”，本程序只读 {SCHEMA}。请从原文重新编译。",
            f"the schema is “{said['schema']}”; this program reads {SCHEMA}. Compile the source again.",
        )
    source_place, source_said = said["source"]
    source, pieces = _source(source_place, source_said, said.get("published"))
    refuse_spans_beyond(root, len(source.text), file)
    ignores = Ignores.of(text, root, file)
    tasks = tuple(_task(task, ignores) for task in said.get("tasks", ()))
    plan = Plan(
        source, said.get("title"), said.get("year"), said.get("published"), said.get("sections", ()), tasks, pieces
    )
    _refuse_twins(plan, place)
    goals = tuple(_goal(goal, plan) for goal in said.get("goals", ()))
    return replace(plan, goals=goals, edges=_edges(said.get("edges", ()), plan))


def _source(place: Place, said: dict[str, Any], published: str | None) -> tuple[Source, tuple[Piece, ...]]:
    source = Source(said["name"], said["text"], Format.PLAN, published=said.get("published", published))
    if source.sha256 != said["text_sha256"]:
        place.refuse(
            "原文（source.text）被改动过，与 text_sha256 不符。请恢复原文；要改要点，请改上面的任务和举措。",
            "the source text was changed and no longer has its text_sha256. Restore it; to change the plan, change the "
            "tasks and measures above.",
        )
    return source, tuple(_pieces(place, said.get("pieces", ""), len(source.text)))


def _pieces(place: Place, written: str, length: int) -> list[Piece]:
    pieces = []
    for part in re.split(r"[,\n]\s*", written.strip()) if written.strip() else ():
        match = re.fullmatch(r"([a-z]+) (\d{1,12})-(\d{1,12})", part)
        if not match or match[1] not in _ROLES or not int(match[2]) <= int(match[3]) <= length:
            place.refuse(
                f"pieces 里的“{part}”无法理解。这一段由程序写，请勿改动。",
                f"“{part}” in pieces cannot be read. The program writes this part; leave it as it is.",
            )
        pieces.append(Piece(PieceRole(match[1]), Span(int(match[2]), int(match[3]))))
    return pieces


def _task(place: Place, ignores: Ignores) -> Task:
    place = place.called(*_TASK.what)
    said = _TASK.values(place)
    measures: Sequence[Place] = said.pop("measures", ())
    said.setdefault("path", implied_path(said.setdefault("section", None), said["no"]))
    codes = ignores.within(place, measures)
    return Task(**said, measures=tuple(_measure(m, ignores) for m in measures), ignores=codes)


def _measure(place: Place, ignores: Ignores) -> Measure:
    place = place.called(*MEASURE.what)
    said = MEASURE.values(place)
    chosen, kinds = said.pop("kind", None), said.pop("kinds", ())
    if chosen and (not kinds or kinds[0].kind != chosen):
        kinds = (RankedKind(chosen, 1.0), *(ranked for ranked in kinds if ranked.kind != chosen))
    return Measure(**said, kinds=kinds, ignores=ignores.within(place))


def _goal(goal: Goal, plan: Plan) -> Goal:
    """A goal's tasks by path; a task that was deleted is served no more."""
    paths = {task.id or task.path: task.path for task in plan.tasks}
    return replace(goal, tasks=tuple(paths[name] for name in goal.tasks if name in paths))


def _edges(said: Sequence[tuple[Place, Edge]], plan: Plan) -> tuple[Edge, ...]:
    addresses = {m.id or address: address for address, _, m in plan.measures()}
    for place, edge in said:
        for name in (edge.source, edge.target):
            if name not in addresses:
                place.refuse(
                    f"关联指向的举措“{name}”不在文件里。请删去这一条关联，或改用现有举措的 id。",
                    f"the edge names the measure “{name}”, which is not in the file. Delete the edge or name another id.",
                )
    return tuple(replace(e, source=addresses[e.source], target=addresses[e.target]) for _, e in said)


def _refuse_twins(plan: Plan, place: Place) -> None:
    """An id stands for one node only: a copied line must lose its id."""
    seen: set[str] = set()
    for name in ids_in(plan):
        if name in seen:
            place.refuse(
                f"编号 {name} 出现了两次。复制的条目请删去 id，编译时会得到新的。",
                f"the id {name} stands twice. Delete the id of what you copied; compiling gives it a new one.",
            )
        seen.add(name)
