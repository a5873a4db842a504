"""学籍记录: the records that the roll system keeps of the children, with the faults that such records have.

A record is not a person: one child may have two, and what is written may differ from what is so. The rates are those of
a clean-up of school rolls (duplicate IDs, name differs from ID, ID not found, name+sex+birth duplicates in the ratio
3435:3037:839:180, taken as numbers at scale 1.0); the others are estimates, small enough that most rows are sound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yaodian.workspace.city.chance import Chance, Ints
from yaodian.workspace.city.families import Families, id_regions
from yaodian.workspace.city.identity import CANARY_WORD, check_characters, id_characters
from yaodian.workspace.city.names import written_otherwise
from yaodian.workspace.city.roll import Roll
from yaodian.workspace.city.texts import at, joined, of_bytes

DUPLICATE_ID, NAME_DIFFERS, ID_NOT_FOUND, SAME_PERSON_TWICE = 3435, 3037, 839, 180
SAME_CHILD = 0.6
"""Of two records with one ID, how often both are of one child; else a clerk typed another child's number."""
TRANSPOSED = 0.0004  # two neighbouring digits exchanged: the commonest slip in typing that a check character catches
WITHOUT_ID = 0.004  # young children without a household register: the roll gives them a J number
CANARIES = 50


@dataclass(frozen=True)
class Records:
    """Records of the roll: the child of each, what is written, and which fault it has ("" for none)."""

    child: Ints
    id_no: Any
    student_no: Any
    name: Any
    fault: Any
    twin: Ints
    is_extra: Any


@dataclass(frozen=True)
class Persons:
    """What is so: the ID number and name of each child, and which children are canaries."""

    id_no: Any
    name: Any
    canary: Ints


def persons(chance: Chance, made: Families, roll: Roll) -> tuple[Persons, Any, Any, Any]:
    """The children's true numbers and names, then spare numbers for a second record, fathers' and mothers' numbers."""
    rng = chance.of("persons")
    houses, size = len(made.surname), made.child_count
    on_roll = np.flatnonzero(roll.last.school >= 0)
    canary = np.sort(rng.choice(on_roll, CANARIES, replace=False))
    ghosts = rng.choice(on_roll, max(2, size // 200), replace=False)
    region = id_regions(made)
    regions = np.concatenate([region, region[ghosts], made.region, made.region])
    births = np.concatenate([made.birth, made.birth[ghosts], made.father_birth, made.mother_birth])
    male = np.concatenate([made.is_boy, made.is_boy[ghosts], np.ones(houses, bool), np.zeros(houses, bool)])
    numbers = of_bytes(id_characters(regions, births, male.astype(np.int64)))
    names = made.names.text()
    marked = [f"{CANARY_WORD}{name[-1]}" for name in pc.take(names, pa.array(canary)).to_pylist()]
    names = _replaced(names, canary, marked)
    spare = (ghosts, numbers.slice(size, len(ghosts)))
    fathers = numbers.slice(size + len(ghosts), houses)
    return Persons(numbers.slice(0, size), names, canary), spare, fathers, numbers.slice(size + len(ghosts) + houses)


def records(chance: Chance, scale: float, made: Families, roll: Roll, people: Persons, spare: Any) -> Records:
    """The records of all children who are on the roll in any year, with their faults."""
    rng = chance.of("records")
    child = np.flatnonzero(roll.ever())
    clean = np.setdiff1d(child, people.canary)
    now = clean[roll.last.school[clean] >= 0]
    count = [max(1, round(n * scale)) for n in (DUPLICATE_ID, NAME_DIFFERS, ID_NOT_FOUND, SAME_PERSON_TWICE)]
    ghosts, ghost_numbers = spare
    usable = np.flatnonzero(np.isin(ghosts, now))
    unfound, twice = usable[: count[2]], usable[count[2] : count[2] + count[3]]
    free = np.setdiff1d(now, ghosts)
    chosen = rng.permutation(free)[: 2 * count[0] + count[1] + round(TRANSPOSED * len(now)) + 1]
    alike = max(1, round(count[0] * SAME_CHILD))
    same, wrong, lent, _ = np.split(chosen[: 2 * count[0]], [alike, count[0], 2 * count[0] - alike])
    named, slipped = np.split(chosen[2 * count[0] :], [count[1]])
    extra = np.concatenate([same, ghosts[twice]])
    owner = np.concatenate([child, extra])
    place = np.full(made.child_count, -1)
    place[child] = np.arange(len(child))
    ids = at(people.id_no, owner)
    ids = _replaced(ids, place[ghosts[unfound]], ghost_numbers.take(pa.array(unfound)).to_pylist())
    ids = _replaced(ids, place[wrong], at(people.id_no, lent).to_pylist())
    ids = _replaced(ids, place[slipped], [_transposed(i) for i in at(people.id_no, slipped).to_pylist()])
    tail = np.arange(len(child) + len(same), len(owner))
    ids = _replaced(ids, tail, ghost_numbers.take(pa.array(twice)).to_pylist())
    names = at(people.name, owner)
    names = _replaced(names, place[named], written_otherwise(at(people.name, named).to_pylist()))
    numbers = joined(pa.scalar("G"), at(people.id_no, owner))
    odd = np.concatenate([rng.choice(free, round(WITHOUT_ID * len(now)), replace=False), wrong])
    extras = np.arange(len(child), len(owner))
    rows = np.unique(np.concatenate([place[odd], extras]))
    numbers = _replaced(numbers, rows, _j_numbers(at(people.id_no, owner[rows]).to_pylist()))
    fault = np.zeros(len(owner), np.int64)
    for kind, where in enumerate(
        (place[wrong], place[named], place[ghosts[unfound]], tail, place[slipped], extras[: len(same)]), start=1
    ):
        fault[where] = kind
    twin = np.full(len(owner), -1)
    twin[extras] = place[extra]
    return Records(owner, ids, numbers, names, pa.array(FAULTS).take(pa.array(fault)), twin, extras)


FAULTS = ("", "id_of_another", "name_differs", "id_not_found", "person_twice", "digits_transposed", "id_twice")
"""What is wrong with a record; `id_twice` and `person_twice` are second records of a child."""


def _replaced(column: Any, rows: Ints, texts: list[str]) -> Any:
    """The column with other texts in these rows."""
    mask = np.zeros(len(column), bool)
    mask[rows] = True
    ordered = [text for _, text in sorted(zip(rows.tolist(), texts, strict=True))]
    return pc.replace_with_mask(column, pa.array(mask), pa.array(ordered, pa.string()))


def _transposed(number: str) -> str:
    """Two unlike neighbours among the last digits exchanged."""
    for where in range(15, 6, -1):
        if number[where] != number[where + 1]:
            return number[:where] + number[where + 1] + number[where] + number[where + 2 :]
    return number


def _j_numbers(ids: list[str]) -> list[str]:
    """Student numbers made without an ID: the school's place, birth date, a serial from 800 to 899, check character."""
    body = np.frombuffer("".join(i[:14] for i in ids).encode(), np.uint8).reshape(-1, 14)
    seen: dict[bytes, int] = {}
    serial = []
    for row in body:
        key = row.tobytes()
        seen[key] = seen.get(key, -1) + 1
        serial.append(f"{800 + seen[key]:03d}")
    whole = np.hstack([body, np.frombuffer("".join(serial).encode(), np.uint8).reshape(-1, 3)])
    ends = check_characters(whole)
    return [f"J{bytes(row).decode()}{chr(end)}" for row, end in zip(whole, ends, strict=True)]
