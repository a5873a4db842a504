"""承诺用语: what the promises of a published plan are called, and in which unit their numbers stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from yaodian.compiler.pipeline import Compiled
from yaodian.domain.plan import Action, Target
from yaodian.domain.unit_of_measure import UnitOfMeasure
from yaodian.runtime.promise import shown
from yaodian.workspace.bureau import load_bureau
from yaodian.workspace.plans import compile_document


@dataclass(frozen=True, slots=True)
class PromiseName:
    """A promise in the plan's words. `unit` is the indicator's where one measures it; else its numbers stand as the plan
    writes them, counted in `counted` (个, %)."""

    words: str = ""
    unit: UnitOfMeasure | None = None
    counted: str = ""

    @property
    def sign(self) -> str:
        """What a number of it is followed by."""
        return self.unit.symbol if self.unit else self.counted

    def number(self, value: float) -> str:
        """A number of the promise as it is written."""
        return shown(value, self.unit) if self.unit else f"{value:,.10g}{self.counted}"


Names = Mapping[str, PromiseName]


@lru_cache(maxsize=8)
def compiled_edition(plan_file: str, bureau: Path | None = None) -> Compiled:
    """A plan file's text compiled again, as it was published."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "published.plan.yaml"
        path.write_text(plan_file, encoding="utf-8")
        return compile_document(path, load_bureau(bureau))


def promise_names(compiled: Compiled) -> dict[str, PromiseName]:
    """The promises of a plan by the id under which items carry them."""
    ends = {binding.target: binding.end for binding in compiled.program.bindings}
    found = {}
    for _, _, measure in compiled.plan.measures():
        for action in measure.actions:
            for target in action.targets:
                end = ends.get(target.id or target.words)
                unit = end.unit if end else None
                found[target.id or target.words] = PromiseName(promise_words(action, target), unit, target.unit or "")
    return found


def item_promising(compiled: Compiled, indicator: str) -> str:
    """The id of the first item of a plan with a promise that the indicator measures; "" where the plan has none."""
    bound = {binding.target for binding in compiled.program.bindings if binding.indicator == indicator}
    items = compiled.program.items
    return next((item.id for item in items for one in item.targets if (one.id or one.words) in bound), "")


def promise_words(action: Action, target: Target) -> str:
    """What is promised, in the plan's words: 创建全国足球特色幼儿园 10个."""
    said, number = action.verb + action.object, target.words
    return said if number in said else f"{said} {number}"
