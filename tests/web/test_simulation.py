"""A simulated year is a true history: decided, sealed, folded to what is kept; the same seed gives the same."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from django.db import transaction

from yaodian.domain.entry import Seat
from yaodian.domain.finding import Refusal
from yaodian.runtime.signals import signals
from yaodian.web.accounts.models import Account
from yaodian.web.audit.chain import seal, verify
from yaodian.web.audit.models import Head
from yaodian.web.clock import HERE
from yaodian.web.simulation.simulating import Simulated, simulate
from yaodian.web.work.models import EntryRow, Item
from yaodian.web.work.verifying import entries_fault, states_fault
from yaodian.web.work.writing import current

pytestmark = pytest.mark.django_db


def simulated(plan_file: Path, seed: int = 3, months: int = 6) -> Simulated:
    done = simulate(file=plan_file, year=2020, months=months, seed=seed, cases=1, schools=60)
    seal()
    return done


@pytest.mark.slow
def test_a_simulated_half_year_holds_together_and_shows_what_offices_do(plan_file: Path) -> None:
    done = simulated(plan_file)
    assert Item.objects.count() == done.subjects and EntryRow.objects.count() == done.entries + 124
    assert verify() is None and entries_fault() is None and states_fault() is None
    assert not Account.objects.filter(is_simulated=False).exists()
    assert set(EntryRow.objects.values_list("seat", flat=True)) == set(Seat)
    acts = set(EntryRow.objects.values_list("act", flat=True))
    assert acts >= {"accept", "split", "attach", "step", "submit", "verify", "close", "send_back", "extend"}
    assert Item.objects.filter(phase="closed").count() > 50 and Item.objects.filter(phase="assigned").count() > 10
    assert Item.objects.filter(is_case=True).exists()
    assert "report" not in acts, "every number that the plan promises is measured, so nobody is asked for one"
    assert max(EntryRow.objects.values_list("at", flat=True)) <= datetime(2020, 9, 2, 9, tzinfo=HERE)
    assert "same_file" in {signal.name for signal in signals(map(current, Item.objects.all()))}
    _parts_add_up()


def _parts_add_up() -> None:
    split = [item for item in Item.objects.filter(parent=None) if current(item).children]
    assert split
    for item in split:
        parts = [current(part) for part in Item.objects.filter(parent=item, is_case=False)]
        for promise, whole in (current(item).promised or {}).items():
            own = [(part.promised or {})[promise] for part in parts]
            if promise in current(item).rates:
                assert set(own) == {whole}, "a rate is everybody's"
            else:
                assert sum(own) == pytest.approx(whole)


@pytest.mark.slow
def test_one_seed_gives_one_history_and_another_gives_another(plan_file: Path) -> None:
    heads = []
    for seed in (3, 3, 4):
        with transaction.atomic():
            simulated(plan_file, seed, months=2)
            heads.append(Head.objects.get().digest)
            transaction.set_rollback(True)
    assert heads[0] == heads[1] != heads[2]


def test_nothing_is_simulated_into_a_database_that_holds_real_work(plan_file: Path) -> None:
    Account.objects.create(login="chen", name="陈某")
    with pytest.raises(Refusal, match="已有真实的账号"):
        simulated(plan_file)
    assert not Item.objects.exists()
