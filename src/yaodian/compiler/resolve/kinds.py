"""定性: which kind of work a measure is, ranked by the cues that the catalogue's kinds declare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from yaodian.declare.kind import Kind
from yaodian.domain.plan import Action, Measure, RankedKind

VERB_ALONE, OBJECT_ALONE, OBJECT_AT_END, BOTH, BOTH_AT_END = 1.0, 0.7, 1.2, 1.3, 1.8
FALLBACK, FALLBACK_BOTH = 0.45, 0.55
RANK_STEP = 0.04
GENERAL_NOUNS = ("工作", "活动", "任务", "工程", "行动")


@dataclass
class CueBook:
    """The cues of all kinds, by the verb they begin with and by the words they look for in the object."""

    verbs: dict[str, list[tuple[str, str | None]]] = field(default_factory=dict)
    words: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    fallback: str = ""
    ranks: dict[str, int] = field(default_factory=dict)
    unless: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _known: dict[str, list[tuple[str, str, str | None]]] = field(default_factory=dict)

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

    def cues_of(self, verb: str) -> list[tuple[str, str, str | None]]:
        """(part of the verb, kind, words wanted of the object) of the cues that a verb's parts begin."""
        if verb not in self._known:
            parts = dict.fromkeys(verb[a:b] for a in range(len(verb)) for b in range(a + 1, len(verb) + 1))
            self._known[verb] = [(part, kind, words) for part in parts for kind, words in self.verbs.get(part, ())]
        return self._known[verb]

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
    ends = _without_general_noun(action.object)
    found: list[tuple[str, float, str]] = []
    for part, kind, wanted in book.cues_of(action.verb):
        if wanted is None:
            found.append((kind, FALLBACK if kind == book.fallback else VERB_ALONE, part))
        elif wanted in clause:
            both = BOTH_AT_END if _ends(ends, wanted) else BOTH
            found.append((kind, FALLBACK_BOTH if kind == book.fallback else both, f"{part}…{wanted}"))
    for wanted, kind in book.words_in(clause):
        alone = OBJECT_AT_END if _ends(ends, wanted) else OBJECT_ALONE
        found.append((kind, FALLBACK if kind == book.fallback else alone, f"…{wanted}"))
    return [f for f in found if not any(words in clause for words in book.unless[f[0]])]


def _without_general_noun(words: str) -> tuple[str, ...]:
    """The object's words, and without the general noun at their end (…评选工作 ends in 评选 too)."""
    bare = next((words.removesuffix(noun) for noun in GENERAL_NOUNS if words.endswith(noun)), words)
    return (words,) if bare == words else (words, bare)


def _ends(ends: tuple[str, ...], wanted: str) -> bool:
    return any(words.endswith(wanted) for words in ends)
