"""The map of the mission: what a user can do for each measure of a bureau's plan, and how much of it is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from yaodian.declare.catalogue import Catalogue

SHIPPED = Path(__file__).parents[1] / "bureaus" / "zunyi" / "capabilities.yaml"

SERVING_FORMS = ("command", "page", "kind", "register", "indicator", "method", "rule")
NEEDED = ("measure", "subject", "kind", "status", "serves", "does")


class CapabilityError(ValueError):
    """A line of the file that cannot be read as a capability."""


class Status(StrEnum):
    """How much of a line is there. `generic` measures are tracked like any work item, on purpose and with a reason."""

    WORKS = "works"
    PLANNED = "planned"
    GENERIC = "generic on purpose"


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


def load(file: Path = SHIPPED) -> list[Capability]:
    """The capabilities of a bureau's file, in its order."""
    from ruamel.yaml import YAML  # noqa: PLC0415  # slow to import, and most commands never need it
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415  # the same

    try:
        lines = YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8"))
    except YAMLError as error:
        raise CapabilityError(f"{file}: no valid YAML: {error}") from error
    if not isinstance(lines, list):
        raise CapabilityError(f'{file}: expected a list of measures; write each as `- measure: "1.1"`')
    return [_capability(line, f"{file}, entry {index}") for index, line in enumerate(lines, start=1)]


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


def _capability(line: object, place: str) -> Capability:
    if not isinstance(line, Mapping):
        raise CapabilityError(f"{place}: expected the fields of a measure, found {line!r}")
    place = f"{place} (measure {line.get('measure', 'without address')})"
    missing = [name for name in NEEDED if not line.get(name)]
    unknown = [name for name in line if name not in (*NEEDED, "reason")]
    if missing or unknown:
        faults = [*(f"{name} is missing" for name in missing), *(f"{name} is not a field" for name in unknown)]
        raise CapabilityError(f"{place}: {', '.join(faults)}")
    if line["status"] not in list(Status):
        raise CapabilityError(f"{place}: status {line['status']!r} is none of {', '.join(Status)}")
    if not isinstance(line["measure"], str):
        raise CapabilityError(f'{place}: write the address in quotes, `measure: "7.10"`; as a number it loses its zero')
    return Capability(
        measure=line["measure"],
        subject=line["subject"],
        kind=line["kind"],
        status=Status(line["status"]),
        serves=tuple(_served(one, place) for one in line["serves"]),
        does=line["does"],
        reason=line.get("reason"),
    )


def _served(one: Any, place: str) -> Served:
    if not isinstance(one, Mapping) or len(one) != 1:
        raise CapabilityError(f"{place}: write each thing that serves as `form: name`, found {one!r}")
    ((form, name),) = one.items()
    if form not in SERVING_FORMS:
        raise CapabilityError(f"{place}: {form!r} serves nothing; it is none of {', '.join(SERVING_FORMS)}")
    return Served(form, str(name))
