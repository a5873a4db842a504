"""关联: the lists' rows joined into persons: first what number, name and birth date confirm together, then what stays over.

An equal number is a claim, not a link: it counts only with the name and the birth date. Rows that all three join are one
`claim`. Then, list by list in their order of rank, claims that stand in one list alone are weighed against those that lack
this list, and at last those still alone against all, which finds who stands in one list twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yaodian.warehouse.engine import IN_MEMORY, connect
from yaodian.warehouse.link.choosing import Bounds, choose
from yaodian.warehouse.link.claims import prepare
from yaodian.warehouse.link.comparing import COLUMNS, COMPARISONS, level_of
from yaodian.warehouse.link.model import Model, linker
from yaodian.warehouse.sql import first_row, listed, quoted

_LIKELY = -4.0  # bits below which a pair is not even kept
_ALIKE = (("birth_on", "name[1]"), ("birth_on", "name[2:]"), ("birth_on", "address"), ("id_no",), ("name",))


@dataclass(frozen=True)
class Round:
    """Who is weighed against whom, by conditions on the lists (`ranks`, bits) in which a person stands; only rows that are
    equal in one of `alike` are looked at, and only pairs whose levels are `sure` are taken."""

    seekers: str
    targets: str
    alike: Sequence[Sequence[str]]
    sure: str


_TWICE = (
    Round("ranks = 2", "TRUE", (("birth_on", "name[1]"), ("id_no",)), "name IN ('same', 'sound') AND birth = 'same'"),
    Round(
        "ranks = 1",
        "TRUE",
        (("birth_on", "name"), ("id_no",)),
        "name <> 'other' AND id_no IN ('same', 'slip') AND birth = 'same'",
    ),
)
"""Who stands in a list twice. Brothers, sisters and twins agree in all but the name and the number: where nothing else tells
them apart a pair is for people. The first list knows its people by the number, so it must speak for the link there."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows of how many persons; rows that number, name and birth date confirmed with another, rows that joined by
    other evidence, and pairs left to people."""

    rows: int
    persons: int
    confirmed: int
    weighed: int
    asked: int


@dataclass(frozen=True)
class Linked:
    """`members`: register, record_key, person (a number), how (alone, confirmed, weighed), weight. `open`: pairs for people,
    with what each comparison says. `wrong`, `missed`: how many of the links are expected to be wrong, and how many are
    expected among what was not linked, by the model."""

    members: pa.Table
    open: pa.Table
    wrong: float
    missed: float

    @property
    def tally(self) -> Tally:
        how = Counter(self.members["how"].to_pylist())
        persons = pc.count_distinct(self.members["person"]).as_py()
        return Tally(self.members.num_rows, persons, how["confirmed"], how["weighed"], self.open.num_rows)


DECIDED = pa.schema([("record_l", pa.binary()), ("record_r", pa.binary()), ("same", pa.bool_())])
NOTHING = DECIDED.empty_table()


def link(lists: Mapping[str, pa.Table], model: Model, bounds: Bounds, decided: pa.Table = NOTHING) -> Linked:
    """Join lists of claims (columns as `opened` gives them), in their order. In memory only. What people decided of pairs
    (`DECIDED`) holds against every weight, and is not asked again."""
    with connect(IN_MEMORY) as memory:
        _claim(memory, lists, decided)
        for rank in range(1, len(lists)):
            _weigh(memory, _between(rank), model, bounds)
        for twice in _TWICE:
            _weigh(memory, twice, model, bounds)
        return _linked(memory, tuple(lists))


@contextmanager
def left_over(lists: Mapping[str, pa.Table]) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection in which `left_claims` and `right_claims` are what the first two lists hold beyond what is confirmed: what
    a model is learnt from."""
    with connect(IN_MEMORY) as memory:
        _claim(memory, lists, NOTHING)
        if _seek(memory, _between(1)):
            yield memory


def _claim(memory: duckdb.DuckDBPyConnection, lists: Mapping[str, pa.Table], decided: pa.Table) -> None:
    """Show the lists, join what is confirmed or decided."""
    _gather(memory, lists)
    _confirm(memory)
    _decide(memory, decided)


def _between(rank: int) -> Round:
    """Who stands in one list alone against those whom it lacks; for the second list those whom the first holds."""
    lacking = f"ranks & {1 << rank} = 0" + (" AND ranks & 1 = 1" if rank == 1 else "")
    return Round(f"ranks = {1 << rank}", lacking, _ALIKE, "name <> 'other'")


def _gather(memory: duckdb.DuckDBPyConnection, lists: Mapping[str, pa.Table]) -> None:
    """Make `said`: the rows of all lists, numbered by rank and record key."""
    parts, at = [], 0
    for rank, table in enumerate(lists.values()):
        memory.register(f"list{rank}", _in_order(table).append_column("n", pa.array(np.arange(table.num_rows))))
        parts.append(f"SELECT n + {at} AS key, {rank} AS rank, * EXCLUDE n FROM list{rank}")
        at += table.num_rows
    memory.execute(f"CREATE TEMP VIEW said AS {' UNION ALL '.join(parts)}")


def _in_order(table: pa.Table) -> pa.Table:
    """The rows by record key; not copied where they stand so already."""
    keys = table["record_key"]
    is_sorted = table.num_rows < 2 or pc.all(pc.less_equal(keys[:-1], keys[1:])).as_py()
    return table if is_sorted else table.sort_by("record_key")


def _confirm(memory: duckdb.DuckDBPyConnection) -> None:
    """Make `claim` (key of each row → key of its claim) and `person` (claim → person, ranks as bits): a claim is the rows
    that number, name and birth date join."""
    memory.execute(
        """CREATE TEMP TABLE hashed AS SELECT key, rank, hash(birth_on, id_no, 7, name) AS again,
            CASE WHEN id_no IS NOT NULL AND name IS NOT NULL AND birth_on IS NOT NULL THEN hash(id_no, name, birth_on) END AS said
        FROM said"""
    )
    memory.execute(
        """CREATE TEMP TABLE claim AS
        SELECT h.key, h.rank, coalesce(g.claim, h.key) AS claim FROM hashed AS h LEFT JOIN (
            SELECT said, again, min(key) AS claim FROM hashed WHERE said IS NOT NULL GROUP BY ALL) AS g USING (said, again)"""
    )
    memory.execute("DROP TABLE hashed")
    memory.execute(
        """CREATE TEMP TABLE person AS
        SELECT claim AS key, claim AS person, bit_or(CAST(1 << rank AS INTEGER)) AS ranks, CAST(NULL AS DOUBLE) AS weight
        FROM claim GROUP BY claim"""
    )
    memory.execute("CREATE TEMP TABLE asked (key_l BIGINT, key_r BIGINT, weight DOUBLE, levels VARCHAR[])")
    memory.execute("CREATE TEMP TABLE chances (weight DOUBLE, is_taken BOOLEAN)")


def _decide(memory: duckdb.DuckDBPyConnection, decided: pa.Table) -> None:
    """Join what people said is one, and make `apart` of the claims that they told apart."""
    memory.register("decided", decided)
    memory.execute(
        """CREATE TEMP TABLE told AS WITH known AS (SELECT record_key, claim FROM said JOIN claim USING (key))
        SELECT l.claim AS claim_l, r.claim AS claim_r, same FROM decided
        JOIN known AS l ON l.record_key = record_l JOIN known AS r ON r.record_key = record_r"""
    )
    memory.execute("CREATE TEMP TABLE apart AS SELECT claim_l, claim_r FROM told WHERE NOT same")
    for one, other in memory.execute("SELECT claim_l, claim_r FROM told WHERE same ORDER BY ALL").fetchall():
        memory.execute(
            """UPDATE person SET weight = coalesce(weight, 1000), person = (
                SELECT min(person) FROM person WHERE key IN ($one, $other))
            WHERE person IN (SELECT person FROM person WHERE key IN ($one, $other))""",
            {"one": one, "other": other},
        )


def _seek(memory: duckdb.DuckDBPyConnection, this: Round) -> bool:
    """Make `left_claims` and `right_claims` of a round's targets and seekers; whether there are any."""
    memory.execute(
        "CREATE OR REPLACE TEMP TABLE head AS SELECT person AS key, bit_or(ranks) AS ranks FROM person GROUP BY person"
    )
    memory.execute(
        f"""CREATE OR REPLACE TEMP TABLE seeking AS SELECT * FROM said WHERE key IN (SELECT key FROM head WHERE {this.seekers})"""
    )
    near = " OR ".join(
        f"({listed(f's.{c}' for c in columns)}) IN (SELECT ({listed(columns)}) FROM seeking)" for columns in this.alike
    )
    memory.execute(
        f"""CREATE OR REPLACE TEMP TABLE sought AS SELECT s.* FROM said AS s
        WHERE key IN (SELECT key FROM head WHERE {this.targets}) AND ({near})"""
    )
    if not all(first_row(memory, f"SELECT count(*) FROM {name}")[0] for name in ("seeking", "sought")):
        return False
    prepare(memory, "sought", "left_claims")
    prepare(memory, "seeking", "right_claims")
    return True


def _weigh(memory: duckdb.DuckDBPyConnection, this: Round, model: Model, bounds: Bounds) -> None:
    """Weigh the seekers of a round against its targets; who is taken joins the other's person."""
    if not _seek(memory, this):
        return
    found = linker(memory, "left_claims", "right_claims", model).inference.predict(threshold_match_weight=_LIKELY)
    levels = listed(f"{level_of(comparison)} AS {comparison.id}" for comparison in COMPARISONS)
    columns = listed(f"l.{c} AS {c}_l, r.{c} AS {c}_r" for c in COLUMNS)
    memory.execute(
        f"""CREATE OR REPLACE TEMP TABLE pairs AS SELECT key_l, key_r, match_weight AS weight, {levels} FROM (
            SELECT f.*, {columns} FROM {found.physical_name} AS f
            JOIN left_claims AS l ON l.key = f.key_l JOIN right_claims AS r ON r.key = f.key_r
            WHERE (f.key_l < f.key_r OR f.key_l NOT IN (SELECT key FROM right_claims))
                AND (f.key_l, f.key_r) NOT IN ({_APART}))"""
    )
    found.drop_table_from_database_and_remove_from_cache()
    choose(memory, "pairs", this.sure, bounds)
    _join(memory)


_APART = """SELECT (l.person, r.person) FROM apart JOIN person AS l ON l.key = claim_l JOIN person AS r ON r.key = claim_r
    UNION ALL SELECT (r.person, l.person) FROM apart JOIN person AS l ON l.key = claim_l JOIN person AS r ON r.key = claim_r"""
"""Pairs of persons that people told apart, either way round."""


def _join(memory: duckdb.DuckDBPyConnection) -> None:
    said = listed(comparison.id for comparison in COMPARISONS)
    memory.execute(
        f"INSERT INTO asked SELECT key_l, key_r, o.weight, [{said}] FROM open AS o JOIN pairs USING (key_l, key_r)"
    )
    memory.execute(
        """INSERT INTO chances SELECT weight, TRUE FROM taken
        UNION ALL SELECT max(weight), FALSE FROM open GROUP BY key_r"""
    )
    memory.execute(
        """UPDATE person SET person = t.key_l, weight = t.weight FROM taken AS t WHERE person.person = t.key_r"""
    )


def _linked(memory: duckdb.DuckDBPyConnection, names: Sequence[str]) -> Linked:
    called = listed(map(quoted, names))
    members = memory.sql(
        f"""SELECT CAST([{called}][s.rank + 1] AS ENUM({called})) AS register, s.record_key,
            p.person, p.weight, CAST(CASE WHEN p.weight IS NOT NULL THEN 'weighed' WHEN n.n > 1 THEN 'confirmed' ELSE 'alone' END
                AS ENUM('alone', 'confirmed', 'weighed')) AS how
        FROM said AS s JOIN claim AS c USING (key) JOIN person AS p ON p.key = c.claim
        JOIN (SELECT person, count(*) AS n FROM claim AS k JOIN person AS q ON q.key = k.claim GROUP BY person) AS n
            ON n.person = p.person"""
    ).to_arrow_table()
    row = f"SELECT key, [{called}][rank + 1] AS register, record_key FROM said"
    asked = memory.sql(
        f"""SELECT l.register AS register_l, l.record_key AS record_l, r.register AS register_r, r.record_key AS record_r,
            CAST(a.weight AS DECIMAL(18, 4)) AS weight, a.levels FROM asked AS a JOIN ({row}) AS l ON l.key = a.key_l JOIN ({row}) AS r ON r.key = a.key_r
        WHERE a.key_r NOT IN (SELECT key FROM person WHERE weight IS NOT NULL)
        QUALIFY row_number() OVER (PARTITION BY a.key_l, a.key_r ORDER BY a.weight DESC) = 1
        ORDER BY a.weight DESC, a.key_l, a.key_r"""
    ).to_arrow_table()
    chance = "1 / (1 + pow(2, -weight))"
    wrong, missed = first_row(
        memory,
        f"""SELECT coalesce(sum(1 - {chance}) FILTER (is_taken), 0), coalesce(sum({chance}) FILTER (NOT is_taken), 0)
        FROM chances""",
    )
    return Linked(members, asked, wrong, missed)
