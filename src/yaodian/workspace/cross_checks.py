"""跨登记校验: the catalogue's checks over several registers, asked of a warehouse with the parameters of the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yaodian.declare.cross_check import CrossCheck
from yaodian.declare.parameter import Parameter
from yaodian.declare.register import Register
from yaodian.warehouse.cross_checking import Crossed, cross
from yaodian.warehouse.store import Warehouse
from yaodian.workspace.records import records_catalogue


def cross_all(warehouse: Warehouse, on: date) -> Iterator[Crossed]:
    """Each check of the catalogue over the current release as of a day, one after another."""
    catalogue = records_catalogue()
    for check in catalogue.of(CrossCheck).values():
        values = {name: catalogue.of(Parameter)[name].on(on).value for name in check.parameters}
        yield cross(warehouse, check, catalogue.of(Register), on, values)
