"""PDF: a document turned into PDF by LibreOffice where it is there; where not, the Word file stands for itself."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from yaodian.domain.finding import Refusal, Words

PROGRAMS = ("soffice", "libreoffice")
SECONDS = 120


def program_for_pdf() -> str | None:
    """Where LibreOffice is; None where it is not there."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


def write_pdf(document: Path) -> Path:
    """The PDF beside the document; Refusal where LibreOffice is not there or does not make one."""
    program = program_for_pdf()
    if program is None:
        raise Refusal(
            Words(
                f"这台机器没有LibreOffice，只写出了{document.name}；装上后再加 --pdf，或在Word、WPS里另存为PDF",
                f"LibreOffice is not installed: only {document.name} was written; install it, or save as PDF in Word",
            )
        )
    with TemporaryDirectory() as profile:
        words = [program, "--headless", f"-env:UserInstallation={Path(profile).as_uri()}", "--convert-to", "pdf"]
        try:
            subprocess.run(
                [*words, "--outdir", str(document.parent), str(document)],
                timeout=SECONDS,
                capture_output=True,
                check=True,
            )
        except (OSError, subprocess.SubprocessError) as fault:
            raise _failed(document) from fault
    made = document.with_suffix(".pdf")
    if not made.is_file():
        raise _failed(document)
    return made


def _failed(document: Path) -> Refusal:
    return Refusal(
        Words(f"LibreOffice没能把{document.name}转成PDF，Word文件已写好", f"LibreOffice made no PDF of {document.name}")
    )
