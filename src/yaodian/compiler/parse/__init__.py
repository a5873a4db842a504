"""解析: Source → Plan, as a row of small passes: layout, owners, outline, measures, actions, pieces."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from yaodian.compiler.parse.actions import actions_in
from yaodian.compiler.parse.chrome import is_site_line, published_in
from yaodian.compiler.parse.layout import Layout, lay_out
from yaodian.compiler.parse.measures import Item, items_of
from yaodian.compiler.parse.outline import Outline, TaskRange, outline_of
from yaodian.compiler.parse.owners import OwnerClause, clauses_in
from yaodian.compiler.parse.pieces import tile
from yaodian.compiler.parse.spoken_owners import duties_by_verbs
from yaodian.compiler.parse.tables import table_outline
from yaodian.compiler.parse.times import deadlines_in, periods_in
from yaodian.compiler.parse.titles import documents_in, platforms_in
from yaodian.compiler.uncollected import uncollected
from yaodian.domain.plan import Deadline, Duty, Measure, Piece, PieceRole, Plan, Role, Section, Task
from yaodian.domain.text import Source, Span

_YEAR = re.compile(r"(20\d\d)\s*(?:-20\d\d)?(?:学)?年")
_FIRST_LEADS = re.compile(
    r"(?:排在?第?一位?|列?第一位?|列?首位|排名第一|第一个|排在最前|首个|排序第一|首列)[^。;\n]{0,24}牵头"
)
_REST_HELPS = re.compile(r"(?:其余|其他|其它|后面|之后|后列)[^。\n]{0,16}(?:配合|协同|协办|协助|参与)")


@uncollected
def parse(source: Source) -> Plan:
    """The plan that a source's words say, without the knowledge of any bureau or catalogue."""
    layout = lay_out(source)
    clauses = clauses_in(layout)
    known = frozenset(name for clause in clauses for duty in clause.duties if 2 <= len(name := duty.unit) <= 12)
    if any(_holds_two(name, known) for name in known):
        clauses = clauses_in(layout, known)
    found = table_outline(layout, known) or outline_of(layout, clauses)
    rule = _order_rule(layout.text[: found.tasks[0].start if found.tasks else 0])
    _part_paths(found.tasks)
    itemised = [items_of(layout, t) for t in found.tasks]
    tasks = tuple(_task(layout, t, items, known, rule) for t, items in zip(found.tasks, itemised, strict=True))
    sections = tuple(
        Section(h.no, layout.words(h.start, h.end).strip(), layout.span(h.start, h.end)) for h in found.headings
    )
    title = layout.words(*found.title).strip() if found.title else None
    asides = [layout.span(line.start, line.end) for line in found.asides]
    pieces = tile(source.text, _claims(layout, found, itemised, tasks), asides)
    year = _year_of(title, layout.text)
    return Plan(source, title, year, source.published or published_in(layout.text[:4000]), sections, tasks, pieces)


def _part_paths(tasks: list[TaskRange]) -> None:
    """Give each task a path of its own: where numbers begin again, the second 二/1 is 二/1-2."""
    seen: Counter[str] = Counter()
    for task in tasks:
        task.path = task.path or "0"
        seen[task.path] += 1
        if seen[task.path] > 1:
            task.path = f"{task.path}-{seen[task.path]}"


def _holds_two(name: str, known: frozenset[str]) -> bool:
    """Whether a name is two names known from elsewhere without a separator."""
    return any(name[:cut] in known and name[cut:] in known for cut in range(2, len(name) - 1))


def _year_of(title: str | None, text: str) -> int | None:
    for words in (title or "", text[:6000]):
        years = Counter(_YEAR.findall(words))
        if years:
            return int(years.most_common(1)[0][0])
    return None


def _order_rule(preamble: str) -> tuple[Role, Role] | None:
    """The roles of the first and of the other units where the preamble says that the order decides."""
    if not _FIRST_LEADS.search(preamble):
        return None
    return Role.LEAD, Role.SUPPORT if _REST_HELPS.search(preamble) else Role.RESPONSIBLE


def _task(
    layout: Layout, found: TaskRange, items: list[Item], known: frozenset[str], rule: tuple[Role, Role] | None
) -> Task:
    duties = [d for clause in found.clauses for d in clause.duties]
    if not duties:
        duties = [d for low, high in found.bodies for d in duties_by_verbs(layout, low, high, known)]
    deadlines = [d for clause in found.clauses for d in clause.deadlines]
    measures = tuple(_measure(layout, item) for item in items)
    if not measures or measures[0].span.start >= layout.span(*found.title).end:
        deadlines += deadlines_in(layout, *found.title)
    return Task(
        path=found.path,
        no=found.no,
        section=found.section,
        title=layout.words(*found.title).strip(),
        span=layout.span(found.start, found.end),
        title_span=layout.span(*found.title),
        duties=_ordered(duties, rule),
        deadlines=tuple(deadlines),
        measures=measures,
    )


def _ordered(duties: list[Duty], rule: tuple[Role, Role] | None) -> tuple[Duty, ...]:
    if rule is None or any(d.role is not Role.RESPONSIBLE for d in duties):
        return _distinct(duties)
    roles = (rule[0] if i == 0 else rule[1] for i in range(len(duties)))
    return _distinct([replace(d, role=role) for d, role in zip(duties, roles, strict=True)])


def _distinct(duties: list[Duty]) -> tuple[Duty, ...]:
    seen: dict[tuple[str, Role], Duty] = {}
    for duty in duties:
        seen.setdefault((duty.unit, duty.role), duty)
    return tuple(seen.values())


def _measure(layout: Layout, item: Item) -> Measure:
    low, high = item.start, item.end
    span = layout.span(low, high)
    platforms = platforms_in(layout, low, high)
    deadlines: list[Deadline] = deadlines_in(layout, low, high)
    taken = [d.span for d in deadlines]
    return Measure(
        text=span.of(layout.source.text),
        span=span,
        mark=item.mark,
        actions=tuple(actions_in(layout, low, high)),
        documents=tuple(documents_in(layout, low, high)),
        platforms=tuple(platforms),
        periods=tuple(p for p in periods_in(layout, low, high) if not any(p.span.overlaps(t) for t in taken)),
        deadlines=tuple(deadlines),
    )


def _claims(layout: Layout, found: Outline, itemised: list[list[Item]], tasks: tuple[Task, ...]) -> list[Piece]:
    """What each part of the text is to the plan."""
    claims = [Piece(PieceRole.CHROME, span) for span in layout.chrome]
    if found.title:
        claims.append(Piece(PieceRole.TITLE, layout.span(*found.title)))
    first = min([h.mark_start for h in found.headings] + [t.start for t in found.tasks], default=found.body_end)
    for line in layout.lines:
        if line.end <= first or line.start >= found.body_end:
            words = layout.text[line.start : line.end]
            role = PieceRole.CHROME if line.start >= found.body_end or is_site_line(words) else PieceRole.PREAMBLE
            if (line.start, line.end) != found.title:
                claims.append(Piece(role, layout.span(line.start, line.end)))
    claims += [Piece(PieceRole.HEADING, layout.span(h.mark_start, h.end)) for h in found.headings]
    claims += [Piece(PieceRole.HEADING, layout.span(line.start, line.end)) for line in found.groups]
    for ranged, items, task in zip(found.tasks, itemised, tasks, strict=True):
        claims += _task_claims(layout, ranged, items, task)
    return claims


def _task_claims(layout: Layout, found: TaskRange, items: list[Item], task: Task) -> list[Piece]:
    claims = [_duty_piece(layout, clause) for clause in found.clauses]
    head_end = found.title[1] if found.titled else found.title[0]
    if head_end > found.start:
        claims.append(Piece(PieceRole.HEAD, layout.span(found.start, head_end)))
    for item, measure in zip(items, task.measures, strict=True):
        claims.append(Piece(PieceRole.MEASURE, measure.span))
        if item.mark_start < item.start:
            claims.append(Piece(PieceRole.MARK, layout.span(item.mark_start, item.start)))
    return claims


def _duty_piece(layout: Layout, clause: OwnerClause) -> Piece:
    return Piece(PieceRole.DUTY, layout.span(clause.start, clause.end))


__all__ = ["Span", "parse"]
