"""Evidence attached, given out, verified and swept; and killed at random moments while it is attached."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.effort import EFFORT
from tests.web.apart import killed_attaches
from tests.web.bureau import BASIC, CITY, NORTH, NOW, OFFICE, SAFETY, SOUTH, Bureau
from tests.workspace.evidence.hostile import marked_png, packed_script
from tests.workspace.evidence.ordinary import WORDS, photo, word
from yaodian.domain.access import Purpose
from yaodian.domain.entry import Act, Seat
from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts.policy import NotAllowed
from yaodian.web.audit.models import AuditRow
from yaodian.web.documents.commands import verified
from yaodian.web.installation import files
from yaodian.web.work import commands
from yaodian.web.work.evidence import attach, given_out, sweep
from yaodian.web.work.models import EntryRow, EvidenceFile, Item
from yaodian.web.work.verifying import files_fault
from yaodian.web.work.writing import Opening, current

FUTURE = datetime(2100, 1, 1, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.FILES = tmp_path / "files"
    return settings.FILES


@pytest.fixture
def item(bureau: Bureau) -> Item:
    return bureau.done(BASIC, bureau.item("w1"), Act.ACCEPT)


def attached(bureau: Bureau, item: Item, data: bytes | None = None, **given: Any) -> Item:
    unit = given.pop("unit", BASIC)
    told = {
        "step": "approved", "evidence": "official_document", "name": "批复.docx", "data": word() if data is None else data,
        "expected": Item.objects.get(pk=item.pk).version, "key": next(bureau.keys), "at": NOW,
    }  # fmt: skip
    account = given.pop("account", None) or bureau.accounts[unit]
    return attach(account=account, unit=unit, subject=item.pk, **told | given)


def counts() -> tuple[int, int, int]:
    return EntryRow.objects.count(), AuditRow.objects.count(), EvidenceFile.objects.count()


def stored(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_step_is_taken_once_its_evidence_is_attached(bureau: Bureau, item: Item, folder: Path) -> None:
    with pytest.raises(Refusal, match="要先附上佐证"):
        bureau.done(BASIC, item, Act.STEP, step="approved")
    before = counts()
    after = attached(bureau, item, name="..\\批复\u202e.exe")
    assert counts() == tuple(count + 1 for count in before)
    entry, row = after.entries.order_by("number").last(), EvidenceFile.objects.get()
    assert entry.data == {
        "step": "approved", "evidence": "official_document", "sha256": row.pk, "name": "批复.docx",
    }  # fmt: skip
    assert [path.name for path in stored(folder)] == [row.pk] and row.size == len(word())
    assert current(after).attached[0].sha256 == row.pk
    assert bureau.done(BASIC, item, Act.STEP, step="approved").version == after.version + 1


def test_a_refused_file_leaves_nothing_behind(bureau: Bureau, item: Item, folder: Path) -> None:
    before = counts()
    with pytest.raises(Refusal, match="脚本"):
        attached(bureau, item, packed_script(), name="批复.pdf")
    assert counts() == before and not stored(folder)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"step": "settled"}, "还没有轮到"),
        ({"expected": 1}, "又有1条记录"),
        ({"evidence": "selfie"}, "没有佐证种类"),
        ({"evidence": "register_row"}, "没有佐证种类"),
        ({"unit": SAFETY}, "没有这个事项|不办"),
    ],
)
def test_an_attachment_that_cannot_be_made_names_no_file(
    bureau: Bureau, item: Item, folder: Path, given: dict[str, Any], why: str
) -> None:
    before = counts()
    with pytest.raises(Refusal, match=why):
        attached(bureau, item, **given)
    assert counts() == before
    sweep(FUTURE)
    assert not stored(folder)


@pytest.mark.parametrize("digest", ["a" * 64, "", "../../etc/passwd", None, {"a": 1}, 7])
def test_a_hash_of_no_file_that_was_handed_in_is_no_evidence(bureau: Bureau, item: Item, digest: Any) -> None:
    before = counts()
    with pytest.raises(Refusal, match="没有收到过这份佐证"):
        bureau.done(BASIC, item, Act.ATTACH, step="approved", evidence="official_document", sha256=digest)
    assert counts() == before


def test_the_same_attachment_sent_again_is_one(bureau: Bureau, item: Item, folder: Path) -> None:
    first = attached(bureau, item, key="k", expected=item.version)
    assert attached(bureau, item, key="k", expected=item.version).version == first.version
    other = bureau.done(BASIC, bureau.item("w2"), Act.ACCEPT)
    attached(bureau, other, name="另一个名字.docx")
    assert len(stored(folder)) == EvidenceFile.objects.count() == 1
    assert files_fault() is None


def test_a_crash_before_the_commit_leaves_a_file_that_a_sweep_removes(
    bureau: Bureau, item: Item, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(**_: object) -> None:
        raise SystemExit

    before = counts()
    with monkeypatch.context() as patched:
        patched.setattr("yaodian.web.work.evidence.act", crash)
        with pytest.raises(SystemExit):
            attached(bureau, item)
    assert counts() == before and len(stored(folder)) == 1
    attached(bureau, item, photo(40, 30))
    assert sweep(NOW) == 0
    assert sweep(FUTURE) == 1 and files_fault() is None and len(stored(folder)) == 1


def test_nobody_attaches_to_what_they_may_not_see_and_no_file_is_opened(
    bureau: Bureau, item: Item, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yaodian.web.work.evidence.checked", lambda *_: pytest.fail("the file was opened"))
    for given in ({"unit": SOUTH}, {"account": bureau.accounts[BASIC], "unit": OFFICE}):
        with pytest.raises(NotAllowed):
            attached(bureau, item, **given)


def test_a_file_is_given_out_after_its_audit_row(bureau: Bureau, item: Item) -> None:
    digest = current(attached(bureau, item, marked_png(), name="现场.png")).attached[0].sha256
    before = AuditRow.objects.count()
    given = given_out(account=bureau.accounts[CITY], subject="w1", digest=digest, at=NOW)
    row = AuditRow.objects.order_by("pk").last()
    assert AuditRow.objects.count() == before + 1
    assert (row.act, row.subject, row.actor) == ("read:evidence", "w1", f"of-{CITY}") and digest in row.body
    with given.file as file:
        assert len(file.read()) == given.size
    assert given.name == "现场.png" and given.media == "image/png"


def test_a_file_is_not_given_out_to_who_may_not_see_its_subject(bureau: Bureau, item: Item) -> None:
    digest = current(attached(bureau, item)).attached[0].sha256
    bureau.item("w9", owner=NORTH)
    before = AuditRow.objects.count()
    with pytest.raises(NotAllowed):
        given_out(account=bureau.accounts[SOUTH], subject="w1", digest=digest, at=NOW)
    with pytest.raises(Refusal, match="没有这份佐证"):
        given_out(account=bureau.accounts[OFFICE], subject="w9", digest=digest, at=NOW)
    assert AuditRow.objects.count() == before


def test_evidence_about_a_person_is_shown_for_its_purpose_only(bureau: Bureau) -> None:
    opening = Opening(person="record-1", purpose=Purpose.DROPOUT_PREVENTION.value)
    case = bureau.done(BASIC, bureau.item("c1", opening=opening), Act.ACCEPT)
    digest = current(attached(bureau, case)).attached[0].sha256
    with pytest.raises(NotAllowed, match="涉及个人"):
        given_out(account=bureau.accounts[OFFICE], subject="c1", digest=digest, at=NOW)
    keeper = bureau.account("keeper", OFFICE, Seat.OFFICE, Purpose.DROPOUT_PREVENTION)
    bureau.account("keeper", OFFICE, Seat.OFFICE)
    with given_out(account=keeper, subject="c1", digest=digest, at=NOW).file as file:
        assert file.read() == word()


def test_verify_names_the_first_file_that_is_gone_or_changed(bureau: Bureau, item: Item, folder: Path) -> None:
    first = current(attached(bureau, item)).attached[0].sha256
    second = current(attached(bureau, item, photo(40, 30))).attached[1].sha256
    assert files_fault() is None
    path = files().path(second)
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    assert second in files_fault().zh and "w1/4" in files_fault().zh
    files().path(first).unlink()
    assert first in files_fault().en and "w1/3" in files_fault().en
    assert [line for line in verified(None, False) if line == 1]


def test_a_row_taken_away_is_found_by_verify(bureau: Bureau, item: Item) -> None:
    attached(bureau, item)
    EvidenceFile.objects.all().delete()
    assert files_fault() is not None


def test_the_command_attaches_a_file_and_tells_its_hash(bureau: Bureau, item: Item, tmp_path: Path) -> None:
    file = tmp_path / f"{WORDS}.docx"
    file.write_bytes(word())
    account = bureau.account("li", BASIC, Seat.UNIT)
    account.duties.update(since="2000-01-01")
    lines = list(commands.attached("w1", "approved", "official_document", file, None, "li", BASIC))
    assert isinstance(lines[0], Words) and EvidenceFile.objects.get().pk in lines[0].zh
    assert [line.en for line in commands.swept()] == ["0 files that no entry names were removed"]


@pytest.mark.slow
def test_a_kill_while_evidence_is_attached_loses_doubles_and_halves_nothing(tmp_path: Path) -> None:
    told = killed_attaches(tmp_path, 3 if EFFORT == "ci" else 20)
    assert told["killed"] == told["points"] and told["acknowledged"] > told["points"]
    assert told["lost"] == told["doubled"] == told["half"] == 0
    assert told["unsaid"] <= told["points"]
