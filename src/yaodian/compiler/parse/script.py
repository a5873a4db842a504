"""字形: traditional characters read as simplified ones, one for one, so that offsets stay."""

from __future__ import annotations

import re
from functools import cache

# frequent characters that only traditional writing has; two of them in a document are enough to look closer
TELLTALE = re.compile("[學實開發單責務計劃設進關與導區縣園師處貫徹執領點產義級課質體書辦應為會際團個]")


def simplified(text: str) -> str:
    """The text with simplified characters at the same offsets; the same string where there is nothing traditional."""
    if len(TELLTALE.findall(text, 0, 20_000)) < 2:
        return text
    return text.translate(_table())


@cache
def _table() -> dict[int, str]:
    """Traditional → simplified for the characters of the basic CJK block that have one simplified form."""
    import opencc  # noqa: PLC0415 - loads its dictionaries, needed for traditional writing only

    convert = opencc.OpenCC("t2s").convert
    block = [chr(code) for code in range(0x4E00, 0xA000)]
    return {ord(a): b for a, b in zip(block, map(convert, block), strict=True) if a != b and len(b) == 1}
