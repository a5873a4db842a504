"""Plan → plan file: calm block YAML, short nodes on one line, the source's own text at the end."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap

from yaodian.domain.plan import Measure, Piece, Plan, Task
from yaodian.workspace.planfile.codecs import block, sentence, words
from yaodian.workspace.planfile.shapes import EDGE, GOAL, MEASURE, SECTION, TASK

SCHEMA = "yaodian.plan-file/1"
PIECES_A_LINE = 8

_APART = re.compile(r"(?<!tasks:)\n(?=(?:- (?:id|no): |(?:sections|tasks|goals|edges|source):))")
"""The line ends after which an empty line stands: only the file's own structure begins in the first column."""


def save_plan(plan: Plan, path: Path) -> None:
    path.write_text(plan_to_yaml(plan), encoding="utf-8", newline="\n")


def plan_to_yaml(plan: Plan) -> str:
    """The plan file's text. Edges and goals name measures and tasks by id where they have one."""
    ids = {address: m.id or address for address, _, m in plan.measures()}
    tasks = {t.path: t.id or t.path for t in plan.tasks}
    document = CommentedMap(schema=SCHEMA)
    for name in ("title", "published"):
        if (value := getattr(plan, name)) is not None:
            document[name] = sentence(value)
    if plan.year is not None:
        document["year"] = plan.year
    document["sections"] = [SECTION.write(section) for section in plan.sections]
    document["tasks"] = [_task(task) for task in plan.tasks]
    if plan.goals:
        document["goals"] = [GOAL.write(replace(g, tasks=tuple(tasks.get(t, t) for t in g.tasks))) for g in plan.goals]
    if plan.edges:
        named = [replace(e, source=ids.get(e.source, e.source), target=ids.get(e.target, e.target)) for e in plan.edges]
        document["edges"] = [EDGE.write(edge) for edge in named]
    document["source"] = _source(plan)
    return _dump(document)


def implied_path(section: str | None, no: str) -> str:
    """The path of a task whose file names none."""
    return f"{section}/{no}" if section else no


def _task(task: Task) -> CommentedMap:
    written = TASK.write(task)
    if task.path == implied_path(task.section, task.no):
        del written["path"]
    written["measures"] = [_measure(measure) for measure in task.measures]
    _ignore(written, task.ignores)
    return written


def _measure(measure: Measure) -> CommentedMap:
    written = MEASURE.write(measure)
    _ignore(written, measure.ignores)
    return written


def _ignore(written: CommentedMap, codes: Sequence[str]) -> None:
    if codes:
        written.yaml_add_eol_comment(f"yaodian: ignore {' '.join(codes)}", key="id" if "id" in written else "at")


def _source(plan: Plan) -> dict[str, Any]:
    source = {"name": words(plan.source.name), "text_sha256": plan.source.sha256}
    if plan.source.published is not None and plan.source.published != plan.published:
        source["published"] = words(plan.source.published)
    if plan.pieces:
        source["pieces"] = block(_pieces(plan.pieces))
    return source | {"text": block(plan.source.text)}


def _pieces(pieces: Sequence[Piece]) -> str:
    """What each stretch of the text is, several on a line."""
    each = [f"{piece.role.value} {piece.span.start}-{piece.span.end}" for piece in pieces]
    lines = [", ".join(each[at : at + PIECES_A_LINE]) for at in range(0, len(each), PIECES_A_LINE)]
    return "\n".join(lines) + "\n"


def _dump(document: CommentedMap) -> str:
    yaml = YAML()
    yaml.width = 10**9
    yaml.allow_unicode = True
    yaml.representer.ignore_aliases = lambda *_: True  # the same day twice is written twice
    stream = io.StringIO()
    yaml.dump(document, stream)
    return _APART.sub("\n\n", stream.getvalue())
