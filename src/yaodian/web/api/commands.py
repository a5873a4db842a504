"""What `yaodian serve` does."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.contrib.staticfiles.finders import get_finders
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels
from whitenoise.storage import CompressedManifestStaticFilesStorage

from yaodian.domain.finding import Words
from yaodian.web.accounts.demonstrating import shift_to

THREADS = 8  # of a worker: it waits for the database as often as it works


def served(host: str, port: int, workers: int, today: datetime | None) -> Iterator[Words]:
    """Serve until it is told to end; of a demonstration, from nine in the morning of a day in its simulated year."""
    os.environ.setdefault("YAODIAN_SECRET_KEY", os.urandom(32).hex())  # one for all workers of this run
    if today is not None:
        os.environ["YAODIAN_CLOCK_SHIFT"] = str(shift_to(today).total_seconds())
    with TemporaryDirectory() as folder:
        collect(Path(folder))
        os.environ["YAODIAN_STATIC"] = folder
        yield Words(f"http://{host}:{port}/", f"http://{host}:{port}/")
        multiprocessing.set_start_method("spawn", force=True)  # a worker reads its settings anew from the environment
        Granian(
            "yaodian.web.wsgi:application", host, port, interface=Interfaces.WSGI, workers=workers, websockets=False,
            log_level=LogLevels.warning, blocking_threads=THREADS, respawn_failed_workers=True,
        ).serve()  # fmt: skip


def collect(folder: Path) -> None:
    """Gather the static files under names that change with their content, compressed once, so that browsers may keep them."""
    storage = CompressedManifestStaticFilesStorage(location=folder, base_url="/static/")
    found = {path: (held, path) for finder in get_finders() for path, held in finder.list([])}
    for path, (held, _) in found.items():
        with held.open(path) as file:
            storage.save(path, file)
    for _, _, done in storage.post_process({path: (storage, path) for path in found}):
        if isinstance(done, Exception):
            raise done
