"""观测表: the measured values of a release, kept beside the warehouse's tables; only what changed is computed again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from yaodian.declare.indicator import Indicator
from yaodian.warehouse.durable import refusing_what_fails, write_whole
from yaodian.warehouse.evaluate.cells import FIGURES, Cells
from yaodian.warehouse.evaluate.evaluation import Evaluation, made_from, sizes_asked
from yaodian.warehouse.evaluate.formula import parsed
from yaodian.warehouse.evaluate.question import Question
from yaodian.warehouse.evaluate.values import Values
from yaodian.warehouse.release import Release

FOLDER = "observations"
SCHEMA = pa.schema(
    [
        *(
            pa.field(name, pa.string())
            for name in ("edition", "indicator", "level", "period", "place", "above_level", "above", "slice")
        ),
        *(pa.field(name, pa.float64()) for name in FIGURES),
        pa.field("is_unverified", pa.bool_()),
    ]
)


@dataclass(frozen=True)
class Observed:
    """The observations of a warehouse's releases: one file a release, `SCHEMA` its columns; `slice` is a JSON object of
    columns and codes, `above` the place above (of the level `above_level`), `edition` names exactly the rule, the
    parameters and the register versions behind a row. A question may stand there in several editions;
    `of_release` and the pages read the one measured last."""

    folder: Path

    def of_release(self, release: str, among: pc.Expression | None = None) -> pa.Table:
        """All observations of a release (those `among` its rows), of each question in the edition measured last; no row
        where none were measured."""
        current = pa.array(sorted(self._noted(release, "current").values()), pa.string())
        wanted = pc.field("edition").isin(current)
        return self._rows(release, wanted if among is None else wanted & among)

    def newest(self, release: Release) -> str | None:
        """The release that was observed last: this one, or else the nearest before it; None where none was."""
        held = {int(file.stem.partition("-")[0][1:]): file.stem for file in (self.folder / FOLDER).glob("r*.parquet")}
        known = [number for number in held if number <= release.number]
        return held[max(known)] if known else None

    def stamp(self, release: str) -> int:
        """A number that is another once more was kept of a release."""
        return self._file(release).stat().st_mtime_ns

    def measure(self, evaluation: Evaluation, questions: Iterable[Question]) -> tuple[pa.Table, int]:
        """The observations of the current release for these questions, kept, and how many questions were computed anew.

        What the same edition already answered, in this release or the one before, is taken over.
        """
        release = evaluation.reader.release
        wanted = {edition_of(evaluation, question): question for question in dict.fromkeys(questions)}
        among = pc.field("edition").isin(pa.array(list(wanted), pa.string()))
        known = pa.concat_tables([self._rows(release.id, among), self._rows(release.before, among)])
        held = self._noted(release.id, "held") | self._noted(release.before, "held")
        missing = {edition: question for edition, question in wanted.items() if edition not in held}
        answers = evaluation.answer(missing.values())
        made = [rows_of(answers[q], q, edition) for edition, q in missing.items() if q in answers]
        table = _once(pa.concat_tables([known, *made]))
        self._keep(release.id, table, wanted)
        return table, len(missing)

    def rows_for(self, evaluation: Evaluation, question: Question) -> list[dict[str, Any]] | None:
        """What the current release keeps of a question, rows as those of `Cells.table` with `is_unverified`; None where it
        was not measured, or a rule, a parameter or a register has changed since."""
        release, edition = evaluation.reader.release.id, edition_of(evaluation, question)
        if edition not in self._noted(release, "held"):
            return None
        return [_as_cell(row) for row in self._rows(release, pc.field("edition") == edition).to_pylist()]

    def _rows(self, release: str, wanted: pc.Expression) -> pa.Table:
        file = self._file(release)
        return pq.read_table(file, filters=wanted) if file.exists() else SCHEMA.empty_table()

    def _file(self, release: str) -> Path:
        return self.folder / FOLDER / f"{release}.parquet"

    def _noted(self, release: str, name: str) -> dict[str, str]:
        """What a release's file notes: `held`, its editions with the question of each, those that came to no row among
        them; `current`, the edition of each question that was measured last."""
        file = self._file(release)
        noted: dict[str, str] = json.loads(pq.read_schema(file).metadata[name.encode()]) if file.exists() else {}
        return noted

    def _keep(self, release: str, table: pa.Table, measured: Mapping[str, Question]) -> None:
        """Add what was measured; older editions stay, so that a rule taken back is not computed again."""
        asked = {edition: _asked(question) for edition, question in measured.items()}
        notes = {
            "held": self._noted(release, "held") | asked,
            "current": self._noted(release, "current") | {name: edition for edition, name in asked.items()},
        }
        merged = _once(pa.concat_tables([self._rows(release, pc.scalar(True)), table]))
        marked = merged.replace_schema_metadata({name: json.dumps(note) for name, note in notes.items()})
        content = BytesIO()
        pq.write_table(marked, content, compression="zstd")
        with refusing_what_fails(FOLDER):
            (self.folder / FOLDER).mkdir(exist_ok=True, mode=0o700)
            write_whole(self._file(release), content.getvalue(), 0o600)


def edition_of(evaluation: Evaluation, question: Question) -> str:
    """The name of exactly what answers a question: its rule and its parameters' values, the files of the registers it
    reads, place, period and slices; the editions of what a second-order value is made of."""
    indicator = evaluation.indicators[question.indicator]
    asked = [
        question.indicator,
        question.level.value,
        str(question.period),
        str(question.until),
        *question.by,
        str(evaluation.recorded_at),
    ]
    asked += [_rule(indicator), *_values(evaluation, indicator, question)]
    sizes = sizes_asked(evaluation.indicators, question)
    asked += [edition_of(evaluation, made) for made in (*made_from(indicator, question), *([sizes] if sizes else ()))]
    if not indicator.of:
        asked += [_files(evaluation, name) for name in evaluation.pass_for(question).registers()]
    return hashlib.sha256("\0".join(asked).encode()).hexdigest()[:24]


def _rule(indicator: type[Indicator]) -> str:
    facts = (indicator.editions, indicator.registers(), indicator.taken, indicator.not_additive, indicator.unit)
    return repr(
        (
            *facts,
            indicator.leaves_out,
            indicator.of,
            indicator.derived,
            indicator.sample,
            indicator.cell,
            indicator.better,
        )
    )


def _values(evaluation: Evaluation, indicator: type[Indicator], question: Question) -> list[str]:
    names = {name for text in indicator.formulas() for name in parsed(text).parameters()}
    names |= {indicator.threshold} if indicator.threshold else set()
    names |= {indicator.leaves_out.below} if indicator.leaves_out else set()
    values = Values(evaluation.parameters, question.days)
    return [f"{name}={values.stated(name)!r}" for name in sorted(names)]


def _files(evaluation: Evaluation, register: str) -> str:
    held = evaluation.reader.release.tables.get(register)
    return f"{register}:" + ",".join(file.sha256 for file in held.files) if held else f"{register}:"


def rows_of(cells: Cells, question: Question, edition: str) -> pa.Table:
    """The cells as rows of the observations table."""
    table, count = cells.table, cells.table.num_rows
    above = cells.above()[-1:]
    slices = [
        json.dumps(dict(zip(cells.by, values, strict=True)), ensure_ascii=False, sort_keys=True) if cells.by else ""
        for values in zip(*(table[name].to_pylist() for name in cells.by), strict=True)
    ] or [""] * count
    texts = {
        "edition": edition,
        "indicator": question.indicator,
        "level": question.level.value,
        "period": str(question.period),
    }
    columns: dict[str, object] = {name: pa.array([text] * count, pa.string()) for name, text in texts.items()}
    columns |= {"place": table["place"], "above_level": pa.array([above[0] if above else None] * count, pa.string())}
    columns |= {"above": table[above[0]] if above else pa.nulls(count, pa.string())}
    columns |= {"slice": pa.array(slices, pa.string())} | {name: table[name] for name in FIGURES}
    columns |= {"is_unverified": pa.array([cells.unverified] * count, pa.bool_())}
    return pa.table(columns).cast(SCHEMA)


def _asked(question: Question) -> str:
    parts = (question.indicator, question.level, question.period, question.until, *question.by)
    return " ".join(map(str, parts))


def _as_cell(row: Mapping[str, Any]) -> dict[str, Any]:
    above = {row["above_level"]: row["above"]} if row["above_level"] else {}
    slices = json.loads(row["slice"]) if row["slice"] else {}
    return {"place": row["place"], **above, **slices, **{name: row[name] for name in (*FIGURES, "is_unverified")}}


def _once(table: pa.Table) -> pa.Table:
    """Each row once; a row is told by its edition, place and slice."""
    keys: Sequence[str] = ("edition", "place", "slice")
    numbered = table.append_column("_n", pa.array(range(table.num_rows), pa.int64()))
    first = numbered.group_by(list(keys)).aggregate([("_n", "min")])["_n_min"]
    return table.take(pc.array_take(first.combine_chunks(), pc.sort_indices(first.combine_chunks())))
