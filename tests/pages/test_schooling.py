"""控辍保学三本台账: numbers of all three, schools and names for the purpose alone, each download on record."""

from __future__ import annotations

import zipfile
from datetime import timedelta
from io import BytesIO

import pytest

from tests.pages.pupils_away import FRIDAY, NAMES, at, away, number, pupils
from tests.pages.reader import Reader
from tests.pages.test_assurance import row_of
from tests.pages.test_pairs import reviewer
from tests.web.bureau import BASIC, NORTH, OFFICE, SOUTH, Bureau
from yaodian.warehouse.store import Warehouse
from yaodian.web.assurance.models import LeftOut, ProgrammeResult
from yaodian.web.assurance.nightly import assure
from yaodian.web.audit.models import AuditRow

pytestmark = pytest.mark.django_db
__all__ = ["pupils"]


@pytest.fixture
def kept(bureau: Bureau, pupils: Warehouse) -> Bureau:
    """A question and a case in the north, and children of age as they were counted."""
    away(pupils, 0, FRIDAY, None)
    away(pupils, 1, FRIDAY - timedelta(9), None)
    list(assure(pupils.folder, FRIDAY, at(FRIDAY)))
    assert LeftOut.objects.get().programme == "not_attending"
    ProgrammeResult.objects.create(
        programme="never_enrolled", on=FRIDAY, release="r", model="m", at=at(FRIDAY),
        counties={NORTH: {"served": 90, "gap": 10}, SOUTH: {"served": 5}},
        tally={"served": 95, "gap": 10, "unclear": 0, "unknown": 0, "is_recorded": True},
    )  # fmt: skip
    return bureau


def cells(content: bytes) -> str:
    with zipfile.ZipFile(BytesIO(content)) as book:
        return "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))


def test_the_three_ledgers_stand_side_by_side_by_county(kept: Bureau) -> None:
    status, text = Reader(kept.accounts[OFFICE]).get("/ledgers/schooling")
    assert status == 200 and row_of(text, f">{NORTH}<")[1:] == ["100", "90", "10", "0", "1", "1", "0"]
    assert row_of(text, f">{SOUTH}<")[1:] == ["5", "5", "0", "0", "0", "0", "0"]
    assert row_of(text, "全市</td>")[1:] == ["105", "95", "10", "0", "1", "1", "0"]
    assert "/ledgers/schooling/" not in text and "各校" not in text and not any(name in text for name in NAMES)


def test_a_county_sees_its_own_and_its_schools_for_the_purpose(kept: Bureau) -> None:
    _, text = Reader(kept.accounts[NORTH]).get("/ledgers/schooling")
    assert SOUTH not in text and "全市</td>" not in text and "各校" not in text
    _, text = Reader(reviewer(kept, NORTH, 3)).get("/ledgers/schooling")
    assert row_of(text, "<td>n1</td>")[1:] == ["1", "1", "0"] and f"/ledgers/schooling/{NORTH}" in text
    assert Reader(kept.accounts["n1"]).get("/ledgers/schooling")[0] == 403


def test_the_workbook_has_names_for_the_purpose_and_is_on_record(kept: Bureau) -> None:
    account = reviewer(kept, NORTH, 3)
    told = cells(Reader(account).client.get(f"/ledgers/schooling/{NORTH}").content)
    for words in ("适龄儿童", "疑似辍学", "失学辍学", NAMES[0], NAMES[1], "2011-03-05", "无故缺勤", "没有学籍", "签字"):
        assert words in told, words
    for hidden in (NAMES[2], number(0), number(0)[1:]):
        assert hidden not in told, hidden
    acts = set(AuditRow.objects.filter(actor=account.login).values_list("act", "subject"))
    assert {("export:schooling", f"unit:{NORTH}"), ("read", "register:students")} <= acts


def test_without_the_duty_there_there_is_no_workbook(kept: Bureau) -> None:
    for account in (kept.accounts[NORTH], kept.accounts[OFFICE], reviewer(kept, SOUTH, 4), reviewer(kept, "n1", 4)):
        answer = Reader(account).client.get(f"/ledgers/schooling/{NORTH}")
        assert answer.status_code == 403 and NAMES[0] not in answer.content.decode()
    assert not AuditRow.objects.filter(act="export:schooling").exists()
    city = reviewer(kept, BASIC, 3)
    for county in (NORTH, SOUTH):
        assert Reader(city).client.get(f"/ledgers/schooling/{county}").status_code == 200, "with nobody in it too"


def test_the_ledgers_speak_english(kept: Bureau) -> None:
    assert "Of school age" in Reader(kept.accounts[OFFICE], "en").get("/ledgers/schooling")[1]
