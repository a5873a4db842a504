"""均衡留存: how each county stands under each standard on a day, kept beside the observations of its release for the pages."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from yaodian.declare.standard import Standard
from yaodian.domain.finding import Refusal
from yaodian.domain.period import Period
from yaodian.domain.place import Places
from yaodian.warehouse.durable import refusing_what_fails, write_whole
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.warehouse.evaluate.observed import FOLDER, edition_of
from yaodian.warehouse.evaluate.values import Values
from yaodian.workspace.balance.county_balance import county_balance
from yaodian.workspace.balance.judging import questions_of
from yaodian.workspace.publish.balance_json import as_json

Balances = Mapping[str, Sequence[Mapping[str, Any]]]
"""By the rule of a standard (2017), each county's balance as `as_json` gives it, without repairs."""
BALANCES, EDITIONS = "balances", "editions"


def keep_balance(evaluation: Evaluation, places: Places, on: date) -> int:
    """Judge every county that has schools by every standard, and keep it; how many are kept. What was judged over the same
    registers, rules and parameters, in this release or the one before, is taken over."""
    folder, release = evaluation.reader.folder, evaluation.reader.release
    known = [held for name in (release.id, release.before) if (held := _held(folder, name))]
    editions, balances = {}, {}
    for standard in evaluation.catalogue.of(Standard).values():
        rule, edition = standard.rule, _edition(evaluation, standard, on)
        before = next((held for held in known if held[EDITIONS].get(rule) == edition), None)
        editions[rule] = edition
        balances[rule] = before[BALANCES][rule] if before else _judged(evaluation, standard, places, on)
    with refusing_what_fails(FOLDER):
        (folder / FOLDER).mkdir(exist_ok=True, mode=0o700)
        kept = {EDITIONS: editions, BALANCES: balances}
        write_whole(_file(folder, release.id), json.dumps(kept, ensure_ascii=False).encode(), 0o600)
    return sum(map(len, balances.values()))


def kept_balance(folder: Path, release: str) -> Balances | None:
    """What was kept of a release; None where nothing was."""
    held = _held(folder, release)
    return held[BALANCES] if held else None


def _judged(evaluation: Evaluation, standard: type[Standard], places: Places, on: date) -> list[dict[str, Any]]:
    found = []
    for county in places.reporting(on):
        try:
            balance = county_balance(evaluation, standard, county, on, repair=False)
        except Refusal:  # no school of it is counted: the table has no row for it
            continue
        found.append(as_json(balance))
    return found


def _edition(evaluation: Evaluation, standard: type[Standard], on: date) -> str:
    """The name of exactly what a standard's judgement hangs on."""
    values = Values(evaluation.parameters, Period(on.isoformat()))
    held = evaluation.reader.release.tables.get("schools")
    asked = [edition_of(evaluation, question) for question in questions_of(evaluation, standard, on)]
    asked += [file.sha256 for file in held.files] if held else []
    asked += [f"{name}={values.stated(name)!r}" for name in sorted(standard.parameters_used())]
    asked += [standard.counts, repr(standard.items), on.isoformat()]
    return hashlib.sha256("\0".join(asked).encode()).hexdigest()[:24]


def _held(folder: Path, release: str) -> Mapping[str, Any] | None:
    file = _file(folder, release)
    return _read(file, file.stat().st_mtime_ns) if file.is_file() else None


@lru_cache(maxsize=2)
def _read(file: Path, stamp: int) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(file.read_bytes())
    return found


def _file(folder: Path, release: str) -> Path:
    return folder / FOLDER / f"{release}.balance.json"
