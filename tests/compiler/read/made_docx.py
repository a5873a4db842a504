"""Word documents made part by part, for what no library writes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def part(root: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {NAMESPACES}>{inner}</w:{root}>'


def document(body: str) -> str:
    return part("document", f"<w:body>{body}<w:sectPr/></w:body>")


def paragraph(text: str, properties: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def zipped(members: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def docx(body: str, **others: str | bytes) -> bytes:
    """A docx of a body and other parts of the folder word, such as `numbering=…`."""
    members: dict[str, str | bytes] = {"[Content_Types].xml": "<Types/>", "word/document.xml": document(body)}
    members |= {f"word/{name}.xml": content for name, content in others.items()}
    return zipped(members)


def numbering(*levels: tuple[str, str], extra: str = "") -> str:
    """A numbering part with one list (number 1) of levels (format, text)."""
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (style, text) in enumerate(levels)
    )
    first = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return part("numbering", f'<w:abstractNum w:abstractNumId="0">{made}</w:abstractNum>{first}{extra}')


def numbered(text: str, level: int = 0, number: int = 1) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
