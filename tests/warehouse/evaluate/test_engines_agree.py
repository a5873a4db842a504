"""Both engines give the same cells for every indicator over a register, from the rows of all their cases together.

What is made of other values is computed from these cells, on no engine.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.warehouse.evaluate.rows import HeldInMemory, Rows
from yaodian.declare.indicator import Indicator
from yaodian.declare.parameter import Parameter
from yaodian.declare.register import Register
from yaodian.domain.period import Period
from yaodian.domain.place import CITY
from yaodian.warehouse.engine import DuckDBEngine, Engine, engine_of
from yaodian.warehouse.evaluate.cells import FIGURES, Cells
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.warehouse.evaluate.question import Question
from yaodian.workspace.bureau import shipped_folder
from yaodian.workspace.parameters import bureau_parameters
from yaodian.workspace.records import records_catalogue

CASES = Path(__file__).parents[2] / "cases" / "indicators"
CATALOGUE = records_catalogue()
INDICATORS, REGISTERS = CATALOGUE.of(Indicator), CATALOGUE.of(Register)
PARAMETERS = CATALOGUE.of(Parameter) | bureau_parameters(shipped_folder())
READ = sorted({indicator.registers()[0] for indicator in INDICATORS.values() if not indicator.of})

pytestmark = [
    pytest.mark.skipif(find_spec("pyspark") is None, reason="pyspark is not installed; `make spark` installs it"),
    pytest.mark.skipif(os.environ.get("YAODIAN_ENGINE") != "spark", reason="starts a JVM: run by `make spark`"),
]


@cache
def case_of(id: str) -> dict[str, Any]:  # noqa: A002 - the word of the house
    found: dict[str, Any] = YAML(typ="safe").load((CASES / f"{id}.yaml").read_text(encoding="utf-8"))
    return found


def over(register: str) -> list[str]:
    return [id for id, one in INDICATORS.items() if not one.of and one.registers()[0] == register]  # noqa: A001


def pooled(ids: list[str]) -> dict[str, Rows]:
    """The rows of these cases together; of rows that tell of one thing on one day the first."""
    pool: dict[str, dict[tuple[object, ...], Any]] = {}
    for id in ids:  # noqa: A001
        for register, rows in case_of(id)["rows"].items():
            declared = REGISTERS[register]
            hidden = not declared.key or any(declared.column(name).vault for name in declared.key)
            for number, row in enumerate(rows):
                named = (id, number) if hidden else (*(row.get(name) for name in declared.key), row.get("valid_from"))
                pool.setdefault(register, {}).setdefault(named, row)
    return {register: list(rows.values()) for register, rows in pool.items()}


def questions(ids: list[str]) -> Iterator[Question]:
    """Each indicator for its case's period: the city whole and by each of its slices, and its smallest places."""
    for id in ids:  # noqa: A001
        indicator, period = INDICATORS[id], Period(str(case_of(id)["period"]))
        yield Question(id, indicator.grain[0], period)
        yield from (Question(id, CITY, period, by) for by in [(), *((name,) for name in indicator.disaggregations)])


def cells_of(engine: Engine, held: HeldInMemory, ids: list[str]) -> dict[Question, Cells]:
    evaluation = Evaluation(held, engine, CATALOGUE, PARAMETERS, "520300")  # type: ignore[arg-type]
    return evaluation.answer(questions(ids))


def figures(cells: Cells) -> dict[tuple[str, ...], dict[str, float]]:
    """The figures that there are, by place and slices."""
    rows = cells.table.to_pylist()
    found = {
        tuple(str(row[k]) for k in cells.key_names): {n: row[n] for n in FIGURES if row[n] is not None} for row in rows
    }
    assert len(found) == len(rows)
    return found


@pytest.mark.parametrize("register", READ)
def test_spark_comes_to_the_cells_that_duckdb_comes_to(register: str, tmp_path: Path) -> None:
    ids = over(register)
    held = HeldInMemory(tmp_path, pooled(ids))
    ours = cells_of(DuckDBEngine(tmp_path), held, ids)
    theirs = cells_of(engine_of(tmp_path), held, ids)
    assert {question.indicator for question in ours} == set(ids)
    assert theirs.keys() == ours.keys()
    for question, cells in ours.items():
        wanted, found = figures(cells), figures(theirs[question])
        assert found.keys() == wanted.keys(), question
        for key, row in wanted.items():
            assert found[key] == pytest.approx(row, rel=1e-9), (question, key)
    assert any(row.get("value") for cells in ours.values() for row in figures(cells).values())
