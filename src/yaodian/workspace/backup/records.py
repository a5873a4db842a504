"""数仓的备份: the files that the current release of a warehouse stands on, and a folder that they are put back into."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.durable import sync
from yaodian.warehouse.evaluate.observed import FOLDER as OBSERVATIONS
from yaodian.warehouse.keys import Keys
from yaodian.warehouse.release import CURRENT, RELEASES, HeldFile, pointer_to
from yaodian.warehouse.store import Warehouse
from yaodian.warehouse.tables import LINKS, TABLES
from yaodian.workspace.backup.archive import Member, pieces_of
from yaodian.workspace.records_loading import AUDIT, UPLOADS, existing

PLACE = "records/"


def records_members(folder: Path, keys: Keys) -> Iterator[Member]:
    """The files of a warehouse as members below `records/`: first what changes while loads go on, then the release that is
    current after it, so that a load under way is in the release or is taken up again. Vault and uploads stay encrypted as
    they are; the keys are not among the files. Refusal where a file is gone or not what was written."""
    loose = (*_whole(folder / UPLOADS, "*"), *_whole(folder / OBSERVATIONS, "*"), folder / AUDIT)
    yield from (_member(folder, path) for path in loose if path.is_file())
    release = Warehouse.open(folder, keys).release()
    manifest = folder / RELEASES / f"{release.id}.json"
    yield from (_held(folder, file) for file in release.files)
    for part in (TABLES, LINKS):
        yield from (_member(folder, path) for path in _whole(folder / part, "*/_delta_log/*"))
    yield from (_member(folder, path) for path in _whole(folder / RELEASES, "*.json"))
    yield PLACE + CURRENT, [pointer_to(release, manifest.read_bytes())]


def _whole(folder: Path, pattern: str) -> list[Path]:
    return sorted(path for path in folder.glob(pattern) if path.suffix not in (".part", ".tmp"))


def _member(folder: Path, path: Path) -> Member:
    return PLACE + path.relative_to(folder).as_posix(), _pieces(folder, path)


def _pieces(folder: Path, path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            yield from pieces_of(file)
    except FileNotFoundError as gone:
        raise Refusal(
            Words(
                f"数仓{folder}在备份时被整理过，没有备成；请再备份一次",
                f"the warehouse {folder} was tidied meanwhile and the backup was not made: make it again",
            )
        ) from gone


def _held(folder: Path, held: HeldFile) -> Member:
    """A file of the release; what is not as it was written is not taken for a backup."""

    def pieces() -> Iterator[bytes]:
        digest = sha256()
        for piece in _pieces(folder, folder / held.path):
            digest.update(piece)
            yield piece
        if digest.hexdigest() != held.sha256:
            raise Refusal(
                Words(
                    f"数仓文件{held.path}已损坏，没有备成；请先从以前的备份恢复",
                    f"the warehouse file {held.path} is damaged and the backup was not made: restore an earlier one",
                )
            )

    return PLACE + held.path, pieces()


class PutBack:
    """A warehouse's folder while it is put back: everything goes into a folder beside it, and `finish` renames that."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise Refusal(
                Words(
                    f"{folder}不是空的，数仓只恢复到新的文件夹；请换一个",
                    f"{folder} is not empty: a warehouse is restored into a new folder",
                )
            )
        self._beside = self.folder.with_name(f"{self.folder.name}.restoring")

    def begin(self) -> None:
        """Start with nothing, whatever an interrupted restore left behind."""
        shutil.rmtree(self._beside, ignore_errors=True)
        self._beside.mkdir(mode=0o700, parents=True)

    def put(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write one member; it is on the disk when the call returns."""
        path = self._beside / name.removeprefix(PLACE)
        if not path.resolve().is_relative_to(self._beside):
            raise Refusal(Words(f"备份里的{name}放不得", f"the backup's {name} would lie outside its folder"))
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with path.open("xb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())

    def finish(self) -> None:
        """Let the folder be there, whole."""
        sync(*(path for path in self._beside.rglob("*") if path.is_dir()), self._beside)
        if self.folder.exists():
            self.folder.rmdir()
        self._beside.rename(self.folder)
        sync(self.folder.parent)

    def discard(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self._beside, ignore_errors=True)


def damaged_files(folder: Path) -> list[str]:
    """The files of a warehouse's current release that are not what was written."""
    return existing(folder).verify()
