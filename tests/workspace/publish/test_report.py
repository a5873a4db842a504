"""报告: the page quotes the text exactly, escapes everything and leads from each node to its words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from tests.any_plan import any_plans
from tests.plans import DRAFT, Block, Said, build, qinghe
from tests.small_catalogue import CATALOGUE
from tests.some_findings import EVIL, some_findings
from yaodian.domain.plan import Plan, Role
from yaodian.domain.text import Source, Span
from yaodian.workspace.publish.report.marking import Mark, marked_lines
from yaodian.workspace.publish.report.page import report_html

PLAN = qinghe()
PAGE = report_html(PLAN, some_findings(PLAN), CATALOGUE)
TREE = html.fromstring(PAGE)


def words(element: html.HtmlElement) -> str:
    return str(element.text_content())


def test_the_left_side_is_the_text_line_by_line() -> None:
    lines = TREE.get_element_by_id("text").find_class("line")
    said = {int(line.get("data-line")): words(line) for line in lines}
    assert said == {n: line for n, line in enumerate(PLAN.source.text.split("\n"), 1) if line.strip()}


def test_each_measures_words_stand_once_on_the_left() -> None:
    left = words(TREE.get_element_by_id("text"))
    for _, _, measure in PLAN.measures():
        assert left.count(measure.text) == 1


def test_every_way_leads_to_marked_words_and_every_id_stands_once() -> None:
    ids = TREE.xpath("//@id")
    assert len(ids) == len(set(ids))
    ways = [way for way in TREE.xpath("//a/@href") if way != "#findings"]
    assert len(ways) >= 37
    assert {way.removeprefix("#") for way in ways} <= set(ids)


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        ("number", ["10所", "25所", "80%以上", "3所", "4200个", "不漏一人"]),
        ("owner", ["素质教育中心", "基教科", "资助中心", "计财科", "计财科", "基教科", "工委办（党建办）"]),
        ("document", ["营养餐采购办法"]),
        ("platform", ["青禾智慧教育云平台"]),
        ("day", ["6月底前", "11月20日前", "每学期"]),
        ("finding", ["10所", "资助中心"]),
        ("goal", ["建设教育强市"]),
        ("section", ["一、突出全面育人", "二、突出民生保障"]),
    ],
)
def test_spans_are_marked_by_what_they_are(look: str, expected: list[str]) -> None:
    marked = TREE.get_element_by_id("text").find_class(look)
    assert [words(element) for element in marked] == expected


def test_the_right_side_names_kind_numbers_owners_and_days() -> None:
    (row,) = TREE.xpath("//tr[@id='p-t2-m0']")
    assert [words(cell) for cell in row] == ["3.1", "建成新城小学等3所学校", "授牌", "3所", "6月底前（6月30日）"]
    assert "牵头 计财科" in words(TREE.get_element_by_id("p-t2"))


def test_findings_edges_and_goals_stand_below() -> None:
    below = words(TREE.get_element_by_id("findings"))
    for said in (
        "YD103",
        "第 5 行",
        "没有时限就无法判断是否逾期。",
        "学校建成后方能招生",
        "先决",
        "建设教育强市",
        EVIL,
    ):
        assert said in below


def test_the_page_needs_no_other_file_and_no_server() -> None:
    assert not re.search(r"""(src|href)=["'](?!#)""", PAGE)
    assert "url(" not in PAGE
    assert "@import" not in PAGE
    assert "default-src 'none'" in PAGE


def test_no_word_of_the_plan_becomes_markup() -> None:
    evil = "<script>alert(1)</script>&\"'><img src=x onerror=alert(1)>${title}"
    block = Block(evil, evil, (Said(evil, evil, ((evil, evil, ()),), ((evil, "use"),), (evil,)),), ((evil, Role.LEAD),))
    page = report_html(build(((evil, evil, (block,)),), title=evil, aim=evil), some_findings(PLAN), CATALOGUE)
    tree = html.fromstring(page)
    assert len(tree.xpath("//script")) == 1
    assert tree.xpath("//img") == []
    assert tree.xpath("//@onerror") == []
    assert words(tree.xpath("//h1")[0]) == evil


def test_in_english_the_page_says_so() -> None:
    page = report_html(PLAN, some_findings(PLAN), CATALOGUE, "en")
    assert '<html lang="en">' in page
    assert "8 measures" in page
    assert "Without a deadline nobody can tell" in page


def test_a_plan_without_findings_says_so() -> None:
    assert "没有发现问题。" in report_html(build(DRAFT), (), CATALOGUE)


@given(any_plans())
@settings(deadline=None)
def test_any_plan_gives_a_page(plan: Plan) -> None:
    assert report_html(plan, (), CATALOGUE).endswith("</html>\n")


@given(
    st.text(alphabet="中a<&\n ", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6)
)
def test_marks_that_cross_leave_every_character_once(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = [Span(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in pairs]
    marks = [Mark(span, "x", f"n{n}") for n, span in enumerate(spans) if span]
    lines = list(marked_lines(Source("x", text), marks))
    shown = [words(html.fragment_fromstring(line)) for line in lines]
    assert shown == [line for line in text.split("\n") if line.strip()]
    for mark in marks:
        pieces = [e for line in lines for e in html.fragment_fromstring(line).xpath(f".//*[@data-n='{mark.node}']")]
        said = "".join(words(piece) for piece in pieces)
        if all(line.strip() for line in text.split("\n")):
            assert said == mark.span.of(text).replace("\n", "")


def test_a_span_over_several_lines_is_marked_on_each() -> None:
    task = replace(PLAN.tasks[0], span=Span(0, len(PLAN.source.text)))
    page = html.fromstring(report_html(replace(PLAN, tasks=(task,)), (), CATALOGUE))
    assert len(page.get_element_by_id("text").find_class("task")) == 8
