"""How tests read the site: as an account, on a day of the tests' own year."""

from __future__ import annotations

import html
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from tests.web.bureau import NOW
from yaodian.web.accounts.models import Account
from yaodian.web.pages import page


class Reader:
    """A browser in which an account is signed in."""

    def __init__(self, account: Account, language: str = "zh") -> None:
        self.client = Client()
        self.client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
        self.client.cookies["lang"] = language

    def get(self, address: str, **query: str) -> tuple[int, str]:
        """(status, text) of a page."""
        return _told(self.client.get(address, query))

    def post(self, address: str, **fields: Any) -> tuple[int, str]:
        """(status, text) of what was posted; of a page that leads on, where to."""
        answer = self.client.post(address, fields)
        return (303, answer.headers["Location"]) if answer.status_code == 303 else _told(answer)


def _told(answer: Any) -> tuple[int, str]:
    return answer.status_code, html.unescape(answer.content.decode("utf-8", "replace"))


def on_the_day(monkeypatch: pytest.MonkeyPatch, at: datetime = NOW) -> None:
    """The pages are read at an instant of the tests' own year."""
    monkeypatch.setattr(page, "now", lambda: at)
