"""核对: a draft's plan row by row, with what is doubtful about it, what is not accepted yet and what the compiler found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from yaodian.compiler.lint import lint
from yaodian.compiler.lower import due_of, short_title
from yaodian.declare.kind import Kind
from yaodian.domain.bureau import Bureau
from yaodian.domain.finding import Finding, Severity, Words
from yaodian.domain.plan import Duty, Measure, Plan, RankedKind, Role, Section, Target, Task
from yaodian.workspace.drafting.deciding import Decisions, What, about, decided
from yaodian.workspace.plans import shipped_catalogue

MAJORITY = 0.5
"""A kind with less than half of the evidence is a guess."""
ABOUT_READING = ("YD303", "YD307", "YD502")
"""The rules that doubt a number as it was read; the others speak of the plan itself."""

ABOUT_NUMBERS = ("YD301", "YD302", "YD306")
"""The rules that ask for something to measure."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What somebody must look at: why, what is proposed, the kind to take instead, and the codes that agreeing silences."""

    why: Sequence[Words]
    kind: type[Kind]
    other: type[Kind]
    codes: Sequence[str]


@dataclass(frozen=True, slots=True)
class Row:
    """A measure of the draft as it is decided; `share` is the evidence's for its kind (0–1), `is_vague` where lint asks for a
    number that it does not promise."""

    address: str
    task: Task
    measure: Measure
    line: int
    title: str
    kind: type[Kind]
    share: float
    due: date | None
    is_due_assumed: bool
    is_accepted: bool
    is_vague: bool
    doubt: Doubt | None

    @property
    def number(self) -> str:
        return self.address.rpartition("/")[2]

    @property
    def id(self) -> str:
        return self.measure.id or self.address

    @property
    def targets(self) -> list[Target]:
        return self.measure.targets

    @property
    def promised(self) -> list[tuple[str, Target]]:
        """What is promised and its number: 创建全国足球特色幼儿园, 10个."""
        return [(action.verb + action.object, target) for action in self.measure.actions for target in action.targets]


@dataclass(frozen=True)
class Review:
    """A draft looked through: `read` as it came, `decisions` as they stand."""

    read: Plan
    decisions: Decisions
    bureau: Bureau

    @cached_property
    def plan(self) -> Plan:
        return decided(self.read, self.decisions, self.bureau)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        found = lint(self.plan, shipped_catalogue(), self.bureau)
        return tuple(one for one in found if one.severity is not Severity.NOT_CHECKED)

    @cached_property
    def by_place(self) -> Mapping[str, Sequence[Finding]]:
        """The findings by the path of their task or the address of their measure."""
        found: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            found[finding.path or ""].append(finding)
        return found

    @cached_property
    def rows(self) -> Sequence[Row]:
        return [self._row(address, task, measure) for address, task, measure in self.plan.measures()]

    @property
    def doubtful(self) -> list[Row]:
        return [row for row in self.rows if row.doubt]

    @property
    def confident(self) -> list[Row]:
        """What can be accepted without being looked at one by one."""
        return [row for row in self.rows if not row.doubt and not row.is_accepted]

    @property
    def unaccepted(self) -> list[Row]:
        return [row for row in self.rows if row.doubt or not row.is_accepted]

    def by_task(self, rows: Sequence[Row]) -> list[tuple[Section | None, Task, list[Row]]]:
        """The tasks of these rows with all their rows, each with its section where a new one begins."""
        sections = {section.key: section for section in self.plan.sections}
        wanted = {id(row.task) for row in rows}
        told: list[tuple[Section | None, Task, list[Row]]] = []
        last: str | None = None
        for task in self.plan.tasks:
            if id(task) in wanted:
                begins = sections.get(task.section or "") if task.section != last else None
                told.append((begins, task, [row for row in self.rows if row.task is task]))
                last = task.section
        return told

    def _row(self, address: str, task: Task, measure: Measure) -> Row:
        due, assumed = due_of(task, measure, self.plan.year)
        ranked = measure.kinds[0] if measure.kinds else RankedKind("", 0.0)
        own = about(What.KIND, measure.id or address)
        return Row(
            address, task, measure, self.plan.source.line_and_column(measure.span.start)[0], short_title(measure),
            kind_called(ranked.kind), ranked.score, due, assumed, own in self.decisions,
            any(finding.code in ABOUT_NUMBERS for finding in self.by_place.get(address, ())), self._doubt(address, measure),
        )  # fmt: skip

    def _doubt(self, address: str, measure: Measure) -> Doubt | None:
        found = [finding for finding in self.by_place.get(address, ()) if finding.code in ABOUT_READING]
        why = [finding.message for finding in found]
        best = measure.kinds[0] if measure.kinds else RankedKind("", 0.0)
        other = kind_called(measure.kinds[1].kind if len(measure.kinds) > 1 else "")
        if best.score < MAJORITY:
            why.append(
                Words(
                    f"“{short_title(measure)}”既像{kind_called(best.kind).label}，又像{other.label}。",
                    f"It reads like {kind_called(best.kind).english} as much as like {other.english}.",
                )
            )
        return Doubt(why, kind_called(best.kind), other, [finding.code for finding in found]) if why else None


def kind_called(name: str) -> type[Kind]:
    """The kind of work; where none is named or known, the one that takes what no cue speaks for."""
    kinds = shipped_catalogue().of(Kind)
    return kinds.get(name) or max(kinds.values(), key=lambda kind: kind.rank)


def first_unit(task: Task) -> Duty | None:
    """The unit that a task names first, but for those that only support: by custom it leads."""
    return next((duty for duty in task.duties if duty.role is not Role.SUPPORT), None)
