"""Work in processes of their own, on a database of their own: `python -m tests.web.apart FUNCTION JSON` prints JSON."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

SUBJECT = "w1"
ROOT = Path(__file__).parents[2]


@contextmanager
def empty_database(folder: Path) -> Iterator[str]:
    """A database with nothing in it: on the server that YAODIAN_DATABASE names, else a file."""
    given = os.environ.get("YAODIAN_DATABASE", "")
    if "://" not in given:
        yield str(folder / "work.sqlite3")
        return
    import psycopg  # noqa: PLC0415 - only where the tests run on PostgreSQL

    name = f"apart_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(given, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield given.rpartition("/")[0] + "/" + name
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def fresh_database(folder: Path) -> Iterator[str]:
    """A database with the tests' bureau and one item in it."""
    with empty_database(folder) as url:
        run(url, "prepare")
        yield url


def start(url: str, function: str, **given: Any) -> subprocess.Popen[str]:
    """A function of this module begun in a process on a database."""
    words = [sys.executable, "-m", "tests.web.apart", function, json.dumps(given)]
    environment = os.environ | {"YAODIAN_DATABASE": url, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    return subprocess.Popen(words, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def run(url: str, function: str, **given: Any) -> Any:
    """What a function says that was run to its end."""
    told, _ = (process := start(url, function, **given)).communicate()
    assert process.returncode == 0, function
    return json.loads(told)


def prepare() -> None:
    from tests.web.bureau import Bureau  # noqa: PLC0415 - Django must be started first
    from yaodian.web.start import make_ready  # noqa: PLC0415

    make_ready()
    Bureau.made().item(SUBJECT)


def instruct(seconds: float, subject: str = SUBJECT) -> dict[str, int]:
    """Read the item's version, instruct on it, again and again; how often it was taken, came too late, or broke."""
    from django.db import Error  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from yaodian.domain.entry import Act  # noqa: PLC0415
    from yaodian.web.accounts.models import Account  # noqa: PLC0415
    from yaodian.web.work.models import Item  # noqa: PLC0415
    from yaodian.web.work.services import Stale, act  # noqa: PLC0415

    leader, told, end = (
        Account.objects.get(login="of-city"),
        {"taken": 0, "stale": 0, "broken": 0},
        time.time() + seconds,
    )
    while time.time() < end:
        version = Item.objects.values_list("version", flat=True).get(pk=subject)
        try:
            act(
                account=leader, unit="city", subject=subject, act=Act.INSTRUCT, data={"text": "抓紧"},
                expected=version, key=uuid.uuid4().hex, at=timezone.now(),
            )  # fmt: skip
            told["taken"] += 1
        except Stale as stale:
            told["stale"] += 1
            assert stale.since and stale.words.zh
        except Error as error:
            told["broken"] += 1
            sys.stderr.write(f"{error}\n")
    return told


def open_many(count: int) -> int:
    """Items that nobody accepts, for notices to fall due."""
    from tests.web.bureau import Bureau  # noqa: PLC0415

    for n in range(count):
        Bureau().item(f"late{n}")
    return count


def tick_on(days: int) -> dict[str, int]:
    """Tick on every day from the first until it is killed, again and again."""
    from tests.web.bureau import NOW  # noqa: PLC0415
    from yaodian.web.notices.ticking import tick  # noqa: PLC0415

    return {"recorded": sum(tick(NOW + timedelta(day)).recorded for day in range(days))}


def noticed() -> dict[str, Any]:
    """The keys of all notices, and how many deliveries there are of each."""
    from django.db.models import Count  # noqa: PLC0415

    from yaodian.web.audit.chain import seal, verify  # noqa: PLC0415
    from yaodian.web.notices.models import Delivery, Notice  # noqa: PLC0415

    seal()
    most = Delivery.objects.values("notice", "channel").annotate(n=Count("pk")).order_by("-n").first()
    return {
        "keys": list(Notice.objects.order_by("key").values_list("key", flat=True)),
        "most": most["n"] if most else 0,
        "fault": str(verify()) if verify() else None,
    }


def killed_ticks(folder: Path, kills: int, items: int, days: int) -> dict[str, int]:
    """Tick, killed again and again, then left to end: notices lost, doubled or of none of the causes that are due."""
    with fresh_database(folder) as url:
        run(url, "open_many", count=items)
        for n in range(kills):
            process = start(url, "tick_on", days=days)
            time.sleep(0.5 + 1.5 * ((n * 37) % 100) / 100)
            process.kill()
            process.communicate()
        run(url, "tick_on", days=days)
        held = run(url, "noticed")
        other = folder / "unkilled"
        other.mkdir()
    with fresh_database(other) as url:
        run(url, "open_many", count=items)
        run(url, "tick_on", days=days)
        expected = run(url, "noticed")
    assert held["fault"] is None, held["fault"]
    lost, doubled = set(expected["keys"]) - set(held["keys"]), len(held["keys"]) - len(set(held["keys"]))
    return {
        "lost": len(lost),
        "doubled": doubled + max(held["most"] - 1, 0),
        "stray": len(set(held["keys"]) - set(expected["keys"])),
    }


def counted() -> dict[str, Any]:
    """What the database holds of the item, and whether all of it is in order."""
    from yaodian.web.audit.chain import seal, verify  # noqa: PLC0415
    from yaodian.web.audit.models import AuditRow  # noqa: PLC0415
    from yaodian.web.work.models import Item  # noqa: PLC0415
    from yaodian.web.work.verifying import entries_fault, states_fault  # noqa: PLC0415

    seal()
    item = Item.objects.get(pk=SUBJECT)
    fault = verify() or entries_fault() or states_fault()
    return {
        "version": item.version,
        "numbers": list(item.entries.order_by("number").values_list("number", flat=True)),
        "audited": AuditRow.objects.filter(act__startswith="entry:").count(),
        "fault": fault.en if fault else None,
    }


def many_writers(folder: Path, writers: int, seconds: float) -> dict[str, int]:
    """So many processes write to one item at once; what came of it, with how many writes were lost."""
    with fresh_database(folder) as url:
        processes = [start(url, "instruct", seconds=seconds) for _ in range(writers)]
        told = [json.loads(process.communicate()[0]) for process in processes]
        held = run(url, "counted")
    assert held["fault"] is None, held["fault"]
    total = {name: sum(one[name] for one in told) for name in told[0]}
    assert held["numbers"] == list(range(1, held["version"] + 1)) and held["audited"] == held["version"]
    return total | {"lost": total["taken"] - (held["version"] - 1)}


def attach(seed: int, starting: int) -> None:
    """Attach one file after another, without end, and print each hash once it is acknowledged."""
    from django.utils import timezone  # noqa: PLC0415

    from yaodian.web.accounts.models import Account  # noqa: PLC0415
    from yaodian.web.work.evidence import attach_checked  # noqa: PLC0415
    from yaodian.workspace.evidence.checking import Checked  # noqa: PLC0415
    from yaodian.workspace.evidence.media import Media  # noqa: PLC0415

    account, dice = Account.objects.get(login="of-basic_education"), random.Random(seed)
    for number in range(starting, sys.maxsize):
        file = Checked(b"%PDF-1.7 " + dice.randbytes(dice.randrange(1_000, 400_000)), Media.PDF)
        attach_checked(
            account=account, unit="basic_education", subject=SUBJECT, step="approved", evidence="official_document",
            name=f"{number}.pdf", file=file, expected=number, key=uuid.uuid4().hex, at=timezone.now(),
        )  # fmt: skip
        print(file.sha256, flush=True)


def accept() -> int:
    """Take the item on, so that evidence can be attached; its version."""
    from django.utils import timezone  # noqa: PLC0415

    from yaodian.domain.entry import Act  # noqa: PLC0415
    from yaodian.web.accounts.models import Account  # noqa: PLC0415
    from yaodian.web.work.services import act  # noqa: PLC0415

    account = Account.objects.get(login="of-basic_education")
    return act(
        account=account, unit="basic_education", subject=SUBJECT, act=Act.ACCEPT, data={}, expected=1, key="accept",
        at=timezone.now(),
    ).version  # fmt: skip


def attached() -> dict[str, Any]:
    """The hashes that the item's entries name, in their order, and the first fault of entries, states and files."""
    from yaodian.web.work.models import Item  # noqa: PLC0415
    from yaodian.web.work.verifying import files_fault  # noqa: PLC0415

    item, told = Item.objects.get(pk=SUBJECT), counted()
    named = [row.data["sha256"] for row in item.entries.filter(act="attach").order_by("number")]
    assert [one["sha256"] for one in item.state["attached"]] == named
    missing = files_fault()
    return told | {"named": named, "fault": told["fault"] or (missing.en if missing else None)}


def killed_attaches(folder: Path, points: int, seed: int = 7) -> Counter[str]:
    """Processes that attach evidence, each killed at a random moment; what was lost, doubled or half there."""
    dice, total, said = random.Random(seed), Counter[str](), list[str]()
    with fresh_database(folder) as url:
        os.environ["YAODIAN_FILES"] = str(folder / "files")
        try:
            version = run(url, "accept")
            for point in range(points):
                child = start(url, "attach", seed=seed * 1_000 + point, starting=version)
                said.append(child.stdout.readline().strip())  # it is under way
                time.sleep(dice.uniform(0, 0.4))
                child.kill()
                said += child.communicate()[0].split()
                held = run(url, "attached")
                version, named = held["version"], Counter(held["named"])
                total += Counter(
                    points=1,
                    killed=int(child.returncode == -signal.SIGKILL),
                    half=int(held["fault"] is not None),
                    doubled=sum(named.values()) - len(named),
                )
            lost = len(set(said) - set(named))
            unsaid = len(set(named) - set(said))
            return total + Counter(lost=lost, acknowledged=len(said), unsaid=unsaid, swept=run(url, "swept"))
        finally:
            del os.environ["YAODIAN_FILES"]


def swept() -> int:
    """Remove what the kills left behind, as if two days had gone by; everything named must still be whole."""
    from datetime import timedelta  # noqa: PLC0415

    from django.utils import timezone  # noqa: PLC0415

    from yaodian.web.work.evidence import sweep  # noqa: PLC0415
    from yaodian.web.work.verifying import files_fault  # noqa: PLC0415

    count = sweep(timezone.now() + timedelta(days=2))
    assert files_fault() is None
    return count


def migrated_from(app: str, migration: str) -> dict[str, int]:
    """The database taken back to a migration and on again; how many subjects there are, and whose columns are then not
    what their states say."""
    from django.core.management import call_command  # noqa: PLC0415

    from yaodian.web.work.models import Item  # noqa: PLC0415
    from yaodian.web.work.writing import columns_of, current  # noqa: PLC0415

    call_command("migrate", app, migration, verbosity=0)
    call_command("migrate", verbosity=0)
    items = list(Item.objects.all())
    unlike = [one for one in items if any(getattr(one, k) != v for k, v in columns_of(current(one)).items())]
    return {"items": len(items), "unlike": len(unlike)}


def backed_up_behind(app: str, migration: str, backup: str) -> int:
    """A backup as an earlier version made it, whose tables end with a migration; how many rows it holds."""
    from django.core.management import call_command  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from yaodian.web.upkeep.backing_up import back_up  # noqa: PLC0415

    call_command("migrate", app, migration, verbosity=0)
    return sum(back_up(file=Path(backup), records=None, at=timezone.now()).rows.values())


def is_whole(backup: str) -> bool:
    """Whether a backup is one."""
    from yaodian.workspace.backup.archive import Backup  # noqa: PLC0415

    return bool(Backup.named(Path(backup)).checked())


def indexed() -> list[list[str]]:
    """What the tables are indexed by: each index as its table and columns."""
    from django.db import connection  # noqa: PLC0415

    seen, named = connection.introspection, set[tuple[str, ...]]()
    with connection.cursor() as cursor:
        for table in seen.table_names(cursor):
            found = seen.get_constraints(cursor, table).values()
            named |= {(table, *(one["columns"] or ())) for one in found if one["index"] or one["unique"]}
    return [list(one) for one in sorted(named)]


def restored_rows() -> int:
    """How many items there are, all of them in order; 0 where not even the tables are there."""
    from django.db import connection  # noqa: PLC0415

    from yaodian.web.work.models import Item  # noqa: PLC0415
    from yaodian.web.work.verifying import entries_fault, states_fault  # noqa: PLC0415

    if Item._meta.db_table not in connection.introspection.table_names():
        return 0
    assert (entries_fault() or states_fault()) is None
    return Item.objects.count()


if __name__ == "__main__":
    from yaodian.web.start import start as start_django

    start_django(os.environ["YAODIAN_DATABASE"])
    print(json.dumps(globals()[sys.argv[1]](**json.loads(sys.argv[2]))))
