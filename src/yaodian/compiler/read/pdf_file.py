"""pdf → Source: the text layer of its pages in order, its printed lines made paragraphs again."""

from __future__ import annotations

import re

from yaodian.compiler.read.lines import Lines
from yaodian.compiler.read.printed import paragraphs, without_furniture
from yaodian.compiler.read.published import published_in
from yaodian.compiler.read.refusal import refusal
from yaodian.compiler.read.text_layer import text_layer
from yaodian.domain.text import Format, Source

UNMAPPED = re.compile(r"[\x00-\x08\x0e-\x1f\ue000-\uf8ff\ufffd]")
MOST_UNMAPPED = 0.3


def read_pdf(data: bytes, name: str) -> Source:
    printed = text_layer(data, name)
    text = "".join(line.text for line in printed)
    if len(UNMAPPED.findall(text)) > MOST_UNMAPPED * len(text):
        raise refusal(
            name,
            "的字体没有文字对照表，读出来是乱码，请从原始文件重新导出pdf或另存为docx",
            "has fonts that do not say which characters they show, so export it again from the original or as docx",
        )
    lines = Lines()
    for number, pieces in enumerate(paragraphs(without_furniture(printed)), 1):
        lines.printed(pieces, number)
    if not re.search(r"[^\W_]", lines.text):
        raise refusal(
            name,
            "没有文字层（多半是扫描件），请先做文字识别再读取",
            "has no text layer (it is probably a scan), so run text recognition on it first",
        )
    text, anchors = lines.text, tuple(lines.anchors)
    return Source(name=name, text=text, format=Format.PDF, anchors=anchors, published=published_in(text))
