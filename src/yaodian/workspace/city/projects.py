"""工程文件: building projects of 2018 to 2020 with the steps they reached by the end of 2020 and what was paid for them.

Every project has days for all steps; what lies after the end of 2020, or after the step at which it was left, did not
happen. truth/projects.parquet says which were begun, completed and late."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yaodian.workspace.city.chance import Flags, Floats, Ints, day
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.places import CENTRAL, COUNTIES
from yaodian.workspace.city.texts import digits, joined, words
from yaodian.workspace.city.writing import Output

KINDS = ("weak_school", "central_city", "kindergarten", "relocation_school", "boarding", "informatisation")
CONTENT = ("教学综合楼", "新建校舍", "新建园舍", "安置点配套学校", "学生宿舍", "信息化设备")
PLANNED = {2018: (0, 52, 0, 0, 0, 0), 2019: (70, 51, 0, 6, 6, 4), 2020: (80, 20, 56, 10, 12, 8)}
"""Projects by plan year and kind, of which a small city has a part: the three-year plan of the central city has 123."""
ON_THE_DAY = day("2020-12-31")
BEFORE_START = (210, 180, 150, 110, 80, 50, 15)
"""Days before the building begins on which the first seven steps are reached."""
OF_THE_TIME = (0.0, 0.55, 1.0, 1.08, 1.6, 1.8)
"""When the later steps are reached, as parts of the planned time of building: begun, roofed, completed, handed over, …"""
LATEST = 354
"""The day of the year by which all are planned to be complete."""
LEFT = 0.06  # projects that stop at some step and go on later than 2020
DELAY = 0.22  # the spread of how much longer building takes than planned


@dataclass(frozen=True)
class Projects:
    """The projects: plan year, kind, school, budget, planned days, and the day of each step (columns), as far as reached."""

    year: Ints
    kind: Ints
    school: Ints
    budget: Floats
    start: Ints
    end: Ints
    step_days: Ints
    reached: Flags

    @property
    def is_begun(self) -> Flags:
        begun: Flags = self.reached[:, 7]
        return begun

    @property
    def is_completed(self) -> Flags:
        completed: Flags = self.reached[:, 9]
        return completed


def projects(city: City) -> Projects:
    """Draw the projects and how far they came."""
    rng = city.chance.of("projects")
    pairs = [(year, kind, city.planned(n)) for year, counts in PLANNED.items() for kind, n in enumerate(counts) if n]
    year = np.repeat([y for y, _, _ in pairs], [n for *_, n in pairs])
    kind = np.repeat([k for _, k, _ in pairs], [n for *_, n in pairs])
    size = len(kind)
    new_year = (year - 1970) * 365 + (year - 1969) // 4
    begin = new_year + 78 + rng.integers(0, 70, size)
    end = np.minimum(begin + rng.integers(140, 210, size), new_year + LATEST)
    time = np.maximum(60, (end - begin) * np.exp(rng.normal(-0.05, DELAY, size)))
    actual = begin + rng.integers(-10, 20, size)
    before = actual[:, None] - np.array(BEFORE_START) + rng.integers(-6, 7, (size, 7))
    after = actual[:, None] + np.round(time[:, None] * np.array(OF_THE_TIME))
    steps = np.maximum.accumulate(np.hstack([before, after]).astype(np.int64), axis=1)
    last = np.where(rng.random(size) < LEFT, rng.integers(1, 9, size), steps.shape[1])
    reached = (steps <= ON_THE_DAY) & (np.arange(steps.shape[1]) < last[:, None])
    budget = np.round(rng.lognormal(15.6, 0.6, size), -4)
    return Projects(year, kind, _sites(city, rng, kind), budget, begin, end, steps, reached)


def _sites(city: City, rng: np.random.Generator, kind: Ints) -> Ints:
    """A school for each project: a kindergarten, or one of the central city, where the kind asks for it."""
    county, kindergartens, schools = city.schools.county(), city.schools.teaching(0), city.schools.teaching(1)
    pools = (schools, schools[np.isin(county[schools], CENTRAL)], kindergartens)
    return np.array([rng.choice(pools[k] if k < len(pools) else schools) for k in kind.tolist()], np.int64)


def write_projects(city: City, out: Output) -> None:
    """projects, project_milestones and project_payments."""
    made, rng = projects(city), city.chance.of("project files")
    size, county = len(made.kind), city.schools.county()[made.school]
    number = joined(
        words([str(n) for n in range(2018, 2021)], made.year - 2018),
        pa.scalar("-"),
        words([place.code for place in COUNTIES], county),
        pa.scalar("-83-01-9"),
        digits(np.arange(size), 5),
    )
    columns = _described(city, made, number, county, rng.random(size) < 0.1)
    for year in PLANNED:
        rows = pa.array(np.flatnonzero(made.year == year))
        listed = {name: pc.take(pa.array(v) if isinstance(v, np.ndarray) else v, rows) for name, v in columns.items()}
        planned = listed | {"state_code": words(["planned"], np.zeros(len(rows), np.int64))}
        out.write("projects", planned, f"项目计划-{year}", f"{year}-03-31")
    out.write("projects", columns, "项目进展-2020年底", "2020-12-31")
    _write_steps(out, made, number)
    _write_payments(rng, out, made, number)
    done, begun = made.is_completed, made.is_begun
    late = done & (made.step_days[:, 9] > made.end)
    truth = {"project_no": number, "kind_code": columns["kind_code"], "plan_year": columns["plan_year"]}
    out.tell("projects", truth | {"is_begun": begun, "is_completed": done, "is_late": late})
    for kind, name in enumerate(KINDS):
        this_year = (made.kind == kind) & (made.year == 2020)
        for what, flags in (("planned", this_year), ("begun", begun & this_year), ("completed", done & this_year)):
            out.total(f"projects_{what}_{name}", "2020", county[flags])


def _described(city: City, made: Projects, number: Any, county: Ints, is_key: Flags) -> dict[str, Any]:
    budget = made.budget
    far = np.select([made.reached[:, 10], made.is_completed, made.is_begun], [3, 2, 1], default=0)
    return {
        "project_no": number,
        "project_name": joined(city.school_names(made.school), words(CONTENT, made.kind)),
        "county_code": city.county_codes(county),
        "school_code": city.school_codes(made.school),
        "kind_code": words(KINDS, made.kind),
        "plan_year": words([str(n) for n in range(2018, 2021)], made.year - 2018),
        "floor_m2": np.round(budget / 2900),
        "places_added": np.round(budget / 16_000).astype(np.int64),
        "budget_yuan": budget,
        "central_yuan": budget * 0.5,
        "provincial_yuan": budget * 0.25,
        "city_yuan": budget * 0.1,
        "county_yuan": budget * 0.15,
        "planned_start_on": made.start,
        "planned_completion_on": made.end,
        "state_code": words(["planned", "building", "completed", "handed_over"], far),
        "is_key": is_key,
    }


def _write_steps(out: Output, made: Projects, number: Any) -> None:
    project, step = np.nonzero(made.reached)
    columns = {
        "project_no": number.take(pa.array(project)),
        "step_code": words([f"{n:02d}" for n in range(1, 14)], step),
        "reached_on": made.step_days[project, step],
        "is_accepted": np.ones(len(project), bool),
    }
    out.write("project_milestones", columns, "项目节点", "2020-12-31")


def _write_payments(rng: np.random.Generator, out: Output, made: Projects, number: Any) -> None:
    """A fifth when building begins, a quarter at the roof, the most at completion."""
    begun = np.flatnonzero(made.is_begun)
    project, turn = np.repeat(begun, 3), np.arange(len(begun) * 3) % 3
    paid_on = made.step_days[project, turn + 7] + 12
    kept = made.reached[project, turn + 7] & (paid_on <= ON_THE_DAY)
    project, turn, paid_on = project[kept], turn[kept], paid_on[kept]
    columns = {
        "project_no": number.take(pa.array(project)),
        "voucher_no": joined(pa.scalar("ZF-9"), digits(np.arange(len(project)), 6)),
        "paid_on": paid_on,
        "amount_yuan": np.round(
            made.budget[project] * np.array([0.2, 0.25, 0.4])[turn] * rng.uniform(0.8, 1.1, len(turn)), 2
        ),
        "fund_level_code": words(["central", "provincial", "county"], turn),
        "purpose_code": words(["building", "building", "equipment"], turn),
    }
    out.write("project_payments", columns, "项目支付", "2020-12-31")
