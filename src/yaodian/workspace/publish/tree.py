"""终端: the plan as a tree, its facts at the left and the text's own words beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import category, east_asian_width

from yaodian.declare.catalogue import Catalogue
from yaodian.domain.finding import Finding, Words
from yaodian.domain.plan import Measure, Plan, Role, Task
from yaodian.workspace.publish.breakdown import address_of
from yaodian.workspace.publish.plan_json import words_of
from yaodian.workspace.publish.wording import ROLES, due_words, kind_label, one_line, units

NARROWEST = 72
GUTTER = 2
CLOSING = "，。；：、！？）》”’〕】…％%"

Paint = Callable[[str, str], str]


@dataclass(frozen=True)
class View:
    """How the tree is shown: columns of the terminal (None: no terminal, no wrapping), colour, language."""

    width: int | None = None
    colour: bool = False
    lang: str = "zh"


def plan_as_tree(plan: Plan, catalogue: Catalogue, findings: Iterable[Finding] = (), view: View | None = None) -> str:
    """Sections, tasks and measures. On a wide terminal in two columns, else each measure's words below its facts."""
    view = view or View()
    paint = _painter(view.colour)
    codes: defaultdict[str, list[str]] = defaultdict(list)
    for finding in findings:
        codes[address_of(plan, finding) or ""].append(finding.code)
    lines = [paint(one_line(plan.title or plan.source.name), "title")]
    headings = {section.no: section.title for section in plan.sections}
    section: str | None = None
    for task in plan.tasks:
        if task.section != section:
            section = task.section
            heading = f"{section}、{headings.get(section, '')}" if section else ""
            lines += ["", *([paint(one_line(heading), "section")] if heading else [])]
        lines += _task(task, codes[task.path], paint, view)
        for index, measure in enumerate(task.measures, start=1):
            address, last = f"{task.path}.{index}", index == len(task.measures)
            facts = _facts(plan, catalogue, task, measure, view.lang)
            number = f"{task.no}.{index}" if task.no else str(index)
            facts = [one_line(fact) for fact in (number, *facts, *codes[address])]
            lines += _measure(facts, one_line(words_of(measure, plan.source)), "└" if last else "├", paint, view)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _task(task: Task, codes: Sequence[str], paint: Paint, view: View) -> Iterator[str]:
    owners = [f"{ROLES[role].lang(view.lang)} {names}" for role in Role if (names := units(task.duties, role))]
    missing = Words("无责任单位", "no owner").lang(view.lang)
    dates = "、".join(deadline.words for deadline in task.deadlines)
    head = f"{task.no}. {task.title}" if task.no else task.title
    about = "  ".join(filter(None, [*(owners or [missing]), dates, *codes]))
    if view.width and columns(head) + columns(about) + 4 > view.width:
        yield f" {paint(one_line(head), 'task')}"
        yield from (f"   {paint(line, 'quiet')}" for line in wrapped(one_line(about), view.width - 4))
    else:
        yield f" {paint(one_line(head), 'task')}  {paint(one_line(about), 'quiet')}"


def _facts(plan: Plan, catalogue: Catalogue, task: Task, measure: Measure, lang: str) -> list[str]:
    """Kind, promised numbers and day of a measure."""
    due = due_words(task, measure, plan.year, lang) if measure.deadlines else ""
    return [
        kind_label(catalogue, measure.kind, lang) or "?",
        *(target.words for target in measure.targets),
        *([due] if due else []),
    ]


def _measure(facts: Sequence[str], words: str, branch: str, paint: Paint, view: View) -> Iterator[str]:
    stem = "│" if branch == "├" else " "
    if not view.width:
        yield f"  {branch} {paint(' '.join(facts), 'facts')}  {words}"
        return
    if view.width < NARROWEST:
        yield from _hung(packed(facts, view.width - 5), f"  {branch} ", f"  {stem} ", paint, "facts")
        yield from (f"  {stem}   {line}" for line in wrapped(words, view.width - 7))
        return
    left = min(44, view.width * 2 // 5)
    facts_lines = packed(facts, left - 4 - GUTTER)
    words_lines = wrapped(words, view.width - left)
    for at in range(max(len(facts_lines), len(words_lines))):
        fact = facts_lines[at] if at < len(facts_lines) else ""
        lead = f"  {branch if at == 0 else stem} "
        gap = " " * (left - columns(lead) - columns(fact))
        yield lead + paint(fact, "facts") + gap + (words_lines[at] if at < len(words_lines) else "")


def _hung(lines: Sequence[str], first: str, rest: str, paint: Paint, style: str) -> Iterator[str]:
    for at, line in enumerate(lines):
        yield (first if at == 0 else rest) + paint(line, style)


def columns(text: str) -> int:
    """The terminal columns a text takes: two for a wide character, none for a combining mark."""
    return sum(_columns_of(c) for c in text)


def _columns_of(char: str) -> int:
    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WFA" else 1


def packed(parts: Sequence[str], width: int) -> list[str]:
    """Parts on lines of at most `width` columns, each part whole where it fits."""
    lines: list[str] = []
    for part in parts:
        if lines and columns(lines[-1]) + 1 + columns(part) <= width:
            lines[-1] += f" {part}"
        else:
            lines += wrapped(part, width)
    return lines


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns; Latin words and numbers stay whole where they fit."""
    lines, line, used = [], "", 0
    for piece in _pieces(text):
        size = columns(piece)
        if used + size > width and line.strip():
            lines.append(line.rstrip())
            line, used = "", 0
            if piece == " ":
                continue
        for part in [piece] if size <= width else piece:
            if used + columns(part) > width and line:
                lines.append(line)
                line, used = "", 0
            line, used = line + part, used + columns(part)
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(text: str) -> Iterator[str]:
    """What must not be torn apart: a Latin word or number, a character with the closing marks behind it."""
    piece = ""
    for char in text:
        latin = bool(piece) and piece[-1].isascii() and char.isascii() and not (char.isspace() or piece.isspace())
        if piece and not (latin or char in CLOSING):
            yield piece
            piece = ""
        piece += char
    if piece:
        yield piece


def _painter(colour: bool) -> Paint:
    if not colour:
        return lambda words, _: words
    import click  # noqa: PLC0415 - only where colour is asked for

    styles: dict[str, dict[str, bool | str]] = {
        "title": {"bold": True},
        "section": {"bold": True, "fg": "blue"},
        "task": {"bold": True},
        "facts": {"fg": "cyan"},
        "quiet": {"dim": True},
    }
    return lambda words, style: click.style(words, **styles[style])  # type: ignore[arg-type]
