"""抽样: an inspection's schools drawn by a published seed; each drawn school gets a case, and the draw is on the record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction

from yaodian.declare.kind import Step
from yaodian.declare.parameter import Stated
from yaodian.declare.score_sheet import ScoreSheet
from yaodian.domain.entry import Act, Entry, Hand
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.organisation import OrganisationUnit
from yaodian.runtime.command import Command, Refused, steps_of
from yaodian.runtime.deciding import decide
from yaodian.runtime.lifecycle import Phase, State, fold
from yaodian.runtime.steps import may_take, next_steps
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import Doing, Standing, must, standing
from yaodian.web.accounts.units import organisation
from yaodian.web.clock import day_of
from yaodian.web.installation import supervision
from yaodian.web.work.bulk import History, keep_histories
from yaodian.web.work.evidence import attach_checked
from yaodian.web.work.models import EntryRow, Item, Receipt
from yaodian.web.work.reading import items_of
from yaodian.web.work.services import Stale, act, answered, asked_of
from yaodian.web.work.writing import Opening, current
from yaodian.workspace.evidence.checking import Checked
from yaodian.workspace.evidence.media import Media
from yaodian.workspace.publish.visit_workbooks import Sample, sample_list

SCHOOL = "school"
LONGEST_SEED = 64


@dataclass(frozen=True, slots=True)
class Drawn:
    """A draw as it was recorded: of which item, with which seed and share, how many of how many schools."""

    item: Item
    seed: str
    share: float
    frame: int
    size: int


def sheet_for(kind: str) -> type[ScoreSheet] | None:
    """The score sheet of a kind's cases."""
    return supervision().score_sheets.get(kind)


def share_of(sheet: type[ScoreSheet], at: datetime) -> Stated:
    """Which part of the schools is drawn now, and by which document."""
    return supervision().parameters[sheet.share].on(day_of(at))


def frame_of(item: Item, at: datetime) -> list[OrganisationUnit]:
    """The schools that an item's sample is drawn from: those below its owner, of an office of the bureau all."""
    units, on = organisation(), day_of(at)
    owner = units.with_code(item.owner, on)
    among = units.below(item.owner, on) if owner and owner.kind == "county" else units.units
    return [unit for unit in among if unit.kind == SCHOOL and unit.is_in_force(on)]


def to_be_drawn(account: Account, at: datetime) -> list[Item]:
    """The items whose sample the account draws next."""
    who = standing(account, day_of(at))
    held = items_of(
        account, who.on, kind__in=list(supervision().score_sheets), is_case=False, phase=Phase.UNDER_WAY.value,
        owner__in=[hand.unit for hand in who.hands()],
    )  # fmt: skip
    return [item for item in held if (sheet := sheet_for(item.kind)) and _may_draw(who, current(item), sheet)]


def _may_draw(who: Standing, state: State, sheet: type[ScoreSheet]) -> bool:
    led = next_steps(steps_of(state, supervision().setting(who.on, state.owner)), state.step)
    return any(step.name == sheet.drawn_at and may_take(step, state, hand) for step in led for hand in who.hands())


def drawn_of(items: Sequence[str]) -> dict[str, Drawn]:
    """The draws of items by their subjects. Their entries are looked through here: of few items, they are few, while a database
    that is asked for steps with a seed looks through the steps of all."""
    rows = EntryRow.objects.filter(item__in=items, item__is_case=False).select_related("item").order_by("number")
    found = {}
    for row in rows:
        told = row.data.get("details", {}) if row.act == Act.STEP else {}
        if "seed" not in told:
            continue
        found[row.item_id] = Drawn(row.item, told["seed"], told["share"], told["frame"], told["size"])
    return found


def draw(
    *, account: Account, unit: str, subject: str, seed: str, visitor: str, expected: int, key: str, at: datetime
) -> Item:
    """Draw the sample of an item and open a case for each drawn school, to be visited by the unit `visitor`.

    Raises what `services.act` raises, and Refusal without a seed, a frame, or a visitor who is not the owner. The same key
    sent again draws nothing twice.
    """
    who = standing(account, day_of(at))
    asked = asked_of(unit, subject, Act.STEP, {"seed": seed, "visitor": visitor}, expected)
    with transaction.atomic():
        item = Item.objects.select_for_update(of=("self",)).filter(pk=subject).first()
        must(who, Doing.SEE, item)
        assert item is not None
        hand = who.hand_for(unit)
        if answered(account.login, key, asked) is not None:
            return item
        if item.version != expected:
            raise Stale(item, expected)
        sheet = _sheet(item)
        sample = _sample(item, sheet, seed.strip(), visitor, at)
        done = _record(account, hand, item, sheet, sample, key, at)
        keep_histories(_cases(hand, done, sheet, sample, visitor, at))
        Receipt.objects.create(
            account=account.login, key=key, asked=asked, subject=subject, version=done.version, at=at
        )
    return done


def _sheet(item: Item) -> type[ScoreSheet]:
    sheet = sheet_for(item.kind)
    if sheet is None or item.is_case:
        raise Refusal(Words(f"“{item.title}”不是要抽样的事项", f"{item.title!r} is nothing that is sampled"))
    return sheet


def _sample(item: Item, sheet: type[ScoreSheet], seed: str, visitor: str, at: datetime) -> Sample:
    if not seed or len(seed) > LONGEST_SEED:
        raise Refusal(
            Words(f"请写种子，最多{LONGEST_SEED}个字", f"write the seed, of at most {LONGEST_SEED} characters")
        )
    known = organisation().with_code(visitor, day_of(at))
    if known is None or known.kind == SCHOOL or visitor == item.owner:
        raise Refusal(
            Words(
                "走访单位不能是责任单位自己，请选另一个单位", "the owner does not visit for itself: choose another unit"
            )
        )
    frame = frame_of(item, at)
    if not frame:
        raise Refusal(Words("责任单位下面没有学校可抽", "there is no school below the owner to draw from"))
    return Sample.of(seed, share_of(sheet, at).value, frame)


def details_of(sample: Sample) -> dict[str, Any]:
    """What the entry of a draw says, so that it can be drawn again."""
    return {"seed": sample.seed, "share": sample.share, "frame": len(sample.ordered), "size": sample.size}


def _record(
    account: Account, hand: Hand, item: Item, sheet: type[ScoreSheet], sample: Sample, key: str, at: datetime
) -> Item:
    """The list attached to the item, and the step of the draw taken."""
    step = next(one for one in steps_of(current(item), supervision().setting(day_of(at))) if one.name == sheet.drawn_at)
    common: dict[str, Any] = {"account": account, "unit": hand.unit, "subject": item.subject, "at": at}
    file = Checked(sample_list(sample, item.title, day_of(at)), Media.XLSX)
    assert step.evidence is not None
    listed = attach_checked(
        **common, step=step.name, evidence=step.evidence.value, name="抽样名单.xlsx", file=file, expected=item.version,
        key=f"{key[:70]}/list",
    )  # fmt: skip
    data = {"step": step.name, "details": details_of(sample)}
    return act(**common, act=Act.STEP, data=data, expected=listed.version, key=f"{key[:70]}/drawn")


def _cases(
    hand: Hand, item: Item, sheet: type[ScoreSheet], sample: Sample, visitor: str, at: datetime
) -> Iterator[History]:
    """A case for each drawn school, taken up to the draw with the item's own evidence."""
    steps = _up_to(steps_of(current(item), supervision().setting(day_of(at))), sheet.drawn_at)
    shown = [row.data for row in item.entries.filter(act=Act.ATTACH.value).order_by("number")]
    for school in sample.drawn:
        subject = "c-" + sha256(f"{item.subject}/{sample.seed}/{school.code}".encode()).hexdigest()[:12]
        told = {
            "kind": item.kind, "title": f"{school.name}：{item.title}"[:200], "owner": item.owner, "item": item.subject, "is_case": True,
            "due": item.due.isoformat() if item.due else None,
        }  # fmt: skip
        entries = _decided(Command(subject, Act.OPEN, hand, at, told), None)
        entries += _decided(Command(subject, Act.ACCEPT, hand, at), fold(entries))
        for step in steps:
            for data in (one for one in shown if one["step"] == step.name):
                entries += _decided(Command(subject, Act.ATTACH, hand, at, data), fold(entries))
            details = {"details": details_of(sample)} if step.name == sheet.drawn_at else {}
            entries += _decided(Command(subject, Act.STEP, hand, at, {"step": step.name, **details}), fold(entries))
        opening = Opening(item.plan, item.address, concerns=(visitor, school.code))
        yield History(entries, fold(entries), opening)


def _up_to(steps: Sequence[Step], name: str) -> list[Step]:
    return list(steps[: [step.name for step in steps].index(name) + 1])


def _decided(command: Command, state: State | None) -> list[Entry]:
    today = day_of(command.at)
    made = decide(state, command, today, supervision().setting(today, state.owner if state else ""))
    if isinstance(made, Refused):
        raise Refusal(made.words)
    return list(made)
