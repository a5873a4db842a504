"""早期问询页: what a school is asked about its pupils and answers; and, in numbers, what each signal has been worth."""

from __future__ import annotations

from django.http import HttpResponse

from yaodian.domain.finding import Words
from yaodian.web.accounts.policy import Doing
from yaodian.web.assurance.models import Reply
from yaodian.web.assurance.questions import answer, questions_for
from yaodian.web.assurance.signal_record import courses
from yaodian.web.pages.assurance import county_shown
from yaodian.web.pages.page import SIGNED_IN, Visit, page


@page("questions", policy=SIGNED_IN, under="home")
def questions(visit: Visit) -> HttpResponse:
    """The open questions to the account's school, not answered ones first."""
    school, asked = questions_for(visit.account, visit.at)
    return visit.show("questions", school=school, asked=asked, replies=list(Reply))


@page("questions/<int:question>", policy=SIGNED_IN, writes=True, under="home")
def answer_question(visit: Visit, question: int) -> HttpResponse:
    """Keep an answer and go on."""
    done = answer(account=visit.account, question=question, reply=visit.request.POST.get("reply", ""), at=visit.at)
    return visit.go("questions", said=Words(f"已记：{done.words.zh}", f"kept: {done.words.en}"))


@page("signals", policy=Doing.SEE_FIGURES, under="assurance")
def signals(visit: Visit) -> HttpResponse:
    """Every signal: its rule, and what became of its questions in half a year; by county, never by school or pupil."""
    county = county_shown(visit)
    return visit.show("signals", county=county, courses=courses(visit.on, county))
