"""站点: all pages at their addresses; a page is there once its module stands here."""

from __future__ import annotations

import importlib

from django.urls import URLPattern

from yaodian.web.pages.page import PAGES

MODULES = ("home", "signing_in", "plan", "acting", "finding_things", "showing", "opened")


def patterns() -> list[URLPattern]:
    """Each page's pattern; addresses without a part that varies go before those with one."""
    for module in MODULES:
        importlib.import_module(f"yaodian.web.pages.{module}")
    return [one.pattern for one in sorted(PAGES.values(), key=lambda one: (one.route.count("<"), one.route))]
