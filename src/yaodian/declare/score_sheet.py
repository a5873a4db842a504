"""评分表 ScoreSheet: what is looked at on a visit, how many points each item may get, and which step of a kind it fills."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from yaodian.declare.declared import DeclarationError, Declared
from yaodian.domain.finding import Words

MOST_POINTS = 10


@dataclass(frozen=True, slots=True)
class ScoreItem:
    """One thing to look at, worth 0 to `most` points; `photo` says that a photograph may be added, of things only."""

    id: str
    words: Words
    most: int
    photo: bool = False


class ScoreSheet(Declared, form=True):
    """A sheet for cases of a `kind`. It asks nothing about a person.

    Cases are drawn at the kind's step `drawn_at` (the rate is the parameter `share`), and a filled sheet reaches `step`; the
    steps between the two that the same unit takes are reached with it. `facts` are indicators of a school that stand beside
    the items as text, `findings` is the kind of case that a finding becomes, answered for within `finding_days` working days
    where no other deadline is given.
    """

    english: ClassVar[str] = ""
    kind: ClassVar[str]
    drawn_at: ClassVar[str]
    share: ClassVar[str]
    step: ClassVar[str]
    findings: ClassVar[str]
    finding_days: ClassVar[int]
    facts: ClassVar[Sequence[str]] = ()
    items: ClassVar[Sequence[ScoreItem]]

    dated = ("items",)
    needed = (
        "label", "english", "reference", "kind", "drawn_at", "share", "step", "findings", "finding_days", "items",
    )  # fmt: skip

    def __init_subclass__(cls, form: bool = False, **kwargs: Any) -> None:
        super().__init_subclass__(form=form, **kwargs)
        for since, items in {} if form else cls.editions["items"].items():
            ids = [item.id for item in items]
            twice = sorted({name for name in ids if ids.count(name) > 1})
            if not items or twice:
                raise DeclarationError(f"{cls.__name__}: items of {since} are none, or stand twice: {', '.join(twice)}")
            wrong = [i.id for i in items if not i.id.isidentifier() or not 1 <= i.most <= MOST_POINTS]
            if wrong:
                raise DeclarationError(
                    f"{cls.__name__}: {', '.join(wrong)}: an id is a plain word, points go up to 1–{MOST_POINTS}"
                )
