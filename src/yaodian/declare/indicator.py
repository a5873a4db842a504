"""指标 Indicator: a number measured from registers: its formula with dates, unit, grain, direction, and what it answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar

from yaodian.declare.answer import Answer
from yaodian.declare.declared import DeclarationError, Declared
from yaodian.domain.period import PeriodType
from yaodian.domain.place import Level
from yaodian.domain.unit_of_measure import UnitOfMeasure


class Better(StrEnum):
    """方向: which way is better; NONE where a number is neither good nor bad."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


UP, DOWN, NONE = Better.UP, Better.DOWN, Better.NONE


class Taken(StrEnum):
    """取数时点: which rows a period counts: those dated within it (of a state: that began within it), or those in force
    on its first or last day."""

    WITHIN = "within"
    FIRST_DAY = "first_day"
    LAST_DAY = "last_day"


WITHIN, FIRST_DAY, LAST_DAY = Taken.WITHIN, Taken.FIRST_DAY, Taken.LAST_DAY


class How(StrEnum):
    """二阶指标: what is made of another indicator's values."""

    CV = "cv"
    GAP = "gap"
    RANK = "rank"
    PERCENTILE = "percentile"
    MEETING = "meeting"
    CHANGE = "change"
    RATIO = "ratio"
    DIFFERENCE = "difference"


COMPARES_PLACES = frozenset((How.CV, How.GAP, How.RANK, How.PERCENTILE, How.MEETING))
TAKES_ANOTHER = frozenset((How.RATIO, How.DIFFERENCE))


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a second-order value is made.

    `between` are the places compared (cv, gap, rank, percentile, meeting): the schools of a county, the counties of the
    city. A cv weighs each place by the first-order denominator (domain: enrolment) unless `weighted` is false;
    `quantile` is the percentile (0–1); `meeting` is the share of places whose value meets the indicator's `threshold`.
    `back` is the period type that a change looks back by, `relative` whether as a ratio. `other` is the indicator that a
    ratio divides by (numerators and denominators are then the two additive values) or a difference takes away.
    """

    how: How
    between: Level | None = None
    weighted: bool = True
    quantile: float | None = None
    back: PeriodType | None = None
    relative: bool = False
    other: str = ""

    def __post_init__(self) -> None:
        if (self.how is How.CHANGE) != (self.back is not None):
            raise DeclarationError("a change says by which period type it looks back, and nothing else does")
        if (self.how in COMPARES_PLACES) != (self.between is not None):
            raise DeclarationError(f"{self.how}: say between places of which level (a change compares with itself)")
        if (self.how is How.PERCENTILE) != (self.quantile is not None):
            raise DeclarationError("a percentile says which quantile between 0 and 1, and nothing else does")
        if (self.how in TAKES_ANOTHER) != bool(self.other):
            raise DeclarationError(
                f"{self.how}: a ratio and a difference name the other indicator, and nothing else does"
            )


@dataclass(frozen=True, slots=True)
class Sample:
    """抽样: the design by which the rows were drawn: columns for strata, clusters (outermost first) and weights.

    Without it rows are taken for all there are; with it values carry an interval of this `confidence`.
    """

    clusters: Sequence[str]
    strata: Sequence[str] = ()
    weight: str = ""
    confidence: float = 0.95


@dataclass(frozen=True, slots=True)
class LeavesOut:
    """不计的学校: schools of which nothing counts: those whose value of `indicator` lies below the parameter `below`.

    A school without a value is not left out.
    """

    indicator: str
    below: str


ENGINE_NAMES = frozenset(("first_day", "last_day"))
_NAME = re.compile(r"(?<![:\w.])([a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)?)\b(?!\s*\()")
_PLACEHOLDER = re.compile(r"(?<!:):([a-z_][a-z0-9_]*)")
_QUOTED = re.compile(r"'(?:[^']|'')*'")


class Indicator(Declared, form=True):
    """A measured number.

    First order: `over` names its register (and others reached through its references), with `numerator_DATE` and
    `denominator_DATE`, which the engine divides, or one additive `value_DATE`; `where_DATE` limits the rows for all.
    Formulas are SQL over the registers' columns; `:name` is a dated parameter, `:first_day` and `:last_day` bound the
    period. Their parts add up over places and periods, or `not_additive` is true. Second order: `of` an indicator,
    `derived` how.

    `unit` is the value's, `grain` the smallest place and period it is computed for, `disaggregations` the columns it may
    be split by, `words` the formula as officials say it, `threshold` the id of the parameter it is held against.
    `cell` counts the persons behind a value (SQL; the denominator where empty) for `minimum_cell`, the parameter below
    which it is not published; None where no person stands behind it. `leaves_out` names schools of which nothing counts,
    at any level. `answers` are the promises it measures.
    """

    english: ClassVar[str] = ""
    words: ClassVar[str]
    unit: ClassVar[UnitOfMeasure]
    grain: ClassVar[tuple[Level, PeriodType]]
    better: ClassVar[Better]
    over: ClassVar[str | Sequence[str]] = ()
    taken: ClassVar[Taken] = WITHIN
    not_additive: ClassVar[bool] = False
    disaggregations: ClassVar[Sequence[str]] = ()
    of: ClassVar[str] = ""
    derived: ClassVar[Derivation | None] = None
    sample: ClassVar[Sample | None] = None
    leaves_out: ClassVar[LeavesOut | None] = None
    threshold: ClassVar[str] = ""
    cell: ClassVar[str] = ""
    minimum_cell: ClassVar[str | None] = "minimum_cell"
    answers: ClassVar[Sequence[Answer]] = ()

    dated = ("numerator", "denominator", "value", "where")
    needed = ("label", "reference", "words", "unit", "grain", "better")

    def __init_subclass__(cls, form: bool = False, **kwargs: Any) -> None:
        super().__init_subclass__(form=form, **kwargs)
        if form:
            return
        faults = (
            _grain_fault(cls),
            _order_fault(cls),
            _leaves_out_fault(cls),
            _formula_fault(cls),
            _answers_fault(cls),
        )
        for fault in faults:
            if fault:
                raise DeclarationError(f"{cls.__name__}: {fault}")

    @classmethod
    def made_from(cls) -> tuple[str, ...]:
        """The ids of the indicators that a second-order value is made from; none for a first-order one."""
        other = cls.derived.other if cls.derived else ""
        return tuple(id for id in (cls.of, other) if id)  # noqa: A001 - the word of the house

    @classmethod
    def registers(cls) -> tuple[str, ...]:
        """The registers the formulas read, the counted one first; none for a second-order value."""
        return tuple(cls.over.split()) if isinstance(cls.over, str) else tuple(cls.over)

    @classmethod
    def formulas(cls) -> list[str]:
        """Every formula of every date, with `cell`."""
        dated = [sql for name in sorted(cls.editions) for sql in cls.editions[name].values()]
        return [*dated, cls.cell] if cls.cell else dated

    @classmethod
    def names_used(cls) -> frozenset[str]:
        """The small-letter names in the formulas that are no functions: columns, or `register.column`."""
        return frozenset(name for sql in cls.formulas() for name in _NAME.findall(_QUOTED.sub("''", sql)))

    @classmethod
    def parameters_used(cls) -> frozenset[str]:
        """The ids of the dated parameters that the formulas, the threshold and the minimum cell depend on."""
        named = {name for sql in cls.formulas() for name in _PLACEHOLDER.findall(_QUOTED.sub("''", sql))}
        below = cls.leaves_out.below if cls.leaves_out else ""
        return frozenset(named - ENGINE_NAMES | {name for name in (cls.threshold, cls.minimum_cell, below) if name})

    @classmethod
    def answer(cls, words: str) -> dict[str, str] | None:
        """The slots that the first fitting answer fills from a promise's verb and object; None where none fits."""
        for answer in cls.answers:
            slots = answer.match(words)
            if slots is not None:
                return slots
        return None


def _grain_fault(cls: type[Indicator]) -> str:
    grain = cls.grain
    if len(grain) != 2 or not isinstance(grain[0], Level) or not isinstance(grain[1], PeriodType):
        return "grain is a level of places and a type of periods, as in (COUNTY, MONTH)"
    return ""


def _order_fault(cls: type[Indicator]) -> str:
    first = bool(cls.registers()) or bool(cls.editions)
    if bool(cls.of) != (cls.derived is not None):
        return "of and derived go together: of which indicator, and how"
    if cls.derived is not None and cls.derived.how is How.MEETING and not cls.threshold:
        return "meeting needs the threshold that each place is held against"
    if first == bool(cls.of):
        return "an indicator has either a register with formulas (over) or another indicator it is made from (of)"
    return "" if cls.of or cls.registers() else "over names the register that the formulas read"


def _leaves_out_fault(cls: type[Indicator]) -> str:
    if cls.leaves_out and (cls.of or cls.not_additive or cls.sample):
        return "schools are left out of sums and counts of rows only: no of, not_additive or sample beside leaves_out"
    return ""


def _formula_fault(cls: type[Indicator]) -> str:
    if cls.of:
        return ""
    numerators, denominators = set(cls.editions.get("numerator", ())), set(cls.editions.get("denominator", ()))
    values = set(cls.editions.get("value", ()))
    if numerators != denominators:
        odd = ", ".join(str(day) for day in sorted(numerators ^ denominators))
        return f"numerator and denominator hold from the same days; only one of them has {odd}"
    if bool(values) == bool(numerators):
        return "give numerator_DATE with denominator_DATE, or value_DATE alone"
    empty = [name for name, dated in cls.editions.items() for sql in dated.values() if not _is_text(sql)]
    return f"{', '.join(sorted(set(empty)))}: a formula is a text of SQL" if empty else ""


def _answers_fault(cls: type[Indicator]) -> str:
    unknown = {slot for answer in cls.answers for slot in answer.slots} - set(cls.disaggregations)
    return f"answers fill {', '.join(sorted(unknown))}, which is no disaggregation" if unknown else ""


def _is_text(sql: object) -> bool:
    return isinstance(sql, str) and bool(sql.strip())
