"""办理规则: the dated parameters that decisions and notices depend on (`in_force` reads them)."""

from __future__ import annotations

from dataclasses import dataclass


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
