"""时期: a period of time with its id."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Period:
    """To be completed."""

    id: str

    def __str__(self) -> str:
        return self.id
