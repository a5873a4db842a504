"""The engine tests on a standalone Spark master with two workers, all on this machine's loopback.

`python -m tools.spark_cluster` starts them, runs tests/warehouse/test_engines.py against them and ends them.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pyspark

from tools.bars import ROOT

LOOPBACK, WORKERS, PATIENCE = "127.0.0.1", 2, 120
CLASS = Path(pyspark.__file__).parent / "bin" / "spark-class"  # the wheel has no start-master.sh


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def daemon(*words: str) -> Iterator[None]:
    environment = os.environ | {"SPARK_LOCAL_IP": LOOPBACK}
    with subprocess.Popen([CLASS, *words], env=environment, stderr=subprocess.DEVNULL) as process:
        try:
            yield
        finally:
            process.terminate()


def wait_for_workers(page: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urlopen(f"http://{LOOPBACK}:{page}/json/", timeout=2) as answer:
                if json.load(answer)["aliveworkers"] == WORKERS:
                    return
        except (URLError, OSError, ValueError):
            pass
        time.sleep(0.5)
    raise TimeoutError(f"{WORKERS} workers did not come up within {PATIENCE} s")


def main() -> int:
    port, page = free_port(), free_port()
    master = f"spark://{LOOPBACK}:{port}"
    with ExitStack() as running:
        folder = running.enter_context(tempfile.TemporaryDirectory())
        deploy = "org.apache.spark.deploy"
        at = ("--host", LOOPBACK, "--port", str(port), "--webui-port", str(page))
        running.enter_context(daemon(f"{deploy}.master.Master", *at))
        for _ in range(WORKERS):
            own = ("--host", LOOPBACK, "--cores", "1", "--memory", "1g", "--webui-port", str(free_port()))
            running.enter_context(daemon(f"{deploy}.worker.Worker", *own, "--work-dir", folder, master))
        wait_for_workers(page)
        environment = os.environ | {"YAODIAN_ENGINE": "spark", "YAODIAN_SPARK_MASTER": master}
        tests = [sys.executable, "-m", "pytest", "tests/warehouse/test_engines.py"]
        return subprocess.run(tests, env=environment, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
