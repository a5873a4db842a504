"""A year of cases: every month the registers speak and the counties work; what is open at its end is who is truly left out."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.loaded_city import REGISTERS, Loaded
from yaodian.declare.kind import Actor
from yaodian.domain.entry import Act, Hand, Seat
from yaodian.runtime.command import Command, Refused, Setting, steps_of
from yaodian.runtime.deciding import decide
from yaodian.runtime.lifecycle import Phase, State, fold
from yaodian.runtime.steps import next_steps
from yaodian.warehouse.audit import FileAudit
from yaodian.warehouse.store import Warehouse
from yaodian.warehouse.vault import vault_schema
from yaodian.web.accounts.units import mirror
from yaodian.web.assurance.cases import carry_on
from yaodian.web.assurance.models import LeftOut
from yaodian.web.installation import supervision
from yaodian.web.work.bulk import History, keep_histories
from yaodian.web.work.writing import Opening, current
from yaodian.workspace.assuring import Outcome, left_out_by, outcome_of
from yaodian.workspace.linking import link_persons, persons_of, programme_called
from yaodian.workspace.simulation.answers import answers

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
MONTHS = [date(2020, month, 28) for month in range(2, 13)]
PROGRAMMES = ("失学", "辍学")
CHECKER = Hand("student_aid", Seat.UNIT, "checker")


def worked(state: State, on: date) -> Iterator[tuple[Act, Hand, dict[str, Any]]]:
    """What a county and a checker can do with a case: everything but say that a child is back."""
    county = Hand(state.owner, Seat.COUNTY, "county")
    if state.phase is Phase.ASSIGNED:
        yield Act.ACCEPT, county, {}
    for step in next_steps(steps_of(state, setting(state, on)), state.step):
        by = {Actor.LEAD: county, Actor.COUNTY: county, Actor.VERIFIER: CHECKER}.get(step.by)
        if by is None or step.name in ("moved_away", "deceased", "excused", "persuaded"):
            continue
        if step.evidence:
            told = {"step": step.name, "evidence": step.evidence.value, "sha256": "a" * 64}
            yield Act.ATTACH, by, told
        yield Act.STEP, by, {"step": step.name, **answers(step, on, state.subject)}
        return


def setting(state: State, on: date) -> Setting:
    return supervision().setting(on, state.owner)


def work_off(on: date) -> None:
    """Every open case carried as far as its county and the checker can."""
    histories = []
    for row in LeftOut.objects.exclude(item__phase=Phase.CLOSED.value).select_related("item"):
        state, entries, at = current(row.item), [], datetime.combine(on, time(3), UTC)
        while state.is_open:
            done = len(entries)
            for act, by, data in worked(state, on):
                made = decide(state, Command(state.subject, act, by, at, data), on, setting(state, on))
                if isinstance(made, Refused):
                    break
                entries += made
                state = fold(made, state)
            if len(entries) == done:
                break
        histories.append(History(entries, state, Opening()))
    keep_histories(one for one in histories if one.entries)


def true_remaining(records: Warehouse, city: Loaded, found: Outcome) -> set[str]:
    """The persons of the cohort who are in no school by the city's own truth."""
    files = records.reader().release.vault["residents"]
    rows = records.vault.read(files, vault_schema(REGISTERS["residents"]), ["id_no"]).to_pylist()
    number = {row["record_key"]: row["id_no"] for row in rows}
    links = records.engine.query("SELECT record_key, person_key FROM p", {"p": records.reader().persons()}, {})
    own = {r["person_key"].hex(): number[r["record_key"]] for r in links.to_pylist() if r["record_key"] in number}
    at_home = {row["id_no"] for row in city.city.truth("persons") if not row["school_code"]}
    cohort = (key.hex() for key in found.cohort["person_key"].to_pylist())
    return {person for person in cohort if own.get(person) in at_home}


@pytest.fixture
def records(loaded_city: Loaded, tmp_path: Path) -> Warehouse:
    """The small city's registers, its persons linked, in a copy of their own."""
    shutil.copytree(loaded_city.warehouse.folder, tmp_path / "records")
    copy = Warehouse.open(tmp_path / "records", loaded_city.warehouse.keys)
    link_persons(copy, actor="test", audit=FileAudit(tmp_path / "audit.jsonl"), on=MONTHS[0])
    return copy


def test_what_is_open_at_the_end_of_a_year_is_who_is_left_out(loaded_city: Loaded, records: Warehouse) -> None:
    mirror(supervision().organisation, "test", datetime(2020, 1, 1, tzinfo=UTC))
    last: dict[str, Outcome] = {}
    for on in MONTHS:
        for name in PROGRAMMES:
            people, programme = persons_of(records), programme_called(name)
            last[name] = outcome_of(people, programme, on, left_out_by(people, programme.lasts_by, on))
            carry_on(last[name], datetime.combine(on, time(1), UTC), lambda _: {})
        work_off(on + timedelta(days=1))
        work_off(on + timedelta(days=25))
    for found in last.values():
        cases = LeftOut.objects.filter(programme=found.programme.id).select_related("item")
        still_open = {case.person for case in cases if current(case.item).is_open}
        gap = {one.person for one in found.left_out}
        assert gap <= still_open <= gap | found.lost, "who is enrolled and stays away is not back"
        closed = [current(case.item) for case in cases if case.person not in still_open]
        assert all(is_proved(state) for state in closed)
    assert LeftOut.objects.exclude(item__phase=Phase.CLOSED.value).count() > 100
    assert LeftOut.objects.filter(item__phase=Phase.CLOSED.value).count() > 100
    told = {one.person for one in last["失学"].left_out}
    assert told == true_remaining(records, loaded_city, last["失学"])


def is_proved(state: State) -> bool:
    """Closed after the registers spoke, for ten working days at least, and after another unit looked, with its list."""
    steps = {one.step: one for one in state.reached}
    shown = steps.get("resolved") or steps["left"]
    stood = supervision().calendar.working_days_between(shown.on, steps["verified"].on)
    files = [one for one in state.attached if one.step == "verified" and one.evidence == "list"]
    return steps["verified"].unit != state.owner and bool(files) and (shown.step == "left" or stood >= 10)
