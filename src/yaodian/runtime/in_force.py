"""现行参数: the dated parameters of one form, as they stand on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import TypeVar

from yaodian.declare.parameter import Parameter
from yaodian.runtime.rules import Ladder, Rules
from yaodian.runtime.thresholds import Thresholds

F = TypeVar("F", Rules, Ladder, Thresholds)


def in_force(form: type[F], parameters: Mapping[str, type[Parameter]], on: date) -> F:
    """The form filled for a day, each field by the parameter of its name. KeyError for a parameter that is not declared,
    LookupError before its first day."""
    return form(**{field.name: parameters[field.name].on(on).value for field in fields(form)})
