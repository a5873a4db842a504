"""本局指标: the catalogue's indicators with the bureau's own, the parameters they hang on, and questions put to a warehouse."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from yaodian.declare.catalogue import Catalogue
from yaodian.declare.column import Column
from yaodian.declare.declared import DeclarationError, Declared
from yaodian.declare.indicator import Indicator
from yaodian.declare.indicator_as_data import indicator_of
from yaodian.declare.parameter import Parameter
from yaodian.declare.register import Register
from yaodian.domain.finding import NotFound, Refusal, Words
from yaodian.domain.place import CITY
from yaodian.warehouse.evaluate.checking import Checked, Fault
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.warehouse.store import Warehouse
from yaodian.workspace.bureau import shipped_folder
from yaodian.workspace.parameters import bureau_parameters
from yaodian.workspace.places import bureau_places
from yaodian.workspace.plans import shipped_catalogue
from yaodian.workspace.records import records_catalogue
from yaodian.workspace.written import Written


def registers_behind(indicator: str) -> Words:
    """What the registers are called that an indicator of the catalogue is computed from; empty for one it does not have."""
    catalogue = shipped_catalogue()
    found, registers = catalogue.of(Indicator).get(indicator), catalogue.of(Register)
    held = [registers[name] for name in found.registers() if name in registers] if found else []
    return Words("、".join(one.label for one in held), ", ".join(one.english for one in held))


def read_indicators(path: Path) -> dict[str, type[Indicator]]:
    """The indicators of one file by id; raises Refusal with file, line and repair."""
    written = Written.read(path)
    found: dict[str, type[Indicator]] = {}
    for id, given in written.mapping(written.data).items():  # noqa: A001 - the word of the house
        try:
            found[str(id)] = indicator_of(str(id), written.mapping(given, id))
        except DeclarationError as fault:
            raise written.refusal(Words(f"指标“{id}”写法有误（{fault}），请照此改正", f"{fault}"), id) from fault
    return found


def bureau_indicators(folder: Path) -> dict[str, tuple[Path, type[Indicator]]]:
    """All indicators of a bureau's folder (`indicators/*.yaml`) by id, with their file; Refusal where one stands twice."""
    found: dict[str, tuple[Path, type[Indicator]]] = {}
    for path in sorted((folder / "indicators").glob("*.yaml")):
        for id, indicator in read_indicators(path).items():  # noqa: A001
            if id in found:
                raise Written.read(path).refusal(
                    Words(f"指标“{id}”在两个文件里都有，请只留一处", f"the indicator {id!r} stands in two files"), id
                )
            found[id] = path, indicator
    return found


@dataclass(frozen=True)
class Indicators:
    """What a bureau can measure: the catalogue's indicators and, over them, its own."""

    bureau: Path

    @classmethod
    def of(cls, bureau: Path | None = None) -> Indicators:
        return cls(bureau or shipped_folder())

    @cached_property
    def own(self) -> Mapping[str, tuple[Path, type[Indicator]]]:
        return bureau_indicators(self.bureau)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue with the bureau's indicators among its own; Refusal where one takes a name that is taken."""
        shared = records_catalogue(self.bureau)
        for id, (path, _) in self.own.items():  # noqa: A001
            if id in shared.of(Indicator):
                raise Written.read(path).refusal(
                    Words(
                        f"指标“{id}”目录里已有，请换一个名字",
                        f"the catalogue has an indicator {id!r}: choose another name",
                    ),
                    id,
                )
        own = {id: indicator for id, (_, indicator) in self.own.items()}  # noqa: A001
        merged = dict(sorted({**shared.of(Indicator), **own}.items()))
        entries: dict[type[Declared], dict[str, type[Declared]]] = {**shared.entries, Indicator: dict(merged)}
        return replace(shared, entries=entries)

    @cached_property
    def parameters(self) -> Mapping[str, type[Parameter]]:
        return {**self.catalogue.of(Parameter), **bureau_parameters(self.bureau)}

    @cached_property
    def city(self) -> str:
        """The code of the whole city."""
        for place in bureau_places(self.bureau).all:
            if place.level is CITY:
                return place.code
        file = self.bureau / "places.yaml"
        raise Refusal(
            Words(
                f"{file} 里没有 level 为 city 的地方，请补上全市的代码",
                f"{file} names no place of the level city: add it",
            )
        )

    def named(self, given: str) -> type[Indicator]:
        """The indicator with this id, label or English name; NotFound where there is none."""
        for indicator in self.catalogue.of(Indicator).values():
            if given in (indicator.id, indicator.label, indicator.english, *indicator.formerly):
                return indicator
        raise NotFound(
            Words(
                f"没有指标“{given}”，用 yaodian indicators list 查看全部。",
                f"There is no indicator “{given}”; yaodian indicators list names them all.",
            )
        )

    def first_order(self, indicator: type[Indicator]) -> type[Indicator]:
        """The indicator itself, or the first-order one that it is made of in the end."""
        while indicator.of:
            indicator = self.catalogue.of(Indicator)[indicator.of]
        return indicator

    def counted(self, indicator: type[Indicator]) -> type[Register]:
        """The register whose rows the indicator counts in the end."""
        return self.catalogue.of(Register)[self.first_order(indicator).registers()[0]]

    def split_column(self, indicator: type[Indicator], name: str) -> Column:
        """The column behind the name of one by which the indicator may be split (`schools.ownership_code`)."""
        holder, _, column = name.rpartition(".")
        registers = [holder] if holder else self.first_order(indicator).registers()
        declared = (self.catalogue.of(Register)[register] for register in registers)
        return next(one for register in declared for one in register.columns if one.name == column)

    def faults(self) -> list[Fault]:
        """What is wrong with the declarations, of the catalogue and of the bureau."""
        files = {id: path for id, (path, _) in self.own.items()}  # noqa: A001
        return Checked(self.catalogue.of(Indicator), self.catalogue.of(Register), self.parameters, files).faults()

    def evaluation(self, warehouse: Warehouse, recorded_at: datetime | None = None) -> Evaluation:
        """What answers questions over the warehouse's current release, as known at an instant (None: now)."""
        places = bureau_places(self.bureau)

        def counties(on: date) -> list[str]:
            return [place.code for place in places.reporting(on)]

        reader = warehouse.reader()
        return Evaluation(reader, warehouse.engine, self.catalogue, self.parameters, self.city, counties, recorded_at)
