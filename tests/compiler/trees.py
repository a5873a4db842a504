"""Trees of the grammar's passes in words that an official can read; `TREES` has one function per folder of tests/golden."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from yaodian.compiler.parse import parse
from yaodian.compiler.parse.actions import actions_in
from yaodian.compiler.parse.layout import Layout, lay_out
from yaodian.compiler.parse.marks import Level, mark_at
from yaodian.compiler.parse.script import simplified
from yaodian.compiler.parse.times import deadlines_in, periods_in
from yaodian.compiler.parse.titles import documents_in, platforms_in
from yaodian.compiler.resolve.dates import due_of
from yaodian.compiler.resolve.kinds import CueBook, rank_kinds
from yaodian.declare.kind import Kind
from yaodian.domain.plan import Action, Deadline, DocumentRole, Duty, Measure, Plan, Role, Target, TargetValue, Task
from yaodian.domain.text import Source
from yaodian.workspace.plans import shipped_catalogue

YEAR = 2023  # the plan's year for the pairs in golden/times
LEVELS = {
    Level.PART: "部分",
    Level.SECTION: "一级",
    Level.GROUP: "二级",
    Level.NUMBER: "三级",
    Level.BRACKETED: "四级",
    Level.CIRCLE: "五级",
}
ROLES = {Role.LEAD: "牵头", Role.SUPPORT: "配合", Role.RESPONSIBLE: "责任"}
DOCUMENT_ROLES = {
    DocumentRole.DRAFT: "起草",
    DocumentRole.PUBLISH: "印发",
    DocumentRole.IMPLEMENT: "落实",
    DocumentRole.USE: "使用",
    DocumentRole.OTHER: "提及",
}


def layout_tree(text: str) -> str:
    """Each logical line in normalised characters; what was set aside as page furniture."""
    layout = lay_out(Source("golden.txt", text))
    lines = [f"行 {layout.text[line.start : line.end]}" for line in layout.lines]
    return "\n".join(lines + [f"页码 {span.of(text).strip()}" for span in layout.chrome])


def marks_tree(text: str) -> str:
    """Of each line its level, its number and the words that it opens."""
    return "\n".join(_by_line(text, _mark))


def _mark(layout: Layout, low: int, high: int) -> Iterator[str]:
    mark = mark_at(layout.text, low, high)
    yield f"{LEVELS[mark.level]} {mark.no} | {layout.text[mark.end : high]}" if mark else "无序号"


def outline_tree(text: str) -> str:
    """Title, sections and tasks, without what stands in the tasks."""
    return "\n".join(_outline(parse(Source("golden.txt", text))))


def _outline(plan: Plan) -> Iterator[str]:
    yield from [f"标题 {plan.title}"] if plan.title else []
    yield from [f"发布 {plan.published}"] if plan.published else []
    sections = list(plan.sections)
    for task in plan.tasks:
        while sections and sections[0].span.start < task.span.start:
            section = sections.pop(0)
            yield f"部分 {section.no} {section.title}".replace("  ", " ")
        yield f"{'  ' if task.section is not None else ''}任务 {_task_name(task)}"
    yield from (f"部分 {section.no} {section.title}" for section in sections)


def _task_name(task: Task) -> str:
    return f"{task.path} {task.title}".strip()


def owners_tree(text: str) -> str:
    """Tasks with their units and, where the owner clause says them, their deadlines."""
    lines = []
    for task in parse(Source("golden.txt", text)).tasks:
        lines.append(f"任务 {_task_name(task)}")
        lines += [f"  {_duty(duty)}" for duty in task.duties] or ["  无责任单位"]
        lines += [f"  时限 {deadline.words}" for deadline in task.deadlines]
    return "\n".join(lines)


def _duty(duty: Duty) -> str:
    return f"{ROLES[duty.role]} {duty.unit}"


def measures_tree(text: str) -> str:
    """Tasks with the words of their measures."""
    lines = []
    for task in parse(Source("golden.txt", text)).tasks:
        lines.append(f"任务 {_task_name(task)}")
        lines += [f"  {measure.mark or '句'} | {_on_one_line(measure.text)}" for measure in task.measures]
    return "\n".join(lines)


def _on_one_line(words: str) -> str:
    return words.replace("\n", "⏎")


def actions_tree(text: str) -> str:
    """Of each line, read as a measure, its verbs and objects."""
    return "\n".join(_by_line(text, _actions))


def _actions(layout: Layout, low: int, high: int) -> Iterator[str]:
    found = actions_in(layout, low, high)
    yield from [f"{action.verb} | {_on_one_line(action.object)}" for action in found] or ["无动作"]


def targets_tree(text: str) -> str:
    """Of each line, read as a measure, its promised numbers under the action that promises them."""
    return "\n".join(_by_line(text, _targets))


def _targets(layout: Layout, low: int, high: int) -> Iterator[str]:
    promising = [action for action in actions_in(layout, low, high) if action.targets]
    for action in promising:
        yield f"{action.verb} | {action.object}"
        yield from (f"  {_target(target)}" for target in action.targets)
    if not promising:
        yield "无目标值"


def _target(target: Target) -> str:
    said = " ".join(word for word in (target.op.value, _value(target.value), target.unit or "") if word)
    return f"{target.words} → {said}"


def _value(value: TargetValue) -> str:
    if isinstance(value, tuple):
        return f"{value[0]}–{value[1]}"
    return "" if value is None else str(value)


def times_tree(text: str) -> str:
    """Of each line its deadlines with the day they mean, and its other expressions of time."""
    return "\n".join(_by_line(text, _times))


def _times(layout: Layout, low: int, high: int) -> Iterator[str]:
    deadlines = deadlines_in(layout, low, high)
    yield from (f"时限 {_deadline(deadline)}" for deadline in deadlines)
    taken = [deadline.span for deadline in deadlines]
    periods = [p for p in periods_in(layout, low, high) if not any(p.span.overlaps(t) for t in taken)]
    yield from (f"时段 {period.words}" for period in periods)
    if not deadlines and not periods:
        yield "无时间"


def _deadline(deadline: Deadline) -> str:
    due, every = due_of(simplified(deadline.words), YEAR, None)
    return f"{deadline.words} → {due or '不定'}{f'（每 {every}）' if every else ''}"


def titles_tree(text: str) -> str:
    """Of each line its titled documents with what is done to them, and its digital platforms."""
    return "\n".join(_by_line(text, _titles))


def _titles(layout: Layout, low: int, high: int) -> Iterator[str]:
    documents, platforms = documents_in(layout, low, high), platforms_in(layout, low, high)
    yield from (f"文件 {DOCUMENT_ROLES[document.role]} | {_on_one_line(document.title)}" for document in documents)
    yield from (f"平台 {platform.title}" for platform in platforms)
    if not documents and not platforms:
        yield "无文件、平台"


def kinds_tree(text: str) -> str:
    """Of each line, read as a measure, its kinds with their evidence, best first."""
    return "\n".join(_by_line(text, _kinds))


def _kinds(layout: Layout, low: int, high: int) -> Iterator[str]:
    actions: Sequence[Action] = actions_in(layout, low, high)
    source = layout.source.text
    measure = Measure(source, layout.span(low, high), actions=tuple(actions))
    for rank, ranked in enumerate(rank_kinds(measure, simplified(source), BOOK, BOOK.objects)[:3], start=1):
        yield " ".join([f"{rank}", ranked.kind, "、".join(ranked.evidence)]).strip()


def _by_line(text: str, tree: Callable[[Layout, int, int], Iterator[str]]) -> Iterator[str]:
    """The tree of each logical line, under the line's own words."""
    layout = lay_out(Source("golden.txt", text))
    for line in layout.lines:
        yield _on_one_line(layout.words(line.start, line.end))
        yield from (f"  {words}" for words in tree(layout, line.start, line.end))


BOOK = CueBook.of(shipped_catalogue().of(Kind).values())
TREES: dict[str, Callable[[str], str]] = {
    "layout": layout_tree,
    "marks": marks_tree,
    "outline": outline_tree,
    "owners": owners_tree,
    "measures": measures_tree,
    "actions": actions_tree,
    "targets": targets_tree,
    "times": times_tree,
    "titles": titles_tree,
    "kinds": kinds_tree,
}
