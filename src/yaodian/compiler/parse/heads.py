"""标题: the title of a task, told from the words that follow it on the same line."""

from __future__ import annotations

import re

from yaodian.compiler.parse.layout import Layout

LONGEST_TITLE, LONGEST_LINE = 44, 60
_COLON_TITLE = re.compile(r"[^,。;:\n]{4,26}:(?=.{7})")
_GAP_TITLE = re.compile(r"[^ ,。;:\n]{6,30} +(?=[^ 。]{12}|一是|①|\(1\)|1[.、])")
_STOP = re.compile("[。;!]")
_PAUSE = re.compile("[,:]")


def split_title(layout: Layout, start: int, end: int, more: bool) -> tuple[tuple[int, int], int]:
    """The title's words within a task's first line, and where the body begins (at the title where the line has none).

    `more` says that the task goes on in other lines.
    """
    flat = layout.flat
    for pattern in (_COLON_TITLE, _GAP_TITLE):
        match = pattern.match(flat, start, end)
        if match:
            return (start, start + len(match[0].rstrip(" :"))), match.end()
    stop = _STOP.search(flat, start, end)
    first = stop.start() if stop else end
    goes_on = bool(stop and layout.text[stop.end() : end].strip()) or more
    if stop and stop[0] == "。" and first - start <= LONGEST_TITLE and goes_on:
        return (start, first), stop.end()
    if stop is None and more and end - start <= LONGEST_LINE:
        return (start, end), end
    pause = _PAUSE.search(flat, start, first)
    cut = pause.start() if pause and pause.start() - start >= 4 else first
    return (start, min(cut, start + LONGEST_LINE)), start
