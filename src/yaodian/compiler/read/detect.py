"""Which format the bytes are: the content decides, the suffix only where the content leaves a choice."""

from __future__ import annotations

import codecs
import re

from yaodian.compiler.read.foreign import refuse_foreign
from yaodian.domain.text import Format

ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
HEAD = 4096
LEAD = r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*"
PAGE = re.compile(LEAD + r"<(?:!doctype\s+html|html|head|body|meta|title)\b", re.S | re.I)
FRAGMENT = re.compile(LEAD + r"<(div|p|table|article|section|center|span|font|h[1-6]|ul|ol)\b[^>]*>", re.S | re.I)
ANY_TAG = re.compile(r"<(?:html|head|body|meta|title|div|p|br|table|span|article)\b[^>]*>", re.I)


def detect(data: bytes, name: str) -> Format:
    """The format of `data`; refuses what is recognised as no plan (an image, an old office file, an archive)."""
    suffix = name.rpartition(".")[2].lower()
    start = data[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n\x00")
    if start.startswith(b"%PDF-") or (suffix == "pdf" and b"%PDF-" in data[:1024]):
        return Format.PDF
    if data.startswith(ZIP_STARTS):
        return Format.DOCX
    refuse_foreign(data, name)
    head = _head(data)
    if PAGE.match(head):
        return Format.HTML
    fragment = FRAGMENT.match(head)
    if fragment and f"</{fragment[1]}".lower().encode() in data.lower():
        return Format.HTML
    if suffix in {"htm", "html", "shtml", "xhtml"} and ANY_TAG.search(head):
        return Format.HTML
    return Format.TXT


def _head(data: bytes) -> str:
    """The first characters, whatever they are: tags are the same in every encoding but UTF-16."""
    head = data[:HEAD]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "replace")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
