"""关系 Relation: how two promises hang together that share no words, as a declared fact of the field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from yaodian.declare.declared import DeclarationError, Declared
from yaodian.domain.plan import EdgeKind

FARTHER_ENDS = {
    "towards": EdgeKind.COUNTS_TOWARDS,
    "enables": EdgeKind.NEEDS,
    "against": EdgeKind.PULLS_AGAINST,
    "same": EdgeKind.SAME_PROMISE,
}


class Relation(Declared, form=True):
    """A fact that links measures: what one clause makes and what it does to another clause.

    `makes` and one of `towards` (what is made counts towards it), `enables` (it cannot happen before), `against` (it
    loses by it) and `same` (it is the same promise in other words) hold cues, written like those of a kind:
    `建成…学校` (the action's verb … words of the clause, in this order), `…薄改` (words of the clause alone). Of a
    measure's clauses the one that the earliest cue speaks for is shown. A clause with a word of `unless` is no end of
    the relation. `within` names a parameter whose value lists groups of words, such as the stages of schooling: two
    clauses that name different groups are not linked.

    `why` is the sentence an official reads; `{made}` and `{other}` stand for the two measures. `examples` are pairs of
    sentences that must be linked, `not_for` pairs that must not be; both are tested.
    """

    makes: ClassVar[Sequence[str]]
    towards: ClassVar[Sequence[str]] = ()
    enables: ClassVar[Sequence[str]] = ()
    against: ClassVar[Sequence[str]] = ()
    same: ClassVar[Sequence[str]] = ()
    unless: ClassVar[Sequence[str]] = ()
    within: ClassVar[str | None] = None
    why: ClassVar[str]
    examples: ClassVar[Sequence[tuple[str, str]]]
    not_for: ClassVar[Sequence[tuple[str, str]]] = ()
    edge: ClassVar[EdgeKind]
    others: ClassVar[Sequence[str]]

    needed = ("label", "reference", "makes", "why", "examples")

    def __init_subclass__(cls, form: bool = False, **kwargs: Any) -> None:
        super().__init_subclass__(form=form, **kwargs)
        given = [name for name in FARTHER_ENDS if getattr(cls, name)]
        if len(given) != 1:
            raise DeclarationError(f"{cls.__name__}: give exactly one of {', '.join(FARTHER_ENDS)}, not {given}")
        for cue in (*cls.makes, *getattr(cls, given[0])):
            if not cue.strip("…"):
                raise DeclarationError(f"{cls.__name__}: the cue {cue!r} has no words")
        for name in ("{made}", "{other}"):
            if name not in cls.why:
                raise DeclarationError(f"{cls.__name__}.why does not name {name}")
        cls.edge, cls.others = FARTHER_ENDS[given[0]], getattr(cls, given[0])
