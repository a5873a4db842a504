"""The balance table and its counties: what was judged and kept, failing cells marked, schools without ranks."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.pages.reader import Reader
from tests.pages.records import records
from tests.web.bureau import NORTH, OFFICE, Bureau
from yaodian.workspace.balance.keeping import kept_balance

pytestmark = pytest.mark.django_db
__all__ = ["records"]
WIDE = "520304"


@pytest.fixture
def changed(records: Path, settings: Any, tmp_path: Path) -> Any:
    """The records with one county's balance as a test says: {coefficients, limit, over, schools …} of its first stage."""

    def put(**stage: Any) -> None:
        settings.RECORDS = tmp_path / "records"
        shutil.copytree(records, settings.RECORDS)
        file = next((settings.RECORDS / "observations").glob("*.balance.json"))
        kept = json.loads(file.read_text(encoding="utf-8"))
        next(one for one in kept["balances"]["2017"] if one["county"] == WIDE)["stages"][0].update(stage)
        file.write_text(json.dumps(kept), encoding="utf-8")

    return put


def test_each_judged_county_has_a_row_and_the_head_repeats_the_limit(bureau: Bureau, records: Path) -> None:
    status, text = Reader(bureau.accounts[OFFICE]).get("/balance")
    assert status == 200 and "红花岗区" in text and "播州区" in text and text.count("≤0.50") == 7
    assert "按学生数加权" in text and "教督〔2017〕6号" in text
    assert "≤0.45" in Reader(bureau.accounts[OFFICE]).get("/balance", stage="junior")[1]


def test_a_coefficient_over_the_limit_is_marked_and_no_other(bureau: Bureau, changed: Any) -> None:
    changed(coefficients=[0.51, 0.5, 0.1, None, 0.2, 0.3, 0.4], over=[0])
    _, text = Reader(bureau.accounts[NORTH]).get("/balance")
    row = next(one for one in re.findall(r"<tr>.*?</tr>", text, re.S) if f"/balance/{WIDE}" in one)
    assert row.count("◆") == 1 and "<b>◆ 0.51</b>" in row and "–" in row


def test_a_figure_beside_its_limit_never_reads_as_the_limit(bureau: Bureau, changed: Any) -> None:
    changed(coefficients=[0.5004, 0.1, 0.1, 0.1, 0.2, 0.3, 0.4], over=[0])
    assert "◆ 0.5004" in Reader(bureau.accounts[OFFICE]).get("/balance")[1]


def test_the_mean_of_the_older_standard_is_held_against_its_limit(bureau: Bureau, records: Path) -> None:
    status, text = Reader(bureau.accounts[OFFICE], "en").get("/balance", rule="2012")
    assert status == 200 and "Mean ≤0.65" in text and "basic balance" in text


def test_a_county_shows_its_schools_by_distance_from_the_mean_without_ranks(bureau: Bureau, changed: Any) -> None:
    def school(name: str, value: float) -> dict[str, Any]:
        return {
            "school": name, "name": name, "pupils": 100.0, "amounts": [value] * 7, "values": [value] * 7,
            "standings": ["below" if value < 1 else "reached"] * 7, "missing": [0] * 7, "met": value >= 1,
        }  # fmt: skip

    changed(means=[2.0] * 7, schools=[school("近校", 2.1), school("远校", 0.5), school("中校", 3.0)])
    status, text = Reader(bureau.accounts[OFFICE]).get(f"/balance/{WIDE}")
    table = text.split("<h2>各校各项</h2>")[1]
    assert status == 200 and table.index("远校") < table.index("中校") < table.index("近校")
    assert "◆ 0.50" in table and "◆ 3.00" not in table
    chart = json.loads(re.search(r'<script id="schools" type="application/json">(.*?)</script>', text, re.S)[1])  # type: ignore[index]
    assert (
        chart["form"] == "dots"
        and chart["rows"][0]["values"] == [105.0, 25.0, 150.0]
        and chart["rows"][0]["mean"] == 100
    )


def test_a_county_nobody_judged_is_not_found_and_says_so(bureau: Bureau, records: Path) -> None:
    status, text = Reader(bureau.accounts[OFFICE]).get("/balance/999999")
    assert status == 404 and "均衡表" in text


def test_schools_do_not_see_how_schools_compare(bureau: Bureau, records: Path) -> None:
    assert Reader(bureau.accounts["n1"]).get("/balance")[0] == 403
    assert Reader(bureau.accounts["n1"]).get(f"/balance/{WIDE}")[0] == 403


def test_where_nothing_was_judged_the_page_says_which_command_does_it(
    bureau: Bureau, records: Path, settings: Any, tmp_path: Path
) -> None:
    settings.RECORDS = tmp_path / "records"
    shutil.copytree(records, settings.RECORDS, ignore=shutil.ignore_patterns("*.balance.json"))
    release = next((settings.RECORDS / "observations").glob("*.parquet")).stem
    assert kept_balance(settings.RECORDS, release) is None
    assert "yaodian indicators observe" in Reader(bureau.accounts[OFFICE]).get("/balance")[1]
