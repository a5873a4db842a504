"""What holds of every page: whom it is for is said, nobody else sees it, and each of its words is there in both languages."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.test import Client

from tests.web.bureau import BASIC, CITY, Bureau
from yaodian.web import pages
from yaodian.web.accounts.policy import Doing
from yaodian.web.pages.addresses import patterns
from yaodian.web.pages.headers import POLICY
from yaodian.web.pages.page import ANYONE, PAGES, SIGNED_IN

TEMPLATES = sorted((Path(pages.__file__).parent / "templates").rglob("*.html"))
NAMED = {"plan_id": "2020", "subject": "m-none", "no": "1", "number": "1"}
LETTERS = re.compile(r"[^\W\d_]")


def address_of(route: str) -> str:
    return "/" + re.sub(
        r"<(?:\w+:)?(\w+)>", lambda part: NAMED.get(part[1], "1" if part[0].startswith("<int:") else "none"), route
    )


def test_every_page_says_whom_it_is_for() -> None:
    assert len(patterns()) == len(PAGES) > 10
    assert {page.policy for page in PAGES.values()} <= {ANYONE, SIGNED_IN, *Doing}


def test_who_is_not_signed_in_is_led_to_the_sign_in(db: None) -> None:
    assert patterns()  # every page is declared
    for page in PAGES.values():
        if page.policy != ANYONE:
            answer = Client().generic("POST" if page.writes else "GET", address_of(page.route))
            assert answer.status_code == 302 and answer["Location"].startswith("/sign-in?next="), page.name


def test_a_page_that_writes_is_not_read(bureau: Bureau) -> None:
    client = Client()
    client.force_login(bureau.accounts[CITY], backend="django.contrib.auth.backends.ModelBackend")
    for page in PAGES.values():
        if page.writes:
            assert client.get(address_of(page.route)).status_code == 405, page.name


def test_answers_carry_the_policy_and_are_kept_by_no_cache(bureau: Bureau) -> None:
    client = Client()
    client.force_login(bureau.accounts[BASIC], backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get("/")
    assert answer["Content-Security-Policy"] == POLICY and "unsafe" not in POLICY
    assert answer["Cache-Control"] == "no-store"


class Said(HTMLParser):
    """What a template says by itself: its text and the attributes that are read out."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.words += [value or "" for name, value in attrs if name in ("title", "placeholder", "aria-label", "alt")]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_each_word_of_a_template_is_there_in_both_languages(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for _zh, en in re.findall(r"""{% say ["']([^"']*)["'] ["']([^"']*)["']""", text):
        assert not re.search(r"[\u4e00-\u9fff]", re.sub("“[^”]*”", "", en)), en  # what is typed is quoted
    said = Said()
    said.feed(re.sub(r"{%.*?%}|{{.*?}}|{#.*?#}|{\w+}", "", text, flags=re.DOTALL))
    alone = [words.strip() for words in said.words if LETTERS.search(words)]
    assert [words for words in alone if words not in ALIKE] == []


ALIKE = ("中文", "English", "j k", "CSV", "JSON", "抄送：。")
"""Names of the languages, each in its own, of formats, keys, and what stands on a Chinese paper."""
