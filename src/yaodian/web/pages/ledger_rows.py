"""台账行: the cells of a ledger in the reader's language. A ledger has hundreds, so each is made here once and its template only
puts it down."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from django.urls import reverse
from django.utils.html import escape, format_html

from yaodian.domain.finding import Words
from yaodian.web.installation import supervision
from yaodian.web.ledgers.reading import Row
from yaodian.web.pages.page import Visit
from yaodian.web.pages.templatetags.ledgers import bars
from yaodian.web.pages.templatetags.yaodian import day_in, light_in, unit_called

CHOOSE = Words("选", "Choose")
TICK = '<input type="checkbox" name="subject" value="{}" data-one data-acts="{}" aria-label="{} {}">'
often = lru_cache(maxsize=5_000)(escape)  # what many rows say alike is escaped once


def cells(visit: Visit, rows: Sequence[Row]) -> list[dict[str, Any]]:
    """number, to, light, title, kind, owner, due, late (the class of what is overdue), why, bars, next of each row; tick is
    the box to choose it by, "" where nothing can be done with it."""
    language, on, kinds = visit.language, visit.on, supervision().kinds
    items, owners, choose = reverse("item", args=["-"]).removesuffix("-"), dict[str, str](), CHOOSE.lang(visit.language)
    found = []
    for row in rows:
        item, kind = row.one.item, kinds[row.one.item.kind]
        if item.owner not in owners:
            owners[item.owner] = unit_called(item.owner, visit.organisation)
        tick = (
            format_html(TICK, f"{item.pk}/{item.version}", " ".join(row.acts), choose, row.number) if row.acts else ""
        )
        found.append(
            {
                "tick": tick, "number": row.number, "to": escape(f"{items}{quote(item.pk)}"), "title": escape(item.title),
                "light": light_in(row.one.colour, language), "kind": often(kind.english if language == "en" else kind.label),
                "owner": often(owners[item.owner]), "due": often(day_in(item.due, language, on=on) if item.due else "–"),
                "late": often(" red" if row.one.is_late else ""), "why": often(row.why.lang(language)),
                "bars": bars(row.behind, row.bars), "next": often(row.next.lang(language)),
            }
        )  # fmt: skip
    return found
