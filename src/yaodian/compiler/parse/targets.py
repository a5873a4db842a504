"""目标值: the numbers that a clause promises to reach, told from those that only describe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from yaodian.compiler.parse.figures import COUNTED, Figure, figures_in
from yaodian.compiler.parse.layout import Layout
from yaodian.compiler.parse.operators import FOLLOWS, PRECEDES, operator_of
from yaodian.compiler.parse.verbs import verb_at
from yaodian.compiler.parse.words import listed
from yaodian.domain.plan import Operator, Target

CONTEXT = 40  # how many characters around a number say what it is

_REACH = re.compile(
    r"(?:达到|达|提高到|提升到|提高至|提升至|上升到|增长到|增加到|稳定在|保持在|控制在|降到|降至|下降到|降低到"
    r"|为|占|到|至|按|实现|不低于|不少于)\s*$"
)
_FROM = re.compile(r"(?:由|从)[^,。;]{0,12}$")
_TO = re.compile(r"\s*(?:左右|以上)?\s*(?:提高|提升|上升|增长|增加|下降|降低|降|减少|扩大|压减|缩小)(?:到|至)")
_ORDINAL = re.compile(r"(?:第|“|前|后|近|[A-Za-z.])\s*$")
_FACT = re.compile(
    r"(?:全市|全区|全县|全省|全国|现有|已有|原有|共有|所有|已建成|辖区(?:内)?|下辖|目前|去年|上年|前|这|该|上述|以下|本市"
    r"|我市|我区|我县|已达|已经|各|全校|其余|另外|同批|首批|在建)\s*(?:的)?$"
)
_DONE = re.compile(r"(?:目前|截至|现有|原有|共有|已(?:经|累计)?(?:建成|完成|达到|有|建|实现|创建|开设|配备|覆盖))")
_NO_UNIT_AFTER = re.compile(
    r"\s*(?:年|月|日|号|届|学年|周年|世纪|时|点|级|年级|中|小|高|版|期(?!培训|活动)|度|\.|维|大|化|体|位一体|把手|票|师|课|岗|卡"
    r"|查|比对|会一课|风)"
)
_SLOGAN_AFTER = re.compile("意识|自信|维护|全面|统一|必须|不|一|坚持|确保|专项行动|方面|转变|结合")
_NOUN_NEXT = re.compile(r"的?[\u4e00-\u9fff]")
_COUNT_VERBS = listed("counting")
_BUILD_ONE = listed("building")
_ABSTRACT_UNITS = frozenset("项 条 类 种 批 级 部 块 位 处 校 园 县 对 支 件".split())
_LOOSE_UNITS = frozenset("个 次 批 项 套 支 名 人 家 班 件 份".split())
_ENDS_COUNT = re.compile(r"以上|左右|以内|和|及|(?:的)?(?:目标|任务)")
_BESIDE = re.compile(r"、?[\u4e00-\u9fff]{0,6}")

_EACH = "(?:一个|一人|一户|一生|一名(?:学生|儿童)?)?"
ALL = re.compile(
    rf"(?:基本)?(?:实现)?全覆盖|{_EACH}(?:都)?不(?:漏|落|让|少)(?:一|1)(?:人|户|生|个|名|童|校)(?:[^,。;]{{0,8}}(?:失学|辍学|掉队))?"
    r"|一(?:个|人|户|名)(?:都|也)?不(?:能)?(?:漏|少|落)|动态清零|全部清零|应(?P<c>[\u4e00-\u9fff])尽(?P=c)"
    r"|零(?:事故|发生|辍学|失误|差错|案件|死亡|遗漏|投诉|违规)|(?:全面|全部|百分之百)(?:覆盖|达标|完成)(?=[,。;]|$)"
)
_WHOLE = re.compile("覆盖|不[漏落让少能]|清零|尽|零|达标|完成")
_NONE_LEFT = re.compile(
    r"[\u4e00-\u9fff]{2,4}(?:无|不)(?!断|少|低|漏|超|高|得|让|大|小|多|忘|同|仅|足|能)[\u4e00-\u9fff]{2,4}"
)
_LISTED = re.compile("[^、,。;]+")
# what some promise holds; most clauses hold none of it and need no closer look
_HINT = re.compile(f"{COUNTED.pattern}|{_WHOLE.pattern}")


@dataclass(frozen=True, slots=True)
class Promise:
    """A target with the words around it: `start`..`end` of its number, `cut` from where on the words are not the object."""

    target: Target
    start: int
    end: int
    cut: int


def promises_in(layout: Layout, start: int, end: int, verb: str) -> list[Promise]:
    """The targets of a clause whose action is led by `verb` ('' where none leads it)."""
    if verb not in ("实现", "确保") and not layout.holds(_HINT, start, end):
        return []
    found = [p for f in figures_in(layout, start, end) if (p := _promise(layout, start, end, f, verb))]
    found = _share_operator(layout.text, found)
    found += _all_of_them(layout, start, end, verb)
    return sorted(found, key=lambda p: p.start)


def _promise(layout: Layout, start: int, end: int, figure: Figure, verb: str) -> Promise | None:
    """The number as a target, or None where it only describes, counts editions or states a fact or a baseline."""
    text = layout.text
    low = max(start, figure.start - CONTEXT)
    before, after = text[low : figure.start], text[figure.end : min(end, figure.end + CONTEXT)]
    if _is_no_amount(before, after, figure) or _states_a_fact(text[max(0, low - 2) : low] + before, figure):
        return None
    op, cut = operator_of(before, after, figure, verb)
    if op is Operator.EQUAL and not figure.is_rate and not _counts(text, before, after, figure, verb):
        return None
    tail = FOLLOWS.match(after)
    if tail and not tail["about"] and _describes(before, after[tail.end() :], figure, verb):
        return None
    stop = figure.end + (tail.end() if tail else 0)
    if figure.unit == "%" and figure.value == 100 and op in (Operator.EQUAL, Operator.AT_LEAST):
        op = Operator.ALL
    cut += low
    target = Target(layout.words(cut, stop).strip(), layout.span(cut, stop), op, figure.value, figure.unit)
    return Promise(target, figure.start, stop, cut)


def _is_no_amount(before: str, after: str, figure: Figure) -> bool:
    """Editions, years, slogans, baselines (由82%提高到86%) and bare numbers that nothing reaches."""
    if _ORDINAL.search(before) or (_FROM.search(before) and _TO.match(after)):
        return True
    if figure.unit is not None:
        return _SLOGAN_AFTER.match(after) is not None
    if figure.is_ratio:
        return False
    is_year = isinstance(figure.value, int) and 2000 <= figure.value <= 2050
    reached = (
        _REACH.search(before) is not None or PRECEDES.search(before) is not None or FOLLOWS.match(after) is not None
    )
    return is_year or not reached or _NO_UNIT_AFTER.match(after) is not None


def _describes(before: str, rest: str, figure: Figure, verb: str) -> bool:
    """56人以上大班额: a bound followed by a noun tells which things are meant; a share (三分之二以上的教师) does not."""
    if figure.share or not _NOUN_NEXT.match(rest):
        return False
    return not before.rstrip().endswith(verb or "…") and not PRECEDES.search(before)


def _states_a_fact(before: str, figure: Figure) -> bool:
    if _FACT.search(before) or _DONE.search(before):
        return True
    return figure.may_be_time and "比" not in before and "按" not in before


def _counts(text: str, before: str, after: str, figure: Figure, verb: str) -> bool:
    """Whether a bare count is promised: its verb leads straight to it, or it stands last (创建…学校10所)."""
    if figure.is_ratio or figure.share:
        return True
    bare = next((verb[i:] for i in range(len(verb)) if verb[i:] in _COUNT_VERBS), "")
    if figure.is_small and (bare not in _BUILD_ONE or figure.unit in _ABSTRACT_UNITS):
        return False
    if figure.numeral in ("一", "1") and figure.unit in _LOOSE_UNITS:
        return False
    before, rest = before.strip(), after.strip()
    last = not rest or rest[0] in "、,。;)(" or _ENDS_COUNT.match(rest) is not None
    if last or (not figure.is_small and verb_at(text, figure.end, figure.end + len(after)) >= 2):
        return bool(verb) or len(before) >= 4
    return bool(bare) and (before.endswith(bare) or before[-1:] in "、和及")


def _share_operator(text: str, found: list[Promise]) -> list[Promise]:
    """45人、50人以内: one operator for two numbers side by side."""
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        this, following = shared[index], shared[index + 1]
        beside = following.start - this.end <= 8 and _BESIDE.fullmatch(text, this.end, following.start)
        bounded = following.target.op in (Operator.AT_LEAST, Operator.AT_MOST, Operator.ABOUT)
        same = this.target.unit == following.target.unit and this.target.op is Operator.EQUAL
        if beside and bounded and same:
            shared[index] = replace(this, target=replace(this.target, op=following.target.op))
    return shared


def _all_of_them(layout: Layout, start: int, end: int, verb: str) -> Iterator[Promise]:
    """全覆盖, 动态清零, 不漏一人; after 实现 or 确保 also 校园无毒品."""
    if _WHOLE.search(layout.quoteless, start, end):
        for match in ALL.finditer(layout.quoteless, start, end):
            yield _whole(layout, *match.span())
    if verb in ("实现", "确保"):
        for piece in _LISTED.finditer(layout.quoteless, start, end):
            words = piece[0].removeprefix(verb)
            if _NONE_LEFT.fullmatch(words):
                yield _whole(layout, piece.end() - len(words), piece.end())


def _whole(layout: Layout, start: int, end: int) -> Promise:
    target = Target(layout.words(start, end), layout.span(start, end), Operator.ALL)
    return Promise(target, start, end, start)
