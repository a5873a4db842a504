"""What `yaodian simulate` and `yaodian demo` do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

from yaodian.domain.finding import Words
from yaodian.web.assurance.nightly import ProgrammeNight, reconcile_all
from yaodian.web.assurance.questions import ask_schools
from yaodian.web.audit.chain import seal
from yaodian.web.clock import HERE
from yaodian.web.health.acceptance import accept_platform
from yaodian.web.installation import supervision
from yaodian.web.notices.ticking import tick
from yaodian.web.simulation.accounts import hand_out
from yaodian.web.simulation.simulating import simulate
from yaodian.web.work.measuring import measure
from yaodian.workspace.bureau import load_bureau
from yaodian.workspace.demonstration import ATTENDANCE_CLOSED, MEASURED_ON, TERM_ENDED, TODAY
from yaodian.workspace.plans import compile_document


def simulated(file: Path, months: int, seed: int, cases: int, no_files: bool) -> Iterator[Words]:
    """Simulate months of work at a plan, from March of its year."""
    year = compile_document(file, load_bureau(supervision().folder)).program.year or 2020
    done = simulate(file=file, year=year, months=months, seed=seed, cases=cases, keeps_files=not no_files)
    seal()
    yield Words(
        f"模拟了{months}个月：账号{done.accounts}个，事项和个案{done.subjects}个，记录{done.entries}条。全部为模拟，不是真实工作",
        f"simulated {months} months: {done.accounts} accounts, {done.subjects} items and cases, {done.entries} entries; "
        "none of it is real work",
    )


def looked_at(records: Path) -> Iterator[Words]:
    """Measure the promises on the days of the demonstration, ask schools about whom signals find, open cases of those left out,
    and send what fell due by its last evening."""
    asked = sum(one.raised for one in ask_schools(records, ATTENDANCE_CLOSED))
    opened = sum(one.moved.opened for one in reconciled(records) if one.moved)
    for day in MEASURED_ON:
        measure(records=records, on=day)
    done = tick(datetime.combine(TODAY - timedelta(days=1), time(18), HERE))
    accept_platform(actor="engine", at=datetime.combine(TODAY, time(7), HERE), records=records)
    seal()
    yield Words(
        f"问学校 {asked} 件，没有保障到的立个案 {opened} 件，提醒和催办 {done.recorded} 件",
        f"{asked} questions to schools, {opened} cases of those left out, {done.recorded} reminders",
    )


def reconciled(records: Path) -> Iterator[ProgrammeNight]:
    """The programmes of a demonstration: those that pay when the term has ended, the others on its last day."""
    for day, pays in ((TERM_ENDED, True), (MEASURED_ON[-1], False)):
        yield from reconcile_all(records, day, datetime.combine(MEASURED_ON[-1], time(8), HERE), pays)


def handed_out(password: str, records: Path) -> Iterator[Words]:
    """The accounts to look round with, all with one password that is new each time."""
    for account, words in hand_out(password, records):
        yield Words(f"{account.login:<22}{words.zh}", f"{account.login:<22}{words.en}")
    yield Words(f"密码都是 {password}（只用于演示）", f"their password is {password} (of the demonstration only)")
