"""备份文件: named streams of bytes and a manifest of their hashes in one encrypted file.

A header line names the data key and a salt, from which the file's own key is made; the rest is sealed block by block, so
that what was cut off or changed does not open. Inside, each member is its name and its pieces, each with its length
before it and compressed; the manifest is the last member. Numbers are four bytes, the highest first.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.durable import sync
from yaodian.warehouse.keys import KEY_BYTES, Keys, file_named
from yaodian.warehouse.sealed import NotWhole, opened, sealed

MAGIC = b"YAODIAN BACKUP 1 "
MANIFEST = "manifest.json"
PIECE = 1 << 20
Member = tuple[str, Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds: the SHA-256 of each member by its name, and what its maker tells besides."""

    members: Mapping[str, str]
    told: Mapping[str, Any]


def write_backup(file: Path, keys: Keys, members: Iterable[Member], told: Callable[[], Mapping[str, Any]]) -> None:
    """Write a backup; `told` is asked for once all members are written. The file is there whole or not at all; Refusal where
    one is there already or the disk does not take it."""
    if file.exists():
        raise Refusal(
            Words(f"{file}已经有了，备份不覆盖旧的；请换个名字", f"{file} is there already: choose another name")
        )
    half = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            head = MAGIC + f"{keys.current} {os.urandom(16).hex()}\n".encode()
            out.write(head)
            for block in sealed(_cipher(keys, head), head.decode(), _framed(members, told)):
                out.write(block)
            out.flush()
            os.fsync(out.fileno())
        half.replace(file)
        sync(file.parent)
    except OSError as error:
        raise Refusal(
            Words(
                f"备份写不成{file}（{error.strerror}），请检查磁盘和权限",
                f"the backup {file} cannot be written ({error.strerror}): look at the disk and its permissions",
            )
        ) from error
    finally:
        half.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file and the keys that open it."""

    file: Path
    keys: Keys

    @classmethod
    def named(cls, file: Path) -> Backup:
        """A backup opened with the keys of YAODIAN_KEY_FILE."""
        return cls(file, Keys.from_environment())

    def checked(self) -> Manifest:
        """The manifest, once the whole file was read and every member has its hash; Refusal where anything is amiss."""
        found = dict[str, str]()
        manifest: dict[str, Any] | None = None
        for name, pieces in self.members():
            if name == MANIFEST:
                manifest = json.loads(b"".join(pieces))
                continue
            digest = sha256()
            for piece in pieces:
                digest.update(piece)
            found[name] = digest.hexdigest()
        if manifest is None or manifest["members"] != found:
            raise self._damaged()
        return Manifest(found, manifest["told"])

    def members(self) -> Iterator[tuple[str, Iterator[bytes]]]:
        """Each member with its pieces, to be read in this order; Refusal where the file was cut off or changed."""
        stream = _Stream(self._blocks())
        while size := stream.number():
            name, pieces = stream.take(size).decode(), stream.pieces()
            yield name, pieces
            for _ in pieces:
                pass  # what was not asked for is passed over
        stream.end()

    def _blocks(self) -> Iterator[bytes]:
        try:
            with self.file.open("rb") as file:
                yield from opened(*self._opening(file), file)
        except OSError as error:
            raise Refusal(
                Words(
                    f"备份文件{self.file}读不了（{error.strerror}）",
                    f"the backup {self.file} cannot be read: {error.strerror}",
                )
            ) from error
        except NotWhole as fault:
            raise self._damaged() from fault

    def _opening(self, file: BinaryIO) -> tuple[AESGCM, str]:
        head = file.readline(200)
        words = head.removeprefix(MAGIC).decode("ascii", "replace").split()
        if not head.isascii() or not head.startswith(MAGIC) or len(words) != 2:
            raise Refusal(Words(f"{self.file}不是备份文件", f"{self.file} is no backup"))
        if words[0] not in self.keys.data:
            raise Refusal(
                Words(
                    f"备份{self.file}要用密钥{words[0]}打开，密钥文件里没有；请用备份时的密钥文件",
                    f"{self.file} opens with the key {words[0]}, which the key file lacks: use the one of its day",
                )
            )
        return _cipher(self.keys, head), head.decode()

    def _damaged(self) -> Refusal:
        return Refusal(
            Words(
                f"备份{self.file}不完整或被改动过，什么也没有恢复；请换一份备份",
                f"the backup {self.file} was cut off or changed and nothing was restored: take another one",
            )
        )


def _cipher(keys: Keys, head: bytes) -> AESGCM:
    """The cipher of one file: its key follows from a data key and the salt of its header."""
    name, salt = head.removeprefix(MAGIC).decode().split()
    own = HKDF(hashes.SHA256(), KEY_BYTES, salt.encode(), b"yaodian backup")
    return AESGCM(own.derive(keys.data[name]))


def _framed(members: Iterable[Member], told: Callable[[], Mapping[str, Any]]) -> Iterator[bytes]:
    digests = dict[str, str]()
    for name, pieces in members:
        digest = sha256()
        yield _number(len(name.encode())) + name.encode()
        for piece in pieces:
            digest.update(piece)
            yield _packed(piece)
        yield _number(0)
        digests[name] = digest.hexdigest()
    manifest = json.dumps({"members": digests, "told": told()}, ensure_ascii=False).encode()
    yield _number(len(MANIFEST)) + MANIFEST.encode() + _packed(manifest) + _number(0) + _number(0)


def _packed(piece: bytes) -> bytes:
    packed = zlib.compress(piece, 1)
    return _number(len(packed)) + packed


def _number(value: int) -> bytes:
    return value.to_bytes(4, "big")


class _Stream:
    """Bytes taken from blocks. What is framed wrongly was sealed so: no backup of ours."""

    def __init__(self, blocks: Iterator[bytes]) -> None:
        self._blocks, self._held = blocks, bytearray()

    def take(self, size: int) -> bytes:
        while len(self._held) < size:
            self._held += next(self._blocks)
        taken = bytes(self._held[:size])
        del self._held[:size]
        return taken

    def number(self) -> int:
        return int.from_bytes(self.take(4), "big")

    def pieces(self) -> Iterator[bytes]:
        """The pieces of the member at which the stream stands."""
        while size := self.number():
            yield zlib.decompress(self.take(size))

    def end(self) -> None:
        """See the last block opened, which says that nothing comes after it."""
        for _ in self._blocks:
            pass


def keys_for(file: Path, records: Path | None) -> Keys:
    """The keys that a backup is encrypted with: those of YAODIAN_KEY_FILE. Where no records have given them, new ones are
    made. Refusal where they would lie beside the backup."""
    named = file_named()
    if named.resolve().parent == file.resolve().parent:
        raise Refusal(
            Words(
                f"密钥文件{named}不能和备份放在一起，请移到别处",
                f"the key file {named} lies beside the backup: move it elsewhere",
            )
        )
    if records is None and not named.exists():
        Keys.new().write(named)
    return Keys.read(named, data_folder=records)


def pieces_of(file: BinaryIO) -> Iterator[bytes]:
    """A file from where it stands, piece by piece."""
    while piece := file.read(PIECE):
        yield piece
