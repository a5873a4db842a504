"""The folder that an existing site carries: whole, with relative links, nobody's data and no cookie in it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import feedparser
import pytest
from django.test import Client

from tests.pages.opened_data import CANARY, PERSONS, SCHOOLS, issued, kept_records, measured, opened
from tests.web.bureau import NOW, Bureau
from tests.web.published import items
from yaodian.domain.finding import Refusal
from yaodian.web.pages import exporting, page
from yaodian.web.pages.commands import open_exported

pytestmark = pytest.mark.django_db
LINK = re.compile(r'(?:href|src|action)="([^"]*)"')


@pytest.fixture
def folder(bureau: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Path:
    monkeypatch.setattr(page, "now", lambda: NOW)
    settings.RECORDS = None
    edition, records = opened(bureau, tmp_path), kept_records(tmp_path / "records")
    measured(edition, items()[0], PERSONS, 1, 3)
    measured(edition, items()[2], SCHOOLS, 4, 10)
    issued(bureau)
    monkeypatch.setattr("shutil.which", lambda name: None)  # no LibreOffice: the bulletin is a Word file alone
    lines = list(open_exported(tmp_path / "out", records, None, "zh"))
    assert "页" in lines[0].zh
    return tmp_path / "out"


def test_every_link_of_the_folder_leads_to_a_file_of_it(folder: Path) -> None:
    checked = 0
    for path in folder.rglob("*.html"):
        told = path.read_text("utf-8")
        for link in LINK.findall(told):
            address, fragment = urldefrag(link)
            assert address or fragment, (path, link)
            target = (path.parent / address).resolve() if address else path
            assert target.is_file() and target.is_relative_to(folder.resolve()), (path, link)
            if fragment:
                assert f'id="{fragment}"' in target.read_text("utf-8"), (path, link)
            checked += 1
    assert checked > 40


def test_catalogue_descriptions_and_feeds_of_the_folder_lead_to_files_of_it(folder: Path) -> None:
    catalogue = json.loads((folder / "catalog.jsonld").read_text("utf-8"))
    files = [file["dcat:downloadURL"] for one in catalogue["dcat:dataset"] for file in one["dcat:distribution"]]
    assert len(files) == 11 and all((folder / name).is_file() for name in files)
    described = list(folder.rglob("*-metadata.json"))
    assert len(described) == 3
    assert all((path.parent / json.loads(path.read_text("utf-8"))["url"]).is_file() for path in described)
    feed = folder / "plan" / "2020" / "changes.atom"
    for entry in feedparser.parse(feed.read_bytes()).entries:
        assert (feed.parent / urldefrag(entry.link)[0]).resolve() == folder.resolve() / "plan" / "2020"


def test_the_folder_holds_no_absolute_address_no_form_and_no_canary(folder: Path) -> None:
    assert len(list(folder.rglob("*.docx"))) == 1 and not list(folder.rglob("*.pdf"))
    for path in folder.rglob("*"):
        if path.suffix in {".html", ".json", ".jsonld", ".atom", ".ics", ".csv"}:
            told = path.read_text("utf-8-sig")
            assert CANARY not in told, path
            assert not [link for link in LINK.findall(told) if link.startswith(("/", "http"))], path
            assert "<form" not in told and "csrf" not in told and "localhost" not in told, path


def test_the_folder_says_the_same_as_the_site(folder: Path, settings: Any, tmp_path: Path) -> None:
    settings.RECORDS = tmp_path / "records"
    for name in ("plan/2020/data.json", f"indicator/{PERSONS}/data.csv", "catalog.jsonld"):
        assert (folder / name).read_bytes() == Client().get(f"/open/{name}").content


def test_a_link_that_leads_out_of_the_open_pages_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = exporting.Export(folder, "zh")
    with pytest.raises(Refusal, match="连到了/sign-in，导不出去"):
        exporting.LINK.sub(lambda link: made._relative(link, "index.html"), ' href="/sign-in"')
