"""The audit administrator reads who did what, page by page, and sees whether the chain holds."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from tests.pages.signed import administrators, browser_of, text_of
from tests.web.bureau import BASIC, OFFICE, Bureau
from yaodian.domain.entry import Act
from yaodian.web.audit.chain import close_day, seal
from yaodian.web.audit.models import AuditRow
from yaodian.web.audit.recording import record

pytestmark = pytest.mark.django_db
AT = datetime(2020, 6, 1, 2, tzinfo=UTC)


@pytest.fixture
def reader(db: None) -> Client:
    return browser_of(administrators()["audit"])


def subjects(page: str) -> list[str]:
    return re.findall(r'<td class="px t" title="([^"]*)">', page)


def test_rows_are_read_newest_first_and_page_by_page_without_gap_or_repeat(reader: Client) -> None:
    for n in range(60):
        record(actor="chen", act="sign_in", subject=f"s{n}", at=AT + timedelta(minutes=n))
    path, told = "/audit", []
    for size in (25, 25, 10):
        page = text_of(reader.get(path))
        assert len(subjects(page)) == size
        told += subjects(page)
        record(actor="late", act="sign_in", subject="late", at=AT)
        older = re.search(r'href="(\?before=\d+)">下一页', page)
        path = f"/audit{older[1]}" if older else ""
    assert told == [f"s{n}" for n in range(59, -1, -1)] and not path


def test_rows_are_found_by_who_what_about_what_and_when(reader: Client, bureau: Bureau) -> None:
    item = bureau.item("w1")
    bureau.done(BASIC, item, Act.ACCEPT)
    record(actor="li", act="sign_in", subject="account:li", at=datetime(2020, 6, 1, 16, 30, tzinfo=UTC))

    def found(**asked: str) -> list[str]:
        return subjects(text_of(reader.get("/audit", asked)))

    assert found(actor="li") == found(act="sign_in") == found(subject="account:li") == ["account:li"]
    assert found(act="entry:accept") == ["w1/2"] and found(act="entry:accept", actor="li") == []
    assert found(day="2020-06-02") == ["account:li"], "half past midnight in Shanghai"
    assert "account:li" in found(day="no day at all")
    assert "没有这样的记录" in text_of(reader.get("/audit", {"actor": "nobody"}))
    assert reader.get("/audit", {"before": "9" * 30}).status_code == 200


def test_acts_and_purposes_are_told_in_words_of_both_languages(reader: Client) -> None:
    record(actor="li", act="read:evidence", subject="w1", at=AT, purpose="supervision", sha256="ab")
    record(actor="li", act="something_new", subject="w1", at=AT)
    page = text_of(reader.get("/audit"))
    assert '<td class="p3">看佐证</td>' in page and "sha256 ab" in page and "something_new" in page
    reader.cookies["lang"] = "en"
    assert "read evidence" in text_of(reader.get("/audit"))


def test_the_chain_is_walked_on_demand_and_what_was_found_stays_on_the_page(reader: Client) -> None:
    for n in range(5):
        record(actor="chen", act="sign_in", subject=f"s{n}", at=AT)
    assert "还没有查验过" in text_of(reader.get("/audit"))
    seal()
    assert reader.post("/audit/verify").status_code == 303
    page = text_of(reader.get("/audit"))
    assert "相符" in page and 'role="alert"' not in page
    AuditRow.objects.filter(place=3).update(body="changed")
    reader.post("/audit/verify")
    page = text_of(reader.get("/audit"))
    assert "审计第3条" in page and "保全数据库" in page and "有改动" in page


def test_daily_roots_stand_beside_the_rows(reader: Client) -> None:
    assert "还没有审计根" in text_of(reader.get("/audit"))
    record(actor="chen", act="sign_in", subject="s", at=AT)
    root = close_day(AT.date())
    assert root is not None
    page = text_of(reader.get("/audit"))
    assert root.root in page and "至第 1 条" in page


def test_nobody_but_the_audit_administrator_reads_it(bureau: Bureau) -> None:
    for account in (bureau.accounts[OFFICE], bureau.accounts[BASIC], *administrators().values()):
        answer = browser_of(account).get("/audit")
        assert answer.status_code == (200 if account.administers == "audit" else 403)
    assert Client().get("/audit").status_code == 302
