"""代码表 CodeList: the values a code column may hold, by a standard's number, each with the days it holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from typing import Any, ClassVar

from yaodian.declare.catalogue import Catalogue
from yaodian.declare.column import Code, Column
from yaodian.declare.declared import DeclarationError, Declared
from yaodian.domain.place import Level, Places


class CodeList(Declared, form=True):
    """A list of codes.

    `standard` is the number of the standard it follows (GB/T 3304), `reference` the document and what of it was checked;
    `unverified` marks a list from memory. A list of places names its `level` and holds no codes: they are a bureau's
    (see `with_places`). A code may stand again for other days, but on one day a code and a word mean one thing.
    """

    english: ClassVar[str] = ""
    standard: ClassVar[str] = ""
    codes: ClassVar[Sequence[Code]] = ()
    level: ClassVar[Level | None] = None
    unverified: ClassVar[bool] = False

    needed = ("label", "reference")

    def __init_subclass__(cls, form: bool = False, **kwargs: Any) -> None:
        super().__init_subclass__(form=form, **kwargs)
        if form:
            return
        if not cls.codes and cls.level is None:
            raise DeclarationError(f"{cls.__name__}: a list holds codes, or names the level of the places it lists")
        for one, other in combinations(cls.codes, 2):
            same = {one.code, *one.words} & {other.code, *other.words}
            if same and _overlap(one, other):
                raise DeclarationError(f"{cls.__name__}: {', '.join(sorted(same))} means two codes on one day")

    @classmethod
    def in_force(cls, on: date) -> tuple[Code, ...]:
        """The codes that hold on a day, in their order."""
        return tuple(code for code in cls.codes if code.is_in_force(on))

    @classmethod
    def called(cls, word: str, on: date) -> Code | None:
        """The code that this code, label or other word means on a day."""
        return next((c for c in cls.in_force(on) if word == c.code or word in c.words), None)


def codes_of(column: Column, catalogue: Catalogue, on: date) -> tuple[Code, ...]:
    """The codes that a column may hold on a day; none for a column without codes and for a list of places that no bureau
    filled. LookupError where the column names a list that the catalogue lacks."""
    if not isinstance(column.codes, str):
        return column.own_codes(on)
    listed = catalogue.of(CodeList).get(column.codes)
    if listed is None:
        raise LookupError(f"the column {column.name} names the code list {column.codes}, and the catalogue has none")
    return listed.in_force(on)


def with_places(catalogue: Catalogue, places: Places) -> Catalogue:
    """The same catalogue with its lists of places filled from a bureau's."""
    lists = catalogue.of(CodeList)
    filled = {id: _filled(listed, places) if listed.level else listed for id, listed in lists.items()}  # noqa: A001
    return Catalogue({**catalogue.entries, CodeList: dict(filled)}, catalogue.files)


def _filled(listed: type[CodeList], places: Places) -> type[CodeList]:
    codes = tuple(
        Code(p.code, p.name, tuple(p.aliases), p.valid_from, p.valid_to) for p in places.all if p.level is listed.level
    )
    declared = {name: value for name, value in vars(listed).items() if name not in ("id", "editions")}
    return type(listed.__name__, (CodeList,), declared | {"codes": codes})


def _overlap(one: Code, other: Code) -> bool:
    starts = [code.since for code in (one, other) if code.since]
    ends = [code.until for code in (one, other) if code.until]
    return not starts or not ends or max(starts) < min(ends)
