"""学校: which schools of a county a standard counts on a day."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from yaodian.declare.indicator import LAST_DAY
from yaodian.declare.standard import Standard
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.period import Period
from yaodian.domain.place import Place
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.warehouse.evaluate.formula import parsed
from yaodian.warehouse.evaluate.passes import counted
from yaodian.warehouse.evaluate.values import Values

_STAGES = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class School:
    """A school as its register has it on the day; `stages` are the codes of the stages it teaches."""

    code: str
    name: str
    stages: frozenset[str]


@dataclass(frozen=True, slots=True)
class Counted:
    """The schools of a county that a standard counts, by code, and those whose row leaves empty what decides it."""

    schools: tuple[School, ...]
    undecided: tuple[School, ...]


def schools_counted(
    evaluation: Evaluation, standard: type[Standard], county: Place, on: date, left_out: Collection[str] = ()
) -> Counted:
    """The county's schools on a day but for those left out by code; Refusal where none is counted."""
    day = Period(on.isoformat())
    values = Values(evaluation.parameters, day)
    schools = evaluation.registers["schools"]
    condition = values.put_in(parsed(standard.counts).tree.copy()).sql(dialect="duckdb")
    sql = (
        f"SELECT school_code, school_name, stages, ({condition}) AS is_counted FROM {counted(schools, LAST_DAY, day)}"
        f" WHERE county_code = :county AND ({condition}) IS NOT FALSE ORDER BY school_code"
    )
    relation = evaluation.reader.rows(schools, recorded_at=evaluation.recorded_at, with_restricted=True, with_days=True)
    rows = evaluation.engine.query(sql, {schools.id: relation}, {"county": county.code}).to_pylist()
    found = [
        (School(row["school_code"], row["school_name"] or "", frozenset(_STAGES.findall(row["stages"] or ""))), row)
        for row in rows
        if row["school_code"] not in left_out
    ]
    taught = [(school, row["is_counted"]) for school, row in found if school.stages & set(standard.stages)]
    held = Counted(
        tuple(school for school, is_counted in taught if is_counted),
        tuple(school for school, is_counted in taught if not is_counted),
    )
    if not held.schools:
        raise Refusal(
            Words(
                f"{on}在{county.name}没有要按“{standard.label}”评判的学校，请核对县区、日期和是否装入了学校登记簿",
                f"no school of {county.name} is counted by {standard.id} on {on}: check the county, the day and whether"
                " the register of schools is loaded",
            )
        )
    return held
