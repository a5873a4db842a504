"""The pages of registers: what is loaded and late, what was kept back and why, the data dictionary, who may read what."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.pages.reader import Reader
from tests.pages.records import records
from tests.web.bureau import NORTH, OFFICE, Bureau
from yaodian.domain.access import Purpose
from yaodian.domain.entry import Seat
from yaodian.web.accounts.models import Account
from yaodian.workspace.held_registers import held_registers

pytestmark = pytest.mark.django_db
__all__ = ["records"]


@pytest.fixture
def office(bureau: Bureau, records: Path) -> Reader:
    return Reader(bureau.accounts[OFFICE])


def test_the_list_says_what_is_loaded_and_what_is_missing(office: Reader, records: Path) -> None:
    release, held = held_registers(records)
    status, text = office.get("/register")
    assert status == 200 and release in text
    _, loaded = office.get("/register", words="营养餐采购")
    row = next(one for one in re.findall(r"<tr>.*?</tr>", loaded, re.S) if "/register/meal_purchases" in one)
    assert f">{held['meal_purchases'].rows:,}<" in row and "2020年6月28日" in row and "按时" in row
    _, empty = office.get("/register", state="empty")
    assert "没有装入" in empty and "营养餐采购" not in empty


def test_a_register_is_late_once_a_whole_period_passed_without_data(records: Path) -> None:
    meals = held_registers(records)[1]["meal_purchases"]
    assert meals.data_on == date(2020, 6, 28) and meals.register.every == "month"
    assert meals.days_late(date(2020, 7, 31)) == 0 and meals.days_late(date(2020, 8, 1)) == 1
    assert held_registers(records)[1]["hazards"].days_late(date(2030, 1, 1)) == 0, "what never came has no rhythm yet"


def test_late_ones_and_those_with_rows_kept_back_come_first(office: Reader) -> None:
    _, text = office.get("/register", state="late")
    assert "天</span>" in text and "按时" not in text
    _, kept = office.get("/register", state="kept_back")
    assert "学籍" in kept and "营养餐采购" not in kept


def test_a_register_shows_its_files_its_faults_by_cause_and_its_dictionary(office: Reader, records: Path) -> None:
    status, text = office.get("/register/enrolments")
    arrived = held_registers(records)[1]["enrolments"].arrived
    assert status == 200 and arrived and arrived[0].batch.source in text and arrived[0].release in text
    assert "同一关键字出现多行" in text and "只留正确的一行" in text
    for words in ("student_no", "主键", "P4 敏感，保密库", "P0 可公开", "在读学生没有班级"):
        assert words in text, words
    assert "小学净入学率" in text and "/indicator/" in text


def test_examples_of_faults_show_nothing_about_a_person(office: Reader, records: Path) -> None:
    _, text = office.get("/register/enrolments")
    examples = text.split("<h2>退回的行</h2>")[1].split("</section>")[0]
    assert "＊" in examples and "G52" not in examples


def test_a_register_says_who_may_read_persons_for_which_purpose(bureau: Bureau, records: Path) -> None:
    bureau.account("of-aid", "basic_education", Seat.UNIT, Purpose.DROPOUT_PREVENTION)
    _, text = Reader(bureau.accounts[NORTH]).get("/register/dropouts")
    who = text.split("<h2>谁能看个人记录</h2>")[1].split("</section>")[0]
    assert "控辍保学" in who and "basic_education" in who and "到 P2" in who and "没有人" in who
    assert "谁能看个人记录" not in Reader(bureau.accounts[NORTH]).get("/register/schools")[1]


def test_the_system_administrator_reads_registers_and_others_without_a_seat_do_not(
    bureau: Bureau, records: Path
) -> None:
    accounts = {kind: Account.objects.create(login=kind, name=kind, administers=kind) for kind in ("system", "audit")}
    for address in ("/register", "/register/schools"):
        assert Reader(accounts["system"]).get(address)[0] == 200
        assert Reader(accounts["audit"]).get(address)[0] == Reader(bureau.accounts["n1"]).get(address)[0] == 403


def test_without_a_folder_of_records_the_dictionary_still_stands(bureau: Bureau, settings: Any) -> None:
    settings.RECORDS = None
    reader = Reader(bureau.accounts[OFFICE], "en")
    for address in ("/register", "/register/schools"):
        status, text = reader.get(address)
        assert status == 200 and "YAODIAN_RECORDS" in text
    assert "school_code" in reader.get("/register/schools")[1]
    assert reader.get("/register/none_such")[0] == 404
