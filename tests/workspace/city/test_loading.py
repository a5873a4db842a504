"""The city through the real warehouse: every register is there, and an import keeps back what was seeded and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from tests.loaded_city import DELIVERED, REGISTERS, Loaded, Written
from tests.workspace.city.reading import column_of, files_of, records_of
from yaodian.declare.column import DATE
from yaodian.workspace.load_order import uploads_in


def test_every_register_of_the_catalogue_has_a_file(city: Written) -> None:
    assert {upload.register.id for upload in uploads_in(city.folder)} == set(DELIVERED)


def test_a_register_is_loaded_after_those_it_must_refer_to(city: Written) -> None:
    seen: set[str] = set()
    for upload in uploads_in(city.folder):
        seen.add(upload.register.id)
        missing = {r.register for r in upload.register.references if r.required} - seen
        assert not missing, f"{upload.register.id} is loaded before {missing}"


def test_pupils_teachers_and_schools_named_elsewhere_are_in_their_registers(city: Written) -> None:
    held: dict[tuple[str, str], set[str]] = {}
    for name, declared in REGISTERS.items():
        for reference in declared.references:
            theirs = reference.their or reference.columns
            if not reference.required or len(reference.columns) > 1:
                continue
            target = (reference.register, theirs[0])
            if target not in held:
                held[target] = set(column_of(city.folder, REGISTERS[target[0]], target[1]))
            found = set(column_of(city.folder, declared, reference.columns[0])) - {""}
            assert found <= held[target], f"{name}.{reference.columns[0]}: {sorted(found - held[target])[:3]}"


@pytest.mark.slow
def test_an_import_keeps_back_or_fills_what_was_seeded_and_nothing_else(loaded_city: Loaded) -> None:
    assert len(loaded_city.gained) == len(uploads_in(loaded_city.city.folder)) and all(loaded_city.gained.values())
    seeded = loaded_city.city.truth("loading_faults")
    found = Counter[tuple[str, str, str]]()
    for (file, column, cause), rows in loaded_city.kept_back.items():  # digits that were lost and filled were found too
        found[file, column, cause.replace("digits_filled", "digits_lost")] += rows
    assert found == {(row["file"], row["column"], row["cause"]): row["rows"] for row in seeded}


def test_seeded_loading_faults_are_two_kinds_and_rare(city: Written) -> None:
    seeded = city.truth("loading_faults")
    assert {(row["column"], row["cause"]) for row in seeded} == {
        ("student_no", "duplicate_key"),
        ("id_no", "digits_lost"),
    }
    assert all("赤水市" in row["file"] for row in seeded if row["cause"] == "digits_lost")
    doubled = sum(row["rows"] for row in seeded if row["cause"] == "duplicate_key")
    assert 0 < doubled < 0.005 * city.rows["enrolments"]
    assert len(files_of(city.folder, "enrolments")) == 16


FORESEEN = {
    "due_on",
    "planned_start_on",
    "planned_completion_on",
    "reassess_on",
    "expires_on",
    "licence_expires_on",
    "ends_on",
}
"""Days that a file may name before they come; a posting or a sanction also names its last day."""


def test_no_file_tells_of_days_after_the_one_it_speaks_of(city: Written) -> None:
    for upload in uploads_in(city.folder):
        declared = upload.register
        told = {c.name for c in declared.columns if c.type is DATE} - FORESEEN
        told -= {"ended_on"} if declared.id in ("teacher_rotations", "ethics_sanctions") else set()
        for row in records_of(city.folder, declared, upload.path.name):
            late = {name: row[name] for name in told & set(row) if row[name] and day_of(row[name]) > upload.on}
            assert not late, f"{upload.path.name}: {late}"


def day_of(text: str) -> date:
    """A day in any of the files' styles."""
    parts = re.findall(r"\d+", text)
    whole = parts if len(parts) == 3 else [text[:4], text[4:6], text[6:]]
    return date(*map(int, whole))
