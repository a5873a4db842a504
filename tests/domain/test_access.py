"""Nothing is allowed that no grant allows, a mask never grows with less rights, days are kept to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from yaodian.domain.access import Action, Actor, Grant, Guarded, Purpose, Records, Scope, can

CITY, COUNTY, SCHOOL = "520300", "520302", "5203020001"
PATH = (SCHOOL, COUNTY, CITY)
DAY = date(2020, 5, 1)
days = st.dates(date(2020, 1, 1), date(2020, 12, 31))
codes = st.sampled_from((CITY, COUNTY, SCHOOL, "520303"))
purposes = st.sampled_from((Purpose.STUDENT_AID, Purpose.STATISTICS, Purpose.CARE))
actions = st.sampled_from((Action.READ, Action.EXPORT))
scopes = st.builds(
    Scope,
    st.none() | st.frozensets(codes, max_size=2),
    st.none() | st.frozensets(st.sampled_from(("students", "teachers")), max_size=2),
)
grants = st.builds(
    Grant,
    st.sampled_from(("a", "b")),
    purposes,
    scopes,
    days,
    st.none() | days,
    st.integers(0, 4),
    st.frozensets(actions, min_size=1),
)
columns = st.lists(
    st.builds(Guarded, st.sampled_from("uvwxyz"), st.integers(0, 4), st.frozensets(purposes, max_size=1)),
    unique_by=lambda c: c.name,
    max_size=5,
).map(tuple)
records = st.builds(
    Records,
    st.sampled_from(("students", "teachers")),
    st.sampled_from((PATH, PATH[1:], PATH[2:])),
    columns,
    st.frozensets(purposes, max_size=2),
)


@given(actions, records, purposes, days)
def test_without_a_grant_nothing_is_allowed(action: Action, asked: Records, purpose: Purpose, on: date) -> None:
    decision = can(Actor("a"), action, asked, purpose, on)
    assert not decision.is_allowed
    assert not decision.mask.shown
    assert "没有" in decision.words.zh and "no grant" in decision.words.en


@given(st.lists(grants, max_size=5), st.data(), actions, records, purposes, days)
def test_a_mask_never_grows_with_less_rights(
    held: list[Grant], data: st.DataObject, action: Action, asked: Records, purpose: Purpose, on: date
) -> None:
    fewer = [grant for grant in held if data.draw(st.booleans())]
    more, less = (can(Actor("a", "", some), action, asked, purpose, on) for some in (held, fewer))
    assert less.mask.shown <= more.mask.shown
    assert more.is_allowed or not less.is_allowed
    lower = [replace(grant, reach=data.draw(st.integers(0, grant.reach))) for grant in held]
    assert can(Actor("a", "", lower), action, asked, purpose, on).mask.shown <= more.mask.shown


@given(st.lists(grants, max_size=5), actions, records, purposes, days)
def test_what_is_shown_some_grant_of_that_day_shows(
    held: list[Grant], action: Action, asked: Records, purpose: Purpose, on: date
) -> None:
    decision = can(Actor("a", "", held), action, asked, purpose, on)
    names = {c.name for c in asked.columns}
    assert decision.mask.shown | decision.mask.hidden == names
    assert not decision.mask.shown & decision.mask.hidden
    for column in asked.columns:
        if column.name in decision.mask.shown:
            assert any(
                g.who == "a" and g.since <= on and (g.until is None or on < g.until) and g.reach >= column.privacy
                for g in held
            )
            assert not column.purposes or purpose in column.purposes
            assert decision.is_audited or column.privacy < 3


def test_a_grant_holds_from_its_first_day_to_the_day_before_its_end() -> None:
    grant = Grant("a", Purpose.STUDENT_AID, Scope(), DAY, DAY + timedelta(days=2))
    asked = Records("students", PATH, (Guarded("grade", 1),))
    allowed = [
        can(Actor("a", "", [grant]), Action.READ, asked, Purpose.STUDENT_AID, DAY + timedelta(days=n)).is_allowed
        for n in (-1, 0, 1, 2)
    ]
    assert allowed == [False, True, True, False]


def test_a_county_covers_its_schools_and_not_the_city() -> None:
    grant = Grant("a", Purpose.STUDENT_AID, Scope(frozenset({COUNTY})), DAY)
    actor = Actor("a", "甲", [grant])
    assert can(actor, Action.READ, Records("students", PATH), Purpose.STUDENT_AID, DAY).is_allowed
    refused = can(actor, Action.READ, Records("students", (CITY,), label="学生"), Purpose.STUDENT_AID, DAY)
    assert refused.words.zh.startswith("甲在2020-05-01没有为“学生资助”查看“学生”")


def test_a_register_for_other_purposes_is_refused_with_those_that_it_serves() -> None:
    actor = Actor("a", "", [Grant("a", Purpose.STATISTICS, Scope(), DAY)])
    asked = Records("disabled", (CITY,), purposes=frozenset({"student_aid"}))
    assert "只可用于：学生资助" in can(actor, Action.READ, asked, Purpose.STATISTICS, DAY).words.zh
