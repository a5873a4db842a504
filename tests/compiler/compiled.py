"""Texts compiled with the real catalogue, as tests need them."""

from __future__ import annotations

from yaodian.compiler.parse import parse
from yaodian.compiler.resolve import resolve
from yaodian.declare.catalogue import Catalogue
from yaodian.domain.plan import Plan
from yaodian.domain.text import Source

CATALOGUE = Catalogue.walk("yaodian.catalogue", ("kinds", "indicators"))


def compiled(text: str, name: str = "plan.txt") -> Plan:
    return resolve(parse(Source(name, text)), CATALOGUE)
