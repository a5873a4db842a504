"""Rule: a lint rule names a fault of a plan, why it matters and how to repair it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from yaodian.declare.catalogue import Catalogue
from yaodian.declare.declared import Declared
from yaodian.domain.bureau import Bureau
from yaodian.domain.finding import Finding, Fix, Severity, Words
from yaodian.domain.plan import Action, Plan, Target
from yaodian.domain.text import Span


@dataclass(frozen=True)
class Checked:
    """What a rule looks at: the plan, the catalogue it was compiled with and the bureau it belongs to (None: unknown).

    `nearest` says which indicators come near to a target that none measures, and why they do not measure it.
    """

    plan: Plan
    catalogue: Catalogue
    bureau: Bureau | None = None
    nearest: Callable[[Action, Target], Words] = lambda action, target: Words("", "")


class Rule(Declared, form=True):
    """A fault that lint looks for.

    The docstring's first line is the message (`{names}` are filled from the finding's facts); `english` is the same
    sentence in English. `requires` names what the rule cannot do without: `units`, `calendar`, `indicators`; where it is
    not there the rule is reported as not checked.
    """

    code: ClassVar[str]
    severity: ClassVar[Severity]
    english: ClassVar[str]
    why: ClassVar[Words]
    repair: ClassVar[Words]
    requires: ClassVar[tuple[str, ...]] = ()

    needed = ("label", "code", "severity", "english", "why", "repair")

    def check(self, checked: Checked) -> Iterator[Finding]:
        raise NotImplementedError

    def finding(self, span: Span, path: str | None, fix: Fix | None = None, **facts: object) -> Finding:
        """A finding of this rule at a place, with the facts that its sentences name."""
        message = Words((self.__doc__ or "").strip().splitlines()[0].format(**facts), self.english.format(**facts))
        repair = Words(self.repair.zh.format(**facts), self.repair.en.format(**facts))
        return Finding(self.code, self.severity, message, self.why, repair, span, path, fix)
