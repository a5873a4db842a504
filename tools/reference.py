"""参考手册: docs/reference written from the catalogue and the commands, so that neither is described twice.

`make docs` writes the pages; `tests/test_reference.py` compares them with what they should be.
"""

from __future__ import annotations

import inspect
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import click

from tools.reference_assurance import PROGRAMMES, SIGNALS, programme_entry, signal_entry
from tools.reference_forms import facts_of, heading, quoted, table_of
from yaodian.cli.main import group
from yaodian.cli.shape import Command, Commands
from yaodian.declare.column import Column
from yaodian.declare.cross_check import CrossCheck
from yaodian.declare.early_signal import EarlySignal
from yaodian.declare.indicator import Better, Indicator
from yaodian.declare.kind import Actor, Evidence, Kind, Step
from yaodian.declare.parameter import Parameter
from yaodian.declare.programme import Programme
from yaodian.declare.register import Mode, Register, Time
from yaodian.declare.relation import Relation
from yaodian.declare.rule import Rule
from yaodian.declare.score_sheet import ScoreSheet
from yaodian.declare.standard import Standard
from yaodian.domain.period import PeriodType
from yaodian.domain.place import Level
from yaodian.workspace.plans import shipped_catalogue
from yaodian.workspace.publish.wording import EDGES, SEVERITIES
from yaodian.workspace.records import records_catalogue

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
NOTE = "本页由 `make docs` 生成，请勿手改；要改内容，改 `src/yaodian/{where}`。"

ACTORS: Mapping[Actor, str] = {
    Actor.LEAD: "牵头单位", Actor.SUPPORT: "配合单位", Actor.VERIFIER: "核验单位（不是办理单位）", Actor.COUNTY: "县（市、区）",
    Actor.SCHOOL: "学校", Actor.OFFICE: "局办公室", Actor.LEADER: "分管领导", Actor.ENGINE: "系统",
}  # fmt: skip
EVIDENCE: Mapping[Evidence, str] = {
    Evidence.OFFICIAL_DOCUMENT: "公文", Evidence.SCORE_SHEET: "评分表", Evidence.SUMMARY: "总结", Evidence.LIST: "名单",
    Evidence.CONTRACT: "合同", Evidence.CERTIFICATE: "证书", Evidence.PHOTO: "照片", Evidence.REGISTER_ROW: "登记簿中的一行",
    Evidence.MINUTES: "纪要",
}  # fmt: skip
LEVELS: Mapping[Level, str] = {Level.CITY: "市", Level.COUNTY: "县", Level.TOWN: "乡镇", Level.SCHOOL: "学校"}
PERIODS: Mapping[PeriodType, str] = {
    PeriodType.YEAR: "年", PeriodType.FISCAL_YEAR: "财政年度", PeriodType.SCHOOL_YEAR: "学年", PeriodType.TERM: "学期",
    PeriodType.QUARTER: "季度", PeriodType.TWO_MONTHS: "双月", PeriodType.MONTH: "月", PeriodType.TEN_DAYS: "旬",
    PeriodType.DAY: "日",
}  # fmt: skip
BETTER: Mapping[Better, str] = {Better.UP: "越高越好", Better.DOWN: "越低越好", Better.NONE: "无所谓高低"}
TIMES: Mapping[Time, str] = {
    Time.STATE: "从某日到某日有效（state）",
    Time.STOCK: "某日的存量（stock）",
    Time.EVENT: "某日发生（event）",
}
MODES: Mapping[Mode, str] = {
    Mode.SNAPSHOT: "全量：一次报齐一个范围（snapshot）",
    Mode.CHANGE: "变动：只报有变化的（change）",
    Mode.EVENT: "事件：只报新发生的（event）",
}
REQUIRED: Mapping[str, str] = {
    "units": "本局单位名录",
    "calendar": "校历和节假日",
    "indicators": "已声明的指标",
    "edges": "举措之间的关联",
}


def pages() -> dict[str, str]:
    """Every generated page by its file's name, in Chinese whatever the reader's own setting."""
    os.environ.pop("YAODIAN_LANG", None)
    catalogue, records = shipped_catalogue(), records_catalogue()
    kinds = sorted(catalogue.of(Kind).values(), key=lambda kind: kind.rank)
    rules = sorted(catalogue.of(Rule).values(), key=lambda rule: rule.code)
    return {
        "kinds.md": _page("工作种类", "kinds", KINDS, [_kind(kind) for kind in kinds]),
        "rules.md": _page("检查规则", "rules", RULES, [_rule(rule) for rule in rules]),
        "indicators.md": _page("指标", "indicators", INDICATORS, map(_indicator, catalogue.of(Indicator).values())),
        "registers.md": _page("登记簿", "registers", REGISTERS, map(_register, catalogue.of(Register).values())),
        "parameters.md": _page("参数", "parameters", PARAMETERS, map(_parameter, catalogue.of(Parameter).values())),
        "relations.md": _page("关系", "relations", RELATIONS, map(_relation, catalogue.of(Relation).values())),
        "cross-checks.md": _page(
            "跨登记校验", "cross_checks", CROSS_CHECKS, map(_cross_check, records.of(CrossCheck).values())
        ),
        "programmes.md": _page(
            "保障项目", "programmes", PROGRAMMES, map(programme_entry, records.of(Programme).values())
        ),
        "signals.md": _page("早期信号", "signals", SIGNALS, map(signal_entry, records.of(EarlySignal).values())),
        "score-sheets.md": _page(
            "评分表", "score_sheets", SCORE_SHEETS, map(_score_sheet, catalogue.of(ScoreSheet).values())
        ),
        "standards.md": _page("均衡标准", "standards", STANDARDS, map(_standard, records.of(Standard).values())),
        "commands.md": _commands(),
    }


KINDS = """每项举措归入一种工作；种类决定什么算“完成”、分几步、要留什么佐证、检查时问什么。
“说出它的词”里，`创建` 是动词，`开展…活动` 是动词加宾语里的词，`…培训` 只看词。排在前面的更可度量：
一项举措有几个动作时，以最可度量的那个动作为主。怎样选出种类，见[编译器说明](../explanation/compiler.md)。"""
RULES = """`yaodian lint` 的全部规则。级别可在本局的 `bureau.yaml` 里改；单处不理会，见[不理会一个问题](../how-to/silence-a-finding.md)。
规则缺少所需资料时报“未检查”，不会不作声。"""
INDICATORS = """由登记簿算出来、不用填报的数：怎么算、到哪一级、越高越好还是越低越好、依据什么。"""
REGISTERS = """本局已有的名单和台账：字段、主键、来源、校验。怎样导入，见[导入](../how-to/import.md)。
分级：P0 可公开，P1 科室内，P2 涉及个人而不指名，P3 指名或定位到人，P4 终身识别或可能伤害其人；“保险库”的字段单独加密存放，公式用不到。"""
PARAMETERS = """带日期的阈值和表：从哪天起是什么值、依据什么文件。本局资料夹里的 `parameters/*.yaml`
用同样的写法。"""
RELATIONS = """两项举措用词不同而其实有关联的事实，由目录声明，用于[关联](../explanation/compiler.md)。"""

CROSS_CHECKS = """几个登记簿放在一起才看得出的差错。`yaodian check` 对一个数仓某一天的在册情况逐项去查，`yaodian load --all` 装完后也查；
只报数目和头几例，不显示姓名和证件号（保险库的字段只以盲索引比较是否相等）。"""

SCORE_SHEETS = """督导走访时填的表：看什么、每项最多几分、哪一项可以附照片。没有一项问到个人。学校怎样抽、表怎样填，见
[用网站](../how-to/site.md)。"""

STANDARDS = """`yaodian balance` 用来评一个县的标准：哪些学校计入、每项按哪个参数、差异系数的上限。怎样用，见[评一个县的均衡](../how-to/balance.md)；
怎样算，见[说明](../explanation/balance.md)。"""


def _page(title: str, folder: str, about: str, entries: Iterable[str]) -> str:
    return "\n\n".join([f"# {title}", about, NOTE.format(where=f"catalogue/{folder}/"), *entries]) + "\n"


def _kind(kind: type[Kind]) -> str:
    since, steps = max(kind.editions["steps"].items())
    facts = {
        "英文": kind.english,
        "可度量的次序": str(kind.rank),
        "说出它的词": quoted(kind.cues),
        "句中有这些词就不算": quoted(kind.unless),
        "必须写明": "、".join(need.label for need in kind.needs) or "无",
        "一个案例是": kind.case_label.zh if kind.case_label else "不分案例",
        "登记簿": f"`{kind.records}`" if kind.records else "",
        "默认度量": kind.measured_by.zh,
    }
    rows = [_step(steps, index) for index in range(len(steps))]
    table = table_of(("步骤", "由谁", "佐证", "要写明", "至少几个工作日", "之后"), rows)
    return "\n\n".join([heading(kind), kind.meaning.zh, facts_of(facts), f"步骤（{since} 起）：", table])


def _step(steps: Sequence[Step], index: int) -> tuple[str, ...]:
    step = steps[index]
    named = {s.name: s.label for s in steps}
    after = [named.get(name, name) for name in step.to]
    if not after and not step.closes and index + 1 < len(steps):
        after = [steps[index + 1].label]
    ends = ["销号"] if step.closes else []
    evidence = EVIDENCE[step.evidence] if step.evidence else ""
    asks = "、".join(one.label if one.required else f"{one.label}（可不填）" for one in step.asks)
    days = str(step.days or "")
    return (f"{step.label} `{step.name}`", ACTORS[step.by], evidence, asks, days, "、".join(ends + after))


def _rule(rule: type[Rule]) -> str:
    facts = {
        "级别": SEVERITIES[rule.severity].zh,
        "内容": (inspect.getdoc(rule) or "").splitlines()[0],
        "为什么": rule.why.zh,
        "怎么改": rule.repair.zh,
        "要用到": "、".join(REQUIRED.get(name, name) for name in rule.requires),
    }
    return f"{heading(rule)}\n\n{facts_of(facts)}"


def _indicator(indicator: type[Indicator]) -> str:
    level, period = indicator.grain
    facts = {
        "英文": indicator.english,
        "公式": indicator.words,
        "单位": indicator.unit.symbol or "比值（0—1）",
        "算到": f"{LEVELS[level]}、{PERIODS[period]}",
        "方向": BETTER[indicator.better],
        "登记簿": quoted(indicator.registers()),
        "由哪个指标而来": f"`{indicator.of}`" if indicator.of else "",
        "可分组": quoted(indicator.disaggregations),
        "对照的参数": f"`{indicator.threshold}`" if indicator.threshold else "",
        "依据": indicator.reference,
        "能度量的承诺，例如": "；".join(e for answer in indicator.answers for e in answer.examples),
    }
    formulas = [
        f"-- {name}，{since} 起\n{sql}"
        for name in ("numerator", "denominator", "value", "where")
        for since, sql in sorted(indicator.editions.get(name, {}).items())
    ]
    code = ["```sql\n" + "\n".join(formulas) + "\n```"] if formulas else []
    return "\n\n".join([heading(indicator), inspect.getdoc(indicator) or "", facts_of(facts), *code])


def _register(register: type[Register]) -> str:
    facts = {
        "英文": register.english,
        "谁的名单": register.office,
        "主键": quoted(register.key),
        "时态": TIMES[register.time],
        "报送": MODES[register.arrives.mode],
        "依据": register.reference,
        "标准": register.standard,
    }
    head = ("字段", "名称", "类型", "必填", "分级", "也写作", "例")
    checks = [f"- {check.words.zh}：`{check.holds}`；{check.hint.zh}。" for check in register.checks]
    return "\n\n".join(
        [
            heading(register),
            inspect.getdoc(register) or "",
            facts_of(facts),
            table_of(head, [_column(column) for column in register.columns]),
            *(["导入时校验（不成立就报出）：", "\n".join(checks)] if checks else []),
        ]
    )


def _column(column: Column) -> tuple[str, ...]:
    privacy = f"P{int(column.privacy)}{'，保险库' if column.vault else ''}"
    unit = f"（{column.unit.symbol}）" if column.unit and column.unit.symbol else ""
    also = "、".join(word for word in column.headings if word not in (column.label, column.name))
    required = "是" if column.required else ""
    return (f"`{column.name}`", column.label, f"{column.type}{unit}", required, privacy, also, column.example)


def _parameter(parameter: type[Parameter]) -> str:
    unit = f" {parameter.unit.symbol}" if parameter.unit and parameter.unit.symbol else ""
    rows = []
    for since in sorted(parameter.editions["value"]):
        stated = parameter.on(since)
        standing = "未核" if stated.unverified else ""
        rows.append((since.isoformat(), f"{_value(stated.value)}{unit}", stated.reference, standing))
    table = table_of(("起", "值", "依据", "备注"), rows)
    return "\n\n".join([heading(parameter), inspect.getdoc(parameter) or "", table])


def _cross_check(check: type[CrossCheck]) -> str:
    facts = {
        "查的是": check.words.zh,
        "怎样改": check.hint.zh,
        "级别": SEVERITIES[check.severity].zh,
        "用到": "；".join(f"`{name}`（{quoted(columns)}）" for name, columns in check.reads),
        "参数": quoted(check.parameters),
        "依据": check.reference,
    }
    return f"{heading(check)}\n\n{inspect.getdoc(check) or ''}\n\n{facts_of(facts)}"


def _standard(standard: type[Standard]) -> str:
    facts = {
        "英文": standard.english,
        "年份": standard.rule,
        "要求": standard.words,
        "学段": quoted(standard.stages),
        "计入的学校": f"`{standard.counts}`",
        "在校生": f"`{standard.pupils}`",
        "差异系数上限": f"`{standard.variation_limit}`（{'各项平均' if standard.is_composite else '逐项'}）",
        "每校": f"至少 `{standard.least_met}` 项达标，余项不低于 `{standard.rest}`" if standard.least_met else "",
        "补齐的单价": f"`{standard.costs}`" if standard.costs else "",
        "依据": standard.reference,
    }
    rows = [
        (item.short.zh, f"`{item.indicator}`", item.threshold and f"`{item.threshold}`", "是" if item.is_whole else "")
        for item in standard.items
    ]
    table = table_of(("项", "指标", "单校标准的参数", "按整数补"), rows)
    return "\n\n".join([heading(standard), inspect.getdoc(standard) or "", facts_of(facts), table])


def _score_sheet(sheet: type[ScoreSheet]) -> str:
    since, items = max(sheet.editions["items"].items())
    facts = {
        "英文": sheet.english,
        "用于": f"`{sheet.kind}` 的个案，填好后到 `{sheet.step}`",
        "抽样": f"在 `{sheet.drawn_at}`，比例是参数 `{sheet.share}`",
        "旁边的数": quoted(sheet.facts),
        "问题转为": f"`{sheet.findings}` 的个案，默认 {sheet.finding_days} 个工作日",
        "依据": sheet.reference,
    }
    rows = [(f"{item.words.zh} `{item.id}`", str(item.most), "可附" if item.photo else "") for item in items]
    table = table_of(("项", "满分", "照片"), rows)
    return "\n\n".join([heading(sheet), inspect.getdoc(sheet) or "", facts_of(facts), f"各项（{since} 起）：", table])


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        return "；".join(f"{key}：{_value(one)}" for key, one in value.items())
    if isinstance(value, list | tuple):
        inner = all(isinstance(one, str) for one in value)
        return ("、" if inner else "；").join(_value(one) for one in value)
    return str(value)


def _relation(relation: type[Relation]) -> str:
    facts = {
        "关联": EDGES[relation.edge].zh,
        "一头的词": quoted(relation.makes),
        "另一头的词": quoted(relation.others),
        "句中有这些词就不算": quoted(relation.unless),
        "两头须同组": f"`{relation.within}`" if relation.within else "",
        "给出的理由": relation.why.format(made="〔甲〕", other="〔乙〕"),
        "依据": relation.reference,
        "例": "；".join(f"“{a}”与“{b}”" for a, b in relation.examples),
        "不算的例子": "；".join(f"“{a}”与“{b}”" for a, b in relation.not_for),
    }
    return f"{heading(relation)}\n\n{facts_of(facts)}"


COMMANDS = """所有命令都在本机运行，不联网。写 `--lang en`（或设 `YAODIAN_LANG=en`）得到英文。

| 退出码 | 意思 |
| --- | --- |
| 0 | 正常 |
| 1 | 有 `--fail-on` 这一级或更重的问题（默认 `error`） |
| 2 | 文件读不了、写不进去，或名称不认识；一句话说明原因和办法 |
| 3 | 用法有误：命令、选项或参数写错 |"""


def commands() -> dict[str, Command]:
    """The commands by name, in their order; those of a group by both names (`indicators value`)."""
    top = group()
    assert isinstance(top, Commands)
    context = click.Context(top, info_name="yaodian")
    found: dict[str, click.Command | None] = {}
    for name in top.list_commands(context):
        command = top.get_command(context, name)
        inner = command.commands if isinstance(command, click.Group) else {}
        found |= {f"{name} {below}": one for below, one in inner.items()} or {name: command}
    return {name: command for name, command in found.items() if isinstance(command, Command)}


def _commands() -> str:
    parts = ["# 命令", COMMANDS, NOTE.format(where="cli/commands/")]
    for name, command in commands().items():
        context = click.Context(command, info_name=f"yaodian {name}", terminal_width=100)
        parts += [f"## yaodian {name}", f"```text\n{command.get_help(context).rstrip()}\n```"]
    return "\n\n".join(parts) + "\n"


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
