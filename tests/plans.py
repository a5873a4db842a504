"""Invented plans: a small draft language whose `build` gives a Plan with the right spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yaodian.domain.plan import (
    Action,
    Deadline,
    Document,
    DocumentRole,
    Duty,
    Edge,
    EdgeKind,
    Goal,
    Measure,
    Operator,
    Period,
    Piece,
    PieceRole,
    Plan,
    Platform,
    RankedKind,
    Role,
    Section,
    Target,
    TargetValue,
    Task,
)
from yaodian.domain.text import Source, Span

Due = date | str | None


@dataclass(frozen=True)
class Promise:
    """A target as its words and what they mean."""

    words: str
    op: str
    value: TargetValue = None
    unit: str | None = None
    indicator: str | None = None


@dataclass(frozen=True)
class Said:
    """A measure as its words and what is to be found in them."""

    text: str
    kind: str | None
    actions: Sequence[tuple[str, str, Sequence[Promise]]] = ()
    documents: Sequence[tuple[str, str]] = ()
    platforms: Sequence[str] = ()
    periods: Sequence[str] = ()
    deadlines: Sequence[tuple[str, Due]] = ()
    mark: str = ""


@dataclass(frozen=True)
class Block:
    """A task as its title, its measures and its owners."""

    no: str
    title: str
    said: Sequence[Said]
    duties: Sequence[tuple[str, Role]] = ()
    deadlines: Sequence[tuple[str, Due]] = ()


class Pen:
    """The text written so far and the pieces that tile it."""

    def __init__(self) -> None:
        self.text = ""
        self.pieces: list[Piece] = []

    def write(self, words: str, role: PieceRole) -> Span:
        span = Span(len(self.text), len(self.text) + len(words))
        self.text += words
        if words:
            self.pieces.append(Piece(role, span))
        return span

    def find(self, words: str, inside: Span) -> Span:
        start = self.text.index(words, inside.start, inside.end)
        return Span(start, start + len(words))


def build(
    draft: Sequence[tuple[str, str, Sequence[Block]]],
    title: str = "青禾市2020年教育工作要点",
    year: int | None = 2020,
    aim: str = "建设教育强市",
    edges: Sequence[tuple[EdgeKind, str, str, str]] = (),
    published: str | None = "2020-02-25T09:32",
) -> Plan:
    """The plan of a draft: sections as (number, title, blocks)."""
    pen = Pen()
    pen.write(title, PieceRole.TITLE)
    pen.write("\n\n", PieceRole.GAP)
    preamble = pen.write(f"全市教育工作的总体要求：{aim}。", PieceRole.PREAMBLE)
    pen.write("\n", PieceRole.GAP)
    sections, tasks = [], []
    for no, heading, blocks in draft:
        span = pen.write(f"{no}、{heading}", PieceRole.HEADING)
        sections.append(Section(no, heading, span))
        pen.write("\n", PieceRole.GAP)
        tasks += [_task(pen, no, block) for block in blocks]
    goals = [Goal(aim, pen.find(aim, preamble), None, tuple(t.path for t in tasks[:2]))] if aim else []
    where = {f"{t.path}.{n}": m.span for t in tasks for n, m in enumerate(t.measures, 1)}
    linked = [Edge(kind, a, b, why, (where[a], where[b])) for kind, a, b, why in edges]
    return Plan(
        Source("qinghe-2020.txt", pen.text, published=published),
        title,
        year,
        published,
        tuple(sections),
        tuple(tasks),
        tuple(pen.pieces),
        tuple(goals),
        tuple(linked),
    )


def _task(pen: Pen, section: str, block: Block) -> Task:
    head = pen.write(f"{block.no}.{block.title}。", PieceRole.HEAD)
    measures = [_measure(pen, said) for said in block.said]
    owners = _owners(block)
    tail = pen.write(f"（{owners}）" if owners else "", PieceRole.DUTY)
    duties = [Duty(unit, role, pen.find(unit, tail)) for unit, role in block.duties]
    deadlines = [_deadline(pen, tail, words, due) for words, due in block.deadlines]
    span = Span(head.start, len(pen.text))
    pen.write("\n", PieceRole.GAP)
    return Task(
        f"{section}/{block.no}",
        block.no,
        section,
        block.title,
        span,
        pen.find(block.title, head),
        tuple(duties),
        tuple(deadlines),
        tuple(measures),
    )


def _owners(block: Block) -> str:
    names = {Role.LEAD: "牵头单位", Role.SUPPORT: "配合单位", Role.RESPONSIBLE: "责任单位"}
    parts = []
    for role, label in names.items():
        if units := [unit for unit, r in block.duties if r is role]:
            parts.append(f"{label}：{'、'.join(units)}")
    parts += [f"完成时限：{words}" for words, _ in block.deadlines]
    return "；".join(parts)


def _measure(pen: Pen, said: Said) -> Measure:
    pen.write(said.mark, PieceRole.MARK)
    span = pen.write(said.text, PieceRole.MEASURE)
    pen.write("。", PieceRole.GAP)
    return Measure(
        said.text,
        span,
        said.mark or None,
        tuple(_action(pen, span, *action) for action in said.actions),
        tuple(Document(title, DocumentRole(role), pen.find(title, span)) for title, role in said.documents),
        tuple(Platform(title, pen.find(title, span)) for title in said.platforms),
        tuple(Period(words, pen.find(words, span)) for words in said.periods),
        tuple(_deadline(pen, span, words, due) for words, due in said.deadlines),
        (RankedKind(said.kind, 0.93, (said.text[:2],)), RankedKind("other", 0.04)) if said.kind else (),
    )


def _action(pen: Pen, inside: Span, verb: str, thing: str, promises: Sequence[Promise]) -> Action:
    begin = pen.find(verb, inside).start
    end = pen.find(thing, inside).end
    targets = tuple(
        Target(p.words, pen.find(p.words, inside), Operator(p.op), p.value, p.unit, p.indicator) for p in promises
    )
    return Action(verb, thing, Span(begin, max(begin, end)), targets)


def _deadline(pen: Pen, inside: Span, words: str, due: Due) -> Deadline:
    every = due if isinstance(due, str) else None
    return Deadline(words, pen.find(words, inside), None if isinstance(due, str) else due, every)


MEALS = Said(
    "“营养餐”本地农产品采购比例达80%以上，印发《营养餐采购办法》",
    "figure",
    (
        ("达", "本地农产品采购比例", (Promise("80%以上", ">=", 80, "%", "meal_local_ratio"),)),
        ("印发", "《营养餐采购办法》", ()),
    ),
    documents=(("营养餐采购办法", "publish"),),
)
CLUBS = Said(
    "创建足球特色学校10所、书香校园25所",
    "title_award",
    (
        ("创建", "足球特色学校", (Promise("10所", "=", 10, "所"),)),
        ("创建", "书香校园", (Promise("25所", "=", 25, "所"),)),
    ),
    mark="一是",
)
READING = Said("举办第三届读书节", "steady", (("举办", "第三届读书节", ()),), periods=("第三届",), mark="二是")
SCHOOLS = Said(
    "6月底前建成新城小学等3所学校，增加学位4200个",
    "title_award",
    (
        ("建成", "新城小学等3所学校", (Promise("3所", "=", 3, "所"),)),
        ("增加", "学位", (Promise("4200个", "increase>=", 4200, "个"),)),
    ),
    deadlines=(("6月底前", date(2020, 6, 30)),),
)
ADMISSIONS = Said(
    "依托青禾智慧教育云平台实行阳光招生", "steady", (("实行", "阳光招生", ()),), platforms=("青禾智慧教育云平台",)
)
DROPOUT = Said(
    "巩固控辍保学成果，确保适龄儿童入学不漏一人",
    "steady",
    (("确保", "适龄儿童入学", (Promise("不漏一人", "all"),)),),
)
TRAINING = Said("每学期开展一次班主任培训", "steady", (("开展", "班主任培训", ()),), deadlines=(("每学期", "term"),))
ETHICS = Said("严格师德考核，查处有偿补课", "steady", (("严格", "师德考核", ()), ("查处", "有偿补课", ())))

DRAFT: tuple[tuple[str, str, tuple[Block, ...]], ...] = (
    (
        "一",
        "突出全面育人",
        (
            Block("1", "提升综合素质", (CLUBS, READING), (("素质教育中心", Role.LEAD), ("基教科", Role.SUPPORT))),
            Block("2", "办好营养餐", (MEALS,), (("资助中心", Role.RESPONSIBLE), ("计财科", Role.RESPONSIBLE))),
        ),
    ),
    (
        "二",
        "突出民生保障",
        (
            Block(
                "3",
                "扩大学位供给",
                (SCHOOLS, ADMISSIONS, DROPOUT),
                (("计财科", Role.LEAD), ("基教科", Role.SUPPORT)),
                (("11月20日前", date(2020, 11, 20)),),
            ),
            Block("4", "建强教师队伍", (TRAINING, ETHICS), (("工委办（党建办）", Role.RESPONSIBLE),)),
        ),
    ),
)
EDGES = ((EdgeKind.NEEDS, "二/3.2", "二/3.1", "学校建成后方能招生"),)


def qinghe() -> Plan:
    """The invented city's plan: 2 sections, 4 tasks, 8 measures."""
    return build(DRAFT, edges=EDGES)
