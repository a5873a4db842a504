"""挂指标: which indicators could measure a draft's promises, why, and which one is proposed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from yaodian.compiler.resolve.bindings import answered, promised_end
from yaodian.compiler.resolve.candidates import candidates
from yaodian.declare.indicator import Indicator
from yaodian.domain.finding import Words
from yaodian.domain.plan import Target
from yaodian.workspace.drafting.deciding import What, about
from yaodian.workspace.drafting.reviewing import Review, Row
from yaodian.workspace.plans import shipped_catalogue
from yaodian.workspace.promises import promise_words


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A promise and what could measure it. `is_sure` where the indicator answers the promise's own words; `near` are others
    that fit its unit; `decided` is what was decided ("" for none, None for nothing yet)."""

    row: Row
    target: Target
    words: str
    indicator: type[Indicator] | None
    is_sure: bool
    slots: Mapping[str, str]
    near: Sequence[type[Indicator]]
    why: Words
    decided: str | None

    @property
    def key(self) -> str:
        return about(What.BIND, self.target.id or "")


def suggestions(review: Review) -> list[Suggestion]:
    """One for each promised number, in the order of the plan."""
    return [one for row in review.rows for one in _of_row(review, row)]


def unbound(review: Review) -> list[Suggestion]:
    """Those with a sure proposal on which nothing was decided."""
    return [one for one in suggestions(review) if one.is_sure and one.decided is None]


def _of_row(review: Review, row: Row) -> Iterator[Suggestion]:
    known = shipped_catalogue().of(Indicator)
    for action in row.measure.actions:
        for target in action.targets:
            decided = review.decisions.get(about(What.BIND, target.id or ""))
            near = candidates(tuple(known.values()), action, target)
            fitting = [one.indicator for one in near if promised_end(target, one.indicator) is not None]
            bound = known.get(target.indicator or "")
            slots = answered(bound, action, target) if bound else None
            yield Suggestion(
                row, target, promise_words(action, target), bound or (None if decided == "" else next(iter(fitting), None)),
                slots is not None, slots or {}, [one for one in fitting if one is not bound], _why(bound, slots, fitting),
                decided,
            )  # fmt: skip


def _why(bound: type[Indicator] | None, slots: Mapping[str, str] | None, fitting: Sequence[type[Indicator]]) -> Words:
    if slots is not None:
        return Words("答得上这句话", "it answers these words")
    if bound is not None:
        return Words("由您选定", "chosen by hand")
    if fitting:
        return Words("词语相近，单位相同", "like words, the same unit")
    return Words("没有相近的指标，只能自报", "no indicator is near: it can only be reported")
