"""计划: documents and plan files opened and compiled with the catalogue and a bureau."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from yaodian.compiler.pipeline import Compiled, finish, plan_of
from yaodian.declare.catalogue import Catalogue
from yaodian.domain.bureau import Bureau
from yaodian.domain.plan import Plan
from yaodian.workspace.planfile.reading import is_plan_file, open_plan

FOLDERS = ("kinds", "rules", "registers", "indicators", "parameters", "relations", "score_sheets")


@cache
def shipped_catalogue() -> Catalogue:
    """The catalogue that Yaodian ships."""
    return Catalogue.walk("yaodian.catalogue", FOLDERS)


def open_document(path: Path, bureau: Bureau | None) -> Plan:
    """The plan that a document or a plan file holds."""
    if path.suffix in (".yaml", ".yml") and path.is_file() and is_plan_file(path.read_text("utf-8", "replace")):
        return open_plan(path)
    return plan_of(path, shipped_catalogue(), bureau)


def compile_document(path: Path, bureau: Bureau | None) -> Compiled:
    return finish(open_document(path, bureau), shipped_catalogue(), bureau)
