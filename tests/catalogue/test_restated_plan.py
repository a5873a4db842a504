"""The shipped plan says what the founding plan says, in other words."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "src/yaodian/bureaus/zunyi/plans/2020.txt"
SHARED = Path(os.environ.get("YAODIAN_SHARED") or ROOT.parent / "shared")
FOUNDING = SHARED / "seed/zunyi-2020.txt"
GOLD = SHARED / "gold/zunyi-2020.json"
LONGEST_SHARED_RUN = 13

MEASURES_PER_TASK = [3, 4, 3, 4, 4, 8, 13, 4, 3, 3, 4, 4, 5, 5, 7, 1, 2, 7, 5, 5, 7, 3, 2, 3, 6, 5, 4]
TASKS_PER_SECTION = [5, 2, 2, 6, 5, 2, 5]
PROMISED = [  # in the order of the text
    "推进校园足球全覆盖",
    *("全国足球特色幼儿园10个", "全国校园足球特色学校7所", "市级阳光体育示范学校15所"),
    *("市级艺术特色学校25所", "科技教育特色学校38所", "劳动教育示范学校84所"),
    *("市级研学实践教育基地30个", "县级研学实践教育基地100个"),
    *("动态清零", "不漏一人", "采购比例达到80%以上"),
    *("薄改与能力提升项目80个", "中心城区学校建设项目20个", "比例不低于10%"),
    *("知晓率达100%", "校园无毒品", "师生不吸毒"),
]


HEADING = re.compile(r"^[一二三四五六七八九十]+、(.+)$")
TASK = re.compile(r"^(\d+)\.(.+?)。(.+)（责任单位：(.+)）$")
ITEM = re.compile(r"(?:^|(?<=。))[一二三四五六七]是")


def the_tasks(text: str) -> dict[int, tuple[str, list[str], str]]:
    """Each task's title, measures and responsible units, by its number; split as an official would read it."""
    tasks = {}
    for match in filter(None, map(TASK.match, text.splitlines())):
        body = match[3]
        pieces = ITEM.split(body)[1:] if ITEM.match(body) else re.split(r"(?<=。)(?=.)", body)
        tasks[int(match[1])] = (match[2], pieces, match[4])
    return tasks


def runs(text: str, length: int) -> set[str]:
    """All runs of characters of a text, less white space, punctuation, titles, names in quotes, numbers and unit lists."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    for exempt in (r"《[^》]*》", r"“[^”]*”", r"[〔(]责任单位:(?:[^()]|\([^()]*\))*[〕)]", r"\d+(?:[.-]\d+)*%?"):
        plain = re.sub(exempt, "\0", plain)
    pieces = re.sub(r"[^\w\0]", "", plain).split("\0")
    return {piece[i : i + length] for piece in pieces for i in range(len(piece) - length + 1)}


def plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def duties(owners: str) -> Counter[tuple[str, str]]:
    """Units with their roles: 牵头 and 配合 close the list they stand behind, a comma parts two lists."""
    found: Counter[tuple[str, str]] = Counter()
    for part in re.split("[，,]", owners):
        role = {"牵头": "lead", "配合": "support"}.get(part[-2:], "responsible")
        names = part if role == "responsible" else part[:-2]
        found.update((plain(name), role) for name in re.split("[、及]", names))
    return found


@pytest.fixture(scope="module")
def text() -> str:
    return PLAN.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(GOLD.read_text(encoding="utf-8"))
    return found


def test_the_plan_has_seven_sections_with_their_tasks_numbered_through(text: str) -> None:
    counts: list[int] = []
    for line in text.splitlines():
        if HEADING.match(line):
            counts.append(0)
        elif TASK.match(line):
            counts[-1] += 1
    assert counts == TASKS_PER_SECTION
    assert list(the_tasks(text)) == list(range(1, 28))


def test_the_plan_has_124_measures_split_as_the_founding_plan_splits_them(text: str) -> None:
    split = [len(measures) for _, measures, _ in the_tasks(text).values()]
    assert split == MEASURES_PER_TASK
    assert sum(split) == 124


def test_each_of_the_18_promised_targets_stands_once_and_in_order(text: str) -> None:
    body = "".join("".join(measures) for _, measures, _ in the_tasks(text).values())
    assert [words for words in PROMISED if body.count(words) != 1] == []
    assert [body.index(words) for words in PROMISED] == sorted(body.index(words) for words in PROMISED)


def test_the_plan_keeps_to_full_width_punctuation_and_balanced_brackets(text: str) -> None:
    assert re.findall(r"[,;:()?!\"']", text) == []
    assert [text.count(left) - text.count(right) for left, right in ("（）", "《》", "“”")] == [0, 0, 0]


@pytest.mark.founding
@pytest.mark.skipif(not FOUNDING.exists(), reason=f"the founding plan is not at {FOUNDING}")
def test_no_run_of_14_characters_is_shared_with_the_founding_plan(text: str) -> None:
    founding = FOUNDING.read_text(encoding="utf-8")
    length = LONGEST_SHARED_RUN + 1
    assert runs(text, length) & runs(founding, length) == set()


@pytest.mark.founding
@pytest.mark.skipif(not GOLD.exists(), reason=f"the founding plan's annotation is not at {GOLD}")
def test_units_roles_documents_platforms_and_marks_are_those_of_the_founding_plan(
    text: str, gold: dict[str, Any]
) -> None:
    missing = []
    for no, (_, measures, owners) in the_tasks(text).items():
        known = gold["tasks"][no - 1]
        assert duties(owners) == Counter((plain(u["name"]), u["role"]) for u in known["units"]), f"task {no}"
        for measure, expected in zip(measures, known["measures"], strict=True):
            titles = [d["title"] for d in expected.get("documents", [])]
            assert [plain(t) for t in re.findall("《(.+?)》", measure)] == titles, expected["id"]
            names = [p if isinstance(p, str) else p["title"] for p in expected.get("platforms", [])]
            missing += [(expected["id"], name) for name in names if name not in measure]
    assert missing == []


@pytest.mark.founding
@pytest.mark.skipif(not GOLD.exists(), reason=f"the founding plan's annotation is not at {GOLD}")
def test_names_in_quotes_numbers_and_periods_are_those_of_the_founding_plan(text: str, gold: dict[str, Any]) -> None:
    founding = plain(FOUNDING.read_text(encoding="utf-8"))
    missing = []
    for no, (_, measures, _) in the_tasks(text).items():
        for measure, expected in zip(measures, gold["tasks"][no - 1]["measures"], strict=True):
            said = plain(measure)
            missing += [(expected["id"], period) for period in expected.get("periods", []) if period not in said]
    assert missing == []
    assert set(re.findall("“(.+?)”", plain(text))) == set(re.findall("“(.+?)”", founding))
    digits = re.compile(r"\d+(?:\.\d+)?")
    body = founding[founding.index("一、") :]
    assert Counter(digits.findall(plain(text[text.index("一、") :]))) == Counter(digits.findall(body))
