"""A web page as lines: what a browser would set on a line of its own, each with how much of it is links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

from yaodian.compiler.read.lines import spaced, tidy
from yaodian.compiler.read.site_words import CHROME_WORDS, HIDDEN, LINE_TAGS, MAIN_WORDS, SKIPPED
from yaodian.compiler.read.web_tables import is_data_table, rows_of

MAIN_SHARE = 0.6
MOST_CHROME = 0.4
"""What holds more of a page than this is not chrome, whatever it is called."""
MOST_HEADINGS = 20


@dataclass(frozen=True, slots=True)
class Block:
    """A line of a page: a paragraph, or a table's row where `row` is not 0."""

    cells: tuple[str, ...]
    linked: int = 0
    table: int = 0
    row: int = 0

    @property
    def text(self) -> str:
        return " ".join(self.cells)


class Blocks:
    """The blocks of a page in order; `bounds` is the part that the page itself calls its article, where it does."""

    def __init__(self, root: Any) -> None:
        self.found: list[Block] = []
        self.headings: list[str] = []
        self._parts: list[str] = []
        self._linked = self._in_link = self._tables = self._main_from = 0
        self._counts: list[int] = []
        self._weights = _weights(root)
        self._total = max(self._weights.get(root, 0), 1)
        self._main = self._find_main(root)
        self.bounds: range | None = None
        self._walk(root)

    def _find_main(self, root: Any) -> Any:
        """The smallest part called an article's content that holds most of the page's own words."""
        named = [
            element
            for element in root.iter("div", "td", "article", "section", "main", "form")
            if element.tag in ("article", "main") or any(map(MAIN_WORDS.match, _names(element)))
        ]
        heavy = [element for element in named if self._weights.get(element, 0) >= MAIN_SHARE * self._total]
        return min(heavy, key=lambda element: self._weights[element], default=None)

    def _walk(self, root: Any) -> None:
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if self._is_skipped(element):
                    walker.skip_subtree()
                else:
                    self._start(element, walker)
            else:
                self._end(element)
                if element.tail and element is not root:
                    self._add(element.tail)
        self._flush()

    def _start(self, element: Any, walker: Any) -> None:
        tag = element.tag
        if element is self._main:
            self._flush()
            self._main_from = len(self.found)
        if tag == "br" or tag in LINE_TAGS:
            self._flush()
        if tag == "table" and is_data_table(element):
            self._tables += 1
            for number, cells in rows_of(element):
                self.found.append(Block(cells, table=self._tables, row=number))
            walker.skip_subtree()
            return
        if tag == "a" and element.get("href"):
            self._in_link += 1
        if tag in ("ol", "ul"):
            self._counts.append(_start_of(element) if tag == "ol" else -1)
        if tag == "li" and self._counts and self._counts[-1] >= 0:
            self._parts.append(f"{self._counts[-1]}.")
            self._counts[-1] += 1
        if element.text:
            self._add(element.text)

    def _end(self, element: Any) -> None:
        tag = element.tag
        if tag == "a" and element.get("href") and self._in_link:
            self._in_link -= 1
        if tag in ("ol", "ul") and self._counts:
            self._counts.pop()
        if tag in ("h1", "h2", "h3"):
            heading = tidy(spaced("".join(self._parts)))
            if heading and not self._linked and len(self.headings) < MOST_HEADINGS:
                self.headings.append(heading)
        if tag in LINE_TAGS:
            self._flush()
        if element is self._main:
            self.bounds = range(self._main_from, len(self.found))

    def _add(self, text: str) -> None:
        self._parts.append(text)
        if self._in_link:
            self._linked += len(text.strip())

    def _flush(self) -> None:
        text = tidy(spaced("".join(self._parts)))
        if text and not re.fullmatch(r"\d+\.", text):
            self.found.append(Block((text,), self._linked))
        self._parts, self._linked = [], 0

    def _is_skipped(self, element: Any) -> bool:
        if element.tag in SKIPPED:
            return True
        if element.tag in ("body", "html") or self._weights.get(element, 0) > MOST_CHROME * self._total:
            return False
        if HIDDEN.search(element.get("style") or ""):
            return True
        return any(word in CHROME_WORDS for name in _names(element) for word in re.split(r"[-_\d]+", name.lower()))


def _names(element: Any) -> list[str]:
    return f"{element.get('id') or ''} {element.get('class') or ''}".split()


def _start_of(element: Any) -> int:
    start = element.get("start") or "1"
    return int(start) if start.isdecimal() and len(start) < 5 else 1


def _weights(root: Any) -> dict[Any, int]:
    """For each element the characters below it that are neither links nor scripts."""
    weights: dict[Any, int] = {}
    sums = [0]
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "start":
            sums.append(0)
            if element.tag in SKIPPED or element.tag == "a":
                walker.skip_subtree()
            else:
                sums[-1] += len((element.text or "").strip())
        else:
            weights[element] = sums.pop()
            sums[-1] += weights[element] + len((element.tail or "").strip())
    return weights
