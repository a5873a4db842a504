"""保障项目 Programme: who is entitled (the cohort), who is served, and how the two are held against each other, person by person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from yaodian.declare.declared import DeclarationError, Declared
from yaodian.domain.access import Purpose
from yaodian.domain.period import TERM, Period, PeriodType


@dataclass(frozen=True, slots=True)
class Side:
    """Rows of a register as of the day that fulfil `where`: SQL over its open columns; `:on` is the day, `:name` a parameter.
    With `last` (month, day) it is the last such day not after the one asked for that counts: those who left in June are
    looked for in autumn. With `period`, a column, rows count that name there the period of the day (a term, a month: as long
    as the register's own), whenever they came. With `whose`, a column and a side, rows count whose value there stands in
    a row of that side too: pupils of public schools."""

    register: str
    where: str
    last: tuple[int, int] | None = None
    period: str = ""
    whose: tuple[str, Side] | None = None

    def day(self, on: date) -> date:
        """The day as of which the rows count."""
        if self.last is None:
            return on
        this = date(on.year, *self.last)
        return this if this <= on else date(on.year - 1, *self.last)

    def all(self) -> Iterator[Side]:
        """This side and those that it leans on."""
        yield self
        if self.whose:
            yield from self.whose[1].all()


@dataclass(frozen=True, slots=True)
class Money:
    """What one is due in a period of the length `every`, and what was paid, in yuan: `due` is SQL over the open columns of the
    cohort, `paid` over those of each service; `:name` is a parameter, as it stood on the first day of the period. Of
    several rows of a person the largest due counts; who is due nothing is not of the cohort. What was paid is added up, and
    what is negative came back."""

    due: str
    paid: str
    every: PeriodType = TERM


class Programme(Declared, form=True):
    """A cohort reconciled with a service.

    With `among` only those are of the cohort who stand in one of these lists too: pupils whose family is registered as poor.
    A person of the `cohort` is served who has a row in any `service`; or, where only failures are recorded, who has none in
    `failing`. With `seen` (rows) and `seen_by` (a column that they share with the cohort) who was looked at by nobody is
    unknown and neither served nor a gap. Where the service `is_for_cohort_only`, whoever has it and is not of the cohort has
    it wrongly. With `money` served is who was paid more than came back, and what is paid is for the cohort only. `county` is
    the cohort's column of the place that answers for a gap. `ages` is a
    parameter that lists years of age on the boundary day before or on the day asked for: the conditions may then use
    `:born_from` and `:born_to`. `purposes` are those for which the result may be used.
    `reported` is an indicator that counts what counties report of the same, to stand beside it; `promised_by` one that measures
    what a plan promises of it: the cases stand below the plan's item with that promise. `lasts_by` is the programme that goes on
    looking after whom this one found served: who is a gap there has not been served to last.
    """

    english: ClassVar[str]
    words: ClassVar[str]
    office: ClassVar[str]
    cohort: ClassVar[Side]
    among: ClassVar[Sequence[Side]] = ()
    service: ClassVar[Sequence[Side]] = ()
    failing: ClassVar[Side | None] = None
    seen: ClassVar[Side | None] = None
    seen_by: ClassVar[str] = ""
    is_for_cohort_only: ClassVar[bool] = False
    money: ClassVar[Money | None] = None
    county: ClassVar[str] = ""
    ages: ClassVar[str] = ""
    parameters: ClassVar[Sequence[str]] = ()
    purposes: ClassVar[Sequence[Purpose]]
    reported: ClassVar[str] = ""
    promised_by: ClassVar[str] = ""
    lasts_by: ClassVar[str] = ""

    needed = ("label", "reference", "english", "words", "office", "cohort", "purposes")

    def __init_subclass__(cls, form: bool = False, **kwargs: Any) -> None:
        super().__init_subclass__(form=form, **kwargs)
        if form:
            return
        if bool(cls.service) == (cls.failing is not None):
            raise DeclarationError(f"{cls.__name__}: give either service or failing")
        if (cls.seen is None) == bool(cls.seen_by):
            raise DeclarationError(f"{cls.__name__}: seen and seen_by go together")
        if cls.money and cls.failing:
            raise DeclarationError(f"{cls.__name__}: money is paid by a service; failing records none")
        sums = (cls.money.due, cls.money.paid) if cls.money else ()
        said = " ".join([*(side.where for side in cls.sides()), *sums])
        unused = [name for name in cls.parameters if f":{name}" not in said]
        if unused:
            raise DeclarationError(f"{cls.__name__}: no condition uses the parameter {', '.join(unused)}")
        if cls.ages and ":born_from" not in said:
            raise DeclarationError(f"{cls.__name__}: ages are given, but no condition uses :born_from and :born_to")

    @classmethod
    def sides(cls) -> tuple[Side, ...]:
        """All rows that are looked at, the cohort first."""
        own = (cls.cohort, *cls.among, *cls.service, cls.failing, cls.seen)
        return tuple(each for side in own if side for each in side.all())

    @classmethod
    def of_persons(cls) -> tuple[Side, ...]:
        """Those whose rows are of persons, who must be told apart."""
        return tuple(side for side in (cls.cohort, *cls.among, *cls.service, cls.failing) if side)

    @classmethod
    def stated_on(cls, on: date) -> date:
        """The day as of which parameters count: `on`, or the first day of the period that money is for."""
        return Period.of(cls.money.every, on).first if cls.money else on
