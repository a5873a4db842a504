"""正文: the lines of a plan's body: its title before them, site and signature after, one long line broken at its marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from yaodian.compiler.parse.chrome import ATTACHED, SIGNED_ON, is_site_line
from yaodian.compiler.parse.layout import Layout, Line
from yaodian.compiler.parse.marks import mark_at
from yaodian.domain.ordinal import ordinal

Range = tuple[int, int]

PLAN_TITLE = re.compile(
    r"(?:20\d\d|二[〇零oO]..)(?:-20\d\d)?(?:学)?年度?.{0,24}(?:要点|计划|安排|任务|清单|分工|方案|思路|意见|台账|重点工作|分解表)|(?:工作要点|重点工作任务|任务分解表|责任分解表)$"
)
_NOTICE = re.compile(r"关于|附件|.*(?:的通知|印发)")


def body_lines(layout: Layout) -> tuple[Range | None, list[Line]]:
    """The title's words, where there is a title, and the lines of the body."""
    title, lines = _after_title(layout, _broken_at_items(layout))
    return title, _without_tail(layout, lines)


def plan_title(layout: Layout, before: int) -> Range | None:
    """The title line of a plan whose body begins at `before`."""
    return _after_title(layout, [line for line in layout.lines if line.end <= before])[0]


def _broken_at_items(layout: Layout) -> list[Line]:
    """Lines; a long one is broken where numbered items begin inside it."""
    if not layout.item_starts:
        return layout.lines
    lines: list[Line] = []
    for line in layout.lines:
        low, high = (bisect_right(layout.item_starts, at) for at in (line.start, line.end - 1))
        for a, b in pairwise([line.start, *layout.item_starts[low:high], line.end]):
            words = layout.text[a:b]
            if words.strip():
                lines.append(Line(a + len(words) - len(words.lstrip()), a + len(words.rstrip())))
    return lines


def _after_title(layout: Layout, lines: list[Line]) -> tuple[Range | None, list[Line]]:
    """The plan's title and the lines after it; a notice before the title, with its own 一、二、, stays outside."""
    titles = _titles(layout, lines)
    if not titles:
        return None, lines
    marked = [i for i, line in enumerate(lines) if mark_at(layout.text, line.start, line.end)]
    first_mark = marked[0] if marked else len(lines)
    before = [i for i in titles if i < first_mark]
    restarted = next((i for i in titles if i > first_mark and _begins_again(layout, lines, marked, i)), None)
    chosen = restarted if restarted is not None else before[-1] if before else titles[0]
    title = lines[chosen].start, lines[chosen].end
    inside = chosen > first_mark and restarted is None
    return title, lines if inside else lines[chosen + 1 :]


def _titles(layout: Layout, lines: Sequence[Line]) -> list[int]:
    """The lines that may be the plan's title; those of a notice only where there is no other."""
    words = [layout.text[line.start : line.end] for line in lines]
    titles = [i for i, w in enumerate(words) if len(w) <= 60 and w[-1] not in "。;,:" and PLAN_TITLE.search(w)]
    titles = [i for i in titles if mark_at(words[i], 0) is None]
    return [i for i in titles if not is_site_line(words[i]) and not _NOTICE.match(words[i])] or titles


def _begins_again(layout: Layout, lines: Sequence[Line], marked: Sequence[int], at: int) -> bool:
    """Whether the numbering begins again after line `at`, with at least two items."""
    following = bisect_right(marked, at)
    first = mark_at(layout.text, lines[marked[following]].start) if following < len(marked) else None
    return len(marked) - following >= 2 and first is not None and ordinal(first.no) == 1


def _without_tail(layout: Layout, lines: list[Line]) -> list[Line]:
    """Drop what follows the plan: signature and date, links, the site's footer."""
    last_mark = max((i for i, line in enumerate(lines) if mark_at(layout.text, line.start, line.end)), default=-1)
    for index in range(max(last_mark + 1, 1), len(lines)):
        words = layout.text[lines[index].start : lines[index].end]
        if SIGNED_ON.match(words) or ATTACHED.match(words) or (is_site_line(words) and words[-1] not in "。;"):
            signed = (
                index > last_mark + 1
                and SIGNED_ON.match(words)
                and len(layout.text[lines[index - 1].start : lines[index - 1].end]) < 30
            )
            return lines[: index - 1 if signed else index]
    return lines
