"""Markdown: nothing of the plan's words is taken for markup."""

from __future__ import annotations

from dataclasses import replace

from tests.plans import qinghe
from tests.small_catalogue import CATALOGUE
from tests.some_findings import some_findings
from yaodian.workspace.publish.markdown import plan_as_markdown


def test_tasks_are_headings_and_measures_rows() -> None:
    lines = plan_as_markdown(qinghe(), some_findings(qinghe()), CATALOGUE).splitlines()
    assert lines[0] == "# 青禾市2020年教育工作要点"
    assert "## 一、突出全面育人" in lines
    assert "### 1\\. 提升综合素质" in lines
    assert "牵头单位：素质教育中心　配合/责任单位：基教科" in lines
    assert "| 依托青禾智慧教育云平台实行阳光招生 | 常规 |  | 11月20日前 |  | 青禾智慧教育云平台 |  |" in lines
    assert "- **YD103** 错误　第 5 行　有目标值“10所”，没有完成时限 请写明日期，例如“11月底前”。" in lines


def test_marks_in_the_words_are_escaped() -> None:
    task = replace(qinghe().tasks[0], title="a|b *c* <i>d</i> [e](f)\n# g")
    text = plan_as_markdown(replace(qinghe(), tasks=(task,), title="# x"), (), CATALOGUE, "en")
    assert text.startswith("# \\# x\n")
    assert r"### 1\. a\|b \*c\* \<i\>d\</i\> \[e\](f) # g" in text
