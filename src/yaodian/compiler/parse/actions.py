"""动作: the clauses of a measure, each with its verb, its object and the numbers it promises."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from yaodian.compiler.parse.layout import FILL, Layout
from yaodian.compiler.parse.targets import Promise, promises_in
from yaodian.compiler.parse.verbs import PREPOSITIONS, VERBS, adverbs_at, verb_at
from yaodian.compiler.parse.words import listed
from yaodian.domain.plan import Action

CLAUSE = re.compile(r"[^,。;:!?\n]+")
_AND_VERB = re.compile("[并、及和,]且?")
_SPLITTERS = listed("splitting")
_PREPOSED = re.compile(
    r"(?P<prep>把|将)(?P<object>[^,。;]+?)(?P<verb>作为|纳入|列入|列为|融入|贯穿(?:于)?|转化为|打造成为?|建设成为?|建成|落实到|落到|延伸到|覆盖到|向(?P<to>[^,。;]{2,16}?)(?P<tilt>倾斜|延伸|下沉|集中))"
)
_TOWARDS = re.compile(
    r"(?P<prep>对|向|与|同)(?P<object>[^,。;]+?)(?P<tail>两头|两端)?(?P<verb>划出|进行|实行|实施|开展|给予|予以|延伸|倾斜|拓展|采取|建立|落实)(?P<rest>[^,。;]*)"
)
_REACHES = re.compile(
    r"(?:稳定|保持|控制|提高|提升|上升|增长|增加|下降|降低|减少|压减|达|降|升|不低于|不少于|不超过|不高于|超过|高于|低于)(?:到|至|在)?"
)
_REACHES_IT = re.compile(
    r"(?:(?:由|从)[^,。;]*)?(?:均|都|全部)?"
    r"(?P<verb>(?:稳定|保持|控制|提高|提升|上升|增长|增加|下降|降低|减少|压减|达|降|升|实现|覆盖|占)(?:到|至|在)?|不低于|不少于|不超过|不高于|超过|高于|低于)"
    r"(?:不低于|不少于|不超过|不高于|了|约|近|到|为)*\s*$"
)
_NUMBER_NEXT = re.compile(r"(?:到|至|在|了|约)*\s*[\d一二三四五六七八九十百]+(?!方|名)")
_SUFFIX = "好实"
_EVENT = re.compile(r"(?:会|节|赛|大会|论坛|培训|培训班|活动|仪式)$")
_NOUNISH = listed("nounish")


@dataclass(slots=True)
class _Clause:
    start: int
    end: int
    verb: tuple[int, int] | None
    object: tuple[int, int]


def actions_in(layout: Layout, start: int, end: int) -> list[Action]:
    """The actions of a measure's words, in order."""
    actions: list[Action] = []
    last_verb: tuple[int, int] | None = None
    for match in CLAUSE.finditer(layout.flat, start, end):
        for low, high in _divided(layout, *match.span()):
            clause = _read(layout, low, high, last_verb)
            if clause is None:
                actions += _led_by_number(layout, low, high)
                continue
            if clause.verb is not None:
                last_verb = clause.verb
            actions += _with_targets(layout, clause)
    return actions


def _divided(layout: Layout, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A clause cut where 并, 、 or 和 leads to another verb with an object of its own."""
    flat, low = layout.flat, start
    for match in _AND_VERB.finditer(flat, start + 2, end):
        at = match.start()
        if at < low + 2:
            continue
        after = adverbs_at(flat, match.end(), end)
        length = verb_at(flat, after, end)
        word = flat[after : after + length]
        rest = end - after - length
        if match[0][0] == "并":
            joins = length >= 2 and rest >= 3 and flat[at + 1 : at + 2] != "举" and not _both_verbs(flat, low, at)
        else:
            joins = (
                word in _SPLITTERS
                and rest >= 3
                and flat[after + length] not in "、和及与等,的"
                and not _both_verbs(flat, low, at)
            )
            joins = joins and not (
                word in _NOUNISH
                or flat[after + length : after + length + 2] in ("工作", "机制", "能力", "水平", "力度")
            )
        if joins:
            yield low, at
            low = match.end()
    yield low, end


def _both_verbs(flat: str, low: int, at: int) -> bool:
    """制定和完善…: what stands before is a verb without its object."""
    start = adverbs_at(flat, low, at)
    return start + verb_at(flat, start, at) >= at


def _read(layout: Layout, low: int, high: int, last_verb: tuple[int, int] | None) -> _Clause | None:
    flat = layout.flat
    high = low + len(flat[low:high].rstrip())
    at = adverbs_at(flat, low, high)
    preposed = _PREPOSED.match(flat, at, high) if flat[at : at + 1] in "把将" else None
    if preposed:
        led_by = preposed.span("tilt") if preposed["tilt"] else preposed.span("verb")
        return _Clause(low, high, led_by, preposed.span("object"))
    towards = _TOWARDS.match(flat, at, high) if flat[at : at + 1] in "对向与同" else None
    if towards:
        target = "rest" if towards["verb"] not in ("延伸", "倾斜", "拓展") and len(towards["rest"]) > 1 else "object"
        return _Clause(low, high, towards.span("verb"), towards.span(target))
    at += flat[at] == "将" if at < high else 0
    verb = _verb_from(flat, at, high)
    if verb is None and flat.startswith(PREPOSITIONS, at):
        verb = _verb_after_phrase(flat, at, high)
        if verb is None:
            return None
    if verb is None:
        verb = _verb_near(flat, at, high) or _verb_from(flat, low, at)
    if verb is None:
        continues = last_verb is not None and high - low >= 4 and flat[low] in "第“《全市县省各"
        return (
            _Clause(low, high, last_verb, (low, high))
            if continues and re.search(r"(?:大赛|培训|活动|会议?|评选|建设|工作|项目|工程)$", flat[low:high])
            else None
        )
    if verb[0] > at + 1 and _REACHES.fullmatch(flat, *verb) and _NUMBER_NEXT.match(layout.text, verb[1]):
        return None
    start = verb[1]
    while (start < high and flat[start] in "了 ") or (
        start < high
        and flat[start] in _SUFFIX
        and verb_at(flat, start, high) == 0
        and flat[start + 1 : start + 2] not in "验践施际质效力事现"
    ):
        start += 1
    if high - start < 2:
        return None
    return _Clause(low, high, verb, (start, high))


def _verb_from(flat: str, at: int, end: int) -> tuple[int, int] | None:
    """The verb (or verbs joined by 和, 并) that stands at `at`."""
    length = verb_at(flat, at, end)
    if (
        length == 0
        or (length == 1 and flat[at] not in "抓让")
        or (
            flat.startswith(PREPOSITIONS, at)
            and flat[at : at + length] in ("联合", "配合", "利用", "围绕", "对照", "依托", "借助", "立足")
        )
    ):
        return None
    if flat[at : at + length] in ("围绕", "依托", "立足", "借助", "利用") and length == 2:
        return None
    stop = at + length
    while stop < end:
        skip = 1 if flat[stop] in "和并、" else 0
        following = verb_at(flat, stop + skip, end)
        if following < 2 or stop + skip + following >= end or (not skip and flat[stop : stop + following] in _NOUNISH):
            break
        if flat[stop + skip : stop + skip + following] in _NOUNISH and flat[stop + skip + following] in "、和及与":
            break
        stop += skip + following
    return at, stop


def _verb_after_phrase(flat: str, at: int, end: int) -> tuple[int, int] | None:
    """以…引领…, 联合…实施…: the verb after a phrase that a preposition opens; none where the phrase fills the clause."""
    if flat.startswith(
        (
            "按照",
            "根据",
            "依据",
            "针对",
            "结合",
            "随着",
            "坚持以",
            "对标",
            "对照",
            "围绕",
            "依托",
            "紧扣",
            "立足",
            "紧紧围绕",
        ),
        at,
    ):
        return None
    best = None
    for place in range(at + 3, end - 4):
        length = verb_at(flat, place, end)
        if (
            length >= 2
            and flat[place : place + length] not in _NOUNISH
            and flat[place + length : place + length + 1] not in ("、", "和", "的", "及", "与", "")
        ):
            if flat.startswith(("中心", "小组", "办公室", "委员会", "机构"), place + length):
                continue
            best = (place, place + length)
            if flat[place - 1] in f"”》){FILL}" or flat.startswith(("联合", "配合", "在", "从", "由", "会同"), at):
                break
    if best is None:
        return None
    return _verb_from(flat, best[0], end) or best


def _verb_near(flat: str, at: int, end: int) -> tuple[int, int] | None:
    """The first verb of two characters within the clause's first words, after an adverb the list lacks."""
    for place in range(at + 1, min(at + 9, end - 3)):
        if flat[place - 1] in "的、和及与" or flat[at] in "第《“(":
            return None
        length = verb_at(flat, place, end)
        if length >= 2 and flat[place : place + length] not in _NOUNISH:
            return _verb_from(flat, place, end)
    return None


def _led_by_number(layout: Layout, low: int, high: int) -> Iterator[Action]:
    """…比例达80%以上: a clause without a verb whose number is the promise."""
    promises = promises_in(layout, low, high, "")
    if not promises:
        return
    first = promises[0]
    reach = _REACHES_IT.search(layout.quoteless, low, first.start)
    words = layout.words(low, reach.start() if reach else max(first.cut, low)).strip()
    verb = layout.words(*reach.span("verb")) if reach else "达到"
    if reach is None and first.target.value is not None and first.target.unit not in ("%", "‰", "个百分点", None):
        at = adverbs_at(layout.flat, low, high)
        verb, words = layout.words(at, at + 2), layout.words(at + 2, first.cut)
    yield Action(verb, words, layout.span(low, high), tuple(p.target for p in promises))


def _with_targets(layout: Layout, clause: _Clause) -> list[Action]:
    """The action of a clause; where it lists several counted objects (A10个、B7所) an action for each."""
    assert clause.verb is not None
    verb = layout.words(*clause.verb).strip()
    low, high = clause.object
    start = max(clause.start, min(clause.verb[0], low))
    promises = promises_in(layout, start, clause.end, layout.text[slice(*clause.verb)])
    parts = (_counted_parts(layout, low, high, promises) if promises else []) or _events(layout, low, high, verb)
    if not parts:
        targets = tuple(p.target for p in promises)
        return [Action(verb, _object(layout, low, high, promises), layout.span(clause.start, clause.end), targets)]
    actions = []
    for index, (a, b) in enumerate(parts):
        own = [p for p in promises if a <= p.start < b]
        span = layout.span(clause.start if index == 0 else a, b)
        actions.append(Action(verb, _object(layout, a, b, own), span, tuple(p.target for p in own)))
    return actions


def _counted_parts(layout: Layout, low: int, high: int, promises: list[Promise]) -> list[tuple[int, int]]:
    counted = [p for p in promises if p.target.value is not None]
    if len(counted) < 2:
        return []
    cuts = [low]
    for this, following in itertools.pairwise(counted):
        comma = [m.start() for m in re.compile("[、,和及]").finditer(layout.flat, this.end, following.start)]
        if not comma or (
            comma[0] + 2 >= following.start + (2 if this.end == this.start else 0)
            and not layout.text[following.end : following.end + 1].strip("、,。; ")
        ):
            return []
        cuts.append(comma[0] + 1)
    return [(a, b - 1 if b != high else b) for a, b in zip(cuts, [*cuts[1:], high], strict=True)]


def _events(layout: Layout, low: int, high: int, verb: str) -> list[tuple[int, int]]:
    """召开A会和B节: two events under one verb."""
    if verb not in ("召开", "举办", "举行", "组织", "承办", "组织召开", "组织举办"):
        return []
    for match in re.compile("和|及|、").finditer(layout.flat, low, high):
        left, right = layout.flat[low : match.start()], layout.flat[match.end() : high]
        if _EVENT.search(left) and _EVENT.search(right) and min(len(left), len(right)) >= 4:
            return [(low, match.start()), (match.end(), high)]
    return []


def _object(layout: Layout, low: int, high: int, promises: list[Promise]) -> str:
    """The object's words, without the numbers that are targets."""
    text = layout.text
    for promise in promises:
        if (
            promise.start - low <= 1
            and promise.end < high
            and promise.target.value is not None
            and text[promise.end : high].strip("、,。; ")
        ):
            low = promise.end
        elif low < promise.cut < high:
            reach = re.search(
                r"(?:提高|提升|上升|增长|增加|下降|降低|减少|压减|控制|稳定|保持|达|降)?(?:到|至|在|了|为)?$",
                text[low : promise.cut],
            )
            high = low + (reach.start() if reach and reach.start() > 1 else promise.cut - low)
    return layout.words(low, high).strip(" 、,。;的到至由从")


__all__ = ["VERBS", "actions_in"]
