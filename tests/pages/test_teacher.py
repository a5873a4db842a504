"""A teacher sees own training, file and titles, nobody else's row, and nothing to fill in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.pages.reader import Reader
from tests.pages.records import AT, records
from tests.pages.signed import administrators
from tests.web.bureau import NORTH, SEATS, Bureau
from yaodian.domain.access import Purpose
from yaodian.domain.entry import Seat
from yaodian.domain.finding import Refusal
from yaodian.warehouse.vault import vault_schema
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.services import give_duty, link_person
from yaodian.web.audit.models import AuditRow
from yaodian.web.registers.reading import own_rows_of
from yaodian.web.simulation.accounts import hand_out
from yaodian.workspace.own_records import most_moved, staff_record
from yaodian.workspace.records import register_named
from yaodian.workspace.records_loading import existing

pytestmark = pytest.mark.django_db
__all__ = ["records"]


@pytest.fixture
def system(bureau: Bureau) -> Account:
    return administrators()["system"]


def teacher(system: Account, records: Path, staff_no: str, login: str = "teacher") -> Account:
    made = Account.objects.create(login=login, name="某教师")
    link_person(by=system, account=made, person=staff_record(records, staff_no), reason="当面核对", at=AT)
    made.refresh_from_db()
    return made


def staff_of(records: Path) -> dict[str, tuple[str, str]]:
    """Number → (name, key) of all members of staff."""
    warehouse, register = existing(records), register_named("teachers")
    from_vault = warehouse.vault.read(
        warehouse.release().vault["teachers"], vault_schema(register), ["staff_no", "name"]
    ).to_pylist()
    return {row["staff_no"]: (row["name"], row["record_key"].hex()) for row in from_vault}


def test_a_teacher_sees_own_training_file_and_titles_and_nobody_elses(system: Account, records: Path) -> None:
    number = most_moved(records)
    everyone = staff_of(records)
    status, text = Reader(teacher(system, records, number)).get("/")
    assert status == 200 and everyone[number][0] in text
    assert all(said in text for said in ("培训", "学时", "职称和称号", "交流轮岗", "没有要填的"))
    assert number in text and not [other for other in everyone if other != number and other in text]


def test_the_page_of_a_teacher_has_nothing_to_fill_in(system: Account, records: Path) -> None:
    reader = Reader(teacher(system, records, most_moved(records)))
    for address in ("/", "/profile/record"):
        main = re.search(r"<main.*</main>", reader.get(address)[1], re.S)
        assert main and not re.search(r"<(form|input|select|textarea|button)", main[0])
    assert "请告诉学校" in reader.get("/")[1]


def test_each_look_is_audited_for_its_purpose_before_rows_leave(system: Account, records: Path) -> None:
    account = teacher(system, records, most_moved(records))
    Reader(account).get("/")
    rows = AuditRow.objects.filter(actor=account.login, purpose=Purpose.OWN_RECORD.value)
    assert {row.subject for row in rows} >= {"register:teachers", "register:training_records"}
    assert not rows.filter(subject="register:ethics_sanctions").exists(), "what is kept for ethics is not shown here"


def test_an_account_of_no_person_has_no_such_page(bureau: Bureau, records: Path) -> None:
    assert Reader(bureau.accounts[NORTH]).get("/profile/record")[0] == 404


def test_only_the_system_administrator_links_a_person_and_says_why(
    bureau: Bureau, system: Account, records: Path
) -> None:
    number = most_moved(records)
    account = Account.objects.create(login="chen", name="陈某")
    for unit in SEATS:
        assert Reader(bureau.accounts[unit]).post("/accounts/chen/person", staff_no=number, reason="x")[0] == 403
    page = Reader(system)
    assert page.post("/accounts/chen/person", staff_no=number, reason=" ")[0] == 422
    assert page.post("/accounts/chen/person", staff_no="999", reason="当面核对")[0] == 422
    assert page.post("/accounts/chen/person", staff_no=number, reason="当面核对")[0] == 303
    account.refresh_from_db()
    row = AuditRow.objects.get(act="link_person")
    assert account.person == staff_of(records)[number][1] and "当面核对" in row.body and number not in row.body
    with pytest.raises(Refusal, match="另一个账号"):
        teacher(system, records, number, "other")
    assert page.post("/accounts/chen/person", reason="离职")[0] == 303
    account.refresh_from_db()
    assert account.person is None and AuditRow.objects.filter(act="unlink_person").exists()


def test_no_duty_can_be_given_for_seeing_ones_own_record(bureau: Bureau, system: Account) -> None:
    security = Account.objects.get(login="security")
    with pytest.raises(Refusal, match="本人"):
        give_duty(
            by=security, account=bureau.accounts[NORTH], unit=NORTH, seat=Seat.COUNTY, since=AT.date(), at=AT,
            purpose=Purpose.OWN_RECORD,
        )  # fmt: skip


def test_a_link_to_a_record_that_is_gone_shows_no_row(system: Account, records: Path) -> None:
    account = Account.objects.create(login="gone", name="某", person="ab" * 16)
    assert all(not one.rows for one in own_rows_of(account=account, at=AT))
    assert "没有您" in Reader(account).get("/")[1]


def test_a_demonstration_hands_out_a_teacher_of_its_city(bureau: Bureau, records: Path) -> None:
    Account.objects.update(is_simulated=True)
    told = {account.login: words.zh for account, words in hand_out("高天滚滚寒流急2020", records)}
    assert told["sim-teacher"] == "教师"
    status, text = Reader(Account.objects.get(login="sim-teacher")).get("/")
    assert status == 200 and "交流轮岗" in text
