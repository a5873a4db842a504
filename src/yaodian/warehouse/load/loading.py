"""装载: a file brought into the warehouse: uploaded, staged, checked, committed; each step may be taken again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol

import pyarrow.compute as pc

from yaodian.declare.register import Mode, Register
from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.batch import Batch, Counts
from yaodian.warehouse.load.checked import Checked, connect
from yaodian.warehouse.load.checks import Against, check_file
from yaodian.warehouse.load.content import content_hash
from yaodian.warehouse.load.journal import Entry, Journal, State
from yaodian.warehouse.load.locker import Locker
from yaodian.warehouse.load.memory_file import MemoryFile
from yaodian.warehouse.load.quarantine import keep_back
from yaodian.warehouse.sealed import BLOCK

Progress = Callable[[State], None]


class Committed(Protocol):
    """What a commit came to; what changes nothing makes no release."""

    @property
    def counts(self) -> Mapping[str, Counts]: ...


class Commits(Protocol):
    """What the warehouse offers to imports."""

    def preview(self, batch: Batch) -> Counts: ...
    def commit(self, batches: Sequence[Batch], *, expected: bool = False) -> Committed: ...


@dataclass(frozen=True)
class Loaded:
    """What came of a load. `batch` is none where the headings or, without accept_valid, any row was wrong."""

    entry: Entry
    checked: Checked
    batch: Batch | None
    counts: Counts | None
    quarantined: int = 0

    @property
    def is_committed(self) -> bool:
        return self.entry.state is State.COMMITTED


@dataclass(frozen=True)
class Terms:
    """All or nothing, unless the valid rows are accepted (see Batch.withheld for what a snapshot then ends); `expected`
    lets a snapshot end many rows; a dry run commits nothing and keeps no upload."""

    accept_valid: bool = False
    expected: bool = False
    dry_run: bool = False


@dataclass(frozen=True)
class Loading:
    """Loads files into one warehouse."""

    warehouse: Commits
    locker: Locker
    against: Against = field(default_factory=Against)
    progress: Progress = lambda _state: None

    def load(
        self, register: type[Register], path: Path, on: date, scope: Mapping[str, Sequence[str]] | None = None,
        terms: Terms = Terms(),
    ) -> Loaded:  # fmt: skip
        """Bring a file in. Raises Refusal where it cannot be read, or where the warehouse refuses the batch.

        A file that was the last to be committed for its register and day says nothing new, whatever later days said.
        """
        entry = self._entry(register, path, on, scope or {}, terms)
        journal = Journal(self.locker)
        before = journal.read(entry.id)
        if not terms.dry_run:
            self.locker.put(entry.upload, _blocks(path))
            journal.write(entry)
        self.progress(State.UPLOADED)
        said = before.content if before and before.committed_at and journal.says_last(before) else ""
        return self._from_upload(register, path, entry, terms, said)

    def resume(self, register: type[Register], entry: Entry) -> Loaded:
        """Take up a load that was interrupted, from its kept upload and on its terms."""
        held = MemoryFile.of(self.locker.get(entry.upload))
        if held is None:
            raise Refusal(Words("本机不能续传，请重新导入原文件", "this system cannot resume; load the file again"))
        return self._from_upload(register, held.path, entry, Terms(entry.accept_valid, entry.expected))

    def _from_upload(self, register: type[Register], path: Path, entry: Entry, terms: Terms, said: str = "") -> Loaded:
        """`said` is the content that the same upload was committed with before; it is not committed again."""

        def move(state: State, **changes: object) -> Entry:
            moved = entry if terms.dry_run else Journal(self.locker).moved(entry, state, **changes)
            self.progress(state)
            return moved

        staged = lambda: move(State.STAGED)  # noqa: E731
        checked = replace(check_file(register, path, entry.on, entry.scope, self.against, staged), source=entry.file)
        wrong = len(checked.wrong_rows)
        is_kept_out = not checked.is_loadable or (wrong > 0 and not terms.accept_valid) or not checked.valid.num_rows
        entry = move(State.CHECKED, is_kept_out=is_kept_out)
        if is_kept_out:
            return Loaded(entry, checked, None, None, wrong)
        batch = self._batch(register, checked, entry)
        if terms.dry_run:
            return Loaded(entry, checked, batch, self.warehouse.preview(batch), wrong)
        counts = Counts(same=checked.valid.num_rows) if said == batch.content else self._commit(checked, batch, terms)
        if wrong:
            keep_back(self.locker, entry, checked)
        done = move(State.COMMITTED, content=batch.content, committed_at=datetime.now(UTC), scope=dict(batch.scope))
        return Loaded(done, checked, batch, counts, wrong)

    def _commit(self, checked: Checked, batch: Batch, terms: Terms) -> Counts:
        marked = filled_batches(checked, batch)
        counts = self.warehouse.commit([*marked, batch], expected=terms.expected).counts[batch.register.id]
        return replace(counts, same=counts.same - sum(one.rows.num_rows for one in marked))

    def _batch(self, register: type[Register], checked: Checked, entry: Entry) -> Batch:
        """The valid rows; a snapshot says what was kept back of it, so that it ends nothing that those rows may name."""
        rows, mode = checked.valid, register.arrives.mode
        scope = dict(entry.scope)
        if mode is Mode.SNAPSHOT:
            for column in register.arrives.scope:
                scope.setdefault(column, sorted(str(v) for v in pc.unique(rows[column]).drop_null().to_pylist()))
        content = content_hash(connect(), register, rows)
        if mode is not Mode.SNAPSHOT:
            return Batch(register, rows, mode, entry.on, content, entry.file)
        return Batch(register, rows, mode, entry.on, content, entry.file, scope, checked.withheld)

    def _entry(
        self, register: type[Register], path: Path, on: date, scope: Mapping[str, Sequence[str]], terms: Terms
    ) -> Entry:
        if not path.is_file():
            raise Refusal(Words(f"没有文件“{path.name}”", f"there is no file {path.name}"))
        unknown = [name for name in scope if name not in {c.name for c in register.columns}]
        if unknown:
            raise Refusal(
                Words(f"范围里的“{unknown[0]}”不是登记表的列", f"the scope names {unknown[0]}, which is no column")
            )
        digest = hashlib.sha256(
            json.dumps([register.id, on.isoformat(), {k: list(v) for k, v in scope.items()}]).encode()
        )
        for block in _blocks(path):
            digest.update(block)
        return Entry(
            digest.hexdigest()[:32], register.id, path.name, on, scope={k: list(v) for k, v in scope.items()},
            begun_at=datetime.now(UTC), accept_valid=terms.accept_valid, expected=terms.expected,
        )  # fmt: skip


def filled_batches(checked: Checked, batch: Batch) -> list[Batch]:
    """The rows whose lost digits were filled, told first and by a source of their own, so that the row says where its
    number is from; `batch` then finds them as they stand."""
    mode = Mode.CHANGE if batch.mode is Mode.SNAPSHOT else batch.mode
    return [
        replace(
            batch,
            rows=checked.filled_from(one),
            mode=mode,
            scope={},
            withheld=None,
            source=f"{batch.source}（补自 {one}）",
        )
        for one in sorted(set(checked.filled.values()))
        if checked.filled_from(one).num_rows
    ]


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            yield block
