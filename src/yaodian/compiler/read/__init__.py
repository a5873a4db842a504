"""读: a file's bytes → Source, whatever of the four formats they are; what cannot be read is refused in one sentence."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from yaodian.compiler.read.apart import read_apart
from yaodian.compiler.read.detect import detect
from yaodian.compiler.read.limits import MAX_FILE_BYTES, MEGABYTE
from yaodian.compiler.read.refusal import no_text, refusal
from yaodian.compiler.read.txt import read_txt
from yaodian.domain.finding import Refusal
from yaodian.domain.text import Format, Source

__all__ = ["read", "read_bytes"]


def read(path: Path) -> Source:
    """The Source of the file at `path`; its size is checked before it is opened."""
    name = path.name or str(path)
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise refusal(name, "是文件夹，请指定其中的一个文件", "is a folder, so name one file in it")
        if not stat.S_ISREG(found.st_mode):
            raise refusal(name, "不是普通文件，请指定磁盘上的文档", "is no regular file, so name a document on disk")
        if found.st_size > MAX_FILE_BYTES:
            raise _too_large(name)
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError:
        raise refusal(name, "不存在，请检查路径", "does not exist, so check the path") from None
    except PermissionError:
        raise refusal(
            name, "没有读取权限，请修改权限或复制一份", "may not be read, so change its permissions or copy it"
        ) from None
    except (OSError, ValueError):
        raise refusal(name, "打不开，请检查路径和磁盘", "cannot be opened, so check the path and the disk") from None
    return read_bytes(data, name)


def read_bytes(data: bytes, name: str) -> Source:
    """The Source of a file's bytes; `name` is shown in messages, its suffix decides only where the content does not."""
    if not data:
        raise refusal(name, "是空文件，请检查是否保存完整", "is empty, so check whether it was saved")
    if len(data) > MAX_FILE_BYTES:
        raise _too_large(name)
    found = detect(data, name)
    source = read_txt(data, name) if found is Format.TXT else read_apart(found, data, name)
    if not re.search(r"[^\W_]", source.text):
        raise no_text(name)
    return source


def _too_large(name: str) -> Refusal:
    limit = MAX_FILE_BYTES // MEGABYTE
    return refusal(
        name,
        f"超过{limit}MB，请去掉图片或只保留要点正文",
        f"is larger than {limit} MB, so remove its images or keep the plan only",
    )
