"""站点: all pages at their addresses; a page is there once its module stands in this package."""

from __future__ import annotations

import importlib
import pkgutil

from django.urls import URLPattern

from yaodian.web import pages
from yaodian.web.pages.page import PAGES


def patterns() -> list[URLPattern]:
    """Each page's pattern; addresses without a part that varies go before those with one."""
    for module in pkgutil.iter_modules(pages.__path__, "yaodian.web.pages."):
        importlib.import_module(module.name)
    return [one.pattern for one in sorted(PAGES.values(), key=lambda one: (one.route.count("<"), one.route))]
