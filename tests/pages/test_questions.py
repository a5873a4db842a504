"""早期问询 pages: a school sees its own pupils for the purpose, each look on record; everybody else sees numbers."""

from __future__ import annotations

import pytest

from tests.pages.pupils_away import FRIDAY, NAMES, away, number, pupils
from tests.pages.reader import Reader
from tests.pages.test_assurance import row_of
from tests.pages.test_pairs import reviewer
from tests.web.bureau import NORTH, OFFICE, SOUTH, Bureau
from yaodian.domain.access import Purpose
from yaodian.warehouse.store import Warehouse
from yaodian.web.assurance.models import Answer, Question
from yaodian.web.assurance.questions import ask_schools
from yaodian.web.audit.models import AuditRow

pytestmark = pytest.mark.django_db
__all__ = ["pupils"]


@pytest.fixture
def asked(bureau: Bureau, pupils: Warehouse) -> Bureau:
    away(pupils, 0, FRIDAY, None)
    away(pupils, 2, FRIDAY, None)
    assert sum(one.raised for one in ask_schools(pupils.folder, FRIDAY)) == 2
    return bureau


def test_a_school_is_asked_on_its_home_and_sees_its_own_pupil_with_the_rule(asked: Bureau) -> None:
    account = reviewer(asked, "n1", 3)
    reader = Reader(account)
    home = reader.get("/")[1]
    assert "早期问询 1 件待答" in home and "没有要办的" not in home
    status, text = reader.get("/questions")
    for words in (NAMES[0], "三年级", "201701", "最近1个日结的上课日都无故缺勤", "5月29日起", "联系不上"):
        assert status == 200 and words in text, words
    for hidden in (NAMES[2], number(0), number(0)[1:], "信教", "2011"):
        assert hidden not in text, hidden
    row = AuditRow.objects.get(actor=account.login, act="read")
    assert row.subject == "register:enrolments" and row.purpose == Purpose.DROPOUT_PREVENTION
    assert NAMES[0] not in row.body


def test_an_answer_is_kept_and_leaves_the_home(asked: Bureau) -> None:
    reader, question = Reader(reviewer(asked, "n1", 3)), Question.objects.get(school="n1")
    assert reader.post(f"/questions/{question.pk}", reply="unreachable") == (303, "/questions")
    assert Answer.objects.get().reply == "unreachable"
    assert "联系不上" in reader.get("/questions")[1] and "件待答" not in reader.get("/")[1]
    assert reader.post(f"/questions/{question.pk}", reply="")[0] == 422


def test_nobody_else_sees_a_name(asked: Bureau) -> None:
    without = Reader(asked.accounts["n1"])
    county = Reader(reviewer(asked, NORTH, 4))
    for reader in (
        without,
        county,
        Reader(reviewer(asked, "n2", 4, Purpose.STUDENT_AID)),
        Reader(asked.accounts[OFFICE]),
    ):
        status, text = reader.get("/questions")
        assert status == 403 and NAMES[0] not in text
    assert "件待答" not in without.get("/")[1]
    status, text = Reader(reviewer(asked, "n3", 3)).get("/questions")
    assert status == 200 and "没有要答复的" in text and NAMES[0] not in text


def test_a_duty_that_shows_no_names_shows_the_question_without_one(asked: Bureau) -> None:
    status, text = Reader(reviewer(asked, "n1", 2)).get("/questions")
    assert status == 200 and "三年级" in text and NAMES[0] not in text


def test_the_office_sees_numbers_by_county_and_a_county_its_own(asked: Bureau) -> None:
    Reader(reviewer(asked, "n1", 3)).post(f"/questions/{Question.objects.get(school='n1').pk}", reply="not_coming")
    status, text = Reader(asked.accounts[OFFICE]).get("/signals")
    assert status == 200 and row_of(text, f">{NORTH}<")[1:] == ["1", "0", "0", "0", "1", "1"]
    assert row_of(text, "全市</td>")[1:] == ["2", "0", "0", "0", "2", "1"] and "准头还不知道" in text
    assert not any(name in text for name in (*NAMES, number(0), "n1<"))
    _, text = Reader(asked.accounts[NORTH]).get("/signals")
    assert NORTH in text and SOUTH not in text and "全市</td>" not in text
    assert "/signals" in Reader(asked.accounts[NORTH]).get("/assurance")[1]
    assert Reader(asked.accounts["n1"]).get("/signals")[0] == 403
    Question.objects.update(ended_on=FRIDAY, ended_as=Question.CASE)
    assert "成为个案 2 件（100.0%）" in Reader(asked.accounts[OFFICE]).get("/signals")[1]


def test_both_pages_speak_english(asked: Bureau) -> None:
    assert "cannot be reached" in Reader(reviewer(asked, "n1", 3), "en").get("/questions")[1]
    assert "For the county" in Reader(asked.accounts[OFFICE], "en").get("/signals")[1]
