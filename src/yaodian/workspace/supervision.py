"""督办设置: what decisions about work depend on, from the catalogue and a bureau's folder, as they stand on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from yaodian.declare.kind import Kind
from yaodian.declare.parameter import Parameter
from yaodian.declare.score_sheet import ScoreSheet
from yaodian.domain.bureau import Bureau
from yaodian.domain.organisation import Organisation
from yaodian.domain.place import Places
from yaodian.domain.schooldays import SchoolCalendar
from yaodian.runtime.command import Setting
from yaodian.runtime.in_force import in_force
from yaodian.runtime.rules import Ladder, Rules
from yaodian.workspace.bureau import load_bureau, shipped_folder
from yaodian.workspace.organisation import seeded
from yaodian.workspace.parameters import bureau_parameters
from yaodian.workspace.places import bureau_places
from yaodian.workspace.plans import shipped_catalogue

SPLITS_TO_COUNTIES = ("bureau", "office")


@dataclass(frozen=True)
class Supervision:
    """One bureau's ground for decisions; `folder` None means the bureau that comes with the package."""

    folder: Path | None = None

    @cached_property
    def bureau(self) -> Bureau:
        return load_bureau(self.folder)

    @cached_property
    def places(self) -> Places:
        return bureau_places(self.folder or shipped_folder())

    @cached_property
    def organisation(self) -> Organisation:
        """The units that the bureau's own files give."""
        return seeded(self.bureau, self.places)

    @cached_property
    def calendar(self) -> SchoolCalendar:
        return self.bureau.calendar or SchoolCalendar()

    @cached_property
    def parameters(self) -> dict[str, type[Parameter]]:
        """The catalogue's parameters and, over them, the bureau's."""
        return dict(shipped_catalogue().of(Parameter)) | bureau_parameters(self.folder or shipped_folder())

    @cached_property
    def kinds(self) -> dict[str, type[Kind]]:
        """The kinds of work by name."""
        return dict(shipped_catalogue().of(Kind))

    @cached_property
    def score_sheets(self) -> dict[str, type[ScoreSheet]]:
        """The score sheets by the kind of work whose cases they are for."""
        return {sheet.kind: sheet for sheet in shipped_catalogue().of(ScoreSheet).values()}

    def counties(self, on: date) -> frozenset[str]:
        """The codes of the reporting places of a day, all of which a split by the bureau must reach."""
        return frozenset(place.code for place in self.places.reporting(on))

    def setting(self, today: date, owner: str = "", open_parts: int = 0) -> Setting:
        """The rules, kinds and working days of a day, for a subject of this owner with so many parts not closed out."""
        rules = in_force(Rules, self.parameters, today)
        above = self.organisation.with_code(owner, today)
        expected = self.counties(today) if above and above.kind in SPLITS_TO_COUNTIES else frozenset()
        return Setting(self.kinds, rules, self.calendar, expected, open_parts)

    def ladder(self, today: date) -> Ladder:
        """The days after which notices follow each other."""
        return in_force(Ladder, self.parameters, today)
