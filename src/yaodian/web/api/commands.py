"""What `yaodian serve` does."""

from __future__ import annotations

import os
from collections.abc import Iterator

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from yaodian.domain.finding import Words


def served(host: str, port: int, workers: int) -> Iterator[Words]:
    """Serve until it is told to end."""
    os.environ.setdefault("YAODIAN_SECRET_KEY", os.urandom(32).hex())  # one for all workers of this run
    yield Words(f"http://{host}:{port}/api/v1/openapi.json", f"http://{host}:{port}/api/v1/openapi.json")
    Granian(
        "yaodian.web.wsgi:application", host, port, interface=Interfaces.WSGI, workers=workers, websockets=False,
        log_level=LogLevels.warning, respawn_failed_workers=True,
    ).serve()  # fmt: skip
