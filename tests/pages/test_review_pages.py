"""新建要点: from a file to a published plan, as an office does it in the site."""

from __future__ import annotations

import json
import os
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.compiler.read.hostile_files import FILES
from tests.web.bureau import BASIC, CITY, NORTH, OFFICE, Bureau
from tests.web.published import PLAN
from yaodian.domain.entry import Act, Seat
from yaodian.web.plans.drafting import review_of
from yaodian.web.plans.models import PlanDraft, PlanEdition
from yaodian.web.work.models import Item
from yaodian.workspace.bureau import shipped_folder
from yaodian.workspace.drafting.lacking import Lack, lacking
from yaodian.workspace.planfile.reading import plan_from_yaml

SHARED = Path(os.environ.get("YAODIAN_SHARED", Path(__file__).parents[3] / "shared"))
FOUNDING = SHARED / "seed/zunyi-2020.txt"
SHIPPED = shipped_folder() / "plans" / "2020.txt"
PART = re.compile(r'name="(part/[^"]+)" value="([^"]*)"')


class Office:
    """Somebody of the office at a browser without scripts; counts what is posted."""

    def __init__(self, bureau: Bureau, unit: str = OFFICE) -> None:
        self.client, self.posts = Client(), 0
        self.client.force_login(bureau.accounts[unit])

    def upload(self, text: str | bytes, name: str = "要点.txt") -> Any:
        data = text.encode() if isinstance(text, str) else text
        self.posts += 1
        return self.client.post("/plan/new", {"file": SimpleUploadedFile(name, data)})

    def decide(self, then: str = "review", version: int | None = None, **fields: str) -> Any:
        draft = draft_there()
        self.posts += 1
        given = {"version": draft.version if version is None else version, "then": then, **fields}
        return self.client.post(f"/plan/new/{draft.pk}/decide", given)

    def see(self, page: str) -> str:
        answer = self.client.get(f"/plan/new/{draft_there().pk}/{page}")
        assert answer.status_code == 200
        return unescape(answer.content.decode())

    def publish(self) -> Any:
        draft = draft_there()
        self.posts += 1
        return self.client.post(f"/plan/new/{draft.pk}/publish", {"version": draft.version})

    def accepted(self, text: str = PLAN) -> None:
        """A draft all of whose proposals were accepted."""
        self.upload(text)
        self.decide(all="proposals")
        self.decide("bind", all="bind")


@pytest.fixture
def office(bureau: Bureau) -> Office:
    return Office(bureau)


def draft_there() -> PlanDraft:
    return PlanDraft.objects.get(edition=None)


def decided() -> dict[str, Any]:
    return {key: told["value"] for key, told in draft_there().decisions.items()}


def measure(words: str) -> Any:
    """The measure of the draft that says these words."""
    plan = plan_from_yaml(draft_there().plan_file, "draft")
    return next(one for _, _, one in plan.measures() if words in one.text)


def run_through(office: Office, data: bytes) -> PlanEdition:
    """Every step with its one button, as a plan of 27 tasks is worked through."""
    assert office.upload(data, "2020.txt").status_code == 303
    office.decide(all="confident")
    office.decide(all="proposals")
    for lack in ("due", "lead", "number"):
        office.decide("fill", all=lack, lack=lack)
    office.decide("bind", all="bind")
    parts = dict(PART.findall(office.see("split")))
    assert office.decide("split", **parts).headers["Location"].endswith("/publish")
    answer = office.publish()
    assert answer.status_code == 303, answer.content.decode()
    return PlanEdition.objects.get()


def check_the_run(office: Office, data: bytes) -> None:
    edition = run_through(office, data)
    plan = plan_from_yaml(edition.plan_file, "published")
    assert office.posts <= 12
    assert plan.source.text.encode() == data
    assert (len(plan.tasks), Item.objects.filter(parent=None).count()) == (27, 124)
    draft = PlanDraft.objects.get()
    assert draft.edition == edition
    assert all(one.kinds[0].score == 1 for _, _, one in plan.measures())
    assert not [missing for lack in Lack for missing in lacking(review_of(draft), lack)]


def test_the_shipped_plan_is_published_in_at_most_twelve_posts(office: Office) -> None:
    check_the_run(office, SHIPPED.read_bytes())


@pytest.mark.founding
@pytest.mark.skipif(not FOUNDING.exists(), reason=f"the founding plan is not at {FOUNDING}")
def test_the_founding_plan_is_published_in_at_most_twelve_posts(office: Office) -> None:
    check_the_run(office, FOUNDING.read_bytes())


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


def test_what_was_only_proposed_is_not_published(office: Office) -> None:
    office.upload(PLAN)
    assert "disabled" in office.see("publish")
    assert office.publish().status_code == 422
    office.decide(all="proposals")
    assert office.publish().status_code == 422  # the indicators are proposals still
    office.decide("bind", all="bind")
    assert office.publish().status_code == 303
    assert PlanEdition.objects.get().plan == "2020"


def test_kind_day_number_and_lead_are_mended_by_hand(office: Office) -> None:
    office.upload(PLAN)
    third, first = measure("艺术特色"), measure("公办幼儿园")
    number = third.targets[0].id
    task = plan_from_yaml(draft_there().plan_file, "").tasks[2].id
    office.decide(
        edit=third.id,
        **{
            f"say/kind/{third.id}": "project", f"say/due/{third.id}": "2020-10-30", f"say/lead/{task}": "law_and_safety",
            f"say/number/{number}": "不少于3所", f"say/number/{first.id}": "", "was/x": "",
        },
    )  # fmt: skip
    office.decide(all="proposals")
    office.decide("bind", all="bind")
    office.publish()
    item = Item.objects.get(subject=third.id)
    assert (item.kind, item.due.isoformat(), item.owner) == ("project", "2020-10-30", "law_and_safety")
    assert item.state["promised"] == {number: 3.0}
    plan = plan_from_yaml(PlanEdition.objects.get().plan_file, "")
    assert plan.source.text == PLAN


def test_a_number_that_was_misread_is_taken_out(office: Office) -> None:
    office.upload(PLAN)
    third = measure("艺术特色")
    office.decide(**{f"say/number/{third.targets[0].id}": "无"})
    office.decide(all="proposals")
    office.decide("bind", all="bind")
    office.publish()
    assert Item.objects.get(subject=third.id).state["promised"] in (None, {})


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


def test_what_is_missing_is_filled_one_by_one_or_at_once(office: Office) -> None:
    office.upload(SHIPPED.read_bytes())
    fields = re.findall(r'name="(say/due/[^"]+)"', office.see("fill?lack=due"))
    office.decide("fill", lack="due", **{fields[0]: "2020-06-30", fields[1]: ""})
    assert list(decided().values()) == ["2020-06-30"]
    office.decide("fill", lack="due", all="due")
    assert set(decided().values()) == {"2020-06-30", "2020-12-31"}
    assert "say/due/" not in office.see("fill?lack=due")


def test_a_split_that_does_not_add_up_is_refused_and_shown_as_typed(office: Office) -> None:
    office.accepted()
    parts = dict(PART.findall(office.see("split")))
    name = next(iter(parts))
    short = {field: "0" for field in parts if field.split("/")[1] == name.split("/")[1]}
    answer = office.decide("split", **{**parts, **short})
    page = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert dict(PART.findall(page)) == {**parts, **short}
    assert "差" in page
    assert not [key for key in decided() if key.startswith("split/")]


def test_a_ratio_is_not_split_but_held_by_each_county(office: Office) -> None:
    office.upload(SHIPPED.read_bytes())
    page = office.see("split")
    plan = plan_from_yaml(draft_there().plan_file, "")
    targets = [target for _, _, one in plan.measures() for target in one.targets]
    counted = {target.id for target in targets if target.unit in ("个", "所")}
    assert {name.split("/")[1] for name, _ in PART.findall(page)} == counted
    assert page.count("各县都按这一要求") == len(targets) - len(counted)


def test_the_owner_finds_the_office_s_parts_in_its_split_form(bureau: Bureau, office: Office) -> None:
    office.accepted()
    parts = dict(PART.findall(office.see("split")))
    whole = sorted(parts)
    target = measure("艺术特色").targets[0].id
    own = [name for name in whole if name.startswith(f"part/{target}/")]
    parts |= dict.fromkeys(own, "") | {own[3]: "2"}
    assert office.decide("split", **parts).status_code == 303
    office.publish()
    item = Item.objects.get(subject=measure_of(target))
    owner = Office(bureau, BASIC)
    bureau.done(BASIC, item, Act.ACCEPT)
    page = owner.client.get(f"/item/{item.subject}?do=split").content.decode()
    found = dict(re.findall(rf'name="part/([^"/]+)/{target}" value="([^"]*)"', page))
    assert found[own[3].rpartition("/")[2]] == "2"
    assert sum(map(float, found.values())) == 2


def measure_of(target: str) -> str:
    plan = plan_from_yaml(PlanEdition.objects.latest("pk").plan_file, "")
    return next(one.id or "" for _, _, one in plan.measures() if target in [t.id for t in one.targets])


def test_a_column_left_empty_is_not_split(office: Office) -> None:
    office.accepted()
    parts = dict.fromkeys(dict(PART.findall(office.see("split"))), "")
    assert office.decide("split", **parts).status_code == 303
    assert not [key for key, value in decided().items() if key.startswith("split/") and value]


def test_a_revised_document_keeps_the_ids_of_what_is_the_same(office: Office) -> None:
    office.accepted()
    office.publish()
    before = set(Item.objects.values_list("subject", flat=True))
    office.accepted(PLAN.replace("艺术特色学校2所", "艺术特色学校3所"))
    office.publish()
    assert set(Item.objects.values_list("subject", flat=True)) == before
    assert sorted(PlanEdition.objects.values_list("number", flat=True)) == [1, 2]


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


def test_publishing_twice_publishes_once(office: Office) -> None:
    office.accepted()
    draft = draft_there()
    for _ in range(2):
        office.client.post(f"/plan/new/{draft.pk}/publish", {"version": draft.version})
    assert PlanEdition.objects.count() == 1
    assert office.client.get(f"/plan/new/{draft.pk}/review").status_code == 404


def test_each_unit_s_share_is_shown_before_it_is_published(office: Office) -> None:
    office.accepted()
    page = office.see("publish")
    assert BASIC in page
    assert "艺术特色" in page
    office.publish()
    assert set(Item.objects.values_list("owner", flat=True)) == {BASIC}


def test_a_plan_is_compared_with_last_year_s_and_its_former_edition(bureau: Bureau, office: Office) -> None:
    office.accepted(PLAN.replace("2020", "2019").replace("幼儿园6所", "幼儿园9所"))
    office.publish()
    office.accepted(PLAN)
    draft_page = unescape(office.see("compare"))
    office.publish()
    page = unescape(Office(bureau, BASIC).client.get("/plan/2020/compare").content.decode())
    for told in (draft_page, page):
        assert "<del>9</del>" in told
        assert "<ins>6</ins>" in told
        assert "目标值降低" in told
    assert "/plan/2020/compare" in office.client.get("/plan/2020").content.decode()
    assert office.client.get("/plan/2019/compare").status_code == 404


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


@pytest.mark.parametrize("lack", ["due", "lead", "number"])
def test_enter_in_a_field_saves_what_is_filled_in_and_decides_nothing_else(office: Office, lack: str) -> None:
    office.upload(SHIPPED.read_bytes())
    buttons = re.findall(r'<button[^>]*form="decide"[^>]*>', office.see(f"fill?lack={lack}"))
    assert "name=" not in buttons[0]  # what browsers press on Enter is the first button of the form
