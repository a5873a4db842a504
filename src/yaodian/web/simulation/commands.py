"""What `yaodian simulate` does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from yaodian.domain.finding import Words
from yaodian.web.audit.chain import seal
from yaodian.web.installation import supervision
from yaodian.web.simulation.simulating import simulate
from yaodian.workspace.bureau import load_bureau
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
