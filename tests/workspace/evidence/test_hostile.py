"""Hostile uploads: each refused in one sentence or made harmless, within two seconds and 300 MB; ordinary ones are kept."""

from __future__ import annotations

import io
import sys

import pytest
from PIL import Image

from tests.effort import EFFORT
from tests.workspace.evidence.hostile import NEUTRALISED, REFUSED
from tests.workspace.evidence.measured import Costs, costs
from tests.workspace.evidence.ordinary import FILES, ORIENTATION, photo
from yaodian.domain.finding import Refusal
from yaodian.workspace.evidence.checking import checked

SECONDS, MEGABYTES = 2.0, 300
STEP = 8 if EFFORT == "check" else 1  # each file is checked in a process of its own
TRIED, KEPT = dict(list(REFUSED.items())[::STEP]), dict(list(FILES.items())[::STEP])
MARKED = dict(list(NEUTRALISED.items())[::STEP])
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="time and memory are counted as Linux counts them")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Costs:
    ordinary = {case: (name, make) for case, (name, make, _) in KEPT.items()}
    return costs(TRIED | MARKED | ordinary, tmp_path_factory.mktemp("evidence"))


def test_there_are_more_than_forty_hostile_files() -> None:
    assert len(REFUSED) + len(NEUTRALISED) >= 40 and len(FILES) >= 12


@pytest.mark.parametrize("case", TRIED)
def test_a_hostile_file_is_refused_in_one_sentence(told: Costs, case: str) -> None:
    zh, en = told[case]["refused"]
    assert REFUSED[case][0] in zh and REFUSED[case][0] in en
    assert zh.count("。") <= 1 and "；" not in zh.partition("；")[2] and ". " not in en
    assert "已损坏或解开后过于庞大" not in zh, "the check itself broke down"


@pytest.mark.parametrize("case", MARKED)
def test_a_marked_image_is_kept_without_its_marks(told: Costs, case: str) -> None:
    given, kept = NEUTRALISED[case][1](), bytes.fromhex(told[case]["kept"])
    assert b"GPS-MARKED" in given or b"<?php" in given
    assert not any(mark in kept for mark in (b"GPS", b"MARKED", b"Exif", b"<?php", b"<script", b"PK\x03\x04"))
    with Image.open(io.BytesIO(kept)) as image:
        assert not image.getexif() and set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("case", KEPT)
def test_an_ordinary_file_is_kept(told: Costs, case: str) -> None:
    assert told[case].get("media") == FILES[case][2].value, told[case].get("refused")


def test_no_check_takes_longer_or_more_than_its_bar(told: Costs) -> None:
    assert max(cost["cpu"] for cost in told.values()) < SECONDS
    assert max(cost["megabytes"] for cost in told.values()) < MEGABYTES


def test_a_photograph_stands_as_it_was_taken() -> None:
    kept = checked(photo(40, 30, turned=6), "现场.jpg")
    with Image.open(io.BytesIO(kept.data)) as image:
        assert image.size == (30, 40) and ORIENTATION not in image.getexif()


def test_the_same_photograph_is_kept_as_the_same_file() -> None:
    first, again = (checked(photo(40, 30), name) for name in ("现场.jpg", "另一个名字.jpg"))
    assert first.sha256 == again.sha256


def test_a_check_that_finds_no_process_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object, **__: object) -> None:
        raise OSError(11, "no process")

    monkeypatch.setattr("subprocess.run", none)
    with pytest.raises(Refusal, match="稍后再传"):
        checked(photo(40, 30), "现场.jpg")


def test_a_checker_sees_no_key_of_the_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    import subprocess  # noqa: PLC0415 - only here

    seen = {}

    def noted(*words: object, env: dict[str, str], **how: object) -> object:
        seen.update(env)
        return run(*words, env=env, **how)

    run = subprocess.run
    monkeypatch.setenv("YAODIAN_SECRET_KEY", "secret")
    monkeypatch.setattr("subprocess.run", noted)
    checked(photo(40, 30), "现场.jpg")
    assert "PATH" in seen and "YAODIAN_SECRET_KEY" not in seen
