"""Limits of reading: a plan never comes near them, so what exceeds one is refused before it is unpacked.

They bound every refusal to about two seconds and 300 MB on an office computer.
"""

from __future__ import annotations

MEGABYTE = 1_000_000

MAX_FILE_BYTES = 50 * MEGABYTE
MAX_TEXT_BYTES = 20 * MEGABYTE
MAX_WEB_PAGE_BYTES = 8 * MEGABYTE
MAX_TAGS = 400_000
"""Opening and closing tags of one html page or one part of a docx."""

MAX_MEMBERS = 2_000
MAX_DIRECTORY_BYTES = 400_000
MAX_UNPACKED_BYTES = 200 * MEGABYTE
MAX_PART_BYTES = 30 * MEGABYTE
"""One XML part of a docx, unpacked."""
MAX_RATIO = 200
RATIO_MATTERS_FROM_BYTES = 5 * MEGABYTE
"""Below this size a high ratio harms nobody: a blank drawing packs a thousand to one."""

MAX_PDF_PAGES = 1_000
MAX_PDF_CHARACTERS = 1_000_000
MAX_PDF_LINES = 100_000

WORKER_CPU_SECONDS = 1.5
WORKER_WALL_SECONDS = 15.0
"""A loaded machine may be slow without the file being at fault, so the clock on the wall is the generous one."""
WORKER_MEMORY_BYTES = 256 * MEGABYTE
