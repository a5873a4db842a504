"""What several commands take: a document, a bureau, a format, the severity that fails."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from yaodian.cli.language import LANGUAGES, say
from yaodian.domain.bureau import Bureau
from yaodian.domain.finding import Finding, Refusal, Severity, Words
from yaodian.workspace.bureau import load_bureau

FAIL_ON = ("error", "warning", "info", "never")


def document(name: str = "file", label: str = "文件") -> click.Argument:
    return click.Argument([name], type=click.Path(path_type=Path), metavar=say(label, name.upper()))


def lang() -> click.Option:
    return click.Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=say("语言：zh 或 en。", "Language: zh or en."),
    )


def bureau() -> click.Option:
    text = say("本局资料的文件夹；写 none 表示不用任何局的资料。", "The bureau's folder; none for no bureau at all.")
    return click.Option(["--bureau"], metavar=say("文件夹", "DIR"), help=text)


def records(required: bool = True) -> click.Option:
    more = "" if required else say("不写就没有实测值和灯。", " Without it no measured values and no lights.")
    return click.Option(
        ["--records"],
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        required=required,
        metavar=say("文件夹", "DIR"),
        help=say("数仓的文件夹。", "The warehouse's folder.") + more,
    )


def day_judged() -> click.Option:
    return click.Option(
        ["--on"],
        type=click.DateTime(["%Y-%m-%d"]),
        metavar=say("日期", "DAY"),
        help=say("按哪一天评（默认今天）。", "The day to judge on (default today)."),
    )


def demonstration_day() -> click.Option:
    return click.Option(
        ["--today"],
        type=click.DateTime(["%Y-%m-%d"]),
        help=say("演示数据的今天是哪一天。", "Which day it is in a demonstration."),
    )


def out_folder(zh: str, en: str, required: bool = False) -> click.Option:
    return click.Option(
        ["--out"],
        type=click.Path(path_type=Path),
        required=required,
        metavar=say("文件夹", "DIR"),
        help=say(zh, en),
    )


def words(name: str, zh: str, en: str) -> click.Option:
    return click.Option([name], default="", metavar=say("文字", "WORDS"), help=say(zh, en))


def pdf() -> click.Option:
    text = say("另写成 PDF（要有 LibreOffice）。", "Also write a PDF (LibreOffice must be there).")
    return click.Option(["--pdf"], is_flag=True, help=text)


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """Make the folder and write into it; what the disk refuses is one sentence."""
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        yield


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Write a file or a folder; what the disk refuses is one sentence that names it."""
    try:
        yield
    except OSError as error:
        zh, en = (
            f"{path} 写不进去，请检查权限和磁盘。",
            f"{path} cannot be written; check its permissions and the disk.",
        )
        raise Refusal(Words(zh, en)) from error


def chosen_bureau(folder: str | None) -> Bureau | None:
    """The bureau of the option: the shipped one where it was not given, nobody's where it says none."""
    if folder == "none":
        return None
    return load_bureau(Path(folder) if folder else None)


def measuring_folder(folder: str | None) -> Path | None:
    """The folder of the option for what measures; Refusal where it says none, since places and parameters are needed."""
    if folder == "none":
        raise Refusal(
            Words(
                "测量要用到局的地方和参数，不能写 none", "to measure takes a bureau's places and parameters, not none"
            )
        )
    return Path(folder) if folder else None


def form(formats: Iterable[str], default: str) -> click.Option:
    formats = tuple(formats)
    text = say(f"输出格式：{'、'.join(formats)}。", f"Output format: {', '.join(formats)}.")
    return click.Option(["--format", "form"], type=click.Choice(formats), default=default, help=text)


def fail_on(default: str = "error") -> click.Option:
    text = say(
        f"有这一级或更重的问题时退出码为 1（默认 {default}）。",
        f"Exit with 1 on findings of this severity or worse (default {default}).",
    )
    return click.Option(["--fail-on"], type=click.Choice(FAIL_ON), default=default, help=text)


def exit_code(findings: Iterable[Finding], threshold: str) -> int:
    """1 where a finding is as severe as the threshold, else 0."""
    if threshold == "never":
        return 0
    return int(any(f.severity >= Severity[threshold.upper()] for f in findings))
