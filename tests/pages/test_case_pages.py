"""个案页: what it waits for and from whom, what it belongs to, and that a person is shown for a purpose and on the record."""

from __future__ import annotations

import pytest

from tests.pages.reader import Reader, on_the_day
from tests.web.bureau import NORTH, NOW, OFFICE, SOUTH, Bureau
from yaodian.domain.access import Purpose
from yaodian.domain.entry import Act, Seat
from yaodian.web.audit.models import AuditRow
from yaodian.web.work.models import Item
from yaodian.web.work.writing import Opening

pytestmark = pytest.mark.django_db
PERSON, PURPOSE = "CANARY-child-0013", Purpose.DROPOUT_PREVENTION
CASE = "/item/case"


@pytest.fixture
def case(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> Bureau:
    on_the_day(monkeypatch, NOW)
    whole = bureau.item("whole", title="全市的")
    opening = Opening(person=PERSON, purpose=PURPOSE.value)
    made = bureau.item("case", NORTH, opening, kind="assurance", title="一名学生的返校劝导", is_case=True, item="whole")
    Item.objects.filter(pk=made.pk).update(parent=whole)
    bureau.account(f"of-{NORTH}", NORTH, Seat.COUNTY, PURPOSE)
    return bureau


def reads() -> list[tuple[str, str, str]]:
    return list(AuditRow.objects.filter(act="read:person").values_list("actor", "subject", "purpose"))


def test_a_case_says_what_it_waits_for_from_whom_and_what_it_belongs_to(case: Bureau) -> None:
    text = Reader(case.accounts[OFFICE]).get(CASE)[1]
    assert f"下一步：<b>签收</b>，由{NORTH}办理" in " ".join(text.split()) and "全市的" in text
    case.done(NORTH, Item.objects.get(pk="case"), Act.ACCEPT)
    assert "<b>签收</b>" not in Reader(case.accounts[OFFICE]).get(CASE)[1]


def test_a_person_is_masked_until_the_purpose_is_given_and_then_it_is_on_record(case: Bureau) -> None:
    reader = Reader(case.accounts[NORTH])
    text = reader.get(CASE)[1]
    assert PERSON not in text and "尾号 0013" in text and "将留痕" in text and not reads()
    status, text = reader.post(f"{CASE}/person", purpose=PURPOSE.value)
    assert status == 200 and PERSON in text and "已留痕" in text
    assert reads() == [(f"of-{NORTH}", "case", PURPOSE.value)]
    assert PERSON not in reader.get(CASE)[1]


@pytest.mark.parametrize("purpose", [Purpose.CARE.value, Purpose.SUPERVISION.value, "", "x"])
def test_another_purpose_shows_nobody(case: Bureau, purpose: str) -> None:
    status, text = Reader(case.accounts[NORTH]).post(f"{CASE}/person", purpose=purpose)
    assert status == 403 and PERSON not in text and not reads()


def test_who_holds_no_duty_for_the_purpose_is_not_even_shown_the_mask(case: Bureau) -> None:
    reader = Reader(case.accounts[OFFICE])
    text = reader.get(CASE)[1]
    assert "0013" not in text and "查看姓名" not in text and "要有相应用途的职务才显示" in text
    assert reader.post(f"{CASE}/person", purpose=PURPOSE.value)[0] == 403
    assert Reader(case.accounts[SOUTH]).post(f"{CASE}/person", purpose=PURPOSE.value)[0] == 404
    assert not reads()
