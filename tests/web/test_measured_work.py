"""Work and registers: what a step records is in the register at the next release, and a measured value changes a light
without any entry."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.loaded_city import Loaded, loaded, write
from tests.web.bureau import BASIC, NORTH, NOW, OFFICE, Bureau, kept
from yaodian.domain.entry import Act
from yaodian.domain.finding import Refusal
from yaodian.web.accounts.units import mirror
from yaodian.web.installation import supervision
from yaodian.web.work.measuring import light_of, measure, promise_lights
from yaodian.web.work.models import EntryRow, Item, PromiseLight, RecordedStep
from yaodian.web.work.publishing import publish
from yaodian.web.work.registering import register_steps
from yaodian.web.work.services import act, open_case
from yaodian.web.work.writing import current
from yaodian.workspace.records_loading import existing

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
TITLE = {
    "holder_code": "", "holder": "北一小学", "is_school": "是", "county_code": NORTH, "title": "足球特色幼儿园",
    "level_code": "national", "named_on": "2020-06-01", "named_by": "市教育局", "document_no": "模拟教发〔2020〕1号",
}  # fmt: skip


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    folder = tmp_path_factory.mktemp("city")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("YAODIAN_KEY_FILE", str(folder / "keys"))
        return loaded(write(folder / "files"), folder / "records")


@pytest.fixture
def records(city: Loaded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("YAODIAN_KEY_FILE", str(city.warehouse.folder.parent / "keys"))
    shutil.copytree(city.warehouse.folder, tmp_path / "records")
    return tmp_path / "records"


def some_school(records: Path) -> str:
    reader = existing(records).reader()
    held = reader.rows(_register("schools"))
    found = existing(records).engine.query("SELECT min(school_code) AS code FROM held", {"held": held}, {})
    code: str = found["code"][0].as_py()
    return code


def _register(name: str) -> Any:
    from tests.loaded_city import REGISTERS  # noqa: PLC0415

    return REGISTERS[name]


def titles(records: Path) -> int:
    warehouse = existing(records)
    held = warehouse.reader().rows(_register("designations"))
    question = "SELECT count(*) AS n FROM held WHERE document_no = '模拟教发〔2020〕1号'"
    return int(warehouse.engine.query(question, {"held": held}, {})["n"][0].as_py())


def named(bureau: Bureau, row: dict[str, Any]) -> Item:
    """A candidate walked to its naming, whose last step records the title."""
    case = open_case(
        account=bureau.accounts["n1"], unit="n1", kind="designation", title="申报", key="k", at=NOW, owner=BASIC
    )

    def done(unit: str, doing: Act, at: datetime = NOW, **data: Any) -> None:
        version = Item.objects.values_list("version", flat=True).get(pk=case.pk)
        act(
            account=bureau.accounts[unit], unit=unit, subject=case.pk, act=doing, data=data, expected=version,
            key=next(bureau.keys), at=at,
        )  # fmt: skip

    done(BASIC, Act.ACCEPT)
    for step, unit, evidence in (
        ("applied", "n1", "list"), ("recommended", NORTH, "score_sheet"), ("reviewed", BASIC, "score_sheet"),
        ("publicised", BASIC, "list"),
    ):  # fmt: skip
        done(unit, Act.ATTACH, step=step, evidence=evidence, sha256=kept("a" * 64))
        done(unit, Act.STEP, step=step)
    later = datetime(2020, 6, 12, 2, tzinfo=UTC)
    done(BASIC, Act.ATTACH, later, step="named", evidence="official_document", sha256=kept("b" * 64))
    with pytest.raises(Refusal, match="没有字段colour"):
        done(BASIC, Act.STEP, later, step="named", row={**row, "colour": "red"})
    with pytest.raises(Refusal, match="还缺：称号"):
        done(BASIC, Act.STEP, later, step="named", row={**row, "title": ""})
    done(BASIC, Act.STEP, later, step="named", row=row)
    return Item.objects.get(pk=case.pk)


def test_a_title_that_was_named_as_work_is_in_the_register_once(bureau: Bureau, records: Path) -> None:
    named(bureau, {**TITLE, "holder_code": some_school(records)})
    assert titles(records) == 0
    assert register_steps(records=records, at=NOW) == (1, [])
    assert titles(records) == 1 and RecordedStep.objects.get().release == existing(records).release().id
    assert register_steps(records=records, at=NOW) == (0, []) and titles(records) == 1


def test_a_measured_value_changes_a_light_without_any_entry(bureau: Bureau, records: Path, plan_file: Path) -> None:
    mirror(supervision().organisation, "bureau", NOW)
    publish(by=bureau.accounts[OFFICE], unit=OFFICE, file=plan_file, at=NOW)
    entries = EntryRow.objects.count()
    early, late = date(2020, 6, 30), date(2021, 1, 31)
    assert measure(records=records, on=early) == 18 and measure(records=records, on=early) == 0
    item = Item.objects.filter(promise_lights__source="measured").distinct().first()
    assert item is not None
    before = light_of(current(item), promise_lights(item, early), early)
    assert measure(records=records, on=late) == 18
    assert EntryRow.objects.count() == entries
    colours = {
        one.pk: [row.colour for row in PromiseLight.objects.filter(promise=one.promise).order_by("on")]
        for one in PromiseLight.objects.filter(on=early)
    }
    assert any(first != second for first, second in colours.values())
    assert before.colour in {"green", "amber", "orange", "red"}
    measured = PromiseLight.objects.filter(source="measured", on=late).first()
    assert measured is not None and measured.value is not None and measured.release == existing(records).release().id
