"""拒读: the one sentence that says which file cannot be read, why, and what to do."""

from __future__ import annotations

from yaodian.domain.finding import Refusal, Words

LONGEST_NAME = 80


def refusal(name: str, zh: str, en: str) -> Refusal:
    """The refusal of file `name`; `zh` and `en` go on after the name and lack the closing stop."""
    shown = "".join(c if c.isprintable() else "?" for c in name)
    if len(shown) > LONGEST_NAME:
        shown = f"{shown[:LONGEST_NAME]}…"
    return Refusal(Words(f"文件“{shown}”{zh}。", f"File “{shown}” {en}."))


def no_text(name: str) -> Refusal:
    return refusal(
        name,
        "里没有可读的文字，请检查是否选错了文件或内容尚未保存",
        "holds no text, so check whether it is the right file and whether its content was saved",
    )
