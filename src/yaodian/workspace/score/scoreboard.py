"""记分板: every promise of a plan with what is measured of it, where it is heading, its light and the sentence why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from yaodian.algorithms.trajectory import Trajectory
from yaodian.compiler.pipeline import Compiled
from yaodian.compiler.resolve.bindings import answered
from yaodian.declare.indicator import NONE, Indicator
from yaodian.domain.finding import Words
from yaodian.domain.observation import EXTERNAL, MEASURED, REPORTED, Observation, Origin
from yaodian.domain.plan import Action, Operator, Target, Task
from yaodian.domain.program import WorkItem
from yaodian.domain.schooldays import SchoolCalendar
from yaodian.domain.unit_of_measure import ITEM
from yaodian.runtime.in_force import in_force
from yaodian.runtime.lights import Colour, Light, counts_by_light, light
from yaodian.runtime.outlook import outlook_of
from yaodian.runtime.promise import Promise, promise_of
from yaodian.runtime.thresholds import Thresholds
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.workspace.promises import promise_words
from yaodian.workspace.score.observing import Followed, observed
from yaodian.workspace.score.slices import slice_of


@dataclass(frozen=True)
class Row:
    """One promise: `address` names its measure and its number there (`二/7.5#1`), `is_due_assumed` that the plan names no
    day and the last of its year stands in. `observations` are measured, external and reported ones, oldest first."""

    address: str
    task: Task
    action: Action
    target: Target
    indicator: type[Indicator] | None
    promise: Promise
    is_due_assumed: bool
    observations: tuple[Observation, ...]
    outlook: Trajectory | None
    light: Light

    @property
    def words(self) -> str:
        return promise_words(self.action, self.target)

    def latest(self, *sources: Origin) -> Observation | None:
        """The newest observation of these sources with a value; None where there is none."""
        own = [o for o in self.observations if o.source in sources and o.value is not None]
        return max(own, key=lambda o: o.as_of) if own else None

    @property
    def measured(self) -> Observation | None:
        return self.latest(MEASURED, EXTERNAL)

    @property
    def reported(self) -> Observation | None:
        return self.latest(REPORTED)


@dataclass(frozen=True)
class Scoreboard:
    """A plan's promises on a day, measured over one release; `note` is what whoever prints it wants readers to know."""

    title: str
    year: int
    today: date
    release: str
    rows: tuple[Row, ...]
    note: str = ""

    @property
    def counts(self) -> dict[Colour, int]:
        return counts_by_light(row.light for row in self.rows)

    def by_task(self) -> Mapping[str, dict[Colour, int]]:
        """How many promises of each task show each colour; never an average."""
        paths = dict.fromkeys(row.task.path for row in self.rows)
        return {path: counts_by_light(r.light for r in self.rows if r.task.path == path) for path in paths}


@dataclass(frozen=True)
class _Scorer:
    evaluation: Evaluation
    thresholds: Thresholds
    calendar: SchoolCalendar
    year: int
    today: date
    reported: Mapping[str, Sequence[Observation]]

    def row(self, item: WorkItem, task: Task, action: Action, target: Target, address: str) -> Row:
        indicator = self.evaluation.indicators.get(target.indicator or "")
        due = item.due or date(self.year, 12, 31)
        followed = self._followed(indicator, action, target)
        promise = self._promise(target, indicator, min(due, date(self.year, 1, 1)), due, followed)
        told = tuple(sorted((*followed.observations, *self.reported.get(address, ())), key=lambda o: o.as_of))
        outlook = outlook_of(promise, told, followed.course, self.today, self.calendar) if indicator else None
        lit = light(promise, told, outlook, self.thresholds, self.today, self.calendar)
        if followed.interval:
            lit = Light(lit.colour, _with_interval(lit.why, followed.interval), lit.progress)
        return Row(address, task, action, target, indicator, promise, item.due_assumed, told, outlook, lit)

    def _followed(self, indicator: type[Indicator] | None, action: Action, target: Target) -> Followed:
        if indicator is None:
            return Followed.nothing()
        slots = answered(indicator, action, target) or {}
        part = slice_of(self.evaluation, indicator, slots, self.today)
        return observed(self.evaluation, indicator, part, self.year, self.today)

    def _promise(
        self, target: Target, indicator: type[Indicator] | None, start: date, due: date, followed: Followed
    ) -> Promise:
        if indicator is None:
            return Promise(target.words, None, ITEM, start, due, None, None, NONE, all=target.op is Operator.ALL)
        if indicator.sample and target.op is Operator.ALL:  # what is missing of a sample is no count of persons
            target = replace(target, op=Operator.AT_LEAST, value=100, unit="%")
        before = [o.value for o in followed.observations if o.value is not None]
        return promise_of(
            target, unit=indicator.unit, better=indicator.better, start=start, due=due,
            baseline=before[0] if before else None, about=self.thresholds.about_share,
        )  # fmt: skip


def scoreboard(
    compiled: Compiled,
    evaluation: Evaluation,
    today: date,
    calendar: SchoolCalendar | None = None,
    reported: Mapping[str, Sequence[Observation]] | None = None,
) -> Scoreboard:
    """All promises of a compiled plan as they stand on a day. UnitMismatch where a bound indicator counts something else."""
    year = compiled.plan.year or today.year
    scorer = _Scorer(
        evaluation,
        in_force(Thresholds, evaluation.parameters, today),
        calendar or SchoolCalendar(),
        year,
        today,
        reported or {},
    )
    rows = tuple(scorer.row(*each) for each in _promises(compiled))
    return Scoreboard(compiled.plan.title or compiled.plan.source.name, year, today, evaluation.reader.release.id, rows)


def _promises(compiled: Compiled) -> Iterator[tuple[WorkItem, Task, Action, Target, str]]:
    items = {item.address: item for item in compiled.program.items}
    for address, task, measure in compiled.plan.measures():
        number = 0
        for action in measure.actions:
            for target in action.targets:
                number += 1
                yield items[address], task, action, target, f"{address}#{number}"


def _with_interval(why: Words, interval: tuple[float, float]) -> Words:
    """The sentence with what a sample allows to say: whether all is refuted."""
    low, high = interval
    bounds = f"{low:.1%}–{high:.1%}"
    refuted = high < 1
    zh = f"{why.zh}抽样区间{bounds}，“全部”{'被否定' if refuted else '未被否定'}。"
    en = f"{why.en} The sample's interval is {bounds}: “all” is {'refuted' if refuted else 'not refuted'}."
    return Words(zh, en)
