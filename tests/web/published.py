"""A small invented plan of the shipped bureau's units, published into the tests' database."""

from __future__ import annotations

import random
from datetime import datetime
from pathlib import Path

from tests.web.bureau import NOW, OFFICE, Bureau
from yaodian.web.plans.models import PlanEdition
from yaodian.web.work.models import Item
from yaodian.web.work.publishing import publish
from yaodian.workspace.bureau import load_bureau
from yaodian.workspace.planfile.identity import with_ids
from yaodian.workspace.planfile.writing import save_plan
from yaodian.workspace.plans import open_document

PLAN = """清河市2020年教育工作要点

一、推进基础教育优质发展

1.扩大学位供给。新建公办幼儿园6所，5月底前打造温馨校园20个。（牵头单位：基础教育科；配合单位：办公室）

2.提高教学质量。制定《清河市中小学教研工作规定》。（责任单位：基础教育科）

3.加强美育。创建市级艺术特色学校2所。（责任单位：基础教育科）
"""


def published(bureau: Bureau, folder: Path, at: datetime = NOW, plan: str = PLAN) -> PlanEdition:
    """The plan's edition; its items are owned by whom the shipped bureau's units say."""
    text, file = folder / "2020.txt", folder / "2020.plan.yaml"
    text.write_text(plan, encoding="utf-8")
    save_plan(with_ids(open_document(text, load_bureau()), random.Random(1)), file)
    return publish(by=bureau.accounts[OFFICE], unit=OFFICE, file=file, at=at).edition


def items() -> list[Item]:
    """The plan's whole items in the order of the plan."""
    return list(Item.objects.filter(parent=None, plan__isnull=False).order_by("address"))
