"""A real browser: Debian's Chromium with fonts that have every Chinese character, installed first where it is missing.

`pages_at` opens pages as someone who is signed in, notes what goes wrong on them, and `broken_rules` asks axe-core.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, expect, sync_playwright

from tools import assets, debian
from tools.walk import Stop

NAMES = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 20_000  # milliseconds for anything to appear, on a machine with other work on it
FONTS = Path("/usr/share/fonts")
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --lang=zh-CN"
).split()
LEVELS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")
ASK_AXE = """async (levels) => {
  const found = await axe.run(document, {runOnly: {type: "tag", values: levels}, resultTypes: ["violations"]});
  return found.violations.map(({id, help, nodes}) => `${id}: ${help}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}"""


def program() -> str:
    """The browser's program; SystemExit where it or the fonts are missing and cannot be installed."""
    wanted = ([] if _found() else ["chromium"]) + ([] if _has_chinese() else ["fonts-noto-cjk"])
    if wanted:
        debian.install(*wanted)
    found = _found()
    if found is None or not _has_chinese():
        raise SystemExit("No browser here: install the packages chromium and fonts-noto-cjk, then run this again.")
    return found


def _found() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


def _has_chinese() -> bool:
    return any(FONTS.rglob("NotoSansCJK*"))


@contextmanager
def opened() -> Iterator[Browser]:
    """A browser without a window. While it is open, Django's database cannot be used in the same thread."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program(), args=QUIET, env={**os.environ, "LANGUAGE": "zh_CN"}
        )
        try:
            yield browser
        finally:
            browser.close()


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is looked at: the window, and what the cookies theme, lang and type say."""

    width: int = 1440
    height: int = 900
    theme: str = "light"
    language: str = "zh"
    type: str = "usual"

    @property
    def cookies(self) -> Mapping[str, str]:
        return {"theme": self.theme, "lang": self.language, "type": self.type}


@dataclass
class Visits:
    """Pages of a site, each in a context of its own; `faults` has what any of them complained of: errors on the console
    (what the content policy refused is one) and exceptions that nothing caught."""

    browser: Browser
    base: str
    password: str
    faults: list[str] = field(default_factory=list)
    sessions: dict[str, Any] = field(default_factory=dict)
    contexts: list[BrowserContext] = field(default_factory=list)

    def open(self, login: str | None = None, look: Look = Look(), **options: Any) -> Page:
        """A blank page in the look, signed in where a login is named."""
        size = {"width": look.width, "height": look.height}
        context = self.browser.new_context(base_url=self.base, viewport=size, locale="zh-CN", **options)
        context.set_default_timeout(PATIENCE)
        self.contexts.append(context)
        context.add_cookies([{"name": n, "value": v, "url": self.base} for n, v in look.cookies.items()])
        page = context.new_page()
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.faults.append(f"{page.url}: {error}"))
        return self.signed_in(page, login) if login else page

    def signed_in(self, page: Page, login: str) -> Page:
        """The page with the session of an account: one sign-in an account, whose cookie is used again."""
        if login not in self.sessions:
            answer = page.request.post("/api/v1/session", data={"login": login, "password": self.password})
            assert answer.ok, f"{login} cannot sign in: {answer.status} {answer.text()}"
            self.sessions[login] = [c for c in page.context.cookies() if c["name"] in ("sessionid", "csrftoken")]
        page.context.add_cookies(self.sessions[login])
        return page

    def halfway(self, page: Page, login: str) -> Page:
        """The page of the sign-in that comes after the password of an account."""
        page.goto("/sign-in")
        page.locator("[name=login]").fill(login)
        page.locator("[name=password]").fill(self.password)
        page.locator("main form button").first.click()
        return page

    def at(self, stop: Stop, known: Mapping[str, str], look: Look = Look()) -> tuple[Page, Response | None]:
        """A stop of the walk in the look, and what the site answered."""
        login = stop.seen_by(known)
        page = self.open(None if stop.is_halfway else login, look)
        if stop.is_halfway and login:
            self.halfway(page, login)
        return page, page.goto(stop.at(known))

    def _heard(self, message: ConsoleMessage) -> None:
        page, place = message.page, message.location.get("url", "")
        # a page that refuses answers 403 or 404, and Chromium tells that too
        is_answer = message.text.startswith("Failed to load resource") and page is not None and place == page.url
        is_icon = place.endswith("/favicon.ico")  # what a browser asks for where a page names no icon
        if message.type == "error" and not is_answer and not is_icon:
            self.faults.append(f"{page.url if page else place}: {message.text}")

    def end(self) -> None:
        for context in self.contexts:
            context.close()
        self.contexts.clear()


def broken_rules(page: Page) -> list[str]:
    """The rules of WCAG 2.0 to 2.2, levels A and AA, that axe-core finds broken, each with where. The script is evaluated
    from outside the page, as the content policy lets no script into it."""
    page.evaluate(assets.AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(ASK_AXE, list(LEVELS))
    return found


def drawn(page: Page) -> None:
    """Wait until each chart of the page is drawn."""
    page.wait_for_function(
        "[...document.querySelectorAll('[data-chart]')].every((chart) => chart.querySelector('canvas'))"
    )


def overflow(page: Page) -> int:
    """By how many pixels the page itself is wider than its window."""
    wider: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wider
