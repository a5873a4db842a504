"""记录: one thing that was done with a work item or a case; entries are only ever added, never rewritten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from yaodian.domain.finding import Words

SCHEMA = 1


class Act(StrEnum):
    """动作: what an entry records. `open` pins the kind's edition; `step` reaches a step of it."""

    OPEN = "open"
    ASSIGN = "assign"
    ACCEPT = "accept"
    SPLIT = "split"
    REPORT = "report"
    ATTACH = "attach"
    STEP = "step"
    SEND_BACK = "send_back"
    SUBMIT = "submit"
    VERIFY = "verify"
    CLOSE = "close"
    REOPEN = "reopen"
    EXTEND = "extend"
    HAND_OVER = "hand_over"
    INSTRUCT = "instruct"
    SUSPEND = "suspend"
    RESUME = "resume"
    REVISE = "revise"
    MOVE_EDITION = "move_edition"

    @property
    def words(self) -> Words:
        return _ACTS[self]


_ACTS = {
    Act.OPEN: Words("立项", "opened"),
    Act.ASSIGN: Words("交办", "assigned"),
    Act.ACCEPT: Words("签收", "accepted"),
    Act.SPLIT: Words("分解", "split"),
    Act.REPORT: Words("填报", "reported"),
    Act.ATTACH: Words("附佐证", "evidence attached"),
    Act.STEP: Words("推进", "step reached"),
    Act.SEND_BACK: Words("退回", "sent back"),
    Act.SUBMIT: Words("提请核验", "submitted"),
    Act.VERIFY: Words("核验", "verified"),
    Act.CLOSE: Words("销号", "closed out"),
    Act.REOPEN: Words("重新打开", "re-opened"),
    Act.EXTEND: Words("延期", "deadline extended"),
    Act.HAND_OVER: Words("移交", "handed over"),
    Act.INSTRUCT: Words("批示", "instructed"),
    Act.SUSPEND: Words("暂停", "suspended"),
    Act.RESUME: Words("恢复", "resumed"),
    Act.REVISE: Words("修订", "revised"),
    Act.MOVE_EDITION: Words("换版", "moved to another edition"),
}


class Seat(StrEnum):
    """席位: from where someone acts: the bureau's leaders, its office, one of its units, a county, a school, the engine."""

    LEADER = "leader"
    OFFICE = "office"
    UNIT = "unit"
    COUNTY = "county"
    SCHOOL = "school"
    ENGINE = "engine"

    @property
    def words(self) -> Words:
        return _SEATS[self]


_SEATS = {
    Seat.LEADER: Words("局领导", "leader"),
    Seat.OFFICE: Words("局办公室", "bureau's office"),
    Seat.UNIT: Words("科室", "unit"),
    Seat.COUNTY: Words("县区", "county"),
    Seat.SCHOOL: Words("学校", "school"),
    Seat.ENGINE: Words("系统", "system"),
}


@dataclass(frozen=True, slots=True)
class Hand:
    """Who acts: for which unit, from which seat, by which account (empty for the engine)."""

    unit: str
    seat: Seat
    account: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """The `number`th entry (from 1) of a work item or case: who did what at an instant (UTC), with what.

    `data` holds texts, numbers, lists and mappings only, days as 2020-06-30. `schema` is the number of the form the data
    was written in; a reader knows all earlier ones.
    """

    subject: str
    number: int
    act: Act
    at: datetime
    by: Hand
    data: Mapping[str, Any] = field(default_factory=dict)
    schema: int = SCHEMA

    def __post_init__(self) -> None:
        if self.at.utcoffset() is None:
            raise ValueError(f"{self.subject}: an entry's instant needs its offset")
