"""交来的文件: a register's file handed over on a page: kept encrypted beside the warehouse until it is checked and loaded."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.audit import Audit
from yaodian.warehouse.load.error_workbook import audited_workbook
from yaodian.warehouse.load.loading import Loaded, Terms
from yaodian.warehouse.load.memory_file import MemoryFile
from yaodian.warehouse.load.roots import roots
from yaodian.warehouse.store import Warehouse
from yaodian.workspace.evidence.names import FORBIDDEN
from yaodian.workspace.invented import must_be_alike
from yaodian.workspace.records import register_named
from yaodian.workspace.records_loading import Upload, existing, load, locker_of

SUFFIX, SHOWN, LONGEST = ".given", 20, 80
Outcome = dict[str, Any]


@dataclass(frozen=True, slots=True)
class GivenFile:
    """Of which register, under which name it is kept and was called, and the day it speaks of."""

    register: str
    kept: str
    name: str
    on: date


def keep(folder: Path, data: bytes, *, invented: bool, wanted: Collection[str]) -> str:
    """Keep a file until it is loaded and say under which name; those that are no longer `wanted` are deleted. Refusal where
    the warehouse is not for such records: real ones, or invented ones."""
    warehouse = existing(folder)
    must_be_alike(folder, warehouse.keys, invented=invented)
    locker = locker_of(warehouse)
    for old in [name for name in locker.names() if name.endswith(SUFFIX) and name not in wanted]:
        locker.delete(old)
    kept = f"{secrets.token_hex(12)}{SUFFIX}"
    locker.put(kept, [data])
    return kept


def plain_name(name: str) -> str:
    """The name of a file without what could mislead a reader or a disk, or be read as a pattern of names."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return (
        "".join(c for c in last if c not in FORBIDDEN and c not in "[]" and c.isprintable()).strip(". ")[-LONGEST:]
        or "file"
    )


def checked(folder: Path, given: GivenFile) -> Outcome:
    """What loading the file would come to; nothing is changed."""
    return told(_loaded(existing(folder), given, Terms(accept_valid=True, dry_run=True)))


def taken_in(folder: Path, given: GivenFile) -> Outcome:
    """Load the valid rows of the file and keep back the others; the file itself is kept no longer."""
    warehouse = existing(folder)
    outcome = told(_loaded(warehouse, given, Terms(accept_valid=True)))
    locker_of(warehouse).delete(given.kept)
    return outcome


def wrong_rows_of(folder: Path, given: GivenFile, *, who: str, audit: Audit) -> bytes:
    """The workbook of the file's wrong rows, in clear, for who corrects them, audited first; Refusal where none is wrong."""
    warehouse = existing(folder)
    loaded = _loaded(warehouse, given, Terms(accept_valid=True, dry_run=True))
    if not len(loaded.checked.wrong_rows):
        raise Refusal(Words("没有错误行", "no row is wrong"))
    return audited_workbook(loaded.checked, loaded.entry, who=who, release=warehouse.release().id, audit=audit)


def told(loaded: Loaded) -> Outcome:
    """Rows and counts, and the faults by cause, the most rows first, without a value of any row."""
    counts = loaded.counts
    causes = [
        {
            "zh": root.words.zh, "en": root.words.en, "hint_zh": root.hint.zh, "hint_en": root.hint.en, "rows": root.rows,
            "cells": [fault.cell for fault in root.first[:3] if fault.cell],
        }
        for root in roots(loaded.checked)[:SHOWN]
    ]  # fmt: skip
    return {
        "rows": loaded.checked.total, "wrong": len(loaded.checked.wrong_rows), "causes": causes,
        "may_load": counts is not None, "new": counts.new if counts else 0, "changed": counts.changed if counts else 0,
        "ended": counts.ended if counts else 0,
    }  # fmt: skip


def _loaded(warehouse: Warehouse, given: GivenFile, terms: Terms) -> Loaded:
    with _in_memory(warehouse, given) as path:
        return load(warehouse, Upload(register_named(given.register), path, given.on, {}), terms)


@contextmanager
def _in_memory(warehouse: Warehouse, given: GivenFile) -> Iterator[Path]:
    """The kept file under its own name, in clear in memory only."""
    try:
        held = MemoryFile.of(locker_of(warehouse).get(given.kept))
    except FileNotFoundError:
        raise Refusal(
            Words(f"“{given.name}”已不在，请重新交来", f"{given.name} is no longer kept: hand it in again")
        ) from None
    if held is None:
        raise Refusal(Words("本机不能从网页装载，请用 yaodian load", "this system loads by yaodian load only"))
    with TemporaryDirectory() as folder:
        path = Path(folder) / given.name
        path.symlink_to(held.path)
        yield path
