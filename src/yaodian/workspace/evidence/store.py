"""佐证库: files kept under the hash of what they hold; a file is whole on the disk before anything names it."""

from __future__ import annotations

import os
import re
import uuid
from collections.abc import Container
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.durable import sha256_of, sync, write_whole
from yaodian.workspace.evidence.checking import Checked

NAME = re.compile(r"[0-9a-f]{64}")
LEAST_AGE = timedelta(days=1)
"""A file that no row names yet may belong to a transaction under way; none takes this long."""


class Store:
    """A folder of files, each at `ab/abcdef…` by its SHA-256. Several processes may use it at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, file: Checked) -> str:
        """Keep the file and give its hash; once this returns it is on the disk. The same content twice is one file.

        Refusal where the disk does not take it.
        """
        path = self.path(digest := file.sha256)
        try:
            os.utime(path)  # a sweep takes it for new again
        except FileNotFoundError:
            self._write(path, file.data)
        return digest

    def put_back(self, digest: str, data: bytes) -> None:
        """Keep what a backup holds under this hash."""
        if not self.is_whole(digest):
            self._write(self.path(digest), data)

    def _write(self, path: Path, data: bytes) -> None:
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(path, data, 0o400)
            sync(self.folder, self.folder.parent)
        except OSError as error:
            raise Refusal(
                Words(
                    f"佐证存不进去（{error.strerror}），请联系管理员检查磁盘",
                    f"the evidence cannot be stored ({error.strerror}): ask the administrator to look at the disk",
                )
            ) from error

    def path(self, digest: str) -> Path:
        """Where the file of a hash is, if it is there. ValueError for what is no hash."""
        if not NAME.fullmatch(digest):
            raise ValueError(f"{digest!r} is no SHA-256")
        return self.folder / digest[:2] / digest

    def open(self, digest: str) -> BinaryIO:
        """The file of a hash, to be read; FileNotFoundError where it is not there."""
        return self.path(digest).open("rb")

    def is_whole(self, digest: str) -> bool:
        """Whether the file is there and holds what its hash says."""
        try:
            return sha256_of(self.path(digest)) == digest
        except (OSError, ValueError):
            return False

    def sweep(self, named: Container[str], now: datetime, least_age: timedelta = LEAST_AGE) -> int:
        """Remove what no row names and is older than a day, half-written files too; how many there were."""
        before = (now - least_age).timestamp()
        unnamed = [path for path in self.folder.glob("??/*") if path.name not in named]
        return sum(_removed(path, before) for path in unnamed)


def _removed(path: Path, before: float) -> bool:
    """Take an old file away; one that is put again at this very moment is put back."""
    try:
        if path.stat().st_mtime > before:
            return False
        aside = path.rename(path.with_name(uuid.uuid4().hex))
    except FileNotFoundError:
        return False
    if aside.stat().st_mtime > before:
        aside.rename(path)
        return False
    aside.unlink()
    return True
