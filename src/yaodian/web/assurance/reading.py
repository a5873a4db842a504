"""保障情况: what each programme came to last, of the city or of one county, beside the cases of those left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count

from yaodian.declare.column import CODE, Code, Column
from yaodian.domain.entry import Act
from yaodian.runtime.lifecycle import Phase
from yaodian.web.assurance.cases import KIND
from yaodian.web.assurance.models import LeftOut, ProgrammeResult
from yaodian.web.installation import supervision
from yaodian.web.work.models import EntryRow
from yaodian.workspace.assuring import Told, programmes

STATES = ("served", "gap", "unclear", "unknown")


@dataclass(frozen=True, slots=True)
class Cases:
    """Cases of those left out: all, not closed out, and of these not yet accepted by who answers for them."""

    found: int = 0
    open: int = 0
    unaccepted: int = 0

    @property
    def closed(self) -> int:
        return self.found - self.open


@dataclass(frozen=True, slots=True)
class Standing:
    """A programme at a place: persons by state as it came to last (None: never reconciled), and its cases."""

    programme: Told
    result: ProgrammeResult | None
    states: Mapping[str, int]
    cases: Cases

    @property
    def is_recorded(self) -> bool:
        return self.result is not None and self.result.is_recorded

    @property
    def cohort(self) -> int:
        return sum(self.states.values())

    @property
    def share(self) -> float | None:
        """Served of those of whom it is known; None where it is known of fewer than half."""
        known = self.states.get("served", 0) + self.states.get("gap", 0)
        return self.states.get("served", 0) / known if 2 * known >= self.cohort > 0 else None


def standings(county: str = "") -> list[Standing]:
    """Each programme, of the city or of a county."""
    newest = _newest()
    cases = _cases(("programme",), county)
    return [
        Standing(one, newest.get(one.id), _states(newest.get(one.id), county), cases.get((one.id,), Cases()))
        for one in programmes().values()
    ]


def by_county(programme: Told, result: ProgrammeResult, counties: Sequence[str]) -> list[tuple[str, Standing]]:
    """The programme in each county, in the order given; "" last for those whom no county is known to answer for."""
    cases = _cases(("county",), "", programme.id)
    known = [*counties, *sorted(set(result.counties) - set(counties), key=lambda code: (not code, code))]
    return [
        (code, Standing(programme, result, result.counties.get(code, {}), cases.get((code,), Cases())))
        for code in known
    ]


def answers(programme: str, county: str) -> list[tuple[Column, list[tuple[Code, int]]]]:
    """Of each code that steps of its cases ask, in how many cases each was told, the most first; codes never told are left out."""
    rows = EntryRow.objects.filter(act=Act.STEP, data__has_key="details", item__left_out__programme=programme)
    rows = rows.filter(item__left_out__county=county) if county else rows
    told: dict[str, dict[str, set[str]]] = {}
    for item, data in rows.values_list("item_id", "data"):
        for name, said in data["details"].items():
            told.setdefault(name, {}).setdefault(said, set()).add(item)
    newest = max(supervision().kinds[KIND].editions["steps"].items())[1]
    asked = {column.name: column for step in newest for column in step.asks if column.type is CODE}
    found = []
    for name, column in asked.items():
        counts = Counter(
            {code: len(cases) for said, cases in told.get(name, {}).items() if (code := column.code_of(said))}
        )
        if counts:
            found.append((column, counts.most_common()))
    return found


def _newest() -> dict[str, ProgrammeResult]:
    """The last result of each programme; of a service that has no record in the new term yet, that of the last one."""
    found: dict[str, int] = {}
    rows = ProgrammeResult.objects.order_by("on", "pk").values_list("programme", "pk", "tally__is_recorded")
    for programme, pk, is_recorded in rows:
        if is_recorded or programme not in found:
            found[programme] = pk
    held = ProgrammeResult.objects.in_bulk(list(found.values()))
    return {programme: held[pk] for programme, pk in found.items()}


def _states(result: ProgrammeResult | None, county: str) -> Mapping[str, int]:
    if result is None:
        return {}
    if county:
        found: Mapping[str, int] = result.counties.get(county, {})
        return found
    return {state: result.tally[state] for state in STATES}


def _cases(by: Sequence[str], county: str, programme: str = "") -> dict[tuple[str, ...], Cases]:
    """Cases counted by these columns."""
    rows = LeftOut.objects.all()
    rows = rows.filter(county=county) if county else rows
    rows = rows.filter(programme=programme) if programme else rows
    counts: dict[tuple[str, ...], Counter[str]] = {}
    for *key, phase, count in rows.values_list(*by, "item__phase").annotate(Count("pk")):
        told = counts.setdefault(tuple(key), Counter())
        told["found"] += count
        told["open"] += count if phase != Phase.CLOSED.value else 0
        told["unaccepted"] += count if phase in _UNACCEPTED else 0
    return {key: Cases(told["found"], told["open"], told["unaccepted"]) for key, told in counts.items()}


_UNACCEPTED = (Phase.OPENED.value, Phase.ASSIGNED.value)
