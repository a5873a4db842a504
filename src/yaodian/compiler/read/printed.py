"""Printed lines → paragraphs: page numbers and running heads dropped, lines joined where the page width broke them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from yaodian.compiler.read.lines import HAN, UNIT_GAP, tidy
from yaodian.compiler.read.text_layer import PrintedLine

DASHES = r"[-—–－─―·~～]"
PAGE_NUMBER = re.compile(
    rf"{DASHES}+\s*\d{{1,4}}\s*{DASHES}+|第\s*\d{{1,4}}\s*页(?:\s*[,，/、]?\s*共\s*\d{{1,4}}\s*页)?"
    r"|\d{1,4}\s*/\s*\d{1,4}|page\s*\d{1,4}(?:\s*of\s*\d{1,4})?",
    re.I,
)
BARE_NUMBER = re.compile(r"\d{1,4}")
EDGE_LINES = 2
"""Running heads and page numbers are among this many lines at the top and at the bottom."""
REPEATS_FROM_PAGES = 3
REPEATED_SHARE = 0.6

WIDE = r"[\u2e80-\u2fff\u3001-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’]"
BESIDE_CHINESE = re.compile(rf"(?<={WIDE}) +| +(?={WIDE})")
"""Word processors set a narrow gap between Chinese and digits; a pdf's reader takes it for a space."""
SPREAD_WORD = re.compile(rf"(?<![^\s：:（(、，,])(?:{HAN}[ \t\u3000]+){{2,}}{HAN}(?![^\s：:）)、，,])")
MARK = re.compile(
    r"[一二三四五六七八九十百]+[、.．是]|[（(〔\[【][一二三四五六七八九十\d]+[）)〕\]】]|\d{1,3}(?:[.．](?!\d)|[、)）])"
    r"|[①-⑳㈠-㈩⑴-⒇⒈-⒛●■◆▲★※•]|第[一二三四五六七八九十百\d]+[章节条部项]|附件|[（(〔\[【]?(?:责任|牵头|配合|完成)\S{0,6}[:：]"
)
SENTENCE_ENDS = "。！？；!?;"
FILLED_WITHIN = 1.6
"""A line is full when fewer character sizes than this are free at its right."""
INDENTED_FROM = 1.2
NARROWEST_TEXT = 15
"""Lines of fewer characters are headings or cells: nothing tells that the page width broke them."""


def close_words(text: str) -> str:
    """Without the spaces that lay-out put inside words; a space between two units and a gap of columns stay."""
    text = SPREAD_WORD.sub(lambda word: re.sub(r"\s", "", word[0]), text)
    text = UNIT_GAP.sub("\t", text)
    return tidy(BESIDE_CHINESE.sub("", text))


def without_furniture(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines without page numbers and running heads and feet."""
    pages: dict[int, list[PrintedLine]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges = {page: _edge_lines(found) for page, found in pages.items()}
    heads = Counter(key for found in edges.values() for key in {_head_key(line) for line in found})
    offsets = Counter(int(n[0]) - line.page for line in _all(edges) if (n := BARE_NUMBER.fullmatch(line.text.strip())))
    least = max(REPEATS_FROM_PAGES, REPEATED_SHARE * len(pages))
    dropped = {
        line
        for line in _all(edges)
        if _is_page_number(line, offsets) or (heads[_head_key(line)] >= least and not _is_plan_text(line.text))
    }
    return [line for line in lines if line not in dropped]


def _all(edges: dict[int, list[PrintedLine]]) -> Iterator[PrintedLine]:
    for found in edges.values():
        yield from found


def _edge_lines(lines: list[PrintedLine]) -> list[PrintedLine]:
    by_height = sorted(lines, key=lambda line: -line.bottom)
    return list(dict.fromkeys([*by_height[:EDGE_LINES], *by_height[-EDGE_LINES:]]))


def _head_key(line: PrintedLine) -> tuple[str, int]:
    return re.sub(r"[\d\s]+", "", line.text), round(line.bottom / 10)


def _is_plan_text(text: str) -> bool:
    """A numbered line, a sentence or a bare number may stand at the same place of many pages and is no running head."""
    stripped = text.strip()
    return bool(MARK.match(stripped) or BARE_NUMBER.fullmatch(stripped)) or stripped[-1:] in SENTENCE_ENDS


def _is_page_number(line: PrintedLine, offsets: Counter[int]) -> bool:
    text = line.text.strip()
    if PAGE_NUMBER.fullmatch(text):
        return True
    if not BARE_NUMBER.fullmatch(text):
        return False
    offset = int(text) - line.page
    return offset == 0 or offsets[offset] > 1


def paragraphs(lines: Sequence[PrintedLine]) -> Iterator[list[tuple[str, int]]]:
    """Groups of lines that belong together, each piece with its page; in doubt a line stays alone."""
    if not lines:
        return
    joins = _Joins(lines)
    group: list[tuple[str, int]] = []
    last: PrintedLine | None = None
    for line in lines:
        text = close_words(line.text)
        if not text:
            continue
        if last is not None and not joins.continues(last, line):
            yield group
            group = []
        if group and re.search(r"[A-Za-z]$", group[-1][0]) and re.match(r"[A-Za-z]", text):
            text = f" {text}"
        group.append((text, line.page))
        last = line
    if group:
        yield group


class _Joins:
    """The shape of the text block: its left and right edge and the distance of its lines."""

    def __init__(self, lines: Sequence[PrintedLine]) -> None:
        lefts = Counter(round(line.left) for line in lines)
        repeated = [left for left, count in lefts.items() if count > 1]
        self.left = min(repeated or lefts)
        rightmost: dict[int, float] = {}
        for line in lines:
            rightmost[line.page] = max(rightmost.get(line.page, 0.0), line.right)
        self.right = median(rightmost.values()) if len(rightmost) > 2 else max(rightmost.values())
        pitches = [a.bottom - b.bottom for a, b in pairwise(lines) if a.page == b.page]
        self.pitch = median([pitch for pitch in pitches if pitch > 0] or [0.0])

    def continues(self, line: PrintedLine, following: PrintedLine) -> bool:
        """Whether the page width alone broke the text between the two lines."""
        text, begins = line.text.rstrip(), following.text.lstrip()
        if text[-1:] in SENTENCE_ENDS or MARK.match(begins) or "\t" in text + begins:
            return False
        if self.right - self.left < NARROWEST_TEXT * line.size or line.right < self.right - FILLED_WITHIN * line.size:
            return False
        if following.left > self.left + INDENTED_FROM * following.size:
            return False
        if abs(line.size - following.size) > 0.15 * line.size:
            return False
        drop = line.bottom - following.bottom
        return following.page == line.page + 1 or (following.page == line.page and 0 < drop <= 1.5 * self.pitch)
