"""Pictures of every page, for people to look at: `python -m tools.shots [--looks light dark …] [names of pages …]`.

The site is a demonstration with a simulated year, measured by the registers that `make run` filled. The pictures are
out/shots/PAGE-LOOK.png, each of the whole page. Ends with 1 where a page did not answer or complained of something.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from tools import assets
from tools.browser import Look, Visits, drawn, opened, program
from tools.demonstration import PASSWORD, ROOT, Demonstration, built, served
from tools.walk import Stop, stops

OUT = ROOT / "out" / "shots"
LOOKS = {
    "light": Look(),
    "dark": Look(theme="dark"),
    "phone": Look(360, 780),
    "wide": Look(1920, 1080),
    "english": Look(language="en"),
    "large": Look(type="large"),
}
USUAL = ("light", "dark", "phone", "wide")
BROWSERS = 3  # at once: while one draws, another waits for its page

Shot = tuple[Stop, str]


def shoot(site: Demonstration, base: str, sessions: dict[str, Any], shots: Sequence[Shot]) -> list[str]:
    """Take some pictures with a browser of their own; what went wrong."""
    with opened() as browser:
        visits, faults = Visits(browser, base, PASSWORD, sessions=sessions), list[str]()
        for stop, look in shots:
            page, answer = visits.at(stop, site.known, LOOKS[look])
            drawn(page)
            page.screenshot(path=OUT / f"{stop.name}-{look}.png", full_page=True)
            if answer is None or answer.status != 200:
                faults.append(f"{stop.name}: {answer.status if answer else 'no answer'} at {page.url}")
            visits.end()
        return [*faults, *visits.faults]


def _asked() -> argparse.Namespace:
    asked = argparse.ArgumentParser(description="Pictures of every page, into out/shots.")
    asked.add_argument("--looks", nargs="+", choices=LOOKS, default=USUAL)
    asked.add_argument("names", nargs="*", help="only pages whose name begins so")
    return asked.parse_args()


def main() -> int:
    asked, began = _asked(), time.monotonic()
    program()  # one installs it, before several want it
    assets.build()
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    records = ROOT / "out" / "records"
    os.environ.setdefault("YAODIAN_KEY_FILE", str(ROOT / "out" / "key.json"))
    with tempfile.TemporaryDirectory(prefix="yaodian-shots-") as folder:
        site = built(Path(folder), records if records.is_dir() else None)
        os.environ["YAODIAN_DATABASE"] = str(site.database)
        walked = [stop for stop in _stops() if not asked.names or stop.name.startswith(tuple(asked.names))]
        shots = [(stop, look) for stop in walked for look in asked.looks]
        with served(site) as base, ThreadPoolExecutor(BROWSERS) as pool:
            parts = [shots[n::BROWSERS] for n in range(BROWSERS)]
            told = pool.map(partial(shoot, site, base, {}), parts)
            faults = [fault for part in told for fault in part]
    print(f"{len(shots)} pictures of {len(walked)} pages in {OUT.relative_to(ROOT)}, {time.monotonic() - began:.0f} s")
    print(*faults, sep="\n", file=sys.stderr, end="\n" if faults else "")
    return 1 if faults else 0


def _stops() -> list[Stop]:
    """The pages, once Django is set up."""
    import django  # noqa: PLC0415 - it reads where the database is when it is set up

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yaodian.web.settings")
    django.setup()
    return stops()


if __name__ == "__main__":
    sys.exit(main())
