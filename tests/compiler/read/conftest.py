"""Reading in this process, for tests of what a reader makes of a file; hostile and random files keep the worker."""

from __future__ import annotations

import pytest

from yaodian.compiler import read
from yaodian.compiler.read.worker import reader_of


@pytest.fixture
def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "read_apart", lambda format_, data, name: reader_of(format_)(data, name))
