"""预填: what a county's form and a school's page know already, beside what they ask: counted in what people are given."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Mapping

import openpyxl
import pytest
from tools.browser import Visits
from tools.demonstration import Demonstration

from yaodian.workspace.due_form import FILLED, SHEET, Cell

pytestmark = pytest.mark.slow
COUNTIES = "520302 520322 520323 520324 520325 520326 520327 520328 520329 520330 520381 520382".split()
ENOUGH = 0.8
GIVEN = [place for place, cell in enumerate(Cell) if cell not in FILLED]
ASKED = [place for place, cell in enumerate(Cell) if cell in FILLED and cell is not Cell.NOTE]


def cells_of(form: bytes) -> Mapping[str, int]:
    """How many cells of a form are filled in already, and how many stand open to be filled in."""
    rows = [row for row in openpyxl.load_workbook(io.BytesIO(form))[SHEET].iter_rows(min_row=4) if row[0].value]
    counted: Counter[str] = Counter()
    for row in rows:
        counted["given"] += sum(row[place].value not in (None, "") for place in GIVEN)
        counted["asked"] += sum(not row[place].protection.locked for place in ASKED)
    return counted


def test_counties_are_asked_for_little_of_what_their_forms_hold(visits: Visits) -> None:
    forms = []
    for county in COUNTIES:
        answer = visits.open(f"sim-{county}").request.get(f"/ledger/{county}/form")
        assert answer.ok
        forms.append(cells_of(answer.body()))
    assert sum(one["asked"] > 0 for one in forms) >= len(forms) / 2, "the year asks counties for what no register holds"
    for one in forms:
        assert one["given"] / (one["given"] + one["asked"]) >= ENOUGH


def test_a_school_finds_almost_everything_on_its_page_filled_in(visits: Visits, demonstration: Demonstration) -> None:
    page = visits.open(demonstration.known["school"])
    page.goto("/")
    boxes = page.locator("details.box")
    assert boxes.count()
    given = boxes.locator("summary b, summary .lt, input:checked").count() + 3 * boxes.locator("summary > .m").count()
    asked = boxes.locator("input:not([type=hidden]):not([type=radio]), textarea, select").count()
    assert given / (given + asked) >= ENOUGH
