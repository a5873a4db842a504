"""A site with a simulated year, to look at and to test: `built` makes its database once in a folder, `served` serves it.

Nothing in it is real. Every account has the same password; `known` says what the addresses of pages can name.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parent.parent
KEPT, MOST_KEPT = ROOT / "out" / "demonstrations", 3
PASSWORD = "invented-year-2020"
FIRST, MONTHS, SEED, SCHOOLS, CASES = date(2020, 3, 2), 9, 3, 30, 1
MEASURED = (date(2020, 10, 31), date(2020, 11, 20), date(2020, 11, 30))
TODAY = datetime(2020, 12, 1, 1, 30, tzinfo=UTC)
PATIENCE = 60  # seconds until a server must answer


@dataclass(frozen=True)
class Demonstration:
    """A folder with the database of a simulated year."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "site.sqlite3"

    @property
    def known(self) -> Mapping[str, str]:
        """What addresses can name: plan_id, no (of a task), measure, part, case, sampled, visited (subjects); school,
        visitor: the logins of a school that has something to do and of who makes the visit."""
        known: dict[str, str] = json.loads((self.folder / "known.json").read_text(encoding="utf-8"))
        return known

    @property
    def environment(self) -> dict[str, str]:
        """Of a process that serves or reads it: its clock stands at the end of the simulated months."""
        shift = (TODAY - datetime.now(UTC)).total_seconds()
        return os.environ | {
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "YAODIAN_DATABASE": str(self.database),
            "YAODIAN_SECRET_KEY": "of-a-demonstration-only", "YAODIAN_CLOCK_SHIFT": str(shift),
        }  # fmt: skip


def built(folder: Path, *, measured: Sequence[date] = (), records: Path | None = None) -> Demonstration:
    """Simulate the year into a folder, in a process of its own; with records the promises are measured on each day. The
    same program, data and days gave the same before: then that is copied."""
    kept = KEPT / _edition(measured, records)
    if not kept.is_dir():
        KEPT.mkdir(parents=True, exist_ok=True)
        for old in sorted(KEPT.iterdir(), key=lambda path: path.stat().st_mtime)[:-MOST_KEPT]:
            shutil.rmtree(old)
        made = Demonstration(Path(tempfile.mkdtemp(dir=KEPT)))
        words = [sys.executable, "-m", "tools.demonstration", str(made.folder), str(records or ""), *map(str, measured)]
        subprocess.run(words, env=made.environment, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        made.folder.rename(kept)
    shutil.copytree(kept, folder, dirs_exist_ok=True)
    return Demonstration(folder)


def _edition(measured: Sequence[date], records: Path | None) -> str:
    """What decides how a demonstration comes out: the package without its pages, this file, the days and the release."""
    source = ROOT / "src" / "yaodian"
    files = (path for path in source.rglob("*") if path.is_file() and path.suffix != ".pyc")
    known = sha256(Path(__file__).read_bytes())
    for path in sorted(path for path in files if not path.is_relative_to(source / "web" / "pages")):
        known.update(path.relative_to(source).as_posix().encode() + b"\0" + path.read_bytes())
    if records:
        known.update(" ".join(map(str, measured)).encode() + (records / "current.json").read_bytes())
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


def _make(folder: Path, records: str, measured: Sequence[str]) -> None:
    """Runs in the process of its own."""
    from yaodian.web.start import make_ready, start  # noqa: PLC0415 - Django must be started first

    start(str(Demonstration(folder).database))
    make_ready()
    _simulate(folder / "plan.yaml")
    if records:
        from yaodian.web.work.measuring import measure  # noqa: PLC0415

        for day in measured:
            measure(records=Path(records), on=date.fromisoformat(day))
    (folder / "known.json").write_text(json.dumps(_known(), ensure_ascii=False), encoding="utf-8")


def _simulate(plan: Path) -> None:
    from django.contrib.auth.hashers import make_password  # noqa: PLC0415

    from yaodian.web.accounts.models import Account  # noqa: PLC0415
    from yaodian.web.accounts.services import first_administrators  # noqa: PLC0415
    from yaodian.web.audit.chain import seal  # noqa: PLC0415
    from yaodian.web.simulation.simulating import simulate  # noqa: PLC0415
    from yaodian.workspace.bureau import load_bureau, shipped_folder  # noqa: PLC0415
    from yaodian.workspace.planfile.identity import with_ids  # noqa: PLC0415
    from yaodian.workspace.planfile.writing import save_plan  # noqa: PLC0415
    from yaodian.workspace.plans import open_document  # noqa: PLC0415

    first_administrators(passwords={}, at=datetime.combine(FIRST, datetime.min.time(), UTC) - timedelta(days=1))
    save_plan(
        with_ids(open_document(shipped_folder() / "plans" / "2020.txt", load_bureau()), random.Random(SEED)), plan
    )
    simulate(file=plan, year=FIRST.year, months=MONTHS, seed=SEED, cases=CASES, schools=SCHOOLS)
    seal()
    Account.objects.update(password=make_password(PASSWORD))  # one hash for all: it costs a second each


def _known() -> dict[str, str]:
    from yaodian.web.plans.models import PlanEdition  # noqa: PLC0415
    from yaodian.web.simulation.accounts import busiest_school  # noqa: PLC0415
    from yaodian.web.work.models import Item, PromiseLight  # noqa: PLC0415

    cases = Item.objects.filter(is_case=True, parent__parent__isnull=False).exclude(subject__startswith="c-")
    case = cases.order_by("subject")[0]
    part = case.parent
    lights = PromiseLight.objects.filter(value__isnull=False, item__parent=None).order_by("pk")
    longest = max(lights, key=lambda light: len(light.told.get("series", {}).get("measured", ())), default=None)
    return {
        "plan_id": PlanEdition.objects.get().plan,
        "no": "1",
        "measure": longest.item_id if longest else part.parent_id,
        "part": part.subject,
        "case": case.subject,
        "school": f"sim-{busiest_school(TODAY.date())}",
        **_visits(),
    }


def _visits() -> dict[str, str]:
    from yaodian.web.work.drawing import drawn_of  # noqa: PLC0415
    from yaodian.web.work.models import Concern, Item  # noqa: PLC0415

    (drawn,) = drawn_of(list(Item.objects.filter(is_case=False).values_list("pk", flat=True))).values()
    visited = Item.objects.filter(parent=drawn.item, subject__startswith="c-").order_by("subject")[0]
    units = Concern.objects.filter(item=visited).exclude(unit=drawn.item.owner).values_list("unit", flat=True)
    visitor = next(unit for unit in units if not unit[0].isdigit())
    return {"sampled": drawn.item.pk, "visited": visited.pk, "visitor": f"sim-{visitor}"}


if __name__ == "__main__":
    _make(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
