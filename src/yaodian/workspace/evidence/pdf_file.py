"""PDF: no script, no program started, no file inside, no form that sends, no bomb, nothing hung behind the end."""

from __future__ import annotations

import base64
import io
import re
import zipfile
import zlib

import pikepdf
from PIL import Image

from yaodian.compiler.read.refusal import refusal
from yaodian.domain.finding import Refusal
from yaodian.workspace.evidence.inflating import inflated
from yaodian.workspace.evidence.limits import (
    MAX_PAGE_POINTS,
    MAX_PDF_OBJECTS,
    MAX_PDF_PAGES,
    MAX_PDF_UNPACKED_BYTES,
    MAX_PIXELS,
)
from yaodian.workspace.evidence.media import Media

ACTIVE = re.compile(
    rb"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|GoToR|Rendition|Movie|Sound|3D"
    rb"|FFilter)(?![^\s/<>\[\](){}%])"
)
TOLD_ANYWHERE = re.compile(rb"/(?:JavaScript|EmbeddedFile|RichMedia|SubmitForm|ImportData|Rendition)\b")
"""Names long enough never to stand in packed data by chance: sought in all bytes, also in what no table of objects names."""
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
END = b"%%EOF"
FLATE = ("/FlateDecode", "/Fl")
AT_WORST = {"/LZWDecode": 1_400, "/LZW": 1_400, "/RunLengthDecode": 64, "/RL": 64}
"""To how many bytes one byte of the older packings can grow."""
LETTERS_85, LETTERS_16 = ("/ASCII85Decode", "/A85"), ("/ASCIIHexDecode", "/AHx")
HEADED_IMAGES = ("/DCTDecode", "/DCT", "/JPXDecode")
Image.MAX_IMAGE_PIXELS = None  # counted here, with a sentence


def check_pdf(data: bytes, name: str) -> tuple[Media, None]:
    """That the pdf only shows pages. Refusal where it does more, is damaged, has a password or is too large."""
    _check_ends(data, name)
    if TOLD_ANYWHERE.search(ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), data)):
        raise _active(name)
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            if pdf.is_encrypted:
                raise _locked(name)
            _check_objects(pdf, name)
            _check_pages(pdf, name)
    except pikepdf.PasswordError:
        raise _locked(name) from None
    except (pikepdf.PdfError, zlib.error, ValueError, TypeError, OSError):
        raise _broken(name) from None
    return Media.PDF, None


def _check_ends(data: bytes, name: str) -> None:
    at = data.rfind(END)
    if at < 0:
        raise _broken(name)
    if data[at + len(END) :].strip(b"\0\r\n\t ") or zipfile.is_zipfile(io.BytesIO(data)):
        raise refusal(
            name,
            "后面还藏着别的内容，请重新导出pdf",
            "has other contents hidden behind its end, so export it again",
        )


def _check_objects(pdf: pikepdf.Pdf, name: str) -> None:
    if len(pdf.objects) > MAX_PDF_OBJECTS:
        raise _too_much(name)
    unpacked = 0
    for thing in pdf.objects:
        if not isinstance(thing, pikepdf.Object):
            continue  # a number that stands apart, such as the length of a stream
        stream = thing if isinstance(thing, pikepdf.Stream) else None
        if ACTIVE.search((thing if stream is None else stream.stream_dict).unparse(resolved=True)):
            raise _active(name)
        if stream is not None:
            unpacked += _stream_bytes(stream, name, MAX_PDF_UNPACKED_BYTES - unpacked)


def _stream_bytes(stream: pikepdf.Stream, name: str, room: int) -> int:
    """The bytes that the stream unpacks to, at most `room`; of an image, which a viewer cuts to its size, none."""
    given = stream.get("/Filter", pikepdf.Array())
    filters = [str(one) for one in (given if isinstance(given, pikepdf.Array) else [given])]
    if stream.get("/Subtype") == "/Image":
        _check_image(stream, filters, name)
        return 0
    packed = [one for one in filters if one in FLATE or one in AT_WORST]
    if len(packed) > 1:
        raise _too_much(name)
    raw = stream.read_raw_bytes()
    length = 0
    for piece in inflated(_without_letters(raw, filters)) if packed and packed[0] in FLATE else (raw,):
        length += len(piece) * (AT_WORST[packed[0]] if packed and packed[0] in AT_WORST else 1)
        if length > room:
            raise _too_much(name)
    return length


def _without_letters(raw: bytes, filters: list[str]) -> bytes:
    """The packed bytes of a stream that is written in letters besides."""
    if filters[0] in LETTERS_85:
        return base64.a85decode(raw.strip().removesuffix(b"~>"))
    return bytes.fromhex(raw.decode("latin-1").strip().removesuffix(">")) if filters[0] in LETTERS_16 else raw


def _check_image(stream: pikepdf.Stream, filters: list[str], name: str) -> None:
    """What it says of its size, and what the image in it says."""
    sizes = [(int(stream.get("/Width", 0)), int(stream.get("/Height", 0)))]
    if filters and filters[-1] in HEADED_IMAGES and len(filters) == 1:
        sizes.append(Image.open(io.BytesIO(stream.read_raw_bytes()), formats=("JPEG", "JPEG2000")).size)
    if any(width * height > 2 * MAX_PIXELS for width, height in sizes):
        raise refusal(name, "里的图片像素太多，请缩小后再导出", "holds an image of too many pixels, so scale it down")


def _check_pages(pdf: pikepdf.Pdf, name: str) -> None:
    if not 1 <= len(pdf.pages) <= MAX_PDF_PAGES:
        raise refusal(
            name, f"应有1至{MAX_PDF_PAGES}页，请分成几个文件", f"should have 1 to {MAX_PDF_PAGES} pages, so split it"
        )
    for page in pdf.pages:
        left, bottom, right, top = (float(side) for side in page.mediabox)
        if max(abs(right - left), abs(top - bottom)) > MAX_PAGE_POINTS:
            raise _too_much(name)


def _active(name: str) -> Refusal:
    return refusal(
        name,
        "带有脚本、附件、多媒体或会自行动作的表单，请打印为普通pdf",
        "carries scripts, attachments, media or forms that act, so print it as a plain pdf",
    )


def _locked(name: str) -> Refusal:
    return refusal(
        name,
        "加了密码或限制了编辑，请去掉保护后再上传",
        "has a password or restricts editing, so remove the protection and upload it again",
    )


def _broken(name: str) -> Refusal:
    return refusal(name, "已损坏或不完整，请重新导出pdf", "is damaged or incomplete, so export it again")


def _too_much(name: str) -> Refusal:
    return refusal(
        name,
        "解开后大得不合常理（疑似压缩炸弹），请重新打印为pdf",
        "unpacks to an unreasonable size (a bomb), so print it as pdf again",
    )
