"""忽略: comments such as `# yaodian: ignore YD103` beside a task or a measure of a plan file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ruamel.yaml.nodes import Node, ScalarNode

from yaodian.workspace.planfile.place import Place, refusal

COMMENT = re.compile(r"(?<![^\s])#[ \t]*yaodian[ \t]*[:：](?P<order>[^\n]*)")
ORDER = re.compile(r"\s*ignore((?:[\s,，、]+[A-Z]{1,4}\d{2,4})+)\s*")


@dataclass(frozen=True)
class Ignores:
    """The codes that a file's comments ignore, by the line they speak of."""

    codes: dict[int, tuple[str, ...]]

    @classmethod
    def of(cls, text: str, root: Node, file: str) -> Ignores:
        if "yaodian" not in text:
            return cls({})
        scalars = [(n.start_mark.index, n.end_mark.index) for n in nodes_of(root) if isinstance(n, ScalarNode)]
        codes: dict[int, tuple[str, ...]] = {}
        lines = text.split("\n")
        for match in COMMENT.finditer(text):
            if any(start <= match.start() < end for start, end in scalars):
                continue
            line = text.count("\n", 0, match.start())
            order = ORDER.fullmatch(match["order"])
            if not order:
                raise refusal(
                    file,
                    line + 1,
                    "注释“yaodian:”后只能写 ignore 和规则代码，例如 # yaodian: ignore YD103。",
                    "after “yaodian:” a comment names rules to ignore, for example # yaodian: ignore YD103.",
                )
            about = _line_meant(lines, line)
            codes[about] = codes.get(about, ()) + tuple(re.findall(r"[A-Z]+\d+", order[1]))
        return cls(codes)

    def within(self, place: Place, inner: Sequence[Place] = ()) -> tuple[str, ...]:
        """The codes on the lines of a place that are not lines of one of its `inner` places."""
        taken = {line for child in inner for line in range(child.line, child.last_line + 1)}
        lines = [line for line in range(place.line, place.last_line + 1) if line in self.codes and line not in taken]
        return tuple(dict.fromkeys(code for line in lines for code in self.codes[line]))


def _line_meant(lines: list[str], line: int) -> int:
    """A comment alone on its line speaks of the next line that holds something; lines count from 1."""
    if not lines[line].lstrip().startswith("#"):
        return line + 1
    following = (n for n in range(line + 1, len(lines)) if lines[n].strip() and not lines[n].lstrip().startswith("#"))
    return next(following, line) + 1


def nodes_of(root: Node) -> Iterator[Node]:
    """Every node of a YAML tree; a node that an alias repeats comes again."""
    stack = [root]
    while stack:
        node = stack.pop()
        yield node
        if not isinstance(node, ScalarNode):
            for child in node.value:
                stack.extend(child if isinstance(child, tuple) else (child,))
