"""外部数据文件: numbers that other offices state and the bureau can only copy, with the document that states them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pyarrow as pa

from yaodian.workspace.city.chance import day
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.places import COUNTIES
from yaodian.workspace.city.staff import UNIVERSITY_STUDENTS
from yaodian.workspace.city.writing import Layout, Output

CITY = "520300"
UNLIKE = 2  # counties in which a school was not recognised as free of drugs, or a person was found who takes them

CLOSED = {2019: 58.0, 2020: 97.0}
"""Of a hundred measures of the three-year plan, how many were closed."""


class Stated(NamedTuple):
    """A number as an office states it; `whole` is what it is a part of."""

    subject_code: str
    label: str
    place_code: str
    period: str
    value: float
    whole: float | None
    unit_name: str
    stated_by: str

    @property
    def counted_on(self) -> int:
        """The last day of a year; of a school year the end of its first month."""
        return day(f"{self.period[:4]}-09-30" if self.period.endswith("S") else f"{self.period}-12-31")


def write_external(city: City, out: Output) -> None:
    """external_values: students of universities, schools without drugs, persons who take them, the plan's closing."""
    rows = _stated(city)
    parts = [row.value if row.whole is not None else None for row in rows]
    columns = {
        "subject_code": [row.subject_code for row in rows],
        "label": [row.label for row in rows],
        "place_code": [row.place_code for row in rows],
        "period": [row.period for row in rows],
        "counted_on": np.array([row.counted_on for row in rows]),
        "value": np.array([row.value for row in rows]),
        "numerator": pa.array(parts, pa.float64()),
        "denominator": pa.array([row.whole for row in rows], pa.float64()),
        "unit_name": [row.unit_name for row in rows],
        "stated_by": [f"{row.stated_by}（演示）" for row in rows],
        "document_no": [f"演统〔{row.period[:4]}〕1号" for row in rows],
    }
    out.write("external_values", columns, "外部数据", "2020-12-31", layout=Layout())


def _stated(city: City) -> list[Stated]:
    students = float(city.count(UNIVERSITY_STUDENTS))
    rows = [Stated("university_students", "普通高等学校在校生数", CITY, "2019S", students, None, "人", "市统计局")]
    schools = np.bincount(city.schools.county(), minlength=len(COUNTIES))
    for year in (2019, 2020):
        whole = [
            (place.code, float(at < UNLIKE * (2021 - year)), float(schools[at])) for at, place in enumerate(COUNTIES)
        ]
        whole.append((CITY, sum(odd for _, odd, _ in whole), float(schools.sum())))
        for code, odd, all_of in whole:
            free = all_of - odd
            rows += [
                Stated("drug_free_schools", "无毒品学校数", code, str(year), free, all_of, "所", "市禁毒委"),
                Stated("drug_users", "查获吸毒师生数", code, str(year), odd, None, "人", "市禁毒委"),
            ]
        closed = CLOSED[year]
        rows.append(
            Stated(
                "plan_measures_closed", "三年行动计划完成任务数", CITY, str(year), closed, 100.0, "项", "市政府督查室"
            )
        )
    return rows
