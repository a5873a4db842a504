"""教育局: one bureau's folder read into what the compiler needs of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaodian
from yaodian.domain.bureau import Bureau, PlatformRecord, Unit
from yaodian.domain.finding import Refusal, Severity, Words
from yaodian.workspace.calendar_of import calendar_of
from yaodian.workspace.parameters import read_parameters
from yaodian.workspace.written import Written

SHIPPED = "zunyi"
CONTENT = ("bureau.yaml", "units.yaml", "platforms.yaml", "places.yaml", "parameters/*.yaml")
_SEVERITIES = {severity.label: severity for severity in Severity if severity is not Severity.NOT_CHECKED}


def shipped_folder() -> Path:
    """The folder of the bureau that comes with the package."""
    return Path(yaodian.__file__).parent / "bureaus" / SHIPPED


def load_bureau(folder: Path | None = None) -> Bureau:
    """The bureau in a folder (default: the shipped one): its units, platforms, calendar and severities.

    Units, platforms and calendar may be absent, `bureau.yaml` may not. Raises Refusal with file, line and repair for
    what cannot be read, for names that mean nothing and for ids or names that stand twice.
    """
    folder = folder or shipped_folder()
    if not (folder / "bureau.yaml").is_file():
        raise Refusal(
            Words(
                f"{folder}：没有bureau.yaml，不是教育局资料夹；请用--bureau指明，或新建该文件写上id和name",
                f"{folder}: holds no bureau.yaml; name the bureau's folder, or write that file with id and name",
            )
        )
    written = Written.read(folder / "bureau.yaml")
    about = written.entry(written.data, (), ("id", "name"), ("severities",))
    calendar = folder / "parameters" / "calendar.yaml"
    return Bureau(
        id=str(about["id"]),
        name=str(about["name"]),
        units=_units(folder / "units.yaml"),
        platforms=_platforms(folder / "platforms.yaml"),
        calendar=calendar_of(read_parameters(calendar), calendar) if calendar.is_file() else None,
        severities=_severities(written, about.get("severities")),
        edition=edition_of(folder),
    )


def edition_of(folder: Path) -> str:
    """The name of exactly this content: the first 12 hex digits of the hash of the files in `CONTENT`."""
    digest = hashlib.sha256()
    for pattern in CONTENT:
        for path in sorted(folder.glob(pattern)):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def _units(path: Path) -> tuple[Unit, ...]:
    units = []
    for written, index, entry in _entries(path, ("collective",)):
        collective = entry.get("collective", False)
        if not isinstance(collective, bool):
            raise written.refusal(
                Words("collective只能写true或false", "collective is true or false"), index, "collective"
            )
        aliases = written.texts(entry.get("aliases"), index, "aliases")
        units.append(Unit(str(entry["id"]), str(entry["name"]), aliases, collective))
    return tuple(units)


def _platforms(path: Path) -> tuple[PlatformRecord, ...]:
    return tuple(
        PlatformRecord(str(entry["id"]), str(entry["name"]), written.texts(entry.get("aliases"), index, "aliases"))
        for written, index, entry in _entries(path, ())
    )


def _entries(path: Path, known: tuple[str, ...]) -> list[tuple[Written, int, Mapping[str, Any]]]:
    """The items of a list file with id, name and aliases; none where the file is absent."""
    if not path.is_file():
        return []
    written = Written.read(path)
    entries, owners = [], dict[str, int]()
    for index, given in enumerate(written.sequence(written.data)):
        entry = written.entry(given, (index,), ("id", "name"), ("aliases", *known))
        for word in {str(entry["id"]), str(entry["name"]), *written.texts(entry.get("aliases"), index, "aliases")}:
            if word in owners:
                raise written.refusal(
                    Words(
                        f"“{word}”已经用在第{owners[word] + 1}项，请改名或合并",
                        f"{word!r} is already used by item {owners[word] + 1}",
                    ),
                    index,
                )
            owners[word] = index
        entries.append((written, index, entry))
    return entries


def _severities(written: Written, given: object) -> dict[str, Severity]:
    severities: dict[str, Severity] = {}
    for code, word in written.mapping(given, "severities").items():
        if word not in _SEVERITIES:
            listed = ", ".join(_SEVERITIES)
            raise written.refusal(
                Words(f"“{word}”不是严重程度，请写 {listed} 之一", f"{word!r} is no severity: write one of {listed}"),
                "severities",
                code,
            )
        severities[str(code)] = _SEVERITIES[word]
    return severities
