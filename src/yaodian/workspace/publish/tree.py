"""终端: the plan as a tree, its facts at the left and the text's own words beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from yaodian.declare.catalogue import Catalogue
from yaodian.domain.finding import Finding, Words
from yaodian.domain.plan import Measure, Plan, Role, Task
from yaodian.workspace.publish.breakdown import address_of
from yaodian.workspace.publish.plan_json import words_of
from yaodian.workspace.publish.terminal_columns import columns, packed, wrapped
from yaodian.workspace.publish.wording import EDGES, ROLES, due_words, kind_label, one_line, units

NARROWEST = 72
GUTTER = 2

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
    facts = [
        [one_line(fact) for fact in (*_facts(plan, catalogue, address, task, measure, view.lang), *codes[address])]
        for address, task, measure in plan.measures()
    ]
    left, at = _left(facts, view), iter(facts)
    lines = [paint(one_line(plan.title or plan.source.name), "title")]
    headings = {section.key: section.heading for section in plan.sections}
    section: str | None = None
    for task in plan.tasks:
        if task.section != section:
            section = task.section
            heading = headings.get(section or "", section or "")
            lines += ["", *([paint(one_line(heading), "section")] if heading else [])]
        lines += _task(task, codes[task.path], paint, view)
        for index, measure in enumerate(task.measures, start=1):
            branch = "└" if index == len(task.measures) else "├"
            lines += _measure(next(at), one_line(words_of(measure, plan.source)), branch, paint, view, left)
    lines += [*_goals(plan, paint, view), *_edges(plan, paint, view)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _goals(plan: Plan, paint: Paint, view: View) -> Iterator[str]:
    """Each goal with the tasks that serve it."""
    if plan.goals:
        yield from ("", paint(Words("目标", "Goals").lang(view.lang), "section"))
    for goal in plan.goals:
        yield from _free(f"{goal.words}  ← {' '.join(goal.tasks)}" if goal.tasks else goal.words, view)


def _edges(plan: Plan, paint: Paint, view: View) -> Iterator[str]:
    """Which measures hang together, and why."""
    if plan.edges:
        yield from ("", paint(Words("关联", "Edges").lang(view.lang), "section"))
    for edge in plan.edges:
        yield from _free(f"{edge.source} {EDGES[edge.kind].lang(view.lang)} {edge.target}  {edge.why}", view)


def _free(words: str, view: View) -> Iterator[str]:
    """A line of its own, wrapped where there is a terminal."""
    clean = one_line(words)
    yield from (f"  {line}" for line in (wrapped(clean, view.width - 2) if view.width else [clean]))


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


def _facts(plan: Plan, catalogue: Catalogue, address: str, task: Task, measure: Measure, lang: str) -> list[str]:
    """Number, kind, promised numbers and day of a measure."""
    due = due_words(task, measure, plan.year, lang) if measure.deadlines else ""
    place = address.rpartition(".")[2]
    return [
        f"{task.no}.{place}" if task.no else place,
        kind_label(catalogue, measure.kind, lang) or "?",
        *(target.words for target in measure.targets),
        *([due] if due else []),
    ]


def _left(facts: Sequence[Sequence[str]], view: View) -> int:
    """The width of the left column: nine of ten measures have their facts on one line, within two fifths."""
    sizes = sorted(columns(" ".join(each)) for each in facts) or [0]
    wanted = 4 + sizes[len(sizes) * 9 // 10 - (len(sizes) >= 10)] + GUTTER
    return max(20, min(44, (view.width or 0) * 2 // 5, wanted))


def _measure(facts: Sequence[str], words: str, branch: str, paint: Paint, view: View, left: int) -> Iterator[str]:
    stem = "│" if branch == "├" else " "
    if not view.width:
        yield f"  {branch} {paint(' '.join(facts), 'facts')}  {words}"
        return
    if view.width < NARROWEST:
        yield from _hung(packed(facts, view.width - 5), f"  {branch} ", f"  {stem} ", paint, "facts")
        yield from (f"  {stem}   {line}" for line in wrapped(words, view.width - 7))
        return
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
