"""身份线索 Identity: by which columns a list tells who its rows are of, so that rows of several lists can be one person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from yaodian.declare.declared import Declared


@dataclass(frozen=True, slots=True)
class From:
    """A column of another register, whose rows name the same record by the value of `through`."""

    register: str
    column: str
    through: str


class Identity(Declared, form=True):
    """What the rows of the register of the same name say about whom they are of.

    `id_no`, `name`, `birth_on`, `sex`, `address` and `county` name its columns; `guardians` are those with the names of who
    answers for a child, here or in another register; `school` is where its school stands, which helps people to tell and is
    never compared. `rank` is the order in which lists are compared: what holds most
    people and is kept best comes first; of equal evidence the words of the first are taken. A register that knows its
    people by another's key (缺勤 by 学籍号) needs none: its references say whose its rows are.
    """

    id_no: ClassVar[str]
    name: ClassVar[str]
    birth_on: ClassVar[str]
    sex: ClassVar[str] = ""
    address: ClassVar[str] = ""
    county: ClassVar[str] = ""
    guardians: ClassVar[Sequence[str | From]] = ()
    school: ClassVar[From | None] = None
    rank: ClassVar[int]

    needed = ("label", "reference", "id_no", "name", "birth_on")
