"""How long every page takes at the size of a city: the processor's time in the process that answers, and how long two clients
wait who ask a server of two workers for each page in turn.

`python -m tools.bench_city DATABASE` of a simulated city (`yaodian simulate PLAN --cases 80 --no-files`, measured by the
records that YAODIAN_RECORDS names) adds to out/bars/pages.json. Each page is asked for some times before it is timed, so
that what is kept has been read.
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

from tools.bars import ROOT, Bar, write
from tools.bench_pages import Site, session_of
from tools.demonstration import Demonstration, served
from tools.invented_work import known
from tools.walk import ADMINISTRATORS, COUNTY, LEADER, Stop, stops
from yaodian.workspace.demonstration import MEASURED_ON

CLIENTS, WARM, TIMES, LIMIT = 2, 6, 12, 300.0  # LIMIT in milliseconds
SHOWN = {"login": LEADER, "unit": COUNTY.removeprefix("sim-")}


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
    told = known()
    (site.folder / "known.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    logins = {stop.seen_by(told | SHOWN) for stop in stops() if not stop.is_halfway} - {None}
    return {login: session_of(login) for login in logins if login}, Item.objects.count()


def worked(walked: Sequence[Stop], sessions: Mapping[str, str], known: Mapping[str, str]) -> dict[str, list[float]]:
    """Milliseconds of the processor that each page takes; they hardly depend on what else the machine does."""
    found: dict[str, list[float]] = {}
    for stop in walked:
        site, (path, _, query) = Site(sessions.get(stop.seen_by(known) or "")), stop.at(known).partition("?")
        times = []
        for _ in range(WARM + TIMES):
            began = time.process_time()
            site.get(path, query)
            times.append(round((time.process_time() - began) * 1000, 1))
        found[stop.name] = times[WARM:]
        _tell(stop.name, found[stop.name])
    return found


def waited(
    base: str, walked: Sequence[Stop], sessions: Mapping[str, str], known: Mapping[str, str]
) -> dict[str, list[float]]:
    """Milliseconds until each page was there, in every answer."""
    found: dict[str, list[float]] = {}
    with ThreadPoolExecutor(CLIENTS) as clients:
        for stop in walked:
            session = sessions.get(stop.seen_by(known) or "")
            cookie = {"Cookie": f"sessionid={session}"} if session else {}
            ask = partial(_took, urllib.parse.urlsplit(base).netloc, stop.at(known), cookie)
            list(clients.map(ask, range(WARM)))
            found[stop.name] = list(clients.map(ask, range(TIMES)))
            _tell(stop.name, found[stop.name])
    return found


def _tell(name: str, times: Sequence[float]) -> None:
    print(f"{name:<28}{median(times):>8.0f}{_p95(times):>8.0f}", flush=True)


def _is_shown(stop: Stop, sessions: Mapping[str, str], known: Mapping[str, str]) -> bool:
    """Whether this database holds what the page is about; it says so where it does not."""
    try:
        Site(sessions.get(stop.seen_by(known) or "")).get(*stop.at(known).partition("?")[::2])
    except LookupError as not_shown:
        print(not_shown, flush=True)
        return False
    return True


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


def bar_of(name: str, what: str, times: Mapping[str, Sequence[float]], subjects: int) -> Bar:
    """The page that is slowest; every page's times stand in its samples, in seconds."""
    slowest = max(times, key=lambda page: _p95(times[page]))
    over = sum(_p95(each) > LIMIT for each in times.values())
    says = (
        f"{what} of the slowest of {len(times)} pages ({slowest}; {over} are over the limit), {subjects} subjects, "
        f"load average {os.getloadavg()[0]:.1f}"
    )
    samples = {page: [round(one / 1000, 4) for one in each] for page, each in times.items()}
    return Bar(name, round(_p95(times[slowest]), 1), LIMIT, "ms", TIMES, samples, says)


def main(database: Path, names: Sequence[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Demonstration(Path(folder))
        site.database.symlink_to(database.absolute())
        os.environ.update(site.environment)
        from yaodian.web.start import start  # noqa: PLC0415 - it reads the settings from the environment

        start(str(site.database))
        sessions, subjects = prepared(site)
        told = site.known | SHOWN
        wanted = [s for s in stops() if not s.is_halfway and (not names or s.name.startswith(tuple(names)))]
        walked = [stop for stop in wanted if _is_shown(stop, sessions, told)]
        bars = [bar_of("pages.city_processor_p95", "processor time", worked(walked, sessions, told), subjects)]
        with served(site) as base:
            times = waited(base, walked, sessions, told)
        bars.append(bar_of("pages.city_p95", f"time that {CLIENTS} clients waited", times, subjects))
    for bar in bars:
        print(f"{bar.bar}: {bar.value} ms (limit {LIMIT:g}), {bar.says}")
    if not names:
        sys.stdout.write(f"{write('pages', bars).relative_to(ROOT)}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
