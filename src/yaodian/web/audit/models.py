"""审计表: rows that say who did or read what, their chain, and the roots that others hold."""

from __future__ import annotations

from django.db import models


class AuditRow(models.Model):
    """One act. `body` is its canonical text, the columns beside it repeat it for searching; `place` and `digest` stand
    once the row is sealed. `actor_number` counts each actor's rows, so that what vanished before sealing is missed."""

    at = models.DateTimeField()
    actor = models.CharField(max_length=64)
    actor_number = models.BigIntegerField()
    act = models.CharField(max_length=40)
    subject = models.CharField(max_length=200)
    purpose = models.CharField(max_length=40, blank=True)
    body = models.TextField()
    place = models.BigIntegerField(null=True, unique=True)
    digest = models.CharField(max_length=64, null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["actor", "actor_number"], name="audit_actor_number"),)
        indexes = (
            models.Index(fields=["subject", "at"], name="audit_subject"),
            models.Index(fields=["act", "id"], name="audit_act"),
            models.Index(fields=["at"], name="audit_at"),
        )


class ActorCount(models.Model):
    """How many rows an actor has."""

    actor = models.CharField(max_length=64, primary_key=True)
    rows = models.BigIntegerField(default=0)


class Head(models.Model):
    """The end of the chain; there is one."""

    place = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64)


class Root(models.Model):
    """The Merkle root of the rows `first` to `last`, sealed up to the end of a day."""

    day = models.DateField(unique=True)
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    root = models.CharField(max_length=64)
