"""yaodian compile: a document made into a plan file, a breakdown workbook and a report."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from yaodian.cli.findings import counts_of, findings_as_text
from yaodian.cli.given import bureau, chosen_bureau, document, exit_code, fail_on, form, lang, writing_to
from yaodian.cli.language import language, say
from yaodian.cli.shape import Command
from yaodian.compiler.pipeline import Compiled, finish
from yaodian.declare.indicator import Indicator
from yaodian.domain.plan import Plan
from yaodian.workspace.planfile.identity import with_ids
from yaodian.workspace.planfile.onto import compile_onto
from yaodian.workspace.planfile.reading import open_plan
from yaodian.workspace.planfile.writing import save_plan
from yaodian.workspace.plans import open_document, shipped_catalogue
from yaodian.workspace.publish.plan_json import plan_as_json
from yaodian.workspace.publish.report.page import report_html
from yaodian.workspace.publish.tree import View, plan_as_tree
from yaodian.workspace.publish.wording import promised
from yaodian.workspace.publish.workbook import write_workbook

FILES = {
    "plan_file": ("计划文件", "plan file"),
    "breakdown": ("任务分解表", "breakdown"),
    "report": ("对照报告", "report"),
}


def run(file: Path, onto: Path | None, out: Path, bureau: str | None, form: str, fail_on: str, quiet: bool) -> int:
    home = chosen_bureau(bureau)
    plan = _with_ids(open_document(file, home), onto)
    compiled = finish(plan, shipped_catalogue(), home)
    if form == "text" and not quiet:
        _show(compiled)
    files = _written(file, out, compiled)
    if form == "json":
        told = {"files": {name: str(path) for name, path in files.items()}, "summary": summary(compiled)}
        click.echo(json.dumps(told | plan_as_json(plan, compiled.findings, language()), ensure_ascii=False, indent=1))
    else:
        click.echo(summary(compiled))
        for name, path in files.items():
            click.echo(f"{say(*FILES[name])}  {path}")
    return exit_code(compiled.findings, fail_on)


def _show(compiled: Compiled) -> None:
    """The tree and the findings."""
    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size((100, 24)).columns if terminal else None
    view = View(width=width, colour=terminal, lang=language())
    click.echo(plan_as_tree(compiled.plan, shipped_catalogue(), compiled.findings, view) + "\n")
    for line in _measured(compiled):
        click.echo(line)
    click.echo(findings_as_text(compiled.plan, compiled.findings, language(), colour=terminal) + "\n")


def _measured(compiled: Compiled) -> Iterator[str]:
    """What measures each promised number: its address and words, the indicator, and the slice where there is one."""
    indicators = shipped_catalogue().of(Indicator)
    targets = [(a, words) for a, _, m in compiled.plan.measures() for act in m.actions for words in promised(act)]
    bound = [(to, b) for to, b in zip(targets, compiled.program.bindings, strict=True) if b.indicator in indicators]
    if bound:
        yield say("目标由哪个指标度量", "What measures each target")
    for (address, words), binding in bound:
        indicator = indicators[binding.indicator or ""]
        part = say("，", ", ").join(f"{name}={value}" for name, value in binding.slots.items())
        name = say(f"{indicator.label} {indicator.id}", indicator.id)
        yield f"  {address} {words} → {name}{say(f'（{part}）', f' ({part})') if part else ''}"
    if bound:
        yield ""


def _with_ids(plan: Plan, onto: Path | None) -> Plan:
    """The plan with ids: those of the earlier plan file where `--onto` names it, new ones for what is new."""
    if onto is None:
        return with_ids(plan)
    carried, lost = compile_onto(open_plan(onto), plan)
    for one in lost:
        click.echo(say(f"没有对应上：{one.words}", f"Not carried over: {one.words}"), err=True)
    return with_ids(carried)


def _written(file: Path, out: Path, compiled: Compiled) -> dict[str, Path]:
    """Write the three files, each whole or not at all."""
    stem = file.name.removesuffix("".join(file.suffixes[-2:]) if file.name.endswith(".plan.yaml") else file.suffix)
    paths = {
        "plan_file": out / f"{stem}.plan.yaml",
        "breakdown": out / f"{stem}-任务分解表.xlsx",
        "report": out / f"{stem}.html",
    }
    plan_path, workbook_path, report_path = paths.values()
    with writing_to(out):
        if not _is(plan_path, file):  # a plan file edited by hand is not written over
            save_plan(compiled.plan, plan_path)
        write_workbook(workbook_path, compiled.plan, compiled.findings, shipped_catalogue(), language())
        page = report_html(compiled.plan, compiled.findings, shipped_catalogue(), language())
        report_path.write_text(page, encoding="utf-8")
    return paths


def _is(path: Path, other: Path) -> bool:
    return path.exists() and path.samefile(other)


def summary(compiled: Compiled) -> str:
    """The counts of a plan in one line."""
    plan, program = compiled.plan, compiled.program
    measures = [m for task in plan.tasks for m in task.measures]
    targets = sum(len(m.targets) for m in measures)
    bound = sum(1 for b in program.bindings if b.indicator)
    documents = sum(len(m.documents) for m in measures)
    platforms = sum(len(m.platforms) for m in measures)
    zh = (
        f"{len(plan.sections)}个部分，{len(plan.tasks)}项任务，{len(measures)}项举措，{targets}个目标（{bound}个已有指标），"
        f"{documents}份文件，{platforms}个平台，{len(plan.edges)}条关联；{counts_of(compiled.findings)}"
    )
    en = (
        f"{len(plan.sections)} sections, {len(plan.tasks)} tasks, {len(measures)} measures, {targets} targets "
        f"({bound} with an indicator), {documents} documents, {platforms} platforms, {len(plan.edges)} links; "
        f"{counts_of(compiled.findings)}"
    )
    return say(zh, en)


command = Command(
    "compile",
    callback=run,
    params=[
        document(),
        click.Option(["--onto"], type=click.Path(path_type=Path), metavar=say("旧计划文件", "OLD"),
                     help=say("沿用旧计划文件中的编号。", "Carry over the ids of an earlier plan file.")),
        click.Option(["--out"], type=click.Path(path_type=Path), default=Path("out"), metavar=say("文件夹", "DIR"),
                     help=say("写到哪个文件夹（默认 out）。", "The folder to write to (default out).")),
        form(("text", "json"), "text"),
        bureau(),
        fail_on(),
        click.Option(["--quiet"], is_flag=True, help=say("只输出数量和文件位置。", "Print the counts and the files only.")),
        lang(),
    ],
    help=say("把工作要点编译成计划文件、任务分解表和对照报告。", "Compile a plan to a plan file, a breakdown workbook and a report."),
    examples="""yaodian compile 2020年工作要点.docx
        yaodian compile 修订稿.docx --onto out/2020年工作要点.plan.yaml
        yaodian compile out/2020年工作要点.plan.yaml --quiet""",
)  # fmt: skip
