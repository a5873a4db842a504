"""登记目录: the declarations that records need, with the places of a bureau in the lists of places."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from yaodian.declare.catalogue import Catalogue
from yaodian.declare.code_list import with_places
from yaodian.workspace.bureau import shipped_folder
from yaodian.workspace.places import bureau_places

FOLDERS = ("registers", "codes", "parameters", "indicators")


@cache
def records_catalogue(bureau: Path | None = None) -> Catalogue:
    """Registers, code lists, parameters and indicators; the lists of places hold the bureau's (the shipped one's)."""
    return with_places(Catalogue.walk("yaodian.catalogue", FOLDERS), bureau_places(bureau or shipped_folder()))
