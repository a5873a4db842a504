"""进度: a line on the terminal for loads of more than two seconds: which file, how much of all, how long it may take yet."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType

import click

from yaodian.cli.language import say
from yaodian.warehouse.load.journal import State
from yaodian.warehouse.store import Warehouse
from yaodian.workspace.records_loading import Upload

SHARE: Mapping[State, float] = {State.UPLOADED: 0.05, State.STAGED: 0.35, State.CHECKED: 0.45, State.COMMITTED: 1.0}
"""How much of a load lies behind when it reaches a state."""
PATIENCE = 2.0


@dataclass
class Line:
    """The line: work of more than two seconds is told with the time left; silent where nobody watches."""

    is_watched: bool = field(default_factory=lambda: sys.stderr.isatty())
    clock: Callable[[], float] = time.monotonic

    def __post_init__(self) -> None:
        self._begun, self._is_shown = self.clock(), False

    def tell(self, share: float, what: str) -> None:
        """A share (0–1) of the work is done."""
        passed = self.clock() - self._begun
        if self.is_watched and passed > PATIENCE and 0 < share < 1:
            self._is_shown = True
            left = max(1, round(passed / share - passed))
            words = say(f"{what}；{share:.0%}，还要约 {left} 秒", f"{what}; {share:.0%}, about {left} s left")
            click.echo(f"\r\033[K{words}", err=True, nl=False)

    def close(self) -> None:
        """Take the line away."""
        if self._is_shown:
            click.echo("\r\033[K", err=True, nl=False)


@dataclass
class LoadProgress:
    """Tells how far several loads have come, weighed by the bytes of their files."""

    uploads: Sequence[Upload]
    line: Line = field(default_factory=Line)

    def __post_init__(self) -> None:
        self._sizes = [upload.path.stat().st_size if upload.path.is_file() else 0 for upload in self.uploads]

    def __call__(self, upload: Upload, state: State) -> None:
        """A load has reached a state."""
        at = next(i for i, one in enumerate(self.uploads) if one is upload)
        share = (sum(self._sizes[:at]) + SHARE[state] * self._sizes[at]) / max(1, sum(self._sizes))
        files = len(self.uploads)
        self.line.tell(share, say(f"第 {at + 1} 个文件，共 {files} 个", f"file {at + 1} of {files}"))


@contextmanager
def telling_of_interruption(warehouse: Warehouse) -> Iterator[None]:
    """Ctrl-C ends the command with one sentence on what holds and exit code 130; the engine's own error for it too."""
    before, asked = warehouse.release().id, list[int]()

    def stop(number: int, _: FrameType | None) -> None:
        asked.append(number)
        raise KeyboardInterrupt

    former = signal.signal(signal.SIGINT, stop)
    try:
        yield
    except (KeyboardInterrupt, RuntimeError) as fault:
        if not asked:
            raise
        as_it_was = warehouse.release().id == before
        what = say("登记簿保持原样", "the registers are as they were")
        if not as_it_was:
            what = say(
                "已装完的文件有效，没装完的没有写入", "files that were done hold, nothing of the other was written"
            )
        more = say("用 yaodian load --resume 接着装", "go on with yaodian load --resume")
        click.echo(say(f"已中断：{what}；{more}。", f"Interrupted: {what}; {more}."), err=True)
        raise click.exceptions.Exit(130) from fault
    finally:
        signal.signal(signal.SIGINT, former)
