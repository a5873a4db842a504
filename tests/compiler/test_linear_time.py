"""Ten times the text takes about ten times as long, of the processor: what else runs here does not count."""

from __future__ import annotations

import time

import pytest

from tests.compiler.generated import plan_text
from yaodian.compiler.parse import parse
from yaodian.domain.text import Source

MEGABYTE, LIMIT = 1_000_000, 12.0


def seconds_for(megabytes: int) -> float:
    source = Source("long.txt", plan_text(megabytes * MEGABYTE // 3))  # a Chinese character takes three bytes
    start = time.process_time()
    parse(source)
    return time.process_time() - start


@pytest.mark.slow
def test_ten_megabytes_take_at_most_twelve_times_as_long_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    one = min(seconds_for(1) for _ in range(3))
    ten = min(seconds_for(10) for _ in range(2))
    with capsys.disabled():
        print(f"\nparse: 1 MB in {one:.2f} s, 10 MB in {ten:.2f} s, {ten / one:.1f} times as long")
    assert ten <= LIMIT * one
