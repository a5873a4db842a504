"""登录入口: other places whose word is taken for who somebody is. Each is named in one TOML file; nothing else is ever asked.

    [[oidc]]                                    # 贵政通, 企业微信 and whatever speaks OpenID Connect
    id = "gzt"                                  # stands in addresses: register <site>/sign-in/with/gzt/back there
    name = "贵政通"
    english = "Guizhengtong"
    server = "https://id.example.gov.cn"        # whose /.well-known/openid-configuration is read
    client_id = "yaodian"
    secret = "…"
    subject_claim = "sub"                       # names a person there for ever
    login_claim = "preferred_username"          # optional: at the first sign-in, links to the account with this login
    gives_second_factor = false                 # true where that place asks for a second factor itself

    [[cas]]                                     # older portals, CAS protocol 3
    id = "portal"
    name = "教育云"
    english = "Education cloud"
    server = "https://cas.example.gov.cn/cas/"

No account is made by a door. An administrator comes in by password and second factor alone, so that whoever keeps a door
holds none of the three keys.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts.models import Account, Link
from yaodian.web.audit.recording import record

OIDC, CAS = "oidc", "cas"
OPTIONAL = {
    "client_id": "", "secret": "", "subject_claim": "sub", "login_claim": "", "gives_second_factor": False,
}  # fmt: skip
NEEDED = {OIDC: ("id", "name", "english", "server", "client_id"), CAS: ("id", "name", "english", "server")}


@dataclass(frozen=True, slots=True)
class Door:
    """A place through which one signs in."""

    kind: str
    id: str
    words: Words
    server: str
    client_id: str
    secret: str
    subject_claim: str
    login_claim: str
    gives_second_factor: bool


def doors() -> tuple[Door, ...]:
    """Those that the file names, in its order."""
    named = settings.SIGN_IN_DOORS
    return _read(Path(named), Path(named).stat().st_mtime_ns) if named and Path(named).exists() else ()


def door_called(name: str) -> Door:
    """The door with an id; Refusal where there is none."""
    found = next((door for door in doors() if door.id == name), None)
    if found is None:
        raise Refusal(Words(f"没有登录入口“{name}”", f"there is no door called {name!r}"))
    return found


@lru_cache(maxsize=2)
def _read(path: Path, changed: int) -> tuple[Door, ...]:
    try:
        told = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as fault:
        raise Refusal(Words(f"{path}：不是TOML文件（{fault}）", f"{path}: is no TOML file ({fault})")) from fault
    found = tuple(_door(path, kind, one) for kind in (OIDC, CAS) for one in told.get(kind, ()))
    if len({door.id for door in found}) < len(found):
        raise Refusal(Words(f"{path}：两个入口的 id 相同，请改一个", f"{path}: two doors have one id: change one"))
    return found


def _door(path: Path, kind: str, told: dict[str, Any]) -> Door:
    missing = [name for name in NEEDED[kind] if not told.get(name)]
    unknown = sorted(told.keys() - set(NEEDED[OIDC]) - OPTIONAL.keys())
    for names, zh, en in ((missing, "缺少", "lacks"), (unknown, "不认识", "does not know")):
        if names:
            raise Refusal(
                Words(f"{path} 的 [[{kind}]] {zh} {'、'.join(names)}", f"{path}, [[{kind}]]: {en} {', '.join(names)}")
            )
    more = {name: told.get(name, otherwise) for name, otherwise in OPTIONAL.items()}
    return Door(kind, told["id"], Words(told["name"], told["english"]), told["server"], **more)


def account_through(*, door: Door, subject: str, login: str, at: datetime) -> Account:
    """Whose sign-in through a door it is: the account linked to the subject, or, where the door may say so, the one with
    this login, which is linked by it. Refusal where there is none, and for administrators."""
    with transaction.atomic():
        link = Link.objects.select_related("account").filter(door=door.id, subject=subject).first()
        account = link.account if link else _by_login(door, subject, login, at)
    if account is None or not account.is_active:
        raise Refusal(
            Words(
                f"“{door.words.zh}”的这个用户没有对应的账号；请系统管理员关联",
                f"no account belongs to this user of {door.words.en}: the system administrator links one",
            )
        )
    if account.administers:
        raise Refusal(Words("管理员只用密码和第二步登录", "administrators sign in with password and second factor"))
    return account


def _by_login(door: Door, subject: str, login: str, at: datetime) -> Account | None:
    account = Account.objects.filter(login=login, administers="").first() if login else None
    if account is None or Link.objects.filter(door=door.id, account=account).exists():
        return None
    Link.objects.create(account=account, door=door.id, subject=subject, made_at=at)
    record(actor="engine", act="link_account", subject=f"account:{account.login}", at=at, door=door.id)
    return account
