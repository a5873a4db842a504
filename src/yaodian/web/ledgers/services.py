"""台账办理: the views of ledgers that an account keeps."""

from __future__ import annotations

from datetime import date

from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import must_reach, standing
from yaodian.web.ledgers.models import SavedView

MOST_VIEWS = 12
LONGEST_NAME, LONGEST_QUERY = 20, 400


def save_view(*, account: Account, unit: str, name: str, query: str, on: date) -> SavedView:
    """Keep a query of a unit's ledger under a name; the same name again keeps the new query."""
    must_reach(standing(account, on), unit)
    name = name.strip()
    if not name or len(name) > LONGEST_NAME or len(query) > LONGEST_QUERY:
        raise Refusal(
            Words(f"视图名要写1至{LONGEST_NAME}个字", f"the name of a view has 1 to {LONGEST_NAME} characters")
        )
    held = SavedView.objects.filter(account=account, unit=unit)
    if not held.filter(name=name).exists() and held.count() >= MOST_VIEWS:
        raise Refusal(Words(f"已存{MOST_VIEWS}个视图，请先移除一个", f"{MOST_VIEWS} views are kept: remove one first"))
    return SavedView.objects.update_or_create(account=account, unit=unit, name=name, defaults={"query": query})[0]


def remove_view(*, account: Account, unit: str, name: str) -> None:
    """Keep a view no longer; without effect where it is gone already."""
    SavedView.objects.filter(account=account, unit=unit, name=name).delete()
