"""记分页: the scoreboard as one HTML file without script: readable on screen, phone and paper."""

from __future__ import annotations

from html import escape

from yaodian.domain.finding import Words
from yaodian.runtime.lights import Colour
from yaodian.workspace.publish.scoreboard_rows import COLUMNS, cells_of, counts_words
from yaodian.workspace.score.scoreboard import Row, Scoreboard

STYLE = """
:root{--bg:#f5f6f7;--surface:#fff;--sunk:#eef1f4;--line:#e1e5e9;--ink:#1a2129;--ink3:#5f6a76;
--green:#17693c;--amber:#765000;--orange:#93400c;--red:#a51d1d;color-scheme:light dark}
@media(prefers-color-scheme:dark){:root{--bg:#12161b;--surface:#1a2027;--sunk:#0f1317;--line:#2c343d;--ink:#e6eaee;--ink3:#98a2ad;
--green:#83cf9e;--amber:#e3bd68;--orange:#f0a477;--red:#f4938b}}
body{margin:0;padding:16px 24px;background:var(--bg);color:var(--ink);font:13px/20px "PingFang SC","Microsoft YaHei UI",
"Source Han Sans SC","Noto Sans CJK SC",system-ui,sans-serif;font-variant-numeric:tabular-nums}
h1{font-size:20px;line-height:28px;margin:0 0 4px}p{margin:0 0 12px;color:var(--ink3)}p b{color:var(--ink)}
.box{overflow-x:auto;background:var(--surface);border:1px solid var(--line);border-radius:6px}
table{border-collapse:collapse;width:100%}th,td{padding:6px 10px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
th{background:var(--sunk);font-size:12px;font-weight:600;white-space:nowrap}td:first-child{white-space:nowrap;font-weight:600}
td.why{min-width:22em}.green{color:var(--green)}.amber{color:var(--amber)}.orange{color:var(--orange)}.red{color:var(--red)}
.grey,.unknown{color:var(--ink3)}@media print{body{padding:0;background:#fff}.box{border:0}}
"""
ORDER = (Colour.RED, Colour.ORANGE, Colour.AMBER, Colour.UNKNOWN, Colour.GREY, Colour.GREEN)


def scoreboard_html(board: Scoreboard, lang: str = "zh") -> str:
    """The whole page, the worst light first."""
    rows = "".join(
        _row(row, board.year, lang) for row in sorted(board.rows, key=lambda row: ORDER.index(row.light.colour))
    )
    head = "".join(f"<th scope=col>{escape(column.lang(lang))}</th>" for column in COLUMNS)
    title = escape(board.title)
    of = Words("截至", "as of ").lang(lang)
    return (
        f'<!doctype html><html lang="{"en" if lang == "en" else "zh-Hans"}"><meta charset=utf-8>'
        f'<meta name=viewport content="width=device-width,initial-scale=1"><title>{title}</title><style>{STYLE}</style>'
        f"<h1>{title}</h1><p><b>{escape(counts_words(board.counts, lang))}</b>　{of}{board.today}　{escape(board.release)}</p>"
        f"{f'<p>{escape(board.note)}</p>' if board.note else ''}"
        f"<div class=box><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></html>\n"
    )


def _row(row: Row, year: int, lang: str) -> str:
    light, *rest = (escape(text) for text in cells_of(row, year, lang))
    why = len(COLUMNS) - 3
    cells = "".join(f"<td class=why>{text}</td>" if n == why else f"<td>{text}</td>" for n, text in enumerate(rest))
    return f'<tr id="p-{escape(row.address)}"><td class={row.light.colour.value}>{light}</td>{cells}</tr>'
