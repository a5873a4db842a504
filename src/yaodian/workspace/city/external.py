"""外部数据文件: numbers that other offices state and the bureau can only copy, with the document that states them."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from yaodian.workspace.city.chance import day
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.places import COUNTIES
from yaodian.workspace.city.staff import UNIVERSITY_STUDENTS
from yaodian.workspace.city.writing import Layout, Output

CITY = "520300"
UNLIKE = 2  # counties in which a school was not recognised as free of drugs, or a person was found who takes them


def write_external(city: City, out: Output) -> None:
    """external_values: students of universities, schools without drugs, persons who take them, the plan's closing."""
    rows: list[tuple[str, str, str, str, str, float, float | None, str, str]] = []
    students = float(city.count(UNIVERSITY_STUDENTS))
    rows.append(
        ("university_students", "普通高等学校在校生数", CITY, "2019S", "2019-09-30", students, None, "人", "市统计局")
    )
    schools = np.bincount(city.schools.county(), minlength=len(COUNTIES))
    for year in (2019, 2020):
        for at, place in enumerate(COUNTIES):
            odd = at < UNLIKE * (2021 - year)
            free = float(schools[at] - odd)
            on = f"{year}-12-31"
            rows.append(
                (
                    "drug_free_schools",
                    "无毒品学校数",
                    place.code,
                    str(year),
                    on,
                    free,
                    float(schools[at]),
                    "所",
                    "市禁毒委",
                )
            )
            rows.append(("drug_users", "查获吸毒师生数", place.code, str(year), on, float(odd), None, "人", "市禁毒委"))
        closed = 58.0 if year == 2019 else 97.0
        rows.append(
            ("plan_measures_closed", "三年行动计划完成任务数", CITY, str(year), on, closed, 100.0, "项", "市政府督查室")
        )
    names = (
        "subject_code",
        "label",
        "place_code",
        "period",
        "counted_on",
        "value",
        "denominator",
        "unit_name",
        "stated_by",
    )
    columns: dict[str, object] = {name: [row[at] for row in rows] for at, name in enumerate(names)}
    columns["counted_on"] = np.array([day(row[4]) for row in rows])
    columns["value"] = value = np.array([row[5] for row in rows])
    parts = np.array([row[6] if row[6] is not None else np.nan for row in rows])
    unknown = np.isnan(parts)
    columns["denominator"], columns["numerator"] = pa.array(parts, mask=unknown), pa.array(value, mask=unknown)
    columns["stated_by"] = [f"{row[8]}（演示）" for row in rows]
    columns["document_no"] = [f"演统〔{row[3][:4]}〕1号" for row in rows]
    out.write("external_values", columns, "外部数据", "2020-12-31", layout=Layout())
