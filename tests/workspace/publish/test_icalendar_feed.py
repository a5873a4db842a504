"""日历: valid all-day events whose ids stay."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime

from icalendar import Calendar

from tests.plans import qinghe
from tests.small_catalogue import CATALOGUE
from yaodian.compiler.lower import lower
from yaodian.domain.plan import Plan
from yaodian.workspace.planfile.identity import with_ids
from yaodian.workspace.publish.icalendar_feed import appointments, plan_as_icalendar

PLAN = with_ids(qinghe(), random.Random(7))


def events(plan: Plan = PLAN, unit: str | None = None) -> list[dict[str, object]]:
    feed = Calendar.from_ical(plan_as_icalendar(lower(plan, CATALOGUE), CATALOGUE, unit))
    return [dict(event) for event in feed.walk("VEVENT")]


def uids(plan: Plan = PLAN) -> set[str]:
    return {str(event["UID"]) for event in events(plan)}


def test_every_event_is_one_whole_day_with_an_id_of_its_own() -> None:
    found = events()
    assert len(uids()) == len(found) > 8
    for event in found:
        assert (event["DTEND"].dt - event["DTSTART"].dt).days == 1  # type: ignore[attr-defined]
        assert event["DTSTAMP"].dt == datetime(2020, 1, 1, tzinfo=UTC)  # type: ignore[attr-defined]


def test_each_unit_has_the_due_day_and_the_lead_the_steps() -> None:
    schools = [a for a in appointments(lower(PLAN, CATALOGUE)) if a.item.address == "二/3.1"]
    assert [(a.on, a.step, a.unit) for a in schools if a.step == "due"] == [
        (date(2020, 6, 30), "due", "基教科"),
        (date(2020, 6, 30), "due", "计财科"),
    ]
    assert {(a.step, a.unit) for a in schools if a.step != "due"} == {("asked", "计财科"), ("shown", "计财科")}
    helped = [a.unit for a in appointments(lower(PLAN, CATALOGUE)) if a.step == "helped" and a.item.address == "二/3.2"]
    assert helped == ["基教科"]


def test_a_feed_of_one_unit_holds_its_days_only() -> None:
    assert {str(event["CATEGORIES"].cats[0]) for event in events(unit="基教科")} == {"基教科"}  # type: ignore[attr-defined]
    assert events(unit="没有这个单位") == []


def test_ids_stay_when_another_measure_is_dropped_and_this_one_is_reworded() -> None:
    task = PLAN.tasks[0]
    edited = replace(task, measures=(replace(task.measures[1], text="换了说法"),))
    after = uids(replace(PLAN, tasks=(edited, *PLAN.tasks[1:])))
    assert after < uids()


def test_a_measure_nobody_answers_for_still_has_its_day() -> None:
    bare = replace(qinghe(), tasks=(replace(qinghe().tasks[1], duties=()),))
    (event,) = events(bare)
    assert str(event["SUMMARY"]) == "达本地农产品采购比例 到期"


def test_words_cannot_add_lines_to_the_feed() -> None:
    task = replace(
        qinghe().tasks[1], measures=(replace(qinghe().tasks[1].measures[0], text="a\nBEGIN:VALARM", actions=()),)
    )
    plan = replace(qinghe(), title="b\r\nX-EVIL:1", tasks=(task,))
    text = plan_as_icalendar(lower(plan, CATALOGUE), CATALOGUE)
    assert "\r\nX-EVIL" not in text
    assert "\nBEGIN:VALARM" not in text
