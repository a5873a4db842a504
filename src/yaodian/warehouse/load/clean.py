"""洗: what a person would not see is taken off a cell: spaces around, zero-width signs, control characters."""

from __future__ import annotations

from yaodian.warehouse.sql import quoted

_FULL = "".join(chr(code) for code in range(0xFF01, 0xFF5F)) + "　—–−。"
_HALF = "".join(chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)) + " ---."
_PLAIN = r"[^!-~\x{4e00}-\x{9fff}]"
_UNSEEN = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x{ad}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}\x{feff}\x{fffe}\x{ffff}]"
_AROUND = " \t\n\x85\xa0\u2002\u2003\u2009\u202f\u3000"
_GUARDED = r"^'+[=+\-@\t\r\x00]"
NOTHING = ("-", "--", "—", "——", "/", "\\", "无", "N/A", "n/a", "#N/A", "NULL", "null", "None", "nan", "NaN", "空")
"""What files write where they have no number, date or code."""


def cleaned(raw: str, guarded: bool = False) -> str:
    """SQL of the cell without what cannot be seen; nothing where nothing is left. `guarded` takes off the quote mark
    that keeps a formula character harmless in text files, in that pattern only."""
    if guarded:
        raw = f"CASE WHEN ascii({raw}) = 39 AND regexp_matches({raw}, {quoted(_GUARDED)}) THEN substr({raw}, 2) ELSE {raw} END"
    seen = f"regexp_replace({raw}, {quoted(_UNSEEN)}, '', 'g')"
    lines = f"replace(replace({seen}, chr(13) || chr(10), chr(10)), chr(13), chr(10))"
    whole = f"trim({lines}, {quoted(_AROUND)})"
    return f"nullif(CASE WHEN regexp_matches({raw}, {quoted(_PLAIN)}) THEN {whole} ELSE {raw} END, '')"


def half_width(text: str) -> str:
    """SQL of the text with full-width letters, digits and signs made half-width."""
    return f"translate({text}, {quoted(_FULL)}, {quoted(_HALF)})"


def compact(text: str) -> str:
    """SQL of the text half-width, without any space or the quote mark that spreadsheets put before texts."""
    return f"ltrim(regexp_replace({half_width(text)}, '\\s', '', 'g'), '''')"
