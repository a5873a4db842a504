"""台账行: the cells of a ledger in the reader's language. A ledger has hundreds, so each is made here once and its template only
puts it down; mappings, as a template finds a name in them at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from django.urls import reverse

from yaodian.web.installation import supervision
from yaodian.web.ledgers.reading import Row
from yaodian.web.pages.page import Visit
from yaodian.web.pages.templatetags.ledgers import bars
from yaodian.web.pages.templatetags.yaodian import day_in, light_in, unit_called


def cells(visit: Visit, rows: Sequence[Row]) -> list[dict[str, Any]]:
    """number, to, light, title, kind, owner, due, is_late, why, bars, next of each row; acts, and the subject with its
    version to do them with ("" where nothing can be done)."""
    language, on, kinds = visit.language, visit.on, supervision().kinds
    items, owners = reverse("item", args=["-"]).removesuffix("-"), dict[str, str]()
    found = []
    for row in rows:
        item, kind = row.one.item, kinds[row.one.item.kind]
        if item.owner not in owners:
            owners[item.owner] = unit_called(item.owner, visit.organisation)
        found.append(
            {
                "number": row.number, "to": f"{items}{quote(item.pk)}", "light": light_in(row.one.colour, language),
                "title": item.title, "kind": kind.english if language == "en" else kind.label,
                "owner": owners[item.owner], "due": day_in(item.due, language, on=on) if item.due else "–",
                "is_late": row.one.is_late, "why": row.why.lang(language), "bars": bars(row.behind, row.bars),
                "next": row.next.lang(language), "acts": " ".join(row.acts),
                "subject": f"{item.pk}/{item.version}" if row.acts else "",
            }
        )  # fmt: skip
    return found
