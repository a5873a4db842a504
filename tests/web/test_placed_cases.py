"""Cases of those left out stand below the item of the plan that promises it, and are counted there; without a plan they are free."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.linked_children import children
from tests.pages.reader import Reader
from tests.web.bureau import BASIC, NORTH, OFFICE, SOUTH, WEST, Bureau
from tests.web.published import items, published
from tests.web.test_left_out import apart, case, left_out, night
from yaodian.domain.entry import Act
from yaodian.warehouse.store import Warehouse
from yaodian.web.audit.models import AuditRow
from yaodian.web.documents.cases import has_cases
from yaodian.web.work.models import Item
from yaodian.web.work.verifying import entries_fault, states_fault

pytestmark = pytest.mark.django_db
__all__ = ["children", "left_out"]
PLAN = """清河市2020年教育工作要点

一、保障基本民生

1.抓好控辍保学。巩固辍学学生动态清零成果。（责任单位：基教科）

2.提高教学质量。制定《清河市中小学教研工作规定》。（责任单位：基教科）
"""


@pytest.fixture
def found(bureau: Bureau, left_out: Warehouse) -> Warehouse:
    apart(left_out, bureau.accounts[BASIC])
    return left_out


def test_without_a_plan_they_are_free_and_placed_when_one_is_published(
    bureau: Bureau, found: Warehouse, tmp_path: Path
) -> None:
    night(found)
    assert [case(county).parent for county in (NORTH, SOUTH)] == [None, None]
    published(bureau, tmp_path, plan=PLAN)
    night(found)
    whole = items()[0]
    for county in (NORTH, SOUTH):
        placed = case(county)
        assert (placed.parent, placed.plan, placed.address) == (whole, whole.plan, whole.address)
    told = AuditRow.objects.filter(act="place_cases")
    assert told.count() == 1 and has_cases("2020")
    night(found)
    assert told.count() == 1 and entries_fault() is None and states_fault() is None


def test_they_stand_below_the_part_of_their_county_where_the_item_was_split(
    bureau: Bureau, found: Warehouse, tmp_path: Path
) -> None:
    published(bureau, tmp_path, plan=PLAN)
    whole = items()[0]
    part = bureau.item("part-north", NORTH, kind=whole.kind, item=whole.pk)
    Item.objects.filter(pk=part.pk).update(parent=whole, plan=whole.plan, address=whole.address)
    night(found)
    assert (case(NORTH).parent, case(SOUTH).parent) == (part, whole)


def test_the_item_counts_them_and_leads_to_the_programme(bureau: Bureau, found: Warehouse, tmp_path: Path) -> None:
    published(bureau, tmp_path, plan=PLAN)
    night(found)
    whole, other = items()[:2]
    text = Reader(bureau.accounts[OFFICE]).get(f"/item/{whole.pk}")[1]
    assert "发现 2 件，已办结 0 件，未办结 2 件" in text and 'href="/assurance/never_enrolled">失学<' in text
    assert "never_enrolled" not in Reader(bureau.accounts[OFFICE]).get(f"/item/{other.pk}")[1]
    crumb = Reader(bureau.accounts[NORTH]).get(f"/item/{case(NORTH).pk}")[1]
    assert f'<a href="/item/{whole.pk}">所属事项</a>' in crumb
    assert Reader(bureau.accounts[WEST]).get(f"/item/{case(NORTH).pk}")[0] == 404


def test_an_open_case_holds_up_no_item(bureau: Bureau, found: Warehouse, tmp_path: Path) -> None:
    published(bureau, tmp_path, plan=PLAN)
    night(found)
    whole = items()[0]
    bureau.done(whole.owner, whole, Act.ACCEPT)
    assert bureau.done(whole.owner, whole, Act.SUBMIT).phase == "submitted"
