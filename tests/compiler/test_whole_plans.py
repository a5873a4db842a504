"""Whole documents and the tree that the compiler makes of each, as `yaodian read` prints it without a bureau."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from yaodian.compiler.pipeline import plan_of
from yaodian.workspace.plans import shipped_catalogue
from yaodian.workspace.publish.tree import plan_as_tree

TESTS = Path(__file__).parents[1]
DOCUMENTS = sorted((TESTS / "cases" / "plans").glob("*.txt"))
TREES = TESTS / "golden" / "whole"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_makes_the_tree_that_its_golden_file_shows(document: Path) -> None:
    tree = plan_as_tree(plan_of(document, shipped_catalogue()), shipped_catalogue()) + "\n"
    golden = TREES / f"{document.stem}.tree"
    if os.environ.get("YAODIAN_GOLDEN") == "rewrite":
        golden.write_text(tree, encoding="utf-8")
    assert tree == golden.read_text(encoding="utf-8"), f"{golden.name}: `make golden` shows what changed"


def test_every_golden_tree_has_its_document() -> None:
    assert {path.stem for path in TREES.glob("*.tree")} == {path.stem for path in DOCUMENTS}
