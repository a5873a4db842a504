"""The platform writes down what it finds of itself; the task that built it shows that, and nobody is told it was accepted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.pages.reader import Reader
from tests.pages.signed import administrators
from tests.web.bureau import NOW, OFFICE, Bureau
from yaodian.web.audit.chain import seal
from yaodian.web.audit.models import AuditRow
from yaodian.web.audit.recording import record
from yaodian.web.health.acceptance import accept_platform, acceptances
from yaodian.web.work.publishing import publish
from yaodian.workspace.doctor import State

pytestmark = pytest.mark.django_db


def facts() -> dict[str, Any]:
    return {fact.name: fact for fact in acceptances()[0].facts}


def bars(folder: Path, **holds: bool) -> None:
    folder.mkdir()
    told = {"bars": [{"bar": name, "holds": does} for name, does in holds.items()]}
    (folder / "load.json").write_text(json.dumps(told), encoding="utf-8")


def test_what_is_found_is_written_down_with_its_day(bureau: Bureau) -> None:
    accept_platform(actor="system", at=NOW, records=None)
    found = facts()
    assert set(found) == {"version", "health", "audit", "backup", "bars"}
    assert found["backup"].state is State.LESS and found["audit"].state is State.FINE
    assert acceptances()[0].at == NOW and AuditRow.objects.filter(act="accept_platform").count() == 1


def test_a_changed_audit_and_a_missed_bar_are_told(bureau: Bureau, settings: Any, tmp_path: Path) -> None:
    record(actor="x", act="y", subject="z", at=NOW)
    seal()
    AuditRow.objects.filter(actor="x").update(subject="other")
    settings.FILES = tmp_path / "files"
    bars(tmp_path / "bars", fast=True, slow=False)
    accept_platform(actor="system", at=NOW, records=None)
    assert facts()["audit"].state is State.WRONG
    assert facts()["bars"].state is State.LESS and "slow" in facts()["bars"].words.zh


def test_the_task_of_the_platform_shows_it_and_no_other_does(bureau: Bureau, plan_file: Path) -> None:
    publish(by=bureau.accounts[OFFICE], unit=OFFICE, file=plan_file, at=NOW)
    office = Reader(bureau.accounts[OFFICE])
    assert "还没有记过" in office.get("/plan/2020/25")[1]
    accept_platform(actor="system", at=NOW, records=None)
    text = office.get("/plan/2020/25")[1]
    assert "平台自身验收" in text and "逐条核对" in text
    assert "平台自身验收" not in office.get("/plan/2020/24")[1]
    status, text = office.get("/acceptance")
    assert status == 200 and "逐条核对" in text
    assert "own acceptance" in Reader(bureau.accounts[OFFICE], "en").get("/plan/2020/25")[1]


def test_only_the_system_administrator_writes_it_down(bureau: Bureau) -> None:
    assert Reader(bureau.accounts[OFFICE]).post("/health/acceptance")[0] == 403
    system = Reader(administrators()["system"])
    assert system.post("/health/acceptance")[0] == 303 and len(acceptances()) == 1
    assert system.get("/acceptance")[0] == 403, "an administrator sees no work"
