"""核对: a document is read into a draft, its text reviewed, what is doubtful decided; what is no plan is refused."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.compiler.read.hostile_files import FILES
from tests.pages.draft_office import SHIPPED, Office, decided, draft_there, measure
from tests.web.bureau import BASIC, CITY, NORTH, OFFICE, Bureau
from tests.web.published import PLAN
from yaodian.domain.entry import Seat
from yaodian.web.plans.models import PlanDraft
from yaodian.workspace.planfile.reading import plan_from_yaml

HOSTILE = {
    "锚.yaml": b"schema: yaodian.plan-file/1\nsource: &a {name: x}\ntasks: [*a, *a]\n",
    "深.yaml": b"schema: yaodian.plan-file/1\ntasks: " + b"[" * 20_000,
    "长.yaml": b"schema: yaodian.plan-file/1\n" + b"#" * 1_100_000,
    "长.txt": "1.推进工作。一是做事。\n".encode() * 30_000,
    "空谈.txt": "2020年工作要点\n".encode(),
    "无年.txt": "工作要点\n\n1.提高教学质量。一是新建学校6所。（责任单位：基础教育科）".encode(),
}
BROKEN = (
    "a docx that unpacks to 1 GB", "a docx of a billion laughs", "a pdf whose page unpacks to 850 MB",
    "a page nested a hundred thousand deep",
)  # fmt: skip


def test_the_review_shows_every_sign_of_the_text_once(office: Office) -> None:
    office.upload(SHIPPED.read_bytes())
    page = office.client.get(f"/plan/new/{draft_there().pk}/review").content.decode()
    shown = [
        unescape(re.sub("<[^>]*>", "", line)) for line in re.findall(r'<div class="ln"[^>]*>.*?<p>(.*?)</p>', page)
    ]
    assert shown == [line for line in SHIPPED.read_text("utf-8").split("\n") if line.strip()]


def test_numbers_owners_documents_and_doubts_are_marked_in_the_text(office: Office) -> None:
    office.upload(SHIPPED.read_bytes())
    page = office.see("review")
    doubtful = page.count("采用建议</button>")
    assert page.count('class="num"') == 18
    assert page.count('class="own"') == sum(
        len(task.duties) for task in plan_from_yaml(draft_there().plan_file, "").tasks
    )
    assert page.count('class="docu"') == 17
    assert 0 < page.count('class="low"') == doubtful


def refused_once(answer: Any) -> None:
    told = re.findall(r'role="alert"><b>(.*?)</b>', answer.content.decode())
    assert answer.status_code == 422
    assert len(told) == 1
    assert len(told[0]) > 8
    assert not PlanDraft.objects.exists()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_no_plan_is_refused_with_one_sentence(office: Office, name: str) -> None:
    refused_once(office.upload(HOSTILE[name], name))


@pytest.mark.parametrize("name", BROKEN)
def test_a_hostile_document_is_refused_with_one_sentence(office: Office, name: str) -> None:
    file, make = FILES[name]
    refused_once(office.upload(make(), file))


@pytest.mark.parametrize("unit", [BASIC, CITY, NORTH, "n1"])
def test_only_the_office_may_open_a_draft(bureau: Bureau, office: Office, unit: str) -> None:
    office.upload(PLAN)
    other = Office(bureau, unit)
    address = f"/plan/new/{draft_there().pk}"
    pages = ("review", "fill", "bind", "split", "publish", "compare")
    assert {other.client.get(f"{address}/{page}").status_code for page in pages} == {403}
    assert other.upload(PLAN).status_code == 403
    assert other.decide(all="confident").status_code == 403
    assert other.publish().status_code == 403
    assert other.client.post(f"{address}/discard", {"version": 1}).status_code == 403
    assert not decided()


def test_a_colleague_goes_on_with_the_same_draft(bureau: Bureau, office: Office) -> None:
    office.upload(PLAN)
    bureau.accounts["colleague"] = bureau.account("colleague", OFFICE, Seat.OFFICE)
    colleague = Office(bureau, "colleague")
    assert draft_there().title in colleague.client.get("/plan/new").content.decode()
    assert colleague.decide(all="confident").status_code == 303
    assert {told["by"] for told in draft_there().decisions.values()} == {"colleague"}


def test_a_write_on_an_older_version_shows_both_sides_and_changes_nothing(office: Office) -> None:
    office.upload(PLAN)
    key = f"due/{measure('温馨校园').id}"
    office.decide(**{f"say/{key}": "2020-06-30"})
    answer = office.decide(version=1, **{f"say/{key}": "2020-09-30"})
    told = answer.content.decode()
    assert answer.status_code == 409
    assert re.search(r"<ins>9月30日|<ins>2020年9月30日", told)
    assert re.search(r"<del>6月30日|<del>2020年6月30日", told)
    assert decided()[key] == "2020-06-30"
    mine = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', told.split("<form")[-1]))
    office.client.post(f"/plan/new/{draft_there().pk}/decide", mine)
    assert decided()[key] == "2020-09-30"


@pytest.mark.parametrize(
    ("what", "typed"),
    [
        ("number", "很多"),
        ("number", "10个蛋糕"),
        ("due", "月底"),
        ("due", "2019-05-01"),
        ("kind", "party"),
        ("bind", "nothing"),
    ],
)
def test_what_does_not_fit_is_refused_and_stays_in_its_field(office: Office, what: str, typed: str) -> None:
    office.upload(PLAN)
    third = measure("艺术特色")
    subject = third.targets[0].id if what in ("number", "bind") else third.id
    answer = office.decide(edit=third.id, **{f"say/{what}/{subject}": typed})
    page = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert 'role="alert"' in page
    assert what in ("kind", "bind") or f'value="{typed}"' in page
    assert not decided()


def test_a_subject_of_another_plan_is_refused(office: Office) -> None:
    office.upload(PLAN)
    assert office.decide(**{"say/kind/m-zzzzzz": "project"}).status_code == 422
    assert office.decide(**{"say/nonsense": "x"}).status_code == 422


def test_agreeing_and_taking_another_kind_settle_a_doubt_each(office: Office) -> None:
    office.upload(SHIPPED.read_bytes())
    doubts = re.findall(r'name="agree" value="([^"]+)"', office.see("review"))
    other = re.findall(r'name="say/kind/([^"]+)" value="([^"]+)"', office.see("review"))
    office.decide(agree=doubts[0])
    office.decide(**{f"say/kind/{other[1][0]}": other[1][1]})
    left = re.findall(r'name="agree" value="([^"]+)"', office.see("review"))
    assert left == doubts[2:]
    assert decided()[f"kind/{other[1][0]}"] == other[1][1]


def test_a_plan_file_is_read_as_it_stands(office: Office, plan_file: Path) -> None:
    office.upload(plan_file.read_bytes(), "2020.plan.yaml")
    assert json.dumps(draft_there().plan_file) == json.dumps(plan_file.read_text("utf-8"))


def test_a_draft_is_discarded_and_its_pages_are_gone(office: Office) -> None:
    office.upload(PLAN)
    draft = draft_there()
    address = f"/plan/new/{draft.pk}"
    assert office.client.post(f"{address}/discard", {"version": draft.version}).status_code == 303
    assert not PlanDraft.objects.exists()
    assert office.client.get(f"{address}/review").status_code == 404


def test_the_way_to_a_new_plan_stands_on_the_list_of_plans_for_the_office_alone(bureau: Bureau, office: Office) -> None:
    assert "/plan/new" in office.client.get("/plan").content.decode()
    assert "/plan/new" not in Office(bureau, BASIC).client.get("/plan").content.decode()


@pytest.mark.parametrize("page", ["review", "review?show=all", "fill", "fill?lack=lead", "bind", "split", "publish"])
def test_every_step_reads_well_in_english(office: Office, page: str) -> None:
    office.upload(PLAN)
    office.client.cookies["lang"] = "en"
    told = office.see(page)
    assert "New plan" in told
    assert not re.search("核对|时限|承诺数|挂指标|下发|采用|建议|待商定", told)
