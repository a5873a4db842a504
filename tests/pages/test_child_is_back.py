"""入学（复学）证明: written from the case once the registers have shown the child in school for the set time, for the school to seal."""

from __future__ import annotations

import pytest

from tests.loaded_city import REGISTERS
from tests.pages.linked_children import AT, DAY, NAMES, NUMBERS, SCHOOL, children, enrolled, pupil
from tests.pages.reader import Reader, on_the_day
from tests.pages.test_assurance import text_in
from tests.pages.test_pairs import reviewer
from tests.warehouse.batches import batch
from tests.web.bureau import NORTH, Bureau
from tests.web.test_left_out import LATER, left_out, night, resolved
from yaodian.warehouse.store import Warehouse
from yaodian.web.audit.models import AuditRow
from yaodian.web.work.models import Item

pytestmark = pytest.mark.django_db
__all__ = ["children", "left_out"]
ASKED = {"letter": "resolved", "document_no": ""}


@pytest.fixture
def item(bureau: Bureau, left_out: Warehouse) -> Item:
    found = resolved(bureau, left_out)
    class_ = {"school_name": "某镇小学", "class_no": "201802"}
    rows = [enrolled(pupil(number, NAMES[number])) | class_ for number in (0, 2)]
    left_out.commit([batch(REGISTERS["enrolments"], rows, on=DAY, scope={"school_code": [SCHOOL]})], expected=True)
    night(left_out)
    return found


def test_the_registers_words_and_days_stand_in_it_for_the_school_to_confirm(
    bureau: Bureau, item: Item, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = reviewer(bureau, NORTH, reach=3)
    reader, address = Reader(account), f"/item/{item.subject}/letter"
    on_the_day(monkeypatch, LATER)
    _, form = reader.get(address)
    assert "入学（复学）证明" in form and 'name="by"' not in form and "责令" not in form
    answer = reader.client.post(address, ASKED)
    assert answer.status_code == 200, answer.content.decode()
    told = text_in(answer.content)
    for words in (
        "入学（复学）证明",
        NAMES[0],
        "2011年3月5日出生",
        "学校名称 某镇小学",
        "班号 201802",
        "自2020年6月30日起",
        "满22个工作日",
    ):
        assert words in told, words
    assert "年级 " in told and "学校（盖章）" in told and NUMBERS[0] not in told and NAMES[2] not in told
    acts = set(AuditRow.objects.filter(actor=account.login).values_list("act", flat=True))
    assert {"read:person", "letter:resolved"} <= acts


def test_before_the_time_is_over_it_is_not_written(bureau: Bureau, item: Item) -> None:
    account = reviewer(bureau, NORTH, reach=3)
    status, text = Reader(account).post(f"/item/{item.subject}/letter", **ASKED)
    assert status == 422 and "满10个工作日" in text and "现在0个" in text
    assert not AuditRow.objects.filter(actor=account.login, act="read:person").exists()
    assert AT.date() == DAY


def test_of_a_child_who_is_back_nothing_is_ordered_and_of_others_nothing_confirmed(
    bureau: Bureau, item: Item, left_out: Warehouse
) -> None:
    reader = Reader(reviewer(bureau, NORTH, reach=3))
    status, text = reader.post(f"/item/{item.subject}/letter", letter="ordered", by="2020-08-31")
    assert status == 422 and "请另选" in text
