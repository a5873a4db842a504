"""定性: which kind of work a measure is, ranked by the cues that the catalogue's kinds declare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from yaodian.declare.kind import Kind
from yaodian.domain.plan import Action, Measure, RankedKind

# how loud a cue speaks: a verb alone, words of the object alone, both; louder where they end the object
VERB_ALONE, OBJECT_ALONE, OBJECT_AT_END, BOTH, BOTH_AT_END = 1.0, 0.7, 1.2, 1.3, 1.8
FALLBACK, FALLBACK_BOTH = 0.45, 0.55
RANK_STEP = 0.04
GENERAL_NOUNS = ("工作", "活动", "任务", "工程", "行动")


@dataclass(frozen=True, slots=True)
class Cue:
    """A declared cue of a kind: `words` wanted of the object (None: the verb alone), its weight there and at the end."""

    kind: str
    text: str
    words: str | None
    weight: float
    weight_at_end: float


@dataclass
class CueBook:
    """The cues of all kinds: those that a verb begins, and those that the object's words alone speak for."""

    verbs: dict[str, list[Cue]] = field(default_factory=dict)
    objects: list[Cue] = field(default_factory=list)
    ranks: dict[str, int] = field(default_factory=dict)
    unless: dict[str, tuple[str, ...]] = field(default_factory=dict)
    fallback: str = ""
    _known: dict[str, tuple[Cue, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, kinds: Iterable[type[Kind]]) -> CueBook:
        book = cls()
        kinds = tuple(kinds)
        book.ranks = {kind.id: kind.rank for kind in kinds}
        book.unless = {kind.id: kind.unless for kind in kinds if kind.unless}
        book.fallback = max(book.ranks, key=lambda kind: book.ranks[kind], default="")
        for kind in kinds:
            for text in kind.cues:
                book._add(kind, text)
        return book

    def _add(self, kind: type[Kind], text: str) -> None:
        verb, dots, words = text.partition("…")
        loud = (VERB_ALONE, VERB_ALONE) if not dots else (BOTH, BOTH_AT_END) if verb else (OBJECT_ALONE, OBJECT_AT_END)
        if kind.id == self.fallback:
            loud = (FALLBACK_BOTH, FALLBACK_BOTH) if dots and verb else (FALLBACK, FALLBACK)
        share = 1 - RANK_STEP * (kind.rank - 1)
        cue = Cue(kind.id, text, words if dots else None, loud[0] * share, loud[1] * share)
        (self.verbs.setdefault(verb, []) if verb else self.objects).append(cue)

    def led_by(self, verb: str) -> tuple[Cue, ...]:
        """The cues that the verb or a part of it begins."""
        if verb not in self._known:
            parts = dict.fromkeys(verb[a:b] for a in range(len(verb)) for b in range(a + 1, len(verb) + 1))
            self._known[verb] = tuple(cue for part in parts for cue in self.verbs.get(part, ()))
        return self._known[verb]

    def objects_in(self, text: str) -> list[Cue]:
        """The cues for the object alone whose words stand in the text."""
        return [cue for cue in self.objects if cue.words and cue.words in text]

    def cues_in(self, action: Action, clause: str, objects: Sequence[Cue]) -> Iterator[tuple[Cue, float]]:
        """The cues that speak in an action's clause, with their weight; `objects` are those its measure holds."""
        for cue in self.led_by(action.verb):
            if cue.words is None:
                yield cue, cue.weight
            elif cue.words in clause:
                yield cue, cue.weight_at_end if _ends(action.object, cue.words) else cue.weight
        for cue in objects:
            if cue.words and cue.words in clause:
                yield cue, cue.weight_at_end if _ends(action.object, cue.words) else cue.weight

    def silenced(self, clause: str) -> list[str]:
        """The kinds whose cues do not count in the clause."""
        return [kind for kind, words in self.unless.items() if any(w in clause for w in words)]


def rank_kinds(measure: Measure, text: str, book: CueBook, present: Sequence[Cue]) -> tuple[RankedKind, ...]:
    """Kinds with their share of the evidence; the main kind is that of the most measurable action.

    `text` is the source in simplified characters, at the same offsets; `present` are the object cues it holds.
    """
    words = measure.span.of(text)
    objects = [cue for cue in present if cue.words and cue.words in words]
    scores: dict[str, float] = {}
    cues: dict[str, list[str]] = {}
    for action in measure.actions:
        clause = action.span.of(text)
        silenced: list[str] | None = None
        for cue, weight in book.cues_in(action, clause, objects):
            kind = cue.kind
            if kind in book.unless:
                silenced = book.silenced(clause) if silenced is None else silenced
                if kind in silenced:
                    continue
            score = scores.get(kind, 0.0)
            scores[kind] = (weight + 0.1 * score) if weight > score else (score + 0.1 * weight)
            cues.setdefault(kind, []).append(cue.text)
    if not scores:
        return (RankedKind(book.fallback, 1.0),)
    total = sum(score**2 for score in scores.values())
    ranked = sorted(scores, key=lambda kind: (-scores[kind], book.ranks[kind]))
    return tuple(RankedKind(k, round(scores[k] ** 2 / total, 3), tuple(dict.fromkeys(cues[k]))) for k in ranked)


def _ends(words: str, wanted: str) -> bool:
    """Whether the object ends in the words, a general noun after them aside (…评选工作 ends in 评选 too)."""
    if words.endswith(wanted):
        return True
    return words.endswith(GENERAL_NOUNS) and words[:-2].endswith(wanted)
