"""辨认页: one pair at a time, side by side: what its records say alike and what not; three answers, on the keyboard too."""

from __future__ import annotations

from django.http import HttpResponse

from yaodian.declare.register import Register
from yaodian.domain.finding import Refusal, Words
from yaodian.web.assurance.models import Verdict
from yaodian.web.assurance.pairs import Queue, look_at, queue_of, say
from yaodian.web.installation import indicators
from yaodian.web.pages.figures import Named
from yaodian.web.pages.page import SIGNED_IN, Visit, page


@page("pairs", policy=SIGNED_IN, under="assurance")
def pairs(visit: Visit) -> HttpResponse:
    """The pair that comes first; where none waits, what was said last."""
    queue = queue_of(visit.account, visit.at)
    if queue.waiting:
        return _shown(visit, queue, queue.waiting[0].id)
    return visit.show("pairs", queue=queue, verdicts=list(Verdict))


@page("pairs/<str:pair>", policy=SIGNED_IN, under="assurance")
def pair(visit: Visit, pair: str) -> HttpResponse:
    """One pair, waiting or decided."""
    return _shown(visit, queue_of(visit.account, visit.at), pair)


@page("pairs/<str:pair>/say", policy=SIGNED_IN, writes=True, under="assurance")
def say_of_pair(visit: Visit, pair: str) -> HttpResponse:
    """Keep what is said and go on to the next."""
    verdict = visit.request.POST.get("verdict", "")
    if verdict not in set(Verdict):
        raise Refusal(Words("请选：是同一人、不是同一人、说不准", "choose: the same, different, cannot tell"))
    following = queue_of(visit.account, visit.at).after(pair)
    done = say(account=visit.account, pair=pair, verdict=Verdict(verdict), at=visit.at)
    said = Verdict(done.verdict).words
    return visit.go("pair", following.id, said=said) if following else visit.go("pairs", said=said)


def _shown(visit: Visit, queue: Queue, pair: str) -> HttpResponse:
    found, lines = look_at(visit.account, pair, visit.at)
    last = next((one for one in queue.said if one.pair == pair), None)
    registers = indicators().catalogue.of(Register)
    lists = [Named.of(registers[name]).words for name in found.registers]
    return visit.show("pairs", queue=queue, verdicts=list(Verdict), pair=found, lines=lines, lists=lists, last=last)
