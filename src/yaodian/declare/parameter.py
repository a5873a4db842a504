"""参数 Parameter: a threshold, amount or table with the days from which its values hold and the documents that set them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from yaodian.declare.declared import DeclarationError, Declared
from yaodian.domain.quantity import Quantity
from yaodian.domain.unit_of_measure import UnitOfMeasure, UnknownUnitOfMeasure, unit_called


@dataclass(frozen=True, slots=True)
class Stated:
    """A value in force: since when, by which document, and whether that was checked at the issuing office."""

    value: Any
    since: date
    reference: str
    unverified: bool


class Parameter(Declared, form=True):
    """A dated value: `value_2020_01 = 0.30`, or `value_2020_03_16` where the day matters.

    `reference` names the document, `unverified` marks a value from memory; a value with another document or another
    standing says so beside it (`reference_2020_01`, `unverified_2020_01`). `unit` is None for a table or a code.
    """

    unit: ClassVar[UnitOfMeasure | None] = None
    unverified: ClassVar[bool] = False

    dated = ("value", "reference", "unverified")
    needed = ("label", "reference", "value")

    def __init_subclass__(cls, form: bool = False, **kwargs: Any) -> None:
        super().__init_subclass__(form=form, **kwargs)
        for name in ("reference", "unverified"):
            for since in set(cls.editions.get(name, ())) - set(cls.editions["value"]):
                raise DeclarationError(f"{cls.__name__}: {name} of {since} stands beside no value of that day")

    @classmethod
    def on(cls, day: date) -> Stated:
        """The value in force on a day; LookupError where none was yet."""
        value = cls.at("value", day)
        since = max(d for d in cls.editions["value"] if d <= day)
        reference = cls.editions.get("reference", {}).get(since, cls.reference)
        return Stated(value, since, reference, cls.editions.get("unverified", {}).get(since, cls.unverified))

    @classmethod
    def quantity_on(cls, day: date) -> Quantity:
        """The number in force on a day with its unit; LookupError where none was yet, TypeError where it has no unit."""
        if cls.unit is None:
            raise TypeError(f"{cls.__name__} has no unit")
        return Quantity(cls.on(day).value, cls.unit)


_PLAIN = ("label", "unit", "reference", "unverified", "meaning")
_BESIDE = {"value", "reference", "unverified"}


def parameter_of(id: str, given: Mapping[Any, Any]) -> type[Parameter]:  # noqa: A002 - the word of the house
    """A parameter written as data, as a bureau's file has it: label, unit (as a word), reference, unverified, meaning
    (the docstring), and days as keys: `2020-01-01: 500`, or `2020-01-01: {value: …, reference: …, unverified: true}`.

    Raises DeclarationError with a sentence that names the parameter.
    """
    name = "".join(part.capitalize() for part in id.split("_"))
    if not id.isidentifier() or not id.isascii() or id != id.lower():
        raise DeclarationError(f"{id!r} is no id of a parameter: write small English letters joined by underscores")
    if not isinstance(given.get("unverified", False), bool):
        raise DeclarationError(f"{id}: unverified is true or false, not {given['unverified']!r}")
    attributes: dict[str, Any] = {}
    for key, value in given.items():
        if key == "unit":
            attributes["unit"] = _unit(id, value)
        elif key == "meaning":
            attributes["__doc__"] = value
        elif key in _PLAIN:
            attributes[key] = value
        else:
            attributes |= _dated(id, key, value)
    made: type[Parameter] = type(name, (Parameter,), attributes)
    made.id = id
    return made


def _unit(id: str, word: object) -> UnitOfMeasure:  # noqa: A002
    try:
        return unit_called(str(word))
    except UnknownUnitOfMeasure as unknown:
        raise DeclarationError(f"{id}: {unknown.words.en}") from unknown


def _dated(id: str, key: object, value: Any) -> dict[str, Any]:  # noqa: A002
    """The attributes that one dated key stands for."""
    try:
        since = key if isinstance(key, date) and not isinstance(key, datetime) else date.fromisoformat(str(key))
    except ValueError:
        raise DeclarationError(
            f"{id}: {key!r} is neither a day such as 2020-01-01 nor one of {', '.join(_PLAIN)}"
        ) from None
    beside = value if isinstance(value, Mapping) and "value" in value else {"value": value}
    unknown = [str(name) for name in beside if name not in _BESIDE]
    if unknown:
        raise DeclarationError(
            f"{id}: beside the value of {since} stand {', '.join(unknown)}; known: {', '.join(sorted(_BESIDE))}"
        )
    return {f"{name}_{since:%Y_%m_%d}": one for name, one in beside.items()}
