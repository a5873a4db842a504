"""The warehouse said simply: one record after another, in plain Python; what the real one is compared with."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from yaodian.declare.register import EVENT, STATE, Mode
from yaodian.domain.period import Period
from yaodian.warehouse.batch import Batch, Counts

FAR = date(9999, 12, 31)


@dataclass(frozen=True)
class Held:
    """Values that hold from a day to a day."""

    f: date
    t: date
    values: tuple[Any, ...]


def _row(batch: Batch, held: Held) -> dict[str, Any]:
    return dict(zip((c.name for c in batch.register.columns), held.values, strict=True))


def _is_held_open(batch: Batch, held: Held) -> bool:
    """Whether a row that was kept back names the record, or, its key unread, may do so as far as its scope was read."""
    key, row = batch.register.key, _row(batch, held)
    for withheld in batch.withheld.to_pylist() if batch.withheld is not None else []:
        if all(withheld[c] is not None for c in key):
            agrees = all(withheld[c] == row[c] for c in key)
        else:
            agrees = all(withheld[c] in (None, row[c]) for c in batch.register.arrives.scope)
        if agrees:
            return True
    return False


@dataclass
class Model:
    """What is known of one register: for each natural key what holds when."""

    known: dict[Any, list[Held]] = field(default_factory=lambda: defaultdict(list))

    def take(self, batch: Batch) -> Counts:
        rows = batch.rows.to_pylist()
        return self._states(batch, rows) if batch.register.time is STATE else self._dated(batch, rows)

    def _dated(self, batch: Batch, rows: list[dict[str, Any]]) -> Counts:
        register, new, changed, same, ended, held_open = batch.register, 0, 0, 0, 0, 0
        stated = set()
        for row in rows:
            on = row[register.dated_by]
            day = Period(on).last if isinstance(on, str) else on
            key = tuple(row[c] for c in register.key)
            at = key if register.time is EVENT else (*key, day)
            stated.add(at)
            held = [Held(day, FAR, tuple(row.values()))]
            new, changed, same = new + (not self.known[at]), changed + bool(self.known[at]), same
            if self.known[at] == held:
                changed, same = changed - 1, same + 1
            self.known[at] = held
        if batch.mode is Mode.SNAPSHOT:
            days = {at[-1] for at in stated}
            for at, held in list(self.known.items()):
                if held and at not in stated and at[-1] in days and self._in_scope(batch, held[0]):
                    if _is_held_open(batch, held[0]):
                        held_open += 1
                        continue
                    self.known[at] = []
                    ended += 1
        return Counts(new, changed, same, ended, held_open)

    def _in_scope(self, batch: Batch, held: Held) -> bool:
        row = _row(batch, held)
        return all(row[column] in values for column, values in batch.scope.items())

    def _states(self, batch: Batch, rows: list[dict[str, Any]]) -> Counts:
        register, on, keys = batch.register, batch.on, batch.register.key
        by_key = defaultdict(list)
        for row in rows:
            since = row.get(register.holds_from) or on
            until = row.get(register.holds_to) or FAR
            by_key[tuple(row[c] for c in keys)].append((since, until, tuple(row.values())))
        before = {key: list(self.known[key]) for key in list(self.known)}
        counts = [self._state(batch, key, sorted(said), before.get(key, [])) for key, said in by_key.items()]
        ended = held_open = 0
        if batch.mode is Mode.SNAPSHOT:
            for key, held in before.items():
                for one in held:
                    if key not in by_key and one.f <= on < one.t and self._in_scope(batch, one):
                        if _is_held_open(batch, one):
                            held_open += 1
                            continue
                        self._cut(key, on, one.t)
                        ended += 1
        return sum((Counts(*part) for part in counts), Counts(ended=ended, held_open=held_open))

    def _state(
        self, batch: Batch, key: Any, said: list[tuple[date, date, tuple[Any, ...]]], before: list[Held]
    ) -> tuple[int, int, int]:
        new = changed = same = 0
        stated = bool(batch.register.holds_from)
        for (f, t, values), (following, *_) in zip(said, [*said[1:], (FAR,)], strict=True):
            p = min(max(f, batch.on), t - timedelta(days=1), following - timedelta(days=1))
            hit = next((h for h in before if h.f <= p < h.t), None)
            w = hit.t if hit else min((h.f for h in before if h.f > p), default=FAR)
            w = min(w, following)
            w, e = (max(w, t), t) if t < FAR else (w, w)
            if hit and hit.values == values and (hit.f == f if stated else hit.f <= f) and hit.t == e:
                same += 1
                continue
            new, changed = new + (hit is None), changed + (hit is not None)
            self._cut(key, f, w)
            self.known[key].append(Held(f, e, values))
        return new, changed, same

    def _cut(self, key: Any, f: date, w: date) -> None:
        left = []
        for h in self.known[key]:
            if h.t <= f or h.f >= w:
                left.append(h)
                continue
            left += [Held(h.f, f, h.values)] if h.f < f else []
            left += [Held(w, h.t, h.values)] if w < h.t else []
        self.known[key] = left

    def all(self) -> list[tuple[Any, ...]]:
        """Every row known, with the days it holds."""
        return sorted(
            ((h.f, h.t, *h.values) for held in self.known.values() for h in held), key=lambda row: tuple(map(str, row))
        )
