"""A few registers of the small city, loaded, observed and judged once for all tests of pages that show them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.loaded_city import write
from tests.pages.reader import on_the_day
from yaodian.declare.indicator import Indicator
from yaodian.warehouse.evaluate.observed import Observed
from yaodian.warehouse.load.loading import Terms
from yaodian.workspace.balance.keeping import keep_balance
from yaodian.workspace.indicators import Indicators
from yaodian.workspace.load_order import uploads_in
from yaodian.workspace.observing import observe
from yaodian.workspace.places import bureau_places
from yaodian.workspace.records_loading import load, warehouse_at

DAY = date(2020, 6, 30)
AT = datetime(2020, 6, 30, 2, tzinfo=UTC)
LOADED = (
    "学校目录-2019", "班级-2019S", "食材采购-2020-05", "食材采购-2020-06", "控辍保学台账", "2018S-习水县", "教职工-全市",
    "事业统计-红花岗区", "事业统计-播州区", "培训项目", "培训学时", "交流轮岗-2019",
)  # fmt: skip
MEASURED = (
    "meal_local_ratio", "large_class_ratio", "dropout_cleared_ratio", "pupil_count", "full_time_teacher_count",
    "event_count", "never_enrolled_count",
)  # fmt: skip
KEYS = "keys"


@cache
def made(folder: Path) -> Path:
    """The folder of records; its keys stand beside it."""
    warehouse = warehouse_at(folder / "records")
    for upload in uploads_in(write(folder / "city").folder):
        if any(name in upload.path.name for name in LOADED):
            load(warehouse, upload, Terms(accept_valid=True))
    indicators = Indicators.of()
    evaluation = indicators.evaluation(warehouse)
    chosen = {name: evaluation.indicators[name] for name in MEASURED}
    few = replace(evaluation.catalogue, entries={**evaluation.catalogue.entries, Indicator: chosen})
    observe(replace(evaluation, catalogue=few), Observed(warehouse.folder), DAY, back=3, is_split=True)
    keep_balance(evaluation, bureau_places(indicators.bureau), DAY)
    return warehouse.folder


@pytest.fixture
def records(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[Path]:
    """The installation's records, on a day of June 2020."""
    folder = tmp_path_factory.getbasetemp() / "pages"
    folder.mkdir(exist_ok=True)
    monkeypatch.setenv("YAODIAN_KEY_FILE", str(folder / KEYS))
    settings.RECORDS = made(folder)
    on_the_day(monkeypatch, AT)
    yield settings.RECORDS
