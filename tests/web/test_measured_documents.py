"""Documents over a warehouse: measured values beside promises, for a county its own; lights and values in a bulletin."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse.evaluate.rows import HeldInMemory
from tests.web.bureau import BASIC, NORTH, NOW, OFFICE, Bureau
from tests.web.published import items, published
from yaodian.domain.entry import Act, Seat
from yaodian.domain.finding import Refusal
from yaodian.domain.period import Period
from yaodian.runtime.bulletin import from_data
from yaodian.warehouse.engine import DuckDBEngine
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.web.clock import day_of
from yaodian.web.documents import bulletins
from yaodian.web.documents.due_forms import due_form
from yaodian.web.documents.ledgers import unit_ledger
from yaodian.web.installation import supervision
from yaodian.workspace.due_form import Cell
from yaodian.workspace.indicators import Indicators
from yaodian.workspace.score import measured_plan

pytestmark = pytest.mark.django_db
TODAY, JUNE = day_of(NOW), Period("2020-06")


def named(school: str, county: str, on: date) -> dict[str, Any]:
    return {
        "holder_code": school, "is_school": True, "county_code": county, "title": "艺术特色学校", "level_code": "city",
        "named_on": on,
    }  # fmt: skip


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[dict[str, Any]]:
    """The register of titles as a warehouse holds it; what a test adds is measured at once."""
    rows = [named("1", NORTH, date(2020, 3, 1))]
    indicators = Indicators.of()
    counties = sorted(supervision().counties(TODAY))

    def evaluation(*_: object) -> Evaluation:
        folder = tmp_path / f"held{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        reader = HeldInMemory(folder, {"designations": rows})
        return Evaluation(
            reader,
            DuckDBEngine(folder),
            indicators.catalogue,
            indicators.parameters,
            "520300",
            lambda on: counties,  # type: ignore[arg-type]
        )

    monkeypatch.setattr(measured_plan, "existing", lambda folder: folder)
    monkeypatch.setattr(Indicators, "evaluation", evaluation)
    return rows


@pytest.fixture
def plan(bureau: Bureau, tmp_path: Path, held: list[dict[str, Any]]) -> Bureau:
    (tmp_path / "plan").mkdir()
    published(bureau, tmp_path / "plan")
    return bureau


def split(bureau: Bureau) -> str:
    """The promise of the last item, split to the counties: one school each to two of them."""
    item = items()[-1]
    bureau.done(BASIC, item, Act.ACCEPT)
    promise, counties = next(iter(item.state["promised"])), sorted(supervision().counties(TODAY))
    parts = {county: {promise: int(county in counties[:2])} for county in counties}
    bureau.done(BASIC, item, Act.SPLIT, parts=parts, children=[f"{item.pk}.{n}" for n in range(len(counties))])
    return promise


def test_a_whole_item_shows_the_city_s_value_and_a_county_s_part_its_own(plan: Bureau, tmp_path: Path) -> None:
    promise = split(plan)
    ledger, _ = unit_ledger(plan.accounts[BASIC], BASIC, TODAY, tmp_path)
    (whole,) = (f for row in ledger.rows for f in row.figures if f.promise == promise)
    assert whole.measured and whole.measured.value == 1 and whole.light and not whole.is_asked
    for county, value in ((NORTH, "1所"), ("520303", "0所")):
        form = due_form(plan.account(f"of-{county}-2", county, Seat.COUNTY), county, TODAY, tmp_path)
        (row,) = form.rows
        assert (row[Cell.MEASURED], row[Cell.MEASURED_ON], row.is_asked) == (value, "2020-06-01", False)
        assert row[Cell.SOURCE].startswith("称号")


def test_a_bulletin_over_registers_cites_their_release_and_is_not_issued_once_they_say_otherwise(
    plan: Bureau, held: list[dict[str, Any]], tmp_path: Path
) -> None:
    address = f"{items()[-1].address}#1"
    text = f"告急{{{{light_red}}}}项，实测{{{{measured:{address}}}}}，承诺{{{{promised:{address}}}}}。"
    office, second = plan.accounts[OFFICE], plan.account("second", OFFICE, Seat.OFFICE)

    def signed() -> bulletins.Bulletin:
        made = bulletins.draft(by=office, period=JUNE, at=NOW, text=text, records=tmp_path)
        return bulletins.sign(by=second, bulletin=made, at=NOW)

    made = signed()
    told = from_data(made.numbers)[f"measured:{address}"]
    assert (told.value, told.words, told.as_of) == (1, "1所", "2020-06-01") and told.release and not told.entries
    with pytest.raises(Refusal, match="请用 --records 指明数仓"):
        bulletins.issue(by=office, bulletin=made, at=NOW)
    held.append(named("2", NORTH, date(2020, 5, 2)))
    with pytest.raises(Refusal, match=r"实测值：创建市级艺术特色学校 2所 1所→2所"):
        bulletins.issue(by=office, bulletin=made, at=NOW, records=tmp_path)
    assert bulletins.issue(by=office, bulletin=signed(), at=NOW, records=tmp_path).status == "issued"


def test_a_promise_that_the_plan_does_not_hold_is_no_field(plan: Bureau, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"要点里没有承诺“九/9\.9#1”"):
        bulletins.draft(by=plan.accounts[OFFICE], period=JUNE, at=NOW, text="{{measured:九/9.9#1}}", records=tmp_path)
