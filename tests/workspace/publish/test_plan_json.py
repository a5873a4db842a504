"""JSON: the form `yaodian.plan/1`, key by key."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.any_plan import any_plans
from tests.plans import qinghe
from tests.some_findings import some_findings
from yaodian.domain.finding import Severity
from yaodian.domain.plan import Operator, Plan
from yaodian.domain.text import Format, Source
from yaodian.workspace.publish.plan_json import plan_as_json

PLAN = qinghe()
SAID = plan_as_json(PLAN, some_findings(PLAN))


def test_the_head_names_the_form_the_source_and_its_hash() -> None:
    head = {key: SAID[key] for key in ("schema", "source", "text_sha256", "title", "year", "published")}
    assert head == {
        "schema": "yaodian.plan/1",
        "source": "qinghe-2020.txt",
        "text_sha256": PLAN.source.sha256,
        "title": "青禾市2020年教育工作要点",
        "year": 2020,
        "published": "2020-02-25T09:32",
    }


def test_sections_tasks_and_duties_have_the_keys_of_the_form() -> None:
    assert SAID["sections"][0] == {"no": "一", "title": "突出全面育人", "start": 36, "end": 44}
    task = SAID["tasks"][2]
    assert (task["path"], task["no"], task["section"], task["title"]) == ("二/3", "3", "二", "扩大学位供给")
    assert task["duties"][0] | {"start": 0, "end": 0} == {
        "unit": "计财科",
        "role": "lead",
        "unit_id": None,
        "start": 0,
        "end": 0,
    }
    assert task["deadlines"][0]["due"] == "2020-11-20"


def test_every_node_is_the_slice_it_names() -> None:
    text = PLAN.source.text
    measures = [m for task in SAID["tasks"] for m in task["measures"]]
    assert len(measures) == 8
    for measure in measures:
        assert measure["text"] == text[measure["start"] : measure["end"]]
        for action in measure["actions"]:
            for target in action["targets"]:
                assert target["span"] == text[target["start"] : target["end"]]
        for document in measure["documents"] + measure["platforms"]:
            assert document["title"] == text[document["start"] : document["end"]]


def test_a_measure_has_its_mark_kinds_actions_and_targets() -> None:
    measure = SAID["tasks"][0]["measures"][0]
    assert (measure["mark"], measure["kind"]) == ("一是", "title_award")
    assert measure["kinds"] == [["title_award", 0.93], ["other", 0.04]]
    action = measure["actions"][0]
    assert (action["verb"], action["object"]) == ("创建", "足球特色学校")
    assert action["targets"] == [{"span": "10所", "op": "=", "value": 10, "unit": "所", "start": 64, "end": 67}]


def test_a_range_is_a_list() -> None:
    task = PLAN.tasks[0]
    measure = task.measures[0]
    target = replace(measure.actions[0].targets[0], op=Operator.RANGE, value=(3, 5))
    action = replace(measure.actions[0], targets=(target,))
    plan = replace(PLAN, tasks=(replace(task, measures=(replace(measure, actions=(action,)),)),))
    assert plan_as_json(plan)["tasks"][0]["measures"][0]["actions"][0]["targets"][0]["value"] == [3, 5]


@pytest.mark.parametrize(
    ("lang", "message"), [("zh", "有目标值“10所”，没有完成时限"), ("en", "“10所” is promised without a deadline")]
)
def test_a_finding_is_a_diagnostic_with_line_and_column(lang: str, message: str) -> None:
    diagnostic = plan_as_json(PLAN, some_findings(PLAN), lang)["diagnostics"][0]
    assert (diagnostic["code"], diagnostic["severity"], diagnostic["message"]) == ("YD103", "error", message)
    assert (diagnostic["start"], diagnostic["line"], diagnostic["column"]) == (64, 5, 20)


def test_what_was_not_checked_is_an_info_that_says_so() -> None:
    finding = replace(some_findings(PLAN)[0], severity=Severity.NOT_CHECKED)
    diagnostic = plan_as_json(PLAN, [finding])["diagnostics"][0]
    assert (diagnostic["severity"], diagnostic["checked"]) == ("info", False)


def test_an_edited_plan_file_shows_the_words_of_the_file() -> None:
    task = PLAN.tasks[0]
    edited = replace(task, measures=(replace(task.measures[0], text="改过的话"),))
    source = Source("x", PLAN.source.text, Format.PLAN)
    assert plan_as_json(replace(PLAN, source=source, tasks=(edited,)))["tasks"][0]["measures"][0]["text"] == "改过的话"


@given(any_plans())
@settings(deadline=None)
def test_any_plan_is_valid_json_without_ids(plan: Plan) -> None:
    written = json.dumps(plan_as_json(plan), allow_nan=False)
    assert '"id"' not in written
