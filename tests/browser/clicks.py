"""点击数: what a journey costs its user after signing in. A click or a tap counts one, so does Enter or Space with the
keyboard alone; typing and moving the focus count nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page


@dataclass
class Clicks:
    """A user of a page, by mouse or by the keyboard alone."""

    page: Page
    by_keyboard: bool = False
    count: int = 0

    def press(self, target: Locator, key: str = "Enter") -> None:
        """Click a link or a button; with the keyboard go to it by Tab and press Enter (Space where a box wants it)."""
        self.count += 1
        if self.by_keyboard:
            self.reach(target)
            self.page.keyboard.press(key)
        else:
            target.click()

    def type(self, target: Locator, text: str) -> None:
        """Write into a field; one that does not have the focus when its page is whole costs the mouse a click."""
        target.wait_for()
        self.page.wait_for_load_state()
        if not _has_focus(target):
            if self.by_keyboard:
                self.reach(target)
            else:
                self.count += 1
                target.click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def choose(self, target: Locator, label: str) -> None:
        """Choose from a list: a click opens it and one takes the entry; the keyboard types the entry's first letters, which
        here is choosing it with the list in focus."""
        self.count += 0 if self.by_keyboard else 2
        if self.by_keyboard:
            self.reach(target)
        target.select_option(label=label)

    def give(self, target: Locator, file: Any) -> None:
        """Choose a file: a click opens the system's window, which is nobody's page; dropping it would cost none."""
        self.count += 1
        if self.by_keyboard:
            self.reach(target)
        target.set_input_files(file)

    def reach(self, target: Locator) -> None:
        """Move the focus to it as the Tab key does, once its page is whole; AssertionError where that never gets there."""
        target.wait_for(state="visible")
        self.page.wait_for_load_state()
        rounds = 0
        while rounds < 2:
            if _has_focus(target):
                return
            self.page.keyboard.press("Tab")
            rounds += self.page.evaluate("document.activeElement === document.body")
        raise AssertionError(f"the keyboard does not reach {target}")


def _has_focus(target: Locator) -> bool:
    focused: bool = target.evaluate("(element) => element === document.activeElement")
    return focused
