"""称号文件: applications for titles with their score sheets, the titles named, and bodies that are no schools and hold some.

What was named in 2020 comes from the applications of that year and nearly meets a plan: football schools, labour schools and
county bases fall short. truth/titles.parquet counts what was named and withdrawn by title, level and year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from yaodian.workspace.city.chance import Ints, day, pick
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.identity import body_code
from yaodian.workspace.city.places import COUNTIES
from yaodian.workspace.city.schools import HIGHER, PRESCHOOL
from yaodian.workspace.city.texts import digits, joined, with_nulls, words
from yaodian.workspace.city.writing import Output

SCHOOLS, KINDERGARTENS, BODIES = range(3)
NAMED_2020 = (
    ("足球特色幼儿园", "national", 10, KINDERGARTENS),
    ("校园足球特色学校", "national", 6, SCHOOLS),
    ("阳光体育示范学校", "city", 15, SCHOOLS),
    ("艺术特色学校", "city", 25, SCHOOLS),
    ("科技教育特色学校", "city", 38, SCHOOLS),
    ("劳动教育示范学校", "city", 80, SCHOOLS),
    ("研学实践教育基地", "city", 30, BODIES),
    ("研学实践教育基地", "county", 92, BODIES),
    ("中华优秀传统文化教育示范校", "city", 20, SCHOOLS),
    ("家庭教育示范学校", "city", 24, SCHOOLS),
    ("智慧校园示范校", "city", 18, SCHOOLS),
    ("示范幼儿园", "city", 12, KINDERGARTENS),
)
"""Titles of 2020 with their level, how many were named in a city of a tenth or more and who may hold them. The plan asked for 7 football
schools, 84 labour schools and 100 county bases; the other counts are as it asked, or none was asked."""
HELD_BEFORE = (
    ("校园足球特色学校", "national", 90, SCHOOLS),
    ("阳光体育示范学校", "city", 30, SCHOOLS),
    ("劳动教育示范学校", "city", 20, SCHOOLS),
    ("德育示范学校", "city", 40, SCHOOLS),
    ("文明校园", "city", 160, SCHOOLS),
    ("绿色学校", "city", 120, SCHOOLS),
    ("示范幼儿园", "city", 55, KINDERGARTENS),
    ("示范幼儿园", "provincial", 6, KINDERGARTENS),
)
NAMED_BY = {"national": "教育部（演示）", "provincial": "省教育厅（演示）", "county": "县教育局（演示）"}
NAMED_ON = day("2020-11-20")
WITHDRAWN = 0.05  # of the titles held before: taken away at a later assessment
APPLY = 1.8  # applications to a title named
EXPERTS, MARKS = (
    5,
    (("1.1", "组织管理", 20.0), ("2.1", "课程实施", 30.0), ("2.2", "师资保障", 20.0), ("3.1", "育人成效", 30.0)),
)
BODY_KINDS = ("museum", "farm", "centre", "enterprise", "institute", "other")
BODY_NAMES = ("红色文化陈列馆", "农耕体验园", "青少年活动中心", "工业参观基地", "科技馆", "自然研学营地")
BODY_COUNT = 260


@dataclass(frozen=True)
class Holders:
    """Those who may hold a title: their codes, names and counties."""

    code: Any
    name: Any
    county: Ints


@dataclass(frozen=True)
class Round:
    """The applications of one title in 2020: places among its holders, scores, and how far each came."""

    title: int
    holder: Ints
    score: Any
    state: Ints


STATES = ("rejected_by_county", "refused", "named")


def write_titles(city: City, out: Output) -> None:
    """bodies, applications, application_reviews and designations."""
    every = np.arange(len(city.schools.all))
    schools = Holders(city.school_codes(every), city.school_names(every), city.schools.county())
    holders = {SCHOOLS: schools, KINDERGARTENS: schools, BODIES: _write_bodies(city, out)}
    rounds = [_round(city, at, len(holders[BODIES].county)) for at in range(len(NAMED_2020))]
    parts = [_applications(one, holders[NAMED_2020[one.title][3]]) for one in rounds]
    table = {key: _stacked([part[key] for part in parts]) for key in parts[0]}
    out.write("applications", table, "申报-2020", "2020-12-31")
    _write_reviews(city, out, table)
    _write_designations(city, out, rounds, holders)


def _stacked(parts: list[Any]) -> Any:
    return np.concatenate(parts) if isinstance(parts[0], np.ndarray) else pa.concat_arrays(parts)


def _able(city: City, kind: int) -> Ints:
    first = np.array([s.stages[0] for s in city.schools.all])
    return np.flatnonzero(first == PRESCHOOL if kind == KINDERGARTENS else (first != PRESCHOOL) & (first != HIGHER))


def _write_bodies(city: City, out: Output) -> Holders:
    rng, size = city.chance.of("bodies"), city.planned(BODY_COUNT)
    county, kind = np.arange(size) % len(COUNTIES), rng.integers(0, len(BODY_KINDS), size)
    codes = [body_code("91", COUNTIES[c].code, 5_000_000 + n) for n, c in enumerate(county.tolist())]
    names = [
        f"{COUNTIES[c].name[:2]}{BODY_NAMES[k]}{n + 1}"
        for n, (c, k) in enumerate(zip(county.tolist(), kind.tolist(), strict=True))
    ]
    columns = {
        "uscc": codes,
        "body_name": names,
        "kind_code": words(BODY_KINDS, kind),
        "county_code": city.county_codes(county),
        "address": joined(words([place.name for place in COUNTIES], county), pa.scalar("和平路8号")),
        "capacity": rng.integers(5, 60, size) * 10,
        "opened_on": day("1998-05-01") + rng.integers(0, 7000, size),
    }
    out.write("bodies", columns, "其他单位", "2019-12-31")
    return Holders(pa.array(codes), pa.array(names), county)


def _round(city: City, at: int, bodies: int) -> Round:
    _, _, count, kind = NAMED_2020[at]
    rng, named = city.chance.of(f"round {at}"), city.planned(count)
    able = np.arange(bodies) if kind == BODIES else _able(city, kind)
    named = min(named, len(able))
    size = min(len(able), max(named + 1, round(named * APPLY)))
    holder = rng.choice(able, size, replace=False)
    score = np.sort(np.clip(rng.normal(80, 7, size), 40, 99))[::-1]
    rejected = np.arange(size) >= max(named, round(size * 0.85))
    return Round(at, holder, np.round(score, 1), np.where(np.arange(size) < named, 2, np.where(rejected, 0, 1)))


def _applications(one: Round, holders: Holders) -> dict[str, Any]:
    title, level, *_ = NAMED_2020[one.title]
    size, judged, turn = len(one.holder), one.state > 0, np.arange(len(one.holder))
    row = pa.array(one.holder)
    applied = day("2020-05-20") + turn % 20
    return {
        "application_no": joined(pa.scalar(f"SB-2020-{one.title + 1:02d}-"), digits(turn + 1, 4)),
        "programme": words([title], turn * 0),
        "round_year": words(["2020"], turn * 0),
        "level_code": words([level], turn * 0),
        "applicant_code": holders.code.take(row),
        "applicant": holders.name.take(row),
        "county_code": words([place.code for place in COUNTIES], holders.county[one.holder]),
        "applied_on": applied,
        "recommended_on": pa.array(applied + 22, mask=~judged),
        "reviewed_on": pa.array(np.full(size, day("2020-09-15")), mask=~judged),
        "publicised_on": pa.array(np.full(size, day("2020-10-20")), mask=one.state < 2),
        "decided_on": pa.array(np.full(size, NAMED_ON), mask=~judged),
        "state_code": words(STATES, one.state),
        "final_score": pa.array(one.score, mask=~judged),
        "document_no": with_nulls(words(["演教发〔2020〕41号"], turn * 0), one.state == 2),
    }


def _write_reviews(city: City, out: Output, table: dict[str, Any]) -> None:
    rng = city.chance.of("reviews")
    judged = np.flatnonzero(table["final_score"].is_valid().to_numpy(zero_copy_only=False))
    final = table["final_score"].to_numpy(zero_copy_only=False)
    row, expert, item = (part.ravel() for part in np.indices((len(judged), EXPERTS, len(MARKS))))
    full = np.array([marks for *_, marks in MARKS])[item]
    score = np.clip(full * (final[judged[row]] / 100 + rng.normal(0, 0.03, len(row))), 0, full)
    columns = {
        "application_no": table["application_no"].take(pa.array(judged[row])),
        "expert_no": words([f"Z{n + 1:02d}" for n in range(EXPERTS)], expert),
        "item_no": words([number for number, *_ in MARKS], item),
        "item": words([name for _, name, _ in MARKS], item),
        "reviewed_on": np.full(len(row), day("2020-09-15")),
        "score": np.round(score, 1),
        "full_score": full,
        "is_recused": np.zeros(len(row), bool),
    }
    out.write("application_reviews", columns, "专家评审-2020", "2020-10-15")


def _write_designations(city: City, out: Output, rounds: list[Round], holders: dict[int, Holders]) -> None:
    rng, parts = city.chance.of("titles"), []
    named_now: dict[tuple[str, str], Ints] = {}
    for one in rounds:
        title, level, _, kind = NAMED_2020[one.title]
        holder = one.holder[one.state == 2]
        named_now[title, level] = holder
        parts.append(_titles(rng, holders[kind], holder, title, level, kind, np.full(len(holder), NAMED_ON)))
    for title, level, count, kind in HELD_BEFORE:
        able = np.setdiff1d(_able(city, kind), named_now.get((title, level), np.zeros(0, np.int64)))
        holder = rng.choice(able, min(len(able), city.planned(count)), replace=False)
        on = day("2015-11-01") + rng.integers(0, 1400, len(holder))
        parts.append(_titles(rng, holders[kind], holder, title, level, kind, on, WITHDRAWN))
    table = {key: _stacked([part[key] for part in parts]) for key in parts[0]}
    out.write("designations", table, "称号", "2020-12-31")
    pairs = pa.table(
        {key: table[key] for key in ("title", "level_code")} | {"named": pa.array(table["named_on"] >= NAMED_ON)}
    )
    counted = pairs.group_by(["title", "level_code", "named"]).aggregate([([], "count_all")])
    out.tell("titles", dict(zip(("title", "level_code", "is_of_2020", "holders"), counted.columns, strict=True)))


def _titles(
    rng: np.random.Generator, holders: Holders, holder: Ints, title: str, level: str, kind: int, on: Ints,
    withdrawn: float = 0.0,
) -> dict[str, Any]:  # fmt: skip
    taken = (pick(rng, len(holder), [1 - withdrawn, withdrawn]) > 0) & (on + 1300 <= day("2020-12-31"))
    return {
        "holder_code": holders.code.take(pa.array(holder)),
        "holder": holders.name.take(pa.array(holder)),
        "is_school": np.full(len(holder), kind != BODIES),
        "county_code": words([place.code for place in COUNTIES], holders.county[holder]),
        "title": words([title], holder * 0),
        "level_code": words([level], holder * 0),
        "named_on": on,
        "ended_on": pa.array(on + 1300, mask=~taken),
        "named_by": words([NAMED_BY.get(level, "市教育局（演示）")], holder * 0),
        "reassess_on": on + 3 * 365,
    }
