"""A site with simulated months of work, to look at and to test: `built` makes its database once in a folder, `served` serves it.

Nothing in it is real. Every account has the same password; `known` says what the addresses of pages can name.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from datetime import time as hour
from hashlib import sha256
from pathlib import Path

from yaodian.workspace.demonstration import TODAY

ROOT = Path(__file__).parent.parent
KEPT, MOST_KEPT = ROOT / "out" / "demonstrations", 3
PASSWORD = "invented-year-2020"
NOW = datetime.combine(TODAY, hour(1, 30), UTC)
MADE_BY = Path(__file__), Path(__file__).with_name("invented_work.py")
PATIENCE = 60  # seconds until a server must answer


@dataclass(frozen=True)
class Demonstration:
    """A folder with the database of simulated work, and the registers that its indicators are observed in."""

    folder: Path
    records: Path | None = None

    @property
    def database(self) -> Path:
        return self.folder / "site.sqlite3"

    @property
    def known(self) -> Mapping[str, str]:
        """What addresses can name: plan_id, no (of a task), measure, part, case, sampled, visited (subjects) and so on; school,
        visitor: the logins of a school that has something to do and of who makes the visit."""
        known: dict[str, str] = json.loads((self.folder / "known.json").read_text(encoding="utf-8"))
        return known

    @property
    def environment(self) -> dict[str, str]:
        """Of a process that serves or reads it: its clock stands at the end of the months of work."""
        shift = (NOW - datetime.now(UTC)).total_seconds()
        kept = {"YAODIAN_RECORDS": str(self.records)} if self.records else {}
        return os.environ | kept | {
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "YAODIAN_DATABASE": str(self.database),
            "YAODIAN_SECRET_KEY": "of-a-demonstration-only", "YAODIAN_CLOCK_SHIFT": str(shift),
        }  # fmt: skip


def built(folder: Path, records: Path | None = None) -> Demonstration:
    """Simulate the work into a folder, in a process of its own; with records, whose values are observed, the promises are
    measured. The same program and data gave the same before: then that is copied."""
    kept = KEPT / _edition(records)
    if not kept.is_dir():
        KEPT.mkdir(parents=True, exist_ok=True)
        for old in sorted(KEPT.iterdir(), key=lambda path: path.stat().st_mtime)[:-MOST_KEPT]:
            shutil.rmtree(old)
        made = Demonstration(Path(tempfile.mkdtemp(dir=KEPT)), records)
        words = [sys.executable, "-m", "tools.invented_work", str(made.folder), str(made.database), str(records or "")]
        subprocess.run(words, env=made.environment, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        made.folder.rename(kept)
    return copied(Demonstration(kept, records), folder)


def copied(site: Demonstration, folder: Path) -> Demonstration:
    """The same in another folder, to be written into."""
    shutil.copytree(site.folder, folder, dirs_exist_ok=True)
    return replace(site, folder=folder)


def _edition(records: Path | None) -> str:
    """What decides how a demonstration comes out: the package without its pages, what makes it, and the release."""
    source = ROOT / "src" / "yaodian"
    files = (path for path in source.rglob("*") if path.is_file() and path.suffix != ".pyc")
    known = sha256(b"".join(path.read_bytes() for path in MADE_BY))
    for path in sorted(path for path in files if not path.is_relative_to(source / "web" / "pages")):
        known.update(path.relative_to(source).as_posix().encode() + b"\0" + path.read_bytes())
    if records:
        known.update((records / "current.json").read_bytes())
    return known.hexdigest()[:16]


@contextmanager
def served(site: Demonstration, workers: int = 2) -> Iterator[str]:
    """The address of a server of the site that is there while this is open."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["-c", "from yaodian.cli.main import main; main()", "serve", "--port", str(port), "--workers", str(workers)]
    with (site.folder / "server.log").open("w+b") as log:
        server = subprocess.Popen(
            [sys.executable, *words, "--database", str(site.database)],
            env=site.environment, cwd=site.folder, stdout=log, stderr=log,
        )  # fmt: skip
        try:
            base = f"http://127.0.0.1:{port}"
            _await(server, f"{base}/api/v1/openapi.json", Path(log.name))
            yield base
        finally:
            server.terminate()
            server.wait(timeout=30)


def _await(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE):
                return
        except urllib.error.HTTPError as answered:
            raise SystemExit(f"The site answers {answered.code} at {address}.") from None
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"The site does not answer:\n{log.read_text(encoding='utf-8')[-2000:]}")
