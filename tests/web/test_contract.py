"""The API against its own schema, as several roles: whatever is sent, the answer is one that the schema names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.cache import cache
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings

from tests.effort import EFFORT
from tests.web.bureau import BASIC, NORTH, OFFICE, Bureau
from tests.web.test_api import Caller
from yaodian.web.accounts.models import Account

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.filterwarnings("ignore")]
EXAMPLES = {"check": 2, "ci": 6, "full": 160}[EFFORT]
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
def test_every_answer_is_one_that_the_schema_names(role: str, bureau: Bureau, one_connection: None) -> None:
    bureau.item("w1", NORTH, kind="routine")
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    headers = Caller(_account(role, bureau)).headers
    faults: list[Exception] = []

    for operation in schema.get_all_operations():

        @settings(
            max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck),
            phases=(Phase.explicit, Phase.generate),
        )  # fmt: skip
        @given(case=operation.ok().as_strategy())
        def one(case: Any) -> None:
            cache.clear()
            case.call_and_validate(headers=headers, excluded_checks=unknowable(case))

        try:
            one()
        except Exception as fault:  # the other operations are asked as well, and all faults told at once
            faults.append(fault)
    if faults:
        raise ExceptionGroup(f"{len(faults)} operations", faults)


def unknowable(case: Any) -> list[Any]:
    """What a schema cannot say: whether the present state and the account's duties allow a write that is well-formed."""
    return [schemathesis.checks.positive_data_acceptance] if case.operation.method != "get" else []


def _account(role: str, bureau: Bureau) -> Account:
    if role == "audit":
        return Account.objects.create(login="auditor", name="审计", administers="audit")
    return bureau.accounts[role]
