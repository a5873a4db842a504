"""The map of the mission: what a user can do for each measure of a bureau's plan, and how much of it is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from yaodian.declare.catalogue import Catalogue
from yaodian.domain.finding import Refusal, Words

YEAR = 2020  # of the plan whose measures the file describes
SHIPPED = Path(__file__).parents[1] / "bureaus" / "zunyi" / "capabilities.yaml"

SERVING_FORMS = ("command", "page", "kind", "register", "indicator", "method", "rule")
NEEDED = ("measure", "subject", "kind", "status", "serves", "does")


class Status(StrEnum):
    """How much of a line is there. `generic` measures are tracked like any work item, on purpose and with a reason."""

    WORKS = "works"
    PLANNED = "planned"
    GENERIC = "generic on purpose"

    @property
    def words(self) -> Words:
        return _STATUSES[self]


_STATUSES = {
    Status.WORKS: Words("可用", "works"),
    Status.PLANNED: Words("在建", "being built"),
    Status.GENERIC: Words("按事项跟踪", "tracked as work"),
}


@dataclass(frozen=True, slots=True)
class Served:
    """One thing that serves a measure: its form (`register`) and its name (`meal_purchases`)."""

    form: str
    name: str


@dataclass(frozen=True, slots=True)
class Capability:
    """举措: one measure by its address (`8.2`), what serves it, what the user does with it and what comes out."""

    measure: str
    subject: str
    kind: str
    status: Status
    serves: tuple[Served, ...]
    does: str
    reason: str | None = None


def capability_of(folder: Path, year: int, measure: str) -> Capability | None:
    """What the bureau of a folder can do for one measure (8.2) of a year's plan; None where its file says nothing of it."""
    return _by_measure(folder / SHIPPED.name).get(measure) if year == YEAR else None


@lru_cache(maxsize=4)
def _by_measure(file: Path) -> Mapping[str, Capability]:
    return {one.measure: one for one in load(file)} if file.is_file() else {}


def load(file: Path = SHIPPED) -> list[Capability]:
    """The capabilities of a bureau's file, in its order; raises Refusal with the entry and the repair."""
    from ruamel.yaml import YAML  # noqa: PLC0415  # slow to import, and most commands never need it
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415  # the same

    try:
        entries = YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8"))
    except YAMLError as error:
        raise _refusal(str(file), f"不是规范的YAML（{error}）", f"is no valid YAML ({error})") from None
    if not isinstance(entries, list):
        raise _refusal(
            str(file), '应当是举措的列表，每项写成- measure: "1.1"', 'a list of measures belongs here: - measure: "1.1"'
        )
    return [_capability(entry, f"{file} #{index}") for index, entry in enumerate(entries, start=1)]


def counts(capabilities: Sequence[Capability]) -> dict[Status, int]:
    """How many measures have each status; a status that none has counts 0."""
    found = Counter(capability.status for capability in capabilities)
    return {status: found[status] for status in Status}


def broken(
    capabilities: Sequence[Capability],
    catalogue: Catalogue,
    commands: Collection[str],
    pages: Collection[str] = (),
) -> list[str]:
    """One sentence for each thing that a line said to work names and that is not there."""
    there = {form.__name__.lower(): set(found) for form, found in catalogue.entries.items()}
    there |= {"command": set(commands), "page": set(pages)}
    return [
        f"{capability.measure} {capability.subject}: says it works, but there is no {served.form} {served.name}"
        for capability in capabilities
        if capability.status is Status.WORKS
        for served in capability.serves
        if served.name not in there.get(served.form, ())
    ]


def _capability(entry: object, place: str) -> Capability:
    fields = entry if isinstance(entry, Mapping) else {}
    place = f"{place} ({fields.get('measure', '?')})"
    missing = ", ".join(name for name in NEEDED if not fields.get(name))
    unknown = ", ".join(str(name) for name in fields if name not in (*NEEDED, "reason"))
    if missing:
        raise _refusal(place, f"缺少{missing}，请补上", f"lacks {missing}")
    if unknown:
        raise _refusal(place, f"不认识{unknown}，请删去", f"knows no {unknown}: take it out")
    if not isinstance(fields["measure"], str):
        raise _refusal(place, "举措编号请加引号，7.10不是7.1", "put the address in quotes: 7.10 is not 7.1")
    if fields["status"] not in list(Status):
        known = " | ".join(Status)
        raise _refusal(place, f"status请写{known}之一", f"{fields['status']!r} is no status: write one of {known}")
    return Capability(
        measure=fields["measure"],
        subject=fields["subject"],
        kind=fields["kind"],
        status=Status(fields["status"]),
        serves=tuple(_served(one, place) for one in fields["serves"]),
        does=fields["does"],
        reason=fields.get("reason"),
    )


def _served(one: object, place: str) -> Served:
    if not isinstance(one, Mapping) or len(one) != 1 or next(iter(one)) not in SERVING_FORMS:
        known = " | ".join(SERVING_FORMS)
        raise _refusal(
            place,
            f"serves的每项写成“形式: 名称”，形式是{known}之一，这里是{one!r}",
            f"write each thing that serves as form: name, the form one of {known}, not {one!r}",
        )
    ((form, name),) = one.items()
    return Served(form, str(name))


def _refusal(place: str, zh: str, en: str) -> Refusal:
    return Refusal(Words(f"{place}：{zh}", f"{place}: {en}"))
