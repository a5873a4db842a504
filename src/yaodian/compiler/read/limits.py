"""Limits of reading: a plan never comes near them, so what exceeds one is refused before it is unpacked.

They bound every refusal to about two seconds and 300 MB on an office computer.
"""

from __future__ import annotations

import re

from yaodian.domain.zipped import ZipLimits

MEGABYTE = 1_000_000

MAX_FILE_BYTES = 50 * MEGABYTE
MAX_TEXT_BYTES = 20 * MEGABYTE
MAX_WEB_PAGE_BYTES = 8 * MEGABYTE
MAX_TAGS = 400_000
"""Opening and closing tags of one html page or one part of a docx."""

ZIP_LIMITS = ZipLimits(
    members=2_000,
    directory_bytes=400_000,
    unpacked_bytes=200 * MEGABYTE,
    ratio=200,
    ratio_from_bytes=5 * MEGABYTE,  # below this size a high ratio harms nobody: a blank drawing packs a thousand to one
    # a chart in a document carries its numbers as a workbook; that is ordinary and is never opened
    nested=re.compile(r"^(?!word/embeddings/.*\.xlsx$).*\.(?:zip|docx|docm|xlsx|jar|rar|7z|gz)$", re.S),
)
MAX_PART_BYTES = 30 * MEGABYTE
"""One XML part of a docx, unpacked."""

MAX_PDF_PAGES = 1_000
MAX_PDF_CHARACTERS = 1_000_000
MAX_PDF_LINES = 100_000

WORKER_CPU_SECONDS = 1.5
WORKER_WALL_SECONDS = 15.0
"""A loaded machine may be slow without the file being at fault, so the clock on the wall is the generous one."""
WORKER_MEMORY_BYTES = 256 * MEGABYTE
