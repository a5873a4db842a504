"""权限: who may do what with which records, for which purpose, on which day; and which columns they then see.

Nothing is allowed that no grant allows. A grant says who, for what purpose, in which scope, up to which privacy class,
from which day and before which. `can` is pure: it reads no table and no clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yaodian.domain.finding import Words

AUDITED_FROM = 3  # reads of columns from this privacy class on are audited


class Purpose(StrEnum):
    """用途: what records are used for; a register or a column may be restricted to some of these."""

    STATISTICS = "statistics"
    ENROLMENT = "enrolment"
    DROPOUT_PREVENTION = "dropout_prevention"
    STUDENT_AID = "student_aid"
    SPECIAL_EDUCATION = "special_education"
    CARE = "care"
    ADMISSION = "admission"
    HEALTH = "health"
    STAFFING = "staffing"
    ETHICS = "ethics"
    ASSESSMENT = "assessment"
    SUPERVISION = "supervision"
    SAFETY = "safety"
    LINKAGE = "linkage"
    CORRECTION = "correction"
    ERASURE = "erasure"
    OWN_RECORD = "own_record"

    @property
    def is_of_duty(self) -> bool:
        """Whether someone can hold a duty for it; one's own record is seen as the person that it is about, never by office."""
        return self is not Purpose.OWN_RECORD

    @property
    def words(self) -> Words:
        return _PURPOSES[self]

    @property
    def label(self) -> str:
        return self.words.zh


_PURPOSES = {
    Purpose.STATISTICS: Words("统计", "statistics"),
    Purpose.ENROLMENT: Words("学籍管理", "keeping enrolment records"),
    Purpose.DROPOUT_PREVENTION: Words("控辍保学", "dropout prevention"),
    Purpose.STUDENT_AID: Words("学生资助", "student aid"),
    Purpose.SPECIAL_EDUCATION: Words("特殊教育安置", "placing children with disabilities"),
    Purpose.CARE: Words("关爱保护", "care of left-behind and other children"),
    Purpose.ADMISSION: Words("招生入学", "admission"),
    Purpose.HEALTH: Words("学生健康", "pupils' health"),
    Purpose.STAFFING: Words("教师管理", "staffing"),
    Purpose.ETHICS: Words("师德管理", "teacher ethics"),
    Purpose.ASSESSMENT: Words("考试评价", "examinations and assessment"),
    Purpose.SUPERVISION: Words("督导", "inspection and supervision"),
    Purpose.SAFETY: Words("校园安全", "school safety"),
    Purpose.LINKAGE: Words("数据关联", "linking records"),
    Purpose.CORRECTION: Words("差错更正", "correcting errors"),
    Purpose.ERASURE: Words("信息删除", "erasing records"),
    Purpose.OWN_RECORD: Words("查看本人记录", "seeing one's own record"),
}


class Action(StrEnum):
    """动作: what one may do with records."""

    READ = "read"
    EXPORT = "export"
    IMPORT = "import"
    LINK = "link"
    ERASE = "erase"

    @property
    def label(self) -> str:
        return _ACTIONS[self]


_ACTIONS = {
    Action.READ: "查看",
    Action.EXPORT: "导出",
    Action.IMPORT: "导入",
    Action.LINK: "关联",
    Action.ERASE: "删除",
}


@dataclass(frozen=True, slots=True)
class Scope:
    """范围: places (each with all below it) × registers. None means every one, an empty set none. With a `person` it is
    that person's records alone."""

    places: frozenset[str] | None = None
    registers: frozenset[str] | None = None
    person: str = ""

    def covers(self, within: Iterable[str], register: str, person: str = "") -> bool:
        """Whether a place, given with all above it, a register and whose records are asked for lie in the scope."""
        if self.person != person:
            return False
        here = self.places is None or not self.places.isdisjoint(within)
        return here and (self.registers is None or register in self.registers)


@dataclass(frozen=True, slots=True)
class Grant:
    """授权: `who` may act for the purpose in the scope from `since` up to the day before `until` (None: open).

    `reach` is the highest privacy class (0–4) whose columns it shows.
    """

    who: str
    purpose: Purpose
    scope: Scope
    since: date
    until: date | None = None
    reach: int = 2
    actions: frozenset[Action] = frozenset({Action.READ})

    def is_in_force(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True)
class Actor:
    """办理人: someone who acts, with every grant they ever had."""

    id: str
    label: str = ""
    grants: Sequence[Grant] = ()


@dataclass(frozen=True, slots=True)
class Guarded:
    """A column as access sees it: its privacy class and the purposes it is restricted to (none: any)."""

    name: str
    privacy: int
    purposes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Records:
    """对象: records of a register at a place. `within` is the place's code and those of all above it; `person` is set where
    the records of one person are asked for as their own."""

    register: str
    within: Sequence[str]
    columns: Sequence[Guarded] = ()
    purposes: frozenset[str] = frozenset()
    label: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Mask:
    """掩码: the columns shown and those kept back."""

    shown: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()

    def __and__(self, other: Mask) -> Mask:
        """What both show."""
        return Mask(self.shown & other.shown, self.hidden | other.hidden | (self.shown ^ other.shown))


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether it is allowed, what is then shown, whether the read must be audited first, and the sentence that says why."""

    is_allowed: bool
    mask: Mask
    is_audited: bool
    words: Words


def can(actor: Actor, action: Action, records: Records, purpose: Purpose, on: date) -> Decision:
    """Whether the actor may act on the records for the purpose on a day, and which columns they see."""
    names = frozenset(column.name for column in records.columns)
    held = [grant for grant in actor.grants if grant.who == actor.id and grant.is_in_force(on)]
    fit = [
        grant
        for grant in held
        if grant.purpose is purpose
        and purpose.is_of_duty is not bool(grant.scope.person)
        and action in grant.actions
        and grant.scope.covers(records.within, records.register, records.person)
    ]
    if not fit:
        return Decision(False, Mask(hidden=names), False, _no_grant(actor, action, records, purpose, on))
    if records.purposes and purpose not in records.purposes:
        return Decision(False, Mask(hidden=names), False, _other_purpose(records, purpose))
    reach = max(grant.reach for grant in fit)
    shown = frozenset(
        c.name for c in records.columns if c.privacy <= reach and (not c.purposes or purpose in c.purposes)
    )
    is_audited = any(c.privacy >= AUDITED_FROM and c.name in shown for c in records.columns)
    return Decision(True, Mask(shown, names - shown), is_audited, Words("允许", "allowed"))


def _no_grant(actor: Actor, action: Action, records: Records, purpose: Purpose, on: date) -> Words:
    who, what = actor.label or actor.id, records.label or records.register
    return Words(
        f"{who}在{on.isoformat()}没有为“{purpose.label}”{action.label}“{what}”（{'、'.join(records.within)}）的授权；"
        "请由管理员按范围和用途授权",
        f"{who} has no grant on {on.isoformat()} to {action} {records.register} at {', '.join(records.within)}"
        f" for {purpose}: ask for one with this scope and purpose",
    )


def _other_purpose(records: Records, purpose: Purpose) -> Words:
    allowed = sorted(records.purposes)
    return Words(
        f"“{records.label or records.register}”不得用于“{purpose.label}”，只可用于：{'、'.join(map(_purpose_label, allowed))}",
        f"{records.register} may not be used for {purpose}, only for {', '.join(allowed)}",
    )


def _purpose_label(text: str) -> str:
    return Purpose(text).label if text in set(Purpose) else text
