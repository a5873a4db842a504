"""保管柜: bytes kept encrypted in the vault's folder: uploads, quarantine, the journal of loads."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from yaodian.domain.finding import Refusal, Words

BLOCK = 1 << 22
_SEALED = BLOCK + 16


class Locker(Protocol):
    """Where bytes are kept that no one may read outside: put is whole or not at all."""

    def put(self, name: str, blocks: Iterable[bytes]) -> None: ...
    def get(self, name: str) -> Iterator[bytes]: ...
    def delete(self, name: str) -> None: ...
    def names(self) -> Iterator[str]: ...


class FolderLocker:
    """A folder of files under AES-256-GCM, block by block; each block is bound to its file's name, place and end."""

    def __init__(self, folder: Path, key: bytes) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._folder, self._cipher = folder, AESGCM(key)

    def put(self, name: str, blocks: Iterable[bytes]) -> None:
        target = self._folder / name
        temporary = target.with_name(f"{name}.{os.getpid()}.part")
        start = os.urandom(8)
        try:
            with temporary.open("wb") as file:
                file.write(start)
                whole = _resized(blocks)
                block, at = next(whole, b""), 0
                while True:
                    following = next(whole, None)
                    file.write(self._cipher.encrypt(_nonce(start, at), block, _bound(name, at, following is None)))
                    if following is None:
                        break
                    block, at = following, at + 1
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)

    def get(self, name: str) -> Iterator[bytes]:
        with (self._folder / name).open("rb") as file:
            start, at = file.read(8), 0
            sealed = file.read(_SEALED)
            while True:
                following = file.read(_SEALED)
                try:
                    yield self._cipher.decrypt(_nonce(start, at), sealed, _bound(name, at, not following))
                except (InvalidTag, ValueError) as error:
                    raise Refusal(
                        Words(
                            "暂存的上传文件打不开：密钥不符或文件已损坏",
                            "a kept upload cannot be opened: wrong key or damaged",
                        )
                    ) from error
                if not following:
                    return
                sealed, at = following, at + 1

    def delete(self, name: str) -> None:
        (self._folder / name).unlink(missing_ok=True)

    def names(self) -> Iterator[str]:
        """What is kept; what an interrupted put left is no part of it."""
        return (path.name for path in sorted(self._folder.iterdir()) if path.suffix != ".part")


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
