"""模拟: a database of simulated work stays one: nothing real goes into it, and it is measured by invented records only."""

from __future__ import annotations

from pathlib import Path

from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts.models import Account
from yaodian.workspace.records_loading import holds_invented


def is_simulated() -> bool:
    """Whether the database holds simulated work."""
    return Account.objects.filter(is_simulated=True).exists()


def demo_accounts() -> list[Account]:
    """The accounts of a demonstration that have a password, to look round with."""
    return list(Account.objects.filter(is_simulated=True, is_active=True).exclude(password="!").order_by("pk")[:12])


def must_be_real(what: Words) -> None:
    """Refuse something real in a database of simulated work; `what` names it."""
    if is_simulated():
        raise Refusal(
            Words(
                f"数据库里是模拟的工作，不能再放真实的{what.zh}，否则分不清真假；请另用新数据库",
                f"the database holds simulated work and takes no real {what.en}, which could not be told apart: use a new "
                "one",
            )
        )


def must_suit(records: Path) -> None:
    """Refuse real records for simulated work."""
    if is_simulated() and not holds_invented(records):
        raise Refusal(
            Words(
                f"数据库里是模拟的工作，{records}里是真实的数，不能放在一起；请用演示城市的数仓",
                f"the database holds simulated work and {records} real records: measure it by those of a demo city",
            )
        )
