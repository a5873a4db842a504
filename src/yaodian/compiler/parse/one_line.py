"""一行文: a document that arrived as one long line (a pdf's text), broken again where its items begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaodian.compiler.parse.marks import mark_at
from yaodian.domain.ordinal import ordinal

SHORTEST, SHARE = 500, 0.5  # a line is long from so many characters and so much of the text on
LARGEST_GAP = 4  # how many numbers an enumeration may skip
_TITLE = re.compile(r"[^,。;:]{4,40}?(?:要点|工作计划|工作安排|任务清单|分工方案|工作意见)(?=\s|20\d\d年|为|今年|根据)")
_AFTER_STOP = re.compile(r"[。;)》”:%\s]")
_ITEM = re.compile(
    r"(?<=[。;)》”\s])(?=[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、](?!\d))"
    r"|(?<=[一-鿿])(?=\d{1,2}\.(?![\d%])|\([一二三四五六七八九十]{1,3}\))"
)
_LABEL = re.compile(
    r" (?=(?:(?:责任|牵头|配合|协办|主办|承办)(?:单位|科室|部门|处室|股室|领导|人)|(?:完成)?(?:时间|时限|期限)):)"
)


def longest_line(text: str) -> tuple[int, int] | None:
    """The line that holds most of the text, if one does."""
    lines = ((m.end() - m.start(), m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    width, start, end = max(lines, default=(0, 0, 0))
    return (start, end) if width >= max(SHORTEST, SHARE * len(text)) else None


def item_starts(text: str, quoteless: str, start: int, end: int) -> Iterator[int]:
    """Where numbered items begin inside a long line: after a stop or a gap, in an order that counts on."""
    title = _TITLE.match(text, start, end)
    if title:
        yield title.end()
    last: dict[int, int] = {}
    for match in _ITEM.finditer(quoteless, start + 1, end):
        mark = mark_at(text, match.start())
        number = ordinal(mark.no) if mark else None
        if mark is None or number is None:
            continue
        apart = _AFTER_STOP.match(text[match.start() - 1]) is not None
        before = last.get(mark.level)
        step = number - before if before is not None else 1
        if number == 1 or (step == 1 and (before is not None or apart)) or (apart and 0 < step <= LARGEST_GAP):
            last[mark.level] = number
            yield match.start()


def broken(text: str, quoteless: str) -> str:
    """The text with the gaps before items and owner labels turned into line ends, at the same offsets."""
    long = longest_line(text)
    if long is None:
        return text
    starts = [at - 1 for at in item_starts(text, quoteless, *long) if text[at - 1] == " "]
    starts += [m.start() for m in _LABEL.finditer(text, *long)]
    kept, low = [], 0
    for at in sorted(set(starts)):
        kept.append(text[low:at])
        low = at + 1
    return "\n".join([*kept, text[low:]])
