"""登记目录: the declarations that records need, with the places of a bureau in the lists of places."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from yaodian.declare.catalogue import Catalogue
from yaodian.declare.code_list import with_places
from yaodian.declare.register import Register
from yaodian.domain.finding import Refusal, Words
from yaodian.workspace.bureau import shipped_folder
from yaodian.workspace.places import bureau_places

FOLDERS = (
    "registers", "codes", "parameters", "indicators", "standards", "cross_checks", "identities", "programmes",
    "signals",
)  # fmt: skip


@cache
def records_catalogue(bureau: Path | None = None) -> Catalogue:
    """Registers, code lists, parameters and indicators; the lists of places hold the bureau's (the shipped one's)."""
    return with_places(Catalogue.walk("yaodian.catalogue", FOLDERS), bureau_places(bureau or shipped_folder()))


def register_named(given: str) -> type[Register]:
    """The register with this id, label or English name; Refusal where there is none."""
    for register in records_catalogue().of(Register).values():
        if given in (register.id, register.label, register.english, *register.formerly):
            return register
    raise Refusal(
        Words(
            f"没有登记簿“{given}”，用 yaodian registers list 查看全部。",
            f"There is no register “{given}”; yaodian registers list names them all.",
        )
    )
