"""编译: the stages in their order, from a file's bytes to a program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from yaodian.compiler.link import link
from yaodian.compiler.lint import lint
from yaodian.compiler.lower import lower
from yaodian.compiler.parse import parse
from yaodian.compiler.read import read
from yaodian.compiler.resolve import resolve
from yaodian.declare.catalogue import Catalogue
from yaodian.domain.bureau import Bureau
from yaodian.domain.finding import Finding
from yaodian.domain.plan import Plan
from yaodian.domain.program import Program
from yaodian.domain.text import Source

STAGES = (read, parse, resolve, link, lint, lower)


@dataclass(frozen=True, slots=True)
class Compiled:
    """What the stages made of one document."""

    plan: Plan
    findings: tuple[Finding, ...]
    program: Program


def plan_of(path: Path, catalogue: Catalogue, bureau: Bureau | None = None) -> Plan:
    """read → parse → resolve → link."""
    return plan_in(read(path), catalogue, bureau)


def plan_in(source: Source, catalogue: Catalogue, bureau: Bureau | None = None) -> Plan:
    """parse → resolve → link, for a document that was read."""
    return link(resolve(parse(source), catalogue, bureau), catalogue, bureau)


def finish(plan: Plan, catalogue: Catalogue, bureau: Bureau | None = None) -> Compiled:
    """lint → lower, for a plan from a document or from a plan file."""
    return Compiled(plan, lint(plan, catalogue, bureau), lower(plan, catalogue, bureau))
