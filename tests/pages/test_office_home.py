"""办公室首页: what is stuck in five lists, each with its action; and what needs a leader, by how long it went unanswered."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.pages.reader import Reader, on_the_day
from tests.web.bureau import BASIC, CITY, NOW, OFFICE, SAFETY, Bureau
from tests.web.published import items, published
from yaodian.domain.entry import Act
from yaodian.domain.finding import Words
from yaodian.runtime.lights import Colour
from yaodian.runtime.reminders import Rung
from yaodian.web.accounts.policy import NotAllowed
from yaodian.web.audit.models import AuditRow
from yaodian.web.notices.models import Channel, Delivery, Notice
from yaodian.web.notices.reminding import remind
from yaodian.web.pages.needing import needed
from yaodian.web.work.models import Item, PromiseLight
from yaodian.web.work.overview import lit

pytestmark = pytest.mark.django_db
JULY = datetime(2020, 7, 2, 2, tzinfo=UTC)
LISTS = ("unaccepted", "overdue", "returned", "conflicts")


@pytest.fixture
def office(bureau: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    published(bureau, tmp_path)
    on_the_day(monkeypatch)
    return Reader(bureau.accounts[OFFICE])


def listed(text: str, name: str) -> str:
    """One list of the page, up to the next box."""
    start = text.index(f'id="{name}"')
    return text[start : text.index("</form>" if name in LISTS else "</section>", start)]


def returned_item(bureau: Bureau, reason: str = "缺验收表") -> Item:
    item = bureau.item("m-back", kind="project")
    bureau.done(BASIC, item, Act.ACCEPT)
    bureau.done(BASIC, item, Act.SUBMIT)
    bureau.done(SAFETY, item, Act.SEND_BACK, reason=reason)
    return item


def conflict(bureau: Bureau, reported: float, measured: float, source: str = "measured") -> Item:
    item = bureau.item("m-two")
    bureau.done(BASIC, item, Act.ACCEPT)
    bureau.done(BASIC, item, Act.REPORT, promise="p1", value=reported, as_of="2020-05-31")
    PromiseLight.objects.create(
        edition=items()[0].plan, item=item, promise="p1", on="2020-06-01", release="r1", colour="green",
        indicator="designation_count", value=measured, as_of="2020-05-31", source=source,
    )  # fmt: skip
    return item


def notice(item: Item, rung: Rung, on: date) -> Notice:
    return Notice.objects.create(
        key=f"{item.pk}/due:2020-05-31/{rung.value}", item=item, rung=rung.value, unit=item.owner, on=on, zh="", en="",
        at=NOW,
    )  # fmt: skip


def test_the_office_sees_each_stuck_subject_in_its_list_and_the_strip_counts_them(
    bureau: Bureau, office: Reader
) -> None:
    first, second, third = items()
    bureau.done(BASIC, second, Act.ACCEPT)
    returned_item(bureau)
    conflict(bureau, 8, 5)
    status, text = office.get("/")
    assert status == 200 and "今天要盯的" in text
    waiting, late = listed(text, "unaccepted"), listed(text, "overdue")
    assert "未签收 2" in waiting and first.title in waiting and third.title in waiting and second.title not in waiting
    assert "逾期 1" in late and first.title in late
    assert "缺验收表" in listed(text, "returned") and "自报 8，实测 5" in listed(text, "conflicts")


def test_a_subject_leaves_its_list_once_it_went_on(bureau: Bureau, office: Reader) -> None:
    item = returned_item(bureau)
    bureau.done(BASIC, item, Act.SUBMIT)
    assert "没有退回后未重报的。" in office.get("/")[1]


@pytest.mark.parametrize(
    ("reported", "measured", "source", "is_told"),
    [(8, 5, "measured", True), (5, 5, "measured", False), (8, 5, "reported", False), (0.001, 0, "measured", True)],
)
def test_numbers_differ_only_beyond_what_the_parameter_allows_and_against_another_source(
    bureau: Bureau, office: Reader, reported: float, measured: float, source: str, is_told: bool
) -> None:
    conflict(bureau, reported, measured, source)
    assert ("自报和实测没有超出允许的差。" not in office.get("/")[1]) is is_told


def test_ticked_subjects_are_reminded_once_a_day_with_their_reason(bureau: Bureau, office: Reader) -> None:
    first, second, _ = items()
    Channel.objects.create(unit=BASIC, kind="webhook", address="http://127.0.0.1:9/")
    told = {"list": "unaccepted", "subject": [first.pk, second.pk]}
    for _ in range(2):
        assert office.post("/remind", **told) == (303, "/")
    notices = Notice.objects.order_by("item_id")
    assert {(one.item_id, one.rung, one.unit) for one in notices} == {
        (first.pk, "remind", BASIC), (second.pk, "remind", BASIC),
    }  # fmt: skip
    assert notices[0].zh.startswith("【提醒单】未签收：“") and notices[0].zh.endswith("，请签收")
    assert Delivery.objects.count() == 2 and AuditRow.objects.filter(act="remind").count() == 1
    text = office.get("/")[1]
    assert "2 件今天已发过" in text and listed(text, "unaccepted").count("提醒单 ") == 2


def test_a_return_is_explained_with_the_reason_it_was_given(bureau: Bureau, office: Reader) -> None:
    item = returned_item(bureau)
    office.post("/remind", list="returned", subject=[item.pk])
    assert Notice.objects.get().zh == "【提醒单】退回：“m-back”缺验收表，请补正再报"


def test_what_is_not_in_the_list_is_not_reminded_and_nothing_ticked_is_refused(bureau: Bureau, office: Reader) -> None:
    first, *_ = items()
    assert office.post("/remind", list="returned", subject=[first.pk])[0] == 303
    assert not Notice.objects.exists()
    status, text = office.post("/remind", list="returned")
    assert status == 422 and "请先勾选再提醒" in text


def test_a_list_stands_alone_in_pages_of_twenty_five(bureau: Bureau, office: Reader) -> None:
    for number in range(30):
        bureau.item(f"m-{number:03}")
    text = office.get("/")[1]
    assert "未签收 33" in text and text.count("data-one") < 20
    whole = office.get("/", list="unaccepted")[1]
    assert whole.count("data-one") == 25 and "第 1 页，共 2 页" in whole
    assert office.get("/", list="unaccepted", page="2")[1].count("data-one") == 8


def test_drafts_and_supervision_notices_due_are_to_be_written(bureau: Bureau, office: Reader) -> None:
    first, *_ = items()
    assert "没有待出的文。" in office.get("/")[1] and ">起草</button>" in office.get("/")[1]
    office.post("/bulletin/new", period="2020-06")
    notice(first, Rung.SUPERVISE, NOW.date())
    text = office.get("/")[1]
    assert "待出文 2" in text and f"/item/{first.pk}/supervise" in listed(text, "documents") and "草稿，第 1 稿" in text
    office.client.post(f"/item/{first.pk}/notice", {"answer_by": "2020-06-08"})
    assert "待出文 1" in office.get("/")[1]


def test_only_the_office_has_this_home_and_reminds(bureau: Bureau, office: Reader) -> None:
    first, *_ = items()
    for unit in (CITY, BASIC):
        reader = Reader(bureau.accounts[unit])
        assert "今天要盯的" not in reader.get("/")[1]
        assert reader.post("/remind", list="unaccepted", subject=[first.pk])[0] == 403
        with pytest.raises(NotAllowed):
            remind(by=bureau.accounts[unit], why={first.pk: Words("一", "one")}, at=NOW)
    assert not Notice.objects.exists()


def test_the_offices_own_subjects_are_one_click_away(bureau: Bureau, office: Reader) -> None:
    bureau.item("m-own", OFFICE)
    assert "在办 1 件" in office.get("/")[1]
    assert "m-own" in office.get("/", mine="yes")[1]


def test_the_home_speaks_english(bureau: Bureau, office: Reader) -> None:
    text = Reader(bureau.accounts[OFFICE], "en").get("/")[1]
    assert "What is stuck" in text and "Not accepted" in text and "今天要盯的" not in text


def red_items(bureau: Bureau, *subjects: str) -> list[Item]:
    """Accepted subjects past their deadline: red by their dates."""
    made = []
    for subject in subjects:
        item = bureau.item(subject, due="2020-06-02")
        bureau.done(BASIC, item, Act.ACCEPT)
        made.append(item)
    return made


def test_what_needs_a_leader_is_ordered_by_decision_then_by_how_long_nobody_answered(bureau: Bureau) -> None:
    on = JULY.date()
    late, later, reported, quiet = red_items(bureau, "m-1", "m-2", "m-3", "m-4")
    notice(late, Rung.URGE, on - timedelta(days=20))
    notice(later, Rung.URGE, on - timedelta(days=10))
    notice(reported, Rung.REPORT, on - timedelta(days=1))
    notice(quiet, Rung.URGE, on - timedelta(days=40))
    found = needed(lit(Item.objects.all(), on))
    assert {need.one.colour for need in found} == {Colour.RED}
    told = [(need.one.item.pk, need.rung.zh if need.rung else "") for need in found]
    assert told == [("m-3", "报告领导"), ("m-4", ""), ("m-1", "催办单")]


def test_a_leader_reads_the_unanswered_notice_beside_the_reason(
    bureau: Bureau, office: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = items()[0]
    on_the_day(monkeypatch, JULY)
    notice(late, Rung.REMIND, date(2020, 6, 10))
    notice(late, Rung.URGE, date(2020, 6, 17))
    text = Reader(bureau.accounts[CITY]).get("/")[1]
    assert "6月17日发出，10 个工作日未答复。" in text and "催办单 " in text and "6月10日发出" not in text
