"""台账表: the views of a ledger that an account keeps, and the receipts of the forms that were handed in."""

from __future__ import annotations

from django.db import models

from yaodian.web.accounts.models import Account


class SavedView(models.Model):
    """存下的视图: a name for a query of a unit's ledger; what it shows is asked anew each time."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="views")
    unit = models.CharField(max_length=40)
    name = models.CharField(max_length=20)
    query = models.CharField(max_length=400)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["account", "unit", "name"], name="saved_view_name"),)


class HandedIn(models.Model):
    """回执: what came of a filled form: rows reported first, reported anew, left as they were, and not taken."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT)
    unit = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=120)
    at = models.DateTimeField()
    new = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    same = models.PositiveIntegerField()
    wrong = models.PositiveIntegerField()

    class Meta:
        indexes = (models.Index(fields=["unit", "sha256"], name="handed_in_file"),)

    @property
    def receipt(self) -> str:
        """Its number: the unit, and which of all receipts it is."""
        return f"{self.unit}-{self.pk:05}"
