"""html → Source: the article of a page saved from a bureau's website, without the site around it."""

from __future__ import annotations

import codecs
import re
from typing import Any

from lxml import etree
from lxml.html import HTMLParser

from yaodian.compiler.read.article import article, is_meta, title_among
from yaodian.compiler.read.blocks import Blocks
from yaodian.compiler.read.decode import decode
from yaodian.compiler.read.limits import MAX_TAGS, MAX_WEB_PAGE_BYTES, MEGABYTE
from yaodian.compiler.read.lines import Lines, tidy
from yaodian.compiler.read.published import date_of, published_in
from yaodian.compiler.read.refusal import refusal
from yaodian.domain.text import Format, Source

CHARSET = re.compile(rb"<meta[^>]*?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
CODECS = {"big5": "big5hkscs", "big5-hkscs": "big5hkscs", "utf-8": "utf-8", "utf8": "utf-8"}
CODECS |= dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80"), "gb18030")
MOST_REPLACED = 1 / 200
LONGEST_TITLE = 300
DATE_NAMES = ("pubdate", "publishdate", "article:published_time", "publish_time", "firstpublishedtime")
ARTICLE_TITLE, SHARED_TITLE = "articletitle", "og:title"


def read_html(data: bytes, name: str) -> Source:
    text = decode_page(data, name)
    if len(data) > MAX_WEB_PAGE_BYTES or text.count("<") > MAX_TAGS:
        raise refusal(
            name,
            f"是超过{MAX_WEB_PAGE_BYTES // MEGABYTE}MB或标签过多的网页，请把正文复制出来另存为txt",
            f"is a page of more than {MAX_WEB_PAGE_BYTES // MEGABYTE} MB or with too many tags, so save its text as txt",
        )
    root = _parse(text, name)
    meta = _meta(root)
    blocks = Blocks(root)
    title = title_among(meta.get(ARTICLE_TITLE), blocks.headings, meta.get(SHARED_TITLE) or _page_title(root))
    lines = Lines()
    for number, block in enumerate(article(blocks.found, blocks.bounds, title), 1):
        if block.row:
            lines.row(block.cells, table=block.table, row=block.row)
        else:
            lines.paragraph(block.text, number)
    stated = next((iso for n in DATE_NAMES if n in meta and (iso := date_of(meta[n]))), None)
    seen = published_in("\n".join(b.text for b in blocks.found if is_meta(b.text)))
    # the line on the page is what a reader sees; both name the same day unless the site lies
    published = seen if seen and (stated is None or len(seen) >= len(stated)) else stated
    return Source(name=name, text=lines.text, format=Format.HTML, anchors=tuple(lines.anchors), published=published)


def decode_page(data: bytes, name: str) -> str:
    """By byte order mark, then by what the page declares, then by what decodes."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data, name)
    declared = CHARSET.search(data[:4096])
    encoding = CODECS.get(declared[1].decode("ascii", "replace").lower()) if declared else None
    for attempt in filter(None, ("utf-8", encoding, "gb18030")):
        try:
            return data.decode(attempt)
        except UnicodeDecodeError:
            continue
    text = data.decode(encoding or "utf-8", "replace")  # a page may be damaged in a place that is not the article
    return text if text.count("\ufffd") <= MOST_REPLACED * len(text) else decode(data, name)


def _parse(text: str, name: str) -> Any:
    """The page's tree; a page that nests beyond the parser's depth is refused rather than cut off."""
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    data = text.replace("\x00", "").encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        root = None
    if root is None or any("depth" in entry.message for entry in parser.error_log):
        raise refusal(
            name,
            "的网页结构无法解析，请把正文复制出来另存为txt",
            "is a page whose structure cannot be parsed, so save its text as txt",
        )
    return root


def _meta(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        key = (element.get("name") or element.get("property") or "").lower()
        content = tidy(element.get("content") or "")
        if key and content:
            found.setdefault(key, content[:LONGEST_TITLE])
    return found


def _page_title(root: Any) -> str:
    element = next(root.iter("title"), None)
    return "" if element is None else tidy("".join(element.itertext()).replace("\n", " "))[:LONGEST_TITLE]
