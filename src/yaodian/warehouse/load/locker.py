"""保管柜: bytes kept encrypted in the vault's folder: uploads, quarantine, the journal of loads."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.sealed import NotWhole, opened, sealed


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
        try:
            with temporary.open("wb") as file:
                for block in sealed(self._cipher, name, blocks):
                    file.write(block)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)

    def get(self, name: str) -> Iterator[bytes]:
        with (self._folder / name).open("rb") as file:
            try:
                yield from opened(self._cipher, name, file)
            except NotWhole as fault:
                raise Refusal(
                    Words(
                        "暂存的上传文件打不开：密钥不符或文件已损坏",
                        "a kept upload cannot be opened: wrong key or damaged",
                    )
                ) from fault

    def delete(self, name: str) -> None:
        (self._folder / name).unlink(missing_ok=True)

    def names(self) -> Iterator[str]:
        """What is kept; what an interrupted put left is no part of it."""
        return (path.name for path in sorted(self._folder.iterdir()) if path.suffix != ".part")
