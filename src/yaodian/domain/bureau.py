"""教育局: what a compiler must know of one bureau: its units, its platforms, its calendar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from yaodian.domain.finding import Severity
from yaodian.domain.schooldays import SchoolCalendar


@dataclass(frozen=True, slots=True)
class Unit:
    """科室: an organisation unit with a stable code; `collective` stands for several (各科室)."""

    id: str
    name: str
    aliases: Sequence[str] = ()
    collective: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class PlatformRecord:
    """平台: a digital platform that the bureau runs or uses."""

    id: str
    name: str
    aliases: Sequence[str] = ()


@dataclass(frozen=True)
class Bureau:
    """One city's content. `severities` overrides a rule's severity by its code; `edition` names the exact content."""

    id: str
    name: str
    units: Sequence[Unit] = ()
    platforms: Sequence[PlatformRecord] = ()
    calendar: SchoolCalendar | None = None
    severities: Mapping[str, Severity] = field(default_factory=dict)
    edition: str = ""

    def unit_called(self, name: str) -> Unit | None:
        """The unit with this name or alias, punctuation of brackets aside."""
        return self._units_by_name.get(_plain(name))

    @cached_property
    def _units_by_name(self) -> dict[str, Unit]:
        return {_plain(name): unit for unit in reversed(self.units) for name in unit.names}

    def platform_called(self, title: str) -> PlatformRecord | None:
        return next((p for p in self.platforms if title in (p.name, *p.aliases)), None)


_BRACKETS = str.maketrans("（）〔〕【】［］", "()()()()")


def _plain(name: str) -> str:
    return name.translate(_BRACKETS).replace(" ", "")
