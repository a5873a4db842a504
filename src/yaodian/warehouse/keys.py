"""密钥: the data keys that encrypt the vault and the index key that compares without showing; kept in one file of their own."""

from __future__ import annotations

import json
import os
import stat
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.durable import write_whole

KEY_FILE = "YAODIAN_KEY_FILE"
KEY_BYTES = 32


class KeysRefused(Refusal):
    """The keys cannot be used; the sentence says why and what to do."""


@dataclass(frozen=True)
class Keys:
    """`data` holds data keys by name, `current` names the one that encrypts; older ones only read what they wrote.
    `index` makes blind indexes and never changes. `demo` marks keys that protect invented people only."""

    data: Mapping[str, bytes] = field(repr=False)
    current: str
    index: bytes = field(repr=False)
    demo: bool = False

    @classmethod
    def new(cls, *, demo: bool = False) -> Keys:
        """Fresh random keys."""
        name = _fresh_name()
        return cls({name: os.urandom(KEY_BYTES)}, name, os.urandom(KEY_BYTES), demo)

    def rotated(self) -> Keys:
        """These keys with a new data key to encrypt from now on; the older ones still read."""
        name = _fresh_name()
        return replace(self, data={**self.data, name: os.urandom(KEY_BYTES)}, current=name)

    def only_current(self) -> Keys:
        """These keys without the data keys that a finished rotation has made useless."""
        return replace(self, data={self.current: self.data[self.current]})

    def write(self, file: Path) -> None:
        """Write the key file readable by its owner alone (mode 0400), whole or not at all."""
        text = {
            "current": self.current,
            "data": {name: b64encode(key).decode() for name, key in self.data.items()},
            "index": b64encode(self.index).decode(),
            "demo": self.demo,
        }
        write_whole(file, json.dumps(text).encode(), 0o400)

    @classmethod
    def read(cls, file: Path, *, data_folder: Path | None = None) -> Keys:
        """The keys in a file; refused where others may read it or where it lies in the folder that it protects."""
        if not file.is_file():
            raise KeysRefused(Words(f"没有密钥文件 {file}", f"there is no key file {file}"))
        mode = stat.S_IMODE(file.stat().st_mode)
        if mode != 0o400:
            raise KeysRefused(
                Words(
                    f"密钥文件 {file} 的权限是 {mode:04o}，必须只有属主可读：chmod 0400 {file}",
                    f"the key file {file} has mode {mode:04o}; only its owner may read it: chmod 0400 {file}",
                )
            )
        if data_folder is not None and file.resolve().is_relative_to(data_folder.resolve()):
            raise KeysRefused(
                Words(
                    f"密钥文件不能放在它所保护的数据文件夹 {data_folder} 里，请移到别处",
                    f"the key file lies in {data_folder}, the folder it protects: move it elsewhere",
                )
            )
        return _parsed(file)

    @classmethod
    def from_environment(cls, *, data_folder: Path | None = None) -> Keys:
        """The keys of the file that YAODIAN_KEY_FILE names."""
        return cls.read(file_named(), data_folder=data_folder)


def file_named() -> Path:
    """The key file that YAODIAN_KEY_FILE names."""
    named = os.environ.get(KEY_FILE, "")
    if not named:
        raise KeysRefused(
            Words(
                f"没有设置 {KEY_FILE}：请写明密钥文件的位置，不能在数据文件夹里",
                f"{KEY_FILE} is not set: name the key file, which lies outside the data folder",
            )
        )
    return Path(named)


def _parsed(file: Path) -> Keys:
    try:
        text = json.loads(file.read_text(encoding="utf-8"))
        data = {str(name): b64decode(key, validate=True) for name, key in text["data"].items()}
        keys = Keys(data, str(text["current"]), b64decode(text["index"], validate=True), bool(text["demo"]))
        whole = keys.current in data and all(len(key) == KEY_BYTES for key in (*data.values(), keys.index))
    except (ValueError, KeyError, TypeError, AttributeError):
        whole = False
    if not whole:
        raise KeysRefused(Words(f"密钥文件 {file} 已损坏，请从备份恢复", f"the key file {file} is damaged: restore it"))
    return keys


def _fresh_name() -> str:
    return "k" + os.urandom(6).hex()
