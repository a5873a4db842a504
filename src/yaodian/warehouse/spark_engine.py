"""Spark: the second engine, for a city that one machine is too small for; it reads the same files of the same release."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import sqlglot
from pyspark.sql import SparkSession

from yaodian.warehouse.relation import Relation
from yaodian.warehouse.sql import for_spark

MASTER = "YAODIAN_SPARK_MASTER"
_LOOPBACK = "127.0.0.1"


class SparkEngine:
    """A Spark session on this machine, or on the standalone master that YAODIAN_SPARK_MASTER names; loopback only."""

    def __init__(self) -> None:
        builder = SparkSession.builder.master(os.environ.get(MASTER, "local[2]")).appName("yaodian")
        settings = {
            "spark.driver.host": _LOOPBACK,
            "spark.driver.bindAddress": _LOOPBACK,
            "spark.ui.enabled": "false",
            "spark.sql.session.timeZone": "UTC",
            "spark.sql.ansi.enabled": "true",
            "spark.sql.shuffle.partitions": "4",
            "spark.sql.parquet.mergeSchema": "true",
            "spark.sql.caseSensitive": "true",
        }
        for name, value in settings.items():
            builder = builder.config(name, value)
        self.session = builder.getOrCreate()

    def query(self, sql: str, tables: Mapping[str, Relation], parameters: Mapping[str, Any]) -> pa.Table:
        session = self.session.newSession()
        for name, relation in tables.items():
            source = relation.nothing
            if relation.files:
                source = f"{name}_files"
                session.read.parquet(*map(str, relation.files)).createOrReplaceTempView(source)
            view = sqlglot.transpile(relation.over(source), read="duckdb", write="spark")[0]
            session.sql(f"CREATE OR REPLACE TEMPORARY VIEW {name} AS {view}")
        text, used = for_spark(sql, parameters)
        return session.sql(text, args=used or None).toArrow()
