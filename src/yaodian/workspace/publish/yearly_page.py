"""年度总览: a year's plan on one page that needs nothing else: what was promised, how far it came, what was measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from yaodian.runtime.ledger import Figures, LedgerRow, counts_by_phase
from yaodian.workspace.promises import Names, PromiseName
from yaodian.workspace.publish.ledger_workbook import measured_words
from yaodian.workspace.publish.scoreboard_rows import light_words
from yaodian.workspace.publish.wording import storable

HEAD = ("举措", "事项", "责任单位", "期限", "阶段", "承诺", "承诺值", "自报", "实测", "灯")
STYLE = """body{font:14px/1.6 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#1F2933;margin:2rem auto;max-width:1200px}
h1{font-size:1.5rem}table{border-collapse:collapse;width:100%}th,td{border:1px solid #B8C0C8;padding:.3rem .5rem;
vertical-align:top;text-align:left;white-space:pre-line}th{background:#EEF1F4}code{overflow-wrap:anywhere}
@media print{@page{size:A4 landscape;margin:12mm}thead{display:table-header-group}tr{break-inside:avoid}body{margin:0}}"""


@dataclass(frozen=True)
class YearlyPage:
    """What the page shows: the plan's title and last edition, its items with the names of their owners, how many parts
    they were split into, and the audit's roots."""

    title: str
    edition: int
    rows: Sequence[tuple[str, LedgerRow]]
    names: Names
    parts: int
    audit: Mapping[str, Any]


def yearly_html(page: YearlyPage) -> str:
    """The page; nothing in it runs, and no text becomes markup."""
    counted = counts_by_phase(row for _, row in page.rows)
    said = "，".join(f"{phase.words.zh}{count}项" for phase, count in counted.items() if count)
    head = "".join(f'<th scope="col">{word}</th>' for word in HEAD)
    body = "".join(_item(owner, row, page.names) for owner, row in page.rows)
    title = _safe(f"{page.title}年度档案")
    return f"""<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title><style>{STYLE}</style></head><body>
<h1>{title}</h1>
<p>第{page.edition}版要点。工作事项{len(page.rows)}项，分解{page.parts}项；{said}。各事项的全部记录在 items/，每个文件的校验值在 index.sha256。</p>
<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>
<h2>审计</h2>
<p>记录{page.audit["entries"]}条，根 <code>{page.audit["entries_root"]}</code></p>
{_roots(page.audit)}
</body></html>
"""


def _roots(audit: Mapping[str, Any]) -> str:
    daily = audit["daily_roots"]
    last = f"<p>最后一个每日审计根（{daily[-1]['day']}） <code>{daily[-1]['root']}</code></p>" if daily else ""
    return f"{last}<p>还没有每日审计根的记录{audit['entries_without_daily_root']}条。</p>"


def _item(owner: str, row: LedgerRow, names: Names) -> str:
    figures: Sequence[Figures | None] = row.figures or (None,)
    span = f' rowspan="{len(figures)}"' if len(figures) > 1 else ""
    phase = row.phase.words.zh + ("（已暂停）" if row.is_suspended else "")
    own = (row.address, row.title, owner, row.due.isoformat() if row.due else "", phase)
    first = "".join(f"<td{span}>{_safe(text)}</td>" for text in own)
    lines = ["".join(f"<td>{_safe(text)}</td>" for text in _promise(one, names)) for one in figures]
    return "".join(f"<tr>{first if place == 0 else ''}{line}</tr>\n" for place, line in enumerate(lines))


def _promise(one: Figures | None, names: Names) -> tuple[str, ...]:
    if one is None:
        return ("",) * 5
    name = names.get(one.promise, PromiseName())
    told = f"{name.number(one.reported.value)}\n截至{one.reported.as_of}" if one.reported else ""
    light = light_words(one.light.colour, "zh") if one.light else ""
    return name.words or one.promise, name.number(float(one.promised)), told, measured_words(one, name, "zh"), light


def _safe(text: str) -> str:
    return escape(storable(text))
