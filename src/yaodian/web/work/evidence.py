"""佐证: files attached to subjects and given out again. A file is checked and on the disk before its entry is written; its
entry, its row and the audit commit together or not at all."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from django.db import transaction

from yaodian.declare.kind import FILED
from yaodian.domain.entry import Act
from yaodian.domain.finding import NotFound, Refusal, Words
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import Doing, NotAllowed, hidden_fields, must, standing
from yaodian.web.audit.recording import record
from yaodian.web.clock import day_of
from yaodian.web.installation import files
from yaodian.web.work.models import EvidenceFile, Item
from yaodian.web.work.services import act
from yaodian.workspace.evidence.checking import Checked, checked
from yaodian.workspace.evidence.media import Media
from yaodian.workspace.evidence.names import kept_name


@dataclass(frozen=True, slots=True)
class Given:
    """A file given out: open at its first byte, with the name and the type to give it out by."""

    file: BinaryIO
    name: str
    media: Media
    size: int


def attach(
    *, account: Account, unit: str, subject: str, step: str, evidence: str, name: str, data: bytes, expected: int,
    key: str, at: datetime,
) -> Item:  # fmt: skip
    """Check an uploaded file and attach it to a subject as evidence of a step; the item as it is then.

    Raises what `services.act` raises, and Refusal where the file is not taken. Who may not see the subject, or does not
    act for the unit, has no file checked.
    """
    who = standing(account, day_of(at))
    must(who, Doing.SEE, Item.objects.filter(pk=subject).first())
    who.hand_for(unit)
    if evidence not in FILED:
        known = "、".join(FILED)
        raise Refusal(Words(f"没有佐证种类“{evidence}”；有：{known}", f"no evidence {evidence!r}; there is: {known}"))
    return attach_checked(
        account=account, unit=unit, subject=subject, step=step, evidence=evidence, name=name,
        file=checked(data, name), expected=expected, key=key, at=at,
    )  # fmt: skip


def attach_checked(
    *, account: Account, unit: str, subject: str, step: str, evidence: str, name: str, file: Checked, expected: int,
    key: str, at: datetime,
) -> Item:  # fmt: skip
    """Attach a file that was checked: first it is on the disk, then it is named."""
    digest = files().put(file)
    told = {"step": step, "evidence": evidence, "sha256": digest, "name": kept_name(name, file.media)}
    with transaction.atomic():
        row = EvidenceFile(sha256=digest, media=file.media.value, size=file.size, at=at)
        EvidenceFile.objects.bulk_create([row], ignore_conflicts=True)
        return act(
            account=account, unit=unit, subject=subject, act=Act.ATTACH, data=told, expected=expected, key=key, at=at
        )


def given_out(*, account: Account, subject: str, digest: str, at: datetime) -> Given:
    """A file attached to a subject, for who may see it; the read is audited before the first byte.

    Raises NotAllowed where the account may not see the subject, or not whom it is about; Refusal where there is no such
    file.
    """
    who = standing(account, day_of(at))
    item = Item.objects.filter(pk=subject).first()
    must(who, Doing.SEE, item)
    assert item is not None
    if item.person and "person" in hidden_fields(who, item.purpose):
        raise NotAllowed(
            Words(
                "这份佐证涉及个人，要有相应用途的职务才能查看",
                "this evidence is about a person: only a duty for its purpose shows it",
            )
        )
    entry = item.entries.filter(act=Act.ATTACH.value, data__sha256=digest).order_by("number").last()
    row = EvidenceFile.objects.filter(pk=digest).first()
    if entry is None or row is None:
        raise NotFound(Words("没有这份佐证", "there is no such evidence"))
    with transaction.atomic(durable=True):
        record(actor=account.login, act="read:evidence", subject=subject, at=at, purpose=item.purpose, sha256=digest)
    try:
        file = files().open(digest)
    except OSError as error:
        raise Refusal(
            Words("这份佐证的文件不见了，请用 yaodian verify 查验", "the file is gone: run yaodian verify")
        ) from error
    return Given(file, entry.data["name"], Media(row.media), row.size)


def sweep(at: datetime) -> int:
    """Remove the files of attachments that were never committed; how many there were."""
    named: Container[str] = set(EvidenceFile.objects.values_list("pk", flat=True))
    return files().sweep(named, at)
