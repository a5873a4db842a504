"""Spark over a whole city: every indicator for all schools, counties and the city, held against what DuckDB comes to.

`python -m tools.spark_agreement RECORDS` writes out/bars/spark.json; it needs what `make spark` installs.
"""

from __future__ import annotations

import math
import sys
from dataclasses import replace
from pathlib import Path

from tools.bars import Bar, seconds, show, write
from tools.bench_indicators import fresh, work_of
from yaodian.warehouse.evaluate.cells import FIGURES, Cells
from yaodian.warehouse.spark_engine import SparkEngine
from yaodian.workspace.indicators import Indicators
from yaodian.workspace.records_loading import existing

Figures = dict[tuple[str, ...], tuple[float | None, ...]]


def figures(cells: Cells) -> Figures:
    """The figures of each place and slice."""
    rows = cells.table.to_pylist()
    return {tuple(str(row[k]) for k in cells.key_names): tuple(row[name] for name in FIGURES) for row in rows}


def differing(ours: Figures, theirs: Figures) -> list[tuple[str, ...]]:
    """The cells that one side lacks or that differ by more than the last digits."""

    def is_same(a: float | None, b: float | None) -> bool:
        return a == b if a is None or b is None else math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9)

    both = ours.keys() & theirs.keys()
    apart = [key for key in both if not all(map(is_same, ours[key], theirs[key]))]
    return [*apart, *(ours.keys() ^ theirs.keys())]


def main() -> None:
    evaluation = Indicators.of().evaluation(existing(Path(sys.argv[1])))
    work = work_of(evaluation, sorted(evaluation.indicators))
    on_duckdb, on_spark = fresh(evaluation), replace(fresh(evaluation), engine=SparkEngine())
    took = [round(seconds(lambda one=one: one.answer(work.questions)), 3) for one in (on_spark, on_duckdb)]
    ours, theirs = on_duckdb.answer(work.questions), on_spark.answer(work.questions)
    wrong, cells = 0, 0
    for question, found in ours.items():
        own = figures(found)
        odd = differing(own, figures(theirs[question]) if question in theirs else {})
        wrong, cells = wrong + len(odd), cells + len(own)
        if odd:
            sys.stdout.write(f"{question.indicator} {question.level} {question.period}: {len(odd)} cells, {odd[:3]}\n")
    wrong += sum(len(figures(theirs[question])) for question in theirs.keys() - ours.keys())
    says = f"cells that differ of {cells}, {len(evaluation.indicators)} indicators, {on_spark.queries} queries"
    bars = [Bar("indicators.spark_differs", wrong, 0, "cells", 1, {"ours": took[:1], "other": took[1:]}, says)]
    show(bars)
    write("spark", bars)


if __name__ == "__main__":
    main()
