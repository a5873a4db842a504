"""均衡留存: how each county stands under each standard on a day, kept beside the observations of its release for the pages."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from yaodian.declare.standard import Standard
from yaodian.domain.finding import Refusal
from yaodian.domain.place import Places
from yaodian.warehouse.durable import refusing_what_fails, write_whole
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.warehouse.evaluate.observed import FOLDER
from yaodian.workspace.balance.county_balance import county_balance
from yaodian.workspace.publish.balance_json import as_json

Balances = Mapping[str, Sequence[Mapping[str, Any]]]
"""By the rule of a standard (2017), each county's balance as `as_json` gives it, without repairs."""


def keep_balance(evaluation: Evaluation, places: Places, on: date) -> int:
    """Judge every county that has schools by every standard, and keep it; how many were judged."""
    kept: dict[str, list[Mapping[str, Any]]] = {}
    for standard in evaluation.catalogue.of(Standard).values():
        kept[standard.rule] = []
        for county in places.reporting(on):
            try:
                found = county_balance(evaluation, standard, county, on, repair=False)
            except Refusal:  # no school of it is counted: the table has no row for it
                continue
            kept[standard.rule].append(as_json(found))
    with refusing_what_fails(FOLDER):
        (evaluation.reader.folder / FOLDER).mkdir(exist_ok=True, mode=0o700)
        file = _file(evaluation.reader.folder, evaluation.reader.release.id)
        write_whole(file, json.dumps(kept, ensure_ascii=False).encode(), 0o600)
    return sum(map(len, kept.values()))


def kept_balance(folder: Path, release: str) -> Balances | None:
    """What was kept of a release; None where nothing was."""
    file = _file(folder, release)
    return _read(file, file.stat().st_mtime_ns) if file.is_file() else None


@lru_cache(maxsize=2)
def _read(file: Path, stamp: int) -> Balances:
    found: Balances = json.loads(file.read_bytes())
    return found


def _file(folder: Path, release: str) -> Path:
    return folder / FOLDER / f"{release}.balance.json"
