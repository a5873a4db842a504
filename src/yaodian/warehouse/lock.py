"""写锁: one writer in a warehouse; who comes second is told who holds it."""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from yaodian.domain.finding import Refusal, Words


class WarehouseBusy(Refusal):
    """Another writer is at work."""


@contextmanager
def writer(folder: Path, who: str, wait: float = 0) -> Iterator[None]:
    """Be the only writer of the warehouse, waiting some seconds for one at work. The lock ends with its process."""
    handle = os.open(folder / "writer.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(handle, time.monotonic() + wait)
        at = datetime.now(UTC).isoformat(timespec="seconds")
        os.ftruncate(handle, 0)
        os.pwrite(handle, json.dumps({"who": who, "process": os.getpid(), "since": at}).encode(), 0)
        yield
    finally:
        os.close(handle)


def _take(handle: int, until: float) -> None:
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise WarehouseBusy(_held_by(handle)) from None
            time.sleep(0.02)
        else:
            return


def _held_by(handle: int) -> Words:
    try:
        held = json.loads(os.pread(handle, 4096, 0))
        who, process, since = held["who"], held["process"], held["since"]
    except (ValueError, KeyError):
        return Words("数仓正在被写入，请稍后再试", "the warehouse is being written to: try again in a moment")
    return Words(
        f"数仓正在被“{who}”写入（进程 {process}，始于 {since}），请稍后再试",
        f"the warehouse is being written to by {who} (process {process}, since {since}): try again in a moment",
    )
