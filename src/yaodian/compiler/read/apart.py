"""Reading apart: html, docx and pdf are parsed by libraries in C, so a process of its own does it, which can be ended.

A hostile file may use up the worker's time or memory or make it crash; here that is one more reason to refuse.
"""

from __future__ import annotations

import json

from yaodian.compiler.read.confined import run_confined
from yaodian.compiler.read.limits import WORKER_WALL_SECONDS
from yaodian.compiler.read.refusal import LONGEST_NAME, refusal
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.text import Anchor, Format, Source

WORKER = "yaodian.compiler.read.worker"


def read_apart(format_: Format, data: bytes, name: str) -> Source:
    words = (format_.value, json.dumps(name[: LONGEST_NAME + 1]))
    try:
        printed = run_confined(WORKER, *words, data=data, seconds=WORKER_WALL_SECONDS)
    except OSError:
        raise refusal(
            name,
            "需要另起一个进程来读取而系统不允许，请另存为txt",
            "needs a process of its own to be read and the system allows none, so save it as txt",
        ) from None
    if printed is None:
        raise _too_heavy(name)
    told = json.loads(printed)
    if "refused" in told:
        raise Refusal(Words(*told["refused"]))
    anchors = tuple(Anchor(*anchor) for anchor in told["anchors"])
    return Source(name=name, text=told["text"], format=format_, anchors=anchors, published=told["published"])


def _too_heavy(name: str) -> Refusal:
    return refusal(
        name,
        "已损坏或解开后过于庞大，请重新导出或把正文另存为txt",
        "is damaged or unpacks to an unreasonable size, so export it again or save its text as txt",
    )
