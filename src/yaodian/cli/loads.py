"""装载的话: what loads came to, in lines: faults by cause, counts, refused files, and the workbooks of wrong rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from getpass import getuser
from pathlib import Path

from yaodian.cli.given import writing
from yaodian.cli.language import language, say
from yaodian.domain.finding import Severity
from yaodian.warehouse.batch import Counts
from yaodian.warehouse.load.checked import Checked
from yaodian.warehouse.load.error_workbook import audited_workbook
from yaodian.warehouse.load.faults import Root
from yaodian.warehouse.load.journal import Entry
from yaodian.warehouse.load.loading import Loaded
from yaodian.warehouse.load.roots import roots
from yaodian.warehouse.store import Warehouse
from yaodian.workspace.load_tally import Tally
from yaodian.workspace.records_loading import Taken, audit_of

SHOWN = 20


def lines_of(loaded: Loaded, is_dry: bool) -> Iterator[str]:
    """One file: its faults by root cause, the most rows first, then what it changed."""
    found = roots(loaded.checked)
    yield from (_root(root) for root in found[:SHOWN])
    if len(found) > SHOWN:
        yield say(f"……另有 {len(found) - SHOWN} 种差错", f"… and {len(found) - SHOWN} more causes")
    yield _outcome(loaded, is_dry)


def _root(root: Root) -> str:
    cells = "、".join(fault.cell for fault in root.first[:3] if fault.cell)
    where = f"  [{cells}]" if cells else ""
    return f"{_mark(root.severity)}  {root.words.lang(language())}{where}\n      {root.hint.lang(language())}"


def _mark(severity: Severity) -> str:
    return say("错误", "error") if severity is Severity.ERROR else say("提醒", "warning")


def _outcome(loaded: Loaded, is_dry: bool) -> str:
    rows, wrong = loaded.checked.total, loaded.quarantined
    if loaded.counts is None:
        return say(
            f"{rows:,} 行，{wrong:,} 行有错：一行也没有装入；修好再装，或用 --accept-valid 先装无错的行。",
            f"{rows:,} rows, {wrong:,} of them wrong: none was loaded; repair, or use --accept-valid.",
        )
    new, changed, ended = loaded.counts.new, loaded.counts.changed, loaded.counts.ended
    would = say("试装（未写入）：", "dry run: ") if is_dry else ""
    return would + say(
        f"{rows:,} 行：新增 {new:,}，变更 {changed:,}，终止 {ended:,}，留置 {wrong:,}{_held_open(loaded.counts)}。",
        f"{rows:,} rows: {new:,} new, {changed:,} changed, {ended:,} ended, {wrong:,} kept back{_held_open(loaded.counts)}.",
    )


def _held_open(counts: Counts) -> str:
    """What a snapshot lacks and did not end, since rows kept back name it or may do so."""
    if not counts.held_open:
        return ""
    return say(
        f"；因留置而未终止 {counts.held_open:,}",
        f"; {counts.held_open:,} it lacks were not ended because of the rows kept back",
    )


def report(tallies: Sequence[Tally], refused: Sequence[Taken]) -> Iterator[str]:
    """Many files: a line for each register, its faults by cause with the rows they touch, then the refused files."""
    for tally in tallies:
        got = tally.counts
        yield say(
            f"{tally.register.id}（{tally.register.label}）  {tally.files} 个文件  {tally.rows:,} 行：新增 {got.new:,}，"
            f"变更 {got.changed:,}，终止 {got.ended:,}，留置 {tally.kept_back:,}{_held_open(got)}",
            f"{tally.register.id}  files {tally.files}  rows {tally.rows:,}: {got.new:,} new, {got.changed:,} changed, "
            f"{got.ended:,} ended, {tally.kept_back:,} kept back{_held_open(got)}",
        )
        for (severity, words), rows in tally.causes.most_common():
            yield f"    {_mark(severity)} {rows:,}  {words.lang(language())}"
    for taken in refused:
        yield f"{say('拒收', 'refused')}  {taken.upload.path.name}  {_why(taken)}"
    files, rows = sum(t.files for t in tallies), sum(t.rows for t in tallies)
    yield say(
        f"{files} 个文件，{rows:,} 行；拒收 {len(refused)} 个文件。",
        f"{files} files, {rows:,} rows; {len(refused)} files refused.",
    )


def quarantine_lines(entry: Entry, checked: Checked) -> Iterator[str]:
    """What is kept back of one upload: how many rows of which file, and the faults with the rows they touch."""
    begun = f"{entry.begun_at:%Y-%m-%d}" if entry.begun_at else "—"
    yield say(
        f"{entry.file}（{entry.on}，{begun} 装入）：留置 {checked.total:,} 行",
        f"{entry.file} ({entry.on}, loaded {begun}): {checked.total:,} rows kept back",
    )
    for (at, cause), rows in checked.by_cause.items():
        yield f"    {_mark(checked.cause(cause).severity)} {rows:,}  {checked.told(at, cause).lang(language())}"


def _why(taken: Taken) -> str:
    if taken.refusal is not None:
        return taken.refusal.lang(language())
    wrong = taken.loaded.quarantined if taken.loaded else 0
    return say(
        f"{wrong:,} 行有错，一行也没有装入；修好再装，或用 --accept-valid。",
        f"{wrong:,} rows are wrong, none was loaded; repair, or use --accept-valid.",
    )


def write_errors(warehouse: Warehouse, checked: Checked, entry: Entry, folder: Path) -> Path | None:
    """Write the wrong rows of an upload, in clear, as a workbook of its own in the folder, audited first as asked for by who
    runs the command; None where no row is wrong."""
    if not len(checked.wrong_rows):
        return None
    book = folder / f"{checked.register.id}-{Path(checked.source).stem}-{entry.id[:6]}.xlsx"
    audit, release = audit_of(warehouse), warehouse.release().id
    content = audited_workbook(checked, entry, who=getuser(), release=release, audit=audit)
    with writing(book):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        book.write_bytes(content)
    return book


def where_errors_are(books: int, folder: Path | None) -> str:
    """A sentence on the workbooks of wrong rows, which hold values in clear; nothing where there is none to tell of."""
    if folder is None:
        return say(
            "要有错的行，加 --errors 文件夹：每个文件一本错误清单，含明文，修好可再装，用完即删。",
            "For the wrong rows add --errors DIR: a workbook a file, in clear; repair and load it, then delete it.",
        )
    return say(
        f"错误清单 {books} 本，在 {folder}：含个人信息明文，修好可再装，用完即删。",
        f"{books} error workbooks in {folder}: they show personal data in clear; repair and load, then delete them.",
    )
