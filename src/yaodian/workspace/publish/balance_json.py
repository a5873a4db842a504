"""均衡数据: a county's balance as data: numbers as numbers, one object a stage."""

from __future__ import annotations

from typing import Any

from yaodian.workspace.balance.county_balance import CountyBalance
from yaodian.workspace.balance.judging import SchoolValues, StageResult
from yaodian.workspace.balance.repairing import StageRepair
from yaodian.workspace.balance.schools import School


def as_json(balance: CountyBalance) -> dict[str, Any]:
    """The whole answer; lists by item are in the order of `items`, amounts in the unit of `amount_unit`. `met` is true,
    false or null (not decided)."""
    judged = balance.judged
    return {
        "county": judged.county.code,
        "name": judged.county.name,
        "rule": judged.standard.rule,
        "standard": judged.standard.id,
        "reference": judged.standard.reference,
        "on": judged.on.isoformat(),
        "release": judged.release,
        "met": judged.is_met,
        "unverified": sorted(judged.unverified),
        "items": [
            {
                "indicator": measured.ratio.id,
                "label": measured.ratio.label,
                "unit": measured.ratio.unit.symbol,
                "amount": measured.amount.id,
                "amount_unit": measured.amount.unit.symbol,
            }
            for measured in judged.items
        ],
        "undecided_schools": [_name(school) for school in judged.undecided],
        "stages": [_stage(stage) for stage in judged.stages],
        "repairs": None if balance.repairs is None else [_repair(found) for found in balance.repairs],
    }


def _name(school: School) -> dict[str, str]:
    return {"school": school.code, "name": school.name}


def _stage(stage: StageResult) -> dict[str, Any]:
    return {
        "stage": stage.stage,
        "met": stage.is_met,
        "pupils": stage.pupils,
        "thresholds": stage.thresholds,
        "means": stage.means,
        "coefficients": stage.coefficients,
        "limit": stage.limit,
        "composite": stage.composite,
        "within_limit": stage.is_within,
        "over": stage.over,
        "schools": [_school(school) for school in stage.schools],
        "without_pupils": [_name(school) for school in stage.without_pupils],
    }


def _school(school: SchoolValues) -> dict[str, Any]:
    return {
        **_name(school.school),
        "pupils": school.pupils,
        "amounts": school.amounts,
        "values": school.values,
        "standings": school.standings,
        "missing": school.missing,
        "met": school.is_met,
    }


def _repair(found: StageRepair) -> dict[str, Any]:
    repair = found.repair
    has_one = repair.additions is not None
    return {
        "stage": found.stage,
        "outcome": repair.outcome,
        "cost_yuan": repair.cost if has_one else None,
        "bound_yuan": repair.bound,
        "gap": repair.gap if has_one else None,
        "seconds": repair.seconds,
        "unit_costs_yuan": found.costs,
        "coefficients_after": repair.variations if has_one else None,
        "schools": [
            {**_name(school.school), "additions": found.additions(place), "cost_yuan": found.cost(place)}
            for place, school in enumerate(found.schools if has_one else ())
        ],
        "left_out": [_name(school.school) for school in found.unknown],
    }
