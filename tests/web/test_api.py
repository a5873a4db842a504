"""The API as programs and browsers use it."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import feedparser
import icalendar
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from tests.web.bureau import BASIC, NORTH, OFFICE, SAFETY, SOUTH, Bureau
from yaodian.domain.entry import Act
from yaodian.web.accounts.models import Account, Token
from yaodian.web.accounts.tokens import make_token
from yaodian.web.audit.chain import close_day
from yaodian.web.audit.models import AuditRow
from yaodian.web.plans.models import PlanEdition
from yaodian.web.urls import api
from yaodian.workspace.simulation.papers import picture

pytestmark = pytest.mark.django_db
V1 = "/api/v1"


class Caller:
    """A program of an account, with its token."""

    def __init__(self, account: Account | None) -> None:
        self.client = Client()
        self.headers = {}
        if account is not None:
            _, text = make_token(account=account, label="test", days=1, at=timezone.now())
            self.headers = {"Authorization": f"Bearer {text}"}

    def get(self, path: str, **given: Any) -> Any:
        return self.client.get(V1 + path, given, headers=self.headers)

    def post(self, path: str, asked: dict[str, Any], key: str = "key-00000001", **more: str) -> Any:
        headers = {**self.headers, "Idempotency-Key": key, **more}
        return self.client.post(V1 + path, json.dumps(asked), content_type="application/json", headers=headers)


@pytest.fixture
def callers(bureau: Bureau) -> dict[str, Caller]:
    return {unit: Caller(account) for unit, account in bureau.accounts.items()}


def problem(answer: Any, status: int) -> dict[str, Any]:
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    told: dict[str, Any] = answer.json()
    assert told["status"] == status and told["words"]["zh"] and told["words"]["en"]
    return told


def test_an_item_is_accepted_once_however_often_it_is_sent(bureau: Bureau, callers: dict[str, Caller]) -> None:
    bureau.item("w1")
    asked = {"unit": BASIC, "act": "accept", "version": 1}
    first, again = callers[BASIC].post("/items/w1/acts", asked), callers[BASIC].post("/items/w1/acts", asked)
    assert first.status_code == again.status_code == 200 and first.json() == again.json()
    assert first.json()["version"] == 2 and first.json()["phase"] == "under_way"


def test_a_write_on_an_old_version_is_a_conflict_that_tells_what_came_between(
    bureau: Bureau, callers: dict[str, Caller]
) -> None:
    item = bureau.item("w1")
    bureau.done(BASIC, item, Act.ACCEPT)
    asked = {"unit": OFFICE, "act": "extend", "version": 1, "data": {"due": "2031-01-31", "reason": "雨季"}}
    told = problem(callers[OFFICE].post("/items/w1/acts", asked), 409)
    assert told["version"] == 2 and [entry["act"] for entry in told["since"]] == ["accept"]


def test_refusals_say_what_where_and_how_in_the_language_asked_for(bureau: Bureau, callers: dict[str, Caller]) -> None:
    bureau.item("w1")
    asked = {"unit": BASIC, "act": "submit", "version": 1}
    assert "已交办" in problem(callers[BASIC].post("/items/w1/acts", asked), 422)["detail"]
    english = callers[BASIC].post("/items/w1/acts", asked, **{"Accept-Language": "en-GB"})
    assert "must be" in problem(english, 422)["detail"]
    assert "version" in problem(callers[BASIC].post("/items/w1/acts", {"unit": BASIC, "act": "accept"}), 422)["detail"]
    problem(callers[SAFETY].post("/items/w1/acts", {**asked, "unit": BASIC}), 403)
    problem(callers[NORTH].post("/items/w1/acts", {**asked, "unit": NORTH}), 404)
    problem(Caller(None).get("/items"), 401)
    problem(callers[BASIC].get("/items", cursor="nonsense"), 404)
    problem(callers[BASIC].get("/audit"), 403)


def test_pages_tell_every_item_once_even_while_others_are_added(bureau: Bureau, callers: dict[str, Caller]) -> None:
    for n in range(23):
        bureau.item(f"w{n:02}", due=None if n % 5 == 0 else f"2020-12-{1 + n % 7:02}")
    told, cursor = list[str](), ""
    while cursor is not None:
        page = callers[BASIC].get("/items", limit=4, cursor=cursor).json()
        told += [item["subject"] for item in page["items"]]
        cursor = page["next"]
        if len(told) == 8:
            bureau.item("w-later", due="2020-12-30")
    assert sorted(told) == sorted([f"w{n:02}" for n in range(23)] + ["w-later"])


def test_a_browser_signs_in_and_its_writes_need_the_csrf_token(bureau: Bureau) -> None:
    bureau.item("w1")
    account = bureau.accounts[BASIC]
    account.set_password("高天滚滚寒流急2020")
    account.save()
    browser = Client(enforce_csrf_checks=True)
    given = {"login": account.login, "password": "wrong password"}
    assert browser.post(f"{V1}/session", json.dumps(given), content_type="application/json").status_code == 401
    given["password"] = "高天滚滚寒流急2020"
    signed_in = browser.post(f"{V1}/session", json.dumps(given), content_type="application/json")
    assert signed_in.status_code == 200 and browser.get(f"{V1}/me").json()["login"] == account.login
    asked, headers = {"unit": BASIC, "act": "accept", "version": 1}, {"Idempotency-Key": "key-00000001"}
    without = browser.post(f"{V1}/items/w1/acts", json.dumps(asked), content_type="application/json", headers=headers)
    assert without.status_code == 403
    headers["X-CSRFToken"] = signed_in.json()["csrf"]
    with_it = browser.post(f"{V1}/items/w1/acts", json.dumps(asked), content_type="application/json", headers=headers)
    assert with_it.status_code == 200
    assert AuditRow.objects.filter(act="sign_in", actor=account.login).count() == 1


def test_guessing_a_password_is_stopped_after_five_tries(bureau: Bureau) -> None:
    account = bureau.accounts[BASIC]
    account.set_password("高天滚滚寒流急2020")
    account.save()
    browser = Client()
    for password in [*(f"guess number {n}" for n in range(5)), "高天滚滚寒流急2020"]:
        given = json.dumps({"login": account.login, "password": password})
        last = browser.post(f"{V1}/session", given, content_type="application/json")
        problem(last, 401 if password.startswith("guess") and not password.endswith("4") else 429)


def test_a_token_works_until_it_is_ended_or_its_account_is_closed(bureau: Bureau) -> None:
    account = bureau.accounts[BASIC]
    caller = Caller(account)
    made = caller.post("/tokens", {"label": "台账脚本", "days": 30})
    assert made.status_code == 201 and made.json()["token"].startswith("yd_")
    assert not Token.objects.filter(digest=made.json()["token"]).exists()
    other = Caller(None)
    other.headers = {"Authorization": f"Bearer {made.json()['token']}"}
    assert other.get("/me").json()["login"] == account.login
    caller.client.delete(f"{V1}/tokens/{made.json()['id']}", headers=caller.headers)
    problem(other.get("/me"), 401)
    Account.objects.filter(pk=account.pk).update(is_active=False)
    problem(caller.get("/me"), 401)


def test_a_units_calendar_is_read_by_its_secret_until_it_is_revoked(bureau: Bureau, callers: dict[str, Caller]) -> None:
    bureau.item("w1", due="2020-12-31")
    bureau.item("c1", kind="assurance", is_case=True, due="2020-11-30", title="某个孩子")
    bureau.item("w2", SAFETY, due="2020-12-01")
    made = callers[BASIC].post(f"/units/{BASIC}/calendar", {})
    assert made.status_code == 201
    told = Client().get(made.json()["address"])
    events = icalendar.Calendar.from_ical(told.content).walk("VEVENT")
    assert [(str(e["UID"]), e["DTSTART"].dt.isoformat()) for e in events] == [("w1@yaodian", "2020-12-31")]
    problem(callers[SAFETY].post(f"/units/{BASIC}/calendar", {}), 403)
    callers[BASIC].client.delete(f"{V1}/units/{BASIC}/calendar", headers=callers[BASIC].headers)
    assert Client().get(made.json()["address"]).status_code == 404


def test_the_roots_of_the_audit_are_a_feed_that_readers_take(bureau: Bureau) -> None:
    bureau.item("w1")
    root = close_day(timezone.now().date() - timedelta(days=1))
    assert root is not None
    feed = feedparser.parse(Client().get("/feeds/audit-roots.atom").content)
    assert feed.bozo == 0 and root.root in feed.entries[0].title
    assert Client().get(f"{V1}/audit/roots").json()[0]["root"] == root.root


def test_a_request_for_another_host_and_a_fault_of_ours_are_problems_too(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem(Client(headers={"host": "elsewhere.example"}).get(f"{V1}/plans"), 400)
    monkeypatch.setattr(PlanEdition.objects, "order_by", lambda *given: 1 / 0)
    told = problem(Client(raise_request_exception=False).get(f"{V1}/plans"), 500)
    assert "ZeroDivision" not in str(told)


def test_indicators_are_told_as_they_are_declared(db: None) -> None:
    listed = Client().get(f"{V1}/indicators").json()
    shown = Client().get(f"{V1}/indicators/meal_local_ratio").json()
    assert len(listed) > 200 and shown in listed and "2019-08-01" in shown["formulas"]["numerator"]
    problem(Client().get(f"{V1}/indicators/none-such"), 404)


def test_evidence_is_uploaded_checked_and_given_out_to_who_may_see_it(
    bureau: Bureau, callers: dict[str, Caller], settings: Any, tmp_path: Path
) -> None:
    settings.FILES = tmp_path / "files"
    item = bureau.item("w1", kind="project")
    bureau.done(BASIC, item, Act.ACCEPT)

    def upload(name: str, data: bytes, key: str) -> Any:
        form = {
            "unit": BASIC, "step": "approved", "evidence": "official_document", "version": 2,
            "file": SimpleUploadedFile(name, data),
        }  # fmt: skip
        headers = {**callers[BASIC].headers, "Idempotency-Key": key}
        return callers[BASIC].client.post(f"{V1}/items/w1/evidence", form, headers=headers)

    problem(upload("批复.docx", b"MZ is no document", "key-upload-1"), 422)
    made = upload("批复.png", picture("批复"), "key-upload-2")
    assert made.status_code == 201 and made.json()["version"] == 3
    digest = callers[OFFICE].get("/items/w1").json()["state"]["attached"][0]["sha256"]
    given = callers[OFFICE].get(f"/items/w1/evidence/{digest}")
    assert given["Content-Disposition"].startswith("attachment") and b"".join(given.streaming_content)[:4] == b"\x89PNG"
    problem(callers[NORTH].get(f"/items/w1/evidence/{digest}"), 404)
    assert AuditRow.objects.filter(act="read:evidence", actor=bureau.accounts[OFFICE].login).count() == 1


def test_no_operation_is_without_a_policy_and_only_these_are_for_anyone() -> None:
    schema = api.get_openapi_schema()
    operations = {
        (method.upper(), path.removeprefix("/api/v1")): told
        for path, methods in schema["paths"].items()
        for method, told in methods.items()
    }
    assert not [where for where, told in operations.items() if not told.get("x-policy")]
    assert {where for where, told in operations.items() if told["x-policy"] == "anyone"} == {
        ("POST", "/session"), ("GET", "/plans"), ("GET", "/plans/{plan}/{number}"), ("GET", "/plans/{plan}/{number}/plan.yaml"), ("GET", "/audit/roots"),
        ("GET", "/bulletins"), ("GET", "/bulletins/{plan}/{period}/{number}"), ("GET", "/indicators"), ("GET", "/indicators/{indicator}"),
    }  # fmt: skip
    for where, told in operations.items():
        assert ("security" in told) is (told["x-policy"] != "anyone"), where


def test_counties_get_nothing_of_each_other_by_any_operation(bureau: Bureau, callers: dict[str, Caller]) -> None:
    bureau.item("south-secret", SOUTH, title="只有南县看得到")
    for path in ("/items", "/items/south-secret", "/items/south-secret/entries", "/notices"):
        assert "南县" not in callers[NORTH].get(path).content.decode() and "south-secret" not in str(
            callers[NORTH].get(path).json().get("items", "")
        )
    asked = {"unit": NORTH, "kind": "routine", "title": "探", "item": "south-secret"}
    problem(callers[NORTH].post("/cases", asked), 404)
    assert "南县" in callers[SOUTH].get("/items").content.decode()


def test_a_login_that_no_database_can_hold_is_a_wrong_one(bureau: Bureau, client: Client) -> None:
    told = {"login": "of-\0city", "password": "wrong"}
    answer = client.post(f"{V1}/session", told, content_type="application/json")
    assert answer.status_code == 401 and "登录名或密码不对" in answer.json()["detail"]
