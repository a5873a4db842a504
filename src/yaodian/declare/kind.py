"""Kind: a kind of work says what a case is, which steps it goes through and what 'done' means."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from yaodian.declare.column import CODE, DATE, TEXT, Column
from yaodian.declare.declared import DeclarationError, Declared
from yaodian.domain.finding import Words


class Need(StrEnum):
    """What a measure of this kind must say before it can be kept; lint asks for it."""

    COUNT = "count"
    DEADLINE = "deadline"
    STANDARD = "standard"
    DRAFTER = "drafter"
    OUTCOME = "outcome"

    @property
    def label(self) -> str:
        return _NEEDS[self]


_NEEDS = {
    Need.COUNT: "数量",
    Need.DEADLINE: "时限",
    Need.STANDARD: "标准",
    Need.DRAFTER: "起草单位",
    Need.OUTCOME: "成效标志",
}


class Actor(StrEnum):
    """Who takes a step, seen from the task: its lead, another unit that verifies, a county, a school, the bureau's office."""

    LEAD = "lead"
    SUPPORT = "support"
    VERIFIER = "verifier"
    COUNTY = "county"
    SCHOOL = "school"
    OFFICE = "office"
    LEADER = "leader"
    ENGINE = "engine"


class Evidence(StrEnum):
    """佐证: what a step leaves behind for the verifier."""

    OFFICIAL_DOCUMENT = "official_document"
    SCORE_SHEET = "score_sheet"
    SUMMARY = "summary"
    LIST = "list"
    CONTRACT = "contract"
    CERTIFICATE = "certificate"
    PHOTO = "photo"
    REGISTER_ROW = "register_row"
    MINUTES = "minutes"


FILED = tuple(evidence.value for evidence in Evidence if evidence is not Evidence.REGISTER_ROW)
"""What is a file; a row of a register is in the register."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a life cycle. `days` is the least number of working days it stays; `to` where it leads (default: the next).

    `asks` is what whoever takes it tells of it, where no register holds that: texts, codes with their list, and days on
    which something was done, so none before the subject was opened and none to come. A step that leads to itself may be taken again.
    """

    name: str
    by: Actor = Actor.LEAD
    label: str = ""
    evidence: Evidence | None = None
    days: int = 0
    to: tuple[str, ...] = ()
    closes: bool = False
    asks: tuple[Column, ...] = ()

    def __post_init__(self) -> None:
        for column in self.asks:
            if column.type not in (TEXT, CODE, DATE) or (isinstance(column.codes, str) and column.codes):
                raise DeclarationError(
                    f"step {self.name}: {column.name} is no text, day or code with its codes, and nothing else can be asked"
                )

    @property
    def words(self) -> Words:
        """What officials call it."""
        return Words(self.label or self.name, self.name.replace("_", " "))


class Kind(Declared, form=True):
    """A kind of work.

    `cues` speak for the kind in a measure's words: `创建` (the action's verb), `开展…活动` (verb … words of the object),
    `…培训` (words of the object alone). `rank` orders kinds by how measurable they are (1 the most): the main kind of a
    measure is that of its most measurable action. In a clause with one of the words of `unless` no cue of the kind speaks.
    """

    cues: ClassVar[tuple[str, ...]]
    unless: ClassVar[tuple[str, ...]] = ()
    rank: ClassVar[int]
    needs: ClassVar[tuple[Need, ...]] = ()
    case: ClassVar[str | None] = None
    records: ClassVar[str | None] = None
    case_label: ClassVar[Words | None] = None
    measured_by: ClassVar[Words]
    steps: ClassVar[tuple[Step, ...]]
    english: ClassVar[str]
    meaning: ClassVar[Words]

    dated = ("steps",)
    needed = ("label", "english", "meaning", "measured_by", "rank")
