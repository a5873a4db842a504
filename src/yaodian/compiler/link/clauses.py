"""分句: the actions of a plan as clauses in plain simplified words, and where a word stands among them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from yaodian.compiler.parse.script import simplified
from yaodian.domain.plan import Action, Measure, Plan, Task
from yaodian.domain.text import Span

SHOWN = 32
_TITLE = re.compile("《[^》]*》")
_CONTENT = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]+")
# words that say where or in what form work is done, not what is promised
_GENERAL = re.compile(
    "各级各类学校|中小学校|中小学生?|全[市县区省](?:各级|各类)?|各[县市区]|(?:有关|相关|各项|各类)|教育系统|广大师生(?:员工)?|"
    "[国省市县区校]级|国家级|工作|力度|体制机制|长效机制"
)


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """One action of a measure.

    `written` is the whole clause as it stands, `words` the same in simplified characters; `content` is its object
    without titles and general words, the runs of letters set apart by blanks.
    """

    no: int
    address: str
    task: Task
    measure: Measure
    action: Action
    written: str
    words: str
    verb: str
    object: str
    content: str

    @property
    def span(self) -> Span:
        return self.action.span

    @property
    def name(self) -> str:
        """The measure as a sentence names it: its address and the clause's words."""
        shown = self.written if len(self.written) <= SHOWN else f"{self.written[: SHOWN - 1]}…"
        return f"举措{self.address}“{shown}”"


@dataclass(frozen=True)
class Clauses:
    """All clauses of a plan in the order of its text."""

    all: Sequence[Clause]

    @classmethod
    def of(cls, plan: Plan) -> Clauses:
        text = plan.source.text
        plain = simplified(text)
        found: list[Clause] = []
        for address, task, measure in plan.measures():
            for action in measure.actions:
                written = words = squeezed(action.span.of(text))
                verb, thing = squeezed(action.verb), squeezed(action.object)
                if plain is not text:
                    words = squeezed(action.span.of(plain))
                    verb, thing = _same_place(written, words, verb), _same_place(written, words, thing)
                content = letters(_GENERAL.sub(" ", _TITLE.sub(" ", thing)))
                found.append(Clause(len(found), address, task, measure, action, written, words, verb, thing, content))
        return cls(found)

    @cached_property
    def flat(self) -> str:
        """The words of all clauses, one a line."""
        return "\n".join(clause.words for clause in self.all)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for clause in self.all:
            starts.append(at)
            at += len(clause.words) + 1
        return starts

    def with_word(self, word: str) -> Iterator[Clause]:
        """The clauses in which a word stands."""
        at = self.flat.find(word)
        while at >= 0:
            no = bisect_right(self._starts, at) - 1
            yield self.all[no]
            at = self.flat.find(word, self._starts[no + 1]) if no + 1 < len(self.all) else -1


def squeezed(words: str) -> str:
    """Words without white space."""
    return "".join(words.split())


def letters(words: str) -> str:
    """The runs of letters and digits, set apart by blanks; punctuation left out."""
    return " ".join(_CONTENT.findall(words))


def _same_place(written: str, plain: str, words: str) -> str:
    """The characters of `plain` where `words` stand in `written`; the words themselves where they do not."""
    at = written.find(words)
    return plain[at : at + len(words)] if at >= 0 else words
