"""One's own account; and accounts as their administrators see them, each only what is theirs (R13)."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.pages.signed import PASSWORD, administrators, browser_of, sign_in, text_of, with_factor, with_password
from tests.web.bureau import BASIC, NORTH, OFFICE, Bureau
from yaodian.domain.access import Purpose
from yaodian.domain.entry import Seat
from yaodian.web.accounts.models import Account, CalendarKey, Duty, Token
from yaodian.web.accounts.tokens import account_of, make_token
from yaodian.web.audit.models import AuditRow
from yaodian.web.clock import today

pytestmark = pytest.mark.django_db
SYSTEM, SECURITY, AUDIT = "system", "security", "audit"
TARGET = f"/accounts/of-{BASIC}"
POWERS: tuple[tuple[str, str, dict[str, str], tuple[str, ...]], ...] = (
    ("get", "/accounts", {}, (SYSTEM, SECURITY)),
    ("get", TARGET, {}, (SYSTEM, SECURITY)),
    ("post", "/accounts/new", {"login": "chen", "name": "陈某"}, (SYSTEM,)),
    ("post", f"{TARGET}/password", {}, (SYSTEM,)),
    ("post", f"{TARGET}/active", {"active": "0"}, (SYSTEM,)),
    ("post", f"{TARGET}/link", {"door": "gzt", "subject": "u"}, (SYSTEM,)),
    ("post", f"{TARGET}/duties", {"unit": NORTH, "seat": "county", "purpose": "supervision", "since": "2020-01-01"}, (SECURITY,)),
    ("post", f"{TARGET}/duties/DUTY/end", {}, (SECURITY,)),
    ("post", f"{TARGET}/factor", {}, (SECURITY,)),
    ("post", f"{TARGET}/sessions", {}, (SECURITY,)),
    ("get", "/audit", {}, (AUDIT,)),
    ("post", "/audit/verify", {}, (AUDIT,)),
    ("get", "/health", {}, (SYSTEM,)),
)  # fmt: skip


@pytest.fixture
def admins(bureau: Bureau) -> dict[str, Client]:
    return {kind: browser_of(account) for kind, account in administrators().items()}


@pytest.mark.parametrize(("method", "path", "given", "whose"), POWERS)
def test_each_power_belongs_to_its_administrators_and_to_nobody_else(
    bureau: Bureau, admins: dict[str, Client], method: str, path: str, given: dict[str, str], whose: tuple[str, ...]
) -> None:
    duty = bureau.accounts[BASIC].duties.get()
    path = path.replace("DUTY", str(duty.pk))
    others = {kind: browser for kind, browser in admins.items() if kind not in whose}
    others |= {unit: browser_of(bureau.accounts[unit]) for unit in (OFFICE, NORTH, BASIC)}
    before = AuditRow.objects.count(), Duty.objects.count(), Account.objects.count()
    for who, browser in others.items():
        refused = getattr(browser, method)(path, given)
        assert refused.status_code == 403 and "管理员" in text_of(refused), who
    stranger = getattr(Client(), method)(path, given)
    assert stranger.status_code == 302 and stranger["Location"].startswith("/sign-in")
    assert (AuditRow.objects.count(), Duty.objects.count(), Account.objects.count()) == before
    for kind in whose:
        assert getattr(admins[kind], method)(path, given).status_code in (200, 201, 303, 422)


def test_an_account_is_made_with_a_password_that_is_shown_once_and_changed_at_once(admins: dict[str, Client]) -> None:
    made = admins[SYSTEM].post("/accounts/new", {"login": "chen", "name": "陈某"})
    found = re.search(r'<code class="key-text">([\w-]+)</code>', text_of(made))
    assert made.status_code == 201 and found
    assert found[1] not in text_of(admins[SYSTEM].get("/accounts/chen"))
    browser = Client()
    assert sign_in(Account.objects.get(login="chen"), found[1], browser)["Location"] == "/sign-in/password"
    own = "星垂平野阔月涌2020"
    assert browser.post("/sign-in/password", {"new": own, "again": own})["Location"] == "/"
    again = admins[SYSTEM].post("/accounts/new", {"login": "chen", "name": "又一人"})
    assert again.status_code == 422 and "已经有了" in text_of(again) and "又一人" in text_of(again)
    assert admins[SYSTEM].post("/accounts/new", {"login": "a/b", "name": "某"}).status_code == 422


def test_accounts_are_found_by_login_name_and_what_they_lack(bureau: Bureau, admins: dict[str, Client]) -> None:
    Account.objects.create(login="zhang", name="张某")
    Account.objects.create(login="li", name="李某", is_active=False)
    browser = admins[SECURITY]

    def logins(**asked: str) -> set[str]:
        return set(re.findall(r'href="/accounts/([\w-]+)"', text_of(browser.get("/accounts", asked))))

    assert logins(account="张") == {"zhang"} and logins(account="ZHA") == {"zhang"}
    assert logins(which="without_duty") == {"zhang", "li"} and logins(which="closed") == {"li"}
    assert logins(which="administrators") == {SYSTEM, SECURITY, AUDIT}
    assert "没有这样的账号" in text_of(browser.get("/accounts", {"account": "无此人"}))
    for n in range(40):
        Account.objects.create(login=f"many-{n:02}", name="某")
    assert len(logins(account="many")) == 25 and len(logins(account="many", page="2")) == 15
    assert browser.get("/accounts/nobody").status_code == 404


def test_a_duty_is_given_and_ended_and_acts_at_the_next_request(bureau: Bureau, admins: dict[str, Client]) -> None:
    bureau.item("n-item", NORTH)
    account = Account.objects.create(login="chen", name="陈某")
    browser = browser_of(account)
    asked = {"unit": NORTH, "seat": "county", "purpose": "supervision", "since": "2020-01-01", "until": ""}
    assert browser.get("/item/n-item").status_code == 404
    assert admins[SECURITY].post("/accounts/chen/duties", asked).status_code == 303
    assert browser.get("/item/n-item").status_code == 200
    duty = Duty.objects.get(account=account)
    assert f"/duties/{duty.pk}/end" in text_of(admins[SECURITY].get("/accounts/chen"))
    assert f"/duties/{duty.pk}/end" not in text_of(admins[SYSTEM].get("/accounts/chen"))
    assert admins[SECURITY].post(f"/accounts/chen/duties/{duty.pk}/end").status_code == 303
    assert browser.get("/item/n-item").status_code == 404
    assert Duty.objects.get(pk=duty.pk).until == today()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [({"unit": "nowhere"}, "没有单位"), ({"since": "明天"}, "日期请写成"), ({"seat": "king"}, "请从列表里选"), ({"until": "2020-01-01"}, "止日")],
)  # fmt: skip
def test_a_duty_that_cannot_be_is_refused_beside_what_was_filled_in(
    bureau: Bureau, admins: dict[str, Client], wrong: dict[str, str], words: str
) -> None:
    asked = {"unit": NORTH, "seat": "county", "purpose": "supervision", "since": "2020-01-01", **wrong}
    refused = admins[SECURITY].post(f"{TARGET}/duties", asked)
    assert refused.status_code == 422 and words in text_of(refused) and f'value="{asked["unit"]}"' in text_of(refused)
    assert Duty.objects.filter(account=bureau.accounts[BASIC]).count() == 1


def test_no_administrator_can_be_given_work_nor_be_closed(admins: dict[str, Client]) -> None:
    asked = {"unit": OFFICE, "seat": "office", "purpose": "supervision", "since": "2020-01-01"}
    for kind in (SYSTEM, SECURITY, AUDIT):
        assert admins[SECURITY].post(f"/accounts/{kind}/duties", asked).status_code == 422
        assert admins[SYSTEM].post(f"/accounts/{kind}/active", {"active": "0"}).status_code == 422
    assert not Duty.objects.filter(account__administers__gt="").exists()
    assert Account.objects.filter(administers__gt="", is_active=True).count() == 3


def test_a_closed_account_is_out_at_once_and_may_come_back(bureau: Bureau, admins: dict[str, Client]) -> None:
    account = with_password(bureau.accounts[BASIC])
    browser = browser_of(account)
    admins[SYSTEM].post(f"{TARGET}/active", {"active": "0"})
    assert browser.get("/profile").status_code == 302 and sign_in(account).status_code == 401
    admins[SYSTEM].post(f"{TARGET}/active", {"active": "1"})
    assert sign_in(account).status_code == 302


def test_a_password_given_anew_ends_sessions_and_leaves_the_second_factor(
    bureau: Bureau, admins: dict[str, Client]
) -> None:
    account = bureau.accounts[BASIC]
    with_factor(account)
    browser = browser_of(account)
    given = re.search(r'key-text">([\w-]+)<', text_of(admins[SYSTEM].post(f"{TARGET}/password")))
    assert given and browser.get("/profile").status_code == 302
    assert sign_in(account, given[1])["Location"] == "/sign-in/code"


def test_what_an_administrator_is_shown_first_are_the_figures_that_are_theirs(
    bureau: Bureau, admins: dict[str, Client]
) -> None:
    Duty.objects.filter(account=bureau.accounts[BASIC]).update(until=today() + timedelta(days=7))
    told = {kind: text_of(browser.get("/")) for kind, browser in admins.items()}
    assert "送不到的通知" in told[SYSTEM] and "30 天内到期的职务" in told[SECURITY] and "等待封存" in told[AUDIT]
    assert re.search(r"30 天内到期的职务.*?<b>1</b>", told[SECURITY], re.DOTALL)
    links = {kind: set(re.findall(r'<nav class="rail".*?</nav>', page, re.DOTALL)) for kind, page in told.items()}
    assert "/audit" not in str(links[SYSTEM] | links[SECURITY]) and "/accounts" not in str(links[AUDIT])


def test_a_profile_shows_duties_sessions_tokens_and_calendars_in_both_languages(bureau: Bureau) -> None:
    account = bureau.accounts[BASIC]
    browser = browser_of(account)
    make_token(account=account, label="数据交换", days=30, at=timezone.now())
    shown = text_of(browser.get("/profile"))
    for words in ("数据交换", "未启用", "这里", f"/profile/calendar/{BASIC}"):
        assert words in shown
    browser.cookies["lang"] = "en"
    english = text_of(browser.get("/profile"))
    assert "Second factor" in english and "第二步" not in english


def test_one_changes_a_password_and_stays_in_here_but_nowhere_else(bureau: Bureau) -> None:
    account = with_password(bureau.accounts[BASIC])
    here, elsewhere = browser_of(account), browser_of(account)
    new = "星垂平野阔月涌2020"

    def asked(**given: str) -> Any:
        return here.post("/profile/password", {"old": PASSWORD, "new": new, "again": new, **given})

    for wrong, words in (
        ({"old": "guess"}, "原密码不对"),
        ({"again": "x"}, "不一样"),
        ({"new": "12345", "again": "12345"}, "不合要求"),
    ):
        refused = asked(**wrong)
        assert refused.status_code == 422 and words in text_of(refused)
    assert asked().status_code == 303
    assert here.get("/profile").status_code == 200 and elsewhere.get("/profile").status_code == 302
    assert sign_in(account, new).status_code == 302 and sign_in(account).status_code == 401


def test_the_second_factor_is_turned_off_only_with_the_password(bureau: Bureau) -> None:
    account = with_password(bureau.accounts[BASIC])
    with_factor(account)
    browser = browser_of(account)
    for path in ("/second-factor/off", "/second-factor/codes"):
        assert browser.post(path, {"password": "guess"}).status_code == 422
    new = browser.post("/second-factor/codes", {"password": PASSWORD})
    assert new.status_code == 200 and len(re.findall(r"<code>\d{8}</code>", text_of(new))) == 10
    assert browser.get("/second-factor").status_code == 422, "there is one already"
    assert browser.post("/second-factor/off", {"password": PASSWORD}).status_code == 303
    assert sign_in(account)["Location"] == "/"


def test_a_token_is_shown_once_works_and_is_revoked_by_its_owner_alone(bureau: Bureau) -> None:
    account, other = bureau.accounts[BASIC], browser_of(bureau.accounts[OFFICE])
    browser = browser_of(account)
    made = browser.post("/profile/tokens", {"label": "数据交换", "days": "30"})
    found = re.search(r"yd_[\w-]+", text_of(made))
    assert made.status_code == 201 and found and account_of(found[0], timezone.now()) == account
    assert found[0] not in text_of(browser.get("/profile"))
    token = Token.objects.get(account=account)
    assert other.post(f"/profile/tokens/{token.pk}/end").status_code == 404
    assert browser.post(f"/profile/tokens/{token.pk}/end").status_code == 303
    assert account_of(found[0], timezone.now()) is None
    assert browser.post("/profile/tokens", {"label": "", "days": "30"}).status_code == 422
    assert browser.post("/profile/tokens", {"label": "x", "days": "9999"}).status_code == 422


def test_a_calendar_address_is_given_for_ones_own_unit_and_revoked(bureau: Bureau) -> None:
    browser = browser_of(bureau.accounts[BASIC])
    given = re.search(r"http://testserver(/calendar/[\w-]+\.ics)", text_of(browser.post(f"/profile/calendar/{BASIC}")))
    assert given and Client().get(given[1]).status_code == 200
    assert browser.post(f"/profile/calendar/{NORTH}").status_code == 403
    assert browser.post(f"/profile/calendar/{BASIC}", {"end": "1"}).status_code == 303
    assert Client().get(given[1]).status_code == 404 and not CalendarKey.objects.exists()


def test_one_signs_out_everywhere_else(bureau: Bureau) -> None:
    here, elsewhere = browser_of(bureau.accounts[BASIC]), browser_of(bureau.accounts[BASIC])
    assert here.post("/profile/sessions/end").status_code == 303
    assert here.get("/profile").status_code == 200 and elsewhere.get("/profile").status_code == 302


def test_purposes_and_seats_are_told_in_words(bureau: Bureau, admins: dict[str, Client]) -> None:
    bureau.account(f"of-{BASIC}", NORTH, Seat.COUNTY, Purpose.DROPOUT_PREVENTION)
    shown = text_of(admins[SECURITY].get(TARGET))
    assert Purpose.DROPOUT_PREVENTION.words.zh in shown and Seat.COUNTY.words.zh in shown
