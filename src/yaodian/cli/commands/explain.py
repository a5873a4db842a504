"""yaodian explain: what a code, a kind of work or another declared thing means."""

from __future__ import annotations

import inspect
import json

import click

from yaodian.cli.findings import LABELS
from yaodian.cli.given import form, lang
from yaodian.cli.language import language, say
from yaodian.cli.shape import Command
from yaodian.declare.declared import Declared
from yaodian.declare.indicator import Indicator
from yaodian.declare.kind import Kind
from yaodian.declare.rule import Rule
from yaodian.domain.finding import Refusal, Words
from yaodian.workspace.plans import shipped_catalogue


def run(name: str, form: str) -> int:
    entry = _found(name)
    facts = _facts(entry)
    if form == "json":
        click.echo(json.dumps(facts, ensure_ascii=False, indent=1))
        return 0
    for label, words in facts.items():
        click.echo(f"{label}{say('：', ': ')}{words}")
    return 0


def _found(name: str) -> type[Declared]:
    """The declaration with this code, id, earlier id or label."""
    wanted = name.upper() if name.upper().startswith("YD") else name
    for entries in shipped_catalogue().entries.values():
        for entry in entries.values():
            if wanted in (entry.id, entry.label, getattr(entry, "code", None), *entry.formerly):
                return entry
    raise Refusal(
        Words(
            f"目录中没有“{name}”，请用问题编号（如 YD102）、种类（如 designation）、登记簿或指标的名称。",
            f"The catalogue has no “{name}”; name a code (YD102), a kind (designation), a register or an indicator.",
        )
    )


def _facts(entry: type[Declared]) -> dict[str, str]:
    if issubclass(entry, Rule):
        return _rule(entry)
    if issubclass(entry, Kind):
        return _kind(entry)
    if issubclass(entry, Indicator):
        return _indicator(entry)
    facts = {say("名称", "name"): f"{entry.label} ({entry.id})", say("说明", "meaning"): inspect.getdoc(entry) or ""}
    if entry.reference:
        facts[say("依据", "reference")] = entry.reference
    return facts


def _rule(rule: type[Rule]) -> dict[str, str]:
    lang = language()
    return {
        say("编号", "code"): f"{rule.code} {rule.id}",
        say("名称", "name"): rule.label,
        say("级别", "severity"): say(*LABELS[rule.severity]),
        say("内容", "message"): say((inspect.getdoc(rule) or "").splitlines()[0], rule.english),
        say("为什么", "why"): rule.why.lang(lang),
        say("怎么改", "repair"): rule.repair.lang(lang),
    }


def _indicator(indicator: type[Indicator]) -> dict[str, str]:
    place, period = indicator.grain
    formulas = [f"{name}（{since}）{sql}" for name, dated in indicator.editions.items() for since, sql in dated.items()]
    answers = "；".join(example for answer in indicator.answers for example in answer.examples)
    return {
        say("指标", "indicator"): say(f"{indicator.label} ({indicator.id})", f"{indicator.id}: {indicator.english}"),
        say("公式", "in words"): indicator.words,
        say("单位", "unit"): indicator.unit.symbol,
        say("粒度", "grain"): f"{place.value} × {period.value}",
        say("登记簿", "registers"): "、".join(indicator.registers()) or indicator.of,
        say("计算式", "formulas"): "；".join(formulas),
        say("能度量的承诺", "measures promises such as"): answers or say("未声明", "none declared"),
        say("依据", "reference"): indicator.reference,
    }


def _kind(kind: type[Kind]) -> dict[str, str]:
    since, steps = max(kind.editions["steps"].items())
    cycle = " → ".join(say(step.label, step.name) for step in steps)
    return {
        say("种类", "kind"): say(f"{kind.label} ({kind.id})", f"{kind.id}: {kind.english}"),
        say("说明", "meaning"): kind.meaning.lang(language()),
        say("说出它的词", "cues"): "、".join(kind.cues),
        say("要写明", "must say"): say("、".join(n.label for n in kind.needs), ", ".join(kind.needs))
        or say("无", "nothing"),
        say("一个案例是", "a case is"): kind.case_label.lang(language()) if kind.case_label else say("无", "none"),
        say(f"步骤（{since} 起）", f"steps (since {since})"): cycle,
        say("默认度量", "measured by"): kind.measured_by.lang(language()),
    }


command = Command(
    "explain",
    callback=run,
    params=[click.Argument(["name"], metavar=say("名称", "NAME")), form(("text", "json"), "text"), lang()],
    help=say(
        "解释一个问题编号、一种工作、一个登记簿或指标。", "Explain a code, a kind of work, a register or an indicator."
    ),
    examples="""yaodian explain YD103
        yaodian explain designation
        yaodian explain meal_local_ratio --lang en""",
)
