"""The words of a docx's paragraphs: what was inserted and linked is in, what was deleted, hidden or said twice is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from yaodian.compiler.read.numbering import Numbering, W

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
UNSEEN = {
    *(W + tag for tag in ("del", "moveFrom", "instrText", "delText", "delInstrText", "rt", "pPr", "sectPr", "tblPr")),
    f"{COMPATIBILITY}Fallback",
}
IN_PLACE = {
    f"{W}tab": " ",
    f"{W}ptab": " ",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
CONTENTS_STYLE = re.compile(r"toc\s*\d", re.I)


def walk(root: Any, stop: tuple[str, ...] = ()) -> Iterator[Any]:
    """What stands below `root` in order, without what is not seen; elements in `stop` are given but not entered."""
    waiting = [iter(root)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        elif isinstance(element.tag, str) and not _is_unseen(element):
            yield element
            if element.tag not in stop:
                waiting.append(iter(element))


def _is_unseen(element: Any) -> bool:
    if element.tag in UNSEEN:
        return True
    if element.tag == f"{W}r":
        hidden = element.find(f"{W}rPr/{W}vanish")
        return hidden is not None and hidden.get(f"{W}val") not in ("0", "false", "off")
    if element.tag == f"{W}sdt":
        gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        return gallery is not None and gallery.get(f"{W}val") == "Table of Contents"
    return False


class Runs:
    """Texts of paragraphs; `pending` is text whose paragraph mark was deleted, so that it joins the next one."""

    def __init__(self, numbering: Numbering, styles: Any | None) -> None:
        self.pending = ""
        self._numbering = numbering
        self._contents_styles = {
            style.get(f"{W}styleId")
            for style in (() if styles is None else styles.findall(f"{W}style"))
            if (label := style.find(f"{W}name")) is not None and CONTENTS_STYLE.match(label.get(f"{W}val", ""))
        }

    def paragraphs(self, paragraph: Any) -> list[str]:
        """The paragraph's text, then those of the text boxes that hang on it."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val") in self._contents_styles:
            return []
        text, boxes = self._own_text(paragraph)
        mark = "" if self.pending else self._numbering.mark(paragraph)  # an empty numbered paragraph counts too
        if text.strip() or self.pending:
            text = self.pending + mark + text
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            self.pending, text = text, ""
        else:
            self.pending = ""
        return [text, *(inner for box in boxes for inner in self.texts(box))]

    def texts(self, container: Any) -> list[str]:
        """The texts of all paragraphs in a cell, a note or a text box, those of tables inside it too."""
        kept, self.pending = self.pending, ""
        found = [
            text
            for block in walk(container, stop=(f"{W}p",))
            if block.tag == f"{W}p"
            for text in self.paragraphs(block)
        ]
        found.append(self.pending)
        self.pending = kept
        return [text for text in found if text.strip()]

    def _own_text(self, paragraph: Any) -> tuple[str, list[Any]]:
        parts, boxes = [], []
        for element in walk(paragraph, stop=(f"{W}txbxContent",)):
            if element.tag == f"{W}txbxContent":
                boxes.append(element)
            elif element.tag in (f"{W}t", f"{MATH}t"):
                parts.append(element.text or "")
            elif element.tag in IN_PLACE:
                parts.append(IN_PLACE[element.tag])
        return "".join(parts), boxes
