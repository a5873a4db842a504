"""txt → Source: decoded, byte order mark dropped, line ends as LF, nothing else changed."""

from __future__ import annotations

from yaodian.compiler.read.decode import decode
from yaodian.compiler.read.limits import MAX_TEXT_BYTES, MEGABYTE
from yaodian.compiler.read.published import published_in
from yaodian.compiler.read.refusal import refusal
from yaodian.domain.text import Format, Source


def read_txt(data: bytes, name: str) -> Source:
    if len(data) > MAX_TEXT_BYTES:
        raise refusal(
            name,
            f"是超过{MAX_TEXT_BYTES // MEGABYTE}MB的文本，不会是一份工作要点，请只保留要点正文",
            f"is a text of more than {MAX_TEXT_BYTES // MEGABYTE} MB, which is no work plan, so keep the plan only",
        )
    text = decode(data, name)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Source(name=name, text=text, format=Format.TXT, published=published_in(text))
