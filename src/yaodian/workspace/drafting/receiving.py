"""下发预览: what each unit would receive of a draft, as publishing opens it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yaodian.compiler.lower import lower
from yaodian.workspace.drafting.reviewing import Review
from yaodian.workspace.openings import openings
from yaodian.workspace.plans import shipped_catalogue


@dataclass(frozen=True, slots=True)
class Received:
    """An item: whose it is, with whom, by when, and the numbers promised in the plan's words."""

    number: str
    title: str
    owner: str
    supports: Sequence[str]
    due: date | None
    promised: Sequence[str]


def received(review: Review) -> list[Received]:
    """The items in the order of the plan."""
    program = lower(review.plan, shipped_catalogue(), review.bureau)
    opening = openings(program, review.bureau)
    return [
        Received(
            item.address.rpartition("/")[2], item.title, opening[item.id]["owner"], opening[item.id]["supports"], item.due,
            [target.words for target in item.targets],
        )
        for item in program.items
    ]  # fmt: skip
