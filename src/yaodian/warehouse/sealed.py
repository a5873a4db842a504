"""封块: a stream of bytes under AES-256-GCM, block by block; each block is bound to the stream's name, its place and its end."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

BLOCK = 1 << 22
_SEALED = BLOCK + 16
_START = 8


class NotWhole(Exception):  # noqa: N818 - who reads the stream says what it was
    """The key is another one, or the stream was cut off or changed."""


def sealed(cipher: AESGCM, name: str, blocks: Iterable[bytes]) -> Iterator[bytes]:
    """The bytes to write for a stream of a name."""
    yield (start := os.urandom(_START))
    whole = _resized(blocks)
    block, at = next(whole, b""), 0
    while True:
        following = next(whole, None)
        yield cipher.encrypt(_nonce(start, at), block, _bound(name, at, following is None))
        if following is None:
            return
        block, at = following, at + 1


def opened(cipher: AESGCM, name: str, file: BinaryIO) -> Iterator[bytes]:
    """What was sealed, from where the file stands to its end; NotWhole at the first block that is not as it was written."""
    start, at = file.read(_START), 0
    block = file.read(_SEALED)
    while True:
        following = file.read(_SEALED)
        try:
            yield cipher.decrypt(_nonce(start, at), block, _bound(name, at, not following))
        except (InvalidTag, ValueError) as error:
            raise NotWhole from error
        if not following:
            return
        block, at = following, at + 1


def _nonce(start: bytes, at: int) -> bytes:
    return start + at.to_bytes(4, "big")


def _bound(name: str, at: int, last: bool) -> bytes:
    return f"{name}:{at}:{last}".encode()


def _resized(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in blocks of one size, but for the last."""
    held = bytearray()
    for block in blocks:
        held += block
        while len(held) >= BLOCK:
            yield bytes(held[:BLOCK])
            del held[:BLOCK]
    if held:
        yield bytes(held)
