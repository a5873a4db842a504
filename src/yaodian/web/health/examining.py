"""运行: what the doctor says of a machine, and what the database shows of its own health."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Max, Min
from django.utils import timezone

from yaodian.domain.finding import Refusal
from yaodian.web.accounts.doors import doors
from yaodian.web.accounts.models import Account, Administration
from yaodian.web.accounts.simulated import is_simulated
from yaodian.web.audit.models import AuditRow
from yaodian.web.clock import HERE
from yaodian.web.installation import supervision
from yaodian.web.notices.models import Delivery
from yaodian.workspace.doctor import Check, State, disk, fine, less, machine, writable, wrong

TICK_WITHIN = timedelta(minutes=10)
BACKUP_WITHIN = timedelta(days=2)


def examined(records: Path | None) -> list[Check]:
    """Everything: the machine, the database, and, where that can be read, what is going on in it."""
    folder = settings.FILES.parent
    checks = [*machine(folder, records, supervision().folder), *_reached()]
    if checks[-1].state is not State.FINE:
        return checks
    return [*checks, *(check for look in _LOOKS for check in look())]


def _reached() -> Iterator[Check]:
    """The database is there, is safe against power loss, and has all its tables; stops at the first that is not so."""
    name = Path(str(connection.settings_dict["NAME"]))
    if connection.vendor == "sqlite" and not name.exists() and "memory" not in str(name):
        yield wrong(
            "database", f"没有数据库 {name}，请用 yaodian migrate 建立", f"no database {name}: run yaodian migrate"
        )
        return
    try:
        executor = MigrationExecutor(connection)
        missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
        yield _durable()
    except DatabaseError as fault:
        yield wrong("database", f"连不上数据库（{fault}），请核对地址和口令", f"the database is not reached ({fault})")
        return
    if missing:
        yield wrong(
            "migrations", f"数据库还差 {missing} 步升级，请先备份再 yaodian migrate",
            f"the database is {missing} migrations behind: back it up, then run yaodian migrate",
        )  # fmt: skip
    else:
        yield fine("migrations", "数据库的表是最新的", "the database has all its tables")


def _durable() -> Check:
    """Whether what was acknowledged survives a power loss."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA synchronous")
            is_safe, what = cursor.fetchone()[0] == 2, "synchronous=FULL"
        else:
            cursor.execute("SELECT current_setting('fsync') = 'on' AND current_setting('synchronous_commit') <> 'off'")
            is_safe, what = cursor.fetchone()[0], "fsync, synchronous_commit"
    if is_safe:
        return fine("durable", f"数据库断电不丢（{what}）", f"the database survives a power loss ({what})")
    return wrong("durable", f"数据库断电会丢数据，请恢复 {what}", f"a power loss would lose data: set {what}")


def _administrators() -> Iterator[Check]:
    there = set(Account.objects.filter(is_active=True).exclude(administers="").values_list("administers", flat=True))
    missing = [one.words for one in Administration if one not in there]
    if missing and is_simulated():
        yield less("administrators", "演示数据没有三员，不能建账号", "a demonstration has no administrators")
    elif missing:
        yield wrong(
            "administrators", f"缺少{'、'.join(one.zh for one in missing)}，请用 yaodian accounts begin 建立",
            f"no {', '.join(one.en for one in missing)}: run yaodian accounts begin",
        )  # fmt: skip
    else:
        yield fine("administrators", "三员齐全", "the three administrators are there")


def _sealed() -> Iterator[Check]:
    """The scheduler seals what was written: what waits for long says that it does not run."""
    waiting = AuditRow.objects.filter(place=None).aggregate(since=Min("at"))["since"]
    newest = AuditRow.objects.order_by("-pk").values_list("at", flat=True).first()
    if newest and not is_simulated() and newest > timezone.now() + TICK_WITHIN:
        yield wrong(
            "clock", "系统时间早于最近的审计记录，请校准时钟", "the clock is behind the newest audit row: set it"
        )
    if waiting and newest and newest - waiting > TICK_WITHIN:
        yield wrong(
            "tick", f"{_told(waiting)}以来的审计没有封存，请每分钟运行 yaodian tick",
            f"audit rows since {_told(waiting)} are not sealed: run yaodian tick every minute",
        )  # fmt: skip
    else:
        yield fine("tick", "定时任务在运行，审计已封存", "the scheduler runs and the audit is sealed")


def _deliveries() -> Iterator[Check]:
    waiting = Delivery.objects.filter(delivered_at=None)
    failing = waiting.filter(tries__gt=0)
    oldest = failing.select_related("channel").order_by("pk").first()
    if oldest:
        yield wrong(
            "deliveries", f"{failing.count()} 条通知送不到“{oldest.channel.unit}”等处（{oldest.fault}），请核对地址",
            f"{failing.count()} notices are not taken, first by {oldest.channel.unit} ({oldest.fault}): check the address",
        )  # fmt: skip
    else:
        number = waiting.count()
        yield fine("deliveries", f"{number} 条通知等待发送，没有失败的", f"{number} notices wait, none fails")


def _backup() -> Iterator[Check]:
    last = AuditRow.objects.filter(actor="backup").aggregate(at=Max("at"))["at"]
    if last is None:
        yield less("backup", "还没有备份过，请每天备份", "there is no backup yet: make one a day")
    elif timezone.now() - last > BACKUP_WITHIN:
        yield wrong(
            "backup", f"上次备份是{_told(last)}，请每天备份", f"the last backup is of {_told(last)}: make one a day"
        )
    else:
        yield fine("backup", f"上次备份{_told(last)}", f"the last backup is of {_told(last)}")


def _files() -> Iterator[Check]:
    folder = settings.FILES
    if folder.exists():
        yield writable("evidence", folder)
        yield disk(folder)


def _doors() -> Iterator[Check]:
    named = settings.SIGN_IN_DOORS
    if not named:
        return
    try:
        number = len(doors())
    except Refusal as refusal:
        yield Check("sign_in", State.WRONG, refusal.words)
        return
    if not Path(named).exists():
        yield wrong(
            "sign_in", f"没有登录入口文件 {named}，请核对 YAODIAN_SIGN_IN", f"no file {named}: see YAODIAN_SIGN_IN"
        )
    elif Path(named).stat().st_mode & 0o077:
        yield wrong("sign_in", f"{named} 里有口令，请 chmod 0400", f"{named} holds secrets: chmod 0400")
    else:
        yield fine("sign_in", f"其他登录入口 {number} 个", f"{number} other ways to sign in")


_LOOKS: tuple[Callable[[], Iterator[Check]], ...] = (_administrators, _sealed, _deliveries, _backup, _files, _doors)


def _told(at: datetime) -> str:
    return f"{at.astimezone(HERE):%Y-%m-%d %H:%M}"
