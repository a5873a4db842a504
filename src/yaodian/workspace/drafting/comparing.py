"""与上年比较: the changes between two plans as a page shows them, with the words that came and went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from yaodian.compiler.changes import Change, ChangeKind
from yaodian.compiler.compare import compare
from yaodian.domain.finding import Words
from yaodian.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one side; `is_own` where the other side has them not."""

    words: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class ChangeTold:
    """A change: what it is, where, in one sentence, and the words of both sides (none where it is new, or gone)."""

    kind: str
    label: Words
    address: str
    sentence: Words
    before: Sequence[Stretch]
    after: Sequence[Stretch]

    @property
    def says_more(self) -> bool:
        """Whether the sentence says what the words side by side do not."""
        return self.kind in (ChangeKind.MOVED, ChangeKind.WEAKENED, ChangeKind.STRENGTHENED)


def compared(before: Plan, after: Plan) -> list[ChangeTold]:
    """The changes in the order of the earlier plan, then what is new."""
    return [_told(change) for change in compare(before, after)]


def _told(change: Change) -> ChangeTold:
    old, new = (side.words if side else "" for side in (change.before, change.after))
    place = change.after or change.before
    address = place.address.rpartition("/")[2] if place else ""
    left, right = (list(side) for side in _sides(old, new))
    return ChangeTold(change.kind.value, change.kind.label, address, change.sentence, left, right)


def _sides(old: str, new: str) -> tuple[Iterator[Stretch], Iterator[Stretch]]:
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    left = (Stretch(old[a:b], tag != "equal") for tag, a, b, _, _ in steps if b > a)
    right = (Stretch(new[c:d], tag != "equal") for tag, _, _, c, d in steps if d > c)
    return left, right
