"""The fields that a step asks stand in its form from the declaration; what was told stands in the course of the case, and what
may harm a child is kept from who has no duty for it and counted only where it was told of enough."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.pages.linked_children import AT, DAY, children
from tests.pages.reader import Reader
from tests.pages.test_assurance import reconciled
from tests.pages.test_pairs import reviewer
from tests.web.bureau import NORTH, OFFICE, Bureau, kept
from tests.web.test_api import Caller
from tests.web.test_left_out import TALKED, case
from yaodian.domain.entry import Act
from yaodian.web.assurance.models import LeftOut
from yaodian.web.work.models import EntryRow, Item
from yaodian.workspace.simulation.papers import picture

pytestmark = pytest.mark.django_db
__all__ = ["children", "reconciled"]
WHY = {**TALKED, "reason_code": "poverty"}


@pytest.fixture
def assigned(reconciled: Bureau, monkeypatch: pytest.MonkeyPatch) -> Item:
    monkeypatch.setattr("tests.web.bureau.NOW", AT)
    item = case(NORTH)
    reconciled.done(NORTH, item, Act.ACCEPT)
    return reconciled.done(NORTH, item, Act.STEP, step="assigned")


def posted(item: Item, act: str, **more: Any) -> dict[str, Any]:
    item.refresh_from_db()
    return {"act": act, "unit": NORTH, "version": item.version, "key": f"key-{act}-{item.version}", **more}


def test_the_form_shows_what_each_step_asks(reconciled: Bureau, assigned: Item) -> None:
    text = Reader(reconciled.accounts[NORTH]).get(f"/item/{assigned.subject}", do="step")[1]
    for words in (
        'name="asked/tried/means_code"',
        '<option value="entrusted">委托当地',
        f'name="asked/contacted/tried_on" type="date" max="{DAY}"',
        '<option value="work">外出务工',
    ):
        assert words in text, words
    assert "宗教" not in text and "asked/assigned" not in text


def test_each_attempt_is_kept_and_the_case_waits_on(reconciled: Bureau, assigned: Item) -> None:
    reader, address = Reader(reconciled.accounts[NORTH]), f"/item/{assigned.subject}/act"
    for means in ("phone", "visit"):
        told = {"asked/tried/means_code": means, "asked/tried/tried_on": str(DAY), "step": "tried"}
        assert reader.post(address, **posted(assigned, "step", **told))[0] == 303
    status, text = reader.post(
        address, **posted(assigned, "step", **{"step": "tried", "asked/tried/means_code": "visit"})
    )
    assert status == 422 and "“联系未果”的“联系日期”没有填" in text and '<option value="visit" selected>' in text
    text = reader.get(f"/item/{assigned.subject}")[1]
    assert "联系方式：电话" in text and "联系方式：上门" in text and "联系日期：2020年6月30日" in text
    assert "下一步：<b>已联系</b>" in " ".join(text.split())


def test_a_file_is_not_attached_where_its_step_is_refused(reconciled: Bureau, assigned: Item) -> None:
    reader, address = Reader(reconciled.accounts[NORTH]), f"/item/{assigned.subject}/act"
    asked = {"step": "contacted/minutes", "goes_on": "yes", "asked/contacted/tried_on": str(DAY)}
    paper = SimpleUploadedFile("记录.png", picture("谈话"), "image/png")
    answer = reader.client.post(address, posted(assigned, "attach", file=paper, **asked))
    assert answer.status_code == 422 and "联系方式" in answer.content.decode()
    assert not EntryRow.objects.filter(item=assigned, act="attach").exists()
    paper.seek(0)
    whole = {**asked, "asked/contacted/means_code": "visit", "asked/contacted/reason_code": "work"}
    assert reader.client.post(address, posted(assigned, "attach", file=paper, **whole)).status_code == 303
    last = EntryRow.objects.filter(item=assigned).order_by("number").last()
    assert last and last.data["details"] == {**TALKED, "reason_code": "work"}


def contacted(bureau: Bureau, item: Item, told: dict[str, str]) -> None:
    bureau.done(NORTH, item, Act.ATTACH, step="contacted", evidence="minutes", sha256=kept("a" * 64))
    bureau.done(NORTH, item, Act.STEP, step="contacted", details=told)


def test_why_a_child_is_not_in_school_is_shown_for_the_purpose_alone(reconciled: Bureau, assigned: Item) -> None:
    contacted(reconciled, assigned, WHY)
    address = f"/item/{assigned.subject}"
    for account, is_told in ((reviewer(reconciled, NORTH, reach=3), True), (reconciled.accounts[OFFICE], False)):
        text = Reader(account).get(address)[1]
        assert "联系方式：上门" in text and ("家庭经济困难" in text) is is_told
        told = Caller(account).get(f"/items/{assigned.subject}/entries").json()["entries"][-1]["data"]["details"]
        assert told == (WHY if is_told else TALKED)
    late = {"unit": OFFICE, "act": "extend", "version": 1, "data": {"due": "2031-01-31", "reason": "雨季"}}
    conflict = Caller(reconciled.accounts[OFFICE]).post(f"/items/{assigned.subject}/acts", late)
    assert conflict.status_code == 409 and "poverty" not in conflict.content.decode()


def test_the_api_says_what_the_next_steps_ask(reconciled: Bureau, assigned: Item) -> None:
    told = Caller(reconciled.accounts[NORTH]).get(f"/items/{assigned.subject}").json()["steps"]
    asks = {one["name"]: one for step in told if step["step"] == "contacted" for one in step["asks"]}
    assert [asks[name]["required"] for name in ("means_code", "tried_on", "reason_code")] == [True, True, False]
    assert asks["tried_on"]["type"] == "date" and {"code": "phone", "label": "电话"} in asks["means_code"]["codes"]


def test_what_was_told_is_counted_and_reasons_of_few_are_hidden(reconciled: Bureau, assigned: Item) -> None:
    reader = Reader(reconciled.accounts[OFFICE])
    assert "办个案时写明的" not in reader.get("/assurance/never_enrolled")[1]
    contacted(reconciled, assigned, WHY)
    text = reader.get("/assurance/never_enrolled")[1]
    assert '上门</td><td class="n">1<' in text and '家庭经济困难</td><td class="n">少于最小值<' in text
    for number in range(9):
        other = reconciled.item(f"c{number}", NORTH, kind="assurance", title="一名学生", is_case=True)
        LeftOut.objects.create(programme="never_enrolled", person=f"p{number}", county=NORTH, item=other)
        reconciled.done(NORTH, other, Act.ACCEPT)
        EntryRow.objects.filter(item=other, number=2).update(act="step", data={"step": "contacted", "details": WHY})
    assert '家庭经济困难</td><td class="n">10<' in reader.get("/assurance/never_enrolled")[1]
