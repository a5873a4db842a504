"""字典页: one register's page of the data dictionary in Markdown, Chinese or English."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from yaodian.declare.catalogue import Catalogue
from yaodian.declare.register import Register
from yaodian.domain.finding import Words
from yaodian.workspace.publish.data_dictionary import register_facts
from yaodian.workspace.publish.dictionary_words import CLASSES, MODES, RHYTHMS, TIMES, TYPES

Facts = Mapping[str, Any]

COLUMNS = Words(
    "字段 名称 类型 必填 分级 标准名 代码或范围 文件中的其他写法 说明",
    "Column Label Type Required Class Element Codes_or_bounds Other_headings Meaning",
)
COLON = Words("：", ": ")
UNVERIFIED = Words("（未核）", " (unverified)")
_SHOWN = 12


def register_page(register: type[Register], catalogue: Catalogue, on: date, lang: str = "zh") -> str:
    """The page: what it is, its columns, checks, references and code lists."""
    facts, colon = register_facts(register, catalogue, on), COLON.lang(lang)
    parts = [
        f"# {facts['label']} `{facts['id']}`" if lang == "zh" else f"# {facts['english']} `{facts['id']}`",
        facts["description"][lang],
        "\n".join(f"- **{label.lang(lang)}**{colon}{words}" for label, words in _head(facts, lang) if words),
        f"## {Words('字段', 'Columns').lang(lang)}",
        _table(COLUMNS.lang(lang).replace("_", "\u00a0").split(" "), [_row(c, lang) for c in facts["columns"]]),
    ]
    if facts["checks"]:
        lines = [f"- {_words(c['words'][lang])}{colon}{_words(c['hint'][lang])}" for c in facts["checks"]]
        parts += [
            f"## {Words('校验：不通过时显示', 'Checks: what is shown where they fail').lang(lang)}",
            "\n".join(lines),
        ]
    if facts["references"]:
        parts += [
            f"## {Words('关联', 'References').lang(lang)}",
            "\n".join(_reference(r, lang) for r in facts["references"]),
        ]
    lists = [_list(c, lang) for c in facts["columns"] if c["codes"] and len(c["codes"]["values"]) > _SHOWN]
    if lists:
        parts += [f"## {Words('代码表', 'Code lists').lang(lang)}", "\n".join(dict.fromkeys(lists))]
    return "\n\n".join(parts) + "\n"


def _head(facts: Facts, lang: str) -> list[tuple[Words, str]]:
    scope = "、".join(facts["arrives"]["scope"])
    mode = MODES[facts["arrives"]["mode"]].lang(lang) + (f" ({scope})" if scope else "")
    dated = facts["dated_by"] or " – ".join(n for n in (facts["holds_from"], facts["holds_to"]) if n)
    return [
        (Words("主键", "key"), ", ".join(f"`{name}`" for name in facts["key"])),
        (Words("时态", "time"), TIMES[facts["time"]].lang(lang) + (f" `{dated}`" if dated else "")),
        (Words("报送方式", "arrives"), mode),
        (Words("频次", "rhythm"), RHYTHMS[facts["every"]].lang(lang)),
        (Words("来源单位", "office"), facts["office"]),
        (Words("标准", "standard"), facts["standard"]),
        (Words("依据", "reference"), facts["reference"]),
        (Words("限定用途", "purposes"), "、".join(p[lang] for p in facts["purposes"])),
    ]


def _row(column: Facts, lang: str) -> list[str]:
    unit = f"（{column['unit']}）" if column["unit"] else ""
    if column["written_in"]:
        zh, en = f"（文件写{column['written_in']}，存{column['unit']}）", f" (written in {column['written_in']})"
        unit = Words(zh, en).lang(lang)
    required = Words("主键", "key") if column["key"] else Words("必填", "yes") if column["required"] else Words("", "")
    vault = Words("，保密库", ", vault").lang(lang) if column["vault"] else ""
    purposes = "、".join(p[lang] for p in column["purposes"])
    meaning = column["meaning"][lang] + (f" [{purposes}]" if purposes else "")
    others = [h for h in column["headings"] if h not in (column["label"], column["name"], column["element"])]
    cells = [
        column["label"],
        TYPES[column["type"]].lang(lang) + unit,
        required.lang(lang),
        CLASSES[column["class"]].lang(lang) + vault,
        column["element"],
        _values(column, lang),
        "、".join(others),
        meaning,
    ]
    return [f"`{column['name']}`", *map(_words, cells)]


def _values(column: Facts, lang: str) -> str:
    """The few codes themselves, the name of a long list, or the bounds of a number."""
    codes = column["codes"]
    mark = UNVERIFIED.lang(lang) if codes and codes["unverified"] else ""
    if codes and 0 < len(codes["values"]) <= _SHOWN:
        return "，".join(f"{v['code']} {v['label']}" for v in codes["values"]) + mark
    if codes:
        return f"{codes['label']} {codes['list']} {codes['standard']}".strip() + mark
    low, high = column["low"], column["high"]
    if low is None and high is None:
        return ""
    return f"{'' if low is None else low}–{'' if high is None else high}"


def _reference(reference: Facts, lang: str) -> str:
    required = Words("必须存在", "must be there") if reference["required"] else Words("可以没有", "may be missing")
    colon = COLON.lang(lang)
    ours, theirs = ", ".join(reference["columns"]), ", ".join(reference["their"])
    return f"- `{ours}` → `{reference['register']}` (`{theirs}`){colon}{required.lang(lang)}"


def _list(column: Facts, lang: str) -> str:
    codes, colon = column["codes"], COLON.lang(lang)
    mark = UNVERIFIED.lang(lang) if codes["unverified"] else ""
    named = f"`{codes['list'] or column['name']}` {codes['label']} {codes['standard']}".strip()
    return f"- {named}{mark}{colon}" + "，".join(f"{v['code']} {v['label']}" for v in codes["values"])


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows))


def _words(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>|])", r"\\\1", text)
