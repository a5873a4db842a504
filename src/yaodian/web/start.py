"""启动: Django made ready for a command, on the database and the bureau it was given."""

from __future__ import annotations

import os

import django
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from yaodian.domain.finding import Refusal, Words


def start(database: str, bureau: str | None = None) -> None:
    """Set Django up on a database. A new one gets its tables; one that is behind is refused with the command that brings
    it up to date."""
    os.environ["YAODIAN_DATABASE"] = database
    if bureau:
        os.environ["YAODIAN_BUREAU"] = bureau
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yaodian.web.settings")
    django.setup()


def make_ready(*, migrate: bool = False) -> None:
    """Give a new database its tables, and one that is behind the missing ones where `migrate` asks for it."""
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not missing:
        return
    if executor.loader.applied_migrations and not migrate:
        raise Refusal(
            Words(
                f"数据库还差{len(missing)}步升级；请先备份，再用 yaodian migrate 升级",
                f"the database is {len(missing)} migrations behind: back it up, then run yaodian migrate",
            )
        )
    call_command("migrate", verbosity=0, interactive=False)
