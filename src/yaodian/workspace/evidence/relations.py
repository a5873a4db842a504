"""关系: what a part of a document points at, what it says it is, and what its fields and formulas would do."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from yaodian.compiler.read.refusal import refusal
from yaodian.domain.finding import Refusal
from yaodian.workspace.evidence.media import Media
from yaodian.workspace.evidence.xml_part import Part

MAIN_TYPES = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": Media.DOCX,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": Media.XLSX,
}
MACRO_TYPES = re.compile(r"macroenabled|vbaproject|vbadata", re.I)
ACTIVE_TYPES = re.compile(r"activex|oleobject|webextension|connections\+xml|externallink|querytable", re.I)
ACTIVE_RELATIONS = re.compile(
    r"/(?:aFChunk|oleObject|control|activeXControlBinary|vbaProject|attachedToolbars|webextension\w*|externalLink\w*"
    r"|connections|queryTable|subDocument|frame)$",
    re.I,
)
PLAIN_TARGET = re.compile(r"(?:https?://|mailto:|tel:|#|(?![/\\]{2})[^:\\]*$)", re.I)
"""Where a link that a reader clicks may lead: a web page, a mail, a place in the file, a file beside it."""
FIELDS = re.compile(r"\bDDE(?:AUTO)?\b", re.I)
FORMULAS = re.compile(r"\bWEBSERVICE\s*\(|\bCALL\s*\(|\bREGISTER(?:\.ID)?\s*\(|\|\s*'|\|\w+!", re.I)
_ACTIVE = (
    "含有会自行运行的控件、字段或公式（如DDE、ActiveX），请删去",
    "holds controls, fields or formulas that act by themselves (DDE, ActiveX), so delete them",
)
_LEADS_ELSEWHERE = (
    "引用了文件之外的内容（外部模板、图片、工作簿或数据连接），请断开链接后另存",
    "refers to things outside it (templates, images, workbooks, connections), so break the links and save it",
)


def check_relation(element: str, attributes: Mapping[str, str], name: str) -> None:
    """Refuse a relationship that a reader follows by itself, and a field with an instruction that acts."""
    if element == "fldSimple":
        _refuse_fields(" ".join(attributes.values()), name)
    if element != "Relationship":
        return
    kind, target = attributes.get("Type", ""), attributes.get("Target", "")
    is_link = kind.endswith("/hyperlink")
    is_outside = attributes.get("TargetMode", "").lower() == "external"
    if ACTIVE_RELATIONS.search(kind) or (is_outside and not (is_link and PLAIN_TARGET.match(target))):
        raise refusal(name, *_LEADS_ELSEWHERE)


def check_script(part: Part, name: str) -> None:
    """Refuse fields and formulas that call other programs or the network."""
    if part.root == "worksheet" or part.root == "workbook":
        if FORMULAS.search(part.script):
            raise _active(name)
    else:
        _refuse_fields(part.script, name)


def check_types(types: Sequence[str], name: str) -> Media | None:
    """Which document the declared types of the parts make; None where none that is kept."""
    told = " ".join(types)
    if MACRO_TYPES.search(told):
        raise refusal(name, "带有宏，请另存为不带宏的文件", "carries macros, so save it without them")
    if ACTIVE_TYPES.search(told):
        raise _active(name)
    return next((MAIN_TYPES[one] for one in types if one in MAIN_TYPES), None)


def _refuse_fields(text: str, name: str) -> None:
    if FIELDS.search(text):
        raise _active(name)


def _active(name: str) -> Refusal:
    return refusal(name, *_ACTIVE)
