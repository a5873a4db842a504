"""最省修补: the cheapest additions after which every school reaches its thresholds and no resource varies too much.

Nothing is taken from any school: the only way down for a coefficient of variation is up for those who have less. The
programme (`repair_model`) is solved in rounds: HiGHS solves an outline of the limits, what it proves is a lower bound of
every repair; its solution is raised until it keeps the limits to the last digit, which is a repair that can be built; and
the outline is drawn closer where the solution crossed it. So cost and bound are always both known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from time import monotonic

import numpy as np

from yaodian.algorithms.columns import SLACK, Floats, above_zero, from_zero
from yaodian.algorithms.repair_model import County, Grid, Outline, Solved
from yaodian.algorithms.variation import weighted_coefficient_of_variation


class Outcome(StrEnum):
    """What is known of a repair: proven cheapest within the gap asked for, found but not proven so, proven impossible,
    or none found in the time given."""

    CHEAPEST = "cheapest"
    FOUND = "found"
    IMPOSSIBLE = "impossible"
    NONE_FOUND = "none_found"


@dataclass(frozen=True, slots=True)
class Resource:
    """A resource of all schools: `amount` of each, the `threshold` for each pupil, the `limit` of its coefficient of
    variation (inf where there is none), what a unit costs, whether it comes in `whole` units (teachers, rooms), the
    `most` that can be added to each school (None: any amount), and the `step` that what is not whole is rounded up to
    (0.01 yuan; 0: not rounded), so that the repair can be written down to the last digit."""

    amount: Sequence[float]
    threshold: float
    limit: float
    unit_cost: float
    whole: bool = False
    most: Sequence[float] | None = None
    step: float = 0.0


@dataclass(frozen=True, slots=True)
class Repair:
    """`additions` of each resource to each school (None where none were found) and their `cost`; no repair costs less
    than `bound`; `variations` are the coefficients after it; `seconds` is how long it took in how many `rounds`."""

    outcome: Outcome
    additions: tuple[tuple[float, ...], ...] | None
    cost: float
    bound: float
    variations: tuple[float, ...]
    rounds: int
    seconds: float

    @property
    def gap(self) -> float:
        """How much cheaper than this a repair might be at most, as a share of the cost; inf where none was found."""
        if self.additions is None:
            return float("inf")
        return max(self.cost - self.bound, 0.0) / self.cost if self.cost else 0.0


def cheapest_repair(
    pupils: Sequence[float],
    resources: Sequence[Resource],
    *,
    required: int,
    rest: float,
    gap: float = 1e-3,
    time_limit: float = 60.0,
) -> Repair:
    """The cheapest additions after which each school reaches `required` of its thresholds and of the others at least
    the share `rest`, and the weighted coefficient of variation of each resource is at most its limit.

    It is called cheapest when no repair can be cheaper by more than the share `gap`. After `time_limit` seconds the best
    one found is given with the bound proven so far. ValueError for columns that are not what they must be.
    """
    started = monotonic()
    county, amounts, sizes = _county(pupils, resources, required, rest)
    outline, best, bound, rounds = Outline(county), _Best(county, amounts, sizes, _steps(resources)), 0.0, 0
    impossible = bool((county.least > county.most + SLACK).any() or (county.in_reach.sum(axis=0) < required).any())
    while not impossible and not best.is_within(bound, gap) and (monotonic() < started + time_limit or not rounds):
        if outline.is_whole and best.additions is not None:
            outline.start_from(best.additions)
        solved = outline.solve(started + time_limit, gap / 2)
        rounds += 1
        risen, impossible, bound = solved.bound - bound, solved.is_infeasible, max(bound, solved.bound)
        if solved.additions is None:
            break
        best.take(solved)
        close = outline.outline(*outline.crossed(solved.additions))
        if outline.is_whole and not close:
            break
        if not outline.is_whole and (not close or risen < gap / 10 * bound or monotonic() > started + time_limit / 2):
            outline.make_whole()
    return best.repair(impossible, bound, gap, rounds, monotonic() - started)


def _county(
    pupils: Sequence[float], resources: Sequence[Resource], required: int, rest: float
) -> tuple[County, Grid, Floats]:
    sizes = above_zero("pupils", pupils)
    if not resources or not 0 <= required <= len(resources) or not 0 <= rest <= 1:
        raise ValueError(f"{required} of {len(resources)} thresholds and the share {rest} of the others make no rule")
    thresholds = above_zero("thresholds", [resource.threshold for resource in resources])
    costs = above_zero("unit costs", [resource.unit_cost for resource in resources])
    limits = np.array([resource.limit for resource in resources], dtype=float)
    if not (limits > 0).all():
        raise ValueError("a limit of variation is above 0")
    whole = np.array([resource.whole for resource in resources])
    amounts = np.array([from_zero("amount", resource.amount, sizes.size) for resource in resources])
    wanted = thresholds[:, None] * sizes
    units = np.where(whole[:, None], 1.0, wanted)
    room = [np.full(sizes.size, np.inf) if r.most is None else from_zero("most", r.most, sizes.size) for r in resources]
    most = np.where(whole[:, None], np.floor(room), np.array(room) / units)
    least, full = (_needed(amounts, share * wanted, units, whole) for share in (rest, 1.0))
    county = County(
        units=units,
        have=amounts / wanted,
        per=units / wanted,
        least=least,
        full=full,
        most=most,
        price=costs[:, None] * units,
        whole=whole,
        limits=limits,
        weights=sizes / sizes.sum(),
        required=required,
    )
    return county, amounts, sizes


def _steps(resources: Sequence[Resource]) -> Floats:
    steps = np.array([0.0 if resource.whole else resource.step for resource in resources])
    return from_zero("step", steps)


def _needed(amounts: Grid, wanted: Grid, units: Grid, whole: np.ndarray) -> Grid:
    """The additions, in their units, that lift amounts to what is wanted."""
    short = np.where(amounts >= wanted * (1 - SLACK), 0.0, wanted - amounts) / units
    needed: Grid = np.where(whole[:, None], np.ceil(short - SLACK), short)
    return needed


class _Best:
    """The cheapest repair so far, made of the solutions of outlines."""

    def __init__(self, county: County, amounts: Grid, sizes: Floats, steps: Floats) -> None:
        self.county, self.amounts, self.sizes, self.steps = county, amounts, sizes, steps
        self.additions: Grid | None = None
        self.cost = np.inf

    def is_within(self, bound: float, gap: float) -> bool:
        return self.additions is not None and self.cost - bound <= gap * self.cost + SLACK * self.cost

    def take(self, solved: Solved) -> None:
        """Keep a solution, raised until it is a repair, if it is cheaper."""
        assert solved.additions is not None and solved.reached is not None
        tries = [self._whole(solved.additions, solved.reached, upward) for upward in (1 - 1e-6, 0.5, 0.0)]
        rows = []
        for r, price in enumerate(self.county.price):
            raised = [row for additions in tries if (row := self._raised(r, additions[r])) is not None]
            if not raised:
                return
            rows.append(min(raised, key=lambda row: float(row @ price)))
        additions = np.array(rows)
        cost = float((additions * self.county.price).sum())
        if cost < self.cost:
            self.additions, self.cost = additions, cost

    def _whole(self, additions: Grid, reached: Grid, upward: float) -> Grid:
        """Whole things whole, a part above `1 - upward` counting as one more; and of each school the thresholds that
        count most as reached, or cost least, reached."""
        county = self.county
        raised = np.where(county.whole[:, None], np.floor(additions + upward), additions)
        raised = np.maximum(raised, county.least)
        missing = np.where(county.in_reach, np.maximum(county.full - raised, 0.0) * county.price, np.inf)
        order = np.lexsort((missing, -np.round(reached, 6)), axis=0)[: county.required]
        chosen = np.zeros(additions.shape, dtype=bool)
        np.put_along_axis(chosen, order, True, axis=0)
        raised = np.where(chosen, np.maximum(raised, county.full), raised)
        stepped = np.array([self._stepped(r, row) for r, row in enumerate(raised)])
        kept: Grid = np.minimum(stepped, county.most)
        return kept

    def _stepped(self, r: int, additions: Floats) -> Floats:
        """The additions rounded up to the steps of their resource."""
        if not self.steps[r]:
            return additions
        steps = self.steps[r] / self.county.units[r]
        stepped: Floats = np.ceil(additions / steps - 1e-6) * steps
        return stepped

    def _raised(self, r: int, additions: Floats) -> Floats | None:
        """The additions raised to the lowest common ratio that keeps the limit; None where the room does not allow it."""
        county, amounts = self.county, self.amounts[r]

        def upto(level: float) -> Floats:
            needed = _needed(amounts[None], level * self.sizes[None], county.units[[r]], county.whole[[r]])[0]
            raised: Floats = np.maximum(additions, np.minimum(self._stepped(r, needed), county.most[r]))
            return raised

        def is_kept(tried: Floats) -> bool:
            after = amounts + tried * county.units[r]
            return not weighted_coefficient_of_variation(after, self.sizes) > county.limits[r]

        if is_kept(additions):
            return additions
        ratios = (amounts + additions * county.units[r]) / self.sizes
        low, high = float(ratios.min()), float(ratios.max())
        if not is_kept(upto(high)):
            return None
        for _ in range(60):
            middle = (low + high) / 2
            low, high = (low, middle) if is_kept(upto(middle)) else (middle, high)
        return upto(high)

    def repair(self, impossible: bool, bound: float, gap: float, rounds: int, seconds: float) -> Repair:
        county = self.county
        if self.additions is None:
            outcome = Outcome.IMPOSSIBLE if impossible else Outcome.NONE_FOUND
            return Repair(outcome, None, float("inf"), bound, (), rounds, seconds)
        added = self.additions * county.units
        after = (weighted_coefficient_of_variation(x, self.sizes) for x in self.amounts + added)
        outcome = Outcome.CHEAPEST if self.is_within(bound, gap) else Outcome.FOUND
        rows = tuple(tuple(float(one) for one in row) for row in added)
        return Repair(outcome, rows, self.cost, min(bound, self.cost), tuple(after), rounds, seconds)
