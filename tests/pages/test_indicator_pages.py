"""The pages of indicators: what was observed, by county, slice and period; small cells withheld; rows only for a purpose."""

from __future__ import annotations

import csv
import io
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.pages.reader import Reader
from tests.pages.records import DAY, records
from tests.web.bureau import BASIC, NORTH, OFFICE, SOUTH, Bureau
from tests.web.published import items, published
from yaodian.declare.indicator import Indicator
from yaodian.domain.access import Purpose
from yaodian.domain.entry import Seat
from yaodian.domain.period import Period
from yaodian.domain.place import COUNTY
from yaodian.web.accounts.models import Account
from yaodian.web.audit.models import AuditRow
from yaodian.web.installation import indicators, kept
from yaodian.web.pages.indicators import _guarded
from yaodian.web.work.models import PromiseLight

pytestmark = pytest.mark.django_db
__all__ = ["records"]
MEALS, TEACHERS = "/indicator/meal_local_ratio", "/indicator/full_time_teacher_count"


@pytest.fixture
def office(bureau: Bureau, records: Path) -> Reader:
    return Reader(bureau.accounts[OFFICE])


def declared(name: str) -> type[Indicator]:
    return indicators().catalogue.of(Indicator)[name]


def test_the_list_shows_each_indicator_with_the_newest_value_of_the_city(office: Reader) -> None:
    status, text = office.get("/indicator", words="营养餐本省农产品采购比例")
    assert status == 200 and "营养餐本省农产品采购比例" in text and "71.1" in text and "2020年6月" in text
    assert "大班额比例" not in text
    assert "share of large classes" not in text


def test_an_indicator_is_found_by_initials_and_by_its_english_name(bureau: Bureau, records: Path) -> None:
    assert "大班额比例" in Reader(bureau.accounts[OFFICE]).get("/indicator", words="dbebl")[1]
    assert "share of large classes" in Reader(bureau.accounts[OFFICE], "en").get("/indicator", words="large classes")[1]


def test_the_city_divides_the_sums_of_the_counties_and_never_averages(office: Reader) -> None:
    period = Period("2020-06")
    values = kept(DAY)
    counties = values.values(declared("meal_local_ratio"), COUNTY, period)
    parts = [(one.numerator or 0, one.denominator or 0) for one in counties.values()]
    above, below = sum(a for a, _ in parts), sum(b for _, b in parts)
    shares = [a / b for a, b in parts if b]
    assert len(shares) > 3 and f"{above / below:.3f}" != f"{sum(shares) / len(shares):.3f}"
    _, text = office.get(MEALS)
    row = re.search(r'<tr class="sum">.*?</tr>', text, re.S)
    assert row and f"{100 * above / below:.1f}" in row[0] and f"{above:,.0f}" in row[0].replace(".00", "")


def test_the_counties_stand_as_tiles_at_their_places_and_the_chosen_one_is_marked(office: Reader) -> None:
    _, text = office.get(MEALS, place="520324")
    tiles = re.findall(r'<a class="r(\d) c(\d) p(\d)( me)?"[^>]*>(\w+)<b>([^<]+)</b>', text)
    assert len(tiles) == 15 and ("1", "5") in {(row, column) for row, column, *_ in tiles}
    assert [(row, column, name) for row, column, _, me, name, _ in tiles if me] == [("2", "5", "正安")]
    assert {shade for _, _, shade, _, _, value in tiles if value == "–"} <= {"0"}
    assert "方格示意相对方位，不是地图" in text and "已选 正安县" in text


def test_the_schools_of_a_county_are_listed_where_they_are_asked_for(office: Reader) -> None:
    place = {"place": NORTH}
    assert 'id="schools"' not in office.get("/indicator/pupil_count", **place)[1]
    _, text = office.get("/indicator/pupil_count", schools="yes", **place)
    schools = kept(DAY).schools(declared("pupil_count"), Period("2020-06-30"), NORTH)
    assert schools and all(code in text.split('id="schools"')[1] for code in schools)


def test_a_slice_shows_its_own_figures(office: Reader) -> None:
    whole, junior = (office.get("/indicator/large_class_ratio", **by)[1] for by in ({}, {"by": "stage_code:junior"}))
    values, period = kept(DAY), Period("2020-06-30")
    city = values.city(declared("large_class_ratio"), period, ("stage_code", "junior"))
    assert city is not None and city.denominator is not None and city.denominator < 410
    assert "1 ÷ 410" in whole and f"{city.numerator:.0f} ÷ {city.denominator:.0f}" in junior and "初中" in junior


def test_an_unknown_period_place_or_slice_shows_the_usual_page(office: Reader) -> None:
    assert office.get(MEALS, period="1999", place="9", by="x:y")[0] == 200
    assert office.get("/indicator/none_such")[0] == 404


def test_a_period_before_is_shown_with_the_change_since(office: Reader) -> None:
    now, before = (kept(DAY).city(declared("meal_local_ratio"), Period(f"2020-0{month}")) for month in (6, 5))
    assert now and before and now.value is not None and before.value is not None
    _, text = office.get(MEALS)
    assert f"{100 * now.value - 100 * before.value:+.1f}".replace("-", "\u2212") in text and "个百分点" in text
    assert f"{100 * before.value:.1f}" in office.get(MEALS, period="2020-05")[1]


def test_where_too_few_persons_stand_behind_a_cell_no_figure_is_shown(office: Reader) -> None:
    values = kept(DAY)
    found = values.city(declared("dropout_cleared_ratio"), Period("2020-06"))
    assert found is not None and found.is_withheld and found.value is None
    status, text = office.get("/indicator/dropout_cleared_ratio", period="2020-06")
    assert status == 200 and "少于最小公布人数" in text and "÷ " not in text.split('id="definition"')[0].split("<dl")[1]
    assert office.get("/indicator/dropout_cleared_ratio/rows", period="2020-06")[0] == 404


def test_a_promise_that_hangs_on_it_gives_it_its_light_and_reason(
    bureau: Bureau, records: Path, tmp_path: Path
) -> None:
    edition = published(bureau, tmp_path)
    item = items()[0]
    common: dict[str, Any] = {
        "edition": edition,
        "item": item,
        "promise": "p",
        "release": "r",
        "indicator": "meal_local_ratio",
    }
    PromiseLight.objects.create(on=DAY.replace(day=1), colour="green", zh="旧", en="old", **common)
    PromiseLight.objects.create(on=DAY, colour="orange", zh="还差十五个百分点", en="fifteen points to go", **common)
    reader = Reader(bureau.accounts[OFFICE])
    _, text = reader.get(MEALS)
    assert "还差十五个百分点" in text and "滞后" in text and "旧" not in text and f"/item/{item.pk}" in text
    _, listed = reader.get("/indicator", bound="yes")
    assert "滞后" in listed and "营养餐本省农产品采购比例" in listed and "大班额比例" not in listed
    assert "fifteen points to go" in Reader(bureau.accounts[OFFICE], "en").get(MEALS)[1]


def test_the_data_of_the_page_come_as_a_table_with_its_release(office: Reader) -> None:
    answer = office.client.get(f"{MEALS}/data")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert answer.headers["Content-Disposition"].startswith("attachment") and len(rows) == 16
    assert rows[0]["place"] == "520300" and float(rows[0]["value"]) == pytest.approx(0.7113925839)
    assert {row["release"] for row in rows} == {kept(DAY).release}
    withheld = office.client.get("/indicator/dropout_cleared_ratio/data?period=2020-06").content.decode("utf-8-sig")
    first = next(csv.DictReader(io.StringIO(withheld)))
    assert first["withheld"] == "yes" and first["value"] == "" and first["numerator"] == ""


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_no_text_of_the_data_becomes_a_formula(text: str) -> None:
    assert _guarded(text) == f"'{text}" and _guarded(-1.5) == -1.5 and _guarded("正安县") == "正安县"


def test_rows_that_are_about_no_person_are_shown_with_where_they_come_from(office: Reader) -> None:
    status, text = office.get("/indicator/large_class_ratio/rows")
    assert status == 200 and text.count("✓</td>") >= 1 and "56" in text and "count(*)" in text
    assert not AuditRow.objects.filter(subject="register:classes").exists()


def test_rows_about_persons_need_a_duty_for_a_purpose(office: Reader) -> None:
    status, text = office.get(f"{TEACHERS}/rows")
    assert status == 403 and "用途" in text


def test_rows_about_persons_are_shown_for_a_purpose_and_audited_first(bureau: Bureau, records: Path) -> None:
    account = bureau.account(f"of-{OFFICE}", OFFICE, Seat.OFFICE, Purpose.STAFFING)
    reader = Reader(account)
    status, asked = reader.get(f"{TEACHERS}/rows")
    assert (
        status == 200 and "教师管理" in asked and "留痕" in asked and not AuditRow.objects.filter(act="read").exists()
    )
    status, text = reader.get(f"{TEACHERS}/rows", purpose="staffing")
    assert status == 200 and "已留痕" in text and text.count("<tr>") > 5
    row = AuditRow.objects.get(subject="register:teachers")
    assert (row.act, row.purpose, row.actor) == ("read", "staffing", f"of-{OFFICE}")
    assert "姓名" not in text and "身份证件号" not in text


def test_a_county_sees_rows_about_its_own_persons_alone(bureau: Bureau, records: Path) -> None:
    reader = Reader(bureau.account(f"of-{NORTH}", NORTH, Seat.COUNTY, Purpose.STAFFING))
    assert reader.get(f"{TEACHERS}/rows", place=NORTH, purpose="staffing")[0] == 200
    status, text = reader.get(f"{TEACHERS}/rows", place=SOUTH, purpose="staffing")
    assert status == 403 and "授权" in text
    told = [row.body for row in AuditRow.objects.filter(subject="register:teachers").order_by("pk")]
    assert len(told) == 2 and '"is_allowed":false' in told[1] and SOUTH in told[1]
    assert reader.get(f"{TEACHERS}", place=SOUTH)[0] == 200, "what is added up is open to every county"


def test_who_has_no_seat_in_the_bureau_or_a_county_sees_no_indicator(bureau: Bureau, records: Path) -> None:
    administrator = Account.objects.create(login="sys", name="sys", administers="system")
    for account in (bureau.accounts["n1"], administrator):
        for address in ("/indicator", MEALS, f"{MEALS}/data", f"{MEALS}/rows"):
            assert Reader(account).get(address)[0] == 403, (account.login, address)
    assert Reader(bureau.accounts[BASIC]).get(MEALS)[0] == Reader(bureau.accounts[NORTH]).get(MEALS)[0] == 200


def test_without_a_folder_of_records_the_page_says_what_to_set(bureau: Bureau, settings: Any) -> None:
    settings.RECORDS = None
    for address in ("/indicator", MEALS):
        status, text = Reader(bureau.accounts[OFFICE]).get(address)
        assert status == 200 and "YAODIAN_RECORDS" in text


def test_where_nothing_was_observed_the_page_says_which_command_does_it(
    bureau: Bureau, records: Path, settings: Any, tmp_path: Path
) -> None:
    settings.RECORDS = tmp_path / "records"
    shutil.copytree(records, settings.RECORDS, ignore=shutil.ignore_patterns("observations"))
    status, text = Reader(bureau.accounts[OFFICE]).get(MEALS)
    assert status == 200 and "yaodian indicators observe" in text
    assert "yaodian indicators observe" in Reader(bureau.accounts[OFFICE], "en").get(MEALS)[1]


def test_an_indicator_whose_register_is_empty_says_so(office: Reader) -> None:
    status, text = office.get("/indicator/hazard_open_count")
    assert status == 200 and "还没有观测值" in text and "公式和沿革" in text


def test_pages_open_no_register_to_show_values(office: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("YAODIAN_KEY_FILE")
    assert office.get("/indicator")[0] == office.get(MEALS, place="520324")[0] == 200
