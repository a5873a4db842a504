"""督导表册: the list of a sample, so that anyone can draw again, and the filled sheet of a visit, as workbooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO

from yaodian.algorithms.draw import lots, size_of
from yaodian.declare.score_sheet import ScoreItem
from yaodian.domain.organisation import OrganisationUnit
from yaodian.workspace.publish.sheets import A4, CELL, FACE, HEAD, PLAIN, TITLE, print_wide, put

HOW = "签号是“种子/学校代码”（UTF-8）的SHA-256，从小到大取前面几所；用任何能算SHA-256的工具都能重抽。"
LIST_HEAD = (("次序", 6), ("学校代码", 16), ("学校", 36), ("签号", 68), ("抽中", 6))
SHEET_HEAD = (("项", 44), ("满分", 6), ("得分", 6), ("说明", 60))
FINDING_HEAD = (("问题", 60), ("责任单位", 24), ("期限", 12))
Row = Sequence[str | float | None]


@dataclass(frozen=True, slots=True)
class Sample:
    """Schools in the order of their lots, of which the first `size` are drawn."""

    seed: str
    share: float
    ordered: Sequence[tuple[str, OrganisationUnit]]

    @property
    def size(self) -> int:
        return size_of(len(self.ordered), self.share)

    @property
    def drawn(self) -> list[OrganisationUnit]:
        return [school for _, school in self.ordered[: self.size]]

    @classmethod
    def of(cls, seed: str, share: float, frame: Sequence[OrganisationUnit]) -> Sample:
        """The sample that a seed draws of a frame; the order in which the frame is given changes nothing."""
        by_code = {school.code: school for school in frame}
        return cls(seed, share, [(lot, by_code[code]) for lot, code in lots(seed, by_code)])


@dataclass(frozen=True, slots=True)
class Finding:
    """问题: what is wrong, which unit answers for it, and by when."""

    text: str
    unit: str
    due: date


def sample_list(sample: Sample, title: str, on: date) -> bytes:
    """The whole frame with each school's lot."""
    told = (
        f"种子：{sample.seed}",
        f"共{len(sample.ordered)}所，按{sample.share:.0%}抽{sample.size}所（不足一所算一所）",
        HOW,
    )
    rows = [
        (place, school.code, school.name, lot, "是" if place <= sample.size else "")
        for place, (lot, school) in enumerate(sample.ordered, 1)
    ]
    return _workbook(f"{title}：抽样名单", told, [(LIST_HEAD, rows)], on)


def filled_sheet(
    title: str, told: Sequence[str], items: Sequence[ScoreItem], points: Mapping[str, int],
    remarks: Mapping[str, str], findings: Sequence[Finding], on: date,
) -> bytes:  # fmt: skip
    """What was found on a visit: the points of each item with their sum, the remarks, and the findings."""
    rows: list[Row] = [(i.words.zh, i.most, points[i.id], remarks.get(i.id, "")) for i in items]
    rows.append(("合计", sum(i.most for i in items), sum(points[i.id] for i in items), ""))
    found: list[Row] = [(one.text, one.unit, one.due.isoformat()) for one in findings]
    return _workbook(f"{title}：走访记录和评分", told, [(SHEET_HEAD, rows), (FINDING_HEAD, found)], on)


def _workbook(
    title: str, told: Sequence[str], tables: Sequence[tuple[Sequence[tuple[str, int]], Sequence[Row]]], on: date
) -> bytes:
    """A title, lines that tell how it came about, tables below each other; the same content gives the same bytes."""
    import xlsxwriter  # noqa: PLC0415 - slow library, only when exporting

    kept = BytesIO()
    with xlsxwriter.Workbook(kept, {**PLAIN, "in_memory": True}) as book:
        book.set_properties({"title": title, "author": "", "created": datetime.combine(on, time())})
        title_face, plain, head_face, cell = (book.add_format(dict(face)) for face in (TITLE, FACE, HEAD, CELL))
        sheet = book.add_worksheet("表")
        for column in range(max(len(head) for head, _ in tables)):
            widths = [head[column][1] for head, _ in tables if column < len(head)]
            sheet.set_column(column, column, widths[0])
        line = 0
        for face, text in ((title_face, title), *((plain, text) for text in told)):
            put(sheet, line, 0, text, face)
            line += 1
        for head, rows in tables:
            for row, face in ((tuple(name for name, _ in head), head_face), *((row, cell) for row in rows)):
                for column, value in enumerate(row):
                    put(sheet, line, column, value, face)
                line += 1
            line += 1
        print_wide(sheet, A4)
    return kept.getvalue()
