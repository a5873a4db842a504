"""The text of a Source under construction: line by line, with an anchor for each place in the file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yaodian.domain.text import Anchor

SPACES = re.compile(r"[ \t\r\x0b\x0c\x1c-\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]")
HAN = r"[\u3005-\u3007\u3400-\u9fff\uf900-\ufaff]"
UNIT_ENDS = "科室办局院处组心委股"
UNIT_GAP = re.compile(rf"(?<=[{UNIT_ENDS}])(?:[ \t]*[\r\n]\s*| )(?={HAN}{{2,9}}?[{UNIT_ENDS}](?!{HAN}))")
"""The space between two units, the one space between Chinese characters that means something."""
BREAK_IN_CHINESE = re.compile(r"(?<=[\u2e80-\u2fff\u3001-\uffef])[ \t]*[\r\n]\s*(?=[\u2e80-\u2fff\u3001-\uffef])")


def spaced(text: str) -> str:
    """Line ends of a page's source as a browser shows them: a space, but none inside Chinese words."""
    return re.sub(r"[\r\n]+", " ", BREAK_IN_CHINESE.sub("", UNIT_GAP.sub(" ", text)))


def tidy(text: str) -> str:
    """One line of a laid-out document: spaces of every kind as one plain space, none at the ends, nothing invisible."""
    return SPACES.sub(" ", INVISIBLE.sub("", text)).strip()


class Lines:
    """Collects lines and anchors; empty lines are left out."""

    def __init__(self) -> None:
        self.anchors: list[Anchor] = []
        self._parts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def paragraph(self, text: str, number: int, *, cell: tuple[int, int, int] | None = None) -> None:
        """Add a paragraph; breaks inside it stay. `cell` is (table, row, cell) where it stands in a table."""
        table, row, column = cell or (None, None, None)
        for line in filter(None, map(tidy, text.split("\n"))):
            self.anchors.append(Anchor(self._length, None, None if cell else number, table, row, column))
            self._append(f"{line}\n")

    def printed(self, pieces: Sequence[tuple[str, int]], number: int) -> None:
        """Add a paragraph of printed lines, each with its page; a page that begins inside it gets its own anchor."""
        last_page = None
        for text, page in pieces:
            if page != last_page:
                self.anchors.append(Anchor(self._length, page=page, paragraph=number))
                last_page = page
            self._append(text)
        self._append("\n")

    def row(self, cells: Sequence[str], *, table: int, row: int) -> None:
        """Add a table row as one line with bars: `| cell | cell |`. A bar inside a cell becomes full-width."""
        if not any(map(tidy, cells)):
            return
        for number, cell in enumerate(cells, 1):
            self._append("| " if number == 1 else " | ")
            self.anchors.append(Anchor(self._length, table=table, row=row, cell=number))
            self._append(tidy(cell.replace("\n", " ")).replace("|", "｜"))
        self._append(" |\n")

    def _append(self, part: str) -> None:
        self._parts.append(part)
        self._length += len(part)
