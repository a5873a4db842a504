"""起草: drafts of plans made, decided on and discarded by those who publish. A write names the version it was made on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.core.cache import cache
from django.db import transaction

from yaodian.domain.finding import Refusal, Words
from yaodian.domain.plan import Plan
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import Doing, must, standing
from yaodian.web.audit.recording import record
from yaodian.web.clock import day_of
from yaodian.web.installation import supervision
from yaodian.web.plans.models import PlanDraft
from yaodian.web.plans.reading import newest_edition
from yaodian.workspace.drafting.checking import Ground
from yaodian.workspace.drafting.deciding import Decisions
from yaodian.workspace.drafting.opening import drafted
from yaodian.workspace.drafting.reviewing import Review
from yaodian.workspace.planfile.reading import plan_from_yaml
from yaodian.workspace.planfile.writing import plan_to_yaml
from yaodian.workspace.promises import compiled_edition
from yaodian.workspace.publish.wording import one_line

LONGEST = 200


@dataclass(frozen=True, slots=True)
class Since:
    """A decision that came after the version a write was made on: whose, what was kept (None: taken back), and what the
    write wanted (None where it says nothing of it)."""

    key: str
    by: str
    kept: Any
    wanted: Any


class StaleDraft(Refusal):
    """Someone else decided meanwhile: the draft as it is, and what came since."""

    def __init__(self, draft: PlanDraft, expected: int, wanted: Mapping[str, Any]) -> None:
        self.draft, self.wanted = draft, wanted
        self.since: Sequence[Since] = [
            Since(key, told["by"], told["value"], wanted.get(key))
            for key, told in draft.decisions.items()
            if told["version"] > expected
        ]
        super().__init__(
            Words(
                f"您打开之后，别人又定了{len(self.since)}处；请看过再办",
                f"{len(self.since)} decisions were made since you opened this: look at them and go on",
            )
        )


def start_draft(*, by: Account, name: str, data: bytes, at: datetime) -> PlanDraft:
    """A draft of the plan that a file holds. Refusal, in one sentence, where nothing can be made of it."""
    must(standing(by, day_of(at)), Doing.PUBLISH_PLAN)
    plan = drafted(data, name, supervision().bureau, published_plan)
    text = plan_to_yaml(plan)
    cache.set(_key(text), plan)
    with transaction.atomic():
        draft = PlanDraft.objects.create(
            name=one_line(name)[:LONGEST], title=one_line(plan.title or name)[:LONGEST], year=plan.year,
            plan_file=text, made_by=by, made_at=at,
        )  # fmt: skip
        record(actor=by.login, act="draft_plan", subject=f"draft:{draft.pk}", at=at, text_sha256=plan.source.sha256)
    return draft


def decide(*, by: Account, draft: int, decisions: Mapping[str, Any], expected: int, at: datetime) -> PlanDraft:
    """Decide on parts of a draft, all or none; None takes an earlier decision back. StaleDraft where the draft is no longer
    at the `expected` version, Refusal where a decision does not fit."""
    must(standing(by, day_of(at)), Doing.PUBLISH_PLAN)
    with transaction.atomic():
        held = held_draft(draft, expected, decisions)
        ground = _ground(held, at)
        checked = {key: ground.checked(key, value) for key, value in decisions.items()}
        before = decisions_of(held)
        changed = {key: value for key, value in checked.items() if before.get(key) != value}
        if changed:
            held.version += 1
            told = {key: {"value": v, "by": by.login, "version": held.version} for key, v in changed.items()}
            held.decisions = {**held.decisions, **told}
            held.save(update_fields=["decisions", "version"])
            record(
                actor=by.login, act="decide_draft", subject=f"draft:{held.pk}", at=at,
                version=held.version, decided=len(changed),
            )  # fmt: skip
    return held


def discard(*, by: Account, draft: int, expected: int, at: datetime) -> None:
    """Throw a draft away. Refusal where it was published: its edition stays."""
    must(standing(by, day_of(at)), Doing.PUBLISH_PLAN)
    with transaction.atomic():
        held = held_draft(draft, expected, {})
        record(actor=by.login, act="discard_draft", subject=f"draft:{held.pk}", at=at, version=held.version)
        held.delete()


def held_draft(draft: int, expected: int, wanted: Mapping[str, Any]) -> PlanDraft:
    """The draft, nobody else's to change until the transaction ends."""
    held = PlanDraft.objects.select_for_update().filter(pk=draft).first()
    if held is None:
        raise Refusal(Words("这份草稿已经丢弃，请重新读取文件", "this draft was discarded: read the file again"))
    if held.edition_id is not None:
        raise Refusal(Words("这份草稿已经下发，不能再改", "this draft was published and changes no more"))
    if held.version != expected:
        raise StaleDraft(held, expected, wanted)
    return held


def read_plan(draft: PlanDraft) -> Plan:
    """The plan as it was read, without what was decided."""
    plan = cache.get(_key(draft.plan_file))
    if plan is None:
        plan = plan_from_yaml(draft.plan_file, draft.name)
        cache.set(_key(draft.plan_file), plan)
    return plan


def review_of(draft: PlanDraft) -> Review:
    """The draft as it is decided now, looked through."""
    return Review(read_plan(draft), decisions_of(draft), supervision().bureau)


def decisions_of(draft: PlanDraft) -> Decisions:
    """What holds: by `about`, without what was taken back."""
    return {key: told["value"] for key, told in draft.decisions.items() if told["value"] is not None}


def published_plan(year: int) -> Plan | None:
    """The plan of a year's newest edition."""
    edition = newest_edition(str(year))
    return compiled_edition(edition.plan_file, supervision().folder).plan if edition else None


def _ground(draft: PlanDraft, at: datetime) -> Ground:
    today, ground = day_of(at), supervision()
    rules = ground.setting(today).rules
    return Ground(read_plan(draft), decisions_of(draft), ground.bureau, ground.counties(today), rules)


def _key(plan_file: str) -> str:
    return f"plan-file/{sha256(plan_file.encode()).hexdigest()}"
