"""参考手册的写法: headings, lists of facts and tables of the generated pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from yaodian.declare.declared import Declared
from yaodian.declare.rule import Rule


def heading(entry: type[Declared]) -> str:
    """The line under which a page describes an entry."""
    code = f"{entry.code} " if issubclass(entry, Rule) else ""
    return f"## {code}{entry.label}　`{entry.id}`"


def quoted(words: Iterable[str]) -> str:
    """Names as code, one after the other."""
    return "、".join(f"`{word}`" for word in words)


def facts_of(facts: Mapping[str, str]) -> str:
    """A list of what is known, without what is empty."""
    return "\n".join(f"- {name}：{words}" for name, words in facts.items() if words)


def table_of(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; a bar in a cell stays in its cell."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(
        "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |" for row in lines
    )
