"""早期信号 EarlySignal: what in the registers lets a school be asked about a pupil, before anything is decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from yaodian.declare.declared import DeclarationError, Declared
from yaodian.declare.programme import Side
from yaodian.domain.access import Purpose


@dataclass(frozen=True, slots=True)
class Days:
    """The days by which rows count: of those in `side` (its column `day`) at the same school the last `of` are looked at, and at
    least `least` of them must lie from where a row begins to its column `last` (empty: it lasts). Of a school whose last day
    lies more than `known` days back nothing is known. `least`, `of` and `known` are parameters."""

    side: Side
    day: str
    last: str
    least: str
    of: str
    known: str


class EarlySignal(Declared, form=True):
    """A rule by which a school is asked what is the matter with a pupil; no score, and no case.

    Asked is the school in the column `school` of each pupil who has `rows` (by `days`, where given, enough of them), who with
    `among` stands in that list at this school too, and who has none in `unless`. `since` is the column of the day on which
    a row begins. `words` says the rule, with {parameters} as values. `warns_of` names the programmes whose case it is
    hoped to forestall: with one open nobody is asked, and how many questions became one is the error that is stated.
    """

    english: ClassVar[str]
    words: ClassVar[str]
    rows: ClassVar[Side]
    since: ClassVar[str]
    school: ClassVar[str] = "school_code"
    days: ClassVar[Days | None] = None
    among: ClassVar[Side | None] = None
    unless: ClassVar[Side | None] = None
    warns_of: ClassVar[Sequence[str]]
    parameters: ClassVar[Sequence[str]]
    purpose: ClassVar[Purpose]

    needed = ("label", "reference", "english", "words", "rows", "since", "warns_of", "parameters", "purpose")

    def __init_subclass__(cls, form: bool = False, **kwargs: Any) -> None:
        super().__init_subclass__(form=form, **kwargs)
        if form:
            return
        own = {cls.days.least, cls.days.of, cls.days.known} if cls.days else set()
        said = own | {name for side in cls.sides() for name in re.findall(r"(?<!:):([a-z_]+)", side.where)} - {"on"}
        if said != set(cls.parameters):
            raise DeclarationError(
                f"{cls.__name__}: its conditions use {sorted(said)}, its parameters are {sorted(cls.parameters)}"
            )

    @classmethod
    def sides(cls) -> tuple[Side, ...]:
        """All rows that are looked at."""
        own = (cls.rows, cls.days.side if cls.days else None, cls.among, cls.unless)
        return tuple(each for side in own if side for each in side.all())
