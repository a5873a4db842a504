"""The YAML tree of a plan file, with lines; what a plan file does not use (aliases, several documents) is refused."""

from __future__ import annotations

import re

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode

from yaodian.workspace.planfile.ignoring import nodes_of
from yaodian.workspace.planfile.place import refusal

_SPAN = re.compile(r"\d{1,12}-(\d{1,12})")


def tree_of(text: str, file: str) -> Node:
    """The root of the file's one document."""
    try:
        root = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise refusal(
            file,
            mark.line + 1 if mark else 1,
            "不是合法的 YAML，多为缩进不齐、引号未闭合或冒号后缺空格。请对照相邻的行改正。",
            "this is no valid YAML, mostly for an uneven indent, an open quote or a colon without a space after it. "
            "Compare the lines around it.",
        ) from error
    except (YAMLError, RecursionError, ValueError) as error:
        raise refusal(
            file,
            1,
            "文件里有 YAML 不允许的字符或嵌套过深。请另存为 UTF-8 文本，或从原文重新编译。",
            "the file holds signs that YAML forbids or is nested too deep. Save it as UTF-8 text, or compile the source again.",
        ) from error
    if not isinstance(root, Node):
        raise refusal(
            file, 1, "文件是空的。请从要点原文重新编译。", "the file is empty. Compile the plan's source again."
        )
    _refuse_aliases(root, file)
    return root


def _refuse_aliases(root: Node, file: str) -> None:
    seen: set[int] = set()
    for node in nodes_of(root):
        if id(node) in seen:
            raise refusal(
                file,
                node.start_mark.line + 1,
                "计划文件不用 YAML 的锚点和别名（& 和 *）。请把内容写全。",
                "a plan file uses no YAML anchors and aliases (& and *). Write the content out.",
            )
        seen.add(id(node))


def refuse_spans_beyond(root: Node, length: int, file: str) -> None:
    """Every place must lie inside the text that stands under `source`."""
    for node in nodes_of(root):
        for key, value in node.value if isinstance(node, MappingNode) else ():
            if key.value not in ("at", "title_at", "spans"):
                continue
            for part in (value,) if isinstance(value, ScalarNode) else value.value:
                match = _SPAN.fullmatch(str(part.value))
                if match and int(match[1]) > length:
                    raise refusal(
                        file,
                        part.start_mark.line + 1,
                        f"位置 {part.value} 超出原文（共 {length} 字）。新增的条目请不要写 {key.value}。",
                        f"the place {part.value} lies beyond the source text ({length} characters). "
                        f"Leave {key.value} out of what you add.",
                    )
