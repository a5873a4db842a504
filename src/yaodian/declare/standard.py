"""标准 Standard: a county is held against it: values of its schools, thresholds, coefficients of variation, a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from yaodian.declare.declared import DeclarationError, Declared
from yaodian.domain.finding import Words


@dataclass(frozen=True, slots=True)
class Item:
    """One indicator of a standard, measured per school and stage: a ratio of a count to the pupils of the standard.

    `short` is what its column is called in a table; `threshold` the id of the parameter that gives each stage the least
    value a school should have; `is_whole` says that its numerator comes in whole pieces (teachers, rooms).
    """

    indicator: str
    short: Words
    threshold: str = ""
    is_whole: bool = False


class Standard(Declared, form=True):
    """A standard that the schools of a county are held against, stage by stage.

    `rule` is the year by which officials call it. `items` are split by `stage_code`; `pupils` is the indicator of the
    size that all of them are held against. `variation_limit` is the id of the parameter that gives each stage the highest
    coefficient of variation: of each item, or where `is_composite` of their mean. `counts` is a condition over the
    columns of `schools` that says which schools are counted. Where given, a school must reach the thresholds of
    `least_met` items and the `rest` (a share) of every other threshold; both are ids of parameters. `costs` is the id of
    the one that says what one more of each indicator's numerator costs (yuan).
    """

    english: ClassVar[str] = ""
    words: ClassVar[str]
    rule: ClassVar[str]
    stages: ClassVar[Sequence[str]]
    items: ClassVar[Sequence[Item]]
    pupils: ClassVar[str]
    counts: ClassVar[str]
    variation_limit: ClassVar[str]
    is_composite: ClassVar[bool] = False
    least_met: ClassVar[str] = ""
    rest: ClassVar[str] = ""
    costs: ClassVar[str] = ""

    needed = ("label", "reference", "words", "rule", "stages", "items", "pupils", "counts", "variation_limit")

    def __init_subclass__(cls, form: bool = False, **kwargs: Any) -> None:
        super().__init_subclass__(form=form, **kwargs)
        if form:
            return
        if bool(cls.least_met) != bool(cls.rest):
            raise DeclarationError(f"{cls.__name__}: least_met and rest go together")
        bare = [item.indicator for item in cls.items if cls.least_met and not item.threshold]
        if bare:
            raise DeclarationError(f"{cls.__name__}: {', '.join(bare)} has no threshold to be met")

    @classmethod
    def has_repair(cls) -> bool:
        """Whether it says what a cheapest repair needs: what is asked of each school, and what things cost."""
        return bool(cls.costs and cls.least_met)

    @classmethod
    def parameters_used(cls) -> frozenset[str]:
        """The ids of the dated parameters that the verdict and the repair hang on."""
        own = (cls.variation_limit, cls.least_met, cls.rest, cls.costs)
        return frozenset(name for name in (*own, *(item.threshold for item in cls.items)) if name)
