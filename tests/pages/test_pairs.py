"""辨认: who may look at which pair, the least that is shown, what is recorded of it, and that linkage holds to what is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaded_city import REGISTERS
from tests.pages.linked_children import (
    DAY,
    NAMES,
    NUMBERS,
    OTHER_NAMES,
    OTHER_NUMBER,
    SCHOOL,
    born,
    children,
    enrolled,
    linked,
    pupil,
)
from tests.pages.reader import Reader
from tests.warehouse.batches import batch
from tests.web.bureau import BASIC, NORTH, OFFICE, SEATS, SOUTH, START, Bureau
from yaodian.domain.access import Purpose
from yaodian.warehouse.store import Warehouse
from yaodian.web.accounts.models import Account, Duty
from yaodian.web.assurance.models import PairVerdict
from yaodian.web.assurance.pairs import hand_to_linkage
from yaodian.web.audit.models import AuditRow
from yaodian.workspace.pairs import open_pairs

pytestmark = pytest.mark.django_db
__all__ = ["children"]


def reviewer(bureau: Bureau, unit: str, reach: int = 4, purpose: Purpose = Purpose.DROPOUT_PREVENTION) -> Account:
    account = bureau.accounts[unit]
    Duty.objects.create(
        account=account, unit=unit, seat=SEATS[unit].value, purpose=purpose.value, since=START, reach=reach
    )
    return account


def pair_of(records: Warehouse, place: str) -> str:
    (found,) = [pair.id for pair in open_pairs(records.folder) if pair.place == place]
    return found


def test_a_pair_shows_what_differs_and_nothing_that_is_the_same(bureau: Bureau, children: Warehouse) -> None:
    status, text = Reader(reviewer(bureau, SOUTH)).get("/pairs")
    assert status == 200 and "待辨认 1 对" in text and text.count('name="verdict"') == 3
    for words in (
        NAMES[1],
        OTHER_NAMES[1],
        "姓名差一个字",
        "证件号不同",
        "520303••••••••••••",
        "520381••••••••••••",
        "出生日期相同",
    ):
        assert words in text, words
    for number in (NUMBERS[1], OTHER_NUMBER, NUMBERS[1][6:14], born(1)):
        assert number not in text, number
    assert NAMES[0] not in text, "of another county"


def test_each_look_is_on_record_before_anything_is_shown(bureau: Bureau, children: Warehouse) -> None:
    account = reviewer(bureau, NORTH)
    Reader(account).get(f"/pairs/{pair_of(children, NORTH)}")
    rows = AuditRow.objects.filter(actor=account.login, act="read")
    assert {row.subject for row in rows} == {"register:residents", "register:students"}
    assert all(row.purpose == Purpose.DROPOUT_PREVENTION for row in rows)
    assert not any(name in row.body for row in rows for name in (*NAMES, *NUMBERS))


def test_the_school_of_a_pupil_is_shown_by_its_name_alone(bureau: Bureau, children: Warehouse) -> None:
    rows = [enrolled(pupil(0, OTHER_NAMES[0], id_no=None)) | {"school_name": "某镇小学"}]
    children.commit([batch(REGISTERS["enrolments"], rows, on=DAY, scope={"school_code": [SCHOOL]})], expected=True)
    account = reviewer(bureau, OFFICE)
    _, text = Reader(account).get(f"/pairs/{pair_of(children, NORTH)}")
    assert "<td>学校</td><td>–</td><td>某镇小学</td>" in text and SCHOOL not in text
    assert "<td>学校</td>" not in Reader(account).get(f"/pairs/{pair_of(children, SOUTH)}")[1]


def test_a_county_sees_its_own_pairs_and_an_office_all(bureau: Bureau, children: Warehouse) -> None:
    assert "待辨认 2 对" in Reader(reviewer(bureau, OFFICE)).get("/pairs")[1]
    status, text = Reader(reviewer(bureau, NORTH)).get(f"/pairs/{pair_of(children, SOUTH)}")
    assert status == 404 and NAMES[1] not in text


def test_without_a_duty_for_the_purpose_nothing_is_shown(bureau: Bureau, children: Warehouse) -> None:
    for account in (bureau.accounts[OFFICE], bureau.accounts["n1"]):
        status, text = Reader(account).get("/pairs")
        assert status == 403 and "职务" in text
    other = reviewer(bureau, BASIC, purpose=Purpose.HEALTH)
    assert "没有待辨认的" in Reader(other).get("/pairs")[1]
    assert Reader(other).get(f"/pairs/{pair_of(children, NORTH)}")[0] == 404


def test_whose_duty_does_not_reach_names_sees_the_words_alone(bureau: Bureau, children: Warehouse) -> None:
    status, text = Reader(reviewer(bureau, SOUTH, reach=3)).get("/pairs")
    assert status == 200 and NAMES[1] in text and "520303••" not in text and "证件号不同" in text


def test_what_was_said_leaves_the_queue_and_can_be_changed(bureau: Bureau, children: Warehouse) -> None:
    account = reviewer(bureau, OFFICE)
    reader, first = Reader(account), pair_of(children, NORTH)
    status, where = reader.post(f"/pairs/{first}/say", verdict="apart")
    assert (status, where) == (303, f"/pairs/{pair_of(children, SOUTH)}")
    _, text = reader.get("/pairs")
    assert "待辨认 1 对" in text and f"/pairs/{first}" in text
    assert reader.post(f"/pairs/{first}/say", verdict="same")[0] == 303
    assert [row.verdict for row in PairVerdict.objects.order_by("pk")] == ["apart", "same"]
    assert reader.post(f"/pairs/{first}/say", verdict="same")[0] == 303
    assert PairVerdict.objects.count() == 2, "said twice in a row is said once"
    assert AuditRow.objects.filter(act="pair:same", subject=f"pair:{first}").count() == 1


def test_who_cannot_tell_is_asked_again_last_and_others_too(bureau: Bureau, children: Warehouse) -> None:
    account = reviewer(bureau, OFFICE)
    reader = Reader(account)
    first = reader.get("/pairs")[1].split("/pairs/")[1].split("/say")[0]
    reader.post(f"/pairs/{first}/say", verdict="unsure")
    _, text = reader.get("/pairs")
    assert "待辨认 2 对" in text and f"/pairs/{first}/say" not in text


def test_an_answer_that_there_is_not_is_refused(bureau: Bureau, children: Warehouse) -> None:
    reader = Reader(reviewer(bureau, OFFICE))
    assert reader.post(f"/pairs/{pair_of(children, NORTH)}/say", verdict="perhaps")[0] == 422
    assert reader.post("/pairs/0000000000000000/say", verdict="same")[0] == 404
    assert not PairVerdict.objects.exists()


def test_linkage_holds_to_what_people_said(bureau: Bureau, children: Warehouse, tmp_path: Path) -> None:
    reader = Reader(reviewer(bureau, OFFICE))
    north, south = pair_of(children, NORTH), pair_of(children, SOUTH)
    reader.post(f"/pairs/{north}/say", verdict="same")
    reader.post(f"/pairs/{south}/say", verdict="apart")
    before = persons(children)
    assert hand_to_linkage(children.folder) == 2
    release = children.release().id
    assert hand_to_linkage(children.folder) == 2 and children.release().id == release, "nothing twice"
    linked(children, tmp_path / "audit.jsonl")
    assert not open_pairs(children.folder)
    after = persons(children)
    assert len(set(before.values())) - len(set(after.values())) == 1, "one joined, the others stay apart"
    status, text = reader.get(f"/pairs/{north}")
    assert status == 200 and "您说过：是同一人" in text


def test_the_newest_word_counts_though_linkage_knows_the_first(
    bureau: Bureau, children: Warehouse, tmp_path: Path
) -> None:
    reader, north = Reader(reviewer(bureau, OFFICE)), pair_of(children, NORTH)
    alone = persons(children)
    reader.post(f"/pairs/{north}/say", verdict="same")
    hand_to_linkage(children.folder)
    linked(children, tmp_path / "audit.jsonl")
    assert len(set(persons(children).values())) < len(set(alone.values()))
    assert reader.post(f"/pairs/{north}/say", verdict="apart")[0] == 303
    hand_to_linkage(children.folder)
    linked(children, tmp_path / "audit.jsonl")
    assert len(set(persons(children).values())) == len(set(alone.values()))


def persons(records: Warehouse) -> dict[str, str]:
    rows = records.engine.query("SELECT record_key, person_key FROM p", {"p": records.reader().persons()}, {})
    return {row["record_key"].hex(): row["person_key"].hex() for row in rows.to_pylist()}
