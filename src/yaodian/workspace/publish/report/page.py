"""The report as one HTML file: template, style and script stand beside this module and are put into it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files
from string import Template

from yaodian.compiler.lower import short_title
from yaodian.declare.catalogue import Catalogue
from yaodian.domain.finding import Finding, Severity, Words
from yaodian.domain.plan import Plan
from yaodian.workspace.publish.breakdown import address_of
from yaodian.workspace.publish.report.marking import marked_lines, marks_of
from yaodian.workspace.publish.report.outline import Outline, link
from yaodian.workspace.publish.wording import EDGES, SEVERITIES

TEXTS = {
    "text_label": Words("原文", "Source text"),
    "plan_label": Words("读出的要点", "The plan as read"),
    "findings_label": Words("问题", "Findings"),
    "edges_label": Words("举措之间的关联", "How measures hang together"),
    "goals_label": Words("目标", "Goals"),
    "skip": Words("跳到问题", "Skip to the findings"),
    "no_findings": Words("没有发现问题。", "No findings."),
}


def report_html(plan: Plan, findings: Sequence[Finding], catalogue: Catalogue, lang: str = "zh") -> str:
    """The whole page."""
    here = files(__package__ or __name__.rpartition(".")[0])
    codes: defaultdict[str, list[str]] = defaultdict(list)
    for finding in findings:
        codes[address_of(plan, finding) or ""].append(finding.code)
    shown = {name: words.lang(lang) for name, words in TEXTS.items() if name != "no_findings"}
    page = Template((here / "page.html").read_text(encoding="utf-8")).substitute(
        shown,
        lang="en" if lang == "en" else "zh-Hans",
        title=escape(plan.title or plan.source.name),
        facts="".join(f"<span>{escape(fact)}</span>" for fact in _facts(plan, findings, lang)),
        style=(here / "page.css").read_text(encoding="utf-8"),
        script=(here / "page.js").read_text(encoding="utf-8"),
        text="\n".join(marked_lines(plan.source, marks_of(plan, findings))),
        plan=Outline(plan, catalogue, codes, lang).html(),
        findings=_findings(plan, findings, lang),
        rest=_edges(plan, lang) + _goals(plan, lang),
    )
    return page.encode("utf-8", "replace").decode("utf-8")


def _facts(plan: Plan, findings: Iterable[Finding], lang: str) -> list[str]:
    measures = [measure for _, _, measure in plan.measures()]
    counts = (len(plan.sections), len(plan.tasks), len(measures), sum(len(m.targets) for m in measures))
    form = Words("{} 个部分　{} 项任务　{} 条举措　{} 个目标值", "{} sections, {} tasks, {} measures, {} targets").lang(
        lang
    )
    found = [f.severity for f in findings]
    worst = [f"{SEVERITIES[s].lang(lang)} {found.count(s)}" for s in reversed(Severity) if s in found]
    published = [f"{Words('发布', 'published').lang(lang)} {plan.published}"] if plan.published else []
    return [plan.source.name, *published, form.format(*counts), "　".join(worst)]


def _findings(plan: Plan, findings: Sequence[Finding], lang: str) -> str:
    if not findings:
        return f"<p>{TEXTS['no_findings'].lang(lang)}</p>"
    head = Words("代码 程度 位置 问题 怎样修改", "Code Severity Place Finding Repair").lang(lang).split()
    rows = [_finding(plan, finding, f"f{n}", lang) for n, finding in enumerate(findings)]
    return _table("findings", head, rows)


def _finding(plan: Plan, finding: Finding, node: str, lang: str) -> str:
    line = Words("第 {} 行", "line {}").lang(lang).format(plan.source.line_and_column(finding.span.start)[0])
    severity = finding.severity.label
    return (
        f'<tr class="node" data-n="{node}" id="p-{node}"><td>{link(node, finding.code)}</td>'
        f'<td><span class="light {severity}">{SEVERITIES[finding.severity].lang(lang)}</span></td>'
        f"<td>{escape(address_of(plan, finding) or '')}<div>{line}</div></td>"
        f"<td>{escape(finding.message.lang(lang))}<div>{escape(finding.why.lang(lang))}</div></td>"
        f"<td>{escape(finding.repair.lang(lang))}</td></tr>"
    )


def _edges(plan: Plan, lang: str) -> str:
    if not plan.edges:
        return ""
    nodes, titles = {}, {}
    for n, task in enumerate(plan.tasks):
        for k, measure in enumerate(task.measures):
            address = f"{task.path}.{k + 1}"
            nodes[address], titles[address] = f"t{n}-m{k}", short_title(measure)

    def side(address: str) -> str:
        return link(nodes.get(address, ""), f"{address} {titles.get(address, '')}")

    rows = [
        f"<tr><td>{side(edge.source)}</td><td>{EDGES[edge.kind].lang(lang)}</td><td>{side(edge.target)}</td>"
        f"<td>{escape(edge.why)}</td></tr>"
        for edge in plan.edges
    ]
    head = Words("举措 关系 举措 依据", "Measure Relation Measure Why").lang(lang).split()
    return f"<h2>{TEXTS['edges_label'].lang(lang)}</h2>{_table('edges', head, rows)}"


def _goals(plan: Plan, lang: str) -> str:
    if not plan.goals:
        return ""
    nodes = {task.path: f"t{n}" for n, task in reversed(list(enumerate(plan.tasks)))}
    titles = {task.path: f"{task.no} {task.title}" for task in plan.tasks}
    rows = [
        f'<tr class="node" data-n="g{n}" id="p-g{n}"><td>{link(f"g{n}", goal.words)}</td>'
        f"<td>{'<br>'.join(link(nodes.get(path, ''), titles.get(path, path)) for path in goal.tasks)}</td></tr>"
        for n, goal in enumerate(plan.goals)
    ]
    head = Words("目标 服务于它的任务", "Goal Tasks").lang(lang).split()
    return f"<h2>{TEXTS['goals_label'].lang(lang)}</h2>{_table('goals', head, rows)}"


def _table(name: str, head: Sequence[str], rows: Sequence[str]) -> str:
    heads = "".join(f"<th>{escape(word)}</th>" for word in head)
    return f'<table class="{name}"><thead><tr>{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table>'
