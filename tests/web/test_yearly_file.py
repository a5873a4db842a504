"""年度档案 and 督办单: what leaves the house on paper beside the bulletin."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import docx
import pytest

from tests.web.bureau import BASIC, NORTH, NOW, OFFICE, Bureau
from tests.web.published import PLAN, items, published
from yaodian.domain.entry import Act
from yaodian.domain.finding import Refusal
from yaodian.runtime.sealing import merkle_root
from yaodian.web.accounts.policy import NotAllowed
from yaodian.web.audit.chain import close_day
from yaodian.web.audit.models import AuditRow, Root
from yaodian.web.documents.letters import Notice, supervision_notice, written
from yaodian.web.documents.yearly import INDEX, write_yearly_file
from yaodian.web.work.models import EntryRow

pytestmark = pytest.mark.django_db
NOTICE = Notice(date(2020, 6, 10))


@pytest.fixture
def plan(bureau: Bureau, tmp_path: Path) -> Bureau:
    published(bureau, tmp_path)
    first, *_ = items()
    bureau.done(BASIC, first, Act.ACCEPT)
    promise = next(name for name, number in first.state["promised"].items() if number == 6)
    bureau.done(BASIC, first, Act.REPORT, promise=promise, value=2, as_of="2020-05-31", note="<b>在建</b>")
    return bureau


def written_file(bureau: Bureau, folder: Path, name: str) -> Path:
    (folder / name).mkdir()
    return write_yearly_file(by=bureau.accounts[OFFICE], year=2020, folder=folder / name, at=NOW)[0]


def test_the_same_database_gives_the_same_bytes_and_one_more_entry_gives_others(plan: Bureau, tmp_path: Path) -> None:
    first, second = (written_file(plan, tmp_path, name).read_bytes() for name in "ab")
    assert first == second
    plan.done(BASIC, items()[1], Act.ACCEPT)
    assert written_file(plan, tmp_path, "c").read_bytes() != first


def test_every_file_has_its_hash_and_every_item_all_its_entries(plan: Bureau, tmp_path: Path) -> None:
    close_day(NOW.date())
    with zipfile.ZipFile(written_file(plan, tmp_path, "a")) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    index = [line.split("  ") for line in files.pop(INDEX).decode().splitlines()]
    assert {name: digest for digest, name in index} == {n: sha256(c).hexdigest() for n, c in files.items()}
    assert {f"items/{item.pk}.json" for item in items()} < set(files) and "plan/1.plan.yaml" in files
    assert PLAN.splitlines()[4] in files["plan/1.plan.yaml"].decode()
    told = [json.loads(files[name]) for name in sorted(files) if name.startswith("items/")]
    assert sum(len(item["entries"]) for item in told) == EntryRow.objects.count() == 5
    audit = json.loads(files["audit.json"])
    assert audit["entries_root"] == merkle_root(entry["seal"] for item in told for entry in item["entries"])
    assert audit["daily_roots"][-1]["root"] == Root.objects.get().root and audit["entries_without_daily_root"] == 0


def test_the_summary_shows_promised_beside_reported_and_runs_nothing(plan: Bureau, tmp_path: Path) -> None:
    with zipfile.ZipFile(written_file(plan, tmp_path, "a")) as archive:
        page = archive.read("summary.html").decode()
    assert "新建公办幼儿园" in page and ">6所<" in page and "2所\n截至2020-05-31" in page
    assert "<script" not in page and "http" not in page and "<b>" not in page


def test_the_yearly_file_is_the_office_s_and_of_a_plan_that_was_published(plan: Bureau, tmp_path: Path) -> None:
    with pytest.raises(NotAllowed):
        write_yearly_file(by=plan.accounts[NORTH], year=2020, folder=tmp_path, at=NOW)
    with pytest.raises(Refusal, match="没有下达过2019年的要点"):
        write_yearly_file(by=plan.accounts[OFFICE], year=2019, folder=tmp_path, at=NOW)
    assert not list(tmp_path.glob("*.zip"))


def test_a_supervision_notice_says_to_whom_what_why_and_by_when(plan: Bureau, tmp_path: Path) -> None:
    first, *_ = items()
    made = supervision_notice(
        by=plan.accounts[OFFICE], subject=first.pk, notice=replace(NOTICE, why="局长办公会要求"), at=NOW
    )
    written(made, tmp_path / "a.docx", pdf=False)
    read = docx.Document(str(tmp_path / "a.docx"))
    said = "\n".join(one.text for one in read.paragraphs)
    for words in (
        f"{BASIC}：",
        "1.期限是2020年5月31日，已过1天，尚未销号。",
        "2.局长办公会要求。",
        "请于2020年6月10日前答复",
    ):
        assert words in said
    assert [cell.text for cell in read.tables[0].rows[1].cells] == ["新建公办幼儿园", "一/1.1", "2020-05-31", "办理中"]
    row = AuditRow.objects.get(act="supervision_notice")
    assert row.subject == first.pk and "2020-06-10" in row.body


def test_an_item_not_accepted_gives_its_own_reason_and_one_in_time_needs_words(plan: Bureau) -> None:
    _, second, _ = items()
    office = plan.accounts[OFFICE]
    made = supervision_notice(by=office, subject=second.pk, notice=NOTICE, at=NOW)
    assert "2020年6月1日交办，至今没有签收。" in made.paragraphs
    plan.done(BASIC, second, Act.ACCEPT)
    with pytest.raises(Refusal, match="请写明督办的原因"):
        supervision_notice(by=office, subject=second.pk, notice=NOTICE, at=NOW)
    with pytest.raises(Refusal, match="答复日期要在今天之后"):
        supervision_notice(by=office, subject=second.pk, notice=Notice(NOW.date(), "催"), at=NOW)
    with pytest.raises(NotAllowed):
        supervision_notice(by=plan.accounts[BASIC], subject=second.pk, notice=NOTICE, at=NOW)
