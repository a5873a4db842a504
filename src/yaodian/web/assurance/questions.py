"""早期问询: a school is asked about a pupil whom a signal found, answers from a closed list, and the registers end the question.

A question decides nothing. What is not answered, or answered so that the county should know, is counted for the county.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery

from yaodian.domain.access import Purpose
from yaodian.domain.entry import Seat
from yaodian.domain.finding import NotFound, Refusal, Words
from yaodian.runtime.lifecycle import Phase
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import NotAllowed, standing
from yaodian.web.assurance.models import Answer, LeftOut, Question, Reply
from yaodian.web.audit.recording import record
from yaodian.web.clock import day_of
from yaodian.web.installation import NO_RECORDS, indicators, records, supervision
from yaodian.web.registers.reading import denying, looking_of, within
from yaodian.workspace.assuring import persons_now
from yaodian.workspace.signals import Found, Raised, Rule, pupils_named, raised, rules


@dataclass(frozen=True, slots=True)
class SignalNight:
    """What a signal came to: how many questions it raised, and how many of its own ended; or why it could not be told."""

    rule: Rule
    raised: int = 0
    ended: int = 0
    why_not: Words | None = None


def ask_schools(folder: Path, on: date) -> Iterator[SignalNight]:
    """Ask about each pupil newly found who has no question and no case open, and end the questions that the registers
    answer. Done again on the same day it does nothing."""
    found = []
    for one in raised(folder, on):
        if isinstance(one, Raised):
            found.append(one)
        else:
            yield SignalNight(one[0], why_not=one[1])
    with transaction.atomic():
        night = Night.over(folder, found)
        ended = {one.rule.id: night.end(one, on) for one in found}
        done = [SignalNight(one.rule, night.ask(one, on), ended[one.rule.id]) for one in found]
    yield from done


Key = tuple[str, str]
"""A purpose, or a programme, and a person by the key of today."""


@dataclass(frozen=True)
class Night:
    """Whom the signals found, by purpose; of whom a question is open, by purpose; who has a case open, by programme."""

    found: frozenset[Key]
    asked: list[tuple[Key, Question]]
    cases: frozenset[Key]

    @classmethod
    def over(cls, folder: Path, found: Iterable[Raised]) -> Night:
        asked = list(Question.objects.filter(ended_on=None))
        warned = {programme for one in found for programme in one.rule.warns_of}
        held = LeftOut.objects.filter(programme__in=warned).exclude(item__phase=Phase.CLOSED.value)
        cases = list(held.values_list("programme", "person"))
        now = persons_now(folder, [*(one.person for one in asked), *(person for _, person in cases)])
        return cls(
            frozenset((one.rule.purpose.value, pupil.person) for one in found for pupil in one.pupils),
            [((one.purpose, now.get(one.person, one.person)), one) for one in asked],
            frozenset((programme, now.get(person, person)) for programme, person in cases),
        )

    def end(self, signal: Raised, on: date) -> int:
        """End what the signal asked where a case was opened, or no signal finds the pupil any more; how many."""
        ended = []
        for key, one in self.asked:
            if one.signal != signal.rule.id:
                continue
            if self._has_case(signal.rule, key[1]):
                one.ended_as = Question.CASE
            elif key not in self.found and signal.knows(one.school):
                one.ended_as = Question.CLEARED
            else:
                continue
            one.ended_on = on
            ended.append(one)
        Question.objects.bulk_update(ended, ["ended_on", "ended_as"])
        return len(ended)

    def ask(self, signal: Raised, on: date) -> int:
        """Ask about those whom the signal found and nobody asks about yet; how many."""
        rule, purpose = signal.rule, signal.rule.purpose.value
        days = supervision().parameters["question_answer_days"].on(on).value
        due = supervision().calendar.add_working_days(on, days)
        asked = {key for key, one in self.asked if one.ended_on is None}
        new = [
            ((purpose, one.person), _question(signal, one, on, due))
            for one in signal.pupils
            if (purpose, one.person) not in asked and not self._has_case(rule, one.person)
        ]
        Question.objects.bulk_create((one for _, one in new), batch_size=500)
        self.asked.extend(new)
        return len(new)

    def _has_case(self, rule: Rule, person: str) -> bool:
        return any((programme, person) in self.cases for programme in rule.warns_of)


def _question(signal: Raised, one: Found, on: date, due: date) -> Question:
    return Question(
        signal=signal.rule.id, purpose=signal.rule.purpose.value, person=one.person, register=signal.register,
        record=one.record, school=one.school, county=one.county, since=one.since, days=one.days, raised_on=on, due=due,
    )  # fmt: skip


def told() -> QuerySet[Question]:
    """Questions, each with the newest answer as `reply` (None: not answered)."""
    newest = Answer.objects.filter(question=OuterRef("pk")).order_by("-at", "-pk")
    return Question.objects.annotate(reply=Subquery(newest.values("reply")[:1]))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as its school sees it: the rule, the pupil as far as the duty shows, and what was answered (None: nothing)."""

    question: Question
    rule: Rule
    pupil: Sequence[str]
    reply: Reply | None


def questions_for(account: Account, at: datetime) -> tuple[str, list[Asked]]:
    """The school for which an account answers, and the open questions to it, not answered ones first; the look at whom they
    are about is audited before. NotAllowed for who holds no duty for the purpose at a school."""
    on = day_of(at)
    school, purposes = _duty(account, on)
    open_ = list(told().filter(school=school, purpose__in=purposes, ended_on=None).order_by("due", "pk"))
    known, names = rules(on), dict[str, Sequence[str]]()
    for purpose in sorted({one.purpose for one in open_}):
        names |= _names([one for one in open_ if one.purpose == purpose], Purpose(purpose), school, account, at)
    asked = [
        Asked(one, known[one.signal], names.get(one.record, ()), Reply(one.reply) if one.reply else None)
        for one in open_
    ]
    return school, sorted(asked, key=lambda one: one.reply is not None)


def waiting_questions(account: Account, on: date) -> int:
    """How many questions an account has not answered; 0 for one that is asked none."""
    try:
        school, purposes = _duty(account, on)
    except NotAllowed:
        return 0
    return told().filter(school=school, purpose__in=purposes, ended_on=None, reply=None).count()


def answer(*, account: Account, question: int, reply: str, at: datetime) -> Answer:
    """Keep what a school says. NotFound for a question that is not its own, Refusal for one that has ended or no such answer."""
    school, purposes = _duty(account, day_of(at))
    if reply not in set(Reply):
        raise Refusal(Words("请选一项答复", "choose one of the answers"))
    with transaction.atomic():
        own = Question.objects.select_for_update().filter(school=school, purpose__in=purposes)
        one = own.filter(pk=question).first()
        if one is None:
            raise NotFound(Words("没有这件问询，或不是问本校的", "there is no such question, or it was not put to you"))
        if one.ended_on:
            raise Refusal(
                Words(
                    "这件问询已由登记自行了结，不用再答", "the registers have ended this question: no answer is needed"
                )
            )
        record(actor=account.login, act=f"question:{reply}", subject=f"question:{one.pk}", at=at, purpose=one.purpose)
        return Answer.objects.create(question=one, reply=reply, account=account, at=at)


def _names(
    questions: Sequence[Question], purpose: Purpose, school: str, account: Account, at: datetime
) -> dict[str, Sequence[str]]:
    folder = records()
    if folder is None:
        raise Refusal(NO_RECORDS)
    held: dict[str, list[str]] = {}
    for one in questions:
        held.setdefault(one.register, []).append(one.record)
    with denying():
        looking = looking_of(account, purpose, at)
        return pupils_named(folder, indicators().city, school, held, looking, within)


def _duty(account: Account, on: date) -> tuple[str, set[str]]:
    """The school for which an account answers questions, and for which purposes."""
    purposes = {rule.purpose for rule in rules(on).values()}
    posts = [one for one in standing(account, on).posts if one.is_in_force(on) and one.seat is Seat.SCHOOL]
    held = [one for one in posts if one.purpose in purposes]
    if not held:
        raise NotAllowed(
            Words(
                "问询由学校里有相应用途（如控辍保学）职务的人答复，请由安全管理员授予",
                "questions are answered by who holds a duty for their purpose, such as dropout prevention, at the school:"
                " the security administrator gives it",
            )
        )
    return held[0].unit, {one.purpose.value for one in held if one.unit == held[0].unit}
