"""目标值: the numbers that a clause promises to reach, told from those that only describe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yaodian.compiler.parse.layout import Layout
from yaodian.compiler.parse.numerals import CHINESE, NUMERAL, number, tidy
from yaodian.compiler.parse.verbs import verb_at
from yaodian.compiler.parse.words import listed
from yaodian.domain.plan import Number, Operator, Target, TargetValue

_UNITS = (
    "个百分点|百分点|平方米|平方公里|万元|亿元|课时|学时|人次|场次|台套|件套|公里|小时|分钟|千米|元|个|所|名|人|次|场|期|门|项|节|件|套|间|亩|辆|台|册|篇|份|家|对|支|"
    "批次|批|张|条|处|座|幢|栋|块|座|款|本|部|类|种|天|分|米|吨|公斤|兆|位|户|班|轮|枚|堂|幅|集|部|站|县|校|园"
)
_GAP = r"\s*"
_BEFORE_WORDS = (
    (Operator.AT_LEAST, "不低于|不少于|至少|最少|不小于|不得低于|不得少于|达到或超过|力争达到"),
    (
        Operator.AT_MOST,
        "不超过|不高于|不多于|不大于|不得超过|不得高于|至多|最多|控制在|压缩到|压减到|降至|降到|下降到|降低到|减少到|减至|控制到",
    ),
    (Operator.MORE, "超过|高于|大于|多于|突破"),
    (Operator.LESS, "低于|少于|小于"),
    (Operator.ABOUT, "大约|约"),
)
_BEFORE = re.compile(
    "(?:"
    + "|".join(f"(?P<b{i}>{words})" for i, (_, words) in enumerate(_BEFORE_WORDS))
    + r")(?:了|为|至|到|在|的)?\s*$"
)
_AFTER = re.compile(r"\s*(?:及|或|\(含\))?(?:(?P<ge>以上|之上)|(?P<le>以内|以下|之内)|(?P<about>左右|上下))")
_CHANGE = re.compile(
    r"(?P<up>提高|提升|增长|增加|上升|扩大|增幅)|(?P<down>减少|下降|降低|压减|压缩|削减|精简|缩小|减轻)"
)
_CHANGE_BEFORE = re.compile(
    r"(?:提高|提升|增长|增加|上升|扩大|增幅|减少|下降|降低|压减|压缩|削减|精简|缩小|减轻)(?:了|约|近|至少|不少于|不低于|幅度|各)*\s*$"
)
_REACH = re.compile(
    r"(?:达到|达|提高到|提升到|提高至|提升至|上升到|增长到|增加到|稳定在|保持在|控制在|降到|降至|下降到|降低到|为|占|到|至|按|实现|不低于|不少于)\s*$"
)
_FROM = re.compile(r"(?:由|从)[^,。;]{0,12}$")
_TO = re.compile(r"^\s*(?:左右|以上)?\s*(?:提高|提升|上升|增长|增加|下降|降低|降|减少|扩大|压减|缩小)(?:到|至)")
_RANGE = r"\s*(?:-|—|~|至|到|－)\s*"
NUMBER = re.compile(
    rf"(?P<ratio>\d{{1,4}}∶\d{{1,5}}(?:∶\d{{1,4}})?)"
    rf"|(?P<part>(?:[{CHINESE}]+|\d+)分之(?:[{CHINESE}]+|\d+))"
    rf"|(?P<half>一半|半数)(?=以上|左右|的|[,。;])"
    rf"|(?P<tenths>[一二三四五六七八九1-9]成)(?![立员果绩长为熟都效])(?P<tenths_more>半|[一二三四五六七八九](?![所个名人项]))?"
    rf"|(?P<hundred>百分之(?:百|[{CHINESE}]+))"
    rf"|(?P<low>{NUMERAL}){_GAP}(?:(?P<low_unit>%|‰|{_UNITS})?{_RANGE}(?P<high>{NUMERAL}){_GAP})?(?P<more>余|多)?(?P<unit>%|‰|{_UNITS})?"
)
_ORDINAL = re.compile(r"(?:第|“|前|近|[A-Za-z.])\s*$")
_FACT = re.compile(
    r"(?:全市|全区|全县|全省|全国|现有|已有|原有|共有|所有|已建成|辖区(?:内)?|下辖|目前|去年|上年|前|这|该|上述|以下|本市|我市|我区|我县|已达|已经|各|全校|其余|另外|同批|首批|在建)\s*(?:的)?$"
)
_NO_UNIT_AFTER = re.compile(
    r"^\s*(?:年|月|日|号|届|学年|周年|世纪|时|点|级|年级|中|小|高|版|期(?!培训|活动)|度|\.|维|大|化|体|位一体|把手|票|师|课|岗|卡|查|比对|会一课|风)"
)
_SLOGAN_AFTER = re.compile(r"^(?:(?:意识|自信|维护|全面|统一|必须|不|一|坚持|确保|专项行动|方面|转变|结合))")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d")
_SMALL = re.compile(r"^[一二三四五六七八九十两]$")
_COUNT_VERBS = listed("counting")
_BUILD_ONE = listed("building")

_ABSTRACT_UNITS = frozenset("项 条 类 种 批 级 部 块 位 处 校 园 县 对 支 件".split())
_LOOSE_UNITS = frozenset("个 次 批 项 套 支 名 人 家 班 件 份".split())
_ENDS_COUNT = re.compile(r"以上|左右|以内|和|及|(?:的)?(?:目标|任务)")

ALL = re.compile(
    r"(?:基本)?(?:实现)?全覆盖|(?:一个|一人|一户|一生|一名(?:学生|儿童)?)?(?:都)?不(?:漏|落|让|少)(?:一|1)(?:人|户|生|个|名|童|校)(?:[^,。;]{0,8}(?:失学|辍学|掉队))?|一(?:个|人|户|名)(?:都|也)?不(?:能)?(?:漏|少|落)"
    r"|动态清零|全部清零|应(?P<c>[\u4e00-\u9fff])尽(?P=c)|零(?:事故|发生|辍学|失误|差错|案件|死亡|遗漏|投诉|违规)|(?:全面|全部|百分之百)(?:覆盖|达标|完成)(?=[,。;]|$)"
)
_NONE_LEFT = re.compile(
    r"[\u4e00-\u9fff]{2,4}(?:无|不)(?!断|少|低|漏|超|高|得|让|大|小|多|忘|同|仅|足|能)[\u4e00-\u9fff]{2,4}"
)


@dataclass(frozen=True, slots=True)
class Promise:
    """A target with the words around it: `start`..`end` of its number, `cut` from where on the words are not the object."""

    target: Target
    start: int
    end: int
    cut: int


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    value: TargetValue
    unit: str | None
    numeral: str


# what some promise holds; most clauses hold none of it and need no closer look
_FIRST = re.compile(f"[\\d{CHINESE}半]")
_WHOLE = re.compile("覆盖|不[漏落让少能]|清零|尽|零|达标|完成")
_HINT = re.compile(f"{_FIRST.pattern}|{_WHOLE.pattern}")


def promises_in(layout: Layout, start: int, end: int, verb: str) -> list[Promise]:
    """The targets of a clause whose action is led by `verb` ('' where none leads it)."""
    if verb not in ("实现", "确保") and _HINT.search(layout.quoteless, start, end) is None:
        return []
    found = [p for f in _numbers(layout, start, end) if (p := _promise(layout, start, end, f, verb))]
    found = _share_operator(layout.text, found)
    found += _all_of_them(layout, start, end, verb)
    return sorted(found, key=lambda p: p.start)


def _numbers(layout: Layout, start: int, end: int) -> Iterator[_Found]:
    at = start
    for first in _FIRST.finditer(layout.quoteless, start, end):
        match = NUMBER.match(layout.quoteless, first.start(), end) if first.start() >= at else None
        if match is None:
            continue
        at = match.end()
        kind = match.lastgroup
        a, b = match.span()
        if match["ratio"]:
            yield _Found(a, b, match["ratio"].replace("∶", ":"), None, "ratio")
        elif match["part"]:
            below, above = match["part"].split("分之")
            share = 100 * (number(above) or 0) / (number(below) or 1)
            yield _Found(a, b, tidy(round(share, 2)), "%", "share")
        elif match["half"]:
            yield _Found(a, b, 50, "%", "share")
        elif match["tenths"]:
            yield _Found(a, b, 10 * (number(match["tenths"][0]) or 0) + _more(match["tenths_more"]), "%", "share")
        elif match["hundred"]:
            yield _Found(a, b, 100 if match["hundred"] == "百分之百" else number(match["hundred"][3:]), "%", "share")
        elif kind is not None and match["low"]:
            yield from _plain(layout, match)


def _more(words: str | None) -> Number:
    """八成五 is 85 %, 八成半 too."""
    return 5 if words == "半" else (number(words) or 0) if words else 0


def _plain(layout: Layout, match: re.Match[str]) -> Iterator[_Found]:
    low, unit = number(match["low"]), layout.words(*match.span("unit")) if match["unit"] else None
    a, b = match.span()
    b = match.start() + len(match[0].rstrip())
    if low is None:
        return
    if match["unit"] in ("万元", "亿元"):
        scale, unit = (10_000 if match["unit"] == "万元" else 100_000_000), "元"
    else:
        scale = 1
    unit = {"百分点": "个百分点", "％": "%"}.get(unit or "", unit)
    if match["high"]:
        high = number(match["high"])
        if high is None or (match["low_unit"] and match["low_unit"] != match["unit"]):
            return
        if match["high"][-1] in "万亿" and match["low"][-1] not in "万亿":
            low = tidy(low * (10_000 if match["high"][-1] == "万" else 100_000_000))
        yield _Found(a, b, (tidy(low * scale), tidy(high * scale)), unit, match["low"])
        return
    yield _Found(a, b, tidy(low * scale), unit, match["low"])


def _promise(layout: Layout, start: int, end: int, found: _Found, verb: str) -> Promise | None:
    """The number as a target, or None where it only describes, counts editions or states a fact or a baseline."""
    text = layout.text
    before, after = text[start : found.start], text[found.end : end]
    if (
        _ORDINAL.search(before)
        or (_FROM.search(before) and _TO.match(after))
        or (_SLOGAN_AFTER if found.unit else _NO_UNIT_AFTER).match(after)
    ):
        return None
    if _states_a_fact(before, found) or (
        found.unit is None and found.numeral != "ratio" and not _REACH.search(before) and not _AFTER.match(after)
    ):
        return None
    op, cut = _operator(before, after, found)
    has_word = op is not Operator.EQUAL
    if found.unit not in ("%", "‰", "个百分点") and not has_word and not _counts(text, start, end, found, verb):
        return None
    if found.unit is None and isinstance(found.value, int) and 2000 <= found.value <= 2050:
        return None
    tail = _AFTER.match(after)
    if tail and not tail["about"] and _describes(before, after[tail.end() :], verb):
        return None
    stop = found.end + (tail.end() if tail else 0)
    if found.unit == "%" and found.value == 100 and op in (Operator.EQUAL, Operator.AT_LEAST):
        op = Operator.ALL
    low = start + cut
    target = Target(layout.words(low, stop).strip(), layout.span(low, stop), op, found.value, found.unit)
    return Promise(target, found.start, stop, low)


def _describes(before: str, rest: str, verb: str) -> bool:
    """56人以上大班额: a bound followed by a noun tells which things are meant."""
    return (
        bool(re.match(r"的?[\u4e00-\u9fff]", rest))
        and not before.rstrip().endswith(verb or "…")
        and not _BEFORE.search(before)
    )


def _states_a_fact(before: str, found: _Found) -> bool:
    if _FACT.search(before):
        return True
    return found.numeral == "ratio" and _CLOCK.fullmatch(str(found.value)) is not None and "比" not in before


def _operator(before: str, after: str, found: _Found) -> tuple[Operator, int]:
    """The operator that the words around a number say, and where its words begin in `before`."""
    word, tail = _BEFORE.search(before), _AFTER.match(after)
    op, cut = Operator.EQUAL, len(before)
    if word and word.lastgroup:
        op, cut = _BEFORE_WORDS[int(word.lastgroup[1:])][0], word.start()
    if tail:
        op = Operator.AT_LEAST if tail["ge"] else Operator.AT_MOST if tail["le"] else Operator.ABOUT
    change = _CHANGE.match(before[c.start() :]) if (c := _CHANGE_BEFORE.search(before)) else None
    reach = re.search(r"(?:达到?|为)\s*$", before[:cut])
    cut = reach.start() if reach else cut
    if change and c and not re.search(r"新增\s*$", before):
        return _changed(op, found, "increase" if change["up"] else "decrease"), c.start()
    if isinstance(found.value, tuple) and op is Operator.EQUAL:
        op = Operator.RANGE
    return op, cut


def _changed(op: Operator, found: _Found, way: str) -> Operator:
    if isinstance(found.value, tuple):
        return Operator(f"{way}range")
    return Operator(way if op not in (Operator.AT_LEAST, Operator.AT_MOST, Operator.ABOUT) else f"{way}{op.value}")


def _counts(text: str, start: int, end: int, found: _Found, verb: str) -> bool:
    """Whether a bare count is promised: its verb leads straight to it, or it stands last (创建…学校10所)."""
    bare = next((verb[i:] for i in range(len(verb)) if verb[i:] in _COUNT_VERBS), "")
    if _SMALL.match(found.numeral) and (bare not in _BUILD_ONE or found.unit in _ABSTRACT_UNITS):
        return False
    if found.numeral in ("一", "1") and found.unit in _LOOSE_UNITS:
        return False
    before, rest = text[start : found.start].strip(), text[found.end : end].strip()
    last = not rest or rest[0] in "、,。;)(" or _ENDS_COUNT.match(rest) is not None
    if last or (not _SMALL.match(found.numeral) and verb_at(text, found.end, end) >= 2):
        return bool(verb) or len(before) >= 4
    return bool(bare) and (before.endswith(bare) or before[-1:] in "、和及")


def _share_operator(text: str, found: list[Promise]) -> list[Promise]:
    """45人、50人以内: one operator for two numbers side by side."""
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        this, following = shared[index], shared[index + 1]
        near = this.target.unit == following.target.unit and re.fullmatch(
            r"、?[\u4e00-\u9fff]{0,6}", text[this.end : following.start]
        )
        if (
            near
            and this.target.op is Operator.EQUAL
            and following.target.op in (Operator.AT_LEAST, Operator.AT_MOST, Operator.ABOUT)
        ):
            target = Target(
                this.target.words, this.target.span, following.target.op, this.target.value, this.target.unit
            )
            shared[index] = Promise(target, this.start, this.end, this.cut)
    return shared


def _all_of_them(layout: Layout, start: int, end: int, verb: str) -> Iterator[Promise]:
    """全覆盖, 动态清零, 不漏一人; after 实现 or 确保 also 校园无毒品."""
    if _WHOLE.search(layout.quoteless, start, end):
        for match in ALL.finditer(layout.quoteless, start, end):
            yield _whole(layout, *match.span())
    if verb in ("实现", "确保"):
        pieces = re.compile(r"[^、,。;]+")
        for piece in pieces.finditer(layout.quoteless, start, end):
            words = piece[0].removeprefix(verb)
            low = piece.end() - len(words)
            if _NONE_LEFT.fullmatch(words):
                yield _whole(layout, low, piece.end())


def _whole(layout: Layout, start: int, end: int) -> Promise:
    target = Target(layout.words(start, end), layout.span(start, end), Operator.ALL)
    return Promise(target, start, end, start)


__all__ = ["Number", "Promise", "promises_in"]
