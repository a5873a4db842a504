"""核对: whether the entries are the ones that the audit sealed, the states what the entries fold to, the files whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby

from yaodian.domain.entry import Act, Entry
from yaodian.domain.finding import Words
from yaodian.runtime.lifecycle import BrokenHistory, fold
from yaodian.runtime.snapshot import data_of
from yaodian.web.audit.chain import READ_AT_ONCE
from yaodian.web.audit.models import AuditRow
from yaodian.web.installation import files
from yaodian.web.work.models import EntryRow, EvidenceFile, Item
from yaodian.web.work.writing import seal_of


def entries_fault() -> Words | None:
    """The first entry that is not as it was audited, or is gone, or was never audited."""
    of_entry = [f"entry__{name}" for name in EntryRow.COLUMNS]
    rows = AuditRow.objects.filter(act__startswith="entry:").order_by("pk").values_list("subject", "body", *of_entry)
    for subject, body, *columns in rows.iterator(READ_AT_ONCE):
        if columns[0] is None:
            return Words(f"记录{subject}被删除", f"the entry {subject} was deleted")
        entry = EntryRow.from_columns(columns)
        if f"{entry.subject}/{entry.number}" != subject or seal_of(entry) != json.loads(body)[6].get("entry"):
            return Words(f"记录{subject}被改动过", f"the entry {subject} was changed")
    stray = EntryRow.objects.exclude(audit__act__startswith="entry:").values_list("item_id", "number").first()
    if stray:
        return Words(f"记录{stray[0]}/{stray[1]}没有审计", f"the entry {stray[0]}/{stray[1]} has no audit")
    return None


def states_fault() -> Words | None:
    """The first subject whose kept state is not what its entries fold to."""
    states = dict(Item.objects.values_list("subject", "state"))
    for subject, entries in groupby(_entries(), key=lambda entry: entry.subject):
        try:
            folded = data_of(fold(entries))
        except BrokenHistory as fault:
            return Words(f"{subject}的记录不连续：{fault}", f"the entries of {subject} are no history: {fault}")
        if states.pop(subject) != json.loads(json.dumps(folded)):
            return Words(f"{subject}的状态与记录不符", f"the state of {subject} is not what its entries say")
    if states:
        first = min(states)
        return Words(f"{first}没有记录", f"{first} has no entries")
    return None


def files_fault() -> Words | None:
    """The first attachment, in the order of the audit, whose file is gone or holds something else."""
    rows = EntryRow.objects.filter(act=Act.ATTACH.value).order_by("audit_id")
    kept, whole = set(EvidenceFile.objects.values_list("pk", flat=True)), set[str]()
    for subject, number, data in rows.values_list("item_id", "number", "data").iterator(READ_AT_ONCE):
        digest = data.get("sha256", "")
        if digest in whole:
            continue
        if digest not in kept or not files().is_whole(digest):
            return Words(
                f"记录{subject}/{number}的佐证 {digest} 不见了或被改动过",
                f"the evidence {digest} of the entry {subject}/{number} is gone or was changed",
            )
        whole.add(digest)
    return None


def _entries() -> Iterator[Entry]:
    rows = EntryRow.objects.order_by("item_id", "number").values_list(*EntryRow.COLUMNS)
    return map(EntryRow.from_columns, rows.iterator(READ_AT_ONCE))
