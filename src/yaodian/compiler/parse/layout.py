"""版面: the text as a reader sees it: one width of punctuation, whole lines, page furniture set aside."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise

from yaodian.compiler.parse.chrome import INLINE_PAGE_NUMBER, is_page_number, is_site_line
from yaodian.compiler.parse.marks import mark_at
from yaodian.compiler.parse.one_line import broken, long_lines
from yaodian.compiler.parse.script import simplified
from yaodian.domain.text import Source, Span, View

_WIDE = {0xFF01 + i: 0x21 + i for i in range(94)}
ONE_WIDTH = str.maketrans(
    {chr(k): chr(v) for k, v in _WIDE.items()}
    | dict.fromkeys("〔【［{", "(")
    | dict.fromkeys("〕】］}", ")")
    | dict.fromkeys("[｛", "(")
    | dict.fromkeys("]｝", ")")
    | dict.fromkeys("「『„‘", "“")
    | dict.fromkeys("」』‟’", "”")
    | {
        "　": " ",
        "\xa0": " ",
        "\t": " ",
        "〈": "《",
        "〉": "》",
        "﹕": ":",
        "．": ".",
        "〜": "~",
        "–": "-",
        "−": "-",
        "﹪": "%",
        "○": "〇",
    }
)
CJK = "一-鿿㐀-䶿"
SPACED_WORD = re.compile(rf"(?<![{CJK}])(?:[{CJK}][ ]){{2,}}[{CJK}](?![{CJK}])")
MARKUP = re.compile(r"^[ ]*(?:#{1,6}(?!#)|\*{1,2}|[●■◆▲▪•◎★])[ ]*|\*\*", re.MULTILINE)
BULLETS = re.compile("[#*●■◆▲▪•◎★]")
GAP = re.compile(" +")
AFTER_NUMBER = re.compile(f"[{CJK}%]")
NUMBER_FOLLOWS = re.compile(r"\d+(?![.、,)\d])")
POINT = re.compile(
    rf"\.(?<=[{CJK}”》)%\]\d]\.)(?=\s*(?:$|[{CJK}“《(]|\d{{1,2}}月|20\d\d年))(?<!\n[一二三四五六七八九十]\.)(?<!\n\d\.)(?<!\n\d\d\.)",
    re.MULTILINE,
)
RATIO = re.compile(r":(?<=\d:)(?=\d)")
STOPPED = "。;:!?)”》|"
MASKED = re.compile(r"“[^“”\n]{0,160}”|《[^《》\n]{0,120}》")
ROW_NUMBERS = re.compile(r"(?:^|\n)[ ]*(?:序|编)[ ]*号[ ]*(?:\n|$)")
BRACKET = re.compile(r"\((?:[^()\n]|\([^()\n]{0,80}\)){0,200}\)")
FILL = "□"


@dataclass(frozen=True, slots=True)
class Line:
    start: int
    end: int


@dataclass
class Layout:
    """A source made readable. All offsets of the grammar are offsets of `text`; `view` leads back to the source.

    `text` is normalised, `raw` has the source's own characters at the same offsets; in `quoteless` what stands in
    quotation marks or title marks is filled with □, in `flat` also what stands in brackets. `item_starts` are items that
    begin inside a line.
    """

    source: Source
    view: View
    raw: str
    text: str
    lines: list[Line]
    chrome: list[Span] = field(default_factory=list)
    item_starts: list[int] = field(default_factory=list)
    _places: dict[re.Pattern[str], list[int]] = field(default_factory=dict)
    quoteless: str = ""
    flat: str = ""

    def span(self, start: int, end: int) -> Span:
        return self.view.span(start, end)

    def holds(self, hint: re.Pattern[str], start: int, end: int) -> bool:
        """Whether the words hold what `hint` looks for; it is looked for once in the whole text."""
        places = self._places.get(hint)
        if places is None:
            places = self._places[hint] = [m.start() for m in hint.finditer(self.text)]
        at = bisect_left(places, start)
        return at < len(places) and places[at] < end

    def words(self, start: int, end: int) -> str:
        """The source's own words between two offsets, without what the view leaves out."""
        return self.raw[start:end]


def lay_out(source: Source) -> Layout:
    """Normalise, join broken lines and take page numbers out; what is left are logical lines."""
    flat_source = _full_stops(_pair_straight_quotes(simplified(source.text).translate(ONE_WIDTH)))
    flat_source = RATIO.sub("∶", flat_source)
    cuts, chrome = _cuts(flat_source)
    raw_view = View.without(source.text, cuts)
    text = View.without(flat_source, cuts).text
    starts: list[int] = []
    if long_lines(text):
        text, starts = broken(text, MASKED.sub(_fill, text))
    layout = Layout(source, raw_view, raw_view.text, text, _lines_of(text), chrome, starts)
    layout.quoteless = MASKED.sub(_fill, text)
    layout.flat = BRACKET.sub(_fill, layout.quoteless)
    return layout


def _fill(match: re.Match[str]) -> str:
    return match[0][0] + FILL * (len(match[0]) - 2) + match[0][-1]


def _pair_straight_quotes(text: str) -> str:
    """Straight quotation marks become opening and closing ones, in turn within a line."""
    if '"' not in text:
        return text
    return "\n".join(re.sub(r'"([^"]*)"', r"“\1”", line) for line in text.split("\n"))


def _full_stops(text: str) -> str:
    """Sentences that end in a point, as typed on a Latin keyboard, end in a full stop."""
    led = "\n" + text  # so that a number at the very beginning stands at a line's beginning too
    points = POINT.findall(led)
    return POINT.sub("。", led)[1:] if len(points) > max(4, text.count("。")) else text


def _lines_of(text: str) -> list[Line]:
    lines = []
    for match in re.finditer(r"[^\n]+", text):
        words = match[0]
        start = match.start() + len(words) - len(words.lstrip())
        end = match.start() + len(words.rstrip())
        if end > start:
            lines.append(Line(start, end))
    return lines


def _cuts(text: str) -> tuple[list[Span], list[Span]]:
    """What the view leaves out (page numbers, breaks inside sentences, gaps inside words), and the page numbers alone."""
    numbered_rows = ROW_NUMBERS.search(text) is not None
    lines: list[Line] = []
    chrome: list[Span] = []
    torn: set[int] = set()
    for match in re.finditer(r"[^\n]*\S[^\n]*", text):
        if is_page_number(match[0]) and not (numbered_rows and match[0].strip().isdigit()):
            chrome.append(Span(*match.span()))
            torn.add(len(lines))
        else:
            lines.append(Line(*match.span()))
    joins = _Joins(text, lines, numbered_rows, frozenset(lines[i].start for i in torn if i < len(lines)))
    cuts = [joins.gap(a, b) for a, b in pairwise(lines) if joins.hold(a, b)]
    inline = [_with_gaps(text, *m.span()) for m in INLINE_PAGE_NUMBER.finditer(text) if not _alone(text, *m.span())]
    return _merged(cuts + _gaps(text) + chrome + inline), chrome + inline


def _alone(text: str, start: int, end: int) -> bool:
    """Whether words fill their line."""
    while start > 0 and text[start - 1] == " ":
        start -= 1
    return text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n")


def _with_gaps(text: str, start: int, end: int) -> Span:
    while start > 0 and text[start - 1] == " ":
        start -= 1
    while end < len(text) and text[end] == " ":
        end += 1
    return Span(start, end)


def _gaps(text: str) -> list[Span]:
    """Blanks inside a number with its unit (创建 10 所) and inside a word set wide (责 任 单 位); bullets and heading signs."""
    blanks = [m.span() for m in GAP.finditer(text)]
    gaps = [Span(*m.span()) for m in MARKUP.finditer(text)] if BULLETS.search(text) else []
    for a, b in blanks:
        before = text[a - 1 : a]
        numbered = before.isdecimal() and AFTER_NUMBER.match(text, b)
        if numbered or (before > "\u2fff" and NUMBER_FOLLOWS.match(text, b)):
            gaps.append(Span(a, b))
    for match in SPACED_WORD.finditer(text) if len(blanks) > 2 else ():
        gaps += [Span(match.start() + i, match.start() + i + 1) for i in range(1, len(match[0]), 2)]
    return gaps


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        elif span.end > span.start:
            merged.append(span)
    return merged


class _Joins:
    """Whether a line goes on in the next one, judged by the habits of the whole text."""

    def __init__(self, text: str, lines: list[Line], rows: bool, torn: frozenset[int]) -> None:
        self.text = text
        widths = sorted(_width(text[line.start : line.end].strip()) for line in lines)
        self.rows = rows
        self.widest = widths[-1] if widths else 0
        self.full = widths[int(len(widths) * 0.9)] if widths else 0
        ends = [text[line.start : line.end].rstrip() for line in lines]
        loose = sum(1 for words in ends if words[-1] not in STOPPED and _width(words.strip()) >= 0.6 * self.full)
        stopped = sum(1 for words in ends if "。" in words or ";" in words)
        prose = 24 <= self.full <= 160 and len(lines) >= 6 and stopped >= 0.15 * len(lines) and not rows
        self.wrapped = prose and loose >= 0.25 * len(lines)
        indented = sum(1 for line in lines if text[line.start : line.start + 2].strip() == "")
        self.running = False
        self.torn = torn  # lines that a page number parts from the one before
        self.indents = len(lines) > 3 and 0.1 * len(lines) <= indented < 0.8 * len(lines)

    def gap(self, a: Line, b: Line) -> Span:
        """What stands between the words of two lines."""
        before, after = self.text[a.start : a.end], self.text[b.start : b.end]
        return Span(a.start + len(before.rstrip()), b.end - len(after.lstrip()))

    def hold(self, a: Line, b: Line) -> bool:
        self.running = self._joins(a, b)
        return self.running

    def _joins(self, a: Line, b: Line) -> bool:
        before = self.text[a.start : a.end].strip()
        after = self.text[b.start : b.end].strip()
        if "|" in (before[0], after[0]) or is_site_line(after) or is_site_line(before):
            return False
        if after[0] in ",。;、):》”%":
            return True
        open_at = max(before.rfind("《"), before.rfind("(") if before.count("(") > before.count(")") else -1)
        if open_at >= 0 and before.rfind("》") < before.rfind("《") and "》" in after[:80]:
            return True
        if open_at >= 0 and before.count("(") > before.count(")") and ")" in after[:120] and mark_at(after, 0) is None:
            return True
        if mark_at(after, 0) is not None and not (self.wrapped and before[-1].isdigit() and after[0].isdigit()):
            return False
        if before[-1] in ",、" or _breaks_off(before, after):
            return True
        return self._runs_on(before, after, b)

    def _runs_on(self, before: str, after: str, b: Line) -> bool:
        if before[-1] in STOPPED:
            return False
        if b.start in self.torn and (len(before) > 30 or re.search("[。;,]", before)):
            return True
        if self.rows and _width(before) >= self.widest - 2 and re.search("[,。;]", before) and len(after) <= 12:
            return not _UNIT_ENDS.search(after)  # a cell as wide as any, broken in two
        if not self.wrapped:
            return False
        unfinished = self.running or re.search("[。;]", before) is not None
        if not unfinished and _width(before) < min(self.full - 6, 0.78 * self.full):
            return False
        return not (self.indents and self.text[b.start : b.start + 2].strip() == "")


_OWNER_LINE = re.compile(r"(?:责任|牵头|配合|协办|主办|承办)[^:]{0,6}:.*?([^、,; :]*)$")
_UNIT_ENDS = re.compile(r"[科室办处股院心局委馆站校部组会所园班公司府位]\)?$")


def _breaks_off(before: str, after: str) -> bool:
    """A line of owners that ends inside a name goes on in the next short line."""
    owners = _OWNER_LINE.match(before)
    return bool(owners and owners[1] and not _UNIT_ENDS.search(owners[1]) and len(after) <= 16 and ":" not in after)


def _width(words: str) -> int:
    """Columns on the page: a Chinese character takes two."""
    return len(words.encode("gb18030", "replace"))
