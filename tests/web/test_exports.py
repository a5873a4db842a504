"""What leaves by the API: workbooks of a unit, a plan file, and how a measured value came about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.cli.test_load import run
from tests.web.bureau import BASIC, NORTH, OFFICE, SOUTH, Bureau
from tests.web.published import published
from tests.web.test_api import Caller, problem
from tests.workspace.test_observing import DAY, LOCAL, load_purchases
from yaodian.web.accounts.models import Account
from yaodian.web.audit.models import AuditRow
from yaodian.web.work.models import Item, PromiseLight
from yaodian.workspace.planfile.reading import is_plan_file

pytestmark = pytest.mark.django_db
VALUE = "/indicators/meal_local_ratio/explanation"


def cells(answer: Any) -> str:
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))
    return "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value)


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[Path]:
    monkeypatch.setenv("YAODIAN_KEY_FILE", str(tmp_path / "keys"))
    load_purchases(tmp_path / "records", *LOCAL)
    settings.RECORDS = tmp_path / "records"
    yield settings.RECORDS


def test_a_units_workbooks_are_audited_and_hold_what_was_last_measured(bureau: Bureau, tmp_path: Path) -> None:
    edition = published(bureau, tmp_path)
    item = Item.objects.filter(owner=BASIC).order_by("address").first()
    assert item is not None
    promise = next(iter(item.state["promised"]))
    PromiseLight.objects.create(
        edition=edition, item=item, promise=promise, on=date(2020, 5, 1), release="r7-test", colour="red", value=2.0,
        zh="差4所", en="4 short", source="measured", as_of=date(2020, 4, 30), indicator="pupil_count",
    )  # fmt: skip
    caller = Caller(bureau.accounts[OFFICE])
    ledger, form = caller.get(f"/units/{BASIC}/ledger.xlsx"), caller.get(f"/units/{BASIC}/due-form.xlsx")
    assert ledger["Content-Disposition"].startswith("attachment") and ledger["Cache-Control"] == "no-store"
    told = cells(ledger)
    assert item.title in told and "r7-test" in told and "告急" in told
    assert item.subject in cells(form)
    rows = AuditRow.objects.filter(act__startswith="export:").order_by("pk")
    assert [(row.act, row.subject, row.actor) for row in rows] == [
        ("export:ledger", f"unit:{BASIC}", f"of-{OFFICE}"), ("export:due_form", f"unit:{BASIC}", f"of-{OFFICE}"),
    ]  # fmt: skip


def test_what_is_refused_is_neither_told_nor_audited(bureau: Bureau) -> None:
    bureau.item("w1", SOUTH, title="只有南县看得到")
    for name in ("ledger", "due-form"):
        problem(Caller(bureau.accounts[NORTH]).get(f"/units/{SOUTH}/{name}.xlsx"), 403)
        problem(Caller(bureau.accounts[OFFICE]).get(f"/units/nowhere/{name}.xlsx"), 404)
        problem(Caller(None).get(f"/units/{SOUTH}/{name}.xlsx"), 401)
    assert not AuditRow.objects.filter(act__startswith="export:").exists()


def test_an_edition_is_given_out_as_the_plan_file_it_was_published_from(bureau: Bureau, tmp_path: Path) -> None:
    edition = published(bureau, tmp_path)
    answer = Caller(None).get(f"/plans/{edition.plan}/1/plan.yaml")
    text = b"".join(answer.streaming_content).decode()
    assert is_plan_file(text) and text == edition.plan_file
    problem(Caller(None).get(f"/plans/{edition.plan}/2/plan.yaml"), 404)


def test_a_value_is_explained_from_what_is_kept(bureau: Bureau, records: Path) -> None:
    caller = Caller(bureau.accounts[BASIC])
    assert "indicators observe" in problem(caller.get(VALUE, on=str(DAY)), 404)["words"]["zh"]
    assert run("indicators", "observe", "--records", records, "--on", str(DAY)).exit_code == 0
    told = caller.get(VALUE, on=str(DAY)).json()
    assert told["values"][0]["value"] == 0.8 and told["values"][0]["numerator"] == 80
    assert told["period"] == "2020-05" and told["registers"]["meal_purchases"] >= 0 and told["query"]
    assert told["formulas"]["numerator"] and told["release"].startswith("r") and not told["values"][0]["withheld"]
    assert caller.get(VALUE, period="2020").json()["values"][0]["value"] == 0.8
    assert caller.get(VALUE, on=str(DAY), place="520302", level="county").json()["values"] == []


def test_a_schools_value_is_explained_to_whom_its_duties_reach_it(bureau: Bureau, records: Path) -> None:
    run("indicators", "observe", "--records", records, "--on", str(DAY))
    asked = {"on": str(DAY), "level": "school", "place": "n1"}
    assert [Caller(bureau.accounts[unit]).get(VALUE, **asked).status_code for unit in (OFFICE, NORTH, "n1")] == [
        200
    ] * 3
    for unit in (SOUTH, "s1"):
        problem(Caller(bureau.accounts[unit]).get(VALUE, **asked), 404)
    auditor = Account.objects.create(login="auditor", name="审计", administers="audit")
    problem(Caller(auditor).get(VALUE, on=str(DAY)), 403)
    problem(Caller(None).get(VALUE), 401)


def test_without_records_or_an_indicator_there_is_one_sentence(bureau: Bureau, settings: Any) -> None:
    caller, settings.RECORDS = Caller(bureau.accounts[BASIC]), None
    assert "YAODIAN_RECORDS" in problem(caller.get(VALUE), 404)["words"]["zh"]


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"period": "一二三"}, 422),
        ({"level": "village"}, 422),
        ({"on": "soon"}, 422),
        ({"level": "school", "period": "2020"}, 404),
    ],
)
def test_a_wrong_question_is_answered_with_what_is_wrong(
    bureau: Bureau, records: Path, asked: dict[str, str], status: int
) -> None:
    caller = Caller(bureau.accounts[BASIC])
    problem(caller.get(VALUE, **asked), status)
    problem(caller.get("/indicators/nothing/explanation"), 404)
