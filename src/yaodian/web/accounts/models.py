"""账号表: who signs in, which units there are, and who acts for which unit and purpose."""

from __future__ import annotations

from enum import StrEnum

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from yaodian.domain.finding import Words


class Administration(StrEnum):
    """三员: the three administrators; an account is one of them or none, so that no account holds two."""

    SYSTEM = "system"
    SECURITY = "security"
    AUDIT = "audit"

    @property
    def words(self) -> Words:
        return Words(_ADMINISTRATORS[self], f"{self.value} administrator")


_ADMINISTRATORS = {
    Administration.SYSTEM: "系统管理员",
    Administration.SECURITY: "安全管理员",
    Administration.AUDIT: "审计管理员",
}


class Accounts(BaseUserManager):
    """Accounts, found by their login."""

    def get_by_natural_key(self, login: str) -> Account:
        return self.get(login=login)


class Account(AbstractBaseUser):
    """Someone who signs in. An administrator holds no duty and sees no work; what a simulated account did is simulated. An
    initial password is known to who gave it, and is changed before anything else. `person` is the key (hex) of the staff
    record of whoever signs in, so that they see their own; no number or name of theirs is kept here."""

    login = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=64)
    administers = models.CharField(max_length=10, blank=True)
    is_active = models.BooleanField(default=True)
    is_simulated = models.BooleanField(default=False)
    password_is_initial = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    person = models.CharField(max_length=32, null=True, unique=True)

    USERNAME_FIELD = "login"
    objects = Accounts()


class Unit(models.Model):
    """A row of the register of units, mirrored read-only at each release (see `domain.organisation`)."""

    code = models.CharField(max_length=40, db_index=True)
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=20)
    parent = models.CharField(max_length=40, null=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    recorded_from = models.DateTimeField(null=True)
    recorded_to = models.DateTimeField(null=True)


class UnitsMirrored(models.Model):
    """Which release the mirror shows; there is one."""

    release = models.CharField(max_length=64)
    at = models.DateTimeField()


class Duty(models.Model):
    """职务: an account acts for a unit from a seat, for a purpose, in a stretch of days. What one purpose allows is no part
    of another; the purpose of supervision is what work is done under."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="duties")
    unit = models.CharField(max_length=40)
    seat = models.CharField(max_length=10)
    purpose = models.CharField(max_length=40)
    reach = models.PositiveSmallIntegerField(default=2)
    since = models.DateField()
    until = models.DateField(null=True)
    given_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="duties_given", null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gt=models.F("since")), name="duty_until"
            ),
        )


class Token(models.Model):
    """What a program signs in with: only its digest is kept."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="tokens")
    digest = models.CharField(max_length=64, unique=True)
    label = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    until = models.DateTimeField()


class CalendarKey(models.Model):
    """The secret under which a unit's calendar is read without signing in; made anew, the old one is revoked."""

    unit = models.CharField(max_length=40, unique=True)
    secret = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT)
    made_at = models.DateTimeField()


class Session(AbstractBaseSession):
    """A browser that is signed in, with whose it is, so that its owner or the security administrator can end it."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, null=True, related_name="sessions")


class Link(models.Model):
    """What another place calls an account: signing in through that door is signing in to the account."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="links")
    door = models.CharField(max_length=40)
    subject = models.CharField(max_length=200)
    made_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["door", "subject"], name="link_subject"),
            models.UniqueConstraint(fields=["door", "account"], name="link_account"),
        )
