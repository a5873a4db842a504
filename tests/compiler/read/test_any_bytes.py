"""Whatever the bytes are: reading gives a Source or a Refusal, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.compiler.read.made_docx import document, docx, numbered, numbering, zipped
from tests.compiler.read.made_pdf import pdf, typeset
from tests.effort import EFFORT
from yaodian.compiler.read import read_bytes
from yaodian.compiler.read.worker import reader_of
from yaodian.domain.finding import Refusal
from yaodian.domain.text import Format, Source

TIMES = {"check": 1, "ci": 12, "full": 120}[EFFORT]
WHOLE = {
    Format.DOCX: docx(numbered("建强教师队伍") + numbered("培训教师300名", 1), numbering=numbering(("decimal", "%1."))),
    Format.PDF: pdf([typeset("一、建强教师队伍", "培训教师300名。")]),
    Format.HTML: "<html><body><h1>要点</h1><table><tr><td>1</td><td>2</td></tr></table><p>一、队伍。</p></body></html>".encode(),
    Format.TXT: "要点\r\n一、建强教师队伍。\n".encode(),
}
NAMES = st.sampled_from(["plan.txt", "plan.docx", "plan.pdf", "plan.html", "plan", ""])
SNIPPETS = st.sampled_from(
    ["<p>", "</p>", "<table>", "<tr>", "<td rowspan=3>", "</table>", "<ol>", "<li>", "<br>", "<a href=x>", "</a>", "<!--",
     "<script>", "一、", "1.", "（责任科室：基教科）", "\r\n", "&nbsp;", "&#x3000;", "&#0;", "<div id=zoom>", "</div>", "|", "。", "　"]
)  # fmt: skip
WORD_TAGS = st.sampled_from(
    [
        "p",
        "r",
        "t",
        "tbl",
        "tr",
        "tc",
        "ins",
        "del",
        "hyperlink",
        "sdt",
        "sdtContent",
        "pPr",
        "numPr",
        "txbxContent",
        "tcPr",
        "vMerge",
    ]
)


def nested(tag: str, inner: list[str]) -> str:
    return f"<w:{tag}>字{''.join(inner)}</w:{tag}>"


def read_or_refuse(data: bytes, name: str) -> None:
    try:
        source = read_bytes(data, name)
    except Refusal as refused:
        assert refused.words.zh
        assert refused.words.en
    else:
        assert_sound(source)


def assert_sound(source: Source) -> None:
    starts = [anchor.start for anchor in source.anchors]
    assert starts == sorted(starts)
    assert all(0 <= start <= len(source.text) for start in starts)
    assert "\r" not in source.text
    source.text.encode("utf-8")


@settings(max_examples=100 * TIMES, deadline=None)
@given(data=st.binary(max_size=400) | st.text(max_size=200).map(str.encode), name=st.sampled_from(["plan.txt", "plan"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    read_or_refuse(data, name)


@pytest.mark.parametrize("format_", list(WHOLE))
@settings(max_examples=5 * TIMES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), name=NAMES)
def test_a_damaged_file_is_read_or_refused(format_: Format, data: st.DataObject, name: str) -> None:
    whole = WHOLE[format_]
    at = data.draw(st.integers(0, len(whole)))
    put = data.draw(st.binary(max_size=8))
    read_or_refuse(whole[:at] + put + whole[at + data.draw(st.integers(0, 20)) :], name)


@settings(max_examples=70 * TIMES, deadline=None)
@given(parts=st.lists(SNIPPETS | st.text(max_size=5), max_size=60))
def test_any_tags_make_a_sound_source(parts: list[str]) -> None:
    read_directly(Format.HTML, f"<html><body>{''.join(parts)}".encode("utf-8", "replace"))


@settings(max_examples=35 * TIMES, deadline=None)
@given(
    tags=st.recursive(
        WORD_TAGS.map(lambda t: f"<w:{t}/>"), lambda inner: st.builds(nested, WORD_TAGS, st.lists(inner, max_size=4))
    )
)
def test_any_word_elements_make_a_sound_source(tags: str) -> None:
    read_directly(Format.DOCX, zipped({"word/document.xml": document(tags)}))


def read_directly(format_: Format, data: bytes) -> None:
    """Without the worker, which would turn a fault of ours into a refusal."""
    try:
        assert_sound(reader_of(format_)(data, "plan"))
    except Refusal as refused:
        assert refused.words.zh


@pytest.mark.parametrize("format_", list(WHOLE))
def test_the_whole_files_are_read(format_: Format) -> None:
    assert "教师" in read_bytes(WHOLE[format_], "plan").text or format_ is Format.HTML
