"""保障表: what people said of pairs of records, and what each programme came to."""

from __future__ import annotations

from enum import StrEnum

from django.db import models

from yaodian.domain.finding import Words
from yaodian.web.accounts.models import Account


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
