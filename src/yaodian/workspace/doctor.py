"""体检: what this machine lacks, each in one sentence with its repair. Nothing is changed, and nothing outside is asked."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.keys import KEY_FILE, Keys
from yaodian.warehouse.release import current
from yaodian.workspace.approved_map import approved_map
from yaodian.workspace.bureau import shipped_folder
from yaodian.workspace.publish.pdf import PROGRAMS

OLDEST_PYTHON = (3, 11)
FREE_BYTES = 2 * 1024**3
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


class State(StrEnum):
    """`LESS`: it works, without what the sentence names. `WRONG`: it must be mended first."""

    FINE = "fine"
    LESS = "less"
    WRONG = "wrong"

    @property
    def words(self) -> Words:
        return _STATES[self]


_STATES = {State.FINE: Words("正常", "fine"), State.LESS: Words("可缺", "less"), State.WRONG: Words("要修", "wrong")}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; the sentence says what is, and where it is not fine how to mend it."""

    name: str
    state: State
    words: Words


def fine(name: str, zh: str, en: str) -> Check:
    return Check(name, State.FINE, Words(zh, en))


def less(name: str, zh: str, en: str) -> Check:
    return Check(name, State.LESS, Words(zh, en))


def wrong(name: str, zh: str, en: str) -> Check:
    return Check(name, State.WRONG, Words(zh, en))


def machine(folder: Path, records: Path | None = None, bureau: Path | None = None) -> list[Check]:
    """What the machine itself has, for work that is kept in a folder; with records, whether they can be read; whether the
    bureau's map may be used."""
    return [
        _python(), _clock(), writable("folder", folder), disk(folder), _secret_key(), _key_file(records),
        *([release_in(records)] if records else []), *map_in(bureau or shipped_folder()), _fonts(), _program("libreoffice", PROGRAMS, "PDF"),
        _program("chromium", CHROMIUM, Words("浏览器测试", "browser tests")),
        _program("node", ("node",), Words("安装时构建图表", "building the charts at set-up")),
    ]  # fmt: skip


def lines(checks: Sequence[Check], form: str) -> Iterator[Words | str | int]:
    """The checks as lines to print, and the exit code: 1 where something must be mended."""
    if form == "json":
        told = [{"name": c.name, "state": c.state.value, "zh": c.words.zh, "en": c.words.en} for c in checks]
        yield json.dumps(told, ensure_ascii=False, indent=1)
    else:
        for check in checks:
            mark = check.state.words
            yield Words(f"{mark.zh}  {check.words.zh}", f"{mark.en:<6}{check.words.en}")
    yield int(any(check.state is State.WRONG for check in checks))


def writable(name: str, folder: Path) -> Check:
    """Whether a file can be written there."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return fine(name, f"文件夹 {folder} 可以写", f"the folder {folder} can be written")
    except OSError as fault:
        return wrong(
            name,
            f"文件夹 {folder} 写不了（{fault.strerror}），请建好并授权",
            f"the folder {folder} cannot be written ({fault.strerror}): make it and give leave",
        )


def disk(folder: Path) -> Check:
    """Whether there is room for what comes."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return wrong("disk", f"没有文件夹 {folder}，请先建好", f"there is no folder {folder}: make it")
    gib = f"{free / 1024**3:.1f}"
    if free < FREE_BYTES:
        return wrong(
            "disk", f"磁盘只剩 {gib} GiB，请清理到 2 GiB 以上", f"{gib} GiB are free: clear the disk to 2 GiB or more"
        )
    return fine("disk", f"磁盘还有 {gib} GiB", f"{gib} GiB are free")


def release_in(records: Path) -> Check:
    """The release that the records show, and its age."""
    try:
        release = current(records)
    except Refusal as refusal:
        return Check("records", State.WRONG, refusal.words)
    days = (datetime.now(UTC) - release.recorded_at).days
    return fine(
        "records",
        f"登记库版本 {release.id}，{days} 天前装载",
        f"records of release {release.id}, loaded {days} days ago",
    )


def map_in(bureau: Path) -> list[Check]:
    """Whether the map in a bureau's folder may be shown; nothing where there is none."""
    try:
        found = approved_map(bureau)
    except Refusal as refusal:
        return [Check("map", State.WRONG, refusal.words)]
    if found is None:
        return []
    return [fine("map", f"地图审图号 {found.approval_no}", f"the map's approval number is {found.approval_no}")]


def _python() -> Check:
    here = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < OLDEST_PYTHON:
        return wrong(
            "python", f"Python {here} 太旧，请装 3.11 以上", f"Python {here} is too old: install 3.11 or newer"
        )
    return fine("python", f"Python {here}", f"Python {here}")


def _clock() -> Check:
    installed = datetime.fromtimestamp(Path(__file__).stat().st_mtime, UTC)
    if datetime.now(UTC) < installed:
        return wrong(
            "clock",
            "系统时间早于程序安装的时间，请校准时钟",
            "the clock is earlier than the program's installation: set it right",
        )
    return fine("clock", "系统时间合理", "the clock is plausible")


def _secret_key() -> Check:
    if os.environ.get("YAODIAN_SECRET_KEY"):
        return fine("secret_key", "YAODIAN_SECRET_KEY 已设", "YAODIAN_SECRET_KEY is set")
    return less(
        "secret_key",
        "没有设 YAODIAN_SECRET_KEY，重启后要重新登录，第二步也要重设；请设一个长随机串",
        "YAODIAN_SECRET_KEY is not set: after a restart all sign in again and second factors are lost; set a long random one",
    )


def _key_file(records: Path | None) -> Check:
    named = os.environ.get(KEY_FILE)
    if not named:
        return less(
            "key_file",
            f"没有设 {KEY_FILE}，读不了登记库里的个人信息；请写明密钥文件的位置",
            f"{KEY_FILE} is not set, so personal data of records cannot be read: name the key file",
        )
    try:
        Keys.read(Path(named), data_folder=records)
    except Refusal as refusal:
        return Check("key_file", State.WRONG, refusal.words)
    return fine("key_file", f"密钥文件 {named} 完好", f"the key file {named} is whole")


def _fonts() -> Check:
    program = shutil.which("fc-list")
    told = (
        subprocess.run([program, ":lang=zh", "family"], capture_output=True, text=True, check=False).stdout
        if program
        else ""
    )
    if told.strip():
        return fine("fonts", f"中文字体 {len(set(told.split(chr(10)))) - 1} 种", "there are Chinese fonts")
    return less(
        "fonts",
        "没有中文字体，PDF 里的汉字会变方框；请装 Noto CJK",
        "no Chinese font, so PDFs show boxes: install Noto CJK",
    )


def _program(name: str, called: Iterable[str], use: Words | str) -> Check:
    use = Words(use, use) if isinstance(use, str) else use
    found = next(filter(None, map(shutil.which, called)), None)
    if found:
        return fine(name, f"{found} 可用于{use.zh}", f"{found} is there for {use.en}")
    return less(
        name, f"没有 {name}，{use.zh}不可用；需要时再装", f"no {name}, so no {use.en}: install it if you need that"
    )
