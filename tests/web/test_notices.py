"""Notices: recorded once, climbing only where the one before went unanswered, delivered at least once and known again."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.web.apart import killed_ticks
from tests.web.bureau import BASIC, NOW, OFFICE, Bureau
from yaodian.domain.entry import Act
from yaodian.web.notices.models import Channel, Delivery, Notice
from yaodian.web.notices.sending import KEY, SIGNATURE, signature
from yaodian.web.notices.ticking import tick

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def rungs() -> list[tuple[str, str]]:
    return [(notice.item_id, notice.rung) for notice in Notice.objects.order_by("on", "pk")]


def test_what_is_not_accepted_is_urged_step_by_step_until_it_is(bureau: Bureau) -> None:
    item = bureau.item("w1")
    told: dict[int, list[str]] = {}
    for days in range(30):
        before = Notice.objects.count()
        tick(NOW + days * DAY)
        tick(NOW + days * DAY)
        if Notice.objects.count() > before:
            told[days] = [rung for _, rung in rungs()]
    assert told == {
        3: ["remind"], 10: ["remind", "urge"], 17: ["remind", "urge", "supervise"],
        27: ["remind", "urge", "supervise", "report"],  # 28 June is a Sunday that is worked for the holiday before it
    }  # fmt: skip
    bureau.done(BASIC, item, Act.ACCEPT)
    assert tick(NOW + 40 * DAY).recorded == 0


def test_a_deadline_is_announced_ten_working_days_ahead_and_answered_work_is_left_alone(bureau: Bureau) -> None:
    item = bureau.item("w1", due="2020-06-30")
    bureau.done(BASIC, item, Act.ACCEPT)
    recorded = [days for days in range(60) if tick(NOW + days * DAY).recorded]
    assert recorded[0] == 14 and rungs()[0] == ("w1", "remind")
    assert [rung for _, rung in rungs()] == ["remind", "urge", "supervise", "report"]
    assert Notice.objects.order_by("on")[1].on.isoformat() > "2020-06-30"


@pytest.mark.parametrize("doing", [Act.SUSPEND, Act.CLOSE])
def test_what_is_suspended_or_closed_gets_no_notice(bureau: Bureau, doing: Act) -> None:
    item = bureau.item("w1", due="2020-06-03", kind="routine")
    bureau.done(BASIC, item, Act.ACCEPT)
    if doing is Act.CLOSE:
        bureau.done(BASIC, item, Act.SUBMIT)
        bureau.done("law_and_safety", item, Act.VERIFY)
    bureau.done(OFFICE, item, doing, reason="有理由")
    assert sum(tick(NOW + days * DAY).recorded for days in range(0, 60, 5)) == 0


class Receiver:
    """A server on loopback that takes or refuses what it is sent, and keeps it."""

    def __init__(self) -> None:
        self.got: list[tuple[dict[str, str], bytes]] = []
        self.refuses = 0
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.got.append((dict(self.headers), body))
                receiver.refuses -= receiver.refuses > 0
                self.send_response(503 if receiver.refuses else 204)
                self.end_headers()

            def log_message(self, *args: Any) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/"


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    made = Receiver()
    thread = threading.Thread(target=made.server.serve_forever, daemon=True)
    thread.start()
    yield made
    made.server.shutdown()
    made.server.server_close()


def test_a_webhook_is_signed_and_carries_a_key_that_stays_the_same(bureau: Bureau, receiver: Receiver) -> None:
    bureau.item("w1")
    Channel.objects.create(unit=BASIC, kind="webhook", address=receiver.address, secret="一个秘密")
    receiver.refuses = 3
    at = NOW + 3 * DAY
    outcomes = []
    for _ in range(4):
        done = tick(at)
        outcomes.append((done.delivered, done.failed))
        at = Delivery.objects.get().next_at
    assert outcomes == [(0, 1), (0, 1), (1, 0), (0, 0)]
    assert len({headers[KEY] for headers, _ in receiver.got}) == 1
    headers, body = receiver.got[0]
    assert headers[SIGNATURE] == signature("一个秘密", body) != signature("另一个", body)
    told = json.loads(body)
    assert told["subject"] == "w1" and "还没有签收" in told["words"]["zh"] and "not accepted" in told["words"]["en"]


def test_a_receiver_that_is_down_is_tried_later_and_later_and_nothing_is_lost(bureau: Bureau) -> None:
    bureau.item("w1")
    Channel.objects.create(unit=BASIC, kind="webhook", address="http://127.0.0.1:9/", secret="x")
    at, pauses = NOW + 3 * DAY, []
    tick(at)
    for _ in range(10):
        due: datetime = Delivery.objects.get().next_at
        pauses.append(due - at)
        tick(at := due)
    assert pauses == sorted(pauses) and pauses[0] == timedelta(minutes=1) and pauses[-1] == timedelta(hours=6)
    delivery = Delivery.objects.get()
    assert delivery.delivered_at is None and delivery.tries == 11 and delivery.fault


@pytest.mark.slow
def test_a_tick_that_is_killed_records_each_notice_once(tmp_path: Path) -> None:
    assert killed_ticks(tmp_path, kills=4, items=30, days=12) == {"lost": 0, "doubled": 0, "stray": 0}


def test_an_address_that_no_service_knows_is_said(bureau: Bureau) -> None:
    bureau.item("w1")
    Channel.objects.create(unit=BASIC, kind="message", address="nothing-of-the-kind")
    tick(NOW + 3 * DAY)
    assert "no such address" in Delivery.objects.get().fault
