"""Limits of evidence: what one scanned document, one ledger or one photograph needs, and not more.

They bound every check to two seconds and 300 MB on an office computer. They are the machine's, not an office's to set.
"""

from __future__ import annotations

import re

from yaodian.domain.zipped import ZipLimits

MEGABYTE = 1_000_000

MAX_FILE_BYTES = 30 * MEGABYTE
"""A hundred scanned pages; a larger file is no evidence of one step."""
MAX_PIXELS = 25_000_000
"""A sheet A4 scanned at 500 dots per inch, a photograph of a usual telephone; four bytes each while it is re-encoded."""
MAX_PNG_PIXELS = 8_300_000
"""A screen of 3840 × 2160; png takes ten times as long to pack as jpeg."""
MAX_SIDE = 20_000

ORDINARY_MEMBERS = (
    r".*/|.*\.(?:xml|rels|vml|jpe?g|png|gif|bmp|tiff?|emf|wmf|svg|odttf|fntdata|[ot]t[fc]|cff|jb2|cer|esl)"
    r"|xl/printersettings/[^/]*\.bin|(?:.*/)?signedvalue\.dat|(?:word|xl)/embeddings/[^/]*\.xlsx"
)
"""Parts of documents, in small letters; a workbook of `embeddings` holds the numbers of a chart and is looked at itself."""
ZIP_LIMITS = ZipLimits(
    members=2_000,
    directory_bytes=400_000,
    unpacked_bytes=150 * MEGABYTE,
    ratio=200,
    ratio_from_bytes=5 * MEGABYTE,
    nested=re.compile(rf"^(?!(?:{ORDINARY_MEMBERS})$)", re.S),
)
MAX_ELEMENTS = 500_000
"""Elements of all xml parts: a ledger of 10,000 rows and 20 columns has about 400,000."""
MAX_DEPTH = 200
MAX_FORMULA_BYTES = 5 * MEGABYTE

MAX_PDF_PAGES = 1_000
MAX_PDF_OBJECTS = 100_000
MAX_PDF_UNPACKED_BYTES = 150 * MEGABYTE
"""Streams that are no images, unpacked."""
MAX_PAGE_POINTS = 14_400
"""The side of a page that the format allows."""

WORKER_CPU_SECONDS = 1.8
WORKER_WALL_SECONDS = 15.0
WORKER_MEMORY_BYTES = 240 * MEGABYTE
