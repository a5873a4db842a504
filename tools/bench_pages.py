"""How many requests a second the pages answer, beside a bare Django view of the same rows and beside fixed bytes.

`python -m tools.bench_pages [DATABASE]` writes out/bars/pages.json. All of it runs in one process and in turn: the whole
Django handler with its middleware, signed in, on one simulated database (made when none is given, with enough cases for a
county's ledger to be that long). The bare view loads the
rows of the ledger by the ORM and fills a template that has the same columns and links, and asks no policy; the fixed
view answers a few bytes.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

from tools.bars import ROOT, Bar, show, write
from tools.demonstration import Demonstration
from tools.invented_work import PLAN

ROUNDS, REQUESTS, WARM = 15, 6, 3
FEW, MANY, CASES = 25, 200, "4"
LIMITS = {FEW: ("pages.partial_vs_bare", 0.5), MANY: ("pages.ledger_vs_bare", 0.4)}
TABLE = """<table><thead><tr><th>No.</th><th>Phase</th><th>Item</th><th>Kind</th><th>Owner</th><th>Due</th></tr></thead><tbody>
{% for item in items %}<tr><td><a href="{% url 'item' item.pk %}">{{ item.address }}</a></td><td>{{ item.phase }}</td>
<td><a href="{% url 'item' item.pk %}">{{ item.title }}</a></td><td>{{ item.kind }}</td><td>{{ item.owner }}</td>
<td>{{ item.due|date:"Y-m-d" }}</td></tr>{% endfor %}</tbody></table>"""
Ask = Callable[[], None]


class Site:
    """The whole handler of the site, asked in this process by whose session it is (none: by nobody)."""

    def __init__(self, session: str | None) -> None:
        from django.core.handlers.wsgi import WSGIHandler  # noqa: PLC0415 - Django must be started first

        self.handler, self.cookie = WSGIHandler(), f"sessionid={session}" if session else ""

    def get(self, path: str, query: str = "", **headers: str) -> bytes:
        """The body of a page; LookupError where there is none."""
        answered: list[str] = []
        asked = {
            "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "SERVER_NAME": "localhost",
            "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_COOKIE": self.cookie, "wsgi.input": io.BytesIO(),
            "wsgi.errors": sys.stderr, "wsgi.url_scheme": "http", **headers,
        }  # fmt: skip
        response: Any = self.handler(asked, lambda status, _: answered.append(status))
        body = b"".join(response)
        response.close()
        if answered[0] >= "400":
            raise LookupError(f"{path} answers {answered[0]}")
        return body


def session_of(login: str) -> str:
    """The key of a new session of an account, as signing in makes it."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from yaodian.web.accounts.models import Account  # noqa: PLC0415
    from yaodian.web.accounts.sessions import BEGAN, SEEN, SessionStore  # noqa: PLC0415

    account, session, now = Account.objects.get(login=login), SessionStore(), timezone.now().isoformat()
    session.update({SESSION_KEY: str(account.pk), HASH_SESSION_KEY: account.get_session_auth_hash(), BEGAN: now})
    session.update({BACKEND_SESSION_KEY: "django.contrib.auth.backends.ModelBackend", SEEN: now})
    session.save()
    return str(session.session_key)


def add_bare_views() -> None:
    """Put the views that pages are compared with beside those of the site."""
    from django.http import HttpRequest, HttpResponse  # noqa: PLC0415
    from django.template import Context, engines  # noqa: PLC0415
    from django.urls import path  # noqa: PLC0415

    from yaodian.web import urls  # noqa: PLC0415
    from yaodian.web.work.models import Item  # noqa: PLC0415

    table: Any = engines["django"].from_string(TABLE)

    def bare(request: HttpRequest, unit: str, rows: int) -> HttpResponse:
        items = Item.objects.filter(owner=unit).order_by("due", "address")[:rows]
        return HttpResponse(table.template.render(Context({"items": items})))

    def fixed(request: HttpRequest) -> HttpResponse:
        return HttpResponse(b"fixed")

    urls.urlpatterns += [path("bare/<str:unit>/<int:rows>", bare), path("fixed", fixed)]


def in_turn(sides: dict[str, Ask]) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """Seconds of a request of each side, by the clock and of the processor: a round is some requests of each, in turn."""
    clock: dict[str, list[float]] = {side: [] for side in sides}
    processor: dict[str, list[float]] = {side: [] for side in sides}
    for turn in range(WARM + ROUNDS):
        for side, ask in sides.items():
            began, worked = perf_counter(), process_time()
            for _ in range(REQUESTS):
                ask()
            if turn >= WARM:
                clock[side].append(round((perf_counter() - began) / REQUESTS, 6))
                processor[side].append(round((process_time() - worked) / REQUESTS, 6))
    return clock, processor


def ledger_bars(site: Site, unit: str) -> list[Bar]:
    """The 25-row partial and the 200-row ledger against the bare view; what fixed bytes take is said beside."""
    bars = []
    for rows, (name, limit) in LIMITS.items():
        query = f"tab=all&rows={rows}"
        part = {"HTTP_HX_REQUEST": "true"} if rows == FEW else {}
        sides: dict[str, Ask] = {
            "ours": partial(site.get, f"/ledger/{unit}", query, **part),
            "bare": partial(site.get, f"/bare/{unit}/{rows}"),
            "fixed": partial(site.get, "/fixed"),
        }
        clock, processor = in_turn(sides)
        own = _ratio(clock, "bare")
        says = (
            f"requests/s of {'the' if rows == MANY else 'a'} {rows}-row {'ledger' if rows == MANY else 'partial'}, signed in, "
            f"against a bare view of {rows} rows through the same middleware ({_ratio(processor, 'bare'):.2f} by processor "
            f"time; {_ratio(clock, 'fixed'):.2f} of fixed bytes; load average {os.getloadavg()[0]:.1f})"
        )
        bars.append(Bar(name, own, limit, "ratio", ROUNDS, clock, says, "higher"))
    return bars


def _ratio(samples: dict[str, list[float]], other: str) -> float:
    return round(median(samples[other]) / median(samples["ours"]), 3)


def a_long_ledger() -> tuple[str, str]:
    """The county whose ledger is longest, and the login of its clerk; SystemExit where it has too few rows."""
    from django.db.models import Count  # noqa: PLC0415

    from yaodian.web.work.models import Item  # noqa: PLC0415

    counted = Item.objects.filter(owner__startswith="52").values("owner").annotate(rows=Count("pk"))
    longest = counted.order_by("-rows", "owner")[0]
    if longest["rows"] < MANY:
        raise SystemExit(f"the longest ledger has {longest['rows']} rows, not {MANY}")
    return longest["owner"], f"sim-{longest['owner']}"


def measured() -> list[Bar]:
    """All bars, of the database that the environment names."""
    from yaodian.web.start import start  # noqa: PLC0415 - it reads the settings from the environment

    start(os.environ["YAODIAN_DATABASE"])
    add_bare_views()
    unit, login = a_long_ledger()
    return ledger_bars(Site(session_of(login)), unit)


def simulated(site: Demonstration) -> Path:
    """A database of simulated work in the site's folder."""
    yaodian = [sys.executable, "-c", "from yaodian.cli.main import main; main()"]
    subprocess.run([*yaodian, "compile", PLAN, "--out", site.folder, "--quiet"], check=True, stdout=subprocess.DEVNULL)
    words = ["simulate", f"{site.folder}/{PLAN.stem}.plan.yaml", "--cases", CASES, "--no-files"]
    subprocess.run([*yaodian, *words, "--database", site.database], check=True, env=site.environment)
    return site.database


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Demonstration(Path(folder))
        os.environ.update(site.environment)
        os.environ["YAODIAN_DATABASE"] = sys.argv[1] if len(sys.argv) > 1 else str(simulated(site))
        bars = measured()
    show(bars)
    sys.stdout.write(f"{write('pages', bars).relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
