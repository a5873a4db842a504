"""动词: the verbs and adverbs that open a clause of a plan."""

from __future__ import annotations

from yaodian.compiler.parse.words import listed

VERBS = listed("verbs")


ADVERBS = listed("adverbs")


PREPOSITIONS = tuple(sorted(listed("prepositions")))
# 覆盖率, 审计室: what follows makes the verb part of a name
NAMES_A_THING = frozenset("率室科股站局院者员型性")
NOT_A_NAME = frozenset("科技 科学 科普 科研 科教 科创 站位 局面 院系 院校 员工 股份 率先".split())
LONGEST_VERB = 5
LONGEST_ADVERB = 5
_VERB_STARTS = frozenset(word[0] for word in VERBS)
_ADVERB_STARTS = frozenset(word[0] for word in ADVERBS)


def verb_at(text: str, at: int, end: int) -> int:
    """Length of the longest verb that stands at `at`, 0 where none does."""
    if text[at : at + 1] not in _VERB_STARTS:
        return 0
    for length in range(min(LONGEST_VERB, end - at), 0, -1):
        if text[at : at + length] in VERBS:
            return 0 if _names_a_thing(text, at + length) else length
    return 0


def _names_a_thing(text: str, after: int) -> bool:
    return text[after : after + 1] in NAMES_A_THING and text[after : after + 2] not in NOT_A_NAME


def adverbs_at(text: str, at: int, end: int) -> int:
    """Where the adverbs that open a clause end."""
    while at < end:
        if text[at] in " 地,、":
            at += 1
            continue
        if text[at] not in _ADVERB_STARTS:
            return at
        for length in range(min(LONGEST_ADVERB, end - at), 0, -1):
            if text[at : at + length] in ADVERBS:
                at += length
                break
        else:
            return at
    return at
