"""动作: the actions of a measure, each with its verb, its object and the numbers it promises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from yaodian.compiler.parse.clauses import CLAUSE, Clause, Range, divided, read_clause
from yaodian.compiler.parse.layout import Layout
from yaodian.compiler.parse.targets import Promise, promises_in
from yaodian.compiler.parse.verbs import adverbs_at
from yaodian.domain.plan import Action

_REACHES_IT = re.compile(
    r"(?:(?:由|从)[^,。;]*?)?(?:均|都|全部)?"
    r"(?P<verb>(?:稳定|保持|控制|提高|提升|上升|增长|增加|下降|降低|减少|压减|达|降|升|实现|覆盖|占)(?:到|至|在)?"
    r"|不低于|不少于|不超过|不高于|超过|高于|低于)"
    r"(?:不低于|不少于|不超过|不高于|了|约|近|到|为)*\s*$"
)
_REACH_AT_END = re.compile(
    r"(?:提高|提升|上升|增长|增加|下降|降低|减少|压减|控制|稳定|保持|达|降)?(?:到|至|在|了|为)?$"
)
_SEPARATOR = re.compile("[、,和及]")
_EVENT_JOINER = re.compile("[和及、]")
_EVENT = re.compile(r"(?:会|节|赛|大会|论坛|培训|培训班|活动|仪式)$")
_HOLDS_EVENTS = frozenset("召开 举办 举行 组织 承办 组织召开 组织举办".split())
REACH = 60  # how far before its number a clause says what reaches it
_DIGIT = re.compile(r"\d|[一二三四五六七八九]成|分之|半数")
_RATES = ("%", "‰", "个百分点", None)


def actions_in(layout: Layout, start: int, end: int) -> list[Action]:
    """The actions of a measure's words, in order."""
    actions: list[Action] = []
    last_verb: Range | None = None
    for match in CLAUSE.finditer(layout.flat, start, end):
        for low, high in divided(layout, *match.span()):
            clause = read_clause(layout, low, high, last_verb)
            if clause is None:
                actions += _led_by_number(layout, low, high)
            else:
                last_verb = clause.verb
                actions += _led_by_verb(layout, clause)
    return actions


def _led_by_number(layout: Layout, low: int, high: int) -> Iterator[Action]:
    """…比例达80%以上: a clause without a verb whose number is the promise."""
    promises = promises_in(layout, low, high, "")
    if not promises:
        return
    first = promises[0]
    reach = _REACHES_IT.search(layout.quoteless, max(low, first.start - REACH), first.start)
    words = layout.words(low, reach.start() if reach else max(first.cut, low)).strip()
    verb = layout.words(*reach.span("verb")) if reach else "达到"
    if reach is None and first.target.value is not None and first.target.unit not in _RATES:
        at = adverbs_at(layout.flat, low, high)  # 配发平板1.2万台: an unknown verb of two characters
        verb, words = layout.words(at, at + 2), layout.words(at + 2, first.cut)
    yield Action(verb, words or first.target.words, layout.span(low, high), tuple(p.target for p in promises))


def _led_by_verb(layout: Layout, clause: Clause) -> list[Action]:
    """The action of a clause; where it lists several counted objects (A10个、B7所) an action for each."""
    verb = layout.words(*clause.verb).strip()
    low, high = clause.object
    start = max(clause.start, min(clause.verb[0], low))
    if start > clause.start and _DIGIT.search(layout.text, clause.start, start):
        start = clause.start
    promises = promises_in(layout, start, clause.end, layout.text[slice(*clause.verb)])
    parts = _counted(layout, low, high, promises) if promises else _events(layout, low, high, verb)
    if not parts:
        targets = tuple(p.target for p in promises)
        return [Action(verb, _object(layout, low, high, promises), layout.span(clause.start, clause.end), targets)]
    actions = []
    for index, (a, b) in enumerate(parts):
        own = [p for p in promises if a <= p.start < b]
        span = layout.span(clause.start if index == 0 else a, b)
        actions.append(Action(verb, _object(layout, a, b, own), span, tuple(p.target for p in own)))
    return actions


def _counted(layout: Layout, low: int, high: int, promises: list[Promise]) -> list[Range]:
    """A10个、B7所: the stretch of each counted object; none where numbers share one (45人、50人以内)."""
    counted = [p for p in promises if p.target.value is not None]
    if len(counted) < 2:
        return []
    cuts = [low]
    for this, following in pairwise(counted):
        separator = _SEPARATOR.search(layout.flat, this.end, following.start)
        bare = not layout.text[following.end : following.end + 1].strip("、,。; ")
        if separator is None or (separator.end() >= following.start - 1 and bare):
            return []
        cuts.append(separator.end())
    return [(a, b - 1 if b != high else b) for a, b in pairwise([*cuts, high])]


def _events(layout: Layout, low: int, high: int, verb: str) -> list[Range]:
    """召开A会和B节: two events under one verb."""
    if verb not in _HOLDS_EVENTS:
        return []
    for match in _EVENT_JOINER.finditer(layout.flat, low, high):
        left, right = layout.flat[low : match.start()], layout.flat[match.end() : high]
        if _EVENT.search(left) and _EVENT.search(right) and min(len(left), len(right)) >= 4:
            return [(low, match.start()), (match.end(), high)]
    return []


def _object(layout: Layout, low: int, high: int, promises: list[Promise]) -> str:
    """The object's words, without the numbers that are targets."""
    text = layout.text
    for promise in promises:
        in_front = promise.start - low <= 1 and promise.target.value is not None
        if in_front and text[promise.end : high].strip("、,。; "):
            low = promise.end
        elif low < promise.cut < high:
            reach = _REACH_AT_END.search(text[low : promise.cut])
            high = low + (reach.start() if reach and reach.start() > 1 else promise.cut - low)
    return layout.words(low, high).strip(" 、,。;的到至由从")
