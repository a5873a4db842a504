"""走访评分: the cases that wait for an account's visit, and a filled score sheet handed in for one: evidence, steps, findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction

from yaodian.declare.kind import Step
from yaodian.declare.score_sheet import ScoreItem, ScoreSheet
from yaodian.domain.entry import Act, Hand
from yaodian.domain.finding import Refusal, Words
from yaodian.runtime.command import steps_of
from yaodian.runtime.lifecycle import Phase, State
from yaodian.runtime.steps import ahead_of, may_take, may_verify
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import Doing, Standing, must, standing
from yaodian.web.accounts.units import organisation
from yaodian.web.clock import day_of
from yaodian.web.installation import supervision
from yaodian.web.work.drawing import SCHOOL, sheet_for
from yaodian.web.work.evidence import attach_checked
from yaodian.web.work.models import Concern, Item, Receipt
from yaodian.web.work.reading import items_of
from yaodian.web.work.services import Stale, act, answered, asked_of, open_case
from yaodian.web.work.writing import current
from yaodian.workspace.evidence.checking import Checked, checked
from yaodian.workspace.evidence.media import Media
from yaodian.workspace.publish.visit_workbooks import Finding, filled_sheet

CORRECTED = "更正评分"
REMARK = "/remark"


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled sheet: points and remarks by the ids of its items."""

    points: Mapping[str, int] = field(default_factory=dict)
    remarks: Mapping[str, str] = field(default_factory=dict)

    @property
    def details(self) -> dict[str, Any]:
        """As an entry holds it."""
        return {**self.points, **{f"{name}{REMARK}": text for name, text in self.remarks.items() if text}}

    @classmethod
    def of(cls, details: Mapping[str, Any]) -> Filled:
        remarks = {name.removesuffix(REMARK): text for name, text in details.items() if name.endswith(REMARK)}
        return cls({name: value for name, value in details.items() if isinstance(value, int)}, remarks)


@dataclass(frozen=True, slots=True)
class Photo:
    """A photograph of what an item is about."""

    item: str
    name: str
    data: bytes


@dataclass(frozen=True)
class Sheet:
    """A case with the sheet that is filled for it by a hand; `school` is "" where the case names none. `ahead` are the
    steps that the filled sheet takes; none where it was filled before."""

    item: Item
    state: State
    declared: type[ScoreSheet]
    hand: Hand
    school: str
    ahead: Sequence[Step]

    @property
    def items(self) -> Sequence[ScoreItem]:
        """Those of the day the case was opened: a sheet does not change under a visitor's hands."""
        assert self.state.opened_on is not None
        asked: Sequence[ScoreItem] = self.declared.at("items", self.state.opened_on)
        return asked

    @property
    def is_scored(self) -> bool:
        return not self.ahead

    @property
    def may_be_corrected(self) -> bool:
        return self.state.step == self.declared.step and may_verify(self.state, self.hand)

    @property
    def saved(self) -> Filled | None:
        """What was handed in last."""
        rows = self.item.entries.filter(act=Act.STEP.value, data__step=self.declared.step).order_by("number")
        last = rows.last()
        return Filled.of(last.data.get("details", {})) if last and self.is_scored else None


def visits_of(account: Account, at: datetime) -> list[Sheet]:
    """The visits of the account's units: those that wait first, by deadline, then those whose sheet may be corrected."""
    who = standing(account, day_of(at))
    hands = {hand.unit: hand for hand in who.hands()}
    held = items_of(
        account, who.on, kind__in=list(supervision().score_sheets), is_case=True, phase=Phase.UNDER_WAY.value,
        pk__in=Item.concerned(hands),
    )  # fmt: skip
    found = list(_sheets(list(held), who))
    return [one for one in found if not one.is_scored] + [one for one in found if one.is_scored]


def sheet_of(account: Account, subject: str, at: datetime) -> Sheet:
    """The sheet of one case; NotAllowed where the account may not see it, Refusal where no visit is due."""
    who = standing(account, day_of(at))
    item = Item.objects.filter(pk=subject).first()
    must(who, Doing.SEE, item)
    assert item is not None
    found = next(iter(_sheets([item], who)), None)
    if found is None:
        raise Refusal(
            Words(
                "这次走访不由您的单位评分，或还没有轮到；请看个案的下一步",
                "this visit is not your unit's to score, or not yet: look at the next step of the case",
            )
        )
    return found


def _sheets(items: Sequence[Item], who: Standing) -> Iterable[Sheet]:
    schools = schools_of(items, who)
    for item in items:
        declared, state = sheet_for(item.kind), current(item)
        if declared is None or not item.is_case or state.is_suspended or state.phase is not Phase.UNDER_WAY:
            continue
        steps = steps_of(state, supervision().setting(who.on, state.owner))
        for hand in who.hands():
            one = Sheet(item, state, declared, hand, schools.get(item.pk, ""), _ahead(steps, state, declared))
            if one.may_be_corrected or (one.ahead and all(may_take(step, state, hand) for step in one.ahead)):
                yield one
                break


def _ahead(steps: Sequence[Step], state: State, declared: type[ScoreSheet]) -> list[Step]:
    names = [one.step for one in state.reached]
    way = [] if declared.step in names else ahead_of(steps, names)
    upto = [step.name for step in way]
    return way[: upto.index(declared.step) + 1] if declared.step in upto else []


def schools_of(items: Sequence[Item], who: Standing) -> dict[str, str]:
    """The school that each case concerns, by subject."""
    units, found = organisation(), {}
    for subject, unit in Concern.objects.filter(item__in=[item.pk for item in items]).values_list("item", "unit"):
        known = units.with_code(unit, who.on)
        if known is not None and known.kind == SCHOOL:
            found[subject] = unit
    return found


def hand_in_sheet(
    *, account: Account, subject: str, filled: Filled, findings: Sequence[Finding], photos: Sequence[Photo],
    expected: int, key: str, at: datetime,
) -> Item:  # fmt: skip
    """Keep a filled sheet as evidence, take the steps it stands for, and open a case for each finding.

    Raises what `services.act` raises (Stale where somebody went on since the `expected` version), and Refusal for points
    that are missing or too many. A sheet that was handed in before is sent back first and taken again: both stay on record.
    """
    told = {**filled.details, "findings": [str(asdict(one)) for one in findings]}
    asked = asked_of("", subject, Act.STEP, told, expected)
    files = [(photo, checked(photo.data, photo.name)) for photo in photos]
    with transaction.atomic():
        item = Item.objects.select_for_update(of=("self",)).filter(pk=subject).first()
        must(standing(account, day_of(at)), Doing.SEE, item)
        assert item is not None
        if answered(account.login, key, asked) is not None:
            return item
        if item.version != expected:
            raise Stale(item, expected)
        sheet = sheet_of(account, subject, at)
        _must_be_whole(sheet, filled, findings, at)
        done = _Signing(account, sheet, filled, findings, key, at).carried_out(files)
        for finding in findings:
            _open_finding(account, sheet, finding, at)
        Receipt.objects.create(
            account=account.login, key=key, asked=asked, subject=subject, version=done.version, at=at
        )
    return done


def _must_be_whole(sheet: Sheet, filled: Filled, findings: Sequence[Finding], at: datetime) -> None:
    for item in sheet.items:
        if not 0 <= filled.points.get(item.id, -1) <= item.most:
            raise Refusal(
                Words(
                    f"“{item.words.zh}”还没有评分，请选0到{item.most}分",
                    f"score {item.words.en!r} from 0 to {item.most}",
                )
            )
    for finding in findings:
        known = organisation().with_code(finding.unit, day_of(at))
        if known is None or finding.due < day_of(at):
            raise Refusal(
                Words(
                    f"问题“{finding.text}”要有责任单位，期限不早于今天",
                    f"the finding {finding.text!r} needs a unit that answers for it and a deadline from today on",
                )
            )


@dataclass
class _Signing:
    """The acts of one sheet that is handed in, each on the version that the one before it left."""

    account: Account
    sheet: Sheet
    filled: Filled
    findings: Sequence[Finding]
    key: str
    at: datetime
    count: int = 0

    def carried_out(self, photos: Sequence[tuple[Photo, Checked]]) -> Item:
        sheet, item = self.sheet, self.sheet.item
        if sheet.is_scored:
            if sheet.saved == Filled.of(self.filled.details):
                return item
            item = act(**self._common(item), act=Act.SEND_BACK, data={"reason": CORRECTED})
        for step in sheet.ahead or self._again(item):
            if step.name == sheet.declared.step:
                for photo, file in photos:
                    item = self._attached(item, step, "photo", f"{photo.item}-{photo.name}", file)
            if step.evidence is not None:
                name = f"{step.words.zh}.xlsx"
                item = self._attached(item, step, step.evidence.value, name, self._file())
            details = {"details": self.filled.details} if step.name == sheet.declared.step else {}
            item = act(**self._common(item), act=Act.STEP, data={"step": step.name, **details})
        return item

    def _again(self, item: Item) -> list[Step]:
        state = current(item)
        return _ahead(steps_of(state, supervision().setting(day_of(self.at))), state, self.sheet.declared)

    def _attached(self, item: Item, step: Step, evidence: str, name: str, file: Checked) -> Item:
        return attach_checked(**self._common(item), step=step.name, evidence=evidence, name=name, file=file)

    def _common(self, item: Item) -> dict[str, Any]:
        self.count += 1
        return {
            "account": self.account, "unit": self.sheet.hand.unit, "subject": item.subject, "expected": item.version,
            "key": f"{self.key[:70]}/{self.count}", "at": self.at,
        }  # fmt: skip

    def _file(self) -> Checked:
        sheet, on = self.sheet, day_of(self.at)
        told = [f"走访单位：{_called(sheet.hand.unit, self.at)}　签名：{self.account.name}　日期：{on}"]
        named = [Finding(one.text, _called(one.unit, self.at), one.due) for one in self.findings]
        made = filled_sheet(sheet.item.title, told, sheet.items, self.filled.points, self.filled.remarks, named, on)
        return Checked(made, Media.XLSX)


def _called(unit: str, at: datetime) -> str:
    known = organisation().with_code(unit, day_of(at))
    return known.name if known else unit


def _open_finding(account: Account, sheet: Sheet, finding: Finding, at: datetime) -> None:
    """The same finding of a visit is opened once, whoever tells it again."""
    item, known = sheet.item, sheet.item.below.filter(kind=sheet.declared.findings)
    if known.filter(title=finding.text, owner=finding.unit).exists():
        return
    digest = sha256(f"{finding.text}/{finding.unit}".encode()).hexdigest()[:24]
    open_case(
        account=account, unit=sheet.hand.unit, kind=sheet.declared.findings, title=finding.text, item=item.subject,
        owner=finding.unit, due=finding.due.isoformat(), concerns=(sheet.school,), key=f"{item.subject}/{digest}", at=at,
    )  # fmt: skip


def findings_at(account: Account, school: str, sheet: type[ScoreSheet], at: datetime) -> list[Item]:
    """What was found at a school and is still open, as far as the account sees it."""
    if not school:
        return []
    open_ = items_of(account, day_of(at), is_open=True, kind=sheet.findings, is_case=True)
    return list(open_.filter(pk__in=Item.concerned([school])))
