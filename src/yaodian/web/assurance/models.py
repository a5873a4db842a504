"""保障表: what people said of pairs of records, and what each programme came to."""

from __future__ import annotations

from enum import StrEnum

from django.db import models

from yaodian.domain.finding import Words
from yaodian.web.accounts.models import Account
from yaodian.web.work.models import Item


class Verdict(StrEnum):
    """辨认: what someone says of two records."""

    SAME = "same"
    APART = "apart"
    UNSURE = "unsure"

    @property
    def words(self) -> Words:
        return _VERDICTS[self]


_VERDICTS = {
    Verdict.SAME: Words("是同一人", "the same person"),
    Verdict.APART: Words("不是同一人", "different persons"),
    Verdict.UNSURE: Words("说不准", "cannot tell"),
}


class PairVerdict(models.Model):
    """What someone said of two records, each by register and key (hex), and how alike they were said to be. Rows are only
    added; of a pair the newest that is sure counts."""

    pair = models.CharField(max_length=16, db_index=True)
    register_l = models.CharField(max_length=60)
    record_l = models.CharField(max_length=32)
    register_r = models.CharField(max_length=60)
    record_r = models.CharField(max_length=32)
    levels = models.JSONField()
    place = models.CharField(max_length=40, blank=True)
    verdict = models.CharField(max_length=10)
    account = models.ForeignKey(Account, on_delete=models.PROTECT)
    purpose = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["account", "at"], name="pair_verdict_mine"),)

    @property
    def words(self) -> Words:
        return Verdict(self.verdict).words


class ProgrammeResult(models.Model):
    """What a programme came to on a day over a release: numbers of persons by state, whole and by county. Rows are only added."""

    programme = models.CharField(max_length=60)
    on = models.DateField()
    release = models.CharField(max_length=64)
    model = models.CharField(max_length=40, blank=True)
    tally = models.JSONField()
    counties = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["programme", "on", "release"], name="programme_result_once"),)

    @property
    def is_recorded(self) -> bool:
        """Whether the service had any record then."""
        return bool(self.tally["is_recorded"])


class LeftOut(models.Model):
    """The case of a person (the key that linkage gave, hex) whom a programme left out."""

    programme = models.CharField(max_length=60)
    person = models.CharField(max_length=32)
    county = models.CharField(max_length=40, blank=True)
    item = models.OneToOneField(Item, on_delete=models.PROTECT, related_name="left_out")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["programme", "person"], name="left_out_once"),)


class Recheck(models.Model):
    """抽查: a closed case that was drawn to be looked at once more: from how many of which month, by which seed and share; and
    what came of it (stands, wrong; "" not looked at yet)."""

    STANDS, WRONG = "stands", "wrong"

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="rechecks")
    month = models.CharField(max_length=7)
    seed = models.CharField(max_length=80)
    share = models.FloatField()
    frame = models.PositiveIntegerField()
    outcome = models.CharField(max_length=10, blank=True)
    reason = models.CharField(max_length=200, blank=True)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True)
    unit = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["item", "month"], name="recheck_once"),)
