"""早期问询: who is found, that a school which closed nothing says nothing, and that the registers end what they raised."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.loaded_city import REGISTERS
from tests.pages.pupils_away import FRIDAY, NAMES, at, away, close, number, pupil, pupils
from tests.pages.test_pairs import reviewer
from tests.warehouse.batches import batch
from tests.web.bureau import NORTH, Bureau
from yaodian.declare.declared import DeclarationError
from yaodian.declare.early_signal import EarlySignal
from yaodian.declare.programme import Side
from yaodian.domain.access import Purpose
from yaodian.domain.finding import NotFound, Refusal
from yaodian.warehouse.store import Warehouse
from yaodian.web.accounts.policy import NotAllowed
from yaodian.web.assurance.models import Answer, LeftOut, Question, Reply
from yaodian.web.assurance.nightly import assure
from yaodian.web.assurance.questions import SignalNight, answer, ask_schools, questions_for
from yaodian.web.assurance.signal_record import Course, courses
from yaodian.web.audit.models import AuditRow
from yaodian.web.work.models import Item

pytestmark = pytest.mark.django_db
__all__ = ["pupils"]
THURSDAY, WEDNESDAY, MONDAY = (FRIDAY - timedelta(n) for n in (1, 2, 4))
NEXT_MONDAY = FRIDAY + timedelta(3)


def night(records: Warehouse, on: date = FRIDAY) -> dict[str, SignalNight]:
    done = list(assure(records.folder, on, at(on)))
    return {one.rule.id: one for one in done if isinstance(one, SignalNight)}


def test_who_was_away_without_a_reason_on_the_last_closed_day_is_asked_about_and_no_one_else(pupils: Warehouse) -> None:
    away(pupils, 0, FRIDAY, None)
    away(pupils, 1, FRIDAY, None, "illness")
    away(pupils, 2, THURSDAY, THURSDAY)
    done = night(pupils)
    assert done["absent_unexplained"].raised == 1 and not any(one.why_not for one in done.values())
    one = Question.objects.get()
    assert (one.school, one.county, one.since, one.days, one.raised_on) == ("n1", NORTH, FRIDAY, 1, FRIDAY)
    assert one.due == date(2020, 6, 2), "two working days over a weekend"
    assert not any(name in str(list(Question.objects.values())) for name in (*NAMES, number(0)))
    assert not LeftOut.objects.exists() and not Item.objects.exists(), "a question is no case"


def test_a_second_night_asks_nothing_twice(pupils: Warehouse) -> None:
    away(pupils, 0, FRIDAY, None)
    assert night(pupils)["absent_unexplained"].raised == 1
    again = night(pupils, FRIDAY + timedelta(1))
    assert all((one.raised, one.ended) == (0, 0) for one in again.values())


def test_on_a_day_off_nobody_is_newly_away(pupils: Warehouse) -> None:
    away(pupils, 0, FRIDAY + timedelta(1), None)
    assert night(pupils, FRIDAY + timedelta(2))["absent_unexplained"].raised == 0


def test_back_at_school_or_a_reason_in_the_register_ends_it(pupils: Warehouse) -> None:
    away(pupils, 0, FRIDAY, None)
    away(pupils, 2, FRIDAY, None)
    night(pupils)
    away(pupils, 0, FRIDAY, None, "illness")
    away(pupils, 2, FRIDAY, FRIDAY)
    for school in ("n1", "s1"):
        close(pupils, school, [NEXT_MONDAY])
    assert night(pupils, NEXT_MONDAY)["absent_unexplained"].ended == 2
    assert set(Question.objects.values_list("ended_as", "ended_on")) == {(Question.CLEARED, NEXT_MONDAY)}


def test_a_school_that_closes_nothing_says_nothing(pupils: Warehouse) -> None:
    away(pupils, 0, FRIDAY, FRIDAY)
    night(pupils)
    later = FRIDAY + timedelta(20)
    away(pupils, 2, later, None)
    assert night(pupils, later)["absent_unexplained"] == SignalNight(courses(later)[0][0], 0, 0)
    assert Question.objects.get().ended_on is None, "unknown is not back"


def test_from_the_threshold_on_it_is_a_case_and_the_question_ends_with_it(bureau: Bureau, pupils: Warehouse) -> None:
    away(pupils, 0, THURSDAY, None)
    night(pupils, THURSDAY)
    assert Question.objects.get().ended_on is None
    night(pupils, FRIDAY + timedelta(1))
    assert LeftOut.objects.get(programme="not_attending").item.is_case
    one = Question.objects.get()
    assert (one.ended_as, one.ended_on) == (Question.CASE, FRIDAY + timedelta(1))
    assert night(pupils, FRIDAY + timedelta(2))["often_absent"].raised == 0, "who has a case is not asked about"


def test_who_counts_as_a_suspected_dropout_is_not_asked_about_before_the_case_is_there(pupils: Warehouse) -> None:
    away(pupils, 0, date(2020, 5, 11), None)
    assert not any(one.raised or one.why_not for one in ask_schools(pupils.folder, FRIDAY))


def test_days_here_and_there_are_added_up_over_the_days_that_the_school_closed(pupils: Warehouse) -> None:
    away(pupils, 0, date(2020, 5, 8), date(2020, 5, 11))
    away(pupils, 0, date(2020, 5, 20), date(2020, 5, 20))
    away(pupils, 1, date(2020, 5, 15), date(2020, 5, 18))
    away(pupils, 2, date(2020, 4, 1), date(2020, 4, 20))
    assert night(pupils)["often_absent"].raised == 1
    one = Question.objects.get()
    assert (one.signal, one.days, one.since) == ("often_absent", 3, date(2020, 5, 8)), "the weekend is no school day"


def test_one_pupil_is_asked_about_once_whatever_signals_find_it(pupils: Warehouse) -> None:
    away(pupils, 0, date(2020, 5, 8), date(2020, 5, 13))
    away(pupils, 0, FRIDAY, None)
    night(pupils)
    assert Question.objects.get().signal == "absent_unexplained"
    away(pupils, 0, FRIDAY, FRIDAY)
    close(pupils, "n1", [NEXT_MONDAY])
    night(pupils, NEXT_MONDAY)
    assert Question.objects.get().ended_on is None, "the other rule still finds it"


def transferred(records: Warehouse, on: date, **said: Any) -> None:
    row = {
        "student_no": number(1), "name": NAMES[1], "kind_code": "transfer_out", "changed_on": on, "school_code": "n1",
        "grade_code": "p3", "to_place_code": "500100", **said,
    }  # fmt: skip
    records.commit([batch(REGISTERS["enrolment_changes"], [row], on=on)])
    rest = {"school_code": ["n1"]}
    records.commit([batch(REGISTERS["enrolments"], [pupil(0, "n1")], on=on, scope=rest)], expected=True)


def test_the_school_that_let_a_pupil_go_is_asked_where_it_went(pupils: Warehouse) -> None:
    transferred(pupils, date(2020, 5, 15))
    assert night(pupils, date(2020, 5, 24))["transfer_under_way"].raised == 0
    assert night(pupils, date(2020, 5, 25))["transfer_under_way"].raised == 1
    one = Question.objects.get()
    assert (one.school, one.register, one.days) == ("n1", "enrolment_changes", None)
    transferred(pupils, date(2020, 5, 15), confirmed_on=date(2020, 5, 26))
    assert night(pupils, date(2020, 5, 27))["transfer_under_way"].ended == 1


def asked(bureau: Bureau, records: Warehouse) -> Question:
    away(records, 0, FRIDAY, None)
    list(ask_schools(records.folder, FRIDAY))
    return Question.objects.get()


def test_the_school_answers_and_may_change_it_and_both_stay(bureau: Bureau, pupils: Warehouse) -> None:
    one, account = asked(bureau, pupils), reviewer(bureau, "n1", 3)
    for reply in (Reply.UNREACHABLE, Reply.BACK):
        answer(account=account, question=one.pk, reply=reply, at=at(FRIDAY))
    assert list(Answer.objects.order_by("pk").values_list("reply", flat=True)) == ["unreachable", "back"]
    _, (shown,) = questions_for(account, at(FRIDAY))
    assert shown.reply is Reply.BACK and shown.pupil == [NAMES[0], "小学三年级", "201701"]
    assert AuditRow.objects.filter(act__startswith="question:", purpose=Purpose.DROPOUT_PREVENTION).count() == 2


def test_who_is_not_asked_does_not_answer(bureau: Bureau, pupils: Warehouse) -> None:
    one = asked(bureau, pupils)
    for unit in (NORTH, "n1"):
        with pytest.raises(NotAllowed):
            answer(account=bureau.accounts[unit], question=one.pk, reply=Reply.BACK, at=at(FRIDAY))
    with pytest.raises(NotFound):
        answer(account=reviewer(bureau, "s1", 3), question=one.pk, reply=Reply.BACK, at=at(FRIDAY))
    own = reviewer(bureau, "n1", 3)
    with pytest.raises(Refusal, match="选一项"):
        answer(account=own, question=one.pk, reply="beliefs", at=at(FRIDAY))
    Question.objects.update(ended_on=FRIDAY, ended_as=Question.CLEARED)
    with pytest.raises(Refusal, match="了结"):
        answer(account=own, question=one.pk, reply=Reply.BACK, at=at(FRIDAY))
    assert not Answer.objects.exists()


def test_the_error_of_a_rule_is_stated_with_what_became_of_its_questions(bureau: Bureau, pupils: Warehouse) -> None:
    account = reviewer(bureau, "n1", 3)
    ends = {"a": Question.CASE, "b": "", "c": "", "d": "", "e": Question.CLEARED}
    for person, end in ends.items():
        one = Question.objects.create(
            signal="often_absent", purpose=Purpose.DROPOUT_PREVENTION, person=person, register="enrolments", record="00",
            school="n1", county=NORTH, since=MONDAY, days=3, raised_on=WEDNESDAY, due=FRIDAY, ended_as=end,
            ended_on=FRIDAY if end else None,
        )  # fmt: skip
        if person in "bc":
            answer(account=account, question=one.pk, reply="excused" if person == "b" else "not_coming", at=at(FRIDAY))
    told = {rule.id: (all_, counties) for rule, all_, counties in courses(FRIDAY)}
    expected = Course(raised=5, case=1, no_concern=1, cleared=1, open=2, overdue=1)
    assert told["often_absent"] == (expected, {NORTH: expected}) and expected.share == 1 / 3
    later = {rule.id: all_ for rule, all_, _ in courses(FRIDAY + timedelta(1))}
    assert later["often_absent"].overdue == 2, "not answered in time"
    assert {rule.id: all_ for rule, all_, _ in courses(FRIDAY, "520303")}["often_absent"] == Course()
    assert {rule.id: all_ for rule, all_, _ in courses(FRIDAY + timedelta(200))}["often_absent"] == Course()


def test_a_signal_uses_all_that_it_names() -> None:
    given = {
        "label": "测试", "reference": "测试用", "english": "invented", "words": "测试用", "rows": Side("absences", "from_on <= :on"),
        "since": "from_on", "warns_of": ("not_attending",), "parameters": ("minimum_cell",), "purpose": Purpose.HEALTH,
    }  # fmt: skip
    with pytest.raises(DeclarationError, match="minimum_cell"):
        type("Invented", (EarlySignal,), given)
