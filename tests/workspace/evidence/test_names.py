"""The name under which a file is shown: no folder, nothing invisible, ending as the content says."""

from __future__ import annotations

import pytest

from yaodian.workspace.evidence.media import Media
from yaodian.workspace.evidence.names import kept_name


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("评分表.pdf", "评分表.pdf"),
        ("评分表.PDF", "评分表.pdf"),
        ("评分表", "评分表.pdf"),
        ("2020.5.评分表.docx", "2020.5.评分表.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\桌面\\评分表.pdf", "评分表.pdf"),
        ("评分\0表\r\n.pdf", "评分表.pdf"),
        ("评分表\u202efdp.exe", "评分表fdp.pdf"),
        ("评\u200b分表.pdf.exe", "评分表.pdf.pdf"),
        ("...", "佐证.pdf"),
        ("", "佐证.pdf"),
        ("字" * 5_000 + ".pdf", "字" * 100 + ".pdf"),
        ('a<b>"c|d?.pdf', "abcd.pdf"),
    ],
)
def test_a_name_misleads_no_reader_and_no_disk(given: str, kept: str) -> None:
    assert kept_name(given, Media.PDF) == kept
