"""Load: a simulated year at the size of a city behind two workers, read while others write; bars in out/bars/load.json.

`python -m tools.load [CASES]` simulates with so many cases for each part (300: 120,000 subjects, 0.9 million entries; 980: 400,000 and 2.9 million)
in a PostgreSQL of its own, then asks 30 pages a second for a minute while 30 writes a second go on.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles
from typing import Any

from tools.bars import ROOT, Bar, seconds, write
from tools.postgres import server

CASES, SECONDS, WORKERS = 980, 60.0, 2
BULLETINS = ("2020-06", "2020-11")
READERS, READS_A_SECOND, WRITES_A_SECOND = 3, 30, 30
YAODIAN = str(Path(sys.executable).parent / "yaodian")
PLAN = ROOT / "src" / "yaodian" / "bureaus" / "zunyi" / "plans" / "2020.txt"


def main(cases: int) -> int:
    with tempfile.TemporaryDirectory() as folder, server() as url:
        environment = os.environ | {"YAODIAN_DATABASE": url, "YAODIAN_SECRET_KEY": "load"}
        yaodian = [YAODIAN]
        subprocess.run([*yaodian, "compile", PLAN, "--out", folder, "--quiet"], check=True, stdout=subprocess.DEVNULL)
        words = [*yaodian, "simulate", f"{folder}/2020.plan.yaml", "--cases", str(cases), "--no-files"]
        filling = seconds(lambda: subprocess.run(words, env=environment, check=True))
        told = json.loads(_apart(environment, "prepared"))
        verifying = float(_apart(environment, "verified"))
        drafting = json.loads(_apart(environment, "drafted"))
        bars = _served(environment, told)
        bars += [_verify_bar(told["audited"], verifying), _bulletin_bar(drafting, told)]
    print(f"{told['subjects']} subjects, {told['entries']} entries, filled in {filling:.0f} s")
    for bar in bars:
        print(f"{bar.bar}: {bar.value} {bar.unit} (limit {bar.limit}, {'holds' if bar.holds else 'SHORT'})")
    write("load", bars)
    return 0


def _apart(environment: dict[str, str], name: str) -> str:
    words = [sys.executable, "-m", "tools.load", name]
    return subprocess.run(words, env=environment, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def _verify_bar(rows: int, took: float) -> Bar:
    per_million = round(took * 1e6 / max(rows, 1), 3)
    says = f"the chain of {rows} audit rows verified, per million"
    return Bar("audit.verify_million", per_million, 15, "s", 1, {"verify": [took]}, says)


def _bulletin_bar(took: dict[str, float], told: dict[str, Any]) -> Bar:
    says = f"the slowest of the bulletins of {', '.join(took)}, with {told['subjects']} subjects and {told['entries']} entries"
    return Bar("work.monthly_bulletin", max(took.values()), 10, "s", len(took), {m: [s] for m, s in took.items()}, says)


def prepared() -> str:
    """Tokens of a unit, a county and the office, and how much there is; each subject's version is asked when it is read."""
    from django.db import connection  # noqa: PLC0415 - Django must be started first
    from django.utils import timezone  # noqa: PLC0415

    from yaodian.web.accounts.models import Account  # noqa: PLC0415
    from yaodian.web.accounts.tokens import make_token  # noqa: PLC0415
    from yaodian.web.audit.models import AuditRow  # noqa: PLC0415
    from yaodian.web.work.models import EntryRow, Item  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    leader = Account.objects.get(login="sim-520300")
    held = Account.objects.exclude(login=leader.login).exclude(login__contains="-s").order_by("login")
    accounts = {account.login.removeprefix("sim-"): account for account in held}
    tokens = {u: make_token(account=a, label="load", days=1, at=timezone.now())[1] for u, a in accounts.items()}
    return json.dumps(
        {
            "leader": make_token(account=leader, label="load", days=1, at=timezone.now())[1],
            "tokens": tokens,
            "items": list(Item.objects.filter(is_case=False).values_list("pk", flat=True)[:400]),
            "subjects": Item.objects.count(),
            "entries": EntryRow.objects.count(),
            "audited": AuditRow.objects.count(),
        }
    )


def verified() -> str:
    from yaodian.web.audit.chain import verify  # noqa: PLC0415

    fault: list[Any] = []
    took = seconds(lambda: fault.append(verify()))
    assert fault == [None], fault
    return str(round(took, 3))


def drafted() -> str:
    """The seconds that each of some bulletins takes: of a month after which much was done, and of the last whole one."""
    from django.utils import timezone  # noqa: PLC0415

    from yaodian.domain.period import Period  # noqa: PLC0415
    from yaodian.web.accounts.models import Account  # noqa: PLC0415
    from yaodian.web.documents.bulletins import draft  # noqa: PLC0415

    office = Account.objects.get(login="sim-bureau_office")
    took = {m: seconds(lambda m=m: draft(by=office, period=Period(m), at=timezone.now())) for m in BULLETINS}
    return json.dumps({month: round(one, 3) for month, one in took.items()})


def _served(environment: dict[str, str], told: dict[str, Any]) -> list[Bar]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [YAODIAN, "serve", "--port", str(port), "--workers", str(WORKERS)]
    process = subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL)
    try:
        return _measured(f"http://127.0.0.1:{port}/api/v1", told)
    finally:
        process.terminate()
        process.wait(30)


def _measured(base: str, told: dict[str, Any]) -> list[Bar]:
    _until_up(base)
    end = time.time() + SECONDS
    times: dict[str, list[float]] = {"list": [], "item": [], "write": []}
    faults: list[str] = []
    readers = [threading.Thread(target=_read, args=(base, told, n, end, times, faults)) for n in range(READERS)]
    writers = [threading.Thread(target=_write, args=(base, told, n, end, times, faults)) for n in range(3)]
    for thread in (*readers, *writers):
        thread.start()
    for thread in (*readers, *writers):
        thread.join()
    if faults:
        print(faults[:3])
    rate = len(times["write"]) / SECONDS
    says = f"of {READS_A_SECOND} pages/s while {rate:.0f} writes/s went on, {told['subjects']} subjects, {told['entries']} entries, {WORKERS} workers"
    return [
        Bar("work.list_p95", _p95(times["list"]), 150, "ms", len(times["list"]), {}, f"a unit's list, {says}"),
        Bar("work.item_p95", _p95(times["item"]), 150, "ms", len(times["item"]), {}, f"one item's page, {says}"),
        Bar("work.writes_a_second", round(rate, 1), WRITES_A_SECOND * 0.9, "writes/s", 1, {}, says, "higher"),
        Bar("work.faults_under_load", float(len(faults)), 0, "answers", 1, {}, "answers that were neither 2xx nor 409"),
    ]


def _p95(found: list[float]) -> float:
    return round(1000 * quantiles(found, n=20)[-1], 1) if len(found) > 20 else float("inf")


def _until_up(base: str) -> None:
    for _ in range(200):
        try:
            urllib.request.urlopen(f"{base}/plans", timeout=5).read()
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the server did not come up")


def _read(base: str, told: dict[str, Any], n: int, end: float, times: Any, faults: list[str]) -> None:
    units = list(told["tokens"])
    for turn in range(10**9):
        began = time.time()
        if began > end:
            return
        unit = units[(turn + n) % len(units)]
        token, item = told["tokens"]["bureau_office"], told["items"][(turn * 7 + n) % len(told["items"])]
        _timed(times["list"], faults, lambda u=unit: _get(f"{base}/items?owner={u}&is_open=true", told["tokens"][u]))
        _timed(times["item"], faults, lambda i=item, t=token: _get(f"{base}/items/{i}", t))
        time.sleep(max(0.0, 2 * READERS / READS_A_SECOND - (time.time() - began)))


def _write(base: str, told: dict[str, Any], n: int, end: float, times: Any, faults: list[str]) -> None:
    own, pause = told["items"][n::3], 3 / WRITES_A_SECOND
    versions: dict[str, int] = {}
    for turn in range(10**9):
        began = time.time()
        if began > end:
            return
        item = own[turn % len(own)]
        if item not in versions:
            versions[item] = json.loads(_get(f"{base}/items/{item}", told["leader"]))["version"]
        asked = {"unit": "520300", "act": "instruct", "version": versions[item], "data": {"text": "抓紧"}}
        _timed(times["write"], faults, lambda i=item, a=asked: _post(f"{base}/items/{i}/acts", a, told["leader"]))
        versions[item] += 1
        time.sleep(max(0.0, pause - (time.time() - began)))


def _timed(times: list[float], faults: list[str], ask: Callable[[], bytes]) -> None:
    try:
        times.append(seconds(ask))
    except urllib.error.HTTPError as error:
        faults.append(f"{error.code} {error.url} {error.read()[:300]!r}")


def _get(address: str, token: str) -> bytes:
    request = urllib.request.Request(address, headers={"Authorization": f"Bearer {token}"})
    return urllib.request.urlopen(request, timeout=30).read()


def _post(address: str, asked: dict[str, Any], token: str) -> bytes:
    headers = {
        "Authorization": f"Bearer {token}",
        "Content-Type": "application/json",
        "Idempotency-Key": uuid.uuid4().hex,
    }
    return urllib.request.urlopen(
        urllib.request.Request(address, json.dumps(asked).encode(), headers), timeout=30
    ).read()


if __name__ == "__main__":
    given = sys.argv[1] if len(sys.argv) > 1 else str(CASES)
    if given in ("prepared", "verified", "drafted"):
        from yaodian.web.start import start

        start(os.environ["YAODIAN_DATABASE"])
        print({"prepared": prepared, "verified": verified, "drafted": drafted}[given]())
    else:
        sys.exit(main(int(given)))
