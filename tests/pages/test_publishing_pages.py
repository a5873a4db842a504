"""下发: what a draft lacks is filled in, its promises are split among counties, and it is published as a plan that runs."""

from __future__ import annotations

import os
import re
from html import unescape
from pathlib import Path

import pytest

from tests.pages.draft_office import SHIPPED, Office, decided, draft_there, measure
from tests.web.bureau import BASIC, Bureau
from tests.web.published import PLAN
from yaodian.domain.entry import Act
from yaodian.web.plans.drafting import review_of
from yaodian.web.plans.models import PlanDraft, PlanEdition
from yaodian.web.work.models import Item
from yaodian.workspace.drafting.lacking import Lack, lacking
from yaodian.workspace.planfile.reading import plan_from_yaml

SHARED = Path(os.environ.get("YAODIAN_SHARED", Path(__file__).parents[3] / "shared"))
FOUNDING = SHARED / "seed/zunyi-2020.txt"
PART = re.compile(r'name="(part/[^"]+)" value="([^"]*)"')


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


def test_what_is_missing_is_filled_one_by_one_or_at_once(office: Office) -> None:
    office.upload(SHIPPED.read_bytes())
    fields = re.findall(r'name="(say/due/[^"]+)"', office.see("fill?lack=due"))
    office.decide("fill", lack="due", **{fields[0]: "2020-06-30", fields[1]: ""})
    assert list(decided().values()) == ["2020-06-30"]
    office.decide("fill", lack="due", all="due")
    assert set(decided().values()) == {"2020-06-30", "2020-12-31"}
    assert "say/due/" not in office.see("fill?lack=due")


@pytest.mark.parametrize("lack", ["due", "lead", "number"])
def test_enter_in_a_field_saves_what_is_filled_in_and_decides_nothing_else(office: Office, lack: str) -> None:
    office.upload(SHIPPED.read_bytes())
    buttons = re.findall(r'<button[^>]*form="decide"[^>]*>', office.see(f"fill?lack={lack}"))
    assert "name=" not in buttons[0]  # what browsers press on Enter is the first button of the form


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


def test_each_unit_s_share_is_shown_before_it_is_published(office: Office) -> None:
    office.accepted()
    page = office.see("publish")
    assert BASIC in page
    assert "艺术特色" in page
    office.publish()
    assert set(Item.objects.values_list("owner", flat=True)) == {BASIC}


def test_publishing_twice_publishes_once(office: Office) -> None:
    office.accepted()
    draft = draft_there()
    for _ in range(2):
        office.client.post(f"/plan/new/{draft.pk}/publish", {"version": draft.version})
    assert PlanEdition.objects.count() == 1
    assert office.client.get(f"/plan/new/{draft.pk}/review").status_code == 404


def test_a_revised_document_keeps_the_ids_of_what_is_the_same(office: Office) -> None:
    office.accepted()
    office.publish()
    before = set(Item.objects.values_list("subject", flat=True))
    office.accepted(PLAN.replace("艺术特色学校2所", "艺术特色学校3所"))
    office.publish()
    assert set(Item.objects.values_list("subject", flat=True)) == before
    assert sorted(PlanEdition.objects.values_list("number", flat=True)) == [1, 2]


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
