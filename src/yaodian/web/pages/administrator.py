"""管理员首页: the few figures that each administrator looks at, each leading to where it is dealt with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse

from yaodian.domain.finding import Words
from yaodian.web.accounts.models import Administration
from yaodian.web.accounts.reading import accounts_found, ending_duties
from yaodian.web.audit.reading import chain
from yaodian.web.notices.models import Delivery
from yaodian.web.pages.page import Visit

SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts, and the page it leads to."""

    words: Words
    value: int | Words
    address: str


def figures_for(visit: Visit) -> Sequence[Figure]:
    """Of the administrator who is signed in."""
    return _FIGURES[Administration(visit.account.administers)](visit)


def _accounts(visit: Visit) -> list[Figure]:
    def told(words: Words, which: str) -> Figure:
        count = accounts_found(visit.account, visit.on, which=which).count()
        return Figure(words, count, f"{reverse('accounts')}?which={which}" if which else reverse("accounts"))

    return [told(Words("账号", "accounts"), ""), told(Words("没有职务的账号", "without a duty"), "without_duty")]


def _of_system(visit: Visit) -> list[Figure]:
    failing = Delivery.objects.filter(delivered_at=None, tries__gt=0).count()
    return [*_accounts(visit), Figure(Words("送不到的通知", "notices not taken"), failing, reverse("health"))]


def _of_security(visit: Visit) -> list[Figure]:
    ending = ending_duties(visit.account, visit.on, SOON)
    return [
        *_accounts(visit),
        Figure(Words("30 天内到期的职务", "duties ending in 30 days"), ending, reverse("accounts")),
    ]


def _of_audit(visit: Visit) -> list[Figure]:
    known, address = chain(), reverse("audit")
    holds = Words("有改动", "changed") if known.fault else Words("相符", "it holds")
    return [
        Figure(Words("已封存的记录", "rows sealed"), known.sealed, address),
        Figure(Words("等待封存", "waiting for the seal"), known.waiting, address),
        Figure(Words("上次查验", "last verified"), holds if known.verified_at else Words("还没有", "never"), address),
    ]


_FIGURES: Mapping[Administration, Callable[[Visit], list[Figure]]] = {
    Administration.SYSTEM: _of_system,
    Administration.SECURITY: _of_security,
    Administration.AUDIT: _of_audit,
}
