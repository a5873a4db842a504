"""Hostile and broken files: each ends in one sentence that names it, within two seconds and 300 MB."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.compiler.read.hostile_files import FILES, OLE, PLAN
from yaodian.compiler.read import read, read_bytes
from yaodian.compiler.read.limits import MAX_FILE_BYTES
from yaodian.domain.finding import Refusal, Words

SECONDS = 2.0
MEGABYTES = 300
HEAVY = (
    "a text of 21 MB",
    "a docx of a million tags",
    "a docx that unpacks to 1 GB",
    "a docx that hides that it unpacks to 1 GB",
    "a docx of a billion laughs",
    "a docx of twenty thousand members",
    "a pdf of two thousand pages",
    "a pdf of two million characters",
    "a pdf whose page unpacks to 850 MB",
    "a page nested a hundred thousand deep",
    "a page of half a million tags",
    "a page with a million attributes in one tag",
)

COSTLY = {
    "a docx that hides that it unpacks to 1 GB",
    "a docx of twenty thousand members",
    "a pdf of two million characters",
    "a pdf whose page unpacks to 850 MB",
    "a page with a million attributes in one tag",
}
"""Their sentence and processor time are looked at before each commit, their memory at the efforts ci and full."""


def assert_one_sentence(words: Words, name: str) -> None:
    assert name in words.zh
    assert name in words.en
    assert words.zh.endswith("。")
    assert words.zh.count("。") == 1
    assert words.en.endswith(".")
    assert ". " not in words.en
    assert len(words.zh) > len(name) + 8


def cpu_seconds() -> float:
    """Processor time of this process and of those it started: a clock on the wall would measure the machine's load."""
    return sum(os.times()[:4])


@pytest.mark.parametrize("case", FILES)
def test_a_hostile_file_is_refused_in_one_sentence(case: str) -> None:
    name, make = FILES[case]
    data = make()
    started = cpu_seconds()
    with pytest.raises(Refusal) as refused:
        read_bytes(data, name)
    assert cpu_seconds() - started < SECONDS
    assert_one_sentence(refused.value.words, name)


@pytest.mark.skipif(sys.platform != "linux", reason="peak memory is counted as Linux counts it")
@pytest.mark.parametrize("case", [pytest.param(c, marks=[pytest.mark.slow] if c in COSTLY else []) for c in HEAVY])
def test_a_heavy_file_costs_little(case: str, tmp_path: Path) -> None:
    name, make = FILES[case]
    path = tmp_path / name
    path.write_bytes(make())
    cost = cost_of(path)
    assert cost["words"]
    assert cost["seconds"] < SECONDS
    assert cost["megabytes"] < MEGABYTES


def test_a_file_of_200_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    cost = cost_of(path)
    assert "50MB" in cost["words"][0]
    assert cost["megabytes"] < 5


def cost_of(path: Path) -> dict[str, object]:
    command = [sys.executable, "-m", "tests.compiler.read.measured_read", str(path)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=30, cwd=Path(__file__).parents[3])
    return json.loads(done.stdout)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert_one_sentence(refusal_of(tmp_path), tmp_path.name)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert_one_sentence(refusal_of(tmp_path / "plan.txt"), "plan.txt")


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")

    def deny(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", deny)
    assert_one_sentence(refusal_of(path), "plan.txt")


def test_a_pipe_is_refused_rather_than_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    os.mkfifo(path)
    assert_one_sentence(refusal_of(path), "plan.txt")


def test_a_ring_of_links_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.symlink_to(path)
    assert_one_sentence(refusal_of(path), "plan.txt")


def test_a_name_that_no_disk_can_hold_is_refused() -> None:
    assert "pl?an.txt" in refusal_of(Path("pl\0an.txt")).zh
    assert "…" in refusal_of(Path("p" * 5000)).zh


def test_the_largest_file_is_named_by_its_limit() -> None:
    with pytest.raises(Refusal) as refused:
        read_bytes(bytes(MAX_FILE_BYTES + 1), "plan.txt")
    assert "50 MB" in refused.value.words.en


def test_an_old_word_file_is_told_from_a_spreadsheet() -> None:
    name, make = FILES["an old word file called docx"]
    with pytest.raises(Refusal) as refused:
        read_bytes(make(), name)
    assert "doc/wps" in refused.value.words.zh


def test_a_name_with_line_breaks_does_not_break_the_sentence() -> None:
    with pytest.raises(Refusal) as refused:
        read_bytes(OLE, "plan\n\x1b[31m.doc")
    assert refused.value.words.zh.isprintable()


def refusal_of(path: Path) -> Words:
    with pytest.raises(Refusal) as refused:
        read(path)
    return refused.value.words
