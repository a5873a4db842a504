"""单位名称: lists of responsible units as plans write them, taken apart into names with roles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yaodian.domain.plan import Role

ENDINGS = (
    "科", "室", "办", "处", "股", "院", "中心", "局", "委", "馆", "站", "校", "部", "组", "队", "会", "所", "园", "专班", "政府", "单位", "部门",
    "公司", "大学", "机构", "小组", "支部", "党委", "团委", "工会", "厅", "乡镇", "街道", "区", "县", "市", "基地", "总支", "纪委", "联盟", "集团", "台",
    "团", "协会", "班子", "机关", "科室", "处室", "师",
)  # fmt: skip
_ENDING = re.compile(
    "(?:" + "|".join(sorted(ENDINGS, key=len, reverse=True)) + r")(?:\([^()]*(?:\([^()]*\))?[^()]*\))?$"
)
_SURE_ENDING = re.compile(
    r"(?:科|室|办|处|股|院|中心|局|委|馆|站|校|部|组|专班|政府|单位|部门|公司|学|厅|会|园|所)(?:\([^()]*\))?$"
)
SURNAMES = frozenset(
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦"
    "阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳欧祝纪尚毕耿芦左季管符辛苗"
    "詹曲欧靳祁岑芮羿储汲糜宓郗邰鄂卓蔺胥莘逄堵郦雍濮扈冀郏晏充茹宦庾暨匡寇禄阙殳蔚夔晁敖訾阚毋乜鞠巢蒯荆竺逯桓路涂兰甘裴梅童翁霍游阮尤岳柯牟滕谷舒卜成饶宁凌盛查单冉鲍华包屈房喻解蒲卫简时连车项闵邬吉党阳司费蒙席晏隋古强穆姬宫景米麦谈柏瞿艾沙鄢桂"
)
_LEAD_TAIL = re.compile(r"(?:共同|负责|联合)?(?:牵头(?:负责|组织|落实|实施)?|为牵头(?:单位|科室|部门)|主抓)$")
_SUPPORT_TAIL = re.compile(r"(?:共同|积极)?(?:配合|协助|协同|协办|参与|参加)(?:落实|实施|完成)?$")
_PLAIN_TAIL = re.compile(r"(?:(?:按职责分工)?负责|承办|组织实施|落实|实施|等)$")
LONGEST_TAIL = 24
_JOINED_BY = re.compile(r"会同|协同(?=.)|牵头[,]?(?=.{2,}配合)")
_EDGE = re.compile(r"[(《“)》”、,;。/\n| 及和与跟]")  # where a list may part, and what opens and closes inside it
_SEPARATOR = re.compile("[、,;。 和与及]")
_IN_BRACKETS = re.compile(r"\(([^()]{2,4})\)$")
_GLUED = re.compile(r".{2,}?\([^()]*\)(?=.*[^)])")
_HEAD = re.compile(r"^(?:由|请|以)(?=.{2})")
_TITLE = re.compile(r"(?:局长|副局长|书记|主任|科长|组长|校长|主席|委员|督学|同志|院长|处长|股长|所长|部长)$")


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """A unit's name at `start`..`end`; the role that its list says, or None where the list is silent."""

    start: int
    end: int
    role: Role | None


def looks_like_unit(name: str) -> bool:
    return 2 <= len(name) <= 30 and _ENDING.search(name) is not None and _TITLE.search(name) is None


def ends_like_unit(name: str) -> bool:
    """Stricter than `looks_like_unit`: for names in running text."""
    return _SURE_ENDING.search(name) is not None


def looks_like_person(name: str) -> bool:
    """张三, 欧阳某某, 李某某局长: names of people, who are never units."""
    bare = _TITLE.sub("", name.replace(" ", ""))
    if bare != name.replace(" ", "") and len(bare) <= 4:
        return True
    return 2 <= len(bare) <= 4 and bare[0] in SURNAMES and _SURE_ENDING.search(bare) is None


def units_in(text: str, start: int, end: int, known: frozenset[str] = frozenset()) -> Iterator[NamedUnit]:
    """The units that a list such as `A牵头,B、C(某某)及各科室配合` names, in order."""
    for low, high in _parts(text, start, end, ",;。/\n|"):
        yield from _segment(text, low, high, known)


def _segment(text: str, start: int, end: int, known: frozenset[str]) -> Iterator[NamedUnit]:
    """One stretch between commas: its last name may carry the role of all of them."""
    met = _JOINED_BY.search(text[start:end])
    if met and met.start() > 0:
        first = Role.LEAD if met[0].startswith("牵头") else None
        for unit in _segment(text, start, start + met.start(), known):
            yield NamedUnit(unit.start, unit.end, unit.role or first)
        for unit in _segment(text, start + met.end(), end, known):
            yield NamedUnit(unit.start, unit.end, Role.SUPPORT)
        return
    role, end = _role_at_end(text, start, end)
    head = _HEAD.match(text[start:end])
    start += head.end() if head else 0
    for low, high in _parts(text, start, end, "、及 和与跟"):
        names = list(_unglued(text, low, high, known))
        for index, (a, b) in enumerate(names):
            if _is_name(text[a:b]):
                yield NamedUnit(a, b, role if index == len(names) - 1 else None)


def _role_at_end(text: str, start: int, end: int) -> tuple[Role | None, int]:
    words = text[start:end].rstrip()
    tail = max(0, len(words) - LONGEST_TAIL)
    for pattern, role in ((_LEAD_TAIL, Role.LEAD), (_SUPPORT_TAIL, Role.SUPPORT), (_PLAIN_TAIL, None)):
        match = pattern.search(words, tail)
        if match and match.start() > 1:
            return role, start + match.start()
    return None, start + len(words)


_HAN = re.compile("[一-鿿]")
_NO_NAME = re.compile(r"\d{5,}|\d年|\d月|[季学]度?期?末?前$|^[等各和及]+$")


def _is_name(words: str) -> bool:
    if not 1 <= len(words) <= 40 or not _HAN.search(words) or _NO_NAME.search(words):
        return False
    return not looks_like_person(words)


def _parts(text: str, start: int, end: int, separators: str) -> Iterator[tuple[int, int]]:
    """Split outside brackets; 和, 与, 跟 and a gap separate only where unit names stand at both sides."""
    depth, low = 0, start
    for match in _EDGE.finditer(text, start, end):
        at, ch = match.start(), match[0]
        if ch in "(《“":
            depth += 1
        elif ch in ")》”":
            depth -= 1
        elif depth <= 0 and ch in separators and _separates(text, low, at, end):
            yield from _trimmed(text, low, at)
            low = at + 1
    yield from _trimmed(text, low, end)


def _separates(text: str, low: int, at: int, end: int) -> bool:
    if text[at] not in "和与跟及 ":
        return True
    before, after = text[low:at].strip(), text[at + 1 : end]
    if text[at] == "及" and before:
        return not after.startswith("其")
    following = _SEPARATOR.split(after.strip(), maxsplit=1)[0]
    return bool(_SURE_ENDING.search(before) or looks_like_person(before)) and len(following) > 1


def _trimmed(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    while low < high and text[low] in " :、,-·":
        low += 1
    while high > low and text[high - 1] in " :、,。;-·":
        high -= 1
    if text[max(low, high - 3) : high] == "等单位" or text[max(low, high - 3) : high] == "等科室":
        high -= 3
    elif high - low > 2 and text[high - 1] == "等":
        high -= 1
    person = _IN_BRACKETS.search(text[low:high]) if text[high - 1] == ")" else None
    if person and looks_like_person(person[1]):
        high = low + person.start()
    if high > low:
        yield low, high


def _unglued(text: str, low: int, high: int, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Two names without a separator: after a bracket that closes a name, or where both are known from elsewhere."""
    words = text[low:high]
    glued = _GLUED.match(words) if "(" in words else None
    if glued and looks_like_unit(words[glued.end() :]) and _SURE_ENDING.search(glued[0].partition("(")[0]):
        yield low, low + glued.end()
        yield from _unglued(text, low + glued.end(), high, known)
        return
    if words not in known:
        for cut in range(2, len(words) - 1):
            if words[:cut] in known and (words[cut:] in known or (words[cut:].lstrip() in known)):
                yield low, low + cut
                yield low + cut, high
                return
    yield low, high
