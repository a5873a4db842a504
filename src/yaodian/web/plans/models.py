"""要点表: each published edition of a plan, as its plan file says it, and the drafts that may become one."""

from __future__ import annotations

from django.db import models

from yaodian.web.accounts.models import Account


class PlanEdition(models.Model):
    """The `number`th edition (from 1) of a year's plan. `plan_file` is the file whole, so that the text, its spans and all
    ids can be read again; the catalogue and bureau it was compiled with are named by their editions."""

    plan = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    year = models.PositiveIntegerField()
    plan_file = models.TextField()
    text_sha256 = models.CharField(max_length=64)
    catalogue_edition = models.CharField(max_length=64)
    bureau_edition = models.CharField(max_length=64)
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["plan", "number"], name="plan_number"),)


class PlanDraft(models.Model):
    """A plan that was read and is not published yet. `plan_file` is what was read, for good: it holds the document's text to
    the last sign. `decisions` is what the office decided about it, by `workspace.drafting.deciding.about`: {value, by,
    version}, the version being that of the draft at which it was decided. `edition` is what was published of it."""

    name = models.CharField(max_length=200)
    title = models.CharField(max_length=200)
    year = models.PositiveIntegerField()
    plan_file = models.TextField()
    decisions = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT)
    made_at = models.DateTimeField()
    edition = models.ForeignKey(PlanEdition, on_delete=models.PROTECT, null=True, related_name="drafts")
