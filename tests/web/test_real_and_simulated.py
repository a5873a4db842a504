"""A database of simulated work takes nothing real, and is measured by invented records only."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.web.bureau import BASIC, NOW, Bureau
from tests.web.published import published
from yaodian.domain.finding import Refusal
from yaodian.warehouse.keys import Keys
from yaodian.warehouse.store import Warehouse
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.services import make_account
from yaodian.web.documents.ledgers import unit_ledger
from yaodian.web.plans.models import PlanEdition
from yaodian.web.work.measuring import measure
from yaodian.web.work.models import PromiseLight
from yaodian.web.work.registering import register_steps

pytestmark = pytest.mark.django_db


@pytest.fixture
def simulated(bureau: Bureau) -> Account:
    return Account.objects.create(login="simulated", name="模拟", is_simulated=True)


def warehouse(folder: Path, monkeypatch: pytest.MonkeyPatch, *, demo: bool) -> Path:
    Keys.new(demo=demo).write(folder / "keys")
    monkeypatch.setenv("YAODIAN_KEY_FILE", str(folder / "keys"))
    return Warehouse.create(folder / "records", Keys.read(folder / "keys")).folder


def test_a_real_plan_is_not_published_among_simulated_work(bureau: Bureau, simulated: Account, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="不能再放真实的要点"):
        published(bureau, tmp_path)
    assert not PlanEdition.objects.exists()
    Account.objects.filter(pk=bureau.accounts["bureau_office"].pk).update(is_simulated=True)
    bureau.accounts["bureau_office"].refresh_from_db()
    assert published(bureau, tmp_path).number == 1


def test_no_real_account_is_made_among_simulated_ones(bureau: Bureau, simulated: Account) -> None:
    system = Account.objects.create(login="system", name="系统", administers="system")
    with pytest.raises(Refusal, match="不能再放真实的账号"):
        make_account(by=system, login="chen", name="陈某", at=NOW)
    simulated.delete()
    assert make_account(by=system, login="chen", name="陈某", at=NOW).login == "chen"


def test_simulated_work_is_not_measured_by_real_records_nor_written_into_them(
    bureau: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(bureau, tmp_path)
    Account.objects.create(login="simulated", name="模拟", is_simulated=True)
    records = warehouse(tmp_path, monkeypatch, demo=False)
    before = sorted(path for path in records.rglob("*") if path.is_file())
    for ask in (
        lambda: measure(records=records, on=NOW.date()),
        lambda: register_steps(records=records, at=NOW),
        lambda: unit_ledger(bureau.accounts[BASIC], BASIC, NOW.date(), records),
    ):
        with pytest.raises(Refusal, match="请用演示城市的数仓"):
            ask()
    assert not PromiseLight.objects.exists()
    assert sorted(path for path in records.rglob("*") if path.is_file()) == before


def test_simulated_work_is_measured_by_the_records_of_a_demo_city(
    bureau: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(bureau, tmp_path)
    Account.objects.create(login="simulated", name="模拟", is_simulated=True)
    assert measure(records=warehouse(tmp_path, monkeypatch, demo=True), on=NOW.date()) >= 0
