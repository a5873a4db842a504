"""对象保障 pages: numbers of the city and of a county, the flow, and a child shown for its purpose alone."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.pages.linked_children import AT, DAY, NAMES, NUMBERS, children, enrol
from tests.pages.reader import Reader
from tests.pages.records import records
from tests.pages.test_pairs import reviewer
from tests.web.bureau import BASIC, NORTH, OFFICE, SOUTH, Bureau
from tests.web.test_left_out import apart, case, night
from yaodian.declare.indicator import Indicator
from yaodian.domain.access import Purpose
from yaodian.domain.place import COUNTY
from yaodian.warehouse.store import Warehouse
from yaodian.web.assurance.models import ProgrammeResult
from yaodian.web.audit.models import AuditRow
from yaodian.web.installation import indicators, kept

pytestmark = pytest.mark.django_db
__all__ = ["children", "records"]


@pytest.fixture
def reconciled(bureau: Bureau, children: Warehouse) -> Bureau:
    enrol(children, 2)
    apart(children, bureau.accounts[BASIC])
    night(children)
    return bureau


def row_of(text: str, words: str) -> list[str]:
    row = next(one for one in re.findall(r"<tr.*?</tr>", text, re.S) if words in one)
    return [re.sub(r"<.*?>", "", cell).strip() for cell in re.findall(r"<td.*?</td>", row, re.S)]


def test_each_programme_stands_with_its_numbers_where_most_are_left_out_first(reconciled: Bureau) -> None:
    status, text = Reader(reconciled.accounts[OFFICE]).get("/assurance")
    assert status == 200
    assert row_of(text, ">失学<")[1:] == ["3", "1", "2", "0", "0", "33.3%", "2", "0", "2020年6月30日"]
    assert "还没有比对过" in row_of(text, ">留守儿童关爱<")[1]
    assert text.index(">失学<") < text.index(">留守儿童关爱<")


def test_a_county_sees_its_own_numbers_and_no_other_countys(reconciled: Bureau) -> None:
    reader = Reader(reconciled.accounts[NORTH])
    assert row_of(reader.get("/assurance")[1], ">失学<")[1:4] == ["2", "1", "1"]
    status, text = reader.get("/assurance/never_enrolled")
    assert status == 200 and NORTH in text and SOUTH not in text and "全市</td>" not in text


def test_one_programme_shows_its_flow_its_counties_and_their_sum(reconciled: Bureau) -> None:
    status, text = Reader(reconciled.accounts[OFFICE]).get("/assurance/never_enrolled")
    assert status == 200 and '"form": "sankey"' in text and '"source": "cohort", "target": "gap", "value": 2' in text
    assert row_of(text, f"/ledger/{NORTH}")[1:] == ["2", "1", "1", "0", "0", "50.0%", "1", "1", "1"]
    assert row_of(text, "全市</td>")[1:] == ["3", "1", "2", "0", "0", "33.3%", "2", "2", "2"]
    assert not any(name in text for name in (*NAMES, *NUMBERS))


def test_schools_and_administrators_do_not_see_the_numbers(reconciled: Bureau) -> None:
    assert Reader(reconciled.accounts["n1"]).get("/assurance")[0] == 403
    assert Reader(reconciled.accounts[OFFICE]).get("/assurance/nothing")[0] == 404


def test_its_cases_stand_in_the_countys_ledger_without_a_name(reconciled: Bureau) -> None:
    status, text = Reader(reconciled.accounts[NORTH]).get(f"/ledger/{NORTH}", span="cases", tab="all")
    assert status == 200 and case(NORTH).title in text and NAMES[0] not in text


def test_a_child_is_shown_for_the_purpose_and_the_look_is_on_record(reconciled: Bureau) -> None:
    account, item = reviewer(reconciled, NORTH, reach=3), case(NORTH)
    reader = Reader(account)
    status, text = reader.get(f"/item/{item.subject}")
    assert status == 200 and NAMES[0] not in text and "查看姓名" in text
    status, text = reader.post(f"/item/{item.subject}/person", purpose=Purpose.DROPOUT_PREVENTION.value)
    assert status == 200 and NAMES[0] in text and "某县某镇0村1号" in text and NUMBERS[0] not in text
    acts = list(AuditRow.objects.filter(actor=account.login).values_list("act", "subject"))
    assert ("read:person", item.subject) in acts and ("read", "register:residents") in acts


def test_without_the_duty_no_child_is_shown(reconciled: Bureau) -> None:
    item = case(NORTH)
    for account in (reconciled.accounts[NORTH], reviewer(reconciled, OFFICE, purpose=Purpose.HEALTH)):
        status, text = Reader(account).post(f"/item/{item.subject}/person", purpose=Purpose.DROPOUT_PREVENTION.value)
        assert status == 403 and NAMES[0] not in text


def test_what_linkage_cannot_tell_is_offered_to_who_may_look(bureau: Bureau, children: Warehouse) -> None:
    night(children)
    assert "辨认 1 对" in Reader(reviewer(bureau, SOUTH)).get("/assurance")[1]
    assert "/pairs" not in Reader(bureau.accounts[NORTH]).get("/assurance")[1]
    assert AT.date() == DAY


def test_the_county_writes_to_the_parents_and_the_look_is_on_record(reconciled: Bureau) -> None:
    account, item = reviewer(reconciled, NORTH, reach=3), case(NORTH)
    reader = Reader(account)
    assert f"/item/{item.subject}/letter" in reader.get(f"/item/{item.subject}")[1]
    assert reader.get(f"/item/{item.subject}/letter")[0] == 200
    asked = {"letter": "ordered", "by": "2020-07-31", "document_no": "北教责改〔2020〕1号"}
    answer = reader.client.post(f"/item/{item.subject}/letter", asked)
    assert answer.status_code == 200 and answer.headers["Content-Disposition"].startswith("attachment")
    told = text_in(answer.content)
    for words in (
        "责令限期改正通知书",
        "第五十八条",
        "2020年7月31日前改正",
        "2011年3月5日出生",
        NAMES[0],
        "北教责改〔2020〕1号",
        "送达人",
    ):
        assert words in told, words
    assert NUMBERS[0] not in told
    acts = set(AuditRow.objects.filter(actor=account.login).values_list("act", flat=True))
    assert {"read:person", "letter:ordered"} <= acts


def test_a_letter_for_a_day_that_is_gone_is_not_written(reconciled: Bureau) -> None:
    account, item = reviewer(reconciled, NORTH, reach=3), case(NORTH)
    status, text = Reader(account).post(f"/item/{item.subject}/letter", letter="ordered", by="2020-06-30")
    assert status == 422 and "今天之后" in text
    assert not AuditRow.objects.filter(actor=account.login, act="read:person").exists(), "nobody was looked up for it"
    assert Reader(account).post(f"/item/{item.subject}/letter", letter="praise", by="2020-07-31")[0] == 422


def test_only_the_county_that_answers_for_the_case_writes(reconciled: Bureau) -> None:
    item = case(NORTH)
    office = reviewer(reconciled, OFFICE, reach=3)
    assert Reader(office).get(f"/item/{item.subject}/letter")[0] == 403
    assert "/letter" not in Reader(office).get(f"/item/{item.subject}")[1]
    assert Reader(reviewer(reconciled, SOUTH)).get(f"/item/{item.subject}/letter")[0] == 404
    without = Reader(reconciled.accounts[NORTH]).post(f"/item/{item.subject}/letter", letter="ordered", by="2020-07-31")
    assert without[0] == 403 and NAMES[0] not in without[1]


def text_in(file: bytes) -> str:
    """The words of a Word document."""
    with zipfile.ZipFile(BytesIO(file)) as document:
        return re.sub(r"<.*?>", "", document.read("word/document.xml").decode())


def test_what_the_county_reports_stands_beside_what_was_found(bureau: Bureau, records: Path) -> None:
    ProgrammeResult.objects.create(
        programme="never_enrolled", on=DAY, release="r1", model="m", at=AT, counties={NORTH: {"served": 90, "gap": 10}},
        tally={"served": 90, "gap": 10, "unclear": 0, "unknown": 0, "is_recorded": True},
    )  # fmt: skip
    held = kept(DAY)
    indicator = indicators().catalogue.of(Indicator)["never_enrolled_count"]
    told = held.values(indicator, COUNTY, held.periods(indicator)[0])
    assert told
    _, text = Reader(bureau.accounts[OFFICE]).get("/assurance/never_enrolled")
    assert "县报台账" in text
    for place, value in told.items():
        shown = row_of(text, f"/ledger/{place}")[6]
        assert shown == ("少于最小值" if value.is_withheld else f"{value.value:,.0f}")
    _, other = Reader(bureau.accounts[OFFICE]).get("/assurance/left_behind_unvisited")
    assert "县报台账" not in other
