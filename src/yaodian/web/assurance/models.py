"""保障表: what people said of pairs of records, what each programme came to, what schools were asked and answered."""

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


class Reply(StrEnum):
    """答复: what a school says of a pupil whom it was asked about; nothing else is asked, no belief, no cause."""

    BACK = "back"
    EXCUSED = "excused"
    TRANSFERRING = "transferring"
    UNREACHABLE = "unreachable"
    NOT_COMING = "not_coming"

    @property
    def words(self) -> Words:
        return _REPLIES[self]

    @property
    def is_concern(self) -> bool:
        """Whether the county should know, though nothing is decided."""
        return self in (Reply.UNREACHABLE, Reply.NOT_COMING)


_REPLIES = {
    Reply.BACK: Words("已返校", "back at school"),
    Reply.EXCUSED: Words("病假、事假，已补假条", "ill or excused, the note is in"),
    Reply.TRANSFERRING: Words("转学办理中，或已在别校就读", "a transfer is under way, or at another school"),
    Reply.UNREACHABLE: Words("联系不上", "cannot be reached"),
    Reply.NOT_COMING: Words("表示不来了", "says not to come any more"),
}


class Question(models.Model):
    """问询: a school was asked about a pupil (the key that linkage gave, and that of the row of `register` that names it, both
    hex) by a signal. It ends by itself: the registers raise it no more, or a programme left the pupil out."""

    CLEARED, CASE = "cleared", "case"

    signal = models.CharField(max_length=60)
    purpose = models.CharField(max_length=40)
    person = models.CharField(max_length=32)
    register = models.CharField(max_length=60)
    record = models.CharField(max_length=32)
    school = models.CharField(max_length=40)
    county = models.CharField(max_length=40, blank=True)
    since = models.DateField()
    days = models.PositiveIntegerField(null=True)
    raised_on = models.DateField()
    due = models.DateField()
    ended_on = models.DateField(null=True)
    ended_as = models.CharField(max_length=10, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["person", "purpose"], condition=models.Q(ended_on=None), name="question_one_open"
            ),
        )
        indexes = (
            models.Index(fields=["school", "ended_on"], name="question_school"),
            models.Index(fields=["raised_on"], name="question_raised"),
        )


class Answer(models.Model):
    """答复: what a school said of a question. Rows are only added; the newest counts."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    reply = models.CharField(max_length=20)
    account = models.ForeignKey(Account, on_delete=models.PROTECT)
    at = models.DateTimeField()

    @property
    def words(self) -> Words:
        return Reply(self.reply).words
