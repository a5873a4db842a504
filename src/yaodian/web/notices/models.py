"""通知表: what fell due, recorded once; where messages go; and each delivery until it is made."""

from __future__ import annotations

from django.db import models

from yaodian.web.work.models import Item


class Notice(models.Model):
    """One notice. `key` names its subject, cause and rung, so that it is recorded once however often it is worked out."""

    key = models.CharField(max_length=160, unique=True)
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="notices")
    rung = models.CharField(max_length=12)
    unit = models.CharField(max_length=40)
    on = models.DateField()
    zh = models.TextField()
    en = models.TextField()
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["unit", "on"], name="notice_unit"),)


class Channel(models.Model):
    """Where a unit's messages go: `kind` is webhook (signed with `secret`) or message (an address that apprise knows:
    mail, 企业微信, 钉钉)."""

    unit = models.CharField(max_length=40, db_index=True)
    kind = models.CharField(max_length=10)
    address = models.CharField(max_length=300)
    secret = models.CharField(max_length=64, blank=True)
    is_active = models.BooleanField(default=True)


class Delivery(models.Model):
    """A notice on its way to a channel: tried again, later each time, until it was taken."""

    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="deliveries")
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT)
    tries = models.PositiveIntegerField(default=0)
    next_at = models.DateTimeField()
    delivered_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["notice", "channel"], name="delivery_once"),)
        indexes = (models.Index(fields=["delivered_at", "next_at"], name="delivery_due"),)

    @property
    def key(self) -> str:
        """The same at each try, so that a receiver takes it once."""
        return f"{self.notice.key}/{self.channel_id}"
