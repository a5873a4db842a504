"""Standards: what a declaration may leave out, and what it may not."""

from __future__ import annotations

from typing import Any

import pytest

from yaodian.declare.declared import DeclarationError
from yaodian.declare.standard import Item, Standard
from yaodian.domain.finding import Words

SHELVES = Item("shelves_per_reader", Words("书架", "shelves"), "shelves_minimum")
GOOD: dict[str, Any] = {
    "label": "甲",
    "reference": "乙",
    "words": "丙",
    "rule": "2020",
    "stages": ("primary",),
    "items": (SHELVES,),
    "pupils": "reader_count",
    "counts": "is_open",
    "variation_limit": "shelves_limit",
}
ASKS = {"least_met": "shelves_met", "rest": "shelves_rest"}


def declared(**change: Any) -> type[Standard]:
    made: type[Standard] = type("Shelves", (Standard,), {k: v for k, v in (GOOD | change).items() if v is not None})
    return made


def test_a_standard_lists_its_parameters_and_knows_whether_it_has_a_repair() -> None:
    assert declared().parameters_used() == {"shelves_limit", "shelves_minimum"} and not declared().has_repair()
    whole = declared(**ASKS, costs="shelf_costs")
    assert whole.has_repair()
    assert whole.parameters_used() == {"shelves_limit", "shelves_minimum", "shelves_met", "shelves_rest", "shelf_costs"}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"pupils": None}, "pupils not given"),
        ({"rest": "shelves_rest"}, "least_met and rest go together"),
        (ASKS | {"items": (Item("shelves_per_reader", Words("书架", "shelves")),)}, "has no threshold"),
    ],
)
def test_a_standard_that_cannot_be_judged_is_refused_at_import(change: dict[str, Any], sentence: str) -> None:
    with pytest.raises(DeclarationError, match=sentence):
        declared(**change)
