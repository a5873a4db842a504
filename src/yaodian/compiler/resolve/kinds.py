"""定性: which kind of work a measure is, ranked by the cues that the catalogue's kinds declare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from yaodian.declare.kind import Kind
from yaodian.domain.plan import Action, Measure, RankedKind

VERB_ALONE, OBJECT_ALONE, OBJECT_AT_END, BOTH, BOTH_AT_END, FALLBACK = 1.0, 0.7, 1.2, 1.3, 1.8, 0.45
RANK_STEP = 0.04


@dataclass
class CueBook:
    """The cues of all kinds, by the verb they begin with and by the words they look for in the object."""

    verbs: dict[str, list[tuple[str, str | None]]] = field(default_factory=dict)
    words: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    fallback: str = ""
    ranks: dict[str, int] = field(default_factory=dict)
    unless: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, kinds: Iterable[type[Kind]]) -> CueBook:
        book = cls()
        for kind in kinds:
            book.ranks[kind.id] = kind.rank
            book.unless[kind.id] = kind.unless
            for cue in kind.cues:
                verb, dots, words = cue.partition("…")
                if verb:
                    book.verbs.setdefault(verb, []).append((kind.id, words if dots else None))
                else:
                    book.words.setdefault(words[:2], []).append((words, kind.id))
        book.fallback = max(book.ranks, key=lambda kind: book.ranks[kind], default="")
        return book

    def words_in(self, clause: str) -> Iterator[tuple[str, str]]:
        """(words, kind) of the cues for the object alone that stand in the clause, each once."""
        seen = set()
        for at in range(len(clause) - 1):
            for words, kind in self.words.get(clause[at : at + 2], ()):
                if words not in seen and clause.startswith(words, at):
                    seen.add(words)
                    yield words, kind


def rank_kinds(measure: Measure, text: str, book: CueBook) -> tuple[RankedKind, ...]:
    """Kinds with their share of the evidence; the main kind is that of the most measurable action.

    `text` is the source in simplified characters, at the same offsets.
    """
    best: dict[str, tuple[float, list[str]]] = {}
    for action in measure.actions:
        clause = action.span.of(text)
        for kind, strength, cue in _evidence(action, clause, book):
            weight = strength * (1 - RANK_STEP * (book.ranks[kind] - 1))
            score, cues = best.setdefault(kind, (0.0, []))
            cues.append(cue)
            best[kind] = (max(score, weight) + 0.1 * min(score, weight), cues)
    if not best:
        return (RankedKind(book.fallback, 1.0),)
    total = sum(score**2 for score, _ in best.values())
    ranked = sorted(best.items(), key=lambda item: (-item[1][0], book.ranks[item[0]]))
    return tuple(
        RankedKind(kind, round(score**2 / total, 3), tuple(dict.fromkeys(cues))) for kind, (score, cues) in ranked
    )


def _evidence(action: Action, clause: str, book: CueBook) -> Sequence[tuple[str, float, str]]:
    """(kind, strength, cue) of one action: a verb with words of its object speaks loudest."""
    found: list[tuple[str, float, str]] = []
    verb, words = action.verb, action.object
    for length in range(len(verb), 0, -1):
        for at in range(len(verb) - length + 1):
            part = verb[at : at + length]
            for kind, wanted in book.verbs.get(part, ()):
                if wanted is None:
                    strength = FALLBACK if kind == book.fallback else VERB_ALONE
                    found.append((kind, strength, part))
                elif wanted in clause:
                    strength = (
                        FALLBACK + 0.1 if kind == book.fallback else BOTH_AT_END if _ends(words, wanted) else BOTH
                    )
                    found.append((kind, strength, f"{part}…{wanted}"))
    for wanted, kind in book.words_in(clause):
        strength = FALLBACK if kind == book.fallback else OBJECT_AT_END if _ends(words, wanted) else OBJECT_ALONE
        found.append((kind, strength, f"…{wanted}"))
    return [f for f in found if not any(words in clause for words in book.unless[f[0]])]


def _ends(words: str, wanted: str) -> bool:
    """Whether the object ends in the words, a general noun after them aside."""
    for noun in ("工作", "活动", "任务", "工程", "行动"):
        if not wanted.endswith(noun):
            words = words.removesuffix(noun)
    return words.endswith(wanted)
