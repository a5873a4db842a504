"""文书: what is handed to the parents of a child who is not in school, in the order of the law, as documents to be signed for;
and what the school confirms once the registers show the child back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from yaodian.domain.access import Purpose
from yaodian.domain.finding import Refusal, Words
from yaodian.runtime.command import steps_of
from yaodian.runtime.lifecycle import Phase
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import NotAllowed, Standing, standing
from yaodian.web.accounts.units import organisation
from yaodian.web.audit.recording import record
from yaodian.web.clock import day_of
from yaodian.web.installation import supervision
from yaodian.web.work.models import Item
from yaodian.web.work.persons import person_of, service_shown
from yaodian.web.work.reading import seen
from yaodian.web.work.writing import current
from yaodian.workspace.assuring import programmes
from yaodian.workspace.person_told import Said
from yaodian.workspace.publish.issued_document import IssuedDocument, Table
from yaodian.workspace.publish.wording import full_day


class Letter(StrEnum):
    """Which document, by the step it belongs to: that the law was explained, that the parents are ordered to mend it by a day,
    that the child is in school again."""

    TOLD = "persuaded"
    ORDERED = "ordered"
    BACK = "resolved"

    @property
    def words(self) -> Words:
        return _TITLES[self]


_TITLES = {
    Letter.TOLD: Words("送子女入学告知书", "what the law asks of parents"),
    Letter.ORDERED: Words("责令限期改正通知书", "order to mend it by a day"),
    Letter.BACK: Words("入学（复学）证明", "that the child is in school again"),
}
ATTENDING = "；学校日结考勤的，没有无故连续缺勤达到规定天数"
LAW = "《中华人民共和国义务教育法》"


@dataclass(frozen=True, slots=True)
class Asked:
    """A document to be written: which, by which day the child is to be in school, its number and to which school. Of a child
    who is back neither day nor school is asked: the registers tell."""

    letter: Letter
    by: date | None = None
    document_no: str = ""
    school: str = ""


def may_write(who: Standing, item: Item) -> bool:
    """Whether the account acts for the county that answers for a case of a child out of school, which is open."""
    is_of_a_child = item.purpose == Purpose.DROPOUT_PREVENTION and bool(item.owner) and item.phase != Phase.CLOSED
    return is_of_a_child and any(hand.unit == item.owner for hand in who.hands())


def must_write(who: Standing, item: Item) -> None:
    """Raise NotAllowed where it may not."""
    if not may_write(who, item):
        raise NotAllowed(
            Words(
                "文书由个案的责任县出，只用于没有销号的失学辍学个案",
                "the county that answers for the case writes it, of open cases of children out of school alone",
            )
        )


def letters_for(item: Item) -> Sequence[Letter]:
    """The documents that the case is ready for: what is asked of parents, until the registers show the child back."""
    return (Letter.BACK,) if _back_since(item) else (Letter.TOLD, Letter.ORDERED)


def _back_since(item: Item) -> date | None:
    return next((one.on for one in current(item).reached if one.step == Letter.BACK), None)


def letter_of(*, account: Account, subject: str, asked: Asked, at: datetime) -> IssuedDocument:
    """The document about a case's child, written for the county that answers for it. Whom it is about is looked up for the
    case's purpose, on record; that it was written is recorded too.

    NotAllowed for who does not act for that county or holds no duty for the purpose; Refusal for a document that the case is
    not ready for, a day that is not to come, and a child of whom no list tells the name.
    """
    on = day_of(at)
    item = seen(account, subject, on).item
    must_write(standing(account, on), item)
    _must_be_ready(item, asked, on)
    said = person_of(account=account, subject=subject, purpose=item.purpose, at=at).said
    child = next((one for one in said if one.name), None)
    if child is None:
        raise Refusal(
            Words("名册里看不到孩子的姓名，请核对职务的范围", "no list shows the child's name: check the duty's reach")
        )
    guardian = next((one.guardian for one in said if one.guardian), "")
    text = _back(account, item, child, at) if asked.letter is Letter.BACK else [*_text(asked, child), _SIGNED]
    record(actor=account.login, act=f"letter:{asked.letter}", subject=subject, at=at, purpose=item.purpose)
    return _document(item, asked, guardian or f"{child.name}的父母或者其他监护人", text, on)


def _must_be_ready(item: Item, asked: Asked, on: date) -> None:
    """Raise Refusal where the case is not ready for the document."""
    if asked.letter not in letters_for(item):
        raise Refusal(
            Words(
                "登记显示在校的出入学（复学）证明，没有在校的出告知书或通知书，请另选",
                "choose another: of a child whom the registers show back that is confirmed, of others the law is told",
            )
        )
    if asked.letter is not Letter.BACK and (asked.by is None or asked.by <= on):
        raise Refusal(Words("入学期限要在今天之后，请改日期", "the day to be in school by lies after today"))
    since, days = _back_since(item), _days_to_stand(item, on)
    if since and (stood := _stood(since, on)) < days:
        raise Refusal(
            Words(
                f"登记显示在校要满{days}个工作日才出证明，现在{stood}个，请到期再出",
                f"the registers must show it for {days} working days, now {stood}: write it then",
            )
        )


def _days_to_stand(item: Item, on: date) -> int:
    steps = steps_of(current(item), supervision().setting(on, item.owner))
    return next(step.days for step in steps if step.name == Letter.BACK)


def _stood(since: date, on: date) -> int:
    return supervision().calendar.working_days_between(since, on)


def _back(account: Account, item: Item, child: Said, at: datetime) -> list[Table | str]:
    """What the registers show of a child who is in school again, for the school to confirm."""
    on, since = day_of(at), _back_since(item)
    assert since is not None
    shown = service_shown(account=account, item=item, programme=item.left_out.programme, at=at)
    told = [f"{one.register.zh}：{'，'.join(f'{label} {value}' for label, value in one.values)}。" for one in shown]
    return [
        f"{child.name}{_born(child)}曾列入失学辍学个案。经逐人比对，登记簿显示已在学校就读：",
        *told,
        f"登记簿自{full_day(since)}起显示在校，到{full_day(on)}满{_stood(since, on)}个工作日，其间比对没有再列为失学辍学"
        f"{ATTENDING if _is_watched(item.left_out.programme) else ''}。",
        "请学校核对到校情况，属实的盖章确认。",
        _CONFIRMED,
    ]


def _is_watched(programme: str) -> bool:
    """Whether attendance is looked at too, by the programme itself or by the one it lasts by."""
    known = programmes()
    return bool(known[programme].lasts_by) or any(one.lasts_by == programme for one in known.values())


def _document(item: Item, asked: Asked, sent_to: str, text: Sequence[Table | str], on: date) -> IssuedDocument:
    place = organisation().with_code(item.owner, on)
    issuer = f"{place.name if place else item.owner}教育局"
    return IssuedDocument(
        issuer=issuer,
        document_no=asked.document_no,
        title=asked.letter.words.zh,
        sent_to=sent_to,
        paragraphs=text,
        on=on,
        printed_by=issuer,
        foot=(f"个案{item.subject}　一式两份，一份交监护人，一份附卷",),
    )


def _born(child: Said) -> str:
    return f"（{full_day(child.born)}出生）" if child.born else ""


def _text(asked: Asked, child: Said) -> list[str]:
    assert asked.by is not None
    school = asked.school or "所在学区的学校"
    first = f"你监护的适龄儿童少年{child.name}{_born(child)}，经名册比对和上门核实，至今没有在学校接受义务教育。"
    excused = "因身体状况需要延缓入学或者休学的，请向乡镇人民政府或者本局提出申请，附医疗机构的证明。"
    if asked.letter is Letter.TOLD:
        return [
            first,
            f"依照{LAW}第十一条，适龄儿童少年的父母或者其他法定监护人应当按时送其入学。请于{full_day(asked.by)}前送{child.name}到{school}就读。",
            "孩子上学有困难的，请告诉我们，该资助的资助，该安置的安置。" + excused,
        ]
    return [
        first + "此前已向你说明法律的规定，你仍未送其入学。",
        f"依照{LAW}第五十八条，责令你于{full_day(asked.by)}前改正，送{child.name}到{school}就读。",
        excused,
        "逾期没有改正的，将依法处理。",
    ]


_CONFIRMED = [["学校（盖章）", "班主任签名", "校长签名", "日期"], ["", "", "", ""]]
_SIGNED = [["送达人（两人）", "收件人签名", "送达日期", "备注"], ["", "", "", ""]]
