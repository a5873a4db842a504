"""一行文: a document that arrived as one long line (a pdf's text), broken again where its items begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaodian.compiler.parse.marks import Level, mark_at
from yaodian.domain.ordinal import ordinal

LONG = 300  # characters from which a line is long
SHORTEST, SHARE = 500, 0.5  # a line holds most of a text from so many characters and so much of it on
LARGEST_GAP = 4  # how many numbers an enumeration may skip
_TITLE = re.compile(r"[^,。;:]{4,40}?(?:要点|工作计划|工作安排|任务清单|分工方案|工作意见)(?=\s|20\d\d年|为|今年|根据)")
_AFTER_STOP = re.compile(r"[。;)》”:%\s]")
_ITEM = re.compile(
    r"(?<=[。;)》”\s])(?=[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、](?!\d))"
    r"|(?<=[一-鿿])(?=\d{1,2}\.(?![\d%])|\([一二三四五六七八九十]{1,3}\))"
)
_OUTER = re.compile(
    r"[。;)\s]\(?[一二三四五六七八九十]{1,3}[、)]|\([一二三四五六七八九十]\)"
)  # what a section's or a group's number looks like
_LABEL = re.compile(
    r" (?=(?:(?:责任|牵头|配合|协办|主办|承办)(?:单位|科室|部门|处室|股室|领导|人)|(?:完成)?(?:时间|时限|期限)):)"
)


def long_lines(text: str) -> dict[int, tuple[int, Level]]:
    """Long lines by their start: where they end, and the innermost level at which they are broken.

    The line that holds most of a text is broken at every numbered item, another long one at sections and groups only,
    since the numbers in a paragraph are mostly those of its measures.
    """
    most = max(SHORTEST, SHARE * len(text))
    lines = [(m.start(), m.end()) for m in re.finditer(rf"[^\n]{{{LONG},}}", text)]
    return {
        start: (end, Level.NUMBER if end - start >= most else Level.GROUP)
        for start, end in lines
        if end - start >= most or _OUTER.search(text, start + 1, end)
    }


def item_starts(text: str, quoteless: str, start: int, end: int, level: Level) -> Iterator[int]:
    """Where numbered items begin inside a long line: after a stop or a gap, in an order that counts on."""
    title = _TITLE.match(text, start, end)
    if title:
        yield title.end()
    last: dict[int, int] = {}
    for match in _ITEM.finditer(quoteless, start + 1, end):
        mark = mark_at(text, match.start())
        number = ordinal(mark.no) if mark else None
        if mark is None or number is None or mark.level > level:
            continue
        apart = _AFTER_STOP.match(text[match.start() - 1]) is not None
        before = last.get(mark.level)
        step = number - before if before is not None else 1
        if number == 1 or (step == 1 and (before is not None or apart)) or (apart and 0 < step <= LARGEST_GAP):
            last[mark.level] = number
            yield match.start()


def broken(text: str, quoteless: str) -> tuple[str, list[int]]:
    """The text with the gaps before items and owner labels turned into line ends, at the same offsets.

    Beside it the items that no gap stands before: there a line begins without a character to end the one before.
    """
    items: list[int] = []
    gaps: set[int] = set()
    for start, (end, level) in long_lines(text).items():
        items += item_starts(text, quoteless, start, end, level)
        gaps |= {m.start() for m in _LABEL.finditer(text, start, end)}
    gaps |= {at - 1 for at in items if text[at - 1] == " "}
    kept, low = [], 0
    for at in sorted(gaps):
        kept.append(text[low:at])
        low = at + 1
    return "\n".join([*kept, text[low:]]), sorted(at for at in items if text[at - 1] != " ")
