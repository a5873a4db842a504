"""What the commands on documents do; each gives the lines to print, and its exit code where that is not 0."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path

from django.utils import timezone

from yaodian.domain.finding import Refusal, Words
from yaodian.domain.period import Period
from yaodian.runtime.bulletin import filled
from yaodian.web.accounts.commands import account_called
from yaodian.web.audit.chain import seal, verify
from yaodian.web.audit.models import AuditRow, Head
from yaodian.web.clock import day_of
from yaodian.web.documents import bulletins
from yaodian.web.documents.bulletins import Letter
from yaodian.web.documents.due_forms import take_in
from yaodian.web.documents.exports import due_form_book, ledger_book
from yaodian.web.documents.ledgers import unit_called
from yaodian.web.documents.letters import Notice, bulletin_document, file_name, supervision_notice, written
from yaodian.web.documents.models import Status
from yaodian.web.documents.yearly import write_yearly_file
from yaodian.web.work.verifying import entries_fault, files_fault, states_fault
from yaodian.workspace.publish.due_workbook import write_due_form


def ledger(login: str, unit: str, out: Path, records: Path | None) -> Iterator[Words | str]:
    """The unit's ledger and its form of due items."""
    account, now = account_called(login), timezone.now()
    book = ledger_book(account=account, unit=unit, at=now, records=records)
    form = due_form_book(account=account, unit=unit, at=now, records=records)
    for path, made in ((out / book.name, book), (_free(out / form.name), form)):
        path.write_bytes(made.content)
        yield str(path)
    name = unit_called(unit, day_of(now)).name
    yield Words(f"{name}：{book.rows}项", f"{unit}: {book.rows} subjects")


def ledger_in(file: Path, login: str, unit: str) -> Iterator[Words | str | int]:
    """A filled form taken in; the rows that were not taken are written beside it."""
    taken = take_in(account=account_called(login), unit=unit, file=file, at=timezone.now())
    wrong = taken.wrong.rows if taken.wrong else ()
    yield f"+{taken.new} ~{taken.changed} ={taken.same} ✗{len(wrong)}"
    if taken.wrong is None:
        return
    for row in taken.wrong.rows:
        assert row.fault is not None
        where, reason, hint = row.fault.cell.value.rstrip("*"), row.fault.reason, row.fault.hint
        yield Words(
            f"第{row.number}行“{where}”：{reason.zh}；{hint.zh}", f"row {row.number}, {where}: {reason.en}; {hint.en}"
        )
    path = _free(file.with_name(f"{file.stem}-错误清单.xlsx"))
    write_due_form(path, taken.wrong)
    yield str(path)
    yield 1


def drafted(
    period: str,
    login: str,
    plan: str | None,
    text: Path | None,
    records: Path | None,
    document_no: str,
    to: str,
    copy: str,
) -> Iterator[Words]:
    """A bulletin drafted, or drafted anew."""
    letter = Letter(document_no, copied_to=copy)
    made = bulletins.draft(
        by=account_called(login), period=Period.parse(period), at=timezone.now(), plan=plan, records=records,
        text=_text_of(text) if text else None, letter=replace(letter, sent_to=to) if to else letter,
    )  # fmt: skip
    yield Words(
        f"已起草{made.title}（{made.address}，第{made.version}稿），{len(made.numbers)}个字段，数据截至{made.data_on}",
        f"drafted {made.address}, version {made.version}: {len(made.numbers)} fields as of {made.data_on}",
    )


def signed(period: str, login: str, plan: str | None, number: int | None, expected: int | None) -> Iterator[Words]:
    """A bulletin signed off."""
    bulletin = bulletins.bulletin_called(Period.parse(period), plan, number)
    bulletin.version = bulletin.version if expected is None else expected
    made = bulletins.sign(by=account_called(login), bulletin=bulletin, at=timezone.now())
    yield Words(f"{login}已签发{made.address}", f"{login} signed off {made.address}")


def issued(
    period: str, login: str, plan: str | None, number: int | None, records: Path | None, out: Path, pdf: bool
) -> Iterator[Words | str]:
    """A bulletin issued and written."""
    bulletin = bulletins.bulletin_called(Period.parse(period), plan, number)
    made = bulletins.issue(by=account_called(login), bulletin=bulletin, at=timezone.now(), records=records)
    yield Words(
        f"已印发{made.address}；审计根（{made.root_on}）{made.root}",
        f"issued {made.address}; audit root of {made.root_on}: {made.root}",
    )
    yield from map(str, written(bulletin_document(made), out / file_name(made), pdf))


def bulletin_shown(
    period: str, login: str, plan: str | None, number: int | None, out: Path | None, pdf: bool
) -> Iterator[Words | str | int]:
    """A bulletin with its numbers and where each comes from; exit code 1 where an issued one is not as it was sealed."""
    bulletin = bulletins.bulletin_called(Period.parse(period), plan, number)
    bulletins.seen(account_called(login), bulletin, timezone.now())
    status, numbers = Status(bulletin.status).words, bulletins.numbers_of(bulletin)
    yield f"{bulletin.address}  {bulletin.title}"
    yield Words(f"{status.zh}  第{bulletin.version}稿", f"{status.en}  version {bulletin.version}")
    for paragraph in filled(bulletin.text, numbers):
        yield from [paragraph] if isinstance(paragraph, str) else ("\t".join(row) for row in paragraph)
    for name, one in numbers.items():
        basis = Words(f"{one.entries}条记录", f"{one.entries} entries")
        whence = Words(one.release, one.release) if one.release else basis
        value = "…" if one.is_table else one.words
        yield Words(
            f"  {name} = {value}  （{one.query}，截至{one.as_of}，{whence.zh}）",
            f"  {name} = {value}  ({one.query}, as of {one.as_of}, {whence.en})",
        )
    if out:
        yield from map(str, written(bulletin_document(bulletin), out / file_name(bulletin), pdf))
    if not bulletins.is_unchanged(bulletin):
        yield Words("印发以后内容被改动过，与印发时的封条不符", "it was changed after it was issued")
        yield 1


def noticed(
    subject: str, login: str, answer_by: datetime, why: str, document_no: str, copy: str, out: Path, pdf: bool
) -> Iterator[str]:
    """A supervision notice written."""
    notice = Notice(answer_by.date(), why.rstrip("。"), document_no, copy)
    made = supervision_notice(by=account_called(login), subject=subject, notice=notice, at=timezone.now())
    yield from map(str, written(made, out / f"督办单-{subject}-{made.on}.docx", pdf))


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        raise Refusal(
            Words(f"{path}：不是UTF-8编码，请另存为UTF-8", f"{path}: is not UTF-8, save it as UTF-8")
        ) from None


def _free(path: Path) -> Path:
    """The path, or one beside it with a number where a file stands there: what was filled in is not written over."""
    numbered = (path.with_stem(f"{path.stem}{number}") for number in count(2))
    return path if not path.exists() else next(one for one in numbered if not one.exists())


def filed(year: int, login: str, out: Path, records: Path | None) -> Iterator[Words | str]:
    """The yearly file written."""
    path, count = write_yearly_file(by=account_called(login), year=year, folder=out, at=timezone.now(), records=records)
    yield str(path)
    yield Words(f"{count}个文件，校验值在 index.sha256", f"{count} files, their hashes in index.sha256")


def verified(roots: Path | None, quick: bool) -> Iterator[Words | int]:
    """Verify the audit's chain, the entries, the bulletins, the states and the files; exit code 1 where something is wrong."""
    seal()
    fault = (
        verify(_roots(roots) if roots else {})
        or entries_fault()
        or bulletins.fault()
        or (None if quick else states_fault() or files_fault())
    )
    if fault:
        yield fault
        yield 1
        return
    rows, head = AuditRow.objects.count(), Head.objects.values_list("digest", flat=True).first()
    what = "记录相符" if quick else "记录、状态和佐证相符"
    yield Words(f"审计{rows}条，{what}；链尾 {head}", f"{rows} audit entries hold; the chain ends in {head}")


def _roots(path: Path) -> dict[str, str]:
    """Published roots: a day and a root on each line."""
    lines = [line.split() for line in path.read_text("utf-8").splitlines() if line.strip()]
    wrong = next((number for number, words in enumerate(lines, start=1) if len(words) != 2), None)
    if wrong:
        raise Refusal(Words(f"{path} 第{wrong}行应是一个日期和一个根", f"{path}, line {wrong}: a day and a root"))
    return {day: root for day, root in lines}  # noqa: C416 - lists, not pairs, to the type checker
