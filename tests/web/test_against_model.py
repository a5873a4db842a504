"""The database against the model: whatever is asked by whomever, both refuse the same and hold the same."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.effort import EXAMPLES
from tests.runtime.hands import Desk, at
from tests.runtime.test_lifecycles import AnyLife
from yaodian.domain.entry import Act, Entry, Hand
from yaodian.domain.finding import Refusal
from yaodian.runtime.command import Command, Refused
from yaodian.web.audit.chain import seal, verify
from yaodian.web.audit.models import AuditRow
from yaodian.web.installation import supervision
from yaodian.web.work.models import EntryRow, Item
from yaodian.web.work.services import carry_out, decided_opening
from yaodian.web.work.verifying import entries_fault, states_fault
from yaodian.web.work.writing import Opening, current, opened


class DatabaseDesk(Desk):
    """A desk whose commands are carried out in the database too, and must come to the same there."""

    def tried(self, act: Act, by: Hand, **data: Any) -> tuple[Entry, ...] | Refused:
        owner = self.state.owner if self.state else ""
        self.setting = supervision().setting(self.today, owner, len(self.state.children) if self.state else 0)
        command = Command("w1", act, by, at(self.today), data)
        made = super().tried(act, by, **data)
        if act is Act.OPEN:
            assert (decided_opening(command),) == made
            opened(made, Opening())
            return made
        item = Item.objects.get(pk="w1")
        try:
            carry_out(item, command)
        except Refusal as refusal:
            assert isinstance(made, Refused) and made.words == refusal.words
            return made
        assert not isinstance(made, Refused)
        assert [row.entry for row in EntryRow.objects.filter(item__in=self.now.children)] == list(
            made[1:] or self.below
        )
        self.below = made[1:] or self.below
        return made

    below: tuple[Entry, ...] = ()


class AnyLifeInTheDatabase(AnyLife):
    def desk_for(self, kind: str, is_case: bool) -> Desk:
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        return DatabaseDesk(kind, is_case=is_case)

    def teardown(self) -> None:
        if not hasattr(self, "desk"):
            return
        item = Item.objects.get(pk="w1")
        assert current(item) == self.desk.now and item.version == self.desk.now.number
        assert [row.entry for row in item.entries.order_by("number")] == self.desk.entries
        assert AuditRow.objects.count() == EntryRow.objects.count()
        seal()
        assert verify() is None and entries_fault() is None and states_fault() is None
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)


@pytest.mark.django_db
def test_what_the_database_holds_is_what_the_entries_fold_to() -> None:
    run_state_machine_as_test(
        AnyLifeInTheDatabase,
        settings=settings(
            max_examples=max(EXAMPLES // 4, 12), stateful_step_count=80, deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
