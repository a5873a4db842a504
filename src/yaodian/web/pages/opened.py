"""公开页: what anyone may read without signing in: plans with their progress, bulletins, indicator tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from django.http.response import HttpResponseBase
from django.urls import reverse

from yaodian.domain.finding import NotFound, Words
from yaodian.runtime.bulletin import filled
from yaodian.web.documents.bulletins import issued, numbers_of
from yaodian.web.documents.letters import bulletin_document, written
from yaodian.web.documents.models import Bulletin
from yaodian.web.installation import records, supervision
from yaodian.web.pages.finding_things import matches
from yaodian.web.pages.keeping import downloaded, open_page
from yaodian.web.pages.page import Visit
from yaodian.web.pages.plan import edition_called
from yaodian.web.plans.reading import newest_first
from yaodian.web.work.opened import OpenPromise, Standing, open_indicators, open_promises
from yaodian.workspace.open_table import OpenTable, open_tables

NEWEST, MOST = 6, 30
MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


@dataclass(frozen=True, slots=True)
class OpenMeasure:
    """A measure with its promises; the first says where it stands."""

    first: OpenPromise
    promises: Sequence[OpenPromise]


@dataclass(frozen=True, slots=True)
class OpenTask:
    no: str
    title: str
    section: str
    measures: Sequence[OpenMeasure]


@open_page("open", name="open")
def front(visit: Visit) -> HttpResponseBase:
    """Plans, newest bulletins, indicators; or what matches the words."""
    wanted = visit.request.GET.get("words", "").strip()
    tables = sorted(tables_of(visit).values(), key=lambda table: table.indicator.label)
    editions = newest_first()
    found: list[tuple[str, OpenPromise]] = []
    if len(wanted) > 1:
        told = [one for edition in editions for one in open_promises(edition, visit.on)]
        found = [(anchor_of(one), one) for one in told if wanted in one.sentence or matches(one.task_title, wanted)]
        tables = [
            table for table in tables if matches(table.indicator.label, wanted) or wanted in table.indicator.words
        ]
    return visit.show(
        "open", editions=editions, bulletins=issued()[:NEWEST], tables=tables, wanted=wanted if len(wanted) > 1 else "",
        found=found[:MOST], all_found=len(found),
    )  # fmt: skip


@open_page("open/plan/<str:plan_id>", name="open_plan")
def open_plan(visit: Visit, plan_id: str) -> HttpResponseBase:
    """A plan's promises in its order, each with its number, where it stands and why."""
    edition = edition_called(plan_id)
    promises = open_promises(edition, visit.on)
    tasks = tasks_of(promises)
    measures = [measure.first for task in tasks for measure in task.measures]
    counts = Counter(one.standing for one in measures)
    return visit.show(
        "open_plan", edition=edition, tasks=tasks, counts=[(each, counts[each]) for each in Standing],
        measures=len(measures), behind=[one for one in measures if one.standing is Standing.BEHIND],
        least=sorted({one.least for one in promises if one.least}), tables=tables_of(visit), folder=visit.request.path,
    )  # fmt: skip


@open_page("open/bulletin/<str:plan_id>/<str:period>/<int:number>", name="open_bulletin")
def open_bulletin(visit: Visit, plan_id: str, period: str, number: int) -> HttpResponseBase:
    """An issued bulletin as it was printed."""
    bulletin = bulletin_issued(plan_id, period, number)
    paragraphs = [(part, not isinstance(part, str)) for part in filled(bulletin.text, numbers_of(bulletin))]
    return visit.show("open_bulletin", bulletin=bulletin, paragraphs=paragraphs, folder=visit.request.path)


@open_page("open/bulletin/<str:plan_id>/<str:period>/<int:number>/bulletin.<str:form>", name="open_bulletin_file")
def open_bulletin_file(visit: Visit, plan_id: str, period: str, number: int, form: str) -> HttpResponseBase:
    """The bulletin in Word or as PDF, in the form of an official document."""
    bulletin = bulletin_issued(plan_id, period, number)
    if form not in MEDIA:
        raise NotFound(Words("通报只有 docx 和 pdf 两种文件", "a bulletin is a docx or a pdf"))
    name = f"bulletin-{bulletin.plan}-{bulletin.period}-{bulletin.number}.{form}"
    return downloaded(_document(bulletin.pk, bulletin.seal, form), MEDIA[form], name)


@open_page("open/indicator/<str:indicator_id>", name="open_indicator")
def open_indicator(visit: Visit, indicator_id: str) -> HttpResponseBase:
    """An indicator by counties, as the current release has it."""
    table = table_called(visit, indicator_id)
    return visit.show("open_indicator", table=table, folder=visit.request.path)


def tables_of(visit: Visit) -> dict[str, OpenTable]:
    """The indicators that have a public table, by id."""
    return open_tables(records(), open_indicators(), visit.on, supervision().folder)


def table_called(visit: Visit, indicator_id: str) -> OpenTable:
    table = tables_of(visit).get(indicator_id)
    if table is None:
        raise NotFound(Words(f"没有公布指标{indicator_id}", f"no table of {indicator_id} is published"))
    return table


def bulletin_issued(plan_id: str, period: str, number: int) -> Bulletin:
    bulletin: Bulletin | None = issued().filter(plan=plan_id, period=period, number=number).first()
    if bulletin is None:
        address = f"{plan_id}/{period}/{number}"
        raise NotFound(Words(f"没有印发过通报{address}", f"no bulletin {address} was issued"))
    return bulletin


def tasks_of(promises: Sequence[OpenPromise]) -> list[OpenTask]:
    """The promises by measure and task, in their order."""
    measures: dict[tuple[str, str, str], dict[str, list[OpenPromise]]] = {}
    for one in promises:
        own = measures.setdefault((one.task, one.task_title, one.section), {})
        own.setdefault(one.measure, []).append(one)
    return [
        OpenTask(*task, [OpenMeasure(each[0], [p for p in each if p.promise]) for each in own.values()])
        for task, own in measures.items()
    ]


def anchor_of(promise: OpenPromise) -> str:
    """The address of a measure on its plan's page."""
    return f"{reverse('open_plan', args=[promise.plan])}#m{promise.measure}"


@lru_cache(maxsize=32)
def _document(bulletin: int, seal: str, form: str) -> bytes:
    """The file of an issued bulletin, which never changes under its seal."""
    with TemporaryDirectory() as folder:
        document = bulletin_document(Bulletin.objects.get(pk=bulletin))
        return written(document, Path(folder) / "bulletin.docx", pdf=form == "pdf")[-1].read_bytes()
