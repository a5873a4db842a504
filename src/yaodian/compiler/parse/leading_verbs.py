"""谓语: which verb leads a clause: at its beginning, after a phrase, or behind an adverb that no list has."""

from __future__ import annotations

from yaodian.compiler.parse.layout import FILL
from yaodian.compiler.parse.verbs import PREPOSITIONS, verb_at
from yaodian.compiler.parse.words import listed

Found = tuple[int, int] | None

NOUNISH = listed("nounish")  # verbs that more often name a thing (教育, 管理, 评价)
SINGLE = "抓让"  # verbs of one character that lead a clause
WHOLE_PHRASE = (
    "按照", "根据", "依据", "针对", "结合", "随着", "坚持以", "对标", "对照", "围绕", "依托", "紧扣", "立足", "紧紧围绕",
)  # fmt: skip
PARTNERED = ("联合", "配合", "在", "从", "由", "会同")
ALSO_PREPOSITIONS = frozenset("联合 配合 通过 利用 围绕 对照 依托 借助 立足".split())
BODIES = ("中心", "小组", "办公室", "委员会", "机构")


def verb_from(flat: str, at: int, end: int) -> Found:
    """The verb, or verbs joined by 和, 并 or nothing, that stands at `at`."""
    length = verb_at(flat, at, end)
    if length == 0 or (length == 1 and flat[at] not in SINGLE) or flat[at : at + length] in ALSO_PREPOSITIONS:
        return None
    stop = at + length
    while stop < end:
        skip = 1 if flat[stop] in "和并、" else 0
        following = verb_at(flat, stop + skip, end)
        after = stop + skip + following
        if following < 2 or after >= end:
            break
        if flat[stop + skip : after] in NOUNISH and (not skip or flat[after] in "、和及与"):
            break
        stop = after
    return at, stop


def verb_after_phrase(flat: str, at: int, end: int) -> Found:
    """以…引领…, 联合…实施…: the verb after a phrase that a preposition opens; none where the phrase fills the clause."""
    if flat.startswith(WHOLE_PHRASE, at):
        return None
    best = None
    for place in range(at + 3, end - 4):
        length = verb_at(flat, place, end)
        after = place + length
        if length < 2 or flat[place:after] in NOUNISH or flat[after] in "、和的及与" or flat.startswith(BODIES, after):
            continue
        best = place
        if flat[place - 1] in f"”》){FILL}" or flat.startswith(PARTNERED, at):
            break
    return verb_from(flat, best, end) if best is not None else None


def verb_near(flat: str, at: int, end: int) -> Found:
    """The first verb of two characters within the clause's first words, after an adverb that the list lacks."""
    if flat[at : at + 1] in "第《“(":
        return None
    for place in range(at + 1, min(at + 9, end - 3)):
        if flat[place - 1] in "的、和及与":
            return None
        length = verb_at(flat, place, end)
        if length >= 2 and flat[place : place + length] not in NOUNISH:
            return verb_from(flat, place, end)
    return None


def leading_verb(flat: str, at: int, end: int, opening: int) -> Found:
    """The verb that leads the words at `at`; `opening` is where the clause began, before its adverbs."""
    verb = verb_from(flat, at, end)
    if verb is None and flat.startswith(PREPOSITIONS, at):
        return verb_after_phrase(flat, at, end)
    return verb or verb_near(flat, at, end) or verb_from(flat, opening, at)
