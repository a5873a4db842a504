"""第二步: the second factor: a code from an authenticator, or one of ten recovery codes. The mathematics are allauth's; secrets
are kept encrypted under the secret key of the installation, and no code is taken twice."""

from __future__ import annotations

from base64 import b64encode, urlsafe_b64encode
from datetime import date
from hashlib import sha256

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, validate_totp_code
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.db import transaction
from django.http import HttpRequest

from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import standing
from yaodian.web.installation import bureau_name

Kind = Authenticator.Type
USED = "used"
WRONG = Words("验证码不对，请看清后再输一次", "wrong code: look again and type it once more")
LOST = Words(
    "第二步的密钥读不出来，多半是换过 YAODIAN_SECRET_KEY；请安全管理员重设第二步",
    "the secret of the second factor cannot be read, most likely YAODIAN_SECRET_KEY changed: "
    "the security administrator resets the second factor",
)


class Sealed(DefaultMFAAdapter):
    """What allauth asks the installation: how secrets are kept, and what authenticators call it."""

    def encrypt(self, text: str) -> str:
        return _locks().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        try:
            return _locks().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            raise Refusal(LOST) from None

    def get_totp_issuer(self) -> str:
        return f"要点 {bureau_name()}"


class CodeBackend(ModelBackend):
    """Takes a code for the password of the second step, so that wrong ones are counted and locked out like passwords."""

    def authenticate(self, request: HttpRequest, login: str, code: str) -> Account | None:
        account = Account.objects.filter(login=login, is_active=True).first()
        return account if account and _is_right(account, code.replace(" ", "")) else None


def _locks() -> MultiFernet:
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([Fernet(urlsafe_b64encode(sha256(f"second factor {key}".encode()).digest())) for key in keys])


def has_factor(account: Account) -> bool:
    return Authenticator.objects.filter(user=account, type=Kind.TOTP).exists()


def must_have_factor(account: Account, on: date) -> bool:
    """Whether the account may not go on without one: administrators, and seats that the settings name."""
    if account.is_simulated and not settings.SECOND_FACTOR_OF_SIMULATED:
        return False
    return bool(account.administers) or standing(account, on).holds(*settings.SECOND_FACTOR_SEATS)


def new_secret() -> str:
    """A secret for an authenticator, in base 32."""
    return str(generate_totp_secret())


def picture_of(account: Account, secret: str) -> str:
    """The QR code that an authenticator reads, as the address of an image."""
    adapter = Sealed()
    svg = adapter.build_totp_svg(adapter.build_totp_url(account, secret))
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def set_factor(account: Account, secret: str, code: str) -> list[str]:
    """Begin to ask for codes of this secret, once one of them was given rightly; the recovery codes, shown this once."""
    if not validate_totp_code(secret, code.replace(" ", "")):
        raise Refusal(WRONG)
    with transaction.atomic():
        remove_factor(account)
        TOTP.activate(account, secret)
        return new_recovery_codes(account)


def remove_factor(account: Account) -> bool:
    """Ask for no code any more; whether one was asked for."""
    gone, _ = Authenticator.objects.filter(user=account).delete()
    return bool(gone)


def new_recovery_codes(account: Account) -> list[str]:
    """Ten codes that each work once; those before them are void."""
    with transaction.atomic():
        Authenticator.objects.filter(user=account, type=Kind.RECOVERY_CODES).delete()
        return list(RecoveryCodes.activate(account).generate_codes())


def recovery_codes_left(account: Account) -> int:
    kept = Authenticator.objects.filter(user=account, type=Kind.RECOVERY_CODES).first()
    return len(RecoveryCodes(kept).get_unused_codes()) if kept else 0


@transaction.atomic
def _is_right(account: Account, code: str) -> bool:
    """A code of an authenticator is taken once in its minute and a half, in whichever process it arrives."""
    own = {one.type: one for one in Authenticator.objects.select_for_update().filter(user=account)}
    if Kind.TOTP not in own:
        return False
    totp = own[Kind.TOTP]
    if code in totp.data.get(USED, ()):
        return False
    if validate_totp_code(Sealed().decrypt(totp.data["secret"]), code):
        totp.data[USED] = [*totp.data.get(USED, ()), code][-3:]
        totp.record_usage()
        totp.save(update_fields=["data"])
        return True
    return Kind.RECOVERY_CODES in own and bool(RecoveryCodes(own[Kind.RECOVERY_CODES]).validate_code(code))
