"""Reads the file named on the command line and prints what it cost: processor seconds, megabytes, and the refusal or nothing."""

from __future__ import annotations

import json
import os
import re
import resource
import sys
from pathlib import Path

from yaodian.compiler.read import read
from yaodian.domain.finding import Refusal


def peak() -> float:
    """Megabytes at most, of this process and of the largest it started (its own count starts anew with each program)."""
    own = int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1])
    return (own + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1000


def main() -> None:
    before, started, words = peak(), sum(os.times()[:4]), None
    try:
        read(Path(sys.argv[1]))
    except Refusal as refused:
        words = refused.words
    print(json.dumps({"seconds": sum(os.times()[:4]) - started, "megabytes": peak() - before, "words": words}))


if __name__ == "__main__":
    main()
