"""Texts compiled with the real catalogue, as tests need them."""

from __future__ import annotations

from yaodian.compiler.parse import parse
from yaodian.compiler.resolve import resolve
from yaodian.domain.plan import Plan
from yaodian.domain.text import Source
from yaodian.workspace.plans import shipped_catalogue

CATALOGUE = shipped_catalogue()


def compiled(text: str, name: str = "plan.txt") -> Plan:
    return resolve(parse(Source(name, text)), CATALOGUE)
