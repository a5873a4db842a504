"""Each file of the hostile corpus is read, or refused in one sentence, within ten seconds and little memory."""

from __future__ import annotations

import time
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse.load.hostile_corpus import CORPUS, READ, REFUSED
from tests.warehouse.load.small.registers.pupils import Pupils
from yaodian.domain.finding import Refusal
from yaodian.warehouse.load.checks import check_file
from yaodian.warehouse.load.roots import roots

SECONDS, MEGABYTES = 10, 900


def outcome(path: Path) -> tuple[str, str]:
    try:
        checked = check_file(Pupils, path, date(2020, 9, 1))
    except Refusal as refusal:
        return REFUSED, refusal.words.zh
    assert roots(checked) is not None
    return READ, ""


def read_all(files: list[Path], told: Any) -> None:
    """In a child: what came of each file, the seconds of the processor it took, and the most memory of all."""
    found = []
    for path in files:
        start = time.process_time()
        try:
            found.append((*outcome(path), time.process_time() - start))
        except BaseException as fault:  # the test tells which file did it
            found.append((type(fault).__name__, str(fault), time.process_time() - start))
    told.put((found, most_held() / 1000))


def most_held() -> int:
    """The most memory that this program held (kB); the figure of getrusage begins with what its parent held."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, tuple[str, str, float]], float]:
    files = []
    for name, make, _ in CORPUS.values():
        folder = tmp_path_factory.mktemp("hostile")
        data = make(folder)
        path = folder / "given" / name
        path.parent.mkdir()
        path.write_bytes(data)
        files.append(path)
    spawn = get_context("spawn")
    queue = spawn.Queue()
    child = spawn.Process(target=read_all, args=(files, queue))
    child.start()
    found, megabytes = queue.get(timeout=200)
    child.join()
    return dict(zip(CORPUS, found, strict=True)), megabytes


def test_the_corpus_has_forty_files() -> None:
    assert len(CORPUS) >= 40 and {READ, REFUSED} == {expected for _, _, expected in CORPUS.values()}


@pytest.mark.parametrize("name", CORPUS)
def test_a_hostile_file_is_read_or_refused_in_one_sentence(name: str, told: Any) -> None:
    came, words, seconds = told[0][name]
    assert (came, words) == (CORPUS[name][2], words)
    assert came == READ or (words and "\n" not in words and "Error" not in words)
    assert seconds < SECONDS


def test_hostile_files_take_little_memory(told: Any) -> None:
    assert told[1] < MEGABYTES
