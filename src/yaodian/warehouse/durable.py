"""落盘: bytes that are on the disk when the call returns, and files that appear whole or not at all."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from yaodian.domain.finding import Refusal, Words


class WriteFailed(Refusal):
    """The disk did not take what was to be written; the warehouse stands as it was."""


@contextmanager
def refusing_what_fails(what: str) -> Iterator[None]:
    """Turn a failed write into a sentence. The table library can panic, and its panic is no Exception."""
    try:
        yield
    except (Refusal, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as fault:
        words = str(fault).strip().partition("\n")[0]
        raise WriteFailed(
            Words(
                f"写入{what}失败，数仓保持原样；请检查磁盘空间和写权限后重试（{words}）",
                f"writing {what} failed and the warehouse stands as it was: check free space and permissions ({words})",
            )
        ) from fault


def write_whole(file: Path, content: bytes, mode: int = 0o644) -> None:
    """Replace a file by one atomic rename; a crash leaves the old one or the new one."""
    beside = file.with_name(f"{file.name}.{os.getpid()}.{threading.get_ident()}.new")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(file)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync(file.parent)


def sync(*places: Path) -> None:
    """Bring files or folders to the disk."""
    for place in places:
        handle = os.open(place, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sync_with_folders(files: Iterable[Path]) -> None:
    """Bring files and the folders that name them to the disk."""
    files = list(files)
    sync(*files, *dict.fromkeys(file.parent for file in files))


def sha256_of(file: Path) -> str:
    with file.open("rb") as read:
        return hashlib.file_digest(read, "sha256").hexdigest()
