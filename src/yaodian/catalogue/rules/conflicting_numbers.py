"""数字矛盾: lint rule YD502."""

from __future__ import annotations

from collections.abc import Iterator

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words
from yaodian.domain.plan import Target


class ConflictingNumbers(Rule):
    """“{object}”在{one}是{first}，在{other}是{second}。"""

    label = "数字矛盾"
    code = "YD502"
    severity = Severity.ERROR
    english = "“{object}” is {first} in {one} and {second} in {other}."
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "同一承诺两个数字，完成哪个都说不清。",
        "One promise with two numbers cannot be kept.",
    )
    repair = Words(
        "核对后改成同一个数字。",
        "Check and write the same number.",
    )

    def check(self, checked: Checked) -> Iterator[Finding]:
        seen: dict[tuple[str, str | None], tuple[str, Target]] = {}
        for address, _, measure in checked.plan.measures():
            for action in measure.actions:
                for target in action.targets:
                    if not isinstance(target.value, int | float) or len(action.object) < 4:
                        continue
                    one, first = seen.setdefault((action.object, target.unit), (address, target))
                    if first.value != target.value and first.op is target.op:
                        yield self.finding(
                            target.span,
                            address,
                            object=action.object,
                            one=one,
                            first=first.words,
                            other=address,
                            second=target.words,
                        )
