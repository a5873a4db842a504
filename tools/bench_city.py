"""How long every page takes at the size of a city: two clients ask a server of two workers for each page in turn.

`python -m tools.bench_city DATABASE` of a simulated city (`yaodian simulate PLAN --cases 80 --no-files`, measured by the
records that YAODIAN_RECORDS names) adds to out/bars/pages.json. Each page is asked for some times before it is timed, so
that both workers have read what they keep.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
import urllib.parse
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from tools.bars import ROOT, Bar, show, write
from tools.bench_pages import session_of
from tools.demonstration import Demonstration, served
from tools.invented_work import known
from tools.walk import ADMINISTRATORS, COUNTY, LEADER, Stop, stops
from yaodian.workspace.demonstration import MEASURED_ON

CLIENTS, WARM, TIMES, LIMIT = 2, 6, 12, 300.0  # LIMIT in milliseconds


def prepared(site: Demonstration) -> tuple[dict[str, str], int]:
    """Measure the promises where there are records; the sessions of all who look, and how many subjects there are."""
    from yaodian.web.accounts.models import Account  # noqa: PLC0415 - Django must be started first
    from yaodian.web.installation import records  # noqa: PLC0415
    from yaodian.web.work.measuring import measure  # noqa: PLC0415
    from yaodian.web.work.models import Item, PromiseLight  # noqa: PLC0415

    for login in ADMINISTRATORS:  # a database that was only simulated has none
        Account.objects.get_or_create(login=login, defaults={"name": login, "administers": login})
    held = records()
    for day in MEASURED_ON if held and not PromiseLight.objects.exists() else ():
        measure(records=held, on=day)
    (site.folder / "known.json").write_text(json.dumps(known(), ensure_ascii=False), encoding="utf-8")
    return {stop.login: session_of(stop.login) for stop in stops() if stop.login}, Item.objects.count()


def timed(base: str, walked: Sequence[Stop], sessions: Mapping[str, str], known: Mapping[str, str]) -> dict[str, Any]:
    """Milliseconds of each page in every answer; the sentence where it did not answer."""
    found: dict[str, Any] = {}
    with ThreadPoolExecutor(CLIENTS) as clients:
        for stop in walked:
            cookie = {"Cookie": f"sessionid={sessions[stop.login]}"} if stop.login else {}
            try:
                ask = partial(_took, urllib.parse.urlsplit(base).netloc, stop.at(known), cookie)
                list(clients.map(ask, range(WARM)))
                found[stop.name] = list(clients.map(ask, range(TIMES)))
            except LookupError as not_shown:
                print(not_shown, flush=True)
                continue
            print(f"{stop.name:<28}{median(found[stop.name]):>8.0f}{_p95(found[stop.name]):>8.0f}", flush=True)
    return found


def _took(host: str, address: str, cookie: Mapping[str, str], _: int) -> float:
    """Milliseconds until the whole answer is there; a page that leads on to another is itself the answer."""
    began = time.perf_counter()
    with closing(HTTPConnection(host, timeout=120)) as line:
        line.request("GET", urllib.parse.quote(address, safe="/?=&%"), headers=dict(cookie))
        answer = line.getresponse()
        answer.read()
    if answer.status >= HTTPStatus.BAD_REQUEST:
        raise LookupError(f"{address} answers {answer.status}")
    return round((time.perf_counter() - began) * 1000, 1)


def _p95(times: Sequence[float]) -> float:
    return quantiles(times, n=20, method="inclusive")[-1]


def bars_of(times: Mapping[str, Sequence[float]], subjects: int, load: float) -> list[Bar]:
    """The page that is slowest; every page's times stand in its samples, in seconds."""
    slowest = max(times, key=lambda name: _p95(times[name]))
    over = sum(_p95(each) > LIMIT for each in times.values())
    says = (
        f"the slowest of {len(times)} pages ({slowest}; {over} are over the limit), {CLIENTS} clients, {subjects} subjects, "
        f"load average {load:.1f}"
    )
    samples = {name: [round(one / 1000, 4) for one in each] for name, each in times.items()}
    return [Bar("pages.city_p95", round(_p95(times[slowest]), 1), LIMIT, "ms", TIMES, samples, says)]


def main(database: Path, names: Sequence[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Demonstration(Path(folder))
        site.database.symlink_to(database.absolute())
        os.environ.update(site.environment)
        from yaodian.web.start import start  # noqa: PLC0415 - it reads the settings from the environment

        start(str(site.database))
        sessions, subjects = prepared(site)
        named = {"login": LEADER, "unit": COUNTY.removeprefix("sim-")} | site.known
        walked = [stop for stop in stops() if not names or stop.name.startswith(tuple(names))]
        with served(site) as base:
            bars = bars_of(timed(base, walked, sessions, named), subjects, os.getloadavg()[0])
    show([bar for bar in bars if not names])
    if not names:
        sys.stdout.write(f"{write('pages', bars).relative_to(ROOT)}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
