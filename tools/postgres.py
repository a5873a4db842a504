"""A throwaway PostgreSQL for a command: `python -m tools.postgres pytest tests/web` runs it with YAODIAN_DATABASE set.

The server's programs are those of the newest version installed; where there is none and this runs as root, Debian's
package is installed first. The server listens on a socket in a folder of its own, which is removed with it.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from tools import debian

INSTALLED = Path("/usr/lib/postgresql")
PACKAGE = "postgresql"


def programs() -> Path:
    """The folder of initdb and pg_ctl; SystemExit where there is none and none can be installed."""
    found = _newest()
    if found is None and debian.install(PACKAGE):
        found = _newest()
    if found is None:
        raise SystemExit("No PostgreSQL server here: install the package postgresql, then run this again.")
    return found


def _newest() -> Path | None:
    on_path = shutil.which("initdb")
    versions = sorted(INSTALLED.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return versions[-1].parent if versions else Path(on_path).parent if on_path else None


@contextmanager
def server() -> Iterator[str]:
    """The URL of an empty database on a server that is there while this is open."""
    bin_, folder = programs(), Path(tempfile.mkdtemp(prefix="yaodian-pg-"))
    as_owner = _as_owner(folder)

    def run(*words: str | Path) -> None:
        subprocess.run([*as_owner, *map(str, words)], check=True, stdout=subprocess.DEVNULL, cwd=folder)

    data = folder / "data"
    try:
        run(bin_ / "initdb", "-D", data, "-U", "yaodian", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c max_connections=200"
        run(bin_ / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
        try:
            run(bin_ / "createdb", "-h", folder, "-U", "yaodian", "yaodian")
            yield f"postgresql://yaodian@{quote(str(folder), safe='')}/yaodian"
        finally:
            run(bin_ / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _as_owner(folder: Path) -> Sequence[str]:
    """How to run as someone who may own a server: root may not, and leaves it to the account postgres."""
    if os.geteuid() != 0:
        return ()
    owner = pwd.getpwnam("postgres")
    os.chown(folder, owner.pw_uid, owner.pw_gid)
    return ("runuser", "-u", "postgres", "--")


def main(words: Sequence[str]) -> int:
    with server() as url:
        return subprocess.run(words, env=os.environ | {"YAODIAN_DATABASE": url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
