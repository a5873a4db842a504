"""关联模型: how much each level of agreement says, learnt once without labels, kept with a version and used unchanged after."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from yaodian.warehouse.link.comparing import BLOCKS, COMPARISONS, Comparison

SHIPPED = Path(__file__).with_name("model.json")


@dataclass(frozen=True)
class Model:
    """`prior`: the chance that two rows drawn at random are one person; `levels`: for each comparison and level the chance
    of it among pairs of one person (m) and among others (u)."""

    version: str
    prior: float
    levels: Mapping[str, Mapping[str, tuple[float, float]]]

    @classmethod
    def read(cls, file: Path = SHIPPED) -> Model:
        found = json.loads(file.read_text(encoding="utf-8"))
        levels = {c: {level: (m, u) for level, (m, u) in of.items()} for c, of in found["levels"].items()}
        return cls(found["version"], found["prior"], levels)

    def write(self, file: Path) -> None:
        text = {"version": self.version, "prior": self.prior, "levels": self.levels}
        file.write_text(json.dumps(text, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def settings(model: Model | None) -> Any:
    """What Splink is told: our comparisons and blocks, with the model's numbers where there are some."""
    from splink import SettingsCreator, block_on  # noqa: PLC0415 - takes a quarter of a second, linkage alone needs it

    return SettingsCreator(
        link_type="link_only",
        unique_id_column_name="key",
        comparisons=[_comparison(comparison, model) for comparison in COMPARISONS],
        blocking_rules_to_generate_predictions=[block_on(*columns) for columns in BLOCKS],
        probability_two_random_records_match=model.prior if model else 1e-6,
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=False,
    )


def _comparison(comparison: Comparison, model: Model | None) -> Any:
    from splink.comparison_library import CustomComparison  # noqa: PLC0415

    levels: list[Any] = [{"sql_condition": comparison.lacking, "label_for_charts": "lacking", "is_null_level": True}]
    for level in comparison.levels:
        known: dict[str, Any] = {"sql_condition": level.condition, "label_for_charts": level.id}
        if model:
            known["m_probability"], known["u_probability"] = model.levels[comparison.id][level.id]
        levels.append(known)
    return CustomComparison(output_column_name=comparison.id, comparison_levels=levels)


def linker(memory: duckdb.DuckDBPyConnection, left: str, right: str, model: Model | None) -> Any:
    """Splink over two tables made by `prepare`, in the connection that holds them."""
    from splink import DuckDBAPI, Linker  # noqa: PLC0415

    door = DuckDBAPI(connection=memory)
    asked = Linker([door.register(left), door.register(right)], settings(model))
    logging.getLogger("splink").setLevel(logging.ERROR)  # it sets its own when it starts
    return asked
