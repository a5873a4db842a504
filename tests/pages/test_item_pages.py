"""A subject's page: what one may do is offered, done from its form, and refused with the reason above what was typed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client

from tests.web.bureau import BASIC, CITY, NORTH, OFFICE, SAFETY, Bureau
from tests.web.published import items, published
from yaodian.domain.entry import Act
from yaodian.web.work.models import EntryRow, Item


@pytest.fixture
def item(bureau: Bureau, tmp_path: Path) -> Item:
    published(bureau, tmp_path)
    return items()[0]


def client_of(bureau: Bureau, unit: str, language: str = "zh") -> Client:
    client = Client()
    client.cookies["lang"] = language
    client.force_login(bureau.accounts[unit], backend="django.contrib.auth.backends.ModelBackend")
    return client


def fields(html: str) -> dict[str, str]:
    """The hidden fields of the last form of an act on a page."""
    form = html[html.rindex('name="act"') - 200 :]
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))


def test_a_leader_instructs_and_the_owner_finds_it(bureau: Bureau, item: Item) -> None:
    leader = client_of(bureau, CITY)
    page = leader.get(f"/item/{item.pk}?do=instruct").content.decode()
    asked = fields(page)
    assert asked["act"] == "instruct" and asked["unit"] == CITY
    sent = leader.post(f"/item/{item.pk}/act", {**asked, "text": "请抓紧。"})
    assert sent.status_code == 303
    told = client_of(bureau, BASIC).get("/instructions").content.decode()
    assert "请抓紧。" in told and item.title in told


def test_the_owner_accepts_and_goes_on(bureau: Bureau, item: Item) -> None:
    owner = client_of(bureau, BASIC)
    page = owner.get(f"/item/{item.pk}").content.decode()
    assert "签收" in page
    owner.post(f"/item/{item.pk}/act", fields(page))
    item.refresh_from_db()
    assert item.phase == "under_way"
    assert re.search(r"\?do=(attach|step)", owner.get(f"/item/{item.pk}").content.decode())


def test_what_one_may_not_do_is_not_offered(bureau: Bureau, item: Item) -> None:
    page = client_of(bureau, SAFETY).get(f"/item/{item.pk}").content.decode()
    assert "?do=" not in page and 'name="act"' not in page


def test_a_county_sees_nothing_of_what_does_not_concern_it(bureau: Bureau, item: Item) -> None:
    assert client_of(bureau, NORTH).get(f"/item/{item.pk}").status_code == 404


def test_what_is_refused_comes_back_with_what_was_typed(bureau: Bureau, item: Item) -> None:
    office = client_of(bureau, OFFICE)
    asked = fields(office.get(f"/item/{item.pk}?do=extend").content.decode())
    again = office.post(f"/item/{item.pk}/act", {**asked, "due": "2020-01-02", "reason": "汛期停工"})
    text = again.content.decode()
    assert again.status_code == 422 and "新的期限要晚于现在的期限" in text and "汛期停工" in text


def test_who_comes_too_late_is_shown_what_came_between_and_keeps_the_text(bureau: Bureau, item: Item) -> None:
    leader, owner = client_of(bureau, CITY), client_of(bureau, BASIC)
    asked = fields(leader.get(f"/item/{item.pk}?do=instruct").content.decode())
    owner.post(f"/item/{item.pk}/act", fields(owner.get(f"/item/{item.pk}").content.decode()))
    late = leader.post(f"/item/{item.pk}/act", {**asked, "text": "请到会汇报。"})
    text = late.content.decode()
    assert late.status_code == 409 and "又有 1 条记录" in text and "签收" in text and "请到会汇报。" in text
    assert leader.post(f"/item/{item.pk}/act", {**fields(text), "text": "请到会汇报。"}).status_code == 303
    assert EntryRow.objects.filter(item=item, act=Act.INSTRUCT.value).count() == 1


def test_sent_twice_it_is_done_once(bureau: Bureau, item: Item) -> None:
    leader = client_of(bureau, CITY)
    asked = {**fields(leader.get(f"/item/{item.pk}?do=instruct").content.decode()), "text": "请抓紧。"}
    assert [leader.post(f"/item/{item.pk}/act", asked).status_code for _ in range(2)] == [303, 303]
    assert EntryRow.objects.filter(item=item, act=Act.INSTRUCT.value).count() == 1


def test_all_new_items_are_accepted_at_once(bureau: Bureau, item: Item) -> None:
    owner = client_of(bureau, BASIC)
    page = owner.get("/").content.decode()
    named = re.findall(r'name="subject" value="([^"]+)"', page)
    assert len(named) == len(items())
    owner.post("/accept", {"subject": named})
    assert {one.phase for one in items()} == {"under_way"}
    assert "已签收" in owner.get("/").content.decode()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_pages_of_a_plan_speak_both_languages(bureau: Bureau, item: Item, language: str) -> None:
    leader = client_of(bureau, CITY, language)
    for address in (
        "/",
        "/plan",
        "/plan/2020",
        "/plan/2020/1",
        "/plan/2020/text",
        f"/item/{item.pk}",
        "/find?words=温馨",
    ):
        answer = leader.get(address)
        assert answer.status_code == 200, address
        assert ("Menu" in answer.content.decode()) == (language == "en")


def test_find_knows_two_characters_and_initials_of_the_pinyin(bureau: Bureau, item: Item) -> None:
    leader = client_of(bureau, CITY)
    for words in ("美育", "jqmy"):
        assert "加强美育" in leader.get("/find", {"words": words}).content.decode(), words
    assert "没有找到" in leader.get("/find", {"words": "不存在"}).content.decode()


def test_a_plan_shows_those_of_its_tasks_that_match(bureau: Bureau, item: Item) -> None:
    leader = client_of(bureau, CITY)
    assert "扩大学位供给" in leader.get("/plan/2020", {"number": "yes"}).content.decode()
    nothing = leader.get("/plan/2020", {"unit": SAFETY}).content.decode()
    assert "没有符合条件的任务" in nothing


def test_a_case_is_opened_where_it_was_found_and_stands_on_its_own_page(bureau: Bureau, item: Item) -> None:
    owner = client_of(bureau, BASIC)
    form = owner.get(f"/item/{item.pk}/case").content.decode()
    asked = dict(re.findall(r'<input type="hidden" name="(key|unit)" value="([^"]*)"', form))
    made = owner.post(f"/item/{item.pk}/case", {**asked, "title": "演示幼儿园选址", "due": "2020-11-30"})
    assert made.status_code == 303
    page = owner.get(made["Location"]).content.decode()
    assert "演示幼儿园选址" in page and "已立项" in page
    assert (
        owner.post(f"/item/{item.pk}/case", {**asked, "title": "演示幼儿园选址", "due": "2020-11-30"}).status_code
        == 303
    )
    assert Item.objects.filter(is_case=True, parent=item).count() == 1


def test_a_case_without_a_title_comes_back_with_the_reason(bureau: Bureau, item: Item) -> None:
    owner = client_of(bureau, BASIC)
    again = owner.post(f"/item/{item.pk}/case", {"key": "a-key-of-mine", "unit": BASIC, "title": " "})
    assert again.status_code == 422 and 'role="alert"' in again.content.decode()
