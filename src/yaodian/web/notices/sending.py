"""发送: one message handed to a channel. A channel either takes it or says why not."""

from __future__ import annotations

import hmac
import json
import urllib.error
import urllib.request
from hashlib import sha256

from yaodian.web.notices.models import Delivery

SECONDS = 10
SIGNATURE, KEY = "X-Yaodian-Signature", "Idempotency-Key"


def send(delivery: Delivery) -> str:
    """Hand a notice to its channel; "" where it was taken, else what went wrong."""
    return _webhook(delivery) if delivery.channel.kind == "webhook" else _message(delivery)


def signature(secret: str, body: bytes) -> str:
    """What a receiver works out to know that the body is ours: HMAC-SHA-256 with the channel's secret, in hex."""
    return hmac.new(secret.encode(), body, sha256).hexdigest()


def _webhook(delivery: Delivery) -> str:
    notice, channel = delivery.notice, delivery.channel
    told = {
        "key": delivery.key, "subject": notice.item_id, "unit": notice.unit, "rung": notice.rung,
        "on": notice.on.isoformat(), "words": {"zh": notice.zh, "en": notice.en},
    }  # fmt: skip
    body = json.dumps(told, ensure_ascii=False, sort_keys=True).encode()
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        KEY: delivery.key.encode("ascii", "backslashreplace").decode(),
        SIGNATURE: signature(channel.secret, body),
    }
    if not channel.address.startswith(("http://", "https://")):
        return "not an http address"
    request = urllib.request.Request(channel.address, data=body, headers=headers, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=SECONDS):
            return ""
    except (urllib.error.URLError, OSError, ValueError) as error:
        return str(error)[:300]


def _message(delivery: Delivery) -> str:
    import apprise  # noqa: PLC0415 - slow to import, and only an installation that sends messages needs it

    sender = apprise.Apprise()
    if not sender.add(delivery.channel.address):
        return "apprise knows no such address"
    taken = sender.notify(body=delivery.notice.zh, title="要点")
    return "" if taken else "the service did not take it"
