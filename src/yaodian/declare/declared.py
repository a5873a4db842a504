"""The base of all declarations: a closed list of attributes, an id from the class name, values with dates in their names."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, ClassVar

DATED = re.compile(r"^(?P<name>[a-z][a-z_]*?)_(?P<year>\d{4})_(?P<month>\d{2})(?:_(?P<day>\d{2}))?$")


class DeclarationError(TypeError):
    """A declaration that says what its form does not know, or lacks what its form needs."""


def snake(name: str) -> str:
    """MealLocalRatio → meal_local_ratio."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


class Declared:
    """Base of the forms. A form is a direct subclass (`form=True`); its annotations are the closed list of attributes.

    `dated` names the attributes whose values carry the date from which they hold (`steps_2020_01`, `value_2019_08_21`).
    """

    id: ClassVar[str]
    label: ClassVar[str] = ""
    reference: ClassVar[str] = ""
    formerly: ClassVar[tuple[str, ...]] = ()
    dated: ClassVar[tuple[str, ...]] = ()
    needed: ClassVar[tuple[str, ...]] = ("label",)
    form: ClassVar[type[Declared]]
    editions: ClassVar[dict[str, dict[date, Any]]]

    def __init_subclass__(cls, form: bool = False, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if form:
            cls.form = cls
            return
        cls.id = snake(cls.__name__)
        cls.editions = {}
        for name, value in list(vars(cls).items()):
            if not name.startswith("_"):
                cls._declare(name, value)
        missing = [name for name in cls.needed if not getattr(cls, name, None) and name not in cls.editions]
        if missing:
            raise DeclarationError(
                f"{cls.__name__}: {', '.join(missing)} not given; the form {cls.form.__name__} needs it"
            )

    @classmethod
    def _declare(cls, name: str, value: Any) -> None:
        match = DATED.match(name)
        if match and match["name"] in cls.form.dated:
            cls._date(name, match, value)
        elif not (name in ("id", "editions") or hasattr(cls.form, name) or name in _attributes(cls.form)):
            known = ", ".join(sorted(_attributes(cls.form)))
            raise DeclarationError(
                f"{cls.__name__}.{name}: the form {cls.form.__name__} has no such attribute (it has {known})"
            )

    @classmethod
    def _date(cls, name: str, match: re.Match[str], value: Any) -> None:
        try:
            since = date(int(match["year"]), int(match["month"]), int(match["day"] or 1))
        except ValueError:
            raise DeclarationError(f"{cls.__name__}.{name}: the calendar has no such day") from None
        editions = cls.editions.setdefault(match["name"], {})
        if since in editions:
            raise DeclarationError(f"{cls.__name__}.{name}: {match['name']} has two values from {since} on")
        editions[since] = value

    @classmethod
    def at(cls, name: str, on: date) -> Any:
        """The value of the dated attribute `name` in force on a day; LookupError where none was yet."""
        editions = cls.editions.get(name, {})
        since = max((d for d in editions if d <= on), default=None)
        if since is None:
            raise LookupError(f"{cls.__name__}.{name}: nothing in force on {on.isoformat()}")
        return editions[since]


def _attributes(form: type) -> set[str]:
    """The names a form declares: its annotations and those of its bases, less the machinery."""
    names = {name for base in form.__mro__ for name in vars(base).get("__annotations__", {})}
    return names - {"id", "form", "editions", "dated", "needed"}
