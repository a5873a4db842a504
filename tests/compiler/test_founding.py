"""The founding text, which is not in this repository: read at the floors that were promised, in every dress it may wear.

The text, its gold and the score stand in ../shared (or where YAODIAN_SHARED says); elsewhere these tests are skipped.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.compiler.compiled import CATALOGUE
from yaodian.compiler.parse import parse
from yaodian.compiler.read import read
from yaodian.compiler.resolve import resolve
from yaodian.workspace.publish.plan_json import plan_as_json

SHARED = Path(os.environ.get("YAODIAN_SHARED") or Path(__file__).parents[3] / "shared")
SEED, GOLD = SHARED / "seed" / "zunyi-2020.txt", SHARED / "gold" / "zunyi-2020.json"
FLOORS = (
    "spans=1,target_owner=0.95,sections=1,tasks=1,units=0.99,targets=0.97,documents=0.98,"
    "measures=0.98,kinds=0.88,actions=0.8,platforms=0.85"
)
COLUMNS = 36

pytestmark = [
    pytest.mark.founding,
    pytest.mark.skipif(not SEED.is_file(), reason=f"the founding text is not at {SHARED.name}/seed"),
]


def as_it_is(text: str) -> str:
    return text


def full_width(text: str) -> str:
    """Commas, colons, semicolons and brackets in full width, but not in a time of day or a number."""
    between_digits = r"(?<!\d){0}|{0}(?!\d)"
    for half, full in zip(",:;()!?", "，：；（）！？", strict=True):
        text = re.sub(between_digits.format(re.escape(half)), full, text)
    return text


def lenticular_brackets(text: str) -> str:
    return re.sub(r"[(（]", "【", re.sub(r"[)）]", "】", text))


def square_brackets(text: str) -> str:
    return re.sub(r"[(（]", "[", re.sub(r"[)）]", "]", text))


def straight_quotes(text: str) -> str:
    return re.sub("[“”]", '"', text)


def corner_quotes(text: str) -> str:
    return text.replace("“", "「").replace("”", "」")


def wrapped(text: str) -> str:
    """Each paragraph broken at a fixed width, as a text layer gives it."""
    lines = (re.findall(f".{{1,{COLUMNS}}}", line) or [""] for line in text.split("\n"))
    return "\n".join(part for parts in lines for part in parts)


def one_line(text: str) -> str:
    return " ".join(line.strip() for line in text.split("\n") if line.strip())


DRESSES: tuple[Callable[[str], str], ...] = (
    as_it_is,
    full_width,
    lenticular_brackets,
    square_brackets,
    straight_quotes,
    corner_quotes,
    wrapped,
    one_line,
)


def short_of_the_floors(data: bytes, gold: Path, folder: Path) -> str:
    """What the score prints for a file of these bytes; nothing where every floor holds."""
    file = folder / "document.txt"
    file.write_bytes(data)
    source = read(file)
    plan = resolve(parse(source), CATALOGUE)
    text, out = folder / "text.txt", folder / "plan.json"
    text.write_bytes(source.text.encode())
    out.write_text(json.dumps(plan_as_json(plan), ensure_ascii=False), encoding="utf-8")
    score = [sys.executable, SHARED / "score" / "score_plan.py", gold, out, "--text", text, "--min", FLOORS]
    done = subprocess.run(score, capture_output=True, text=True, encoding="utf-8", check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.fixture(scope="module")
def another_city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the founding text and its gold under other names and with other numbers."""
    folder = tmp_path_factory.mktemp("another_city")
    subprocess.run([sys.executable, SHARED / "score" / "another_city.py", SEED, GOLD, folder], check=True)
    return folder


@pytest.mark.parametrize("dress", DRESSES, ids=lambda dress: dress.__name__)
def test_the_founding_text_is_read_at_the_floors(dress: Callable[[str], str], tmp_path: Path) -> None:
    text = dress(SEED.read_text(encoding="utf-8-sig"))
    assert not short_of_the_floors(text.encode(), GOLD, tmp_path)


@pytest.mark.parametrize("dress", DRESSES, ids=lambda dress: dress.__name__)
def test_another_citys_plan_of_the_same_form_is_read_at_the_floors(
    dress: Callable[[str], str], another_city: Path, tmp_path: Path
) -> None:
    text = dress((another_city / "mutant.txt").read_text(encoding="utf-8"))
    assert not short_of_the_floors(text.encode(), another_city / "mutant.json", tmp_path)


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(another_city: Path, tmp_path: Path) -> None:
    text = (another_city / "mutant.txt").read_text(encoding="utf-8")
    data = text.replace("\n", "\r\n").encode("utf-8-sig")
    assert not short_of_the_floors(data, another_city / "mutant.json", tmp_path)


def test_a_file_in_gb18030_is_read_at_the_floors(another_city: Path, tmp_path: Path) -> None:
    text = (another_city / "mutant.txt").read_text(encoding="utf-8")
    assert not short_of_the_floors(text.encode("gb18030"), another_city / "mutant.json", tmp_path)
