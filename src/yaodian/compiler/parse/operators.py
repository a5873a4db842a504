"""比较: the operator that the words around a number say (不低于, 以内, 左右, 提高…个百分点)."""

from __future__ import annotations

import re

from yaodian.compiler.parse.figures import Figure
from yaodian.domain.plan import Operator

_WORDS = (
    (Operator.AT_LEAST, "不低于|不少于|至少|最少|不小于|不得低于|不得少于|达到或超过|力争达到"),
    (
        Operator.AT_MOST,
        "不超过|不高于|不多于|不大于|不得超过|不得高于|至多|最多|控制在|压缩到|压减到|降至|降到|下降到|降低到|减少到|减至|控制到",
    ),
    (Operator.MORE, "超过|高于|大于|多于|突破"),
    (Operator.LESS, "低于|少于|小于"),
    (Operator.ABOUT, "大约|约"),
)
_NAMED = "|".join(f"(?P<op{i}>{words})" for i, (_, words) in enumerate(_WORDS))
PRECEDES = re.compile(f"(?:{_NAMED})" + r"(?:了|为|至|到|在|的)?\s*$")
FOLLOWS = re.compile(r"\s*(?:及|或|\(含\))?(?:(?P<ge>以上|之上)|(?P<le>以内|以下|之内)|(?P<about>左右|上下))")
_UP, _DOWN = "提高|提升|增长|增加|上升|扩大|增幅", "减少|下降|降低|压减|压缩|削减|精简|缩小|减轻|核减|调减|缩减|下调"
_CHANGES = re.compile(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|约|近|至少|不少于|不低于|幅度|各)*\s*$")
_VERB_CHANGES = re.compile(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))$")
_TO_A_LEVEL = re.compile(r"(?:到|至|在|为|达)\s*$")
_REACHED = re.compile(r"(?:达到?|为)\s*$")
_BOUNDS = (Operator.AT_LEAST, Operator.AT_MOST, Operator.ABOUT)


def operator_of(before: str, after: str, figure: Figure, verb: str) -> tuple[Operator, int]:
    """The operator that the words around a number say, and where in `before` they begin."""
    word, tail = PRECEDES.search(before), FOLLOWS.match(after)
    op, cut = Operator.EQUAL, len(before)
    if word and word.lastgroup:
        op, cut = _WORDS[int(word.lastgroup[2:])][0], word.start()
    if tail:
        op = Operator.AT_LEAST if tail["ge"] else Operator.AT_MOST if tail["le"] else Operator.ABOUT
    change = _CHANGES.search(before)
    if change:
        return _changed(op, figure, "increase" if change["up"] else "decrease"), change.start()
    reached = _REACHED.search(before[:cut])
    cut = reached.start() if reached else cut
    way = _way_of(verb, before, figure, op)
    if way:
        return _changed(op, figure, way), cut
    return (Operator.RANGE if isinstance(figure.value, tuple) and op is Operator.EQUAL else op), cut


def _way_of(verb: str, before: str, figure: Figure, op: Operator) -> str | None:
    """减少…50%, 提高…5个百分点: the clause's verb says the way, unless the number is the level to reach."""
    change = _VERB_CHANGES.search(verb)
    if change is None or _TO_A_LEVEL.search(before) or op in (Operator.AT_MOST, Operator.MORE, Operator.LESS):
        return None
    if change["down"]:
        return "decrease"
    return "increase" if figure.unit == "个百分点" else None


def _changed(op: Operator, figure: Figure, way: str) -> Operator:
    if isinstance(figure.value, tuple):
        return Operator(f"{way}range")
    return Operator(f"{way}{op.value}" if op in _BOUNDS else way)
