"""设置: Django's settings, from the environment.

YAODIAN_DATABASE: the file of an SQLite database, or postgresql://user:password@host/name. YAODIAN_BUREAU: the bureau's
folder (default: the one that comes with the package). YAODIAN_SECRET_KEY: signs sessions; without it each process makes
its own. YAODIAN_FILES: the folder of evidence files (default: beside the SQLite file, else in the working folder).
YAODIAN_CLOCK_SHIFT: of a demonstration, by how many seconds its clock is put (`yaodian serve --today`). YAODIAN_STATIC: the folder of collected static
files (`yaodian serve` makes it; without it they are read where they stand). YAODIAN_HTTPS: 1 where the site is reached
by https alone, behind a proxy that says so in X-Forwarded-Proto. YAODIAN_SECOND_FACTOR: the seats that must have a second
factor besides the administrators, such as `leader office`. YAODIAN_SIGN_IN: the TOML file of other places to sign in
through (`accounts.doors`). YAODIAN_RECORDS: the folder of loaded records that values are measured from (default: none,
and no value can be explained).
"""

from __future__ import annotations

import os
import secrets
from datetime import timedelta
from pathlib import Path

import dj_database_url

SQLITE_OPTIONS = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}


def database(given: str) -> dict[str, object]:
    """Django's entry for a database: a URL, or else the file of an SQLite database."""
    if "://" in given:
        return dict(dj_database_url.parse(given, conn_max_age=60, conn_health_checks=True))
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(Path(given).absolute()), "OPTIONS": SQLITE_OPTIONS}


def files(given: str) -> Path:
    """The folder of evidence files where none is named: it has the name of the SQLite file."""
    return Path("yaodian.files" if "://" in given else given).absolute().with_suffix(".files")


DATABASE = os.environ.get("YAODIAN_DATABASE", "yaodian.sqlite3")
DATABASES = {"default": database(DATABASE)}
FILES = Path(os.environ.get("YAODIAN_FILES") or files(DATABASE))
RECORDS = Path(os.environ["YAODIAN_RECORDS"]) if os.environ.get("YAODIAN_RECORDS") else None
BUREAU = os.environ.get("YAODIAN_BUREAU") or None
SECRET_KEY = os.environ.get("YAODIAN_SECRET_KEY") or secrets.token_hex(32)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("YAODIAN_HOSTS", "localhost 127.0.0.1").split()

CLOCK_SHIFT = timedelta(seconds=float(os.environ.get("YAODIAN_CLOCK_SHIFT", "0")))

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.auth",
    "django.contrib.staticfiles",
    "axes",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "yaodian.web.audit",
    "yaodian.web.accounts",
    "yaodian.web.plans",
    "yaodian.web.work",
    "yaodian.web.notices",
    "yaodian.web.documents",
    "yaodian.web.ledgers",
    "yaodian.web.assurance",
    "yaodian.web.pages",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "yaodian.web.pages.headers.headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "yaodian.web.accounts.sessions.kept",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request", "yaodian.web.pages.frame.frame"],
            "builtins": ["yaodian.web.pages.templatetags.yaodian", "django.templatetags.static"],
        },
    }
]
STATIC_URL = "/static/"
STATIC_ROOT = os.environ.get("YAODIAN_STATIC") or None
WHITENOISE_USE_FINDERS = STATIC_ROOT is None
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if STATIC_ROOT
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
ROOT_URLCONF = "yaodian.web.urls"
AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "yaodian.web.accounts.factors.CodeBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
SESSION_ENGINE = "yaodian.web.accounts.sessions"
SESSION_COOKIE_AGE = 30 * 60  # seconds without a request
SESSION_LONGEST = timedelta(hours=12)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
LOGIN_URL = "/sign-in"

HTTPS = os.environ.get("YAODIAN_HTTPS") == "1"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if HTTPS else []

SECOND_FACTOR_SEATS = os.environ.get("YAODIAN_SECOND_FACTOR", "").split()
SECOND_FACTOR_OF_SIMULATED = False  # a demonstration is looked at by people who have no authenticator for it
MFA_ADAPTER = "yaodian.web.accounts.factors.Sealed"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # half a minute that a clock may be wrong

SIGN_IN_DOORS = os.environ.get("YAODIAN_SIGN_IN") or None
ACCOUNT_USER_MODEL_USERNAME_FIELD = "login"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_ADAPTER = "yaodian.web.pages.outside.Outside"
SOCIALACCOUNT_LOGIN_ON_GET = True  # a form's answer may not lead to another site (Content-Security-Policy)

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.5  # hours
AXES_LOCKOUT_PARAMETERS = ["username"]  # wherever the guesses come from
AXES_RESET_ON_SUCCESS = True  # five in a row
AXES_LOCKOUT_CALLABLE = "yaodian.web.urls.locked_out"
SILENCED_SYSTEM_CHECKS = ["axes.W006"]  # it asks for the address too, which guesses from many addresses would get round

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}  # `yaodian tick` works them off
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
