"""解压: packed bytes unpacked by the piece, so that neither side of it fills the memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

FED, PIECE = 1 << 16, 1 << 18


def inflated(packed: bytes | memoryview, window: int = zlib.MAX_WBITS) -> Iterator[bytes]:
    """The pieces that deflated bytes unpack to, up to their end or where they are cut off; zlib.error where they are none.

    `window` is negative for bytes without head and sum, as in a zip.
    """
    unpacker = zlib.decompressobj(window)
    for at in range(0, len(packed), FED):
        rest = bytes(packed[at : at + FED])
        while rest and not unpacker.eof:
            yield unpacker.decompress(rest, PIECE)
            rest = unpacker.unconsumed_tail
    while not unpacker.eof and (piece := unpacker.decompress(b"", PIECE)):
        yield piece
