"""A database of an earlier version brought up to date: its subjects get their new columns from what they already hold."""

from __future__ import annotations

from pathlib import Path

from tests.web.apart import fresh_database, run


def test_subjects_that_are_there_get_the_columns_of_lists_from_their_states(tmp_path: Path) -> None:
    with fresh_database(tmp_path) as url:
        run(url, "open_many", count=3)
        run(url, "accept")
        assert run(url, "migrated_from", app="work", migration="0006") == {"items": 4, "unlike": 0}
