"""词: a cell as a code or as yes or no, by the words that files use."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

import duckdb

from yaodian.declare.column import Code
from yaodian.warehouse.load.clean import compact
from yaodian.warehouse.sql import listed, quoted

YES = ("true", "是", "√", "✓", "✔", "☑", "有", "1", "y", "yes", "t", "对", "享受", "在", "已", "●")
NO = ("false", "否", "×", "✗", "✘", "☐", "没有", "无", "0", "n", "no", "f", "非", "不是", "未", "不享受")
BOOLEANS = dict.fromkeys(YES, True) | dict.fromkeys(NO, False)


def exact_words(codes: Sequence[Code]) -> dict[str, str]:
    """The code that each code, label or other word of a list stands for."""
    return {word: code.code for code in reversed(codes) for word in code.words} | {c.code: c.code for c in codes}


class WordLists:
    """Enumerations of words made in a connection, so that a word is found by hashing, however long the list."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._made = 0

    def code_sql(self, cell: str, codes: Sequence[Code]) -> str:
        """SQL of the code whose code, label or other word the cell is."""
        exact = exact_words(codes)
        loose = {_loose(word): code for word, code in exact.items()}
        return f"coalesce({self._found(cell, exact)}, {self._found(f'lower({compact(cell)})', loose)})"

    def boolean_sql(self, cell: str) -> str:
        words = {word: str(value).lower() for word, value in BOOLEANS.items()}
        return f"coalesce({self._found(cell, words)}, {self._found(f'lower({compact(cell)})', words)})::BOOLEAN"

    def _found(self, word: str, results: dict[str, str]) -> str:
        self._made += 1
        kind = f"words_{self._made}"
        known: Iterable[str] = results
        self._connection.execute(f"CREATE OR REPLACE TYPE {kind} AS ENUM ({listed(map(quoted, known))})")
        return f"([{listed(map(quoted, results.values()))}])[enum_code(try_cast({word} AS {kind})) + 1]"


def _loose(word: str) -> str:
    return "".join(unicodedata.normalize("NFKC", word).split()).lower().lstrip("'")
