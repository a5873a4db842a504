"""yaodian link and reconcile: counts in words and as data; what is not linked or loaded yet is told."""

from __future__ import annotations

import json
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from tests.cli.test_load import run
from tests.loaded_city import Loaded
from yaodian.domain.finding import Refusal


@pytest.fixture
def records(loaded_city: Loaded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("YAODIAN_KEY_FILE", str(loaded_city.warehouse.folder.parent / "keys"))
    return Path(shutil.copytree(loaded_city.warehouse.folder, tmp_path / "records"))


@pytest.mark.slow
def test_lists_are_linked_and_a_programme_is_held_against_them(records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ["reconcile", "失学", "--records", records, "--on", "2019-10-31"]
    with pytest.raises(Refusal, match="请先运行 yaodian link"):
        run(*asked)
    told = run("link", "--records", records).output
    assert "凭证件号、姓名和出生日期确认" in told and "请人辨认" in told
    assert "缺口" in run(*asked).output
    found = json.loads(run(*asked, "--format", "json").output)
    assert found["cohort"] == found["served"] + found["gap"] + found["uncertain"] + found["unknown"]
    assert found["model"] and found["release"].startswith("r") and len(found["counties"]) == 15
    aid = ["reconcile", "living_day", "--records", records, "--on", "2020-05-29"]
    money = json.loads(run(*aid, "--format", "json").output)["money"]
    due, missing, excess, unentitled, paid = (
        Decimal(money[name]) for name in ("due", "missing", "excess", "unentitled", "paid")
    )
    assert due - missing + excess + unentitled == paid > 0 and isinstance(money["too_little"], int)
    told = run(*aid).output
    assert (
        f"应发金额  {due:,.2f}元" in told and f"发给不应享受者的金额  {unentitled:,.2f}元" in told and "少发  0" in told
    )
    assert "money" not in found
    monkeypatch.setenv("YAODIAN_LANG", "en")
    assert f"money missing  {missing:,.2f} yuan" in run(*aid).output
