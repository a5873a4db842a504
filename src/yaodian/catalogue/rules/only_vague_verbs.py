"""只有虚动词: lint rule YD302."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words

VAGUE = re.compile(
    r"(?:进一步|持续)?(?:加强|强化|深化|推进|推动|促进|提升|提高|完善|优化|重视|关注|支持|鼓励|坚持|落实|做好|抓好|巩固|增强|加大|发挥|引导)+好?"
)


class OnlyVagueVerbs(Rule):
    """举措{address}只有“{verbs}”一类虚动词，没有可核对的成果。"""

    label = "只有虚动词"
    code = "YD302"
    severity = Severity.INFO
    english = "Measure {address} has only vague verbs ({verbs}) and no result that can be checked."
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "“加强”“推进”做到什么程度算完成，没有人说得清。",
        "How far is 加强 or 推进 done? Nobody can say.",
    )
    repair = Words(
        "改写为可核对的动作：制定什么、建成几个、覆盖多少人。",
        "Say what is written, how many are built, how many people are reached.",
    )

    def check(self, checked: Checked) -> Iterator[Finding]:
        for address, _, measure in checked.plan.measures():
            verbs = [a.verb for a in measure.actions]
            if verbs and all(VAGUE.fullmatch(v) for v in verbs) and not measure.targets and not measure.documents:
                yield self.finding(measure.span, address, address=address, verbs="、".join(dict.fromkeys(verbs)))
