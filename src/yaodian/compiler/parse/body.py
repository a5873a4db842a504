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
_RUNNING_TITLE = re.compile(
    r"[^,。;:]{4,40}?(?:要点|工作计划|工作安排|任务清单|分工方案|工作意见)(?=\s|20\d\d年|为|今年|根据)"
)
_INLINE_MARK = re.compile(
    r"(?<=[。;)》”\s])(?=[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、](?!\d))"
    r"|(?<=[一-鿿])(?=\d{1,2}\.(?![\d%])|\([一二三四五六七八九十]{1,3}\))"
)


def body_lines(layout: Layout) -> tuple[Range | None, list[Line]]:
    """The title's words, where there is a title, and the lines of the body."""
    title, lines = _after_title(layout, _broken_at_marks(layout))
    return title, _without_tail(layout, lines)


def plan_title(layout: Layout, before: int) -> Range | None:
    """The title line of a plan whose body begins at `before`."""
    return _after_title(layout, [line for line in layout.lines if line.end <= before])[0]


def _broken_at_marks(layout: Layout) -> list[Line]:
    """Lines; where nearly all of the text is one long line, new ones begin at its numbering marks."""
    longest = max(layout.lines, key=lambda line: line.end - line.start, default=None)
    if longest is None or longest.end - longest.start < max(500, 0.5 * len(layout.text)):
        return layout.lines
    broken: list[Line] = []
    for line in layout.lines:
        starts = [line.start, *_inline_marks(layout, line), line.end] if line is longest else [line.start, line.end]
        broken += [Line(a, a + len(layout.text[a:b].rstrip())) for a, b in pairwise(starts) if layout.text[a:b].strip()]
    return broken


def _inline_marks(layout: Layout, line: Line) -> list[int]:
    """Where numbered items begin inside a long line: after a stop or a gap, in an order that counts on."""
    title = _RUNNING_TITLE.match(layout.text, line.start, line.end)
    starts: list[int] = [title.end()] if title else []
    last: dict[int, int] = {}
    for match in _INLINE_MARK.finditer(layout.quoteless, line.start + 1, line.end):
        mark = mark_at(layout.text, match.start())
        number = ordinal(mark.no) if mark else None
        if (
            mark is None
            or number is None
            or number not in (1, last.get(mark.level, 0) + 1, last.get(mark.level, 0) + 2)
        ):
            continue
        last[mark.level] = number
        starts.append(match.start())
    return starts


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
