"""yaodian indicators: what is measured, its values for places and periods, and where each number comes from."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from yaodian.cli.given import bureau, form, lang, measuring_folder, records
from yaodian.cli.language import language, say
from yaodian.cli.shape import Command, Group
from yaodian.declare.indicator import Indicator
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.period import Period
from yaodian.domain.place import Level
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.warehouse.evaluate.explanation import COUNTED, explained, rows_behind
from yaodian.warehouse.evaluate.observed import Observed
from yaodian.warehouse.evaluate.question import Question
from yaodian.workspace.balance.keeping import keep_balance
from yaodian.workspace.indicators import Indicators
from yaodian.workspace.observing import observe
from yaodian.workspace.places import bureau_places
from yaodian.workspace.publish.indicator_facts import indicator_facts
from yaodian.workspace.publish.indicator_words import formula_lines, value_in_words
from yaodian.workspace.publish.withholding import withheld
from yaodian.workspace.records_loading import existing


def run() -> None:
    context = click.get_current_context()
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def run_list(bureau: str | None, form: str) -> int:
    found = _indicators(bureau).catalogue.of(Indicator).values()
    if form == "json":
        click.echo(json.dumps([indicator_facts(indicator) for indicator in found], ensure_ascii=False, indent=1))
        return 0
    for indicator in found:
        level, period = indicator.grain
        click.echo(
            f"{indicator.id:<42}{say(indicator.label, indicator.english)}  {indicator.unit.name}  {level}/{period}"
        )
    click.echo(say(f"共 {len(found)} 个指标", f"{len(found)} indicators"))
    return 0


def run_show(indicator: str, bureau: str | None, form: str) -> int:
    facts = indicator_facts(_indicators(bureau).named(indicator))
    if form == "json":
        click.echo(json.dumps(facts, ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(f"{name}{say('：', ': ')}{value}" for name, value in facts.items() if value))
    return 0


def run_value(
    indicator: str, records: Path, level: str, on: datetime | None, period: str | None, by: Sequence[str],
    as_of: datetime | None, internal: bool, bureau: str | None, form: str,
) -> int:  # fmt: skip
    indicators = _indicators(bureau)
    found = indicators.named(indicator)
    evaluation = indicators.evaluation(existing(records), as_of)
    question = Question(found.id, Level(level), _period(found, on, period), tuple(by))
    rows, is_unverified = _rows_of(evaluation, question)
    if not internal:
        rows = withheld(rows, found, evaluation.parameters, question)
    if form == "json":
        about = {
            "indicator": found.id,
            "period": str(question.period),
            "level": level,
            "release": evaluation.reader.release.id,
            "unit": found.unit.symbol,
            "unverified": is_unverified,
        }
        click.echo(json.dumps({**about, "values": rows}, ensure_ascii=False, indent=1))
        return 0
    click.echo(f"{say(found.label, found.english)}  {question.period.label}  {evaluation.reader.release.id}")
    for row in rows:
        names = "  ".join(str(row[name]) for name in ("place", *by))
        click.echo(f"{names:<24}{value_in_words(row, found, language())}")
    if not rows:
        click.echo(
            say("无数据：登记簿还没有装入，或该时期还没有规则。", "no data: the register is empty or no rule held yet.")
        )
    if is_unverified:
        click.echo(say("注：用到未经核实的参数。", "note: hangs on a parameter that was not verified."))
    return 0


def run_observe(records: Path, on: datetime | None, back: int, split: bool, bureau: str | None) -> int:
    warehouse, indicators, day = existing(records), _indicators(bureau), on.date() if on else date.today()
    evaluation = indicators.evaluation(warehouse)
    kept = observe(evaluation, Observed(warehouse.folder), day, back=back, is_split=split)
    for question, reason in kept.refused.items():
        asked = f"{question.indicator} {question.level} {question.period}"
        click.echo(f"{asked}{say('：', ': ')}{reason.words.lang(language())}")
    taken = kept.questions - kept.computed
    click.echo(
        say(
            f"{kept.release}：{kept.questions} 个问题，新算 {kept.computed} 个，沿用 {taken} 个，共 {kept.rows} 行观测值。",
            f"{kept.release}: {kept.questions} questions, {kept.computed} computed now, {taken} taken over,"
            f" {kept.rows} observations.",
        )
    )
    judged = keep_balance(evaluation, bureau_places(indicators.bureau), day)
    click.echo(say(f"另存 {judged} 份县域均衡评判。", f"{judged} judgements of counties' balance kept too."))
    return 0


def run_explain(
    indicator: str, records: Path, level: str, place: str | None, on: datetime | None, period: str | None,
    as_of: datetime | None, bureau: str | None, limit: int,
) -> int:  # fmt: skip
    indicators = _indicators(bureau)
    found = indicators.named(indicator)
    evaluation = indicators.evaluation(existing(records), as_of)
    question = Question(found.id, Level(level), _period(found, on, period))
    told = explained(evaluation, question)
    click.echo("\n".join(formula_lines(told, language())))
    wanted = place or evaluation.city
    cells = evaluation.answer([question]).get(question)
    for row in cells.table.to_pylist() if cells else []:
        if row["place"] == wanted:
            shown = withheld([row], found, evaluation.parameters, question)[0]
            click.echo(f"{wanted}  {value_in_words(shown, found, language())}")
    made_of = say("由此得出：", "made of: ") if found.of else say("剔除学校依据：", "leaves out schools by: ")
    for source in told.sources:
        click.echo(f"{made_of}{source.indicator}  {source.level}  {source.period}")
    if not found.of and place:
        _echo_rows(rows_behind(evaluation, question, place, limit).to_pylist())
    return 0


def run_check(bureau: str | None) -> int:
    indicators = _indicators(bureau)
    faults = indicators.faults()
    for fault in faults:
        click.echo(fault.sentence(language()))
    count = len(indicators.catalogue.of(Indicator))
    click.echo(say(f"{count} 个指标，{len(faults)} 处错误。", f"{count} indicators, {len(faults)} faults."))
    return int(bool(faults))


def _rows_of(evaluation: Evaluation, question: Question) -> tuple[list[dict[str, Any]], bool]:
    """The cells by place, as kept among the observations or else computed, and whether they hang on what was not verified."""
    rows = Observed(evaluation.reader.folder).rows_for(evaluation, question)
    if rows is None:
        cells = evaluation.answer([question]).get(question)
        rows = [{**row, "is_unverified": cells.unverified} for row in cells.table.to_pylist()] if cells else []
    marks = [row.pop("is_unverified") for row in rows]
    return sorted(rows, key=lambda row: str(row["place"])), any(marks)


def _indicators(folder: str | None) -> Indicators:
    return Indicators.of(measuring_folder(folder))


def _period(indicator: type[Indicator], on: datetime | None, period: str | None) -> Period:
    if period:
        return Period.parse(period)
    if on is None:
        raise Refusal(Words("写明 --on 日期或 --period 时期", "say --on DAY or --period PERIOD"))
    return Period.of(indicator.grain[1], on.date())


def _echo_rows(rows: Sequence[Mapping[str, Any]]) -> None:
    click.echo(say(f"明细（脱敏，前 {len(rows)} 行）：", f"rows (masked, the first {len(rows)}):"))
    for row in rows:
        mark = "✓" if row[COUNTED] else " "
        click.echo(f"{mark} " + "  ".join(f"{k}={v}" for k, v in row.items() if k != COUNTED and v is not None))


_RECORDS = records()
_LEVEL = click.Option(
    ["--level"],
    type=click.Choice([level.value for level in Level]),
    default="city",
    help=say("算到哪一级。", "For the places of which level."),
)
_ON = click.Option(
    ["--on"],
    type=click.DateTime(["%Y-%m-%d"]),
    metavar=say("日期", "DAY"),
    help=say("取含这一天的时期（按指标自己的粒度）。", "The period of the indicator's grain that holds this day."),
)
_PERIOD = click.Option(
    ["--period"],
    metavar=say("时期", "PERIOD"),
    help=say("时期，如 2020、2019S、2020-08。", "A period: 2020, 2019S, 2020-08."),
)
_AS_OF = click.Option(
    ["--as-of"],
    type=click.DateTime(["%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%d"]),
    metavar=say("时刻", "INSTANT"),
    help=say("按当时已知的数据算。", "With what was known at that instant."),
)
_INDICATOR = click.Argument(["indicator"], metavar=say("指标", "INDICATOR"))

command = Group(
    "indicators",
    callback=run,
    invoke_without_command=True,
    commands=[
        Command(
            "list",
            callback=run_list,
            params=[bureau(), form(("text", "json"), "text"), lang()],
            help=say("列出全部指标。", "List all indicators."),
            examples="yaodian indicators list",
        ),
        Command(
            "show",
            callback=run_show,
            params=[_INDICATOR, bureau(), form(("text", "json"), "text"), lang()],
            help=say("显示一个指标的口径。", "Show how an indicator is defined."),
            examples="yaodian indicators show meal_local_ratio",
        ),
        Command(
            "value",
            callback=run_value,
            params=[
                _INDICATOR,
                _RECORDS,
                _LEVEL,
                _ON,
                _PERIOD,
                click.Option(
                    ["--by"], multiple=True, metavar=say("列", "COLUMN"), help=say("按列分组。", "Split by a column.")
                ),
                _AS_OF,
                click.Option(
                    ["--internal"],
                    is_flag=True,
                    help=say(
                        "不隐去小于最小单元的数，只供内部核对。",
                        "Show cells below the minimum; for checking inside only.",
                    ),
                ),
                bureau(),
                form(("text", "json"), "text"),
                lang(),
            ],
            help=say(
                "算出一个指标的值：分子、分母、值、数据版本。",
                "An indicator's values: numerator, denominator, value, release.",
            ),
            examples="""yaodian indicators value meal_local_ratio --records out/records --level county --on 2020-05-31
            yaodian indicators value designation_count --records out/records --period 2020 --by title --format json""",
        ),
        Command(
            "observe",
            callback=run_observe,
            params=[
                _RECORDS,
                click.Option(
                    ["--on"],
                    type=click.DateTime(["%Y-%m-%d"]),
                    metavar=say("日期", "DAY"),
                    help=say("取含这一天的各时期（默认今天）。", "The periods that hold this day (default today)."),
                ),
                click.Option(
                    ["--back"],
                    type=click.IntRange(0, 60),
                    default=0,
                    metavar=say("期数", "N"),
                    help=say(
                        "全市和各县另往前算几期，供走势图用。", "Also N periods further back for city and counties."
                    ),
                ),
                click.Option(
                    ["--split"],
                    is_flag=True,
                    help=say(
                        "全市和各县另按可分的每一列算，如学段、城乡。",
                        "Also split by each column, such as stage, for city and counties.",
                    ),
                ),
                bureau(),
                lang(),
            ],
            help=say(
                "算出全部指标常用时期的值并随数据版本保存；只重算有变化的。",
                "Measure all indicators for the usual periods and keep them with the release; only what changed is computed.",
            ),
            examples="""yaodian indicators observe --records out/records --on 2020-05-31
            yaodian indicators observe --records out/records --on 2020-05-31 --back 6 --split""",
        ),
        Command(
            "explain",
            callback=run_explain,
            params=[
                _INDICATOR,
                _RECORDS,
                _LEVEL,
                click.Option(["--place"], metavar=say("代码", "CODE"), help=say("哪个地方。", "Which place.")),
                _ON,
                _PERIOD,
                _AS_OF,
                bureau(),
                click.Option(
                    ["--rows", "limit"], type=click.IntRange(0, 1000), default=20, help=say("明细行数。", "Rows shown.")
                ),
                lang(),
            ],
            help=say("说明一个数从哪里来：口径、文件、查询、登记版本、脱敏明细。", "Where a number comes from."),
            examples="yaodian indicators explain meal_local_ratio --records out/records --level county --place 520325 --on 2020-05-31",
        ),
        Command(
            "check",
            callback=run_check,
            params=[bureau(), lang()],
            help=say(
                "核对全部指标的声明：列、单位、粒度、循环。", "Check the declarations: columns, units, grain, cycles."
            ),
            examples="yaodian indicators check --bureau src/yaodian/bureaus/zunyi",
        ),
    ],
    help=say("指标：口径、数值、来历。", "Indicators: how they are defined, what they are, where they come from."),
)
