"""查验: an uploaded file looked at in a process of its own, and what of it is kept."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256

from yaodian.compiler.read.confined import run_confined
from yaodian.compiler.read.refusal import LONGEST_NAME, refusal
from yaodian.domain.finding import Refusal, Words
from yaodian.workspace.evidence.limits import MAX_FILE_BYTES, MEGABYTE, WORKER_WALL_SECONDS
from yaodian.workspace.evidence.media import Media, family_of

WORKER = "yaodian.workspace.evidence.worker"


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that may be kept: the bytes to keep and what they are."""

    data: bytes
    media: Media

    @property
    def sha256(self) -> str:
        return sha256(self.data).hexdigest()

    @property
    def size(self) -> int:
        return len(self.data)


def checked(data: bytes, name: str) -> Checked:
    """The file as it may be kept: documents as they are, images re-encoded without what a camera wrote into them.

    `name` is shown in messages and decides nothing. Refusal where it is of no kind that is taken, is too large, holds what
    acts by itself or leads elsewhere, or cannot be read in the time and memory that a check has.
    """
    if not data:
        raise refusal(name, "是空文件，请检查是否保存完整", "is empty, so check whether it was saved")
    if len(data) > MAX_FILE_BYTES:
        megabytes = MAX_FILE_BYTES // MEGABYTE
        raise refusal(
            name,
            f"超过{megabytes}MB，请压缩图片或分成几个文件",
            f"is larger than {megabytes} MB, so reduce its images or split it",
        )
    family = family_of(data, name)
    try:
        printed = run_confined(
            WORKER, family.value, json.dumps(name[: LONGEST_NAME + 1]), data=data, seconds=WORKER_WALL_SECONDS
        )
    except OSError:
        raise refusal(
            name, "此刻无法查验，请稍后再传", "cannot be checked at this moment, so upload it again later"
        ) from None
    if printed is None:
        raise refusal(
            name,
            "已损坏或解开后过于庞大，请重新导出或打印为pdf",
            "is damaged or unpacks to an unreasonable size, so export it again or print it as pdf",
        )
    head, _, changed = printed.partition(b"\n")
    told = json.loads(head)
    if "refused" in told:
        raise Refusal(Words(*told["refused"]))
    return Checked(changed or data, Media(told["media"]))
