"""资助公示: whom a school shows for aid on a day, by name and grade and nothing else; after its days the list is gone by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from yaodian.declare.register import Register
from yaodian.domain.access import Purpose
from yaodian.domain.period import TERM, Period
from yaodian.warehouse.records import Ancestry, Request
from yaodian.workspace.drilling import Reader as Looking
from yaodian.workspace.drilling import labels_of, looked_up
from yaodian.workspace.records import records_catalogue
from yaodian.workspace.records_loading import existing

COLUMNS = ("name", "grade_code", "shown_from_on", "shown_to_on")


@dataclass(frozen=True, slots=True)
class Shown:
    """A pupil on the list: name and grade; until when."""

    name: str
    grade: str
    until: date


def aid_shown(folder: Path, city: str, school: str, looking: Looking, ancestry: Ancestry) -> Sequence[Shown]:
    """The pupils whom a school shows on the day, by grade and name, each once however many programmes they have a right to.
    The read is audited before; RowsDenied for who holds no duty for student aid at the school."""
    register = records_catalogue().of(Register)["aid_entitlements"]
    warehouse = existing(folder)
    if register.id not in warehouse.release().tables:
        return ()
    term = Period.of(TERM, looking.on)  # a term's list counts at its end and is shown in its course
    request = Request(register, COLUMNS, Purpose.STUDENT_AID, city, term.last, "school_code", (school,))
    table = looked_up(warehouse, request, looking, ancestry)
    grades = labels_of(register.column("grade_code"), records_catalogue(), looking.on)
    order = list(grades)
    rows = [
        row
        for row in table.to_pylist()
        if row.get("name") and row["shown_from_on"] and row["shown_to_on"]
        and row["shown_from_on"] <= looking.on <= row["shown_to_on"]
    ]  # fmt: skip
    until = {(row["grade_code"], row["name"]): row["shown_to_on"] for row in rows}
    placed = sorted(until, key=lambda one: (order.index(one[0]) if one[0] in order else len(order), one[1]))
    return [Shown(name, grades.get(grade, grade), until[grade, name]) for grade, name in placed]
