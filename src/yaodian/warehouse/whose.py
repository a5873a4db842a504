"""归属: of whom each record of a release is, by the links that linkage left; a register that knows its people by another's number
takes theirs. Of the vault only blind indexes are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from yaodian.declare.identity import Identity
from yaodian.declare.register import Register
from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.blinded import blinded
from yaodian.warehouse.engine import IN_MEMORY, connect
from yaodian.warehouse.reading import Reader
from yaodian.warehouse.sql import named
from yaodian.warehouse.store import Warehouse


@dataclass(frozen=True)
class Persons:
    """The people of one release, for all who ask in turn: what was once looked up of a list is kept. `registers` and `identities`
    (how lists tell who is who) by id."""

    warehouse: Warehouse
    reader: Reader
    registers: Mapping[str, type[Register]]
    identities: Mapping[str, type[Identity]]
    _numbered: dict[tuple[str, str], pa.Table] = field(default_factory=dict)

    def query(self, sql: str, tables: Mapping[str, Any], parameters: Mapping[str, Any]) -> pa.Table:
        """The engine's answer to a question over relations of the release."""
        return self.warehouse.engine.query(sql, tables, parameters)

    @cached_property
    def model(self) -> str:
        """The version of the model that linked them."""
        newest = self.query("SELECT max(model) AS model FROM persons", {"persons": self.reader.persons()}, {})
        return newest["model"][0].as_py() or ""

    def of(self, register: type[Register]) -> pa.Table:
        """record_key and person_key: the register's own links, or those of the one whose number its rows carry."""
        if register.id in self.identities:
            return self._links
        column, other = self._known_by(register)
        with connect(IN_MEMORY) as memory:
            memory.register("mine", blinded(self.warehouse, self.reader, register, [column]))
            memory.register("numbered", self._by_number(other, column))
            return memory.sql(
                f"""SELECT record_key, min(person_key) AS person_key FROM mine JOIN numbered USING ({named(column)})
                GROUP BY record_key"""
            ).to_arrow_table()

    @cached_property
    def _links(self) -> pa.Table:
        return self.query("SELECT record_key, person_key FROM persons", {"persons": self.reader.persons()}, {})

    def _by_number(self, register: str, column: str) -> pa.Table:
        """The blind index of a list's number beside the person whose it is."""
        if (register, column) not in self._numbered:
            numbers = blinded(self.warehouse, self.reader, self.registers[register], [column])
            at = pc.index_in(numbers["record_key"], value_set=self._links["record_key"])
            found = numbers.select([column]).append_column("person_key", self._links["person_key"].take(at))
            self._numbered[register, column] = found.filter(at.is_valid())
        return self._numbered[register, column]

    def _known_by(self, register: type[Register]) -> tuple[str, str]:
        for reference in register.references:
            if len(reference.columns) == 1 and reference.register in self.identities:
                return reference.columns[0], reference.register
        raise Refusal(
            Words(
                f"登记“{register.label}”没有写明怎样认人，请在 catalogue/identities 里声明",
                f"{register.id} does not say who its rows are of: declare an identity for it",
            )
        )
