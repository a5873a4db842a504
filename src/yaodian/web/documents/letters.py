"""公文: bulletins and supervision notices as documents in the form of GB/T 9704."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from yaodian.domain.finding import Refusal, Words
from yaodian.runtime.bulletin import filled
from yaodian.runtime.lifecycle import Phase, State
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import Doing, must, standing
from yaodian.web.accounts.units import organisation
from yaodian.web.audit.recording import record
from yaodian.web.clock import day_of
from yaodian.web.documents.bulletins import numbers_of
from yaodian.web.documents.models import Bulletin, Status
from yaodian.web.installation import supervision
from yaodian.web.work.reading import seen
from yaodian.workspace.bureau import load_bureau
from yaodian.workspace.publish.issued_document import IssuedDocument, write_issued_document
from yaodian.workspace.publish.pdf import write_pdf
from yaodian.workspace.publish.wording import full_day


def written(document: IssuedDocument, path: Path, pdf: bool) -> list[Path]:
    """The document in Word and, where asked for, as PDF."""
    write_issued_document(path, document)
    return [path, write_pdf(path)] if pdf else [path]


def file_name(bulletin: Bulletin) -> str:
    """What its Word file is called; of a draft so that nobody takes it for issued."""
    draft = "" if bulletin.status == Status.ISSUED else "-草稿"
    return f"通报-{bulletin.period}-{bulletin.number}{draft}.docx"


def bulletin_document(bulletin: Bulletin) -> IssuedDocument:
    """The bulletin with its numbers filled in; its foot says the day of the data and the audit root, of one that is not
    issued yet what it is."""
    issuer, status, on = _bureau(), Status(bulletin.status), bulletin.data_on
    foot = [f"数据截至{full_day(on)}　{status.words.zh}，以印发稿为准"]
    if status is Status.ISSUED:
        assert bulletin.root_on is not None
        foot = [f"数据截至{full_day(on)}　审计根（{bulletin.root_on}）", bulletin.root]
    return IssuedDocument(
        issuer=issuer,
        document_no=bulletin.document_no,
        title=bulletin.title,
        sent_to=bulletin.sent_to,
        paragraphs=filled(bulletin.text, numbers_of(bulletin)),
        on=day_of(bulletin.issued_at or bulletin.drafted_at),
        copied_to=bulletin.copied_to,
        printed_by=f"{issuer}办公室",
        foot=foot,
    )


@dataclass(frozen=True, slots=True)
class Notice:
    """What a supervision notice asks: an answer by a day; `why` in words beside what the record says."""

    answer_by: date
    why: str = ""
    document_no: str = ""
    copied_to: str = ""


def supervision_notice(*, by: Account, subject: str, notice: Notice, at: datetime) -> IssuedDocument:
    """督办单: to the unit that answers for an item, with its deadline, why it is supervised and by when to answer. Recorded.

    Refusal for an item that is closed, has no owner or gives no reason, and for a day that is not to come.
    """
    today = day_of(at)
    must(standing(by, today), Doing.ISSUE_DOCUMENT)
    found = seen(by, subject, today)
    state, reasons = found.state, reasons_of(found.state, today)
    reasons += [notice.why] if notice.why else []
    if fault := _fault(state, reasons, notice, today):
        raise Refusal(fault)
    unit, issuer = _name(state.owner, today), _bureau()
    record(
        actor=by.login, act="supervision_notice", subject=subject, at=at, unit=state.owner,
        answer_by=notice.answer_by.isoformat(), version=found.item.version,
    )  # fmt: skip
    head, due = ["事项", "举措", "期限", "阶段"], state.due.isoformat() if state.due else "未定"
    numbered = [f"{place}.{why}。" for place, why in enumerate(reasons, start=1)]
    return IssuedDocument(
        issuer=issuer,
        document_no=notice.document_no,
        title="督办通知单",
        sent_to=unit,
        paragraphs=(
            "你单位负责的下列工作事项，请抓紧办理。",
            "一、督办事项",
            [head, [state.title, found.item.address or "—", due, state.phase.words.zh]],
            "二、督办原因",
            *(numbered if len(numbered) > 1 else [f"{reasons[0]}。"]),
            "三、办理要求",
            f"请于{full_day(notice.answer_by)}前答复：办理到哪一步、还差什么、何时办结；已经办结的，附上佐证提请核验。",
        ),
        on=today,
        copied_to=notice.copied_to,
        printed_by=f"{issuer}办公室",
        foot=(f"事项{subject}，办理记录第{found.item.version}条",),
    )


def reasons_of(state: State, today: date) -> list[str]:
    """What the record itself gives as reason: past its deadline, not accepted, sent back."""
    found = []
    if state.due is not None and state.due < today:
        found.append(f"期限是{full_day(state.due)}，已过{(today - state.due).days}天，尚未销号")
    if state.phase is Phase.ASSIGNED and state.last_at is not None:
        found.append(f"{full_day(day_of(state.last_at))}交办，至今没有签收")
    if state.sent_back:
        found.append(f"办理材料被退回{state.sent_back}次")
    return found


def _fault(state: State, reasons: list[str], notice: Notice, today: date) -> Words | None:
    if not state.is_open:
        return Words(f"{state.subject}已经销号，不用督办", f"{state.subject} is closed out")
    if not state.owner:
        return Words(f"{state.subject}还没有责任单位，请先交办", f"{state.subject} has no owner: assign it first")
    if not reasons:
        return Words(
            f"{state.subject}没有逾期也已签收，请写明督办的原因", f"{state.subject} is in time: give the reason"
        )
    if notice.answer_by <= today:
        return Words("答复日期要在今天之后", "the day to answer by lies after today")
    return None


def _bureau() -> str:
    return load_bureau(supervision().folder).name


def _name(unit: str, on: date) -> str:
    known = organisation().with_code(unit, on)
    return known.name if known else unit
