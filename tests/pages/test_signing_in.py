"""Signing in: step by step, locked after five wrong tries, ended when it is too old or somebody ends it."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.pages.signed import (
    PASSWORD,
    SECRET,
    administrators,
    browser_of,
    code_of,
    sign_in,
    text_of,
    with_factor,
    with_password,
)
from tests.web.bureau import BASIC, CITY, FINANCE, NOW, OFFICE, SAFETY, Bureau
from yaodian.domain.finding import Refusal
from yaodian.web.accounts import sessions
from yaodian.web.accounts.models import Account, Duty, Session
from yaodian.web.accounts.policy import NotAllowed
from yaodian.web.accounts.services import end_sessions, reset_factor
from yaodian.web.audit.models import AuditRow
from yaodian.web.notices.ticking import tick

pytestmark = pytest.mark.django_db


def is_in(browser: Client) -> bool:
    return browser.get("/profile").status_code == 200


def test_a_password_leads_to_where_one_wanted_to_go_and_never_to_another_site(bureau: Bureau) -> None:
    account, browser = with_password(bureau.accounts[BASIC]), Client()
    asked = browser.get("/instructions")
    assert asked["Location"] == "/sign-in?next=/instructions"
    assert sign_in(account, browser=browser, next="/instructions")["Location"] == "/instructions" and is_in(browser)
    assert sign_in(account, next="https://elsewhere.example/")["Location"] == "/"
    assert AuditRow.objects.filter(act="sign_in", actor=account.login).count() == 2


def test_five_wrong_passwords_lock_the_page_with_one_sentence(bureau: Bureau) -> None:
    account = with_password(bureau.accounts[BASIC])
    answers = [sign_in(account, f"guess number {n}") for n in range(5)]
    assert [one.status_code for one in answers] == [401, 401, 401, 401, 429]
    right = sign_in(account)
    assert right.status_code == 429 and right["Content-Type"].startswith("text/html") and "半小时后" in text_of(right)
    english = Client()
    english.cookies["lang"] = "en"
    assert "half an hour" in text_of(sign_in(account, browser=english))
    assert not Session.objects.filter(account=account).exists()


def test_a_right_password_forgets_the_wrong_ones_before_it(bureau: Bureau) -> None:
    account = with_password(bureau.accounts[BASIC])
    for _ in range(3):
        assert sign_in(account, "guess").status_code == sign_in(account, "guess").status_code == 401
        assert sign_in(account).status_code == 302


def strangers(bureau: Bureau) -> dict[str, str]:
    """Logins that may not be told apart: known, unknown, closed, and one that never had a password."""
    closed, never = bureau.accounts[SAFETY], bureau.accounts[FINANCE]
    for account in (bureau.accounts[BASIC], closed):
        with_password(account)
    Account.objects.filter(pk=closed.pk).update(is_active=False)
    never.set_unusable_password()
    never.save()
    return {"known": f"of-{BASIC}", "unknown": "nobody", "closed": closed.login, "never": never.login}


def test_an_unknown_account_is_refused_with_the_same_words_and_work(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    logins, hashed = strangers(bureau), list[str]()
    for name in ("encode", "verify"):
        real = getattr(Argon2PasswordHasher, name)
        monkeypatch.setattr(
            Argon2PasswordHasher, name, lambda *a, real=real, **k: (hashed.append("one"), real(*a, **k))[1]
        )
    told = set()
    for login in logins.values():
        hashed.clear()
        with CaptureQueriesContext(connection) as queries:
            answer = Client().post("/sign-in", {"login": login, "password": "a guess"})
        words = re.findall(r'role="alert"><b>(.+?)<', text_of(answer))
        told.add((answer.status_code, *words, len(hashed), len(queries)))
    assert len(told) == 1 and next(iter(told))[:3] == (401, "账号或密码不对，请再输一次", 1), told


class LightArgon2(Argon2PasswordHasher):
    """As the real one, with little to do."""

    time_cost, memory_cost, parallelism = 1, 64, 1


def test_an_unknown_account_is_refused_within_ten_milliseconds_of_a_known_one(bureau: Bureau, settings: Any) -> None:
    """R21. The hash is made once for all sorts alike, as counted above; here it is a light one, whose own time does not hide
    the rest. The least of each sort's times, which take turns and are too few for a lock."""
    settings.PASSWORD_HASHERS = [f"{__name__}.LightArgon2"]
    logins = strangers(bureau)
    took: dict[str, list[float]] = {sort: [] for sort in logins}
    for turn in range(12):
        if turn % 4 == 0:
            AccessAttempt.objects.all().delete()
        for sort, login in logins.items():
            began = time.process_time()  # what others do on this machine is no part of it
            Client().post("/sign-in", {"login": login, "password": "a guess"})
            took[sort].append(time.process_time() - began)
    least = {sort: min(each) for sort, each in took.items()}
    assert max(least.values()) - min(least.values()) < 0.010, least


def test_the_second_factor_stands_on_its_own_page_and_nothing_is_open_before_it(bureau: Bureau) -> None:
    account, browser = with_password(bureau.accounts[BASIC]), Client()
    with_factor(account)
    assert sign_in(account, browser=browser, next="/instructions")["Location"] == "/sign-in/code"
    assert not is_in(browser) and browser.get("/sign-in/password")["Location"] == "/sign-in"
    assert browser.post("/sign-in/code", {"code": "000000"}).status_code == 401
    code = code_of(SECRET)
    assert browser.post("/sign-in/code", {"code": f"{code[:3]} {code[3:]}"})["Location"] == "/instructions"
    assert is_in(browser)
    again = Client()
    sign_in(account, browser=again)
    assert again.post("/sign-in/code", {"code": code}).status_code == 401, "a code is taken once"


def test_a_recovery_code_works_once(bureau: Bureau) -> None:
    account = with_password(bureau.accounts[BASIC])
    codes = with_factor(account)
    assert len(set(codes)) == 10
    answers = []
    for _ in range(2):
        browser = Client()
        sign_in(account, browser=browser)
        answers.append(browser.post("/sign-in/code", {"code": codes[3]}).status_code)
    assert answers == [302, 401]


def test_wrong_codes_lock_the_account_like_wrong_passwords(bureau: Bureau) -> None:
    account, browser = with_password(bureau.accounts[BASIC]), Client()
    with_factor(account)
    sign_in(account, browser=browser)
    answers = [browser.post("/sign-in/code", {"code": f"{n:06}"}).status_code for n in range(5)]
    assert answers == [401, 401, 401, 401, 429]
    assert browser.post("/sign-in/code", {"code": code_of(SECRET)}).status_code == 429 and not is_in(browser)


def test_secrets_of_second_factors_are_not_kept_in_the_clear(bureau: Bureau, settings: Any) -> None:
    account = bureau.accounts[BASIC]
    with_factor(account)
    assert SECRET not in str(list(account.authenticator_set.values_list("data", flat=True)))
    settings.SECRET_KEY = "another"
    browser = Client()
    sign_in(with_password(account), browser=browser)
    refused = browser.post("/sign-in/code", {"code": code_of(SECRET)})
    assert refused.status_code == 422 and "YAODIAN_SECRET_KEY" in text_of(refused)


def test_an_administrator_sets_up_a_second_factor_before_anything_else(db: None) -> None:
    admin, browser = with_password(administrators()["security"], initial=True), Client()
    assert sign_in(admin, browser=browser)["Location"] == "/sign-in/password"
    for new, again, words in (
        ("another one", "a third", "不一样"),
        (PASSWORD, PASSWORD, "请换一个"),
        ("1", "1", "不合要求"),
    ):
        refused = browser.post("/sign-in/password", {"new": new, "again": again})
        assert refused.status_code == 422 and words in text_of(refused)
    new = "风急天高猿啸哀2020"
    assert browser.post("/sign-in/password", {"new": new, "again": new})["Location"] == "/second-factor"
    assert not is_in(browser)
    shown = text_of(browser.get("/second-factor"))
    found = re.search(r'<code class="key-text">(\w+)</code>', shown)
    assert found and "data:image/svg+xml" in shown
    assert browser.post("/second-factor", {"code": "000000"}).status_code == 422 and not is_in(browser)
    done = browser.post("/second-factor", {"code": code_of(found[1])})
    assert len(re.findall(r"<code>\d{8}</code>", text_of(done))) == 10 and is_in(browser)
    again_in = Client()
    assert sign_in(admin, new, browser=again_in)["Location"] == "/sign-in/code"


def test_seats_named_by_the_settings_must_have_one_and_simulated_accounts_need_not(
    bureau: Bureau, settings: Any
) -> None:
    settings.SECOND_FACTOR_SEATS = ["leader", "office"]
    to = {unit: sign_in(with_password(bureau.accounts[unit]))["Location"] for unit in (CITY, OFFICE, BASIC)}
    assert to == {CITY: "/second-factor", OFFICE: "/second-factor", BASIC: "/"}
    Account.objects.update(is_simulated=True)
    assert sign_in(bureau.accounts[CITY])["Location"] == "/"
    settings.SECOND_FACTOR_OF_SIMULATED = True
    assert sign_in(bureau.accounts[CITY])["Location"] == "/second-factor"


def test_the_api_takes_the_code_beside_the_password(bureau: Bureau) -> None:
    account, browser = with_password(bureau.accounts[BASIC]), Client()
    with_factor(account)

    def asked(**more: str) -> Any:
        given = {"login": account.login, "password": PASSWORD, **more}
        return browser.post("/api/v1/session", json.dumps(given), content_type="application/json")

    without = asked()
    assert without.status_code == 401 and "code" in without.json()["detail"]
    assert asked(code="000000").status_code == 401 and browser.get("/api/v1/me").status_code == 401
    assert asked(code=code_of(SECRET)).status_code == 200 and browser.get("/api/v1/me").status_code == 200
    with_password(account, initial=True)
    assert asked(code=code_of(SECRET, 1)).status_code == 403


def test_a_session_ends_after_half_an_hour_without_a_request(
    bureau: Bureau, later: Callable[[timedelta], None]
) -> None:
    account, browser = with_password(bureau.accounts[BASIC]), Client()
    sign_in(account, browser=browser)
    for _ in range(3):
        later(timedelta(minutes=28))
        assert is_in(browser), "what is used goes on"
    later(timedelta(minutes=31))
    assert not is_in(browser)


def test_a_session_ends_after_twelve_hours_however_much_it_is_used(
    bureau: Bureau, later: Callable[[timedelta], None]
) -> None:
    account, browser = with_password(bureau.accounts[BASIC]), Client()
    sign_in(account, browser=browser)
    for _ in range(48):
        assert is_in(browser)
        later(timedelta(minutes=15, seconds=1))
    assert not is_in(browser)


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Puts the clock of Django on."""
    real, shift = timezone.now, [timedelta()]
    monkeypatch.setattr(timezone, "now", lambda: real() + shift[0])

    def put_on(by: timedelta) -> None:
        shift[0] += by

    return put_on


def test_a_step_of_signing_in_takes_ten_minutes_at_most(bureau: Bureau, later: Callable[[timedelta], None]) -> None:
    account, browser = with_password(bureau.accounts[BASIC]), Client()
    with_factor(account)
    sign_in(account, browser=browser)
    later(timedelta(minutes=11))
    assert browser.post("/sign-in/code", {"code": code_of(SECRET)})["Location"] == "/sign-in"


def test_a_duty_given_or_ended_acts_at_the_next_request(bureau: Bureau) -> None:
    bureau.item("w1", BASIC)
    browser = browser_of(bureau.accounts[BASIC])
    assert browser.get("/item/w1").status_code == 200
    Duty.objects.filter(account=bureau.accounts[BASIC]).update(until=NOW.date())
    assert browser.get("/item/w1").status_code == 404
    Account.objects.filter(login=f"of-{BASIC}").update(is_active=False)
    assert browser.get("/profile").status_code == 302


def test_the_security_administrator_ends_the_sessions_of_an_account(bureau: Bureau) -> None:
    admins, account = administrators(), bureau.accounts[BASIC]
    browsers = [browser_of(account), browser_of(account)]
    other = browser_of(bureau.accounts[OFFICE])
    assert all(map(is_in, browsers)) and len(sessions.open_sessions(account)) == 2
    for kind in ("system", "audit"):
        with pytest.raises(NotAllowed, match="安全管理员"):
            end_sessions(by=admins[kind], account=account, at=NOW)
    assert end_sessions(by=admins["security"], account=account, at=NOW) == 2
    assert not any(map(is_in, browsers)) and is_in(other)


def test_a_second_factor_is_reset_by_the_security_administrator_alone(bureau: Bureau) -> None:
    admins, account = administrators(), with_password(bureau.accounts[BASIC])
    with_factor(account)
    browser = browser_of(account)
    for kind in ("system", "audit"):
        with pytest.raises(NotAllowed, match="安全管理员"):
            reset_factor(by=admins[kind], account=account, at=NOW)
    reset_factor(by=admins["security"], account=account, at=NOW)
    assert not is_in(browser) and sign_in(account)["Location"] == "/"
    with pytest.raises(Refusal, match="没有第二步"):
        reset_factor(by=admins["security"], account=account, at=NOW)


def test_sessions_that_ended_are_swept_once_a_day(bureau: Bureau, later: Callable[[timedelta], None]) -> None:
    sign_in(with_password(bureau.accounts[BASIC]))
    later(timedelta(days=1))
    new = browser_of(bureau.accounts[OFFICE])
    assert Session.objects.count() == 2
    tick(timezone.now())
    assert list(Session.objects.values_list("account__login", flat=True)) == [f"of-{OFFICE}"] and is_in(new)


def test_signing_out_ends_the_session_on_the_server(bureau: Bureau) -> None:
    browser = browser_of(bureau.accounts[BASIC])
    assert is_in(browser) and Session.objects.count() == 1
    browser.post("/sign-out")
    assert not Session.objects.filter(account=bureau.accounts[BASIC]).exists() and not is_in(browser)
