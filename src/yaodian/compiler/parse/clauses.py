"""分句: a measure's words cut into clauses, each with the verb that leads it and its object."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yaodian.compiler.parse.layout import Layout
from yaodian.compiler.parse.leading_verbs import NOUNISH, leading_verb
from yaodian.compiler.parse.verbs import PREPOSITIONS, adverbs_at, verb_at
from yaodian.compiler.parse.words import listed

Range = tuple[int, int]

CLAUSE = re.compile(r"[^,。;:!?\n]+")
_JOINER = re.compile("[并、及和,]且?")
_SPLITTING = listed("splitting")
_PREPOSED = re.compile(
    r"(?:把|将)(?P<object>[^,。;]+?)(?P<verb>作为|纳入|列入|列为|融入|贯穿(?:于)?|转化为|打造成为?|建设成为?|建成|落实到|落到|控制在|控制到|提高到|提升到|降低到|降到|压缩到|压减到|稳定在|保持在"
    r"|延伸到|覆盖到|向(?P<to>[^,。;]{2,16}?)(?P<tilt>倾斜|延伸|下沉|集中))"
)
_TOWARDS = re.compile(
    r"(?:对|向|与|同)(?P<object>[^,。;]+?)(?:两头|两端)?"
    r"(?P<verb>划出|进行|实行|实施|开展|给予|予以|延伸|倾斜|拓展|采取|建立|落实)(?P<rest>[^,。;]*)"
)
_REACHES = re.compile(
    r"(?:稳定|保持|控制|提高|提升|上升|增长|增加|下降|降低|减少|压减|达|降|升"
    r"|不低于|不少于|不超过|不高于|超过|高于|低于)(?:到|至|在)?"
)
_NUMBER_NEXT = re.compile(r"(?:到|至|在|了|约)*\s*[\d一二三四五六七八九十百]+(?!方|名)")
_REACHES_A_NUMBER = re.compile(
    r"(?:提高|提升|上升|增长|增加|下降|降低|减少|压减|核减)(?:到|至|了)*(?:约|近)?\s*\d[\d.]*(?:%|‰|个百分点)"
)
_GOES_ON = re.compile(r"(?:大赛|培训|活动|会议?|评选|建设|工作|项目|工程)$")
_GENERAL = ("工作", "机制", "能力", "水平", "力度")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause at `start`..`end` that `verb` leads (it may stand in an earlier clause) to `object`."""

    start: int
    end: int
    verb: Range
    object: Range


def divided(layout: Layout, start: int, end: int) -> Iterator[Range]:
    """A clause cut where 并, 、 or 和 leads to another verb with an object of its own."""
    flat, low = layout.flat, start
    for match in _JOINER.finditer(flat, start + 2, end):
        if match.start() >= low + 2 and _parts(flat, low, match, end):
            yield low, match.start()
            low = match.end()
    yield low, end


def _parts(flat: str, low: int, joiner: re.Match[str], end: int) -> bool:
    """Whether the joiner parts two actions and not two words of one."""
    verb = adverbs_at(flat, joiner.end(), end)
    length = verb_at(flat, verb, end)
    after = verb + length
    if length == 0 or end - after < 3:
        return False
    start = adverbs_at(flat, low, joiner.start())
    if start + verb_at(flat, start, joiner.start()) >= joiner.start():
        return False  # 制定和完善…: what stands before is a verb without its object
    if joiner[0][0] == "并":
        return length >= 2 and flat[joiner.start() + 1] != "举"
    word = flat[verb:after]
    return (
        word in _SPLITTING
        and word not in NOUNISH
        and flat[after] not in "、和及与等,的"
        and not flat.startswith(_GENERAL, after)
    )


def read_clause(layout: Layout, low: int, high: int, last_verb: Range | None) -> Clause | None:
    """The clause's verb and object; None where no verb leads it."""
    flat = layout.flat
    high = low + len(flat[low:high].rstrip())
    at = adverbs_at(flat, low, high)
    turned = _turned(flat, low, at, high)
    if turned:
        return turned
    at += flat[at] == "将" if at < high else 0
    verb = leading_verb(flat, at, high, low)
    if verb is None:
        shares = last_verb is not None and not flat.startswith(PREPOSITIONS, at) and _continues(flat, low, high)
        return Clause(low, high, last_verb, (low, high)) if shares and last_verb else None
    if flat[slice(*verb)] in NOUNISH and _REACHES_A_NUMBER.search(layout.text, verb[1], high):
        return None
    if verb[0] > at + 1 and _REACHES.fullmatch(flat, *verb) and _NUMBER_NEXT.match(layout.text, verb[1]):
        return None
    start = _object_start(flat, verb[1], high)
    return Clause(low, high, verb, (start, high)) if high - start >= 2 else None


def _turned(flat: str, low: int, at: int, high: int) -> Clause | None:
    """把…纳入…, 将…向…倾斜, 对…开展…: the object stands before the verb."""
    opening = flat[at : at + 1]
    if opening and opening in "把将" and (match := _PREPOSED.match(flat, at, high)):
        return Clause(low, high, match.span("tilt" if match["tilt"] else "verb"), match.span("object"))
    if opening and opening in "对向与同" and (match := _TOWARDS.match(flat, at, high)):
        onward = match["verb"] in ("延伸", "倾斜", "拓展") or len(match["rest"]) < 2
        return Clause(low, high, match.span("verb"), match.span("object" if onward else "rest"))
    return None


def _continues(flat: str, low: int, high: int) -> bool:
    """Whether words without a verb go on with the list of the clause before (…培训,第三届…大赛)."""
    return high - low >= 4 and flat[low] in "第“《全市县省各" and _GOES_ON.search(flat[low:high]) is not None


def _object_start(flat: str, at: int, high: int) -> int:
    """Where the object begins: after 了 and after the 好 or 实 that rounds a verb off (落实好, 做实)."""
    while at < high and (flat[at] in "了 " or _rounds_off(flat, at, high)):
        at += 1
    return at


def _rounds_off(flat: str, at: int, high: int) -> bool:
    return flat[at] in "好实" and verb_at(flat, at, high) == 0 and flat[at + 1 : at + 2] not in "验践施际质效力事现"
