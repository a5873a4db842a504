"""What the process that reads a pdf hands to the one that asked for it."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class Fault(IntEnum):
    """Why there is no text layer, as the exit code."""

    DAMAGED = 3
    ENCRYPTED = 4
    TOO_LONG = 5


class PrintedLine(NamedTuple):
    """A line of a page in points; a tab in `text` stands for a gap as wide as between columns."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    size: float
