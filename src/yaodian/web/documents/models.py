"""通报表: bulletins with their texts and the numbers frozen in them."""

from __future__ import annotations

from enum import StrEnum

from django.db import models
from django.db.models import F, Q

from yaodian.domain.finding import Words
from yaodian.web.accounts.models import Account
from yaodian.web.plans.models import PlanEdition


class Status(StrEnum):
    """状态: drafted, signed off by a second person, issued for ever."""

    DRAFT = "draft"
    SIGNED = "signed"
    ISSUED = "issued"

    @property
    def words(self) -> Words:
        return _STATUSES[self]


_STATUSES = {
    Status.DRAFT: Words("草稿", "draft"),
    Status.SIGNED: Words("已签发待印发", "signed off"),
    Status.ISSUED: Words("已印发", "issued"),
}


class Bulletin(models.Model):
    """The `number`th bulletin (from 1) on a plan for a period. `numbers` holds for each field of `text` its query, value,
    day and origin (see `runtime.bulletin.Number`), as of `data_on`. Once issued it has the audit root of `root_on` and the
    `seal` of its content, and nothing of it is changed again: what is wrong in it is put right by the next one."""

    edition = models.ForeignKey(PlanEdition, on_delete=models.PROTECT)
    plan = models.CharField(max_length=40)
    period = models.CharField(max_length=10)
    number = models.PositiveIntegerField()
    status = models.CharField(max_length=10)
    title = models.CharField(max_length=200)
    document_no = models.CharField(max_length=40, blank=True)
    sent_to = models.CharField(max_length=200, blank=True)
    copied_to = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    numbers = models.JSONField()
    data_on = models.DateField()
    drafted_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="bulletins_drafted")
    drafted_at = models.DateTimeField()
    signed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="bulletins_signed", null=True)
    signed_at = models.DateTimeField(null=True)
    issued_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="bulletins_issued", null=True)
    issued_at = models.DateTimeField(null=True)
    root = models.CharField(max_length=64, blank=True)
    root_on = models.DateField(null=True)
    seal = models.CharField(max_length=64, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["plan", "period", "number"], name="bulletin_number"),
            models.CheckConstraint(
                condition=Q(signed_by=None) | ~Q(signed_by=F("drafted_by")), name="bulletin_second_person"
            ),
            models.CheckConstraint(
                condition=~Q(status="issued") | (Q(signed_by__isnull=False, issued_at__isnull=False) & ~Q(root="")),
                name="bulletin_issued_signed",
            ),
        )

    @property
    def address(self) -> str:
        """2020/2020-06/1: plan, period, number."""
        return f"{self.plan}/{self.period}/{self.number}"
