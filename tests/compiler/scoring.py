"""How well a plan that was read agrees with a hand-made gold: F1 of each facet, counted over all tasks.

Words are compared without white space, in one width and with one kind of bracket and quote. What a gold marks as
optional counts neither for nor against.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from yaodian.domain.plan import Action, Measure, Operator, Plan, Target, Task

Gold = dict[str, Any]
FACETS = ("sections", "tasks", "units", "targets", "documents", "deadlines", "measures", "kinds", "actions")
_ONE_KIND = str.maketrans("〔[【｛{〕]】｝}「」『』“”„‟‘’", "((((()))))" + '"' * 8 + "''")
_EDGES = "。;，,.、:"


def plain(words: str | None) -> str:
    """The words as they are compared."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", words or "").translate(_ONE_KIND)).strip(_EDGES)


def alike(a: str, b: str) -> float:
    return SequenceMatcher(None, a, b).ratio()


@dataclass
class Count:
    """Of one facet: how many items agree, how many were read, how many the gold has."""

    agreed: int = 0
    read: int = 0
    gold: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.agreed / (self.read + self.gold) if self.read + self.gold else 1.0


@dataclass
class Score:
    counts: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))

    def f1(self, facet: str) -> float:
        return self.counts[facet].f1

    def match(
        self, facet: str, gold: Iterable[Hashable], read: Iterable[Hashable], optional: Iterable[Hashable] = ()
    ) -> None:
        """Two bags are compared; what is read beyond the gold is free where it is optional."""
        want, got = Counter(gold), Counter(read)
        agreed = want & got
        free = (got - agreed) & Counter(optional)
        count = self.counts[facet]
        count.agreed += agreed.total()
        count.gold += want.total()
        count.read += got.total() - free.total()

    def add(self, gold: Gold, plan: Plan) -> None:
        sections = [(plain(s["no"]), plain(s["title"])) for s in gold.get("sections", [])]
        self.match("sections", sections, [(plain(s.no), plain(s.title)) for s in plan.sections])
        pairs = paired(gold["tasks"], plan.tasks)
        wanted = [(g, task) for g, task in pairs if not g.get("optional")]
        count = self.counts["tasks"]
        count.agreed += sum(task is not None for _, task in wanted)
        count.gold += len(wanted)
        count.read += len(plan.tasks) - sum(1 for g, task in pairs if g.get("optional") and task)
        for g, task in wanted:
            self._task(g, task)

    def _task(self, gold: Gold, task: Task | None) -> None:
        units = [(plain(u["name"]), u["role"]) for u in gold["units"]]
        self.match("units", units, [(plain(d.unit), d.role.value) for d in task.duties] if task else [])
        measures = list(task.measures) if task else []
        must, may = _by_duty(_gold_targets(gold))
        self.match("targets", must, [key_of(t) for m in measures for t in m.targets], may)
        self.match("documents", _gold_documents(gold), [plain(d.title) for m in measures for d in m.documents])
        if "deadlines" in gold:
            said = [*(task.deadlines if task else ()), *(d for m in measures for d in m.deadlines)]
            spans, optional = (
                [plain(d["span"]) for d in gold.get(key, [])] for key in ("deadlines", "deadlines_optional")
            )
            self.match("deadlines", spans, [plain(d.words) for d in said], optional)
        if gold.get("measures"):
            self._measures(gold["measures"], measures)

    def _measures(self, gold: Sequence[Gold], measures: Sequence[Measure]) -> None:
        left = list(measures)
        self.counts["measures"].read += len(left)
        for wanted in gold:
            for facet in ("measures", "kinds"):
                self.counts[facet].gold += 1
            self.counts["kinds"].read += 1
            found = next((m for m in left if _is_the_measure(wanted, m)), None)
            if found is None:
                self.counts["actions"].gold += sum(not a.get("optional") for a in wanted["actions"])
                continue
            left.remove(found)
            self.counts["measures"].agreed += 1
            self.counts["kinds"].agreed += found.kind in (wanted["kind"], *wanted.get("alt_kinds", ()))
            self._actions(wanted["actions"], found.actions)

    def _actions(self, gold: Sequence[Gold], actions: Sequence[Action]) -> None:
        left, count = list(actions), self.counts["actions"]
        count.read += len(left)
        for wanted in sorted(gold, key=lambda action: bool(action.get("optional"))):
            found = next((a for a in left if _is_the_action(wanted, a)), None)
            if found is not None:
                left.remove(found)
            if wanted.get("optional"):
                count.read -= found is not None
            else:
                count.gold += 1
                count.agreed += found is not None


def paired(gold: Sequence[Gold], tasks: Sequence[Task]) -> list[tuple[Gold, Task | None]]:
    """Each gold task with the task of the same title that was read; among equal titles the number decides."""
    left, pairs = list(tasks), []
    for wanted in gold:
        same = [t for t in left if _same_title(wanted, t.title)]
        best = max(same, key=lambda t: plain(str(wanted["no"])) == plain(t.no), default=None)
        if best is not None:
            left.remove(best)
        pairs.append((wanted, best))
    return pairs


def _same_title(gold: Gold, title: str) -> bool:
    want, got = plain(gold["title"]), plain(title)
    loose = gold.get("title_loose") and want and got and (got.startswith(want[:8]) or want.startswith(got[:8]))
    return want == got or bool(loose) or alike(want, got) >= 0.9


def _is_the_measure(gold: Gold, measure: Measure) -> bool:
    words, start, end = plain(measure.text), plain(gold["start"]), plain(gold["end"])
    return start in words[: len(start) + 8] and end in words[-len(end) - 8 :]


def _is_the_action(gold: Gold, action: Action) -> bool:
    want, got = plain(gold["object"]), plain(action.object)
    if plain(gold["verb"]) not in plain(action.verb) + got[:4]:
        return False
    return want[:12] in got or got[:12] in want or alike(want, got) >= 0.6


def key_of(target: Target) -> tuple[Hashable, ...]:
    return _key(target.op.value, target.value, target.unit)


def _key(op: str, value: Any, unit: str | None) -> tuple[Hashable, ...]:
    """A promised count is one thing as = and as >=; so is 100 % as all and as = 100."""
    op = Operator.EQUAL if op == Operator.AT_LEAST else op
    values = () if value is None else tuple(value) if isinstance(value, list | tuple) else (value,)
    numbers = tuple(round(v, 4) if isinstance(v, int | float) else plain(str(v)) for v in values)
    if op == Operator.ALL or (op == Operator.EQUAL and numbers == (100,) and plain(unit) == "%"):
        return ("all",)
    return (str(op), numbers, plain(unit) if numbers else "")


def _gold_targets(task: Gold) -> list[Gold]:
    actions = [a for m in task.get("measures", []) for a in m.get("actions", [])]
    return [*task.get("targets", []), *(t for a in actions for t in a.get("targets", []))]


def _by_duty(targets: Iterable[Gold]) -> tuple[list[Hashable], list[Hashable]]:
    """The keys of the targets that must be read, and of those that may."""
    must: list[Hashable] = []
    may: list[Hashable] = []
    for target in targets:
        (may if target.get("optional") else must).append(_key(target["op"], target.get("value"), target.get("unit")))
    return must, may


def _gold_documents(task: Gold) -> list[str]:
    inner = [d for m in task.get("measures", []) for d in m.get("documents", [])]
    return [plain(d["title"] if isinstance(d, dict) else d) for d in [*task.get("documents", []), *inner]]
