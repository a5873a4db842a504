"""Ordinary files, as an office attaches them: each made here by the libraries that offices' programs are like."""

from __future__ import annotations

import base64
import functools
import io
import random
import zipfile
import zlib
from collections.abc import Callable, Mapping

import docx
import openpyxl
import pikepdf
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from PIL import Image

from tests.compiler.read.made_pdf import assembled, page_object, pdf, stream, typeset
from yaodian.workspace.evidence.media import Media

WORDS = "清溪市第三小学创建示范校评分表"
GPS, ORIENTATION, MAKER = 0x8825, 0x0112, 0x010F


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


@functools.cache
def word(with_picture: bool = False, with_link: bool = False) -> bytes:
    document = docx.Document()
    document.add_heading(WORDS, 1)
    table = document.add_table(rows=5, cols=3)
    table.cell(0, 0).text = "办学条件"
    if with_picture:
        document.add_picture(io.BytesIO(photo(320, 240)))
    out = io.BytesIO()
    if with_link:
        document.part.relate_to(
            "https://jyj.example/", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )
    document.save(out)
    return out.getvalue()


def with_embedded_chart() -> bytes:
    """A document whose chart carries its numbers as a workbook."""
    return zipped(members(word()) | {"word/embeddings/Microsoft_Excel_Sheet1.xlsx": workbook()})


def with_large_picture() -> bytes:
    return zipped(members(word()) | {"word/media/image1.png": random.Random(7).randbytes(25_000_000)})


@functools.cache
def workbook(rows: int = 50, with_chart: bool = False) -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    for n in range(rows):
        page.append([f"学校{n}", n, n * 0.5, "达标"])
    page["E1"] = f"=SUM(B1:B{rows})"
    page["A1"].comment = Comment("核对过", "办公室")
    if with_chart:
        chart = BarChart()
        chart.add_data(Reference(page, min_col=2, min_row=1, max_row=10))
        page.add_chart(chart, "G2")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@functools.cache
def grain(width: int, height: int) -> Image.Image:
    """A picture that does not pack well, like a photograph."""
    small = Image.frombytes("RGB", (64, 64), random.Random(7).randbytes(64 * 64 * 3))
    return small.resize((width, height), Image.Resampling.BILINEAR)


@functools.cache
def photo(width: int = 4000, height: int = 3000, turned: int = 6) -> bytes:
    """A telephone's photograph: turned, with its place and its maker written into it."""
    image, exif = grain(width, height), Image.Exif()
    exif[ORIENTATION], exif[MAKER] = turned, "GPS-MARKED-PHONE"
    exif[GPS] = {1: "N", 2: (27.0, 43.0, 12.0), 3: "E", 4: (106.0, 55.0, 3.0)}
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif, comment=b"GPS-MARKED-COMMENT")
    return out.getvalue()


def screenshot(mode: str = "RGB", size: tuple[int, int] = (1920, 1080)) -> bytes:
    out = io.BytesIO()
    grain(*size).convert(mode).save(out, "PNG")
    return out.getvalue()


def scanned_pdf(pages: int = 4) -> bytes:
    out = io.BytesIO()
    sheets = [grain(1240, 1754)] * pages
    sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:])
    return out.getvalue()


def packed_pdf() -> bytes:
    """A pdf whose objects are packed into streams, with a table of contents and a link to a web page."""
    with pikepdf.open(io.BytesIO(pdf([typeset(WORDS)] * 20))) as made, made.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("一、概况", 0))
        action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://jyj.example/"))
        link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action)
        made.pages[0].Annots = pikepdf.Array([made.make_indirect(link)])
        return saved(made, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def pdf_with_lengths_apart() -> bytes:
    """As LibreOffice writes it: the length of a stream is an object of its own."""
    pages = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
    content = stream(b"q Q").replace(b"/Length 3", b"/Length 5 0 R")
    return assembled([b"<< /Type /Catalog /Pages 2 0 R >>", pages, page_object(4, 4), content, b"3"])


def pdf_in_letters() -> bytes:
    """As older programs write it: packed, and the packed bytes in letters."""
    pages = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
    content = base64.a85encode(zlib.compress(b"q Q " * 500)) + b"~>"
    page = stream(content, b"/Filter [/ASCII85Decode /FlateDecode] ")
    return assembled([b"<< /Type /Catalog /Pages 2 0 R >>", pages, page_object(4, 4), page])


def saved(made: pikepdf.Pdf, **how: object) -> bytes:
    out = io.BytesIO()
    made.save(out, **how)
    return out.getvalue()


def ofd(**more: bytes) -> bytes:
    """A fixed-layout document of one page, as the national format has it."""
    parts = {
        "OFD.xml": b'<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" DocType="OFD" Version="1.0"><ofd:DocBody>'
        b"<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": b'<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"/>',
        "Doc_0/Pages/Page_0/Content.xml": b'<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"/>',
        "Doc_0/Res/seal.png": screenshot(size=(80, 80)),
        "Doc_0/Signs/Sign_0/SignedValue.dat": b"\x30\x82",
    }
    return zipped(parts | more)


FILES: Mapping[str, tuple[str, Callable[[], bytes], Media]] = {
    "a document": ("评分表.docx", word, Media.DOCX),
    "a document with a picture": ("总结.docx", lambda: word(with_picture=True), Media.DOCX),
    "a document with a link to a web page": ("总结.docx", lambda: word(with_link=True), Media.DOCX),
    "a document with a chart": ("总结.docx", with_embedded_chart, Media.DOCX),
    "a document with a large picture": ("总结.docx", with_large_picture, Media.DOCX),
    "a document called txt": ("总结.txt", word, Media.DOCX),
    "a workbook": ("名单.xlsx", workbook, Media.XLSX),
    "a workbook of five thousand rows": ("名单.xlsx", lambda: workbook(5_000), Media.XLSX),
    "a workbook with a chart": ("名单.xlsx", lambda: workbook(with_chart=True), Media.XLSX),
    "a photograph": ("现场.jpg", photo, Media.JPEG),
    "a large photograph": ("现场.jpg", lambda: photo(5760, 4320), Media.JPEG),
    "a grey photograph": ("现场.jpeg", lambda: grey(), Media.JPEG),
    "a screen shot": ("截图.png", screenshot, Media.PNG),
    "a screen shot of a large screen": ("截图.png", lambda: screenshot(size=(3840, 2160)), Media.PNG),
    "a screen shot with transparency": ("截图.png", lambda: screenshot("RGBA"), Media.PNG),
    "a drawing of few colours": ("图.png", lambda: screenshot("P"), Media.PNG),
    "a pdf of text": ("文件.pdf", lambda: pdf([typeset(WORDS)] * 30), Media.PDF),
    "a pdf of scanned pages": ("扫描.pdf", scanned_pdf, Media.PDF),
    "a pdf with packed objects": ("文件.pdf", packed_pdf, Media.PDF),
    "a pdf whose lengths stand apart": ("文件.pdf", pdf_with_lengths_apart, Media.PDF),
    "a pdf in letters": ("文件.pdf", pdf_in_letters, Media.PDF),
    "a fixed-layout document": ("公文.ofd", ofd, Media.OFD),
}


def grey() -> bytes:
    out = io.BytesIO()
    grain(800, 600).convert("L").save(out, "JPEG")
    return out.getvalue()
