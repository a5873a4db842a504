"""工作要点: a work plan as a tree of sections, tasks, measures and actions, each with its place in the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from yaodian.domain.text import Source, Span


class Role(StrEnum):
    """牵头, 配合, 责任: what a unit has to do with a task."""

    LEAD = "lead"
    SUPPORT = "support"
    RESPONSIBLE = "responsible"


class DocumentRole(StrEnum):
    """What the plan does with a document: write it, issue it, carry it out, use it."""

    DRAFT = "draft"
    PUBLISH = "publish"
    IMPLEMENT = "implement"
    USE = "use"
    OTHER = "other"


class Operator(StrEnum):
    """How a measured value is held against a promised number (the closed list of the plan form)."""

    EQUAL = "="
    AT_LEAST = ">="
    AT_MOST = "<="
    MORE = ">"
    LESS = "<"
    ABOUT = "~"
    RANGE = "range"
    ALL = "all"
    INCREASE = "increase"
    INCREASE_AT_LEAST = "increase>="
    INCREASE_AT_MOST = "increase<="
    INCREASE_ABOUT = "increase~"
    INCREASE_RANGE = "increaserange"
    DECREASE = "decrease"
    DECREASE_AT_LEAST = "decrease>="
    DECREASE_AT_MOST = "decrease<="
    DECREASE_ABOUT = "decrease~"
    DECREASE_RANGE = "decreaserange"


Number = int | float
TargetValue = Number | tuple[Number, Number] | str | None


@dataclass(frozen=True, slots=True)
class Duty:
    """责任单位: a unit with its role; `unit` as written, `unit_id` as the bureau knows it."""

    unit: str
    role: Role
    span: Span
    unit_id: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """时限: a date or a recurring time by which something is due. `every` is year, term, quarter, month, week where it recurs."""

    words: str
    span: Span
    due: date | None = None
    every: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """时间: any other expression of time or sequence (2018-2020年, 第四期)."""

    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """文件: a titled document and what the plan does with it."""

    title: str
    role: DocumentRole
    span: Span


@dataclass(frozen=True, slots=True)
class Platform:
    """平台: a named digital platform or system."""

    title: str
    span: Span
    platform_id: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """目标值: a number that the plan promises to reach.

    `value` is a number expanded (7.6万 → 76000), a pair for a range, a string for a ratio (1:200), None for "all".
    """

    words: str
    span: Span
    op: Operator
    value: TargetValue = None
    unit: str | None = None
    indicator: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """动作: one clause that names something someone must do."""

    verb: str
    object: str
    span: Span
    targets: Sequence[Target] = ()
    id: str | None = None


@dataclass(frozen=True, slots=True)
class RankedKind:
    """A kind of work with its share of the evidence (0–1) and the words that speak for it."""

    kind: str
    score: float
    evidence: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """举措: one item of a task's enumeration, or one sentence. `kinds` is ranked, best first."""

    text: str
    span: Span
    mark: str | None = None
    actions: Sequence[Action] = ()
    documents: Sequence[Document] = ()
    platforms: Sequence[Platform] = ()
    periods: Sequence[Period] = ()
    deadlines: Sequence[Deadline] = ()
    kinds: Sequence[RankedKind] = ()
    ignores: Sequence[str] = ()
    id: str | None = None

    @property
    def kind(self) -> str | None:
        return self.kinds[0].kind if self.kinds else None

    @property
    def targets(self) -> list[Target]:
        return [target for action in self.actions for target in action.targets]


@dataclass(frozen=True, slots=True)
class Task:
    """任务: a numbered task with its responsible units."""

    path: str
    no: str
    section: str | None
    title: str
    span: Span
    title_span: Span
    duties: Sequence[Duty] = ()
    deadlines: Sequence[Deadline] = ()
    measures: Sequence[Measure] = ()
    ignores: Sequence[str] = ()
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """部分: a heading under which tasks stand; tasks name it by `key`: its number, or its title where it has none."""

    no: str
    title: str
    span: Span

    @property
    def key(self) -> str:
        return self.no or self.title

    @property
    def heading(self) -> str:
        """一、突出…: number and title as plans write them."""
        return f"{self.no}、{self.title}" if self.no else self.title


@dataclass(frozen=True, slots=True)
class Goal:
    """目标: an aim of the preamble or a section's heading, which tasks serve (`serves` names task paths)."""

    words: str
    span: Span
    section: str | None = None
    tasks: Sequence[str] = ()


class EdgeKind(StrEnum):
    """How two measures hang together."""

    NEEDS = "needs"
    COUNTS_TOWARDS = "counts_towards"
    SHARES = "shares"
    SAME_PROMISE = "same_promise"
    PULLS_AGAINST = "pulls_against"


@dataclass(frozen=True, slots=True)
class Edge:
    """关联: two measures (by address, see `Plan.measures`), why they hang together, and the spans that justify it."""

    kind: EdgeKind
    source: str
    target: str
    why: str
    spans: Sequence[Span] = ()


class PieceRole(StrEnum):
    """What a stretch of the source is to the plan; the pieces of a plan tile its source."""

    CHROME = "chrome"
    TITLE = "title"
    PREAMBLE = "preamble"
    HEADING = "heading"
    HEAD = "head"
    MARK = "mark"
    MEASURE = "measure"
    DUTY = "duty"
    GAP = "gap"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Piece:
    role: PieceRole
    span: Span


@dataclass(frozen=True)
class Plan:
    """A work plan with every node's place in `source`; `pieces` tile the source without a hole."""

    source: Source
    title: str | None
    year: int | None
    published: str | None
    sections: Sequence[Section]
    tasks: Sequence[Task]
    pieces: Sequence[Piece]
    goals: Sequence[Goal] = ()
    edges: Sequence[Edge] = ()

    def measures(self) -> Iterator[tuple[str, Task, Measure]]:
        """Each measure with its address (`二/7` + `.5`) and its task, in the order of the text."""
        return iter(self._addressed)

    @cached_property
    def _addressed(self) -> list[tuple[str, Task, Measure]]:
        return [(f"{t.path}.{n}", t, m) for t in self.tasks for n, m in enumerate(t.measures, start=1)]

    @property
    def unread(self) -> list[Span]:
        return [piece.span for piece in self.pieces if piece.role is PieceRole.UNREAD]
