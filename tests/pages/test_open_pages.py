"""What anyone may read: promises with their numbers, bulletins, tables; nothing of persons, cases, parts and remarks."""

from __future__ import annotations

import csv
import html
import io
import json
from pathlib import Path
from typing import Any

import feedparser
import icalendar
import pytest
from django.test import Client

from tests.pages.opened_data import (
    ADDRESS,
    CANARY,
    PERSONS,
    SCHOOLS,
    issued,
    kept_records,
    measured,
    opened,
    promise_of,
)
from tests.web.bureau import BASIC, NORTH, NOW, WEST, Bureau
from tests.web.published import items
from yaodian.domain.entry import Act
from yaodian.web.pages import page
from yaodian.web.plans.models import PlanEdition
from yaodian.web.work.opened import PROMISE_COLUMNS

pytestmark = pytest.mark.django_db
FILES = ("data.csv", "data.json", "data.csv-metadata.json", "changes.atom", "deadlines.ics")
DCAT, DCT = "dcat", "dct"


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "now", lambda: NOW)


@pytest.fixture
def edition(bureau: Bureau, tmp_path: Path) -> PlanEdition:
    return opened(bureau, tmp_path)


@pytest.fixture
def tables(edition: PlanEdition, tmp_path: Path, settings: Any) -> PlanEdition:
    settings.RECORDS = kept_records(tmp_path / "records")
    first, _, third = items()
    measured(edition, third, PERSONS, 1, 3)
    measured(edition, first, SCHOOLS, 4, 10)
    return edition


def read(address: str, language: str = "zh", **headers: str) -> Any:
    client = Client(headers=headers)
    client.cookies["lang"] = language
    return client.get(address)


def text(address: str, language: str = "zh") -> str:
    answer = read(address, language)
    assert answer.status_code == 200, address
    return html.unescape(answer.content.decode("utf-8-sig"))


def addresses(edition: PlanEdition) -> list[str]:
    told = json.loads(text("/open/catalog.jsonld"))["dcat:dataset"]
    files = [f"/open/{file['dcat:accessURL']}" for one in told for file in one["dcat:distribution"]]
    return [
        "/open",
        "/open?words=幼儿园",
        "/open/catalog.jsonld",
        "/open/bulletins.atom",
        *files,
        *(f"/open/{one['dcat:landingPage']}" for one in told),
    ]


def test_a_promise_stands_in_the_plans_words_with_its_number_source_date_and_why(edition: PlanEdition) -> None:
    told = text(ADDRESS)
    assert "新建公办幼儿园6所" in told and "现在 <b>2所</b>，承诺 6所" in told
    assert told.index("现在 <b>2所</b>，承诺 6所") < told.index("还没有数据")
    assert "责任单位填报" in told and "5月31日" in told and "正在做" in told and "个工作日" in told


def test_open_pages_show_no_light_and_speak_english_too(edition: PlanEdition) -> None:
    told = text(ADDRESS, "en")
    assert "Under way" in told and "now <b>2所</b>, promised 6所" in told and 'lang="en"' in told
    assert not [word for word in ("告急", "滞后", "关注", 'class="lt') if word in text(ADDRESS)]


def test_no_open_page_or_file_holds_a_canary_of_persons_cases_parts_or_remarks(
    tables: PlanEdition, bureau: Bureau
) -> None:
    bulletin = issued(bureau)
    asked = [*addresses(tables), f"/open/bulletin/{bulletin.address}"]
    assert len(asked) > 14
    logins = [account.login for account in bureau.accounts.values()]
    for address in asked:
        for language in ("zh", "en"):
            told = text(address, language)
            assert CANARY not in told, address
            assert not [login for login in logins if login in told], address


def test_what_is_published_of_a_promise_is_the_whitelist_and_no_more(edition: PlanEdition) -> None:
    names = [column.name for column in PROMISE_COLUMNS]
    rows = json.loads(text(f"{ADDRESS}/data.json"))["rows"]
    assert rows and all(list(row) == names for row in rows)
    head = next(csv.reader(io.StringIO(text(f"{ADDRESS}/data.csv"))))
    assert head == [column.title.zh for column in PROMISE_COLUMNS]


def test_a_number_that_stands_for_few_persons_reads_fewer_than_the_minimum(tables: PlanEdition) -> None:
    told, rows = text(ADDRESS), json.loads(text(f"{ADDRESS}/data.json"))["rows"]
    small = next(row for row in rows if row["indicator"] == PERSONS)
    assert "现在 少于 10" in told and "33.3%" not in told and "人数少于 10，数字不公布" in told
    assert (small["value"], small["shown"], small["withheld_below"]) == (None, "", 10)
    assert next(row for row in rows if row["indicator"] == SCHOOLS)["value"] == 0.4


def test_a_small_county_and_the_one_that_would_give_it_away_are_hidden_in_page_and_data(tables: PlanEdition) -> None:
    rows = {row["place"]: row for row in json.loads(text(f"/open/indicator/{PERSONS}/data.json"))["rows"]}
    assert [place for place, row in rows.items() if row["is_withheld"]] == ["520303", WEST]
    assert all(
        rows[place][name] is None for place in ("520303", WEST) for name in ("numerator", "denominator", "value")
    )
    assert rows[NORTH]["value"] == 0.4
    told = text(f"/open/indicator/{PERSONS}")
    assert told.count('colspan="3"') == 2 and "少于 10 或相关" in told and "60.0%" not in told
    schools = json.loads(text(f"/open/indicator/{SCHOOLS}/data.json"))["rows"]
    assert not any(row["is_withheld"] for row in schools) and len(schools) == 4


def test_only_indicators_of_published_promises_are_open(edition: PlanEdition, tmp_path: Path, settings: Any) -> None:
    settings.RECORDS = kept_records(tmp_path / "records")
    assert read(f"/open/indicator/{SCHOOLS}").status_code == 404
    measured(edition, items()[0], SCHOOLS, 4, 10)
    assert read(f"/open/indicator/{SCHOOLS}").status_code == 200


def test_words_find_promises_and_indicators(tables: PlanEdition) -> None:
    told = text("/open?words=艺术")
    assert f'href="{ADDRESS}#m3.1"' in told and "温馨校园" not in told
    assert f"/open/indicator/{SCHOOLS}" in text("/open?words=足球") and "没有找到" in text("/open?words=航天")


def test_a_page_that_did_not_change_answers_304_and_sets_no_cookie(edition: PlanEdition, bureau: Bureau) -> None:
    for address in ("/open", ADDRESS, *(f"{ADDRESS}/{file}" for file in FILES), "/open/plan/1999"):
        answer = read(address)
        assert not answer.cookies and (answer.status_code == 404 or "public" in answer.headers["Cache-Control"]), (
            address
        )
    etag = read(ADDRESS).headers["ETag"]
    assert read(ADDRESS, **{"If-None-Match": etag}).status_code == 304
    assert read(ADDRESS, "en", **{"If-None-Match": etag}).status_code == 200
    bureau.done(BASIC, items()[2], Act.ACCEPT)
    assert read(ADDRESS, **{"If-None-Match": etag}).status_code == 200


def test_large_type_is_chosen_without_a_token_and_kept_in_a_cookie(edition: PlanEdition) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/look", {"type": "large", "next": ADDRESS})
    assert answer.status_code == 302 and answer.headers["Location"] == ADDRESS
    assert '<html lang="zh-Hans" data-theme="light" class="large">' in client.get(ADDRESS).content.decode()


def test_reading_aloud_is_hidden_until_the_browser_can(edition: PlanEdition) -> None:
    told = text(ADDRESS)
    assert 'data-listen data-stop="停止朗读" hidden>' in told and told.count("data-read") == 4
    assert " style=" not in told and "<script>" not in told and " on" + "click" not in told


def test_the_description_of_a_table_names_its_columns_as_csv_on_the_web_asks(tables: PlanEdition) -> None:
    for folder in (ADDRESS, f"/open/indicator/{PERSONS}"):
        told = json.loads(text(f"{folder}/data.csv-metadata.json"))
        rows = list(csv.DictReader(io.StringIO(text(f"{folder}/data.csv"))))
        columns = told["tableSchema"]["columns"]
        assert told["@context"][0] == "http://www.w3.org/ns/csvw" and told["url"] == "data.csv"
        assert list(rows[0]) == [column["titles"] for column in columns]
        keys = [next(c["titles"] for c in columns if c["name"] == key) for key in told["tableSchema"]["primaryKey"]]
        assert len({tuple(row[key] for key in keys) for row in rows}) == len(rows)
        assert all(row[c["titles"]] for row in rows for c in columns if c["required"])
        assert {c["datatype"] for c in columns} <= {"string", "number", "integer", "date", "boolean"}


def test_the_catalogue_has_what_dcat_asks_and_each_of_its_files_is_there(tables: PlanEdition) -> None:
    told = json.loads(text("/open/catalog.jsonld"))
    assert told["@context"]["dcat"] == "http://www.w3.org/ns/dcat#" and told["@type"] == "dcat:Catalog"
    assert all(told[f"dct:{name}"] for name in ("title", "description", "publisher", "language", "modified"))
    assert [one["dct:identifier"] for one in told["dcat:dataset"]] == [
        "plan-2020",
        f"indicator-{PERSONS}",
        f"indicator-{SCHOOLS}",
    ]
    for one in told["dcat:dataset"]:
        assert one["@type"] == "dcat:Dataset" and one["dct:title"] and one["dct:description"] and one["dcat:keyword"]
        assert text(f"/open/{one['dcat:landingPage']}")
        for file in one["dcat:distribution"]:
            assert file["@type"] == "dcat:Distribution" and file["dcat:mediaType"].startswith("https://www.iana.org/")
            assert text(f"/open/{file['dcat:downloadURL']}")


def test_the_feed_tells_public_acts_with_their_day_and_without_reasons(edition: PlanEdition) -> None:
    feed = feedparser.parse(read(f"{ADDRESS}/changes.atom").content)
    assert not feed.bozo and [entry.title.partition("：")[2] for entry in feed.entries[:1]] == ["延期 至 2021-01-31"]
    assert len({entry.id for entry in feed.entries}) == len(feed.entries) == 2


def test_the_calendar_has_whole_measures_on_their_deadlines(edition: PlanEdition) -> None:
    told = icalendar.Calendar.from_ical(read(f"{ADDRESS}/deadlines.ics").content)
    assert [str(event["dtstart"].dt) for event in told.walk("VEVENT")] == ["2020-05-31", "2020-12-31", "2021-01-31"]


def test_an_issued_bulletin_is_a_page_and_a_word_file_and_a_draft_is_neither(
    edition: PlanEdition, bureau: Bureau
) -> None:
    bulletin = issued(bureau)
    told, file = text(f"/open/bulletin/{bulletin.address}"), read(f"/open/bulletin/{bulletin.address}/bulletin.docx")
    assert bulletin.title in told and bulletin.root in told
    assert "<p>一、总体情况</p>" in told and told.count("<table") == 4 and "<th>单位</th>" in told
    assert file.content[:2] == b"PK" and "attachment" in file.headers["Content-Disposition"]
    assert bulletin.title in text("/open") and len(feedparser.parse(read("/open/bulletins.atom").content).entries) == 1
    assert read(f"/open/bulletin/{bulletin.plan}/2020-07/1").status_code == 404
    assert read(f"/open/bulletin/{bulletin.address}/bulletin.exe").status_code == 404


def test_a_promise_reported_below_the_minimum_of_its_indicator_is_withheld_too(edition: PlanEdition) -> None:
    first = items()[0]
    light = measured(edition, first, "drug_user_count", 2, 2)
    light.value, light.told = None, {"words": "查获 2人", "wanted": "2人", "is_ratio": False}
    light.save()
    row = next(r for r in json.loads(text(f"{ADDRESS}/data.json"))["rows"] if r["indicator"] == "drug_user_count")
    assert promise_of(first) and row["value"] is None and row["withheld_below"] == 5
