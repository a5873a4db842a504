"""Faults on purpose: children killed inside a commit, writers and readers at once; what was lost, doubled or halved."""

from __future__ import annotations

import os
import random
import resource
import signal
import threading
import time
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.warehouse.batches import batch, member
from tests.warehouse.small.registers.loans import Loans
from tests.warehouse.small.registers.members import Members
from tests.warehouse.small.registers.shelves import Shelves
from yaodian.declare.register import Register
from yaodian.domain.finding import Refusal
from yaodian.warehouse.batch import Batch
from yaodian.warehouse.keys import Keys
from yaodian.warehouse.store import Warehouse
from yaodian.warehouse.vault import private_columns, vault_schema

SPAWN = get_context("spawn")  # never fork once the table library is loaded
L1 = {"library_code": ["L1"]}
LATER = date(2020, 3, 1)
PHASES = 15  # that the commit of `second` reports
IN_BATCH = 50
Rows = Counter[tuple[Any, ...]]


def first(count: int = 400) -> list[Batch]:
    people = [member(f"{n}", books=n % 7) for n in range(count)]
    lent = [{"library_code": "L1", "slip_no": f"{n}", "lent_on": LATER} for n in range(count)]
    shelf = [{"shelf_no": f"{n}", "library_code": "L1", "month": "2020-01", "books": n} for n in range(9)]
    return [batch(Members, people, scope=L1), batch(Loans, lent), batch(Shelves, shelf, scope=L1)]


def second(count: int = 400) -> list[Batch]:
    """A third changed, a few ended, as many new; corrections and additions of events; another month's stock."""
    people = [member(f"{n}", books=n % 7 + (n % 3 == 0)) for n in range(5, count + 5)]
    lent = [
        {"library_code": "L1", "slip_no": f"{n}", "lent_on": LATER, "deposit_yuan": n % 2} for n in range(count + 50)
    ]
    shelf = [{"shelf_no": f"{n}", "library_code": "L1", "month": "2020-02", "books": n} for n in range(9)]
    return [batch(Members, people, scope=L1, on=LATER), batch(Loans, lent), batch(Shelves, shelf, scope=L1)]


def held(warehouse: Warehouse) -> Rows:
    """Every row the current release shows, private values beside, keys and instants left out."""
    reader, found = warehouse.reader(), Counter[tuple[Any, ...]]()
    for register in (Members, Loans, Shelves):
        found += _rows(warehouse, reader, register)
    return found


def _rows(warehouse: Warehouse, reader: Any, register: type[Register]) -> Rows:
    table = warehouse.engine.query("SELECT * FROM t", {"t": reader.rows(register, with_restricted=True)}, {})
    files = reader.release.vault.get(register.id, ())
    private = warehouse.vault.read(files, vault_schema(register), private_columns(register)) if files else None
    sealed = {row.pop("record_key"): row for row in private.to_pylist()} if private is not None else {}
    dropped = ("record_key", "recorded_from", "recorded_to", "batch")
    return Counter(
        (
            register.id,
            *sorted((k, str(v)) for k, v in (row | sealed.get(row["record_key"], {})).items() if k not in dropped),
        )
        for row in table.to_pylist()
    )


def commit_and_die(folder: Path, keys: Keys, phase: int, delay: float) -> None:
    """In a child: commit, and be killed some time after reaching a phase."""
    reached = iter(range(1_000))

    def progress(_: str) -> None:
        if next(reached) == phase:
            if not delay:
                os.kill(os.getpid(), signal.SIGKILL)
            threading.Timer(delay, os.kill, (os.getpid(), signal.SIGKILL)).start()

    Warehouse.open(folder, keys).commit(second(), expected=True, progress=progress)
    os._exit(0)


def tidy_and_die(folder: Path, keys: Keys, part: int, delay: float) -> None:
    """In a child: tidy, and be killed some time after so many parts are folded."""
    reached = iter(range(1_000))

    def progress(_: float) -> None:
        if next(reached) == part:
            if not delay:
                os.kill(os.getpid(), signal.SIGKILL)
            threading.Timer(delay, os.kill, (os.getpid(), signal.SIGKILL)).start()

    Warehouse.open(folder, keys).tidy(keep=0, progress=progress)
    os._exit(0)


def run_child(work: Any, *given: Any) -> int | None:
    child = SPAWN.Process(target=work, args=given)
    child.start()
    child.join()
    return child.exitcode


@cache
def undisturbed() -> tuple[Rows, Rows]:
    """What a warehouse holds after `first`, and after `second` too."""
    with TemporaryDirectory() as folder:
        control = Warehouse.create(Path(folder), Keys.new(demo=True))
        control.commit(first())
        before = held(control)
        control.commit(second(), expected=True)
        return before, held(control)


def kill_at(folder: Path, phase: int, delay: float) -> Counter[str]:
    """One kill: what was lost, doubled, half there, and whether a re-run converged and nothing was left over."""
    warehouse = Warehouse.create(folder / "killed", Keys.new(demo=True))
    warehouse.commit(first())
    before, after = undisturbed()
    assert held(warehouse) == before
    code = run_child(commit_and_die, warehouse.folder, warehouse.keys, phase, delay)
    seen = held(warehouse)
    state = before if seen != after else after
    warehouse.commit(second(), expected=True)
    again = held(warehouse)
    warehouse.sweep(keep=0)
    names = {warehouse.folder / f.path for f in warehouse.release().files}
    stray = {f for part in ("tables", "vault") for f in (warehouse.folder / part).rglob("*.parquet")} - names
    return Counter(
        points=1,
        killed=code == -signal.SIGKILL,
        lost=sum((state - seen).values()) + sum((after - again).values()),
        doubled=sum(n - 1 for n in (seen & again).values() if n > 1) + sum((again - after).values()),
        half=int(seen not in (before, after)),
        not_converged=int(again != after),
        stray=len(stray),
    )


def untidied(folder: Path) -> Warehouse:
    """A warehouse with closings and many files in each table and in the vault."""
    warehouse = Warehouse.create(folder, Keys.new(demo=True))
    for one in (first(), second(), first(), second(), first()):
        warehouse.commit(one, expected=True)
    return warehouse


def kill_tidying_at(warehouse: Warehouse, part: int, delay: float) -> Counter[str]:
    """One kill of a tidying: what was lost or doubled, whether tidying again converges and leaves nothing over."""
    before, was = held(warehouse), warehouse.release()
    code = run_child(tidy_and_die, warehouse.folder, warehouse.keys, part, delay)
    seen, now = held(warehouse), warehouse.release()
    tidied = warehouse.tidy(keep=0)
    again = held(warehouse)
    names = {warehouse.folder / f.path for f in tidied.files}
    stray = {f for place in ("tables", "vault") for f in (warehouse.folder / place).rglob("*.parquet")} - names
    return Counter(
        points=1,
        killed=code == -signal.SIGKILL,
        untouched=now == was,
        lost=sum((before - seen).values()) + sum((before - again).values()),
        doubled=sum((seen - before).values()) + sum((again - before).values()),
        not_converged=int(any(table.closings for table in tidied.tables.values())),
        stray=len(stray),
    )


def kill_many(folder: Path, points: int, seed: int) -> Counter[str]:
    """Kills spread over all phases, inside them too."""
    chance, total = random.Random(seed), Counter[str]()
    for nth in range(points):
        phase = nth * PHASES // points
        total += kill_at(folder / str(nth), phase, chance.choice((0, chance.uniform(0, 0.03))))
    return total


def commit_with_little_room(folder: Path, keys: Keys, room: int) -> None:
    """In a child: commit where no file may grow beyond some bytes, as on a full disk; 7 where it was refused well."""
    warehouse = Warehouse.open(folder, keys)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    try:
        warehouse.commit(second(), expected=True)
    except Refusal as refusal:
        os._exit(7 if "数仓" in refusal.words.zh else 8)
    os._exit(0)


def commit_as_nobody(folder: Path, keys: Keys) -> None:
    """In a child: commit to a folder that may only be read; 7 where it was refused well."""
    warehouse, batches = Warehouse.open(folder, keys), second()
    if os.geteuid() == 0:
        os.seteuid(65534)
    try:
        warehouse.commit(batches, expected=True)
    except Refusal:
        os._exit(7)
    os._exit(0)


def make_read_only(folder: Path, yes: bool) -> None:
    for place in (folder, *folder.rglob("*")):
        is_folder = place.is_dir()
        place.chmod((0o555 if is_folder else 0o444) if yes else (0o755 if is_folder else 0o644))


def write_loans(folder: Path, keys: Keys, writer: int, seconds: float, ready: Any, done: Any) -> None:
    """In a child: commit batches of events one after another until the time is over, from when all are ready; tell how
    many."""
    warehouse, count = Warehouse.open(folder, keys), 0
    ready.wait()
    until = time.time() + seconds
    while time.time() < until:
        rows = [
            {"library_code": f"{writer}", "slip_no": f"{count}.{n}", "lent_on": LATER, "deposit_yuan": count}
            for n in range(IN_BATCH)
        ]
        warehouse.commit([batch(Loans, rows, source=f"{writer}.{count}")], who=f"writer {writer}", wait=60)
        count += 1
        if count % 20 == 0 and writer == 0:
            _tidy_when_free(warehouse)
    done.put(count)


def _tidy_when_free(warehouse: Warehouse) -> None:
    while True:
        try:
            warehouse.tidy(keep=5)
        except Refusal as busy:
            if "写入" not in busy.words.zh:
                raise
            time.sleep(0.01)
        else:
            return


def read_loans(folder: Path, keys: Keys, seconds: float, ready: Any, done: Any) -> None:
    """In a child: read until the time is over; tell how many reads there were and how many saw a torn batch."""
    warehouse, reads, torn, last = Warehouse.open(folder, keys), 0, 0, 0
    ready.wait()
    until = time.time() + seconds
    while time.time() < until:
        sql = "SELECT library_code, deposit_yuan, count(*) AS n FROM t GROUP BY ALL"
        found = warehouse.engine.query(sql, {"t": warehouse.reader().rows(Loans)}, {})["n"].to_pylist()
        torn += any(n != IN_BATCH for n in found) or len(found) < last
        reads, last = reads + 1, len(found)
    done.put((reads, torn))


def together(folder: Path, seconds: float, writers: int = 2, readers: int = 4) -> Counter[str]:
    """Writers and readers at once: batches written, reads, torn reads, batches lost or doubled."""
    warehouse = Warehouse.create(folder / "together", Keys.new(demo=True))
    told, read, ready = SPAWN.Queue(), SPAWN.Queue(), SPAWN.Barrier(writers + readers)
    at = warehouse.folder, warehouse.keys
    children = [SPAWN.Process(target=write_loans, args=(*at, n, seconds, ready, told)) for n in range(writers)]
    children += [SPAWN.Process(target=read_loans, args=(*at, seconds, ready, read)) for _ in range(readers)]
    for child in children:
        child.start()
    written = sum(told.get(timeout=seconds + 120) for _ in range(writers))
    reads: Sequence[tuple[int, int]] = [read.get(timeout=seconds + 120) for _ in range(readers)]
    for child in children:
        child.join()
    sql = "SELECT library_code, slip_no, count(*) AS n FROM t GROUP BY ALL"
    found = warehouse.engine.query(sql, {"t": warehouse.reader().rows(Loans)}, {})["n"].to_pylist()
    return Counter(
        batches=written,
        reads=sum(n for n, _ in reads),
        torn=sum(torn for _, torn in reads),
        lost=max(0, written * IN_BATCH - len(found)),
        doubled=sum(n - 1 for n in found) + max(0, len(found) - written * IN_BATCH),
        failed=sum(child.exitcode != 0 for child in children),
    )


def commit_canaries(warehouse: Warehouse, count: int = 50) -> None:
    """Marked children, committed and then renamed."""
    for on, words in ((date(2020, 1, 1), "金丝雀"), (LATER, "改名金丝雀")):
        children = [
            member(f"CANARYCARD{n}", name=f"{words}{n}号", id_no=f"CANARYID{n}", is_poor=n % 3 == 0)
            for n in range(count)
        ]
        warehouse.commit([batch(Members, children, scope=L1, on=on)])


def canaries_in(folder: Path) -> list[Path]:
    """The files under a folder in which a mark of theirs can be read."""
    marks = [text.encode(code) for text in ("CANARY", "金丝雀") for code in ("utf-8", "utf-16-le", "gb18030")]
    files = [f for f in folder.rglob("*") if f.is_file()]
    return [f for f in files if any(mark in f.read_bytes() for mark in marks)]
