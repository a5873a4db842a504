"""开放数据文件: what programs read of the open pages: tables, their descriptions, the catalogue, feeds and the calendar."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.feedgenerator import Atom1Feed

from yaodian.domain.entry import Act
from yaodian.domain.finding import NotFound, Words
from yaodian.web.clock import day_of
from yaodian.web.documents.bulletins import issued
from yaodian.web.installation import bureau_name
from yaodian.web.pages.keeping import open_page
from yaodian.web.pages.opened import table_called, tables_of
from yaodian.web.pages.page import Visit
from yaodian.web.pages.plan import edition_called
from yaodian.web.pages.telling import telling
from yaodian.web.pages.templatetags.acts import VERBS
from yaodian.web.plans.models import PlanEdition
from yaodian.web.plans.reading import newest_first
from yaodian.web.plans.structure import short
from yaodian.web.work.deadlines import calendar_of
from yaodian.web.work.opened import PROMISE_COLUMNS, open_changes, open_deadlines, open_promises, rows_of
from yaodian.workspace.open_table import OpenTable
from yaodian.workspace.publish.open_catalogue import OpenDataset, as_catalogue
from yaodian.workspace.publish.open_data import OpenColumn, as_csv, as_csvw, as_json

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "atom": "application/atom+xml; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
}
CELL_COLUMNS = (
    OpenColumn("place", Words("代码", "Code"), is_required=True),
    OpenColumn("name", Words("地方", "Place"), is_required=True),
    OpenColumn("numerator", Words("分子", "Numerator"), "number"),
    OpenColumn("denominator", Words("分母", "Denominator"), "number"),
    OpenColumn("value", Words("数值", "Value"), "number"),
    OpenColumn("is_withheld", Words("不公布", "Withheld"), "boolean", is_required=True),
)
"""What is published of an indicator in a place; `value` is a ratio from 0 to 1 where the indicator is one."""
Made = Callable[[], bytes]


@open_page("open/plan/<str:plan_id>/<str:file>", name="open_plan_file")
def open_plan_file(visit: Visit, plan_id: str, file: str) -> HttpResponseBase:
    edition = edition_called(plan_id)
    about = {"title": edition.title, "publisher": bureau_name(), "modified": visit.on, "plan": edition.plan}
    about["edition"] = edition.number

    def rows() -> list[dict[str, Any]]:
        return rows_of(open_promises(edition, visit.on), visit.language)

    files: Mapping[str, Made] = {
        "data.csv": lambda: as_csv(PROMISE_COLUMNS, rows(), visit.language),
        "data.json": lambda: as_json(about, rows()),
        "data.csv-metadata.json": lambda: as_csvw(about, PROMISE_COLUMNS, ("measure", "promise"), visit.language),
        "changes.atom": lambda: _changes(edition, visit.language),
        "deadlines.ics": lambda: calendar_of(edition.title, open_deadlines(edition)),
    }
    return _answer(files, file)


@open_page("open/indicator/<str:indicator_id>/<str:file>", name="open_indicator_file")
def open_indicator_file(visit: Visit, indicator_id: str, file: str) -> HttpResponseBase:
    table = table_called(visit, indicator_id)
    about = _about(table, visit.language) | {"publisher": bureau_name(), "modified": visit.on}
    rows = [
        {column.name: getattr(cell, column.name) for column in CELL_COLUMNS}
        for cell in (*([table.total] if table.total else []), *table.cells)
    ]
    files: Mapping[str, Made] = {
        "data.csv": lambda: as_csv(CELL_COLUMNS, rows, visit.language),
        "data.json": lambda: as_json(about, rows),
        "data.csv-metadata.json": lambda: as_csvw(about, CELL_COLUMNS, ("place",), visit.language),
    }
    return _answer(files, file)


@open_page("open/catalog.jsonld", name="open_catalogue")
def open_catalogue(visit: Visit) -> HttpResponseBase:
    """Every table that is published, in DCAT."""
    told = [_dataset_of_plan(edition, visit) for edition in newest_first()]
    told += [_dataset_of_table(table, visit) for table in tables_of(visit).values()]
    title = Words(f"{bureau_name()}开放数据", f"Open data of {bureau_name()}").lang(visit.language)
    return _answer(
        {"catalog.jsonld": lambda: as_catalogue(bureau_name(), title, visit.language, told)}, "catalog.jsonld"
    )


@open_page("open/bulletins.atom", name="open_bulletins_feed")
def open_bulletins_feed(visit: Visit) -> HttpResponseBase:
    """Issued bulletins, the newest first."""
    title = Words(f"{bureau_name()}通报", f"Bulletins of {bureau_name()}").lang(visit.language)
    entries = [
        (f"urn:sha256:{one.seal}", one.title, f"bulletin/{one.address}", one.issued_at, one.document_no)
        for one in issued()[:100]
    ]
    return _answer(
        {"bulletins.atom": lambda: _feed("bulletins", title, ".", entries, visit.language)}, "bulletins.atom"
    )


def _answer(files: Mapping[str, Made], name: str) -> HttpResponse:
    if name not in files:
        raise NotFound(Words(f"没有文件{name}", f"there is no file {name}"))
    return HttpResponse(files[name](), content_type=TYPES[name.rpartition(".")[2]])


def _changes(edition: PlanEdition, language: str) -> bytes:
    """What happened to the measures of a plan, without who did it and why."""
    entries = []
    for row in open_changes(edition):
        more = telling(row.entry, row.item).what.lang(language) if row.entry.act in (Act.STEP, Act.EXTEND) else ""
        what = f"{VERBS[row.entry.act].lang(language)} {more}".strip()
        number = short(row.item.address)
        title = f"{number} {row.item.title}{Words('：', ': ').lang(language)}{what}"
        entries.append(
            (f"urn:yaodian:entry:{row.item_id}:{row.number}", title, f"../{edition.plan}#m{number}", row.at, what)
        )
    title = Words(f"{edition.title}进展", f"{edition.title}: progress").lang(language)
    published = (f"urn:yaodian:edition:{edition.plan}:{edition.number}", edition.title, f"../{edition.plan}")
    return _feed(
        f"plan:{edition.plan}",
        title,
        f"../{edition.plan}",
        [*entries, (*published, edition.published_at, "")],
        language,
    )


def _feed(
    name: str, title: str, link: str, entries: Sequence[tuple[str, str, str, datetime, str]], language: str
) -> bytes:
    """An Atom feed whose addresses are relative to its own; entries are (id, title, link, instant, summary)."""
    feed = Atom1Feed(
        title, link, "", language="en" if language == "en" else "zh", feed_guid=f"urn:yaodian:{name}",
        author_name=bureau_name(),
    )  # fmt: skip
    for guid, entry_title, entry_link, at, summary in entries:
        feed.add_item(entry_title, entry_link, summary, unique_id=guid, updateddate=at, pubdate=at)
    told: str = feed.writeString("utf-8")
    return told.encode()


def _about(table: OpenTable, language: str) -> dict[str, Any]:
    indicator = table.indicator
    return {
        "title": Words(indicator.label, indicator.english or indicator.id).lang(language), "indicator": indicator.id,
        "words": indicator.words, "reference": indicator.reference, "unit": table.indicator.unit.symbol or "1",
        "period": str(table.period), "release": table.release, "least": table.least, "unverified": table.is_unverified,
    }  # fmt: skip


def _dataset_of_plan(edition: PlanEdition, visit: Visit) -> OpenDataset:
    words = Words("承诺和进展，一行一个承诺", "promises and where they stand, one a row").lang(visit.language)
    files = [
        *_tabular(visit.language),
        ("changes.atom", "application/atom+xml", "Atom"),
        ("deadlines.ics", "text/calendar", "iCalendar"),
    ]
    return OpenDataset(
        f"plan-{edition.plan}", edition.title, f"{edition.title}{Words('：', ': ').lang(visit.language)}{words}",
        f"plan/{edition.plan}", day_of(edition.published_at), visit.on,
        Words("工作要点 承诺 进展", "plan promises progress").lang(visit.language).split(), files,
    )  # fmt: skip


def _dataset_of_table(table: OpenTable, visit: Visit) -> OpenDataset:
    about, by_county = _about(table, visit.language), Words("分县", "by county").lang(visit.language)
    return OpenDataset(
        f"indicator-{about['indicator']}", f"{about['title']} {by_county}", about["words"],
        f"indicator/{about['indicator']}", visit.on, visit.on, [about["title"]], _tabular(visit.language),
    )  # fmt: skip


def _tabular(language: str) -> list[tuple[str, str, str]]:
    described = Words("列的说明", "What the columns are").lang(language)
    return [
        ("data.csv", "text/csv", "CSV"),
        ("data.json", "application/json", "JSON"),
        ("data.csv-metadata.json", "application/csvm+json", described),
    ]
