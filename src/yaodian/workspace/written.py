"""YAML 文件: a file as someone wrote it, its data, and refusals that name the line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yaodian.domain.finding import Refusal, Words


@dataclass(frozen=True)
class Written:
    """A YAML file that was read: its bytes and the data in it (None where it is empty)."""

    path: Path
    content: bytes
    data: Any

    @classmethod
    def read(cls, path: Path) -> Written:
        """The file's data; raises Refusal with file, line and repair where it cannot be read or is no YAML."""
        from ruamel.yaml import YAML  # noqa: PLC0415 - 15 ms that commands without a bureau do not need
        from ruamel.yaml.error import MarkedYAMLError, YAMLError  # noqa: PLC0415

        try:
            content = path.read_bytes()
            return cls(path, content, YAML(typ="safe", pure=True).load(content.decode("utf-8")))
        except OSError as fault:
            why = fault.strerror or str(fault)
            raise Refusal(
                Words(f"{path}：读不了（{why}），请检查路径和权限", f"{path}: cannot be read ({why})")
            ) from None
        except UnicodeDecodeError:
            raise Refusal(
                Words(f"{path}：不是UTF-8编码，请另存为UTF-8", f"{path}: is not UTF-8, save it as UTF-8")
            ) from None
        except MarkedYAMLError as fault:
            line = fault.problem_mark.line + 1 if fault.problem_mark else 1
            raise _refusal(
                path,
                line,
                Words(
                    f"不是规范的YAML，请检查该行及上一行的缩进、冒号和引号（{fault.problem}）",
                    f"is no valid YAML ({fault.problem}): check indentation, colons and quotes here and in the line above",
                ),
            ) from None
        except (YAMLError, ValueError) as fault:
            first = str(fault).splitlines()[0]
            raise _refusal(path, 1, Words(f"不是规范的YAML（{first}）", f"is no valid YAML ({first})")) from None

    def refusal(self, words: Words, *keys: object) -> Refusal:
        """A refusal that names the line where the data under these keys stands."""
        return _refusal(self.path, self._line(keys), words)

    def mapping(self, given: object, *keys: object) -> Mapping[Any, Any]:
        """The data under `keys` as a mapping (empty where nothing stands); raises Refusal for anything else."""
        if given is None:
            return {}
        if not isinstance(given, Mapping):
            raise self.refusal(Words("这里应当写成“名称: 值”", "names with values (name: value) belong here"), *keys)
        return given

    def sequence(self, given: object, *keys: object) -> list[Any]:
        """The data under `keys` as a list (empty where nothing stands); raises Refusal for anything else."""
        if given is None:
            return []
        if not isinstance(given, list):
            raise self.refusal(
                Words("这里应当写成列表（每项以“- ”开头）", "a list (each item after '- ') belongs here"), *keys
            )
        return given

    def entry(
        self, given: object, keys: tuple[object, ...], needed: Iterable[str], known: Iterable[str]
    ) -> Mapping[str, Any]:
        """The mapping under `keys`, holding all `needed` names and none but those and the `known`; raises Refusal."""
        entry, needed = self.mapping(given, *keys), tuple(needed)
        allowed = (*needed, *known)
        for name in entry:
            if name not in allowed:
                listed = "、".join(allowed)
                raise self.refusal(
                    Words(f"不认识“{name}”，可以写的有：{listed}", f"knows no {name!r}; known: {', '.join(allowed)}"),
                    *keys,
                    name,
                )
        for name in needed:
            if entry.get(name) in (None, ""):
                raise self.refusal(Words(f"缺少“{name}”，请补上", f"lacks {name!r}"), *keys)
        return entry

    def texts(self, given: object, *keys: object) -> tuple[str, ...]:
        """The data under `keys` as texts; raises Refusal where one is no text."""
        found = self.sequence(given, *keys)
        for index, one in enumerate(found):
            if not isinstance(one, str):
                raise self.refusal(
                    Words(f"“{one}”应当是文字，请加引号", f"{one!r} should be a text: put it in quotes"), *keys, index
                )
        return tuple(found)

    def _line(self, keys: tuple[object, ...]) -> int:
        """The line of the last of these names or list items that is found, from 1."""
        from ruamel.yaml import YAML  # noqa: PLC0415 - see read

        node, line = YAML(typ="safe", pure=True).compose(self.content.decode("utf-8")), 0
        for key in keys:
            if not isinstance(getattr(node, "value", None), list):
                break
            if isinstance(key, int) and key < len(node.value):
                node = node.value[key]
                line = node.start_mark.line
                continue
            found = next((pair for pair in node.value if isinstance(pair, tuple) and pair[0].value == str(key)), None)
            if found is None:
                break
            line, node = found[0].start_mark.line, found[1]
        return int(line) + 1


def _refusal(path: Path, line: int, words: Words) -> Refusal:
    return Refusal(Words(f"{path} 第{line}行：{words.zh}", f"{path}, line {line}: {words.en}"))
