"""文件和活动文件: policy documents with the days of their making, and events by kind, of which those on campus become fewer."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from yaodian.workspace.city.chance import day
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.places import COUNTIES
from yaodian.workspace.city.texts import digits, joined, words
from yaodian.workspace.city.writing import Output

DOCUMENTS = (
    ("关于学前教育深化改革规范发展的实施意见（演示）", "opinion", "2020-06-30"),
    ("中小学校家长委员会工作指南（演示）", "guide", "2020-09-10"),
    ("教育科创中心2020年工作推进计划（演示）", "plan", "2020-03-20"),
    ("教育事业“十四五”规划（演示）", "plan", ""),
    ("关于加强专门学校建设和专门教育工作的实施方案（演示）", "plan", "2020-11-05"),
    ("综合防控儿童青少年近视实施方案（演示）", "plan", "2019-11-12"),
    ("校园安全管理办法（演示）", "rules", "2020-05-18"),
    ("师德年度报告办法（演示）", "rules", ""),
    ("2020年义务教育招生工作通知（演示）", "notice", "2020-06-08"),
    ("高中阶段学校考试招生改革配套办法（演示）", "rules", "2020-04-28"),
)
"""Documents of the bureau and the day each was issued; some were drafted and never came out."""
EVENTS = {
    "meeting": 60,
    "contest": 45,
    "games": 12,
    "festival": 14,
    "exchange": 30,
    "campaign": 70,
    "campus": 260,
    "exhibition": 20,
}
"""Events a year at scale 1.0: events on campus are fewer in 2020, as they were to become."""
OFFICES = (
    "bureau_office",
    "basic_education",
    "planning_and_finance",
    "student_aid",
    "inspection_office",
    "personnel_and_teachers",
)


def write_documents(city: City, out: Output) -> None:
    """policy_documents and events."""
    _write_documents(out)
    for year in (2019, 2020):
        _write_events(city, out, year)


def _write_documents(out: Output) -> None:
    issued = [day(on) if on else None for *_, on in DOCUMENTS]
    drafted = [on - 80 if on else day("2020-08-01") for on in issued]
    columns = {
        "title": [title for title, *_ in DOCUMENTS],
        "issuer_code": ["bureau_office"] * len(DOCUMENTS),
        "kind_code": [kind for _, kind, _ in DOCUMENTS],
        "level_code": ["city"] * len(DOCUMENTS),
        "drafter_code": [OFFICES[at % len(OFFICES)] for at in range(len(DOCUMENTS))],
        "document_no": pa.array(
            [f"演教发〔2020〕{at + 3}号" if on else None for at, on in enumerate(issued)], pa.string()
        ),
        "drafted_on": np.array(drafted),
        "consulted_on": np.array(drafted) + 20,
        "issued_on": pa.array(issued, pa.int64()),
        "published_on": pa.array([on + 9 if on and at % 4 else None for at, on in enumerate(issued)], pa.int64()),
        "is_public": np.arange(len(DOCUMENTS)) % 4 > 0,
    }
    out.write("policy_documents", columns, "政策文件", "2020-12-31")
    out.tell("documents", {"title": columns["title"], "is_issued": [on is not None for on in issued]})


def _write_events(city: City, out: Output, year: int) -> None:
    rng, kinds = city.chance.of(f"events {year}"), list(EVENTS)
    counts = [city.count(n * (0.7 if year == 2020 and kind == "campus" else 1.0)) for kind, n in EVENTS.items()]
    kind = np.repeat(np.arange(len(kinds)), counts)
    size, campus = len(kind), kind == kinds.index("campus")
    held = day(f"{year}-03-15") + rng.integers(0, 280, size)
    schools = rng.integers(1, 60, size)
    columns = {
        "event_no": joined(pa.scalar(f"HD-{year}-"), digits(np.arange(size) + 1, 4)),
        "title": joined(
            words(["工作会", "比赛", "运动会", "艺术节", "交流", "主题活动", "进校园活动", "展示"], kind),
            digits(np.arange(size) + 1, 3),
        ),
        "kind_code": words(kinds, kind),
        "level_code": words(["city", "county"], (rng.random(size) < 0.6).astype(np.int64)),
        "organiser_code": words(OFFICES, rng.integers(0, len(OFFICES), size)),
        "held_on": held,
        "ended_on": held + rng.integers(0, 3, size),
        "edition_no": rng.integers(1, 6, size),
        "county_code": city.county_codes(rng.integers(0, len(COUNTIES), size)),
        "school_count": schools,
        "participant_count": schools * rng.integers(8, 40, size),
        "is_approved": ~campus | (rng.random(size) < (0.75 if year == 2020 else 0.45)),
        "is_related_to_teaching": ~campus | (rng.random(size) < 0.6),
    }
    out.write("events", columns, f"活动-{year}", f"{year}-12-31")
