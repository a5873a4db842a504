"""分页: a page of rows after a cursor; rows added meanwhile are neither skipped nor told twice."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from yaodian.domain.finding import NotFound, Words

LONGEST, USUAL = 200, 25
NEVER = date(9999, 12, 31)


def by_due(items: QuerySet[Any], cursor: str, limit: int) -> tuple[list[Any], str | None]:
    """Subjects by deadline (those without one last) and id: so many after the cursor, and the cursor of the next page."""
    items = items.annotate(until=Coalesce(F("due"), Value(NEVER))).order_by("until", "subject")
    if cursor:
        until, subject = _opened(cursor, 2)
        items = items.filter(Q(until__gt=_day(until)) | Q(until=_day(until), subject__gt=subject))
    return _page(items, limit, lambda item: [item.until.isoformat(), item.subject])


def by_number(rows: QuerySet[Any], column: str, cursor: str, limit: int) -> tuple[list[Any], str | None]:
    """Rows by a numbered column: so many after the cursor, and the cursor of the next page."""
    rows = rows.order_by(column)
    if cursor:
        rows = rows.filter(**{f"{column}__gt": _number(_opened(cursor, 1)[0])})
    return _page(rows, limit, lambda row: [str(getattr(row, column))])


def _page(rows: QuerySet[Any], limit: int, key: Any) -> tuple[list[Any], str | None]:
    found = list(rows[: limit + 1])
    if len(found) <= limit:
        return found, None
    return found[:limit], _closed(key(found[limit - 1]))


def _closed(parts: Sequence[str]) -> str:
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


def _opened(cursor: str, length: int) -> list[str]:
    try:
        parts = json.loads(base64.urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError, UnicodeError):
        raise _bad() from None
    if not isinstance(parts, list) or len(parts) != length or not all(isinstance(part, str) for part in parts):
        raise _bad()
    return parts


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _bad() from None


def _number(text: str) -> int:
    if not text.isdigit() or len(text) > 18:
        raise _bad()
    return int(text)


def _bad() -> NotFound:
    return NotFound(
        Words("翻页标记不对，请从第一页重新取", "the cursor is none of ours: begin again with the first page")
    )
