"""Limits of imports: what exceeds one is refused before it is unpacked."""

from __future__ import annotations

import re

from yaodian.domain.zipped import ZipLimits

MEGABYTE = 1_000_000

MAX_FILE_BYTES = 4_000 * MEGABYTE
MAX_WORKBOOK_BYTES = 200 * MEGABYTE

MAX_UNPACKED_BYTES = 1_000 * MEGABYTE
ZIP_LIMITS = ZipLimits(
    members=2_000,
    directory_bytes=400_000,
    unpacked_bytes=MAX_UNPACKED_BYTES,
    ratio=200,
    ratio_from_bytes=5 * MEGABYTE,  # below this size a high ratio harms nobody: an empty sheet packs a thousand to one
    nested=re.compile(r"\.(?:zip|7z|rar|exe|dll|js)$|(?:^|/)embeddings/"),
)

MAX_CELLS = 30_000_000
"""Cells of the area that a sheet spans."""
SPARSE_FROM_CELLS = 2_000_000
SPARSE_RATIO = 50
"""An area this large must hold at least one written cell in so many."""

MAX_COLUMNS = 500
MAX_TEXT = 10_000
"""Characters of one cell; a workbook cell holds at most 32,767."""
MAX_SHEETS = 100

TOP_ROWS = 30
"""Rows among which the headings are sought."""
HEAD_BYTES = 400_000
"""Bytes of a text file that are read to find encoding, separator and headings."""
