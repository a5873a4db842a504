"""学习: the numbers of a linkage model, estimated without labels by expectation maximisation (Fellegi and Sunter; Splink)."""

from __future__ import annotations

from typing import Any

import duckdb

from yaodian.warehouse.link.comparing import COMPARISONS
from yaodian.warehouse.link.model import Model, linker

SURE = ("name", "birth", "guardian")
"""Pairs equal in these are nearly always one person: from their number the prior is estimated."""
SURE_RECALL = 0.7
ROUNDS = (("address", "birth"), ("guardian", "birth"), ("name", "address"), ("birth", "family_sound"))
"""Each round learns what it does not hold equal; together they cover every comparison."""
UNSEEN_M, UNSEEN_U = 0.005, 1e-6
"""Chances of a level that no pair of the training showed: rare among pairs of one person, rarer among others."""
LEAST_M = 0.001
"""No error is impossible: a family moves to another county, though no family of the training city did."""
SAMPLED_PAIRS = 3e6


def trained(memory: duckdb.DuckDBPyConnection, left: str, right: str, version: str, seed: int = 1) -> Model:
    """The model of two tables made by `prepare`."""
    from splink import block_on  # noqa: PLC0415 - takes a quarter of a second, linkage alone needs it

    asked = linker(memory, left, right, None)
    asked.training.estimate_probability_two_random_records_match([block_on(*SURE)], recall=SURE_RECALL)
    asked.training.estimate_u_using_random_sampling(max_pairs=SAMPLED_PAIRS, seed=seed)
    for columns in ROUNDS:
        asked.training.estimate_parameters_using_expectation_maximisation(block_on(*columns))
    return _model(asked.misc.save_model_to_json(), version)


def _model(saved: dict[str, Any], version: str) -> Model:
    by_name = {comparison["output_column_name"]: comparison["comparison_levels"] for comparison in saved["comparisons"]}
    levels = {}
    for comparison in COMPARISONS:
        found = {level["label_for_charts"]: level for level in by_name[comparison.id]}
        levels[comparison.id] = {
            level.id: (
                max(found[level.id].get("m_probability") or UNSEEN_M, LEAST_M),
                found[level.id].get("u_probability") or UNSEEN_U,
            )
            for level in comparison.levels
        }
    return Model(version, saved["probability_two_random_records_match"], levels)
