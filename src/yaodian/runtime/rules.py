"""办理规则: the dated parameters that decisions depend on, as they stand on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import TypeVar

from yaodian.declare.parameter import Parameter


@dataclass(frozen=True, slots=True)
class Rules:
    """Each the parameter of its name: `work_most_extensions` how often a deadline may be moved; `work_parts_may_exceed`
    whether parts may add up to more than was promised; `work_parts_may_miss` whether a county may be left out."""

    work_most_extensions: int = 2
    work_parts_may_exceed: bool = True
    work_parts_may_miss: bool = False


@dataclass(frozen=True, slots=True)
class Ladder:
    """Working days, each the parameter of its name: before the deadline that the first reminder goes out, within which
    a unit accepts, and after which an unanswered notice is followed by the next rung."""

    work_remind_days: int = 10
    work_accept_days: int = 3
    work_answer_days: int = 5


F = TypeVar("F", Rules, Ladder)


def in_force(form: type[F], parameters: Mapping[str, type[Parameter]], on: date) -> F:
    """The rules or the ladder of a day, each field the parameter of its name. KeyError for a parameter that is not
    declared, LookupError before its first day."""
    return form(**{field.name: parameters[field.name].on(on).value for field in fields(form)})
