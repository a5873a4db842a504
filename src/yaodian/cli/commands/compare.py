"""yaodian compare: what changed between two plans."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import click

from yaodian.cli.given import bureau, chosen_bureau, document, form, lang
from yaodian.cli.language import language, say
from yaodian.cli.shape import Command
from yaodian.compiler.changes import Change, ChangeKind
from yaodian.compiler.compare import compare
from yaodian.workspace.plans import open_document


def run(before: Path, after: Path, bureau: str | None, form: str) -> int:
    home = chosen_bureau(bureau)
    changes = compare(open_document(before, home), open_document(after, home))
    if form == "json":
        click.echo(json.dumps([_as_json(change) for change in changes], ensure_ascii=False, indent=1))
        return 0
    for change in changes:
        click.echo(change.sentence.lang(language()))
    counts = Counter(change.kind for change in changes)
    told = [f"{kind.label.lang(language())} {counts[kind]}" for kind in ChangeKind if counts[kind]]
    click.echo("  ".join(told) or say("没有变化。", "No change."))
    return 0


def _as_json(change: Change) -> dict[str, object]:
    sides = {"before": change.before, "after": change.after}
    said = {name: {"address": s.address, "words": s.words} if s else None for name, s in sides.items()}
    return {"kind": change.kind.value, "message": change.sentence.lang(language()), **said}


command = Command(
    "compare",
    callback=run,
    params=[
        document("before", "旧文件"),
        document("after", "新文件"),
        form(("text", "json"), "text"),
        bureau(),
        lang(),
    ],
    help=say(
        "比较两份要点：新增、删去、移动、减弱了哪些承诺。",
        "Compare two plans: what was added, dropped, moved, weakened.",
    ),
    examples="""yaodian compare 2019年工作要点.docx 2020年工作要点.docx
        yaodian compare 讨论稿.docx 定稿.docx --format json""",
)
