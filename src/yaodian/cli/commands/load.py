"""yaodian load: files of the offices into registers: checked, faults by root cause, each committed all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

import click

from yaodian.cli.cross_lines import cross_lines
from yaodian.cli.given import lang
from yaodian.cli.language import say
from yaodian.cli.loads import lines_of, quarantine_lines, report, where_errors_are, write_errors
from yaodian.cli.progress import Line, LoadProgress, telling_of_interruption
from yaodian.cli.shape import Command
from yaodian.declare.register import STATE, Register
from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.load.loading import Terms
from yaodian.warehouse.load.quarantine import kept_back
from yaodian.warehouse.store import Warehouse
from yaodian.workspace.cross_checks import cross_all
from yaodian.workspace.invented import is_invented
from yaodian.workspace.load_order import uploads_in
from yaodian.workspace.load_tally import tallied
from yaodian.workspace.records import register_named
from yaodian.workspace.records_loading import (
    Taken,
    Upload,
    existing,
    load_all,
    locker_of,
    resume_all,
    tidy_after_loads,
    warehouse_at,
)


def run(
    register: str | None, files: Sequence[Path], everything: Path | None, resume: bool, quarantine: bool, records: Path,
    on: datetime | None, scope: Sequence[str], errors: Path | None, invented: bool, **terms: bool,
) -> int:  # fmt: skip
    _refuse_odd_words(register, files, everything, resume, quarantine, on, scope)
    if quarantine:
        return _tell_quarantine(register_named(register or ""), existing(records), errors)
    if resume:
        warehouse = existing(records)
        with telling_of_interruption(warehouse):
            return _report(warehouse, resume_all(warehouse), errors)
    if everything is not None:
        return _load_folder(everything, records, Terms(**terms), errors, invented or is_invented(everything))
    assert register and on
    declared, bounds = register_named(register), _scope(scope)
    uploads = [Upload(declared, file, on.date(), bounds) for file in files]
    return _load_files(uploads, warehouse_at(records, invented=_are_invented(files, invented)), Terms(**terms), errors)


def _are_invented(files: Sequence[Path], said: bool) -> bool:
    """Whether these are files of the invented city, or said to be made up; Refusal where some are and some are not."""
    kinds = {said or is_invented(file) for file in files}
    if len(kinds) > 1:
        raise Refusal(
            Words(
                "这些文件有演示的，有真实的，不能一起装；请分开装入各自的数仓",
                "some of these files are invented and some are real: load them apart, each into its warehouse",
            )
        )
    return kinds.pop()


def _refuse_odd_words(
    register: str | None, files: Sequence[Path], everything: Path | None, resume: bool, quarantine: bool,
    on: datetime | None, scope: Sequence[str],
) -> None:  # fmt: skip
    """Refuse words that do not go together: a load is of files, of a folder, of what was interrupted, or of none."""
    if (everything is not None) + resume + quarantine > 1:
        raise click.UsageError(
            say("--all、--resume、--quarantine 只能写一个", "give one of --all, --resume, --quarantine")
        )
    if (everything is not None or resume) and (register or on or scope):
        raise click.UsageError(say("--all 和 --resume 不写登记簿、日期和范围", "--all and --resume take no register"))
    if quarantine and (not register or files):
        raise click.UsageError(
            say("--quarantine 要写一个登记簿，不写文件", "--quarantine takes a register and no file")
        )
    if everything is None and not resume and not quarantine and not (register and files and on):
        raise click.UsageError(say("要写明登记簿、文件和 --on 日期", "name the register, the files and --on DAY"))


def _load_files(uploads: Sequence[Upload], warehouse: Warehouse, terms: Terms, errors: Path | None) -> int:
    """Load files of one register, each with its faults by root cause; 1 where any was refused."""
    refused, progress = 0, LoadProgress(uploads)
    with telling_of_interruption(warehouse):
        for taken in load_all(warehouse, uploads, terms, progress):
            progress.line.close()
            if taken.loaded is None and taken.refusal and len(uploads) == 1:
                raise Refusal(taken.refusal)
            if len(uploads) > 1:
                click.echo(f"{taken.upload.path.name}：")
            for line in lines_of(taken.loaded, terms.dry_run) if taken.loaded else [say(*(taken.refusal or ("", "")))]:
                click.echo(line)
            if errors and taken.loaded and write_errors(warehouse, taken.loaded.checked, taken.loaded.entry, errors):
                click.echo(where_errors_are(1, errors))
            refused += taken.is_refused
    return int(refused > 0)


def _load_folder(folder: Path, records: Path, terms: Terms, errors: Path | None, invented: bool) -> int:
    """Load what the folder's load-order.txt names and check the registers against each other; 1 where any file was
    refused."""
    uploads, warehouse = uploads_in(folder), warehouse_at(records, invented=invented)
    progress = LoadProgress(uploads)
    with telling_of_interruption(warehouse):
        code = _report(warehouse, load_all(warehouse, uploads, terms, progress), errors, progress.line.close)
        if not terms.dry_run:
            tidy_told(warehouse)
        states = [upload.on for upload in uploads if upload.register.time is STATE]
        if states and not terms.dry_run:
            click.echo(say(f"跨登记校验（{max(states)}）：", f"checks over several registers ({max(states)}):"))
            for line in cross_lines(cross_all(warehouse, max(states))):
                click.echo(line)
    return code


def tidy_told(warehouse: Warehouse) -> None:
    """Fold what was loaded together; what keeps that from being done is told and spoils nothing."""
    line = Line()
    try:
        tidy_after_loads(warehouse, partial(line.tell, what=say("整理数仓", "tidying the warehouse")))
    except Refusal as refusal:
        zh, en = refusal.words
        click.echo(say(f"装入的都有效，只是没有整理：{zh}", f"What was loaded holds, only untidied: {en}"), err=True)
    finally:
        line.close()


def _report(
    warehouse: Warehouse, files: Iterable[Taken], errors: Path | None, close: Callable[[], None] = lambda: None
) -> int:
    """Tell what loads came to, register by register; 1 where any file was refused."""
    books = list[Path]()
    tallies, refused = tallied(_with_errors(warehouse, files, errors, books))
    close()
    for line in report(tallies, refused):
        click.echo(line)
    if books or (errors is None and any(tally.kept_back for tally in tallies)):
        click.echo(where_errors_are(len(books), errors))
    return int(bool(refused))


def _with_errors(
    warehouse: Warehouse, files: Iterable[Taken], errors: Path | None, books: list[Path]
) -> Iterator[Taken]:
    """The same files; the wrong rows of each are written as it passes."""
    for taken in files:
        loaded = taken.loaded
        if errors and loaded and (book := write_errors(warehouse, loaded.checked, loaded.entry, errors)):
            books.append(book)
        yield taken


def _tell_quarantine(register: type[Register], warehouse: Warehouse, errors: Path | None) -> int:
    """What is kept back of a register, upload by upload; with `errors` as workbooks too."""
    books, uploads = 0, 0
    for entry, checked in kept_back(locker_of(warehouse), register):
        uploads += 1
        for line in quarantine_lines(entry, checked):
            click.echo(line)
        books += bool(errors and write_errors(warehouse, checked, entry, errors))
    if not uploads:
        click.echo(say(f"“{register.label}”没有留置的行。", f"No rows of {register.id} are kept back."))
    elif books or not errors:
        click.echo(where_errors_are(books, errors))
    return 0


def _scope(given: Sequence[str]) -> dict[str, list[str]]:
    scope: dict[str, list[str]] = {}
    for one in given:
        column, equals, value = one.partition("=")
        if not (column and equals and value):
            raise Refusal(Words(f"范围“{one}”要写成 列=值", f"the scope “{one}” must be written column=value"))
        scope.setdefault(column, []).append(value)
    return scope


command = Command(
    "load",
    callback=run,
    params=[
        click.Argument(["register"], required=False, metavar=say("[登记簿]", "[REGISTER]")),
        click.Argument(["files"], nargs=-1, type=click.Path(path_type=Path), metavar=say("[文件…]", "[FILE…]")),
        click.Option(
            ["--all", "everything"],
            type=click.Path(path_type=Path),
            metavar=say("文件夹", "DIR"),
            help=say(
                "按文件夹里的 load-order.txt 装入全部文件，如 demo-city 写出的。",
                "Load all files that the folder's load-order.txt names, as demo-city writes it.",
            ),
        ),
        click.Option(
            ["--resume"],
            is_flag=True,
            help=say(
                "接着装被中断的文件，不用再给文件；条件照当时的。",
                "Take up the loads that were interrupted, on the terms they began with; no file is needed.",
            ),
        ),
        click.Option(
            ["--quarantine"],
            is_flag=True,
            help=say(
                "列出这个登记簿留置的行；加 --errors 写成错误清单。",
                "List the rows of the register that are kept back; with --errors as workbooks too.",
            ),
        ),
        click.Option(
            ["--records"],
            type=click.Path(path_type=Path),
            required=True,
            metavar=say("文件夹", "DIR"),
            help=say("数仓的文件夹；没有就新建。", "The warehouse's folder; made where there is none."),
        ),
        click.Option(
            ["--on"],
            type=click.DateTime(["%Y-%m-%d"]),
            metavar=say("日期", "DAY"),
            help=say("文件所述的日期，如 2019-09-01。", "The day the file speaks of, 2019-09-01."),
        ),
        click.Option(
            ["--scope"],
            multiple=True,
            metavar=say("列=值", "COLUMN=VALUE"),
            help=say(
                "整册报送的范围，可写多次；不写时取文件里出现的值。",
                "What a snapshot is complete for, repeatable; the values in the file where it is not given.",
            ),
        ),
        click.Option(
            ["--accept-valid"],
            is_flag=True,
            help=say("先装无错的行，有错的留置。", "Load the rows without errors, keep the others back."),
        ),
        click.Option(
            ["--expected"],
            is_flag=True,
            help=say("整册报送终止很多行是预料之中的。", "That a snapshot ends many rows is expected."),
        ),
        click.Option(
            ["--invented"],
            is_flag=True,
            help=say(
                "文件是自编的：装进演示数据的数仓。真实的不能装进去。",
                "The files are made up, for a warehouse of invented records, which takes no real ones.",
            ),
        ),
        click.Option(["--dry-run"], is_flag=True, help=say("只校验，不写入。", "Check only, write nothing.")),
        click.Option(
            ["--errors"],
            type=click.Path(path_type=Path),
            metavar=say("文件夹", "DIR"),
            help=say(
                "把有错的行写成错误清单，每个文件一本，含明文，用完即删。",
                "Write the wrong rows, a workbook for each file; they show values in clear, delete them after use.",
            ),
        ),
        lang(),
    ],
    help=say(
        "把文件装入登记簿：校验、按根因列出差错、逐个整体生效；密钥文件由 YAODIAN_KEY_FILE 指明。有文件被拒收时退出码为 1。",
        "Load files into a register: checked, faults by root cause, each all or nothing; YAODIAN_KEY_FILE names the "
        "keys. Exits with 1 where a file was refused.",
    ),
    examples="""yaodian load schools 学校目录.csv --records out/records --on 2019-09-01
        yaodian load 学籍 学籍.xlsx --records out/records --on 2019-09-01 --dry-run --errors out/errors
        yaodian load --all out/city --records out/records --accept-valid
        yaodian load students --quarantine --records out/records --errors out/errors""",
)
