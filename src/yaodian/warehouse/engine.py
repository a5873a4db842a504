"""引擎: the one door to the engine that computes: DuckDB, or Spark where YAODIAN_ENGINE says so."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import duckdb
import pyarrow as pa

from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.relation import Relation
from yaodian.warehouse.sql import named, quoted, with_parameters

ENGINE, MEMORY, THREADS = "YAODIAN_ENGINE", "YAODIAN_MEMORY", "YAODIAN_THREADS"
TEMPORARY = "temporary"  # where each instance spills into a folder named by its process


class Engine(Protocol):
    """What computes over the files of a release."""

    def query(self, sql: str, tables: Mapping[str, Relation], parameters: Mapping[str, Any]) -> pa.Table:
        """The answer to a question in DuckDB's SQL over named relations; `:name` stands for a parameter."""
        ...


@dataclass(frozen=True, slots=True)
class Settings:
    """How much of the machine the engine may take."""

    memory: str = "300MB"
    threads: int = 2

    @classmethod
    def from_environment(cls) -> Settings:
        return cls(os.environ.get(MEMORY, cls().memory), int(os.environ.get(THREADS, cls().threads)))


IN_MEMORY = Settings(memory="1GB")
"""For what is asked of vault data or blind indexes of whole registers, without a folder to spill into."""


def connect(settings: Settings, folder: Path | None = None) -> duckdb.DuckDBPyConnection:
    """An instance that may read the folder and nothing else: no other file, no extension, no network; locked so.

    Without a folder it reads no file and spills nothing to disk: what it sees stays in memory.
    """
    temporary = str(folder / TEMPORARY / f"{os.getpid()}-{os.urandom(4).hex()}") if folder else ""
    connection = duckdb.connect(
        ":memory:",
        config={"memory_limit": settings.memory, "threads": settings.threads, "temp_directory": temporary},
    )
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute("SET enable_progress_bar = false")
    if folder:
        connection.execute(f"SET allowed_directories = [{quoted(str(folder))}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


@contextmanager
def refusing_what_does_not_fit() -> Iterator[None]:
    """Turn a lack of memory, of room to spill or of a file into a sentence."""
    try:
        yield
    except (duckdb.OutOfMemoryException, duckdb.IOException) as fault:
        words = str(fault).partition("\n")[0]
        raise Refusal(
            Words(
                f"内存、临时空间或数据文件不够用，数仓保持原样；请检查磁盘或调大 {MEMORY}（{words}）",
                f"memory, room to spill or a file is lacking and the warehouse stands as it was: check the disk or raise"
                f" {MEMORY} ({words})",
            )
        ) from fault


class DuckDBEngine:
    """DuckDB over one warehouse folder; one instance in a process, a cursor of its own for each question."""

    def __init__(self, folder: Path, settings: Settings | None = None) -> None:
        self.folder = folder.resolve()
        self.connection = connect(settings or Settings.from_environment(), self.folder)

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection to the same instance; temporary tables are its own and end with it."""
        return self.connection.cursor()

    def query(self, sql: str, tables: Mapping[str, Relation], parameters: Mapping[str, Any]) -> pa.Table:
        with refusing_what_does_not_fit(), self.cursor() as cursor:
            for name, relation in tables.items():
                cursor.execute(f"CREATE TEMP VIEW {named(name)} AS {relation.over_files()}")
            text, used = with_parameters(sql, parameters)
            return cursor.sql(text, params=used or None).to_arrow_table()


_engines: dict[Path, DuckDBEngine] = {}
_guard = threading.Lock()


def duckdb_of(folder: Path) -> DuckDBEngine:
    """The process's one DuckDB instance for a warehouse folder."""
    with _guard:
        home = folder.resolve()
        if home not in _engines:
            _engines[home] = DuckDBEngine(home)
        return _engines[home]


_sparks: list[Engine] = []


def _spark(start: Callable[[], Engine]) -> Engine:
    """The process's one Spark session."""
    with _guard:
        if not _sparks:
            _sparks.append(start())
        return _sparks[0]


def engine_of(folder: Path) -> Engine:
    """The engine that the installation chose."""
    chosen = os.environ.get(ENGINE, "duckdb")
    if chosen == "duckdb":
        return duckdb_of(folder)
    if chosen == "spark":
        from yaodian.warehouse.spark_engine import SparkEngine  # noqa: PLC0415 - pyspark is optional and starts a JVM

        return _spark(SparkEngine)
    raise Refusal(
        Words(
            f"不认识计算引擎“{chosen}”，{ENGINE} 可写 duckdb 或 spark",
            f"{ENGINE} is {chosen!r}: write duckdb or spark",
        )
    )
