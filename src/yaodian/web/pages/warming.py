"""预热: what a process reads once and keeps, read before its first request, so that nobody waits for it."""

from __future__ import annotations

from importlib import import_module

from django.conf import settings
from django.db import DatabaseError, connection

from yaodian.web.installation import indicators, supervision
from yaodian.web.plans.reading import newest_editions
from yaodian.web.plans.structure import structure_of


def warm() -> None:
    """Read the declarations, the addresses and the newest plans; a database that does not answer yet is left to the first
    request, which tells of it."""
    import_module(settings.ROOT_URLCONF)
    ground = supervision()
    _ = ground.kinds, ground.parameters, ground.calendar, ground.organisation, indicators()
    try:
        for edition in newest_editions():
            structure_of(edition)
    except DatabaseError:
        return
    finally:
        connection.close()
