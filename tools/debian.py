"""Debian packages that a test needs and a bare machine lacks."""

from __future__ import annotations

import os
import shutil
import subprocess


def install(*packages: str) -> bool:
    """Install them where that can be done, as root with apt-get; whether it was tried."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    words = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    subprocess.run(["apt-get", "update", "-qq"], check=False, stdout=subprocess.DEVNULL, env=environment)
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, env=environment)
    return True
