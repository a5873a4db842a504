"""资助公示: name and grade for the days of the showing, to the school alone; then the list is gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.loaded_city import REGISTERS
from tests.pages.reader import Reader, on_the_day
from tests.pages.test_pairs import reviewer
from tests.warehouse.batches import batch
from tests.web.bureau import NORTH, Bureau
from yaodian.domain.access import Purpose
from yaodian.web.audit.models import AuditRow
from yaodian.workspace.records_loading import warehouse_at

pytestmark = pytest.mark.django_db
FROM, TO = date(2020, 4, 20), date(2020, 4, 26)


def entitlement(number: int, school: str, name: str, programme: str = "living_day") -> dict[str, Any]:
    return {
        "student_no": f"G52030220110305000{number}", "name": name, "id_no": f"52030220110305000{number}", "school_code": school,
        "grade_code": "p3", "term": "2019S2", "programme_code": programme, "group_code": "minimum_income", "amount_due_yuan": 250,
        "approved_on": date(2020, 4, 30), "shown_from_on": FROM, "shown_to_on": TO,
    }  # fmt: skip


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[Path]:
    monkeypatch.setenv("YAODIAN_KEY_FILE", str(tmp_path / "keys"))
    warehouse = warehouse_at(tmp_path / "records", invented=True)
    rows = [
        entitlement(1, "n1", "甲小明"), entitlement(1, "n1", "甲小明", "living_boarding"), entitlement(2, "n1", "乙小红"),
        entitlement(3, "n2", "丙小刚"),
    ]  # fmt: skip
    scope = {"school_code": ["n1", "n2"], "term": ["2019S2"]}
    warehouse.commit([batch(REGISTERS["aid_entitlements"], rows, on=FROM, scope=scope)])
    settings.RECORDS = warehouse.folder
    yield warehouse.folder


def on(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    on_the_day(monkeypatch, datetime(day.year, day.month, day.day, 2, tzinfo=UTC))


def school(bureau: Bureau, unit: str = "n1", reach: int = 3) -> Reader:
    return Reader(reviewer(bureau, unit, reach, Purpose.STUDENT_AID))


def test_the_school_shows_names_and_grades_and_nothing_else(
    bureau: Bureau, shown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(monkeypatch, FROM)
    reader = school(bureau)
    assert "/aid-shown" in reader.get("/")[1]
    status, text = reader.get("/aid-shown")
    assert status == 200 and text.count("甲小明") == 1 and "乙小红" in text and "三年级" in text
    for hidden in ("丙小刚", "低保", "250", "G520302", "520302201103050001", "living_day", "非寄宿"):
        assert hidden not in text, hidden
    row = AuditRow.objects.get(act="read")
    assert row.purpose == Purpose.STUDENT_AID and "甲小明" not in row.body


@pytest.mark.parametrize(("day", "is_shown"), [(date(2020, 4, 19), False), (TO, True), (date(2020, 4, 27), False)])
def test_after_its_days_the_list_is_gone_by_itself(
    bureau: Bureau, shown: Path, monkeypatch: pytest.MonkeyPatch, day: date, is_shown: bool
) -> None:
    on(monkeypatch, day)
    _, text = school(bureau).get("/aid-shown")
    assert ("甲小明" in text) is is_shown and ("没有在公示期" in text) is not is_shown


def test_who_has_no_duty_for_aid_at_the_school_sees_no_one(
    bureau: Bureau, shown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(monkeypatch, FROM)
    for reader in (Reader(bureau.accounts["n1"]), Reader(bureau.accounts[NORTH])):
        status, text = reader.get("/aid-shown")
        assert status == 403 and "甲小明" not in text
