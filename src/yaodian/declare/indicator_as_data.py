"""指标数据: an indicator written as data, as a bureau's file has it: the same form, the same rules, no code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from yaodian.declare.declared import DeclarationError
from yaodian.declare.indicator import Better, Derivation, How, Indicator, LeavesOut, Sample, Taken
from yaodian.domain.period import PeriodType
from yaodian.domain.place import Level
from yaodian.domain.unit_of_measure import UnitOfMeasure, UnknownUnitOfMeasure, unit_called

PLAIN = ("label", "english", "reference", "words", "threshold", "cell", "minimum_cell", "of")
KNOWN = (
    *PLAIN,
    "meaning",
    "unit",
    "grain",
    "better",
    "over",
    "taken",
    "not_additive",
    "disaggregations",
    "derived",
    "sample",
    "leaves_out",
)
E = TypeVar("E", bound=StrEnum)


def indicator_of(id: str, given: Mapping[Any, Any]) -> type[Indicator]:  # noqa: A002 - the word of the house
    """An indicator written as data: the attributes of the form with words for values (`unit: 元/人`,
    `grain: [county, year]`, `derived: {how: cv, between: school}`), `meaning` for the docstring, and under `where`,
    `numerator`, `denominator` and `value` the formulas by the day from which they hold.

    Raises DeclarationError with a sentence that names what is wrong.
    """
    if not id.isidentifier() or not id.isascii() or id != id.lower():
        raise DeclarationError(f"{id!r} is no id of an indicator: write small English letters joined by underscores")
    unknown = set(given) - set(KNOWN) - set(Indicator.dated)
    if unknown:
        raise DeclarationError(f"no such attribute: {', '.join(sorted(map(str, unknown)))}; known: {', '.join(KNOWN)}")
    attributes: dict[str, Any] = {name: given[name] for name in PLAIN if name in given}
    attributes["__doc__"] = given.get("meaning", "")
    for name, read in _READ.items():
        if name in given:
            attributes[name] = read(given[name])
    for name in Indicator.dated:
        attributes |= {f"{name}_{day:%Y_%m_%d}": text for day, text in _dated(name, given.get(name)).items()}
    made: type[Indicator] = type("".join(part.capitalize() for part in id.split("_")), (Indicator,), attributes)
    made.id = id
    return made


def _dated(name: str, given: object) -> dict[date, str]:
    if given is None:
        return {}
    if not isinstance(given, Mapping) or not all(isinstance(d, date) and not isinstance(d, datetime) for d in given):
        raise DeclarationError(f"{name}: write each formula under the day from which it holds (2020-01-01: …)")
    return dict(given)


def _unit(word: object) -> UnitOfMeasure:
    try:
        return unit_called(str(word))
    except UnknownUnitOfMeasure as unknown:
        raise DeclarationError(unknown.words.en) from unknown


def _one_of(kind: type[E]) -> Callable[[object], E]:
    def read(word: object) -> E:
        try:
            return kind(str(word))
        except ValueError:
            known = ", ".join(kind)
            raise DeclarationError(f"{word!r} is no {kind.__name__.lower()}; known: {known}") from None

    return read


def _grain(given: object) -> tuple[Level, PeriodType]:
    if not isinstance(given, list) or len(given) != 2:
        raise DeclarationError("grain is a level of places and a type of periods, as in [county, month]")
    return _one_of(Level)(given[0]), _one_of(PeriodType)(given[1])


def _texts(given: object) -> tuple[str, ...]:
    if isinstance(given, str):
        return tuple(given.split())
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        raise DeclarationError("a list of names belongs here")
    return tuple(given)


def _truth(given: object) -> bool:
    if not isinstance(given, bool):
        raise DeclarationError("not_additive is true or false")
    return given


def _derivation(given: object) -> Derivation:
    readers: dict[str, Callable[[Any], Any]] = {
        "how": _one_of(How), "between": _one_of(Level), "back": _one_of(PeriodType), "weighted": bool,
        "relative": bool, "quantile": float, "other": str,
    }  # fmt: skip
    return Derivation(**_named("derived", given, readers))


def _sample(given: object) -> Sample:
    return Sample(**_named("sample", given, {"clusters": _texts, "strata": _texts, "weight": str, "confidence": float}))


def _leaves_out(given: object) -> LeavesOut:
    return LeavesOut(**_named("leaves_out", given, {"indicator": str, "below": str}))


def _named(name: str, given: object, readers: Mapping[str, Callable[[Any], Any]]) -> dict[str, Any]:
    if not isinstance(given, Mapping) or set(given) - set(readers):
        raise DeclarationError(f"{name} holds names with values; known: {', '.join(readers)}")
    try:
        return {str(key): readers[key](value) for key, value in given.items()}
    except ValueError as fault:
        raise DeclarationError(f"{name}: {fault}") from None


_READ: Mapping[str, Callable[[Any], Any]] = {
    "unit": _unit,
    "grain": _grain,
    "better": _one_of(Better),
    "over": _texts,
    "taken": _one_of(Taken),
    "not_additive": _truth,
    "disaggregations": _texts,
    "derived": _derivation,
    "sample": _sample,
    "leaves_out": _leaves_out,
}
