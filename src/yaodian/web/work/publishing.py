"""下达: a plan file published: its items opened, or revised where an edition of the plan is there already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from yaodian.domain.entry import Act, Entry, Hand
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.program import Program
from yaodian.runtime.command import Command
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import Doing, must, standing
from yaodian.web.accounts.simulated import must_be_real
from yaodian.web.audit.recording import record
from yaodian.web.clock import day_of
from yaodian.web.installation import supervision
from yaodian.web.plans.drafting import held_draft, review_of
from yaodian.web.plans.models import PlanEdition
from yaodian.web.plans.reading import newest_edition
from yaodian.web.work.models import Item
from yaodian.web.work.services import carry_out, decided_opening
from yaodian.web.work.writing import Opening, current, opened
from yaodian.workspace.drafting.suggesting import unbound
from yaodian.workspace.openings import openings
from yaodian.workspace.planfile.identity import with_ids
from yaodian.workspace.planfile.reading import is_plan_file
from yaodian.workspace.planfile.writing import plan_to_yaml
from yaodian.workspace.promises import compiled_edition


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing came to: the edition and how many items were opened, revised, suspended and left as they were."""

    edition: PlanEdition
    opened: int
    revised: int
    suspended: int
    same: int


def publish(*, by: Account, unit: str, file: Path, at: datetime) -> Published:
    """Publish a plan file; Refusal for anything else (see `publish_text`)."""
    text = file.read_text("utf-8", "replace") if file.is_file() else ""
    if not is_plan_file(text):
        raise Refusal(
            Words(
                f"{file}不是计划文件；请先用 yaodian compile 编译要点，再下达得到的 .plan.yaml",
                f"{file} is no plan file: compile the document first and publish the .plan.yaml",
            )
        )
    return publish_text(by=by, unit=unit, text=text, name=str(file), at=at)


def publish_draft(*, by: Account, unit: str, draft: int, expected: int, at: datetime) -> Published:
    """Publish a draft as it was decided at the `expected` version. Refusal where something of it was not accepted yet: what
    was only proposed does not take effect."""
    must(standing(by, day_of(at)), Doing.PUBLISH_PLAN)
    with transaction.atomic():
        held = held_draft(draft, expected, {})
        review = review_of(held)
        if left := len(review.unaccepted):
            raise Refusal(
                Words(
                    f"还有{left}条举措没有核对，请先接受或修改",
                    f"{left} measures were not reviewed: accept or mend them",
                )
            )
        if left := len(unbound(review)):
            raise Refusal(
                Words(
                    f"还有{left}个承诺没有定指标，请先挂上或改", f"{left} promises have no indicator decided: bind them"
                )
            )
        text = plan_to_yaml(with_ids(review.plan))
        published = publish_text(by=by, unit=unit, text=text, name=held.title, at=at)
        held.edition = published.edition
        held.save(update_fields=["edition"])
    return published


def publish_text(*, by: Account, unit: str, text: str, name: str, at: datetime) -> Published:
    """Publish a plan file's text; `name` is what refusals call it. Items are known again by their ids: what changed is
    revised, what is new opened, what is gone suspended; none loses its history. Refusal where it has no year, or not an id
    for each measure."""
    who = standing(by, day_of(at))
    must(who, Doing.PUBLISH_PLAN)
    if not by.is_simulated:
        must_be_real(Words("要点", "plan"))
    hand = who.hand_for(unit)
    program = compiled_edition(text, supervision().folder).program
    wanted = _wanted(program, name)
    with transaction.atomic():
        before = newest_edition(str(program.year))
        if before is not None and before.plan_file == text:
            return Published(before, 0, 0, 0, len(wanted))
        edition = _edition(before, by, text, program, at)
        held = {item.subject: item for item in Item.objects.select_for_update().filter(plan__plan=edition.plan)}
        roots = {subject: item for subject, item in held.items() if item.parent_id is None and not item.is_case}
        new = [subject for subject in wanted if subject not in held]
        _open(program, {subject: wanted[subject] for subject in new}, edition, hand, at)
        revised = sum(_revised(roots[s], data, hand, at) for s, data in wanted.items() if s in roots)
        gone = [item for subject, item in roots.items() if subject not in wanted and not current(item).is_suspended]
        for item in gone:
            carry_out(item, Command(item.subject, Act.SUSPEND, hand, at, {"reason": "修订后的要点不再列这一项"}))
        record(
            actor=by.login, act="publish_plan", subject=f"plan:{edition.plan}/{edition.number}", at=at,
            text_sha256=edition.text_sha256, opened=len(new), revised=revised, suspended=len(gone),
        )  # fmt: skip
    return Published(edition, len(new), revised, len(gone), len(wanted) - len(new) - revised)


def _wanted(program: Program, name: str) -> Mapping[str, dict[str, Any]]:
    """The items to be open, by their ids."""
    if program.year is None:
        raise Refusal(Words(f"{name}没有写年度，请补上year", f"{name} names no year: add it"))
    wanted = openings(program, supervision().bureau)
    if len(wanted) != len(program.items):
        raise Refusal(Words(f"{name}里有重复的举措编号", f"{name} gives one id to two measures"))
    return wanted


def _edition(before: PlanEdition | None, by: Account, text: str, program: Program, at: datetime) -> PlanEdition:
    return PlanEdition.objects.create(
        plan=str(program.year), number=before.number + 1 if before else 1, title=program.title or str(program.year),
        year=program.year, plan_file=text, text_sha256=program.text_sha256, published_at=at, published_by=by,
        catalogue_edition=program.catalogue_edition, bureau_edition=program.bureau_edition,
    )  # fmt: skip


def _open(
    program: Program, wanted: Mapping[str, dict[str, Any]], edition: PlanEdition, hand: Hand, at: datetime
) -> None:
    addresses = {item.id: item.address for item in program.items}
    for subject, data in wanted.items():
        entries: list[Entry] = [decided_opening(Command(subject, Act.OPEN, hand, at, data))]
        opened(entries, Opening(edition, addresses[subject]))


def _revised(item: Item, data: Mapping[str, Any], hand: Hand, at: datetime) -> bool:
    """Whether the item's promise, deadline or title changed, and it was told so."""
    state = current(item)
    held = {"title": state.title, "due": state.due.isoformat() if state.due else None, "promised": state.promised}
    changed = {name: data[name] for name, value in held.items() if data[name] != value}
    if changed:
        told = {"reason": "要点修订", **changed}
        carry_out(item, Command(item.subject, Act.REVISE, hand, at, told))
    return bool(changed)
