"""内存文件: bytes that DuckDB reads as a file although they never touch a disk."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


class MemoryFile:
    """An anonymous file in memory, gone when this object is."""

    def __init__(self, number: int) -> None:
        self._number = number
        self.path = Path(f"/proc/self/fd/{number}")

    @classmethod
    def of(cls, blocks: Iterable[bytes]) -> MemoryFile | None:
        """None where the system has no files in memory."""
        if not hasattr(os, "memfd_create"):
            return None
        number = os.memfd_create("upload")
        with os.fdopen(os.dup(number), "wb") as file:
            for block in blocks:
                file.write(block)
        return cls(number)

    def __del__(self) -> None:
        os.close(self._number)


def is_pattern(path: Path) -> bool:
    """Whether DuckDB would take the name for a pattern of names, and read other files than this one."""
    return bool(set("*?[") & set(str(path)))
