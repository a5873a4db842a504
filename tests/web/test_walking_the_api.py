"""The API walked by four roles in any order: cases opened, acts done, said again, done on old versions. What it tells stays one
story: each success is one entry, what came too late is a conflict with both texts, and nothing fails."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from tests.effort import EFFORT
from tests.web.bureau import BASIC, NORTH, OFFICE, Bureau
from tests.web.test_api import Caller
from tests.web.test_policy import may_see
from yaodian.web.urls import api

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.filterwarnings("ignore")]
EXAMPLES = {"check": 4, "ci": 12, "full": 1000}[EFFORT]
SCHOOL = "n1"
ROLES = (OFFICE, BASIC, NORTH, SCHOOL)
ACTS: dict[str, dict[str, Any]] = {
    "accept": {},
    "report": {"promise": "p1", "value": 3, "as_of": "2020-05-31"},
    "instruct": {"text": "请抓紧"},
    "extend": {"due": "2031-01-31", "reason": "雨季"},
    "suspend": {"reason": "停工"},
    "resume": {"reason": "复工"},
    "submit": {},
    "send_back": {"reason": "缺材料"},
    "verify": {},
    "close": {},
}
ITEMS = {"w-basic": BASIC, "w-north": NORTH}
role, act = st.sampled_from(ROLES), st.sampled_from(sorted(ACTS))


class Walk(RuleBasedStateMachine):
    """`versions` is what we were told of each subject; `owners` who it belongs to, with
    who owns what it is a part of, and whether it is a case."""

    @initialize()
    def begin(self) -> None:
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        bureau = Bureau.made()
        for subject, owner in ITEMS.items():
            bureau.item(subject, owner)
        self.callers = {unit: Caller(bureau.accounts[unit]) for unit in ROLES}
        self.versions = dict.fromkeys(ITEMS, 1)
        self.owners = {subject: ({owner}, False) for subject, owner in ITEMS.items()}
        self.keys: Iterator[str] = (f"key-{n:08}" for n in count())
        self.done: list[tuple[str, str, dict[str, Any], str, Any]] = []
        self.declared = {
            path.removeprefix("/api/v1"): {m.upper(): set(op["responses"]) for m, op in methods.items()}
            for path, methods in api.get_openapi_schema()["paths"].items()
        }

    def teardown(self) -> None:
        if hasattr(self, "transaction"):
            transaction.set_rollback(True)
            self.transaction.__exit__(None, None, None)

    def told(self, answer: Any, method: str, path: str) -> Any:
        """The answer's content, whose status the schema declares for the operation."""
        known = {int(status) for status in self.declared[path][method]}
        assert answer.status_code in known, (method, path, answer.status_code, answer.content)
        return answer.json()

    def sees(self, by: str, subject: str) -> bool:
        owners, is_case = self.owners[subject]
        return any(may_see(by, owner, is_case) for owner in owners)

    @rule(by=role, kind=st.sampled_from(["routine", "assurance", "project"]), under=st.sampled_from([None, *ITEMS]))
    def open_a_case(self, by: str, kind: str, under: str | None) -> None:
        key, asked = next(self.keys), {"unit": by, "kind": kind, "title": "个案", "item": under, "owner": by}
        answer = self._post(by, "/cases", asked, key)
        told = self.told(answer, "POST", "/cases")
        if answer.status_code == 201:
            assert told["subject"] not in self.versions and told["version"] == 1
            self.versions[told["subject"]], self.owners[told["subject"]] = 1, ({by, ITEMS.get(under or "", by)}, True)
            self.done.append((by, "/cases", asked, key, told))

    @rule(by=role, doing=act, of=st.integers(0, 99), behind=st.integers(0, 1))
    def do(self, by: str, doing: str, of: int, behind: int) -> None:
        subject = sorted(self.versions)[of % len(self.versions)]
        present = self.versions[subject]
        path, key = f"/items/{subject}/acts", next(self.keys)
        asked = {"unit": by, "act": doing, "version": max(present - behind, 1), "data": ACTS[doing]}
        answer = self._post(by, path, asked, key)
        told = self.told(answer, "POST", "/items/{subject}/acts")
        if not self.sees(by, subject):
            assert answer.status_code in (403, 404)
        elif asked["version"] < present:
            assert answer.status_code in (403, 409, 422), "what came too late is never done"
        if answer.status_code == 409:
            assert told["version"] == present and len(told["since"]) == present - asked["version"] > 0
            assert told["words"]["zh"] and told["words"]["en"]
        if answer.status_code == 200:
            assert asked["version"] == present and told["version"] == present + 1
            self.versions[subject] = told["version"]
            self.done.append((by, path, asked, key, told))

    @rule(which=st.integers(0, 99))
    def say_again(self, which: int) -> None:
        if self.done:
            by, path, asked, key, told = self.done[which % len(self.done)]
            again = self._post(by, path, asked, key)
            assert again.status_code in (200, 201) and again.json()["subject"] == told["subject"]

    @rule(by=role, of=st.integers(0, 99))
    def read_its_entries(self, by: str, of: int) -> None:
        subject = sorted(self.versions)[of % len(self.versions)]
        answer = self.callers[by].get(f"/items/{subject}/entries", limit=200)
        told = self.told(answer, "GET", "/items/{subject}/entries")
        assert (answer.status_code == 200) is self.sees(by, subject)
        if answer.status_code == 200:
            assert [entry["number"] for entry in told["entries"]] == list(range(1, self.versions[subject] + 1))

    @rule(by=role)
    def list_what_is_seen(self, by: str) -> None:
        told = self.told(self.callers[by].get("/items", limit=200), "GET", "/items")
        seen = {one["subject"]: one["version"] for one in told["items"]}
        assert seen == {s: v for s, v in self.versions.items() if self.sees(by, s)}

    @invariant()
    def nothing_was_done_that_nobody_was_told_of(self) -> None:
        if hasattr(self, "versions"):
            told = self.callers[OFFICE].get("/items", limit=200).json()["items"]
            assert {one["subject"]: one["version"] for one in told} == self.versions

    def _post(self, by: str, path: str, asked: dict[str, Any], key: str) -> Any:
        cache.clear()  # the limit of requests is another test's
        return self.callers[by].post(path, asked, key)


def test_whatever_four_roles_do_through_the_api_is_one_story() -> None:
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.explicit, Phase.generate),
        ),
    )
