"""限制: a process of its own for what parses files in C: it bounds its own time, memory and writing, and can be ended."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys

LIBRARIES_BYTES = 512_000_000
"""Address space that programs and libraries take up beside the data, most of it never touched."""


def run_confined(module: str, *words: str, data: bytes, seconds: float) -> bytes | None:
    """What `python -m module words` prints about `data`, None where it broke or took longer than so many seconds.

    Keys and passwords in the environment (YAODIAN_…) are kept from it. OSError where the system starts no process.
    """
    command = [sys.executable, "-P", "-m", module, *words]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("YAODIAN_")}
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=seconds, check=False, env=environment
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return None
    return done.stdout if done.returncode == 0 else None


def confine(cpu_seconds: float, memory_bytes: int) -> None:
    """Bound this process where the system can (Windows cannot: there the parent's clock remains): so much processor time
    and memory, no file written, no core left behind."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system
        import signal  # noqa: PLC0415 - its timer is not on every system

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_DATA, (memory_bytes, memory_bytes))
        space = memory_bytes + LIBRARIES_BYTES
        resource.setrlimit(resource.RLIMIT_AS, (space, space))
        signal.setitimer(signal.ITIMER_PROF, cpu_seconds)
