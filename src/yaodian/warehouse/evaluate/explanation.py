"""解释: where an indicator's number comes from: rule, query, register versions, and the rows behind it, masked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa
from sqlglot import exp

from yaodian.declare.column import Privacy
from yaodian.declare.indicator import Indicator
from yaodian.declare.parameter import Stated
from yaodian.domain.place import CITY, SCHOOL
from yaodian.warehouse.evaluate.evaluation import Evaluation, made_from, sizes_asked
from yaodian.warehouse.evaluate.formula import Formula, parsed
from yaodian.warehouse.evaluate.passes import Pass, qualified
from yaodian.warehouse.evaluate.question import Question
from yaodian.warehouse.evaluate.values import Values, literal
from yaodian.warehouse.sql import listed, named

ROWS = 20
COUNTED = "counted"
FORMULAS = ("numerator", "denominator", "value", "where")


@dataclass(frozen=True)
class Explanation:
    """Where the cells of a question come from. `formulas` are those in force on the period's last day by part, `versions`
    the version of each register's table in the release, `parameters` the values used with their documents, `sources` the
    questions that a second-order value is made of (then there is no `sql` of its own), or the one whose values say which
    schools are left out."""

    question: Question
    indicator: type[Indicator]
    release: str
    formulas: Mapping[str, str]
    parameters: Mapping[str, Stated]
    versions: Mapping[str, int]
    sql: str
    sources: tuple[Question, ...]


def explained(evaluation: Evaluation, question: Question) -> Explanation:
    """The explanation of a question; LookupError where no formula was in force yet, Refusal as `Evaluation.answer`."""
    indicator = evaluation.indicators[question.indicator]
    release, last = evaluation.reader.release, question.days.last
    formulas: dict[str, str] = {
        name: str(indicator.at(name, last))
        for name in ("numerator", "denominator", "value", "where")
        if name in indicator.editions
    }
    values = Values(evaluation.parameters, question.days)
    names = {name for text in formulas.values() for name in parsed(text).parameters()}
    names |= {indicator.threshold} if indicator.threshold else set()
    names |= {indicator.leaves_out.below} if indicator.leaves_out else set()
    stated = {name: values.stated(name) for name in sorted(names)}
    if indicator.of:
        return Explanation(question, indicator, release.id, {}, stated, {}, "", tuple(made_from(indicator, question)))
    one = evaluation.pass_for(question)
    versions = {name: release.tables[name].version for name in one.registers() if name in release.tables}
    sizes = sizes_asked(evaluation.indicators, question)
    sources = (sizes,) if sizes else ()
    return Explanation(question, indicator, release.id, formulas, stated, versions, one.sql(), sources)


def rows_behind(evaluation: Evaluation, question: Question, place: str, limit: int = ROWS) -> pa.Table:
    """Rows that the question counts for one place: the columns that name no person, and whether the numerator counts the
    row (`counted`). Restricted columns (P3, P4) are never shown, whatever the formula reads."""
    indicator = evaluation.indicators[question.indicator]
    one: Pass = evaluation.pass_for(question)
    values = Values(evaluation.parameters, question.days)

    def condition(tree: exp.Expression) -> str:
        written = qualified(values.put_in(tree.copy()), one.base.id)
        one.used.update(written.registers)
        return written.sql

    shown = [c.name for c in one.base.columns if not c.vault and c.privacy < Privacy.P3]
    conditions = [condition(formula.tree) for formula in _formulas(indicator, question, "where")]
    if question.level is not CITY and (held := one.reach.column_of(question.level)):
        conditions.append(f"{named(held[1], named(held[0]))} = {literal(place).sql('duckdb')}")
    left_out = evaluation.left_out(question)
    if left_out and (held := one.reach.column_of(SCHOOL)):
        codes = listed(literal(code).sql("duckdb") for code in left_out)
        conditions.append(f"{named(held[1], named(held[0]))} NOT IN ({codes})")
    counted = " OR ".join(condition(tree) for tree in _filters(indicator, question)) or "TRUE"
    columns = listed([*(named(name, named(one.base.id)) for name in shown), f"({counted}) AS {COUNTED}"])
    where = f" WHERE {' AND '.join(f'({c})' for c in conditions)}" if conditions else ""
    sql = f"SELECT {columns} FROM {one.source()}{where} ORDER BY {COUNTED} DESC LIMIT {int(limit)}"
    return evaluation.engine.query(sql, evaluation.relations(one), {})


def _formulas(indicator: type[Indicator], question: Question, *names: str) -> list[Formula]:
    return [parsed(indicator.at(name, question.days.last)) for name in names if name in indicator.editions]


def _filters(indicator: type[Indicator], question: Question) -> list[exp.Expression]:
    """The conditions under which the numerator (or value) counts a row; none where it counts every row."""
    found: list[exp.Expression] = []
    for formula in _formulas(indicator, question, "numerator", "value"):
        filters = [node.expression.this for node in formula.tree.find_all(exp.Filter)]
        if len(filters) < len(formula.aggregates()):
            return []
        found += filters
    return found
