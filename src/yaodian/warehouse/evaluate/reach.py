"""取径: how the rows of a register come to the columns of other registers, and to the place of each level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from yaodian.declare.register import Reference, Register
from yaodian.domain.place import CITY, Level

Registers = Mapping[str, type[Register]]


@dataclass(frozen=True, slots=True)
class Step:
    """One join: the columns of `source` that name a row of `register` by its columns `their`."""

    source: str
    register: str
    ours: tuple[str, ...]
    their: tuple[str, ...]


@dataclass(frozen=True)
class Reach:
    """What one register's rows can come to, each row at most once: by references whose columns lie outside the vault
    and name the whole key of the other register."""

    base: type[Register]
    registers: Registers

    @cached_property
    def steps(self) -> Mapping[str, tuple[Step, ...]]:
        """Each register that can be come to, with the joins that lead there, the shortest way."""
        found: dict[str, tuple[Step, ...]] = {self.base.id: ()}
        queue = [self.base]
        while queue:
            here = queue.pop(0)
            for step in self._from(here):
                if step.register not in found:
                    found[step.register] = (*found[here.id], step)
                    queue.append(self.registers[step.register])
        return found

    def column_of(self, level: Level) -> tuple[str, str] | None:
        """The register and its column that hold a row's place of this level; None where there is none."""
        if level is CITY:
            return None
        for id, _ in sorted(self.steps.items(), key=lambda item: len(item[1])):  # noqa: A001 - the word of the house
            for held, column in self.registers[id].places:
                if held is level:
                    return id, column
        return None

    def _from(self, register: type[Register]) -> Iterator[Step]:
        """The joins from one register; those that start at its place stand before the others."""
        placed = {column for _, column in register.places}
        for reference in sorted(register.references, key=lambda r: not placed.intersection(r.columns)):
            their = tuple(reference.their or reference.columns)
            other = self.registers.get(reference.register)
            if other is not None and not _is_private(register, reference) and set(their) == set(other.key):
                yield Step(register.id, other.id, tuple(reference.columns), their)


def _is_private(register: type[Register], reference: Reference) -> bool:
    return any(register.column(name).vault for name in reference.columns)
