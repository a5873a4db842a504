"""任务表: plans written as tables, read into the same outline as plans written in paragraphs."""

from __future__ import annotations

from yaodian.compiler.parse.body import plan_title
from yaodian.compiler.parse.columns import Column
from yaodian.compiler.parse.heads import split_title
from yaodian.compiler.parse.layout import Layout, Line
from yaodian.compiler.parse.marks import mark_at
from yaodian.compiler.parse.outline import Heading, Outline, TaskRange
from yaodian.compiler.parse.owners import Field, OwnerClause, read_units
from yaodian.compiler.parse.rows import Cell, Row, bar_rows, line_rows
from yaodian.compiler.parse.times import deadlines_in
from yaodian.domain.plan import Deadline, Duty

_OWNERS = {
    Column.LEAD: Field.LEAD,
    Column.SUPPORT: Field.SUPPORT,
    Column.RESPONSIBLE: Field.RESPONSIBLE,
    Column.PERSON: Field.PERSON,
}
_TEXT = (Column.CONTENT, Column.GOAL)


def table_outline(layout: Layout, known: frozenset[str]) -> Outline | None:
    """The outline of a table; None where the text holds none worth the name."""
    rows = bar_rows(layout) or line_rows(layout)
    if len([r for r in rows if r.category is None]) < 2:
        return None
    result = Outline(plan_title(layout, rows[0].start), rows[0].start, rows[-1].end)
    reader = _Rows(layout, known, result)
    for row in rows:
        reader.read(row)
        result.asides.append(Line(row.start, row.end))
    return result


class _Rows:
    """Reads rows one after another; a category holds until the next, an empty task cell goes on with the task above."""

    def __init__(self, layout: Layout, known: frozenset[str], result: Outline) -> None:
        self.layout, self.text, self.known, self.result = layout, layout.text, known, result
        self.section: Heading | None = None

    def read(self, row: Row) -> None:
        if row.category is not None:
            self._category(*row.category)
            return
        for cell in row.of(Column.CATEGORY):
            self._category(*cell)
        titles, bodies = row.of(Column.TASK), row.of(*_TEXT)
        if not titles and not bodies:
            return
        clauses = self._clauses(row)
        if not titles and self._has_task_column(row) and self.result.tasks:
            self._continue(bodies, clauses, row.end)
            return
        number = row.of(Column.NUMBER)
        no = self.text[slice(*number[0])].rstrip(".、") if number else ""
        title, ranges = self._title_and_bodies(titles, bodies)
        section = self._section_name()
        count = 0 if no else 1 + sum(task.section == section for task in self.result.tasks)
        path = f"{section}/{no or count}" if section else no or f"{count}"
        start = min(a for a, _ in [title, *ranges])
        self.result.tasks.append(
            TaskRange(no, path, section, start, row.end, title, ranges, clauses, [], title not in ranges)
        )

    def _section_name(self) -> str | None:
        if self.section is None:
            return None
        return self.section.no or self.layout.words(self.section.start, self.section.end)

    def _has_task_column(self, row: Row) -> bool:
        return any(column is Column.TASK for column, _ in row.cells)

    def _category(self, start: int, end: int) -> None:
        mark = mark_at(self.text, start, end)
        words = mark.end if mark else start
        name = self.text[words:end]
        if self.section is None or self.text[self.section.start : self.section.end] != name:
            self.section = Heading(mark.no if mark else "", words, end, start)
            self.result.headings.append(self.section)

    def _title_and_bodies(self, titles: list[Cell], bodies: list[Cell]) -> tuple[Cell, list[Cell]]:
        if titles and bodies:
            start, end = titles[0]
            mark = mark_at(self.text, start, end)
            return (mark.end if mark else start, end), bodies
        start, end = (titles or bodies)[0]
        mark = mark_at(self.text, start, end)
        start = mark.end if mark else start
        title, body = split_title(self.layout, start, end, False)
        return title, [(body, end), *(titles or bodies)[1:]]

    def _continue(self, bodies: list[Cell], clauses: list[OwnerClause], end: int) -> None:
        task = self.result.tasks[-1]
        task.bodies += bodies
        task.clauses += clauses
        task.end = end

    def _clauses(self, row: Row) -> list[OwnerClause]:
        clauses = []
        for column, (start, end) in row.cells:
            if end <= start:
                continue
            duties: list[Duty] = (
                read_units(self.layout, start, end, _OWNERS[column], self.known) if column in _OWNERS else []
            )
            deadlines: list[Deadline] = (
                deadlines_in(self.layout, start, end, whole=True) if column is Column.TIME else []
            )
            if column in _OWNERS or column in (Column.TIME, Column.OTHER):
                clauses.append(OwnerClause(start, end, tuple(duties), tuple(deadlines)))
        return clauses
