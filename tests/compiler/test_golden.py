"""Golden pairs: a few lines of an invented plan and the tree that one pass of the grammar makes of them.

`make golden` rewrites the trees; the diff is what gets reviewed. A tree that is wrong is not kept: it is a fault to repair.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.compiler.trees import TREES

GOLDEN = Path(__file__).parent.parent / "golden"
PAIRS = sorted(path.relative_to(GOLDEN).as_posix() for path in GOLDEN.glob("*/*.txt"))
RULE = "\n----\n"


def tree_of(pair: str, text: str) -> str:
    return TREES[pair.partition("/")[0]](text)


@pytest.mark.parametrize("pair", PAIRS)
def test_a_pass_makes_the_tree_that_its_golden_pair_shows(pair: str) -> None:
    path = GOLDEN / pair
    text, _, expected = path.read_text(encoding="utf-8").partition(RULE)
    tree = tree_of(pair, text)
    if os.environ.get("YAODIAN_GOLDEN") == "rewrite":
        path.write_text(f"{text}{RULE}{tree}\n", encoding="utf-8")
        return
    assert tree.splitlines() == expected.splitlines(), f"{pair}: the tree changed; `make golden` shows how"


def test_every_pass_has_golden_pairs_and_there_are_at_least_sixty() -> None:
    assert {pair.partition("/")[0] for pair in PAIRS} == set(TREES)
    assert len(PAIRS) >= 60


def test_golden_pairs_are_small() -> None:
    long = [pair for pair in PAIRS if (GOLDEN / pair).read_text(encoding="utf-8").partition(RULE)[0].count("\n") > 14]
    assert not long
