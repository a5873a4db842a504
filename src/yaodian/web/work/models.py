"""工作表: work items and cases, the units they concern, their entries, evidence files and the receipts of writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db import models

from yaodian.domain.entry import Act, Entry, Hand, Seat
from yaodian.runtime.lifecycle import Phase
from yaodian.web.audit.models import AuditRow
from yaodian.web.plans.models import PlanEdition


class ItemQuery(models.QuerySet):
    """Subjects as lists read them."""

    def with_plan(self) -> ItemQuery:
        """Each with the edition it stands in, without the file of it."""
        return self.select_related("plan").defer("plan__plan_file")


class Item(models.Model):
    """A work item, a part of one, or a case. `state` is the fold of its `version` entries; the columns beside it repeat
    what lists are filtered, ordered and counted by, `alike` as one text (`alike.Alike`); `last_at` is the instant of the last
    entry. `person` names the record that a case is about, `purpose` for what that may be shown."""

    subject = models.CharField(max_length=64, primary_key=True)
    plan = models.ForeignKey(PlanEdition, on_delete=models.PROTECT, null=True)
    address = models.CharField(max_length=40, blank=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="below")
    is_case = models.BooleanField(default=False)
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    owner = models.CharField(max_length=40, blank=True)
    due = models.DateField(null=True)
    phase = models.CharField(max_length=12)
    opened_on = models.DateField(null=True)
    is_suspended = models.BooleanField(default=False)
    last_at = models.DateTimeField(null=True)
    alike = models.TextField()
    person = models.CharField(max_length=64, blank=True)
    purpose = models.CharField(max_length=40, blank=True)
    state = models.JSONField()
    version = models.PositiveIntegerField()

    objects = ItemQuery.as_manager()

    class Meta:
        indexes = (
            models.Index(fields=["owner", "phase", "due"], name="item_owner"),
            models.Index(fields=["plan", "address"], name="item_address"),
            models.Index(fields=["plan", "is_case", "last_at"], name="item_last_at"),
            models.Index(fields=["phase", "due"], name="item_no_case", condition=models.Q(is_case=False)),
        )

    @staticmethod
    def concerned(units: Iterable[str]) -> models.QuerySet:
        """The ids of the subjects that concern any of these units."""
        return Concern.objects.filter(unit__in=units).values("item")

    @staticmethod
    def open_parts(of: Iterable[str]) -> Counter[str]:
        """How many parts of each of these subjects are not closed out."""
        held = list(of)
        if not held:
            return Counter()
        parts = Item.objects.filter(parent__in=held, is_case=False).exclude(phase=Phase.CLOSED.value)
        return Counter(parts.values_list("parent_id", flat=True))


class Concern(models.Model):
    """A unit has to do with a subject: it owns, supports or did part of it, or owns what it is a part of."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT)
    unit = models.CharField(max_length=40)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["unit", "item"], name="concern_once"),)


class EntryRow(models.Model):
    """An entry as it was made; rows are only added."""

    COLUMNS = ("item_id", "number", "act", "at", "unit", "seat", "account", "data", "schema")

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    act = models.CharField(max_length=16)
    at = models.DateTimeField()
    unit = models.CharField(max_length=40)
    seat = models.CharField(max_length=10)
    account = models.CharField(max_length=64, blank=True)
    data = models.JSONField()
    schema = models.PositiveSmallIntegerField()
    audit = models.OneToOneField(AuditRow, on_delete=models.PROTECT, related_name="entry")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["item", "number"], name="entry_number"),)
        indexes = (models.Index(fields=["act", "at"], name="entry_act"),)

    @property
    def entry(self) -> Entry:
        return self.from_columns([getattr(self, name) for name in self.COLUMNS])

    @staticmethod
    def from_columns(columns: Iterable[Any]) -> Entry:
        """The entry of the values of `COLUMNS`, as a query of many gives them."""
        subject, number, act, at, unit, seat, account, data, schema = columns
        return Entry(subject, number, Act(act), at, Hand(unit, Seat(seat), account), data, schema)

    @classmethod
    def of(cls, entry: Entry, audit: AuditRow) -> EntryRow:
        by = entry.by
        return cls(
            item_id=entry.subject, number=entry.number, act=entry.act.value, at=entry.at, unit=by.unit,
            seat=by.seat.value, account=by.account, data=dict(entry.data), schema=entry.schema, audit=audit,
        )  # fmt: skip


class EvidenceFile(models.Model):
    """A file of the store that some entry names, by the hash of its content; each entry has a name for it of its own."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    media = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    at = models.DateTimeField()


class Receipt(models.Model):
    """What a write with a key came to, so that the same write sent again does nothing twice."""

    account = models.CharField(max_length=64)
    key = models.CharField(max_length=80)
    asked = models.CharField(max_length=64)
    subject = models.CharField(max_length=64)
    version = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["account", "key"], name="receipt_key"),)


class PromiseLight(models.Model):
    """What was measured of a promise on a day, over a release: its light and the sentence why. Rows are only added: a figure
    that was shown is never written over. `told` is how it came about, for those who look closer (see
    `workspace.score.told`); a part of an item has its own county's figure there and no light of its own."""

    edition = models.ForeignKey(PlanEdition, on_delete=models.PROTECT)
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="promise_lights")
    promise = models.CharField(max_length=64)
    on = models.DateField()
    release = models.CharField(max_length=64)
    indicator = models.CharField(max_length=80, blank=True)
    colour = models.CharField(max_length=10)
    zh = models.TextField()
    en = models.TextField()
    value = models.FloatField(null=True)
    source = models.CharField(max_length=10, blank=True)
    as_of = models.DateField(null=True)
    told = models.JSONField(default=dict)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["item", "promise", "on", "release"], name="promise_light_once"),)
        indexes = (models.Index(fields=["item", "promise", "on"], name="promise_light_newest"),)


class RecordedStep(models.Model):
    """A step whose row a register has taken, and the release that first holds it."""

    entry = models.OneToOneField(EntryRow, on_delete=models.PROTECT, related_name="recorded")
    register = models.CharField(max_length=40)
    release = models.CharField(max_length=64)
    at = models.DateTimeField()
