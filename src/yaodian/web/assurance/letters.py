"""文书: what is handed to the parents of a child who is not in school, in the order of the law, as documents to be signed for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from yaodian.domain.access import Purpose
from yaodian.domain.finding import Refusal, Words
from yaodian.runtime.lifecycle import Phase
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import NotAllowed, Standing, standing
from yaodian.web.accounts.units import organisation
from yaodian.web.audit.recording import record
from yaodian.web.clock import day_of
from yaodian.web.work.models import Item
from yaodian.web.work.persons import person_of
from yaodian.web.work.reading import seen
from yaodian.workspace.person_told import Said
from yaodian.workspace.publish.issued_document import IssuedDocument
from yaodian.workspace.publish.wording import full_day


class Letter(StrEnum):
    """Which document: that the law was explained, or that the parents are ordered to mend it by a day."""

    TOLD = "persuaded"
    ORDERED = "ordered"

    @property
    def words(self) -> Words:
        return _TITLES[self]


_TITLES = {
    Letter.TOLD: Words("送子女入学告知书", "what the law asks of parents"),
    Letter.ORDERED: Words("责令限期改正通知书", "order to mend it by a day"),
}
LAW = "《中华人民共和国义务教育法》"


@dataclass(frozen=True, slots=True)
class Asked:
    """A document to be written: which, by which day the child is to be in school, its number and to which school."""

    letter: Letter
    by: date
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


def letter_of(*, account: Account, subject: str, asked: Asked, at: datetime) -> IssuedDocument:
    """The document for the parents of a case's child, written for the county that answers for it. Whom it is about is looked
    up for the case's purpose, on record; that it was written is recorded too.

    NotAllowed for who does not act for that county or holds no duty for the purpose; Refusal for a day that is not to come
    and a child of whom no list tells the name.
    """
    on = day_of(at)
    found = seen(account, subject, on)
    must_write(standing(account, on), found.item)
    if asked.by <= on:
        raise Refusal(Words("入学期限要在今天之后，请改日期", "the day to be in school by lies after today"))
    said = person_of(account=account, subject=subject, purpose=found.item.purpose, at=at).said
    child = next((one for one in said if one.name), None)
    if child is None:
        raise Refusal(
            Words("名册里看不到孩子的姓名，请核对职务的范围", "no list shows the child's name: check the duty's reach")
        )
    guardian = next((one.guardian for one in said if one.guardian), "")
    record(actor=account.login, act=f"letter:{asked.letter}", subject=subject, at=at, purpose=found.item.purpose)
    return _document(found.item, asked, child, guardian, on)


def _document(item: Item, asked: Asked, child: Said, guardian: str, on: date) -> IssuedDocument:
    place = organisation().with_code(item.owner, on)
    issuer = f"{place.name if place else item.owner}教育局"
    return IssuedDocument(
        issuer=issuer,
        document_no=asked.document_no,
        title=asked.letter.words.zh,
        sent_to=f"{guardian or child.name + '的父母或者其他监护人'}",
        paragraphs=(*_text(asked, child), _SIGNED),
        on=on,
        printed_by=issuer,
        foot=(f"个案{item.subject}　一式两份，一份交监护人，一份附卷",),
    )


def _text(asked: Asked, child: Said) -> list[str]:
    born = f"（{full_day(child.born)}出生）" if child.born else ""
    school = asked.school or "所在学区的学校"
    first = f"你监护的适龄儿童少年{child.name}{born}，经名册比对和上门核实，至今没有在学校接受义务教育。"
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


_SIGNED = [["送达人（两人）", "收件人签名", "送达日期", "备注"], ["", "", "", ""]]
