"""Bytes → characters: UTF-8, UTF-16 with a byte order mark, GB18030, told apart by what decodes and makes sense."""

from __future__ import annotations

import codecs
import re

from yaodian.compiler.read.refusal import refusal
from yaodian.domain.finding import Refusal

GB18030_MARK = b"\x84\x31\x95\x33"
CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f\uffff]")
MOST_CONTROL = 1 / 200
MOST_REPLACED = 1 / 10
LEAST_COMMON = 0.4
"""Of the Chinese characters at least these must be everyday ones (GB2312); a traditional text in GBK has about 0.6."""
SAMPLE = 20_000


def decode(data: bytes, name: str) -> str:
    """The characters of a text file, byte order mark dropped; refuses what is no text."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (GB18030_MARK, "gb18030"),
    ):
        if data.startswith(mark):
            text = _strict(data[len(mark) :], encoding)
            if text is None:
                raise _mixed(name, encoding.upper().removesuffix("-LE").removesuffix("-BE"))
            return _sensible(text, name)
    text = _strict(data, "utf-8")
    if text is None:
        _refuse_damaged_utf8(data, name)
        text = _strict(data, "gb18030")
        if text is None or not _everyday(text):
            raise _unknown(name)
    return _sensible(text, name)


def _strict(data: bytes, encoding: str) -> str | None:
    """Decoded text, or None; a last character that the file cuts in half is left out."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        return decoder.decode(data, final=False)
    except UnicodeDecodeError:
        return None


def _refuse_damaged_utf8(data: bytes, name: str) -> None:
    """Text that is UTF-8 but for a few bytes would read as another encoding's nonsense."""
    sample = data[: SAMPLE * 10].decode("utf-8", "replace")
    bad = sample.count("\ufffd")
    good = sum(c > "\x7f" for c in sample) - bad
    if good > 20 * bad:
        at = sample.find("\ufffd")
        line = sample.count("\n", 0, at) + 1 if at >= 0 else sample.count("\n") + 1
        raise _mixed(name, "UTF-8", line)


def _everyday(text: str) -> bool:
    beyond_ascii = [c for c in text[:SAMPLE] if c > "\x7f"]
    common = len("".join(beyond_ascii).encode("gb2312", "ignore")) // 2
    return common >= LEAST_COMMON * len(beyond_ascii)


def _sensible(text: str, name: str) -> str:
    if len(CONTROL.findall(text)) > MOST_CONTROL * len(text):
        raise _unknown(name)
    if text.count("\ufffd") > MOST_REPLACED * len(text):
        raise refusal(
            name,
            "的文字在保存时已成乱码（�），请从原始文件重新导出为UTF-8文本",
            "was saved as garbled characters (�), so export it again from the original as UTF-8 text",
        )
    return text


def _mixed(name: str, encoding: str, line: int | None = None) -> Refusal:
    where_zh, where_en = (f"第{line}行附近", f" near line {line}") if line else ("", "")
    return refusal(
        name,
        f"{where_zh}有不属于{encoding}编码的字节，请用编辑器打开并另存为UTF-8文本",
        f"has bytes{where_en} that are not {encoding}, so open it in an editor and save it as UTF-8 text",
    )


def _unknown(name: str) -> Refusal:
    return refusal(
        name,
        "不是可识别的文本（UTF-8、UTF-16或GB18030），请另存为txt、html、docx或带文字层的pdf",
        "is no text in UTF-8, UTF-16 or GB18030, so save it as txt, html, docx or a pdf with a text layer",
    )
