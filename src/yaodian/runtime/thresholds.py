"""界限: the dated parameters that lights depend on (`in_force` reads them)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Shares and chances (0–1), each the parameter of its name.

    `light_amber_share` and `light_orange_share`: the share of time left from which a promise behind its pace turns that
    colour; `light_green_chance` …: the chance of keeping it in time from which it has that colour; `reported_difference`: of
    the measured value; `about_share`: of the promised number.
    """

    light_amber_share: float
    light_orange_share: float
    light_green_chance: float
    light_amber_chance: float
    light_orange_chance: float
    reported_difference: float
    about_share: float
