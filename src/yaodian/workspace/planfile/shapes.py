"""The keys of each node of a plan file, in their order, for writing and reading alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ruamel.yaml.comments import CommentedMap

from yaodian.domain.finding import Words
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
    Platform,
    RankedKind,
    Role,
    Section,
    Target,
    Task,
)
from yaodian.domain.text import Span
from yaodian.workspace.planfile.codecs import DAY, NUMBER, SENTENCE, SPAN, TEXT, VALUE, Codec, one_of, row_of
from yaodian.workspace.planfile.place import Place


@dataclass(frozen=True)
class Key:
    """One key of a node: its name in the file, the attribute it stands for and how its value is written.

    A key that `must` be there has no default; an attribute that is None or empty is not written.
    """

    name: str
    codec: Codec
    attribute: str = ""
    must: bool = False

    @property
    def of(self) -> str:
        return self.attribute or self.name


@dataclass(frozen=True)
class Shape:
    """A node's keys; `inline` writes it on one line unless it holds `blocks` of its own."""

    what: Words
    make: type
    keys: Sequence[Key]
    inline: bool = True

    def write(self, node: Any) -> CommentedMap:
        written = CommentedMap()
        for key in self.keys:
            value = getattr(node, key.of)
            if key.must or not (value is None or value == () or value == []):
                written[key.name] = key.codec.write(value)
        nested = any(isinstance(v, list) and v and isinstance(v[0], dict) for v in written.values())
        if self.inline and not nested:
            written.fa.set_flow_style()
        return written

    def read(self, place: Place) -> Any:
        return self.make(**self.values(place.called(*self.what)))

    def values(self, place: Place) -> dict[str, Any]:
        """The attributes a place gives; an unknown key and a missing one are refused."""
        found = place.keys()
        known = [key.name for key in self.keys]
        for name, value in found.items():
            if name not in known:
                value.refuse(
                    f"{place.what.zh}没有“{name}”这一项，可用的有：{' '.join(known)}。",
                    f"{place.what.en} has no key “{name}”; it knows: {' '.join(known)}.",
                )
        return {
            key.of: self._value(place, key, found.get(key.name)) for key in self.keys if self._given(place, key, found)
        }

    def _given(self, place: Place, key: Key, found: dict[str, Place]) -> bool:
        given = key.name in found and not found[key.name].is_null
        if key.must and not given and key.codec is SPAN:
            return True
        if key.must and not given:
            place.refuse(
                f"{place.what.zh}缺“{key.name}”。请补上这一项。", f"{place.what.en} lacks “{key.name}”. Add this key."
            )
        return given

    def _value(self, place: Place, key: Key, value: Place | None) -> Any:
        """A node added by hand stands at no place in the source: its span is empty."""
        return key.codec.read(value) if value and not value.is_null else Span(0, 0)


def many(shape: Shape) -> Codec:
    """A list of nodes."""
    return Codec(
        lambda nodes: [shape.write(node) for node in nodes],
        lambda place: tuple(shape.read(item) for item in place.items()),
    )


AT = Key("at", SPAN, "span", must=True)
ID = Key("id", TEXT)
TITLE = Key("title", TEXT, must=True)
WORDS = Key("words", TEXT, must=True)

SECTION = Shape(Words("部分", "A section"), Section, (Key("no", TEXT, must=True), TITLE, AT))
DUTY = Shape(
    Words("责任单位", "A duty"),
    Duty,
    (Key("unit", TEXT, must=True), Key("role", one_of(Role), must=True), Key("unit_id", TEXT), AT, ID),
)
DEADLINE = Shape(Words("时限", "A deadline"), Deadline, (WORDS, Key("due", DAY), Key("every", TEXT), AT))
PERIOD = Shape(Words("时间", "A period"), Period, (WORDS, AT))
DOCUMENT = Shape(Words("文件", "A document"), Document, (TITLE, Key("role", one_of(DocumentRole), must=True), AT))
PLATFORM = Shape(Words("平台", "A platform"), Platform, (TITLE, Key("platform_id", TEXT), AT))
TARGET = Shape(
    Words("目标值", "A target"),
    Target,
    (
        WORDS,
        Key("op", one_of(Operator), must=True),
        Key("value", VALUE),
        Key("unit", TEXT),
        Key("indicator", TEXT),
        AT,
        ID,
    ),
)
ACTION = Shape(
    Words("动作", "An action"),
    Action,
    (Key("verb", TEXT, must=True), Key("object", TEXT, must=True), AT, ID, Key("targets", many(TARGET))),
)
RANKED = Shape(
    Words("类型", "A kind"),
    RankedKind,
    (Key("kind", TEXT, must=True), Key("score", NUMBER, must=True), Key("evidence", row_of(TEXT))),
)
MEASURE = Shape(
    Words("举措", "A measure"),
    Measure,
    (
        ID,
        Key("mark", TEXT),
        Key("text", SENTENCE, must=True),
        Key("kind", TEXT),
        AT,
        Key("actions", many(ACTION)),
        Key("documents", many(DOCUMENT)),
        Key("platforms", many(PLATFORM)),
        Key("periods", many(PERIOD)),
        Key("deadlines", many(DEADLINE)),
        Key("kinds", many(RANKED)),
    ),
    inline=False,
)
TASK = Shape(
    Words("任务", "A task"),
    Task,
    (
        ID,
        Key("no", TEXT, must=True),
        Key("section", TEXT),
        Key("title", SENTENCE, must=True),
        Key("path", TEXT),
        AT,
        Key("title_at", SPAN, "title_span", must=True),
        Key("duties", many(DUTY)),
        Key("deadlines", many(DEADLINE)),
    ),
    inline=False,
)
GOAL = Shape(Words("目标", "A goal"), Goal, (WORDS, Key("section", TEXT), Key("tasks", row_of(TEXT)), AT))
EDGE = Shape(
    Words("关联", "An edge"),
    Edge,
    (
        Key("kind", one_of(EdgeKind), must=True),
        Key("from", TEXT, "source", must=True),
        Key("to", TEXT, "target", must=True),
        Key("why", TEXT, must=True),
        Key("spans", row_of(SPAN)),
    ),
)
