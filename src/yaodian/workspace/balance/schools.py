"""学校: which schools of a county a standard counts on a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from yaodian.declare.indicator import LAST_DAY
from yaodian.declare.standard import Standard
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.period import Period
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


def schools_counted(evaluation: Evaluation, standard: type[Standard], county: str, on: date) -> list[School]:
    """The schools of the county that the standard counts, by code; Refusal where there is none."""
    day = Period(on.isoformat())
    values = Values(evaluation.parameters, day)
    schools = evaluation.registers["schools"]
    condition = values.put_in(parsed(standard.counts).tree.copy()).sql(dialect="duckdb")
    sql = (
        f"SELECT school_code, school_name, stages FROM {counted(schools, LAST_DAY, day)}"
        f" WHERE county_code = :county AND ({condition}) ORDER BY school_code"
    )
    relation = evaluation.reader.rows(schools, recorded_at=evaluation.recorded_at, with_restricted=True, with_days=True)
    rows = evaluation.engine.query(sql, {schools.id: relation}, {"county": county}).to_pylist()
    found = [
        School(r["school_code"], r["school_name"] or "", frozenset(_STAGES.findall(r["stages"] or ""))) for r in rows
    ]
    if not found:
        raise Refusal(
            Words(
                f"{on}在{county}没有要按“{standard.label}”评判的学校，请核对县区代码和日期",
                f"no school of {county} is counted by {standard.id} on {on}: check the code and the day",
            )
        )
    return found
