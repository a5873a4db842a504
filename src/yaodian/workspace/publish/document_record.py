"""版记: the lines between rules at the foot of a document's last page, in a box that Word, WPS and LibreOffice all put there
(a table or frame as wide as the text stays where it is written in LibreOffice)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from yaodian.workspace.publish.official_document import TEXT_FACE
from yaodian.workspace.publish.wording import storable

SIZE_PT, LINE_PT = 14, 24  # 4号
THICK, THIN = 8, 6  # eighths of a point: 0.35 mm and 0.25 mm
EMU_MM, EMU_PT, TWIPS_PT = 36_000, 12_700, 20

_SPACES = " ".join(
    f'xmlns:{name}="http://schemas.{address}"'
    for name, address in {
        "w": "openxmlformats.org/wordprocessingml/2006/main",
        "wp": "openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "openxmlformats.org/drawingml/2006/main",
        "wps": "microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "openxmlformats.org/markup-compatibility/2006",
    }.items()
)
_BOX = """<w:r {spaces}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0"
 layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH>
<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>
<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/>
<wp:docPr id="1" name="版记"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>
<wps:txbx><w:txbxContent>{lines}</w:txbxContent></wps:txbx>
<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:noAutofit/></wps:bodyPr>
</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"""
_LINE = """<w:p><w:pPr><w:pBdr>{rules}</w:pBdr><w:tabs><w:tab w:val="right" w:pos="{tab}"/></w:tabs>
<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="{pitch}" w:lineRule="exact"/></w:pPr>{runs}</w:p>"""
_RUN = """<w:r><w:rPr><w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}"/><w:sz w:val="{size}"/></w:rPr>{words}</w:r>"""
_RULE = """<w:{side} w:val="single" w:sz="{size}" w:space="1" w:color="000000"/>"""


def add_record(document: Any, lines: Sequence[str], width_mm: float) -> None:
    """Put the lines, each one character in from both sides, at the foot of the page where the document's text ends. What
    stands behind a tab stands at the right."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - slow library, only when exporting

    tab = round((width_mm * EMU_MM / EMU_PT - SIZE_PT) * TWIPS_PT)
    made = [
        _line(words, tab, is_first=place == 0, is_last=place == len(lines) - 1) for place, words in enumerate(lines)
    ]
    height = EMU_PT * (LINE_PT * len(lines) + 2 * len(lines))
    box = _BOX.format(spaces=_SPACES, width=round(width_mm * EMU_MM), height=height, lines="".join(made))
    document.paragraphs[-1]._p.append(parse_xml(box))


def _line(words: str, tab: int, *, is_first: bool, is_last: bool) -> str:
    sides = [("top", THICK if is_first else THIN)] if is_first else []
    sides += [("bottom", THICK if is_last else THIN)]
    rules = "".join(_RULE.format(side=side, size=size) for side, size in sides)
    parts = [f'<w:t xml:space="preserve">{escape(storable(part))}</w:t>' for part in f"　{words}".split("\t")]
    runs = _RUN.format(face=TEXT_FACE, size=2 * SIZE_PT, words="<w:tab/>".join(parts))
    return _LINE.format(rules=rules, tab=tab, pitch=LINE_PT * TWIPS_PT, runs=runs)
