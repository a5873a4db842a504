"""库表: every table of the database as lines of JSON at one moment, and such lines put back into an empty database.

The lines say the same on SQLite and PostgreSQL, so that what was backed up from one can be restored into the other.
Sessions are left out: a restored installation asks everyone to sign in again.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from hashlib import sha256
from itertools import islice
from typing import Any

from django.apps import apps
from django.apps.registry import Apps
from django.core.management.color import no_style
from django.db import connection, models
from django.utils.duration import duration_string

AT_ONCE = 2_000
CACHE_KIB = 1 << 18
SESSIONS = "django_session"
AS_THEY_ARE = frozenset(
    {
        models.AutoField, models.BigAutoField, models.BigIntegerField, models.BooleanField, models.CharField,
        models.FloatField, models.IntegerField, models.PositiveBigIntegerField, models.PositiveIntegerField,
        models.PositiveSmallIntegerField, models.SmallIntegerField, models.TextField,
    }
)  # fmt: skip
"""The fields whose values JSON and every database have in the same form."""
Model = type[models.Model]


def tables(of: Apps = apps) -> dict[str, Model]:
    """The models whose rows are kept, by the names of their tables."""
    found = of.get_models(include_auto_created=True)
    return {model._meta.db_table: model for model in found if model._meta.db_table != SESSIONS}


def columns_of(model: Model) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


@contextmanager
def one_moment() -> Iterator[None]:
    """Let every read within see the database as it is now, while others go on writing."""
    level = " ISOLATION LEVEL REPEATABLE READ READ ONLY" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"BEGIN{level}")
        cursor.execute("SELECT count(*) FROM django_migrations")  # the moment is that of the first read
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def lines_of(model: Model, columns: Sequence[str]) -> Iterator[bytes]:
    """The rows of a table in the order of their keys, some thousand lines at a time."""
    rows = model._base_manager.order_by("pk").values_list(*columns).iterator(AT_ONCE)
    while some := list(islice(rows, AT_ONCE)):
        yield b"".join(_line(row) for row in some)


def put_back(model: Model, columns: Sequence[str], pieces: Iterable[bytes]) -> None:
    """Insert the lines of a table, which hold these columns."""
    by_name = {field.attname: field for field in model._meta.concrete_fields}
    fields, quoted = [by_name[name] for name in columns], connection.ops.quote_name
    into = f"{quoted(model._meta.db_table)} ({', '.join(quoted(field.column) for field in fields)})"
    insert = f"INSERT INTO {into} VALUES ({', '.join(['%s'] * len(fields))})"
    lines, ready = _lines(pieces), [_ready(field) for field in fields]
    with connection.cursor() as cursor:
        while some := list(islice(lines, AT_ONCE)):
            cursor.executemany(insert, [_values(ready, json.loads(line)) for line in some])


@contextmanager
def indexed_at_the_end() -> Iterator[None]:
    """Let rows be put in before the indexes that they stand in are made: SQLite sorts them once, where it would look for the
    page of each. It is part of the transaction that puts them in, so that nobody sees the indexes missing."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA cache_size = -{CACHE_KIB}")  # a page that has no room is written twice
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
        made_by = dict(cursor.fetchall())
        for name in made_by:
            cursor.execute(f"DROP INDEX {connection.ops.quote_name(name)}")
        yield
        for statement in made_by.values():
            cursor.execute(statement)


def count_on(models: Iterable[Model]) -> None:
    """Let the next key of each table follow the highest that was put back."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)


def digest_of(model: Model, columns: Sequence[str]) -> str:
    """The SHA-256 of a table's lines."""
    digest = sha256()
    for piece in lines_of(model, columns):
        digest.update(piece)
    return digest.hexdigest()


def _line(row: Iterable[Any]) -> bytes:
    return _ENCODER.encode(list(row)).encode() + b"\n"


def _plain(value: Any) -> str:
    if isinstance(value, bytes | memoryview):
        return b64encode(value).decode()
    if isinstance(value, timedelta):
        return duration_string(value)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)


def _ready(field: models.Field) -> Callable[[Any], Any] | None:
    """How a value from a line is made ready for the database; None where it is ready as it is."""
    while isinstance(field, models.ForeignKey):
        field = field.target_field
    if type(field) in AS_THEY_ARE:
        return None
    return lambda value: field.get_db_prep_save(field.to_python(value), connection)


def _values(ready: Iterable[Callable[[Any], Any] | None], row: Iterable[Any]) -> list[Any]:
    return [make(value) if make else value for make, value in zip(ready, row, strict=True)]


def _lines(pieces: Iterable[bytes]) -> Iterator[bytes]:
    held = b""
    for piece in pieces:
        *whole, held = (held + piece).split(b"\n")
        yield from whole
