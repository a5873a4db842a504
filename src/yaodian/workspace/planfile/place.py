"""A place in a plan file: a YAML node with its line, read key by key; what does not fit is refused with that line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from yaodian.domain.finding import Refusal, Words

NULL = "tag:yaml.org,2002:null"


@dataclass(frozen=True)
class Place:
    """One YAML node of a file; `what` says what it is to an official (举措, 时限 …)."""

    node: Node
    file: str
    what: Words

    @property
    def line(self) -> int:
        return int(self.node.start_mark.line) + 1

    @property
    def last_line(self) -> int:
        """The last line with the node's own words (the end mark of a block stands where the next thing begins)."""
        node = self.node
        while isinstance(node, CollectionNode) and node.value and not node.flow_style:
            last = node.value[-1]
            node = last[1] if isinstance(last, tuple) else last
        return int(node.end_mark.line) + (1 if node.end_mark.column else 0)

    @property
    def is_null(self) -> bool:
        return isinstance(self.node, ScalarNode) and self.node.tag == NULL

    def refuse(self, zh: str, en: str) -> NoReturn:
        raise refusal(self.file, self.line, zh, en)

    def called(self, zh: str, en: str) -> Place:
        return Place(self.node, self.file, Words(zh, en))

    def scalar(self) -> str:
        """The words of a single value, as written."""
        if not isinstance(self.node, ScalarNode) or self.is_null:
            self.refuse(
                f"{self.what.zh}应是一个值。请在冒号后写一个词或一个数。",
                f"{self.what.en} should be one value. Write one word or number after the colon.",
            )
        return str(self.node.value)

    def tag(self) -> str:
        return str(self.node.tag).rpartition(":")[2]

    def items(self) -> Iterator[Place]:
        """The members of a list."""
        if self.is_null:
            return
        if not isinstance(self.node, SequenceNode):
            self.refuse(
                f"{self.what.zh}应是一个列表。请每项另起一行，以“- ”开头。",
                f"{self.what.en} should be a list. Begin each item on its own line with “- ”.",
            )
        for child in self.node.value:
            yield Place(child, self.file, self.what)

    def keys(self) -> dict[str, Place]:
        """The values of a mapping by key; a key that stands twice is refused."""
        if not isinstance(self.node, MappingNode):
            self.refuse(
                f"{self.what.zh}应写成“键: 值”。请检查缩进和冒号后的空格。",
                f"{self.what.en} should be written as “key: value”. Check the indent and the space after the colon.",
            )
        found: dict[str, Place] = {}
        for key, value in self.node.value:
            name = Place(key, self.file, self.what)
            if name.scalar() in found:
                name.refuse(
                    f"{self.what.zh}里“{name.scalar()}”写了两次。请删去一处。",
                    f"{self.what.en} says “{name.scalar()}” twice. Delete one of them.",
                )
            found[name.scalar()] = Place(value, self.file, Words(f"“{name.scalar()}”", f"“{name.scalar()}”"))
        return found


def refusal(file: str, line: int, zh: str, en: str) -> Refusal:
    return Refusal(Words(f"计划文件 {file} 第 {line} 行：{zh}", f"Plan file {file}, line {line}: {en}"))
