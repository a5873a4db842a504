"""All indicators over a city for one school year, against scans of the same columns, against one query each and pandas.

`python -m tools.bench_indicators [RECORDS]` writes out/bars/bench.json. RECORDS is a warehouse that holds a
city at scale 1.0 (its keys in YAODIAN_KEY_FILE); without it one is written, loaded and kept under out/bench. Scale 4.0 is
four such cities whose schools have codes of their own. Each measurement is a process, so that its peak is its own.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.compute as pc

from tools.bars import ROOT, Bar, in_turn, ratio, seconds, write
from yaodian.declare.indicator import Indicator
from yaodian.declare.register import Register
from yaodian.domain.period import Period, PeriodType
from yaodian.domain.place import Level
from yaodian.warehouse.engine import DuckDBEngine
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.warehouse.evaluate.formula import parsed
from yaodian.warehouse.evaluate.passes import split
from yaodian.warehouse.evaluate.question import Question
from yaodian.warehouse.evaluate.reach import Reach
from yaodian.warehouse.load.loading import Terms
from yaodian.warehouse.relation import SYSTEM, Relation, open_columns
from yaodian.warehouse.sql import listed, named, quoted
from yaodian.workspace.indicators import Indicators
from yaodian.workspace.load_order import uploads_in
from yaodian.workspace.records_loading import existing, load_all, warehouse_at

HOME = ROOT / "out" / "bench"
YEAR = Period("2019S")
ORDER = tuple(PeriodType)
LONGER = {PeriodType.YEAR: Period("2020"), PeriodType.FISCAL_YEAR: Period("2020F")}
LEVELS = (Level.CITY, Level.COUNTY, Level.SCHOOL)
RUNS = 5
COPIES = 4
WITHOUT_PANDAS = """
import sys
class Hidden:
    def find_spec(self, name, *_):
        if name == "pandas":
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Hidden())
"""  # an installation has none: pyarrow would load the comparator and its memory be taken for ours


@dataclass
class Copied:
    """The registers of a release written out `copies` times, each copy's schools with codes of their own."""

    folder: Path
    tables: Mapping[str, Path] = field(default_factory=dict)
    id: str = "copied"

    @property
    def release(self) -> Copied:
        return self

    def rows(self, register: type[Register], **_: Any) -> Relation:
        return Relation((self.tables[register.id],), {**SYSTEM, **open_columns(register)}, "SELECT * FROM {files}")


def copied(evaluation: Evaluation, registers: Sequence[str], folder: Path, copies: int) -> Copied:
    """Write the registers; a copy already there is kept."""
    folder.mkdir(parents=True, exist_ok=True)
    tables = {}
    for id in registers:  # noqa: A001 - the word of the house
        register = evaluation.registers[id]
        if id not in evaluation.reader.release.tables:
            continue
        tables[id] = folder / f"{id}.parquet"
        if not tables[id].exists():
            relation = evaluation.reader.rows(register, with_restricted=True, with_days=True)
            renamed = [c.name for c in register.columns if not c.vault and c.name.endswith("school_code")]
            replaced = listed(f"{named(name)} || {{n}} AS {named(name)}" for name in renamed)
            renames = [f" REPLACE ({replaced})".replace("{n}", quoted(f"-{n}")) for n in range(1, copies)]
            rows = " UNION ALL ".join(f"SELECT *{rename if renamed else ''} FROM held" for rename in ("", *renames))
            with duckdb.connect() as connection:
                connection.execute(f"CREATE VIEW held AS {relation.over_files()}")
                connection.execute(f"COPY ({rows}) TO {quoted(str(tables[id]))} (FORMAT parquet)")
    return Copied(folder, tables)


@dataclass(frozen=True)
class Work:
    """The questions of a set of indicators and the columns of the registers that they read."""

    questions: tuple[Question, ...]
    columns: Mapping[str, frozenset[str]]


def period_of(indicator: type[Indicator]) -> Period:
    shortest = indicator.grain[1]
    longer = ORDER.index(shortest) < ORDER.index(PeriodType.SCHOOL_YEAR)
    return LONGER[shortest] if longer else YEAR


def work_of(evaluation: Evaluation, ids: Sequence[str]) -> Work:
    """All schools, counties and the city, as far as an indicator goes."""
    questions, columns = [], {}
    for id in ids:  # noqa: A001
        indicator = evaluation.indicators[id]
        levels = [level for level in LEVELS if not indicator.grain[0].is_above(level)]
        questions += [Question(id, level, period_of(indicator)) for level in levels]
        for register, used in columns_of(evaluation, indicator).items():
            columns[register] = columns.get(register, frozenset()) | used
    return Work(tuple(questions), columns)


def columns_of(evaluation: Evaluation, indicator: type[Indicator]) -> dict[str, frozenset[str]]:
    """The columns that a first-order indicator reads, those of its places and of the joins to them among them."""
    found: dict[str, frozenset[str]] = {}
    sizes = [indicator.leaves_out.indicator] if indicator.leaves_out else []
    for made in (*indicator.made_from(), *sizes):
        for register, used in columns_of(evaluation, evaluation.indicators[made]).items():
            found[register] = found.get(register, frozenset()) | used
    return found if indicator.of else found | own_columns(evaluation, indicator, found)


def own_columns(
    evaluation: Evaluation, indicator: type[Indicator], found: Mapping[str, frozenset[str]]
) -> dict[str, frozenset[str]]:
    """The columns that an indicator's own formulas read, with those found already of their registers."""
    base = evaluation.registers[indicator.registers()[0]]
    reach = Reach(base, evaluation.registers)
    pairs = {split(f"{t}.{c}" if t else c, base) for text in indicator.formulas() for t, c in parsed(text).columns()}
    pairs |= {held for level in LEVELS if (held := reach.column_of(level))}
    for register in {register for register, _ in pairs}:
        for step in reach.steps.get(register, ()):
            pairs |= {(step.source, name) for name in step.ours} | {(step.register, name) for name in step.their}
    pairs |= {(register, "valid_from") for register, _ in pairs} | {(base.id, "valid_from")}
    pairs |= {(register, name) for register, names in found.items() for name in names}
    return {r: frozenset(c for other, c in pairs if other == r) for r in {r for r, _ in pairs}}


def scan(evaluation: Evaluation, columns: Mapping[str, frozenset[str]]) -> None:
    """One reading of every column that is used: what any evaluation must at least do."""
    for register, used in columns.items():
        if register in evaluation.reader.release.tables:
            relation = evaluation.reader.rows(evaluation.registers[register], with_restricted=True, with_days=True)
            parts = listed(f"max({named(name)})" for name in sorted(used))
            evaluation.engine.query(f"SELECT {parts} FROM held", {"held": relation}, {})


def additive_of(evaluation: Evaluation, register: str) -> list[str]:
    return [
        i.id
        for i in evaluation.indicators.values()
        if not i.of and i.registers()[0] == register and not i.not_additive and i.sample is None
    ]


def largest(evaluation: Evaluation) -> str:
    """The register of indicators with the most rows."""
    used = {i.registers()[0] for i in evaluation.indicators.values() if not i.of}
    held = sorted(used & set(evaluation.reader.release.tables))

    def rows(id: str) -> int:  # noqa: A002
        relation = evaluation.reader.rows(evaluation.registers[id], with_restricted=True, with_days=True)
        return int(evaluation.engine.query("SELECT count(*) AS n FROM held", {"held": relation}, {})["n"][0].as_py())

    return max(held, key=rows)


def fresh(evaluation: Evaluation) -> Evaluation:
    """The same evaluation with nothing answered yet."""
    return Evaluation(
        evaluation.reader,
        evaluation.engine,
        evaluation.catalogue,
        evaluation.parameters,
        evaluation.city,
        evaluation.counties,
    )


def measured(what: str, records: Path, copies: int) -> dict[str, Any]:
    """One measurement in this process."""
    evaluation = Indicators.of().evaluation(existing(records))
    if copies > 1 or what == "pandas":  # which reads a release as plain files, so both sides do
        folder = HOME / f"copies-{copies}"
        wanted = sorted(evaluation.registers) if copies > 1 else ["enrolments", "schools", "classes"]
        reader = copied(evaluation, wanted, folder, copies)
        evaluation.reader, evaluation.engine = reader, DuckDBEngine(folder)  # type: ignore[assignment]
    register = largest(evaluation)
    ids = additive_of(evaluation, register) if what in ("largest", "pandas") else sorted(evaluation.indicators)
    work = work_of(evaluation, ids)
    told: dict[str, Any] = {"indicators": len(ids), "register": register, "registers": len(work.columns)}
    if what == "pandas":
        compare_with(by_pandas(reader.tables), fresh(evaluation).answer(work.questions))
        told["samples"] = in_turn(
            lambda: by_pandas(reader.tables),
            lambda: fresh(evaluation).answer(work.questions),
            3,
        )
    elif what == "single":
        together = seconds(lambda: fresh(evaluation).answer(work.questions))
        apart = seconds(lambda: [fresh(evaluation).answer([question]) for question in work.questions])
        told["samples"] = {"ours": [apart], "other": [together]}
    else:
        told["samples"] = in_turn(
            lambda: fresh(evaluation).answer(work.questions), lambda: scan(evaluation, work.columns), RUNS
        )
    answers = fresh(evaluation)
    found = answers.answer(work.questions)
    told["cells"], told["queries"] = sum(c.table.num_rows for c in found.values()), answers.queries
    told["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return told


def by_pandas(tables: Mapping[str, Path]) -> dict[tuple[str, str], float]:
    """The additive indicators of enrolments as an analyst would write them with pandas: by indicator and place."""
    import pandas as pd  # noqa: PLC0415 - the comparator, which the bench installs

    last = YEAR.last
    columns = ["school_code", "class_no", "stage_code", "status_code", "boarding_code", "entry_kind_code", "birth_on"]
    in_force = (pc.field("valid_from") <= last) & (pc.field("valid_to").is_null() | (pc.field("valid_to") > last))
    rows = pd.read_parquet(tables["enrolments"], columns=[*columns, "is_bought_place"], filters=in_force)
    schools = pd.read_parquet(
        tables["schools"], columns=["school_code", "county_code", "ownership_code", "urban_rural_code", "valid_from"]
    )
    schools = schools[schools.valid_from <= last].sort_values("valid_from").drop_duplicates("school_code", keep="last")
    classes = pd.read_parquet(tables["classes"], columns=["school_code", "class_no", "entry_school_year", "valid_from"])
    classes = classes[classes.valid_from <= last].sort_values("valid_from")
    classes = classes.drop_duplicates(["school_code", "class_no"], keep="last").drop(columns="valid_from")
    rows = rows.merge(schools.drop(columns="valid_from"), how="left", on="school_code")
    rows = rows.merge(classes, how="left", on=["school_code", "class_no"])
    public = ~rows.ownership_code.isin(["private", "joint"]) & rows.ownership_code.notna()
    enrolled, compulsory = rows.status_code == "enrolled", rows.stage_code.isin(["primary", "junior"])
    born = pd.to_datetime(rows.birth_on)
    age = last.year - (last.month < 9) - born.dt.year - (born.dt.month >= 9)
    leavers = (rows.stage_code == "junior") & ~rows.status_code.isin(["transferred_out", "abroad", "deceased"])
    leavers &= rows.entry_school_year.str[:4].astype("Int64") == last.year - 3 - (last.month < 8)
    near = enrolled & compulsory & public & (rows.urban_rural_code.str[0] == "1") & (rows.boarding_code != "boarding")
    near &= rows.entry_kind_code.notna() & (rows.entry_kind_code != "transfer")
    migrant = enrolled & compulsory & (rows.entry_kind_code == "migrant")
    stages = rows.stage_code.isin(["primary", "junior", "senior", "vocational", "special"])
    parts = {
        "junior_retention_ratio": leavers & rows.status_code.isin(["enrolled", "graduated", "completed"]),
        "junior_retention_ratio/": leavers,
        "migrant_public_place_ratio": migrant & (public | rows.is_bought_place.fillna(False).astype(bool)),
        "migrant_public_place_ratio/": migrant,
        "nearby_admission_ratio": near & rows.entry_kind_code.isin(["first", "migrant"]),
        "nearby_admission_ratio/": near,
        "primary_age_enrolled_count": enrolled & stages & age.between(6, 11),
    }
    counted = pd.DataFrame({name: mask.fillna(False).astype(int) for name, mask in parts.items()})
    counted["school"], counted["county"], counted["city"] = rows.school_code, rows.county_code, "city"
    found = {}
    for level in LEVELS:
        for place, sums in counted.groupby(level.value)[list(parts)].sum().iterrows():
            found |= {(f"{name}:{level.value}", str(place)): float(value) for name, value in sums.items()}
    return found


def compare_with(theirs: Mapping[tuple[str, str], float], ours: Mapping[Question, Any]) -> bool:
    """Stop where the comparator comes to another number than the engine: then it is no comparison."""
    for question, cells in ours.items():
        for row in cells.table.to_pylist():
            place = "city" if question.level is Level.CITY else row["place"]
            their = theirs[f"{question.indicator}:{question.level.value}", place]
            if (row["numerator"] or 0) != their:
                raise SystemExit(f"{question}: {row} but pandas {their}")
    return True


def apart(what: str, records: Path, copies: int = 1) -> dict[str, Any]:
    """The measurement in a process of its own."""
    start = f"{'' if what == 'pandas' else WITHOUT_PANDAS}from tools.bench_indicators import main; main()"
    command = [sys.executable, "-c", start, str(records), what, str(copies)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    print(what, copies, told, flush=True)
    return told


def bars(records: Path) -> list[Bar]:
    one, whole = apart("largest", records), apart("catalogue", records)
    one_4, whole_4 = apart("largest", records, COPIES), apart("catalogue", records, COPIES)
    single, pandas = apart("single", records), apart("pandas", records)
    found = []
    for name, told, limit in (
        ("indicators.fused_vs_scan", one, 3.0),
        ("indicators.catalogue_vs_scans", whole, 6.0),
        ("indicators.fused_vs_scan_4", one_4, 3.0),
        ("indicators.catalogue_vs_scans_4", whole_4, 6.0),
    ):
        says = f"{told['indicators']} indicators, {told['registers']} registers, {told['cells']} cells, {told['queries']} queries"
        found.append(Bar(name, ratio(told["samples"]), limit, "ratio", RUNS, told["samples"], says))
    growth = ratio({"ours": whole_4["samples"]["ours"], "other": whole["samples"]["ours"]})
    found += [
        Bar("indicators.growth_4", growth, 4.4, "ratio", RUNS, {}, "the whole catalogue at scale 4.0 against 1.0"),
        Bar("indicators.single_vs_fused", ratio(single["samples"]), 4.0, "ratio", 1, single["samples"],
            "one question at a time against all at once", better="higher"),
        Bar("indicators.pandas_vs_fused", ratio(pandas["samples"]), 10.0, "ratio", 3, pandas["samples"],
            f"the {pandas['indicators']} additive indicators of {pandas['register']} at three levels", better="higher"),
        Bar("indicators.peak", round(whole["peak_mb"], 1), 400, "MB", 1, {}, "the whole process, whole catalogue, scale 1.0"),
        Bar("indicators.peak_4", round(whole_4["peak_mb"], 1), 400, "MB", 1, {}, "the same at scale 4.0"),
    ]  # fmt: skip
    return found


def city() -> Path:
    """A city at scale 1.0, written and loaded where it is not there yet."""
    os.environ.setdefault("YAODIAN_KEY_FILE", str(HOME / "key.json"))
    records = HOME / "records"
    if not (HOME / "loaded").exists():
        from yaodian.workspace.city import write_city  # noqa: PLC0415 - no part of what is measured

        write_city(HOME / "city", 1.0, 7)
        for taken in load_all(
            warehouse_at(records, invented=True), uploads_in(HOME / "city"), Terms(True, True, False)
        ):
            print(taken.upload.path.name, flush=True)
        (HOME / "loaded").touch()
    return records


def main() -> None:
    given = sys.argv[1:]
    if len(given) == 3:
        print(json.dumps(measured(given[1], Path(given[0]), int(given[2]))))
        return
    HOME.mkdir(parents=True, exist_ok=True)
    write("bench", bars(Path(given[0]) if given else city()))


if __name__ == "__main__":
    main()
