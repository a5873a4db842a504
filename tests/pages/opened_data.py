"""A published plan with canaries wherever the public has no business, a bulletin, and tables by county that were kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tests.web.bureau import BASIC, CITY, NORTH, NOW, OFFICE, SOUTH, WEST, Bureau
from tests.web.published import items, published
from yaodian.domain.access import Purpose
from yaodian.domain.entry import Act, Seat
from yaodian.domain.period import Period
from yaodian.warehouse.evaluate.observed import FOLDER, SCHEMA
from yaodian.warehouse.keys import Keys
from yaodian.warehouse.store import Warehouse
from yaodian.web.documents import bulletins
from yaodian.web.documents.models import Bulletin
from yaodian.web.plans.models import PlanEdition
from yaodian.web.work.models import Item, PromiseLight
from yaodian.web.work.writing import Opening

ADDRESS = "/open/plan/2020"
CANARY = "金丝雀"
PERSONS, SCHOOLS = "dropout_cleared_ratio", "football_coverage_ratio"


def opened(bureau: Bureau, folder: Path) -> PlanEdition:
    """The plan with work done on it; every reason, remark, case, person, part and account has a canary in it."""
    edition = published(bureau, folder)
    first, second, third = items()
    bureau.done(BASIC, first, Act.ACCEPT)
    bureau.done(BASIC, first, Act.REPORT, promise=promise_of(first), value=2, as_of="2020-05-31", note=f"{CANARY}备注")
    bureau.done(CITY, first, Act.INSTRUCT, text=f"{CANARY}批示", note=f"{CANARY}附言")
    bureau.done(BASIC, second, Act.ACCEPT)
    bureau.done(OFFICE, second, Act.EXTEND, due="2021-01-31", reason=f"{CANARY}理由")
    part = Opening(plan=edition, address=first.address)
    bureau.item("part-1", NORTH, part, title=f"{CANARY}县的一份", item=first.subject)
    child = Opening(edition, third.address, f"{CANARY}-child", Purpose.DROPOUT_PREVENTION.value)
    told = {"title": f"{CANARY}个案", "item": third.subject, "person": f"{CANARY}-child"}
    bureau.item("case-1", BASIC, child, kind="assurance", is_case=True, **told)
    return edition


def promise_of(item: Item) -> str:
    """The promise of an item that is not of 温馨校园."""
    return str(next(promise for promise, value in item.state["promised"].items() if value != 20))


def measured(edition: PlanEdition, item: Item, indicator: str, counted: float, among: float) -> PromiseLight:
    """A light of the item's promise by an indicator, with an outlook that is nobody's business."""
    share = counted / among
    told = {
        "words": "新建公办幼儿园 6所", "wanted": "6所", "shown": f"{share:.1%}", "numerator": counted,
        "denominator": among, "low": 1.0, "is_ratio": True, "series": {}, "outlook": f"{CANARY}走势",
    }  # fmt: skip
    return PromiseLight.objects.create(
        edition=edition, item=item, promise=promise_of(item), on=date(2020, 5, 31), release="r0", indicator=indicator,
        colour="red", zh=f"{CANARY}还缺{among - counted:g}", en=CANARY, value=share, source="measured",
        as_of=date(2020, 5, 31), told=told,
    )  # fmt: skip


def issued(bureau: Bureau) -> Bulletin:
    second = bureau.account("second", OFFICE, Seat.OFFICE)
    made = bulletins.draft(by=bureau.accounts[OFFICE], period=Period("2020-06"), at=NOW)
    return bulletins.issue(
        by=bureau.accounts[OFFICE], bulletin=bulletins.sign(by=second, bulletin=made, at=NOW), at=NOW
    )


def kept_records(folder: Path) -> Path:
    """A warehouse without registers whose release has kept two indicators: one of persons with small cells, one of
    schools."""
    warehouse = Warehouse.create(folder, Keys.new(demo=True))
    rows = [
        *_rows(PERSONS, {NORTH: (40, 100), SOUTH: (30, 50), WEST: (1, 3), "520381": (50, 100)}, (121, 253)),
        *_rows(SCHOOLS, {NORTH: (3, 4), SOUTH: (1, 4), WEST: (0, 2)}, (4, 10)),
    ]
    table = pa.Table.from_pylist(rows, SCHEMA)
    notes = {"held": {"e": "e"}, "current": {"e": "e"}}
    (folder / FOLDER).mkdir()
    file = folder / FOLDER / f"{warehouse.release().id}.parquet"
    pq.write_table(table.replace_schema_metadata({name: json.dumps(note) for name, note in notes.items()}), file)
    return folder


def _rows(
    indicator: str, parts: dict[str, tuple[float, float]], whole: tuple[float, float]
) -> Sequence[dict[str, Any]]:
    cells = [("city", "520300", whole), *(("county", place, part) for place, part in parts.items())]
    return [
        {
            "edition": "e", "indicator": indicator, "level": level, "period": "2020", "place": place, "slice": "",
            "numerator": counted, "denominator": among, "cell": among, "value": counted / among,
            "is_unverified": False,
        }
        for level, place, (counted, among) in cells
    ]  # fmt: skip
