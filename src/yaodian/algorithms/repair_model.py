"""修补模型: the cheapest repair as a mixed-integer programme whose curved limits are outlined by tangents.

With qᵢ the ratio of a school in units of its threshold, wᵢ its weight, X = Σ wᵢqᵢ and uᵢ = qᵢ − X, the limit on the
coefficient of variation is Σ wᵢuᵢ² ≤ L²X². Divided by X it is Σ wᵢsᵢ ≤ L²X with sᵢ ≥ uᵢ²/X, and each of these small cones
lies above its tangents sᵢ ≥ 2c·uᵢ − c²X for every number c. The programme with any tangents thus costs no more than the
real one: what HiGHS proves of it is a bound. One cone for each school needs far fewer tangents than one for all.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import Any

import numpy as np
import numpy.typing as npt

from yaodian.algorithms.columns import SLACK, Floats

Grid = npt.NDArray[np.float64]  # resources × schools
FIRST_TANGENTS = (-0.75, -0.5, -0.25, 0.25, 0.5, 1.0)


@dataclass(frozen=True, slots=True)
class County:
    """The numbers of a repair, resources × schools. A unit of addition is one of whole things, else what the school's
    threshold asks for: `units` is how much of the resource it is, `per` what it adds to a ratio in units of its
    threshold, `price` what it costs. `have` is that ratio now; `least` and `full` the additions that reach the share of
    the threshold which every school must and the threshold itself, `most` those there is room for."""

    units: Grid
    have: Grid
    per: Grid
    least: Grid
    full: Grid
    most: Grid
    price: Grid
    whole: npt.NDArray[np.bool_]
    limits: Floats
    weights: Floats
    required: int

    @property
    def in_reach(self) -> npt.NDArray[np.bool_]:
        """The thresholds that there is room to reach."""
        return self.full <= self.most + SLACK


@dataclass(frozen=True, slots=True)
class Solved:
    """Additions and, of each threshold, how far it counts as reached (0–1); None where none were found. The bound holds
    for every repair; `is_infeasible` is proven."""

    additions: Grid | None
    reached: Grid | None
    bound: float
    is_infeasible: bool


class Outline:
    """The programme, which tangents are added to between solutions."""

    def __init__(self, county: County) -> None:
        import highspy  # noqa: PLC0415 - slow to import, and only repairs need it

        highs: Any = highspy
        self.county, self.highs = county, highs
        resources, schools = county.have.shape
        self.size = resources * schools
        self.additions = np.arange(self.size).reshape(county.have.shape)
        self.reached, self.cones = self.additions + self.size, self.additions + 2 * self.size
        self.means = np.arange(resources) + 3 * self.size
        self.scale = float(np.mean(county.price))
        self.is_whole = False
        self.solver = highs.Highs()
        self.solver.setOptionValue("output_flag", False)
        self._columns()
        self._rules()
        self._limits()
        for slope in FIRST_TANGENTS:
            self.outline(np.full(county.have.shape, slope), np.ones(county.have.shape, dtype=bool))

    def _columns(self) -> None:
        county, inf = self.county, self.highs.kHighsInf
        free = county.full <= county.least  # the threshold costs nothing beyond what every school must have
        none, in_reach = np.zeros(self.size), county.in_reach.ravel().astype(float)
        lower = np.concatenate([county.least.ravel(), free.ravel().astype(float), none, np.zeros(self.means.size)])
        upper = np.concatenate([county.most.ravel(), in_reach, np.full(self.size + self.means.size, inf)])
        upper[np.isinf(upper)] = inf
        count = lower.size
        cost = np.concatenate([county.price.ravel() / self.scale, np.zeros(count - self.size)])
        self.solver.addCols(count, cost, lower, upper, 0, [], [], [])

    def _rules(self) -> None:
        """A threshold counts where the additions reach it; each school reaches as many as are required."""
        county = self.county
        step = county.full - county.least
        for r, i in np.argwhere(step > 0):
            self._row(county.least[r, i], None, [self.additions[r, i], self.reached[r, i]], [1.0, -step[r, i]])
        for i in range(county.have.shape[1]):
            self._row(county.required, None, self.reached[:, i], np.ones(county.have.shape[0]))

    def _limits(self) -> None:
        """X is the weighed mean of the ratios; the weighed cones stay below L²X."""
        county = self.county
        for r in range(self.means.size):
            columns, mean = [*self.additions[r], self.means[r]], -float(county.weights @ county.have[r])
            self._row(mean, mean, columns, [*(county.weights * county.per[r]), -1.0])
            if np.isfinite(county.limits[r]):
                columns = [*self.cones[r], self.means[r]]
                self._row(None, 0.0, columns, [*county.weights, -(county.limits[r] ** 2)])

    def _row(self, lower: float | None, upper: float | None, columns: Any, values: Any) -> None:
        inf = self.highs.kHighsInf
        low, high = -inf if lower is None else float(lower), inf if upper is None else float(upper)
        self.solver.addRow(
            low, high, len(columns), np.asarray(columns, dtype=np.int32), np.asarray(values, dtype=float)
        )

    def outline(self, slopes: Grid, where: npt.NDArray[np.bool_]) -> int:
        """Add the tangents of these slopes, of limited resources only; how many were added."""
        county = self.county
        chosen = np.argwhere(where & np.isfinite(county.limits)[:, None])
        if not chosen.size:
            return 0
        r, i = chosen.T
        c = slopes[r, i]
        columns = np.stack([self.cones[r, i], self.additions[r, i], self.means[r]], axis=1).astype(np.int32)
        values = np.stack([np.ones(c.size), -2 * c * county.per[r, i], 2 * c + c**2], axis=1)
        starts = np.arange(0, 3 * c.size, 3, dtype=np.int32)
        above = np.full(c.size, self.highs.kHighsInf)
        lower = 2 * c * county.have[r, i]
        self.solver.addRows(c.size, lower, above, 3 * c.size, starts, columns.ravel(), values.ravel())
        return int(c.size)

    def make_whole(self) -> None:
        """From here on solutions count whole things and reach thresholds or not."""
        whole = np.flatnonzero(np.repeat(self.county.whole, self.county.have.shape[1]))
        columns = np.concatenate([whole, self.reached.ravel()]).astype(np.int32)
        kinds = np.full(columns.size, int(self.highs.HighsVarType.kInteger), dtype=np.uint8)
        self.solver.changeColsIntegrality(columns.size, columns, kinds)
        self.is_whole = True

    def start_from(self, additions: Grid) -> None:
        """Give the solver a repair to improve on."""
        county = self.county
        slopes, means = self._slopes(additions)
        values = np.concatenate([additions, additions >= county.full, slopes**2 * means[:, None]], axis=None)
        start = self.highs.HighsSolution()
        start.col_value = [*values.tolist(), *means.tolist()]
        self.solver.setSolution(start)

    def solve(self, until: float, gap: float) -> Solved:
        """The cheapest additions within the outline, found by the instant `until` (monotonic seconds)."""
        left = max(until - monotonic(), 0.01)
        past = (
            0.0 if self.is_whole else self.solver.getRunTime()
        )  # a linear programme's clock goes on, a whole one's begins
        self.solver.setOptionValue("time_limit", past + left)
        self.solver.setOptionValue("mip_rel_gap", gap)
        self.solver.run()
        status, info = self.solver.getModelStatus(), self.solver.getInfo()
        statuses = self.highs.HighsModelStatus
        if status == statuses.kInfeasible:
            return Solved(None, None, np.inf, True)
        bound = info.mip_dual_bound if self.is_whole else info.objective_function_value
        if not self.is_whole and status != statuses.kOptimal:
            bound = 0.0
        if info.primal_solution_status != self.highs.SolutionStatus.kSolutionStatusFeasible:
            return Solved(None, None, max(bound, 0.0) * self.scale, False)
        found = np.asarray(self.solver.getSolution().col_value)
        return Solved(found[self.additions], found[self.reached], max(bound, 0.0) * self.scale, False)

    def crossed(self, additions: Grid) -> tuple[Grid, npt.NDArray[np.bool_]]:
        """The slopes at which tangents touch at these additions, and the schools whose cone lies above its value."""
        slopes, means = self._slopes(additions)
        cones = np.asarray(self.solver.getSolution().col_value)[self.cones] / means[:, None]
        return slopes, slopes**2 - cones > 1e-7

    def _slopes(self, additions: Grid) -> tuple[Grid, Floats]:
        """Of each school how far its ratio lies from the mean, as a share of the mean; and the means."""
        ratios = self.county.have + self.county.per * additions
        means: Floats = ratios @ self.county.weights
        return ratios / np.maximum(means, 1e-300)[:, None] - 1, means
