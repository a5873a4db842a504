"""记分工作簿: the scoreboard as an Excel workbook: promises, counts by task, notes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from yaodian.domain.finding import Words
from yaodian.runtime.lights import Colour
from yaodian.workspace.publish.scoreboard_rows import COLUMNS, cells_of, light_words
from yaodian.workspace.publish.sheets import A3, CELL, HEAD, PLAIN, lines_of, print_wide
from yaodian.workspace.publish.wording import storable
from yaodian.workspace.score.scoreboard import Scoreboard

WIDTHS = (11, 9, 26, 24, 10, 16, 16, 16, 12, 24, 9, 52, 11)
COLOURS = {
    Colour.GREEN: "#17693C",
    Colour.AMBER: "#765000",
    Colour.ORANGE: "#93400C",
    Colour.RED: "#A51D1D",
    Colour.GREY: "#5F6A76",
    Colour.UNKNOWN: "#5F6A76",
}
SHEETS = Words("承诺", "Promises"), Words("按任务", "By task"), Words("说明", "Notes")
NOTES = (
    Words(
        "灯由日期、数值和走势得出，不由人选。",
        "Lights follow from dates, values and trajectories; nobody chooses them.",
    ),
    Words("任务只列各灯的个数，不取平均。", "Tasks show how many promises have each light; nothing is averaged."),
    Words(
        "实测来自登记数据；自报来自填报；两者不一致时以实测定灯。",
        "Measured values come from registers, reported ones from reports; lights go by the measured.",
    ),
)


def write_scoreboard(path: Path, board: Scoreboard, lang: str = "zh") -> None:
    """Write the workbook; the same scoreboard gives the same bytes, and no text becomes a formula."""
    import xlsxwriter  # noqa: PLC0415 - slow library, only when exporting

    with xlsxwriter.Workbook(path, PLAIN) as book:
        book.set_properties({"title": storable(board.title), "author": "", "created": datetime(board.year, 1, 1)})
        head, cell = book.add_format(dict(HEAD)), book.add_format(dict(CELL))
        lights = {
            colour: book.add_format({**CELL, "bold": True, "font_color": code}) for colour, code in COLOURS.items()
        }
        promises, tasks, notes = (book.add_worksheet(name.lang(lang)) for name in SHEETS)
        for number, (column, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
            promises.set_column(number, number, width)
            promises.write_string(0, number, column.lang(lang), head)
        for line, row in enumerate(board.rows, start=1):
            texts = cells_of(row, board.year, lang)
            promises.set_row(line, 4 + 14 * max(map(lines_of, texts, WIDTHS)))
            for number, text in enumerate(texts):
                promises.write_string(line, number, storable(text), lights[row.light.colour] if number == 0 else cell)
        promises.freeze_panes(1, 3)
        promises.autofilter(0, 0, max(len(board.rows), 1), len(COLUMNS) - 1)
        print_wide(promises, A3, (0, 0))
        _tasks(tasks, board, lang, head, cell)
        own = (board.note,) if board.note else ()
        lines = (f"{board.title}  {board.today}  {board.release}", *own, *(note.lang(lang) for note in NOTES))
        notes.set_column(0, 0, 90)
        for line, text in enumerate(lines):
            notes.write_string(line, 0, storable(text))


def _tasks(sheet: object, board: Scoreboard, lang: str, head: object, cell: object) -> None:
    titles = {row.task.path: row.task.title for row in board.rows}
    write = sheet.write_string  # type: ignore[attr-defined]
    for number, text in enumerate((COLUMNS[1].lang(lang), "", *(light_words(colour, lang) for colour in Colour))):
        write(0, number, text, head)
    for line, (path, counts) in enumerate(board.by_task().items(), start=1):
        write(line, 0, path, cell)
        write(line, 1, storable(titles[path]), cell)
        for number, colour in enumerate(Colour, start=2):
            sheet.write_number(line, number, counts[colour], cell)  # type: ignore[attr-defined]
    sheet.set_column(1, 1, 40)  # type: ignore[attr-defined]
