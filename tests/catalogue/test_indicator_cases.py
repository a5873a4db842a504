"""Every indicator has a case that an official can read: a few rows, and the number that they come to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.warehouse.evaluate.rows import HeldInMemory
from yaodian.declare.indicator import Indicator
from yaodian.declare.parameter import Parameter
from yaodian.domain.period import Period
from yaodian.domain.place import Level
from yaodian.warehouse.engine import DuckDBEngine
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.warehouse.evaluate.question import Question
from yaodian.workspace.bureau import shipped_folder
from yaodian.workspace.parameters import bureau_parameters
from yaodian.workspace.records import records_catalogue

FOLDER = Path(__file__).parent.parent / "cases" / "indicators"
CATALOGUE = records_catalogue()
PARAMETERS = CATALOGUE.of(Parameter) | bureau_parameters(shipped_folder())
CITY = "520300"


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> DuckDBEngine:
    """One engine for all cases: it reads every test's own folder."""
    return DuckDBEngine(tmp_path_factory.getbasetemp())


@pytest.mark.parametrize("id", CATALOGUE.of(Indicator))
def test_an_indicator_comes_to_the_number_of_its_case(id: str, tmp_path: Path, engine: DuckDBEngine) -> None:  # noqa: A002
    path = FOLDER / f"{id}.yaml"
    assert path.exists(), f"write a case: {path.name}"
    case = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    held = HeldInMemory(tmp_path, case["rows"])
    evaluation = Evaluation(held, engine, CATALOGUE, PARAMETERS, CITY)  # type: ignore[arg-type]
    assert case["expect"], "a case expects at least one number"
    for expected in case["expect"]:
        _holds(evaluation, id, str(case["period"]), dict(expected))


def _holds(evaluation: Evaluation, id: str, period: str, expected: dict[str, Any]) -> None:  # noqa: A002
    slices = expected.pop("by", {})
    question = Question(id, Level(expected.pop("level", "city")), Period(expected.pop("period", period)), tuple(slices))
    place = str(expected.pop("place", CITY))
    cells = evaluation.answer([question])[question].table.to_pylist()
    wanted = {"place": place, **{name: str(value) for name, value in slices.items()}}
    found = [cell for cell in cells if wanted.items() <= cell.items()]
    assert len(found) == (0 if expected.get("none") else 1), (wanted, cells)
    expected.pop("none", None)
    for name, value in expected.items():
        assert found[0][name] == (value if value is None else pytest.approx(value, rel=1e-6)), (name, found[0])


def test_every_case_is_of_an_indicator_that_exists() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} <= set(CATALOGUE.of(Indicator))
