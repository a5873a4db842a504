"""Signing in through other places: OpenID Connect and CAS, to accounts that are there, never to one of its own making."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from tests.pages.other_places import CLIENT, SECRET, Place, place
from tests.pages.signed import SECRET as FACTOR
from tests.pages.signed import administrators, code_of, text_of, with_factor
from tests.web.bureau import BASIC, NOW, OFFICE, Bureau
from yaodian.domain.finding import Refusal
from yaodian.web.accounts.doors import doors
from yaodian.web.accounts.models import Account, Link
from yaodian.web.accounts.policy import NotAllowed
from yaodian.web.accounts.services import link
from yaodian.web.audit.models import AuditRow

pytestmark = pytest.mark.django_db
DOORS = """
[[oidc]]
id = "gzt"
name = "贵政通"
english = "Guizhengtong"
server = "{0}"
client_id = "{1}"
secret = "{2}"
{3}
[[cas]]
id = "portal"
name = "教育云"
english = "Education cloud"
server = "{0}/cas/"
{3}
"""


@pytest.fixture
def there(bureau: Bureau, settings: Any, tmp_path: Path) -> Iterator[Place]:
    """A place that knows one person as `u-77`, whose login is that of the unit's clerk; logins are taken from it."""
    with place(sub="u-77", preferred_username=f"of-{BASIC}") as made:
        settings.SIGN_IN_DOORS = str(told(tmp_path, made, 'login_claim = "preferred_username"'))
        yield made


def told(folder: Path, made: Place, more: str = "") -> Path:
    path = folder / f"doors{abs(hash(more))}.toml"
    path.write_text(DOORS.format(made.address, CLIENT, SECRET, more), "utf-8")
    return path


def through(made: Place, door: str, browser: Client, back: str = "") -> Any:
    """The answer at the end of the way through a door."""
    asked = browser.get(f"/sign-in/with/{door}", {"next": back} if back else {})
    assert asked.status_code == 302 and asked["Location"].startswith(made.address), text_of(asked)
    return browser.get(made.visited(asked["Location"]).removeprefix("http://testserver"))


@pytest.mark.parametrize("door", ["gzt", "portal"])
def test_who_comes_through_a_door_is_the_account_with_that_login_and_stays_it(
    there: Place, bureau: Bureau, door: str
) -> None:
    browser = Client()
    assert through(there, door, browser, "/instructions")["Location"] == "/instructions"
    assert browser.get("/api/v1/me").json()["login"] == f"of-{BASIC}" and not there.wrong
    assert [(one.door, one.subject) for one in Link.objects.all()] == [(door, "u-77")]
    there.claims["preferred_username"] = f"of-{OFFICE}"
    again = Client()
    through(there, door, again)
    assert again.get("/api/v1/me").json()["login"] == f"of-{BASIC}", "the subject counts once it is linked"
    there.claims["sub"] = "u-78"
    there.claims["preferred_username"] = f"of-{BASIC}"
    assert through(there, door, Client()).status_code == 422, "another person under a name that is taken"


@pytest.mark.parametrize("door", ["gzt", "portal"])
def test_nobody_gets_an_account_by_coming_through_a_door(
    there: Place, settings: Any, tmp_path: Path, door: str
) -> None:
    before = Account.objects.count()
    there.claims["preferred_username"] = "stranger"
    refused = through(there, door, Client())
    assert refused.status_code == 422 and "系统管理员关联" in text_of(refused)
    settings.SIGN_IN_DOORS = str(told(tmp_path, there))
    there.claims["preferred_username"] = f"of-{BASIC}"
    assert through(there, door, Client()).status_code == 422, "logins count only where the file says so"
    assert Account.objects.count() == before and not Link.objects.exists()


def test_an_administrator_never_comes_through_a_door(there: Place) -> None:
    administrators()
    there.claims["preferred_username"] = "audit"
    assert through(there, "gzt", Client()).status_code == 422
    Link.objects.create(account=Account.objects.get(login="audit"), door="gzt", subject="u-77", made_at=NOW)
    refused = through(there, "gzt", Client())
    assert refused.status_code == 422 and "管理员只用密码" in text_of(refused)


def test_a_link_is_made_by_the_system_administrator_alone(there: Place, bureau: Bureau) -> None:
    admins, account = administrators(), bureau.accounts[OFFICE]
    for kind in ("security", "audit"):
        with pytest.raises(NotAllowed, match="系统管理员"):
            link(by=admins[kind], account=account, door="gzt", subject="u-77", at=NOW)
    with pytest.raises(Refusal, match="管理员只用密码"):
        link(by=admins["system"], account=admins["audit"], door="gzt", subject="u-77", at=NOW)
    link(by=admins["system"], account=account, door="gzt", subject=" u-77 ", at=NOW)
    browser = Client()
    through(there, "gzt", browser)
    assert browser.get("/api/v1/me").json()["login"] == account.login
    with pytest.raises(Refusal, match="已关联到账号"):
        link(by=admins["system"], account=bureau.accounts[BASIC], door="gzt", subject="u-77", at=NOW)
    assert list(AuditRow.objects.filter(act="link_account").values_list("actor", flat=True)) == ["system"]


def test_the_second_factor_is_asked_after_a_door_unless_the_door_asks_itself(
    there: Place, bureau: Bureau, settings: Any, tmp_path: Path
) -> None:
    with_factor(bureau.accounts[BASIC])
    browser = Client()
    assert through(there, "gzt", browser, "/instructions")["Location"] == "/sign-in/code"
    assert browser.post("/sign-in/code", {"code": code_of(FACTOR)})["Location"] == "/instructions"
    assert AuditRow.objects.get(act="sign_in").body.endswith('{"door":"gzt"}]')
    settings.SIGN_IN_DOORS = str(told(tmp_path, there, "gives_second_factor = true"))
    assert through(there, "gzt", Client(), "/instructions")["Location"] == "/instructions"


@pytest.mark.parametrize("door", ["gzt", "portal"])
def test_an_answer_that_was_not_asked_for_here_is_refused(there: Place, door: str) -> None:
    asked = Client().get(f"/sign-in/with/{door}")["Location"]
    back = there.visited(asked).removeprefix("http://testserver")
    other = Client()
    refused = other.get(back)
    assert refused.status_code == 422 and "没有完成登录" in text_of(refused)
    assert other.get("/profile").status_code == 302
    forged = Client()
    forged.get(f"/sign-in/with/{door}")
    state = parse_qs(urlsplit(back).query)["state"][0]
    assert forged.get(f"/sign-in/with/{door}/back", {"code": "x", "ticket": "x", "state": state}).status_code == 422


def test_a_place_that_is_out_of_order_says_so_and_the_password_still_works(there: Place) -> None:
    there.is_broken = True
    refused = Client().get("/sign-in/with/gzt")
    assert refused.status_code == 422 and "用密码登录" in text_of(refused)
    asked = Client()
    location = asked.get("/sign-in/with/portal")["Location"]
    assert asked.get(there.visited(location).removeprefix("http://testserver")).status_code == 422
    assert Client().get("/sign-in").status_code == 200


def test_two_answers_of_one_place_about_different_people_are_refused(there: Place) -> None:
    browser = Client()
    asked = browser.get("/sign-in/with/gzt")["Location"]
    real = there.token
    there.token = lambda query: {**real(query), **_swap(there)}  # type: ignore[method-assign]
    refused = browser.get(there.visited(asked).removeprefix("http://testserver"))
    assert refused.status_code == 422 and browser.get("/profile").status_code == 302


def _swap(there: Place) -> dict[str, str]:
    there.claims["sub"] = "u-99"
    return {}


def test_doors_stand_on_the_sign_in_page_by_their_names(there: Place) -> None:
    shown = text_of(Client().get("/sign-in?next=/instructions"))
    assert "贵政通" in shown and "教育云" in shown and "/sign-in/with/gzt?next=/instructions" in shown
    assert Client().get("/sign-in/with/nowhere").status_code == 422


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("[[oidc]", "不是TOML"),
        ('[[cas]]\nid = "a"', "缺少 name、english、server"),
        ("", "两个入口"),
        ("", "不认识 colour"),
    ],
)
def test_a_file_of_doors_that_is_wrong_says_what_is(
    there: Place, settings: Any, tmp_path: Path, file: str, words: str
) -> None:
    path = tmp_path / "wrong.toml"
    whole = DOORS.format(there.address, CLIENT, SECRET, 'colour = "red"' if "colour" in words else "")
    path.write_text(file or (whole if "colour" in words else whole + whole), "utf-8")
    settings.SIGN_IN_DOORS = str(path)
    with pytest.raises(Refusal, match=words):
        doors()
