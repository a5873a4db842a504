"""Who reviews what a county handed in is told once, and that asks for no answer."""

from __future__ import annotations

import pytest

from tests.pages.reader import Reader, on_the_day
from tests.pages.test_handing_in import form, upload
from tests.web.bureau import BASIC, NORTH, NOW, SAFETY, Bureau
from yaodian.domain.entry import Act
from yaodian.web.installation import supervision
from yaodian.web.ledgers.models import HandedIn
from yaodian.web.notices.models import Channel, Delivery, Notice
from yaodian.web.notices.reading import newest_notices
from yaodian.web.notices.ticking import tick

pytestmark = pytest.mark.django_db


@pytest.fixture
def county(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """North has parts of two measures of the basic education unit, and one item of its own."""
    on_the_day(monkeypatch, NOW)
    counties = sorted(supervision().counties(NOW.date()), key=lambda county: county != NORTH)
    for name in ("m1", "m2"):
        item = bureau.item(name, BASIC)
        bureau.done(BASIC, item, Act.ACCEPT)
        parts = {county: {"p1": 10 if county == NORTH else 0} for county in counties}
        bureau.done(BASIC, item, Act.SPLIT, parts=parts, children=[f"{name}.{n}" for n in range(len(counties))])
        bureau.done(NORTH, item.below.get(owner=NORTH), Act.ACCEPT)
    bureau.done(NORTH, bureau.item("own", NORTH), Act.ACCEPT)
    return Reader(bureau.accounts[NORTH])


def submit(county: Reader, **values: int) -> None:
    upload(county, form(county, {name.replace("_", "."): value for name, value in values.items()}))
    assert county.post("/hand-in/submit")[0] == 303


def test_the_unit_whose_measures_they_are_is_told_once_for_a_receipt(county: Reader, bureau: Bureau) -> None:
    Channel.objects.create(unit=BASIC, kind="webhook", address="http://127.0.0.1:9/", secret="s")
    upload(county, form(county, {"m1.0": 3, "m2.0": 4, "own": 5}))
    assert not Notice.objects.exists(), "what is only tried is told to nobody"
    county.post("/hand-in/submit")
    (notice,) = Notice.objects.all()
    receipt = HandedIn.objects.get().receipt
    assert (notice.unit, notice.rung) == (BASIC, "inform") and receipt in notice.zh and "2 项" in notice.zh
    assert Delivery.objects.filter(notice=notice).count() == 1
    text = Reader(bureau.accounts[BASIC]).get("/")[1]
    assert "交来的数" in text and receipt in text
    assert receipt not in Reader(bureau.accounts[SAFETY]).get("/")[1]
    assert "reported on 2 items" in Reader(bureau.accounts[BASIC], "en").get("/")[1]


def test_the_same_form_again_tells_nobody(county: Reader) -> None:
    data = form(county, {"m1.0": 3})
    for _ in range(2):
        upload(county, data)
        county.post("/hand-in/submit")
    assert Notice.objects.count() == 1


def test_what_is_nobodys_part_is_reported_without_a_notice(county: Reader) -> None:
    submit(county, own=5)
    assert not Notice.objects.exists()


def test_being_told_is_no_rung_of_the_ladder(county: Reader) -> None:
    submit(county, m1_0=3)
    assert newest_notices(["m1"], NOW.date()) == {}
    assert tick(NOW).recorded == 0
