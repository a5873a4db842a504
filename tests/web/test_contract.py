"""The API against its own schema, as several roles: whatever is sent, the answer is one that the schema names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.core.cache import cache
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.effort import EFFORT
from tests.web.bureau import BASIC, NORTH, OFFICE, Bureau
from tests.web.published import published
from tests.web.test_api import Caller
from yaodian.web.accounts.models import Account

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.filterwarnings("ignore")]
EXAMPLES = {"check": 2, "ci": 6, "full": 180}[EFFORT]
ROLES = (OFFICE, BASIC, NORTH, "n1", "audit")


@pytest.fixture
def one_connection() -> Iterator[None]:
    """Requests do not close the connection that the test's transaction is open on, as Django's own client sees to."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize("role", ROLES)
def test_every_answer_is_one_that_the_schema_names(
    role: str, bureau: Bureau, one_connection: None, tmp_path: Path
) -> None:
    account, known = _account(role, bureau), there(bureau, role, tmp_path)
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    faults: list[Exception] = []

    for operation in schema.get_all_operations():

        @settings(
            max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck),
            phases=(Phase.explicit, Phase.generate),
        )  # fmt: skip
        @given(case=operation.ok().as_strategy(), is_known=st.booleans())
        def one(case: Any, is_known: bool) -> None:
            cache.clear()
            if is_known and case.meta.generation.mode.is_positive:
                case.path_parameters.update(
                    {name: known.get(name, drawn) for name, drawn in case.path_parameters.items()}
                )
            headers = Caller(account).headers  # one before may have withdrawn its own token
            case.call_and_validate(headers=headers, excluded_checks=unknowable(case))

        try:
            one()
        except Exception as fault:  # the other operations are asked as well, and all faults told at once
            faults.append(fault)
    if faults:
        raise ExceptionGroup(f"{len(faults)} operations", faults)


def there(bureau: Bureau, role: str, folder: Path) -> dict[str, Any]:
    """What there is to ask for, by the names that addresses have for it: others are drawn, and nothing is ever found."""
    published(bureau, folder)
    bureau.item("w1", NORTH, kind="routine")
    return {"subject": "w1", "plan": "2020", "number": 1, "unit": role, "period": "2020-06"}


def unknowable(case: Any) -> list[Any]:
    """What a schema cannot say: whether the present state and the account's duties allow a write that is well-formed."""
    return [schemathesis.checks.positive_data_acceptance] if case.operation.method != "get" else []


def _account(role: str, bureau: Bureau) -> Account:
    if role == "audit":
        return Account.objects.create(login="auditor", name="审计", administers="audit")
    return bureau.accounts[role]
