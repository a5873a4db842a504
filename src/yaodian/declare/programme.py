"""保障项目 Programme: who is entitled (the cohort), who is served, and how the two are held against each other, person by person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from yaodian.declare.declared import DeclarationError, Declared
from yaodian.domain.access import Purpose


@dataclass(frozen=True, slots=True)
class Side:
    """Rows of a register as of the day that fulfil `where`: SQL over its open columns; `:on` is the day, `:name` a parameter.
    With `last` (month, day) it is the last such day not after the one asked for that counts: those who left in June are
    looked for in autumn."""

    register: str
    where: str
    last: tuple[int, int] | None = None

    def day(self, on: date) -> date:
        """The day as of which the rows count."""
        if self.last is None:
            return on
        this = date(on.year, *self.last)
        return this if this <= on else date(on.year - 1, *self.last)


class Programme(Declared, form=True):
    """A cohort reconciled with a service.

    A person of the `cohort` is served who has a row in any `service`; or, where only failures are recorded, who has none in
    `failing`. With `seen` (rows) and `seen_by` (a column that they share with the cohort) who was looked at by nobody is
    unknown and neither served nor a gap. Where the service `is_for_cohort_only`, whoever has it and is not of the cohort has
    it wrongly. `county` is the cohort's column of the place that answers for a gap. `ages` is a
    parameter that lists years of age on the boundary day before or on the day asked for: the conditions may then use
    `:born_from` and `:born_to`. `purposes` are those for which the result may be used.
    """

    english: ClassVar[str]
    words: ClassVar[str]
    office: ClassVar[str]
    cohort: ClassVar[Side]
    service: ClassVar[Sequence[Side]] = ()
    failing: ClassVar[Side | None] = None
    seen: ClassVar[Side | None] = None
    seen_by: ClassVar[str] = ""
    is_for_cohort_only: ClassVar[bool] = False
    county: ClassVar[str] = ""
    ages: ClassVar[str] = ""
    parameters: ClassVar[Sequence[str]] = ()
    purposes: ClassVar[Sequence[Purpose]]

    needed = ("label", "reference", "english", "words", "office", "cohort", "purposes")

    def __init_subclass__(cls, form: bool = False, **kwargs: Any) -> None:
        super().__init_subclass__(form=form, **kwargs)
        if form:
            return
        if bool(cls.service) == (cls.failing is not None):
            raise DeclarationError(f"{cls.__name__}: give either service or failing")
        if (cls.seen is None) == bool(cls.seen_by):
            raise DeclarationError(f"{cls.__name__}: seen and seen_by go together")
        said = " ".join(side.where for side in cls.sides())
        unused = [name for name in cls.parameters if f":{name}" not in said]
        if unused:
            raise DeclarationError(f"{cls.__name__}: no condition uses the parameter {', '.join(unused)}")
        if cls.ages and ":born_from" not in said:
            raise DeclarationError(f"{cls.__name__}: ages are given, but no condition uses :born_from and :born_to")

    @classmethod
    def sides(cls) -> tuple[Side, ...]:
        """All rows that are looked at, the cohort first."""
        return tuple(side for side in (cls.cohort, *cls.service, cls.failing, cls.seen) if side)
