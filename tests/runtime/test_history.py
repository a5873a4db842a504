"""Entries once written are read for ever: one stream of each released edition of each kind, folded to what it was."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.runtime.hands import KINDS, LEAD, Desk
from yaodian.domain.entry import Act, Entry, Hand, Seat
from yaodian.runtime.lifecycle import State, fold

FOLDER = Path(__file__).parent.parent / "history"
EDITIONS = [(kind, since) for kind, declared in KINDS.items() for since in declared.editions["steps"]]


def written(entry: Entry) -> dict[str, Any]:
    by = {"unit": entry.by.unit, "seat": entry.by.seat.value, "account": entry.by.account}
    return {
        "subject": entry.subject, "number": entry.number, "act": entry.act.value, "at": entry.at.isoformat(), "by": by,
        "data": dict(entry.data), "schema": entry.schema,
    }  # fmt: skip


def read(given: dict[str, Any]) -> Entry:
    by = Hand(given["by"]["unit"], Seat(given["by"]["seat"]), given["by"]["account"])
    at = datetime.fromisoformat(given["at"])
    return Entry(given["subject"], given["number"], Act(given["act"]), at, by, given["data"], given["schema"])


def summary(state: State) -> dict[str, Any]:
    return {
        "kind": state.kind, "edition": str(state.edition), "phase": state.phase.value, "number": state.number,
        "reached": [[one.step, str(one.on), one.unit] for one in state.reached], "due": str(state.due),
    }  # fmt: skip


def life(kind: str, edition: str) -> dict[str, Any]:
    desk = Desk(kind, is_case=True, edition=edition)
    desk.done(Act.ACCEPT, LEAD)
    desk.walk()
    return {"state": summary(desk.now), "entries": [written(entry) for entry in desk.entries]}


@pytest.mark.parametrize(("kind", "since"), EDITIONS, ids=str)
def test_the_stream_of_a_released_edition_still_folds_to_what_it_was(kind: str, since: Any) -> None:
    path = FOLDER / f"{kind}-{since}.json"
    if os.environ.get("YAODIAN_GOLDEN") == "rewrite" and not path.exists():  # a stream once written is never rewritten
        path.write_text(json.dumps(life(kind, str(since)), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert summary(fold(map(read, kept["entries"]))) == kept["state"]
