"""The vectors of the domain page, read from the folder beside the repository and skipped visibly where it is not there."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from yaodian.domain.identifiers import id_number, uscc
from yaodian.workspace.bureau import shipped_folder
from yaodian.workspace.places import bureau_places

ROOT = Path(__file__).resolve().parents[3]
VECTORS = Path(os.environ.get("YAODIAN_SHARED") or ROOT.parent / "shared") / "domain" / "vectors.json"

pytestmark = [pytest.mark.founding, pytest.mark.skipif(not VECTORS.is_file(), reason=f"{VECTORS} is not here")]


@pytest.fixture(scope="module")
def vectors() -> dict[str, Any]:
    return json.loads(VECTORS.read_text("utf-8"))


def test_check_characters_of_id_numbers(vectors: dict[str, Any]) -> None:
    for number, fits in vectors["id_checksum_ok"].items():
        assert (id_number.check_character(number) == number[17]) is fits, number
        bad_date = number in vectors["id_bad_date"]
        assert id_number.check_id_number(number).fault == ("date" if bad_date else "" if fits else "checksum")


def test_check_characters_of_bodies_codes(vectors: dict[str, Any]) -> None:
    for code, fits in vectors["uscc_checksum_ok"].items():
        assert uscc.check_uscc(code).is_sound is fits, code


def test_divisions_of_the_shipped_bureau(vectors: dict[str, Any]) -> None:
    places = bureau_places(shipped_folder())
    for code, name in vectors["divisions"].items():
        place = places.with_code(code)
        assert place is not None and place.name == name
