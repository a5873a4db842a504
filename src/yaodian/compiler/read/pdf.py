"""pdf → Source: the text layer of its pages in order, read by a process that can be ended."""

from __future__ import annotations

import json
import re
import subprocess
import sys

from yaodian.compiler.read.limits import MAX_PDF_CHARACTERS, MAX_PDF_PAGES, PDF_WALL_SECONDS
from yaodian.compiler.read.lines import Lines
from yaodian.compiler.read.printed import paragraphs, without_furniture
from yaodian.compiler.read.printed_line import Fault, PrintedLine
from yaodian.compiler.read.refusal import refusal
from yaodian.domain.finding import Refusal
from yaodian.domain.text import Format, Source

UNMAPPED = re.compile(r"[\x00-\x08\x0e-\x1f\ue000-\uf8ff\ufffd]")
MOST_UNMAPPED = 0.3


def read_pdf(data: bytes, name: str) -> Source:
    printed = _printed_lines(data, name)
    text = "".join(line.text for line in printed)
    if len(UNMAPPED.findall(text)) > MOST_UNMAPPED * len(text):
        raise refusal(
            name,
            "的字体没有文字对照表，读出来是乱码，请从原始文件重新导出pdf或另存为docx",
            "has fonts that do not say which characters they show, so export it again from the original or save it as docx",
        )
    lines = Lines()
    for number, pieces in enumerate(paragraphs(without_furniture(printed)), 1):
        lines.printed(pieces, number)
    if not re.search(r"[^\W_]", lines.text):
        raise refusal(
            name,
            "没有文字层（多半是扫描件），请先做文字识别再读取",
            "has no text layer (it is probably a scan), so run text recognition on it first",
        )
    return Source(name=name, text=lines.text, format=Format.PDF, anchors=tuple(lines.anchors))


def _printed_lines(data: bytes, name: str) -> list[PrintedLine]:
    command = [sys.executable, "-P", "-m", "yaodian.compiler.read.text_layer"]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=PDF_WALL_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise _too_heavy(name) from None
    except OSError:
        raise refusal(
            name,
            "需要另起一个进程来读取而系统不允许，请另存为docx或txt",
            "needs a process of its own to be read and the system allows none, so save it as docx or txt",
        ) from None
    if done.returncode == 0:
        return [PrintedLine(*line) for line in json.loads(done.stdout)]
    raise _fault(done.returncode, name)


def _fault(code: int, name: str) -> Refusal:
    if code == Fault.ENCRYPTED:
        return refusal(
            name,
            "加了密码，请去掉密码后再读取",
            "is protected by a password, so remove the password first",
        )
    if code == Fault.TOO_LONG:
        return refusal(
            name,
            f"超过{MAX_PDF_PAGES}页或{MAX_PDF_CHARACTERS // 10_000}万字，请只保留要点正文",
            f"has more than {MAX_PDF_PAGES:,} pages or {MAX_PDF_CHARACTERS:,} characters, so keep the plan only",
        )
    if code < 0:
        return _too_heavy(name)
    return refusal(
        name,
        "已损坏或不完整，请重新下载或重新导出pdf",
        "is damaged or incomplete, so download it again or export it again",
    )


def _too_heavy(name: str) -> Refusal:
    return refusal(
        name,
        "解开后过于庞大或已损坏，请用打印功能重新导出pdf",
        "unpacks to an unreasonable size or is damaged, so print it to a new pdf",
    )
