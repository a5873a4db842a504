"""校验的话: what the checks over several registers found, in lines that name no person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yaodian.cli.language import language, say
from yaodian.domain.finding import Severity
from yaodian.warehouse.cross_checking import Crossed


def cross_lines(found: Iterable[Crossed]) -> Iterator[str]:
    """A line for each check, and below it the hint and the first cases."""
    for crossed in found:
        check = crossed.check
        name = say(check.label, check.english)
        if crossed.lacks:
            registers = "、".join(crossed.lacks)
            yield say(
                f"未查  {name}：数仓里没有 {registers}", f"not checked  {name}: the warehouse holds no {registers}"
            )
            continue
        if not crossed.cases:
            yield say(f"无    {name}", f"none  {name}")
            continue
        mark = say("错误", "error") if check.severity is Severity.ERROR else say("提醒", "warning")
        yield say(
            f"{mark}  {name}：{crossed.cases:,} 条；{check.words.zh}",
            f"{mark}  {name}: {crossed.cases:,}; {check.words.en}",
        )
        yield f"      {check.hint.lang(language())}"
        for case in crossed.first:
            yield "      " + "  ".join(f"{label} {value or '—'}" for label, value in case.items())


def is_faulty(crossed: Crossed) -> bool:
    """Whether the check found what is an error."""
    return crossed.cases > 0 and crossed.check.severity is Severity.ERROR
