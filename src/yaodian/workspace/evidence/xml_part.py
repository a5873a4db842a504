"""XML: one part of a document, read once from its packed bytes: no document type, not too much, not too deep."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.parsers import expat

from yaodian.compiler.read.refusal import refusal
from yaodian.domain.finding import Refusal
from yaodian.workspace.evidence.limits import MAX_DEPTH, MAX_ELEMENTS, MAX_FORMULA_BYTES

SCRIPTED = frozenset({"instrText", "f", "delInstrText"})
"""Elements whose text is carried out: instructions of fields, formulas of cells."""
NOTED = frozenset({"Relationship", "Override", "Default", "fldSimple"})


class Part:
    """What a part says that decides: its root's name, the attributes of the elements NOTED, its SCRIPTED text."""

    def __init__(self, pieces: Iterable[bytes], name: str, elements: int) -> None:
        self._file, self.elements, self.root = name, elements, ""
        self.noted: list[tuple[str, Mapping[str, str]]] = []
        self._script: list[str] = []
        self._depth = self._script_bytes = 0
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        self._parser = parser
        try:
            for piece in pieces:
                parser.Parse(piece, False)
            parser.Parse(b"", True)
        except (expat.ExpatError, LookupError, ValueError):
            raise broken(name) from None

    @property
    def script(self) -> str:
        return "".join(self._script)

    def _doctype(self, *_: object) -> None:
        raise refusal(
            self._file,
            "里的XML带有文档类型声明，可能有恶意，请用办公软件重新另存",
            "holds XML with a document type and may be malicious, so save it again with an office program",
        )

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        self._depth += 1
        if self.elements > MAX_ELEMENTS or self._depth > MAX_DEPTH:
            raise too_much(self._file)
        local = tag.rpartition(":")[2]
        if not self.root:
            self.root = local
        if local in NOTED:
            self.noted.append((local, attributes))
        elif local in SCRIPTED:
            self._parser.CharacterDataHandler = self._text
        elif local == "script":
            raise refusal(self._file, "里的图形带有脚本，请删去", "holds a drawing with a script, so delete it")

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self._parser.CharacterDataHandler = None

    def _text(self, text: str) -> None:
        self._script_bytes += len(text)
        if self._script_bytes > MAX_FORMULA_BYTES:
            raise too_much(self._file)
        self._script.append(text)


def broken(name: str) -> Refusal:
    return refusal(
        name,
        "已损坏或不完整，请用办公软件重新另存或打印为pdf",
        "is damaged or incomplete, so save it again with an office program or print it as pdf",
    )


def too_much(name: str) -> Refusal:
    return refusal(
        name,
        "解开后内容过多（疑似压缩炸弹或大片空单元格），请只留要用的部分或打印为pdf",
        "unpacks to too much (an archive bomb or masses of empty cells), so keep what is needed or print it as pdf",
    )
