"""下载: a file that was made for one answer."""

from __future__ import annotations

from pathlib import Path

from django.http import HttpResponse
from django.utils.http import content_disposition_header

MEDIA = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
}


def download(path: Path) -> HttpResponse:
    """The file, always to be kept and never shown within the site."""
    answer = HttpResponse(path.read_bytes(), content_type=MEDIA[path.suffix])
    answer.headers["Content-Disposition"] = content_disposition_header(True, path.name)
    return answer
