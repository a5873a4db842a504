"""机构镜像: the units as Django knows them, refreshed as a whole at each release and read once per refresh."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from django.db import transaction

from yaodian.domain.organisation import Organisation, OrganisationUnit
from yaodian.web.accounts.models import Unit, UnitsMirrored

_FIELDS = ("code", "name", "kind", "parent", "valid_from", "valid_to", "recorded_from", "recorded_to")


def mirror(organisation: Organisation, release: str, at: datetime) -> int:
    """Put the units of a release in the place of those before; how many rows."""
    rows = [Unit(**{name: getattr(unit, name) for name in _FIELDS}) for unit in organisation.units]
    with transaction.atomic():
        Unit.objects.all().delete()
        Unit.objects.bulk_create(rows, batch_size=500)
        UnitsMirrored.objects.update_or_create(pk=1, defaults={"release": release, "at": at})
    return len(rows)


def organisation() -> Organisation:
    """The mirrored units; none before the first refresh."""
    mirrored = UnitsMirrored.objects.filter(pk=1).values_list("release", "at").first()
    return _read(*mirrored) if mirrored else Organisation()


@lru_cache(maxsize=2)
def _read(release: str, at: datetime) -> Organisation:
    rows = Unit.objects.filter(recorded_to=None).values_list(*_FIELDS)
    return Organisation(tuple(OrganisationUnit(*row) for row in rows))
