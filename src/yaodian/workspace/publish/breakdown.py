"""任务分解: one row for each measure, the same for the workbook, the document and Markdown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from yaodian.compiler.lower import due_of
from yaodian.declare.catalogue import Catalogue
from yaodian.domain.finding import Finding, Words
from yaodian.domain.plan import Plan, Role
from yaodian.workspace.publish.plan_json import words_of
from yaodian.workspace.publish.wording import due_words, kind_label, promised, units

COLUMNS = (
    Words("序号", "No."),
    Words("部分", "Section"),
    Words("任务", "Task"),
    Words("举措", "Measure"),
    Words("类型", "Kind"),
    Words("量化目标", "Targets"),
    Words("牵头单位", "Lead"),
    Words("配合/责任单位", "Support / responsible"),
    Words("完成时限", "Deadline"),
    Words("依据文件", "Documents"),
    Words("平台", "Platforms"),
    Words("备注", "Remarks"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One measure as an office lists it. `place` is its task's place in the plan, `address` its own address."""

    number: int
    place: int
    address: str
    section: str
    task: str
    measure: str
    kind: str
    targets: str
    lead: str
    others: str
    due: str
    documents: str
    platforms: str
    remarks: str

    @property
    def cells(self) -> tuple[int | str, ...]:
        """The values in the order of `COLUMNS`."""
        shared = (self.number, self.section, self.task, self.measure, self.kind, self.targets, self.lead, self.others)
        return (*shared, self.due, self.documents, self.platforms, self.remarks)


def breakdown(plan: Plan, findings: Iterable[Finding], catalogue: Catalogue, lang: str = "zh") -> list[Row]:
    """The rows of a plan; a task without measures has one row, so that it is not forgotten."""
    noted = _noted(plan, findings)
    headings = {s.key: s.heading if lang == "zh" else f"{s.no} {s.title}".strip() for s in plan.sections}
    rows: list[Row] = []
    for place, task in enumerate(plan.tasks):
        shared = _Shared(
            place,
            headings.get(task.section or "", task.section or ""),
            f"{task.no}. {task.title}" if task.no else task.title,
            units(task.duties, Role.LEAD),
            units(task.duties, Role.SUPPORT, Role.RESPONSIBLE),
        )
        if not task.measures:
            rows.append(shared.row(len(rows) + 1, task.path, remarks=noted[task.path]))
        for index, measure in enumerate(task.measures, start=1):
            address = f"{task.path}.{index}"
            row = shared.row(
                len(rows) + 1,
                address,
                measure=words_of(measure, plan.source),
                kind=kind_label(catalogue, measure.kind, lang),
                targets="；".join(p for action in measure.actions for p in promised(action)),
                due=due_words(task, measure, plan.year, lang),
                documents="".join(f"《{d.title}》" for d in measure.documents),
                platforms="、".join(p.title for p in measure.platforms),
                remarks="、".join(filter(None, (noted[task.path] if index == 1 else "", noted[address]))),
            )
            rows.append(row)
    return rows


class _Shared(NamedTuple):
    """What the rows of one task have in common."""

    place: int
    section: str
    task: str
    lead: str
    others: str

    def row(self, number: int, address: str, **own: str) -> Row:
        empty = dict.fromkeys(("measure", "kind", "targets", "due", "documents", "platforms", "remarks"), "")
        return Row(
            number=number,
            address=address,
            place=self.place,
            section=self.section,
            task=self.task,
            lead=self.lead,
            others=self.others,
            **{**empty, **own},
        )


def _noted(plan: Plan, findings: Iterable[Finding]) -> defaultdict[str, str]:
    """The codes of the findings by the address of their measure, else by the path of their task."""
    codes: defaultdict[str, list[str]] = defaultdict(list)
    for finding in findings:
        where = address_of(plan, finding)
        if where and finding.code not in codes[where]:
            codes[where].append(finding.code)
    return defaultdict(str, {where: "、".join(found) for where, found in codes.items()})


def address_of(plan: Plan, finding: Finding) -> str | None:
    """The innermost measure or task that a finding speaks of, by its place in the text, else by its own path."""
    for task in plan.tasks:
        if finding.span and task.span.contains(finding.span):
            for index, measure in enumerate(task.measures, start=1):
                if measure.span.contains(finding.span):
                    return f"{task.path}.{index}"
            return task.path
    return finding.path


def assumed_count(plan: Plan) -> int:
    """How many measures name no day of their own or of their task."""
    return sum(due_of(task, measure, plan.year)[1] for _, task, measure in plan.measures())


def task_runs(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """First and last place of the rows of each task."""
    runs: list[tuple[int, int]] = []
    for at, row in enumerate(rows):
        if runs and rows[runs[-1][0]].place == row.place:
            runs[-1] = (runs[-1][0], at)
        else:
            runs.append((at, at))
    return runs
