"""The doctor says what is missing, in one sentence with its repair; the same stands on the page of the system administrator."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from tests.pages.signed import administrators, browser_of, text_of
from tests.web.bureau import BASIC, Bureau
from tests.web.bureau import NOW as JUNE
from yaodian.web.audit.chain import seal
from yaodian.web.audit.recording import record
from yaodian.web.health.examining import examined
from yaodian.web.notices.models import Channel, Delivery, Notice
from yaodian.workspace.doctor import State, disk, lines, machine, writable

ROOT = Path(__file__).parents[2]


def by_name(checks: Any) -> dict[str, Any]:
    return {check.name: check for check in checks}


def doctor(*words: str, **env: str) -> subprocess.CompletedProcess[str]:
    told = {k: v for k, v in os.environ.items() if not k.startswith(("YAODIAN", "DJANGO"))}
    code = "from yaodian.cli.main import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, "doctor", *words], capture_output=True, text=True, check=False,
        env={**told, "PYTHONPATH": str(ROOT / "src"), **env},
    )  # fmt: skip


def test_a_machine_without_a_database_is_told_what_it_has_and_lacks(tmp_path: Path) -> None:
    found = by_name(machine(tmp_path))
    assert found["python"].state is found["folder"].state is found["clock"].state is State.FINE
    assert set(found) >= {"disk", "secret_key", "key_file", "fonts", "libreoffice", "chromium", "node"}
    for check in found.values():
        assert check.words.zh and check.words.en and "\n" not in check.words.zh


def test_what_is_missing_is_named_with_its_repair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("YAODIAN_SECRET_KEY", raising=False)
    key = tmp_path / "key.json"
    key.write_text("{}", "utf-8")
    key.chmod(0o644)
    monkeypatch.setenv("YAODIAN_KEY_FILE", str(key))
    found = by_name(machine(tmp_path, tmp_path / "no-records"))
    less = {name for name, check in found.items() if check.state is State.LESS}
    assert less == {"fonts", "libreoffice", "chromium", "node", "secret_key"}
    assert found["key_file"].state is State.WRONG and "chmod 0400" in found["key_file"].words.zh
    assert found["records"].state is State.WRONG
    gone = tmp_path / "gone"
    assert writable("folder", gone).state is disk(gone).state is State.WRONG
    assert list(lines(list(found.values()), "text"))[-1] == 1
    assert list(lines([found["python"]], "text"))[-1] == 0


def test_a_full_disk_is_something_to_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yaodian.workspace.doctor.FREE_BYTES", 2**60)
    assert disk(tmp_path).state is State.WRONG


@pytest.mark.django_db
def test_a_database_in_order_has_nothing_to_mend(bureau: Bureau) -> None:
    administrators()
    seal()
    wrong = [check for check in examined(None) if check.state is State.WRONG]
    assert wrong == []


@pytest.mark.django_db
def test_what_goes_on_in_the_database_is_told(bureau: Bureau) -> None:
    missing = by_name(examined(None))["administrators"]
    assert missing.state is State.WRONG and "审计管理员" in missing.words.zh
    item = bureau.item("w1", BASIC)
    notice = Notice.objects.create(key="k", item=item, rung="remind", unit=BASIC, on=JUNE, zh="提醒", en="r", at=JUNE)
    channel = Channel.objects.create(unit=BASIC, kind="webhook", address="http://127.0.0.1:9/")
    Delivery.objects.create(notice=notice, channel=channel, tries=3, next_at=JUNE, fault="refused")
    record(actor="li", act="sign_in", subject="s", at=timezone.now() - timedelta(hours=1))
    record(actor="li", act="sign_in", subject="s", at=timezone.now())
    record(actor="backup", act="back_up", subject="f", at=timezone.now() - timedelta(days=9))
    found = by_name(examined(None))
    for name, words in (("deliveries", "refused"), ("tick", "yaodian tick"), ("backup", "每天备份")):
        assert found[name].state is State.WRONG and words in found[name].words.zh, name
    seal()
    assert by_name(examined(None))["tick"].state is State.FINE


@pytest.mark.django_db
def test_a_clock_that_is_behind_the_audit_is_told(db: None) -> None:
    record(actor="li", act="sign_in", subject="s", at=timezone.now() + timedelta(days=1))
    assert [check.state for check in examined(None) if check.name == "clock"] == [State.FINE, State.WRONG]


@pytest.mark.django_db
def test_a_file_of_doors_that_others_may_read_is_told(tmp_path: Path, settings: Any) -> None:
    path = tmp_path / "doors.toml"
    path.write_text("", "utf-8")
    path.chmod(0o644)
    settings.SIGN_IN_DOORS = str(path)
    assert by_name(examined(None))["sign_in"].state is State.WRONG
    path.chmod(stat.S_IRUSR)
    assert by_name(examined(None))["sign_in"].state is State.FINE


@pytest.mark.django_db
def test_a_database_that_loses_data_without_power_is_told(db: None) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("the pragma is SQLite's")
    found = by_name(examined(None))
    assert found["durable"].state is State.FINE


@pytest.mark.django_db
def test_the_page_says_what_the_doctor_says_worst_first(bureau: Bureau, settings: Any, tmp_path: Path) -> None:
    settings.RECORDS = tmp_path
    system = administrators()["system"]
    page = text_of(browser_of(system).get("/health"))
    assert "1 处要修" in page and page.index("要修</b>") < page.index("三员齐全")
    english = browser_of(system)
    english.cookies["lang"] = "en"
    told = text_of(english.get("/health"))
    assert "1 to be mended" in told and "三员" not in told


def test_the_command_ends_with_one_where_something_must_be_mended(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere.sqlite3"
    told = doctor("--database", str(nowhere), "--json")
    assert told.returncode == 1 and not nowhere.exists()
    assert by_json(told)["database"]["state"] == "wrong" and "yaodian migrate" in by_json(told)["database"]["zh"]
    alone = doctor("--lang", "en")
    assert alone.returncode == 0 and "Python 3" in alone.stdout and "正常" not in alone.stdout


def by_json(told: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    return {one["name"]: one for one in json.loads(told.stdout)}


def test_production_settings_have_no_warning_of_django(tmp_path: Path) -> None:
    """R22: `check --deploy` in a process of its own, as the settings are read once."""
    env = {
        **os.environ, "PYTHONPATH": str(ROOT / "src"), "DJANGO_SETTINGS_MODULE": "yaodian.web.settings",
        "YAODIAN_HTTPS": "1", "YAODIAN_HOSTS": "yaodian.example", "YAODIAN_DATABASE": str(tmp_path / "d.sqlite3"),
        "YAODIAN_SECRET_KEY": "k9" + "0123456789abcdefghijklmnopqrstuvwxyz" * 2,
    }  # fmt: skip
    code = "import django; django.setup(); from django.core.management import call_command as c; c('check', '--deploy', '--fail-level', 'WARNING')"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=env)
    assert told.returncode == 0 and "no issues" in told.stdout, told.stderr
