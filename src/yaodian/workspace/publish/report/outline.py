"""要点树: the plan as an HTML outline, each node with a way to its words in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import count

from yaodian.compiler.lower import short_title
from yaodian.declare.catalogue import Catalogue
from yaodian.domain.finding import Words
from yaodian.domain.plan import Action, Measure, Plan, Task
from yaodian.workspace.publish.wording import ROLES, due_words, kind_label

HEAD = (
    Words("举措", "Measure"),
    Words("内容", "What is promised"),
    Words("工作类型", "Kind"),
    Words("承诺", "Number"),
    Words("时限", "Deadline"),
)
COLUMNS = f"<colgroup>{'<col>' * len(HEAD)}</colgroup>"


@dataclass(frozen=True)
class Outline:
    """What the outline is written with; `codes` are the findings' codes by address."""

    plan: Plan
    catalogue: Catalogue
    codes: Mapping[str, Sequence[str]]
    lang: str

    def html(self) -> str:
        return "\n".join(self._sections())

    def _sections(self) -> Iterator[str]:
        numbers = {section.key: n for n, section in reversed(list(enumerate(self.plan.sections)))}
        shown: str | None = None
        for n, task in enumerate(self.plan.tasks):
            if task.section != shown and task.section in numbers:
                place = numbers[task.section]
                section = self.plan.sections[place]
                yield f"<h2>{link(f's{place}', section.heading)}</h2>"
            shown = task.section
            yield self._task(task, f"t{n}")

    def _task(self, task: Task, node: str) -> str:
        owners = [
            f"<span>{ROLES[duty.role].lang(self.lang)} {link(f'{node}-o{k}', duty.unit)}</span>"
            for k, duty in enumerate(task.duties)
        ]
        owners += [link(f"{node}-d{k}", deadline.words) for k, deadline in enumerate(task.deadlines)]
        nobody = f'<span class="missing">{Words("无责任单位", "no owner").lang(self.lang)}</span>'
        rows = "".join(self._measure(task, measure, node, k) for k, measure in enumerate(task.measures))
        head = "".join(f"<th>{name.lang(self.lang)}</th>" for name in HEAD)
        table = f"<table>{COLUMNS}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>" if rows else ""
        return (
            f'<details open class="node" data-n="{node}" id="p-{node}"><summary><b>{link(node, f"{task.no} {task.title}")}</b>'
            f"{self._noted(task.path)}</summary>"
            f'<p class="owners">{"".join(owners) if task.duties else nobody + "".join(owners)}</p>{table}</details>'
        )

    def _measure(self, task: Task, measure: Measure, parent: str, place: int) -> str:
        node, address = f"{parent}-m{place}", f"{task.path}.{place + 1}"
        numbers = count()
        actions = [
            (escape(action.verb + action.object), self._numbers(action, node, numbers)) for action in measure.actions
        ]
        actions = actions or [(escape(short_title(measure)), "")]
        no = link(node, f"{task.no}.{place + 1}" if task.no else str(place + 1))
        tag = kind_label(self.catalogue, measure.kind, self.lang)
        kind = f'<span class="tag" title="{escape(self._evidence(measure))}">{escape(tag)}</span>' if tag else ""
        due = escape(due_words(task, measure, self.plan.year, self.lang))
        first, rest = actions[0], actions[1:]
        rows = [
            f'<tr class="node" data-n="{node}" id="p-{node}"><td>{no}</td><td>{first[0]}{self._noted(address)}'
            f"{self._named(measure, node)}</td><td>{kind}</td><td>{first[1] or '–'}</td>"
            f'<td class="{"" if measure.deadlines else "quiet"}">{due}</td></tr>'
        ]
        rows += [
            f'<tr class="more node" data-n="{node}"><td></td><td>{content}</td><td></td><td>{numbers_}</td><td></td></tr>'
            for content, numbers_ in rest
        ]
        return "".join(rows)

    def _numbers(self, action: Action, node: str, numbers: Iterator[int]) -> str:
        return " ".join(link(f"{node}-n{next(numbers)}", target.words) for target in action.targets)

    def _named(self, measure: Measure, node: str) -> str:
        """Documents and platforms under the measure's words."""
        named = [link(f"{node}-b{k}", f"《{document.title}》") for k, document in enumerate(measure.documents)]
        named += [link(f"{node}-p{k}", platform.title) for k, platform in enumerate(measure.platforms)]
        return f'<div class="named">{" ".join(named)}</div>' if named else ""

    def _evidence(self, measure: Measure) -> str:
        """Which words speak for the kind, and how strongly."""
        return "；".join(
            f"{kind_label(self.catalogue, ranked.kind, self.lang)} {ranked.score:.0%} {'、'.join(ranked.evidence)}".strip()
            for ranked in measure.kinds
        )

    def _noted(self, address: str) -> str:
        return "".join(f' <span class="code">{escape(code)}</span>' for code in self.codes.get(address, ()))


def link(node: str, words: str) -> str:
    """A way from a node to its words in the text."""
    return f'<a href="#w-{node}" data-n="{node}">{escape(words)}</a>'
