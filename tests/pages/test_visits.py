"""督导页: how schools were drawn, the sheet of a visit without any script, two who filled the same one, what the school sees."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.pages.reader import Reader, on_the_day
from tests.web.bureau import BASIC, OFFICE, SAFETY, WEST, Bureau
from tests.web.visits import ITEMS, SEED, drawn, planned
from yaodian.declare.indicator import Indicator
from yaodian.domain.entry import Act
from yaodian.domain.period import Period
from yaodian.web.installation import NO_RECORDS, NotObserved, indicators
from yaodian.web.pages import school_facts
from yaodian.web.work.models import Item
from yaodian.workspace.kept_values import Value
from yaodian.workspace.simulation.papers import picture

pytestmark = pytest.mark.django_db
FOUND = {"finding/1/text": "消防通道堆放杂物", "finding/1/unit": "w1", "finding/1/due": "2020-06-20"}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    on_the_day(monkeypatch)


def sheet(case: Item, key: str = "k", **fields: Any) -> dict[str, Any]:
    return {**{f"score/{name}": "4" for name in ITEMS}, "version": str(case.version), "key": key, **fields}


def test_the_list_has_the_unit_s_visits_with_the_seed_and_nobody_else_s(bureau: Bureau) -> None:
    case = drawn(bureau)
    text = Reader(bureau.accounts[SAFETY]).get("/visit")[1]
    assert f"/visit/{case.pk}" in text and SEED in text and "待走访 1 所" in text
    for unit in (BASIC, "w1", "n1"):
        assert case.pk not in Reader(bureau.accounts[unit]).get("/visit")[1], unit
    assert "1 schools to visit" in Reader(bureau.accounts[SAFETY], "en").get("/visit")[1]


def test_a_sheet_asks_for_a_photograph_only_where_its_item_does_and_for_no_person(bureau: Bureau) -> None:
    case = drawn(bureau)
    text = Reader(bureau.accounts[SAFETY]).get(f"/visit/{case.pk}")[1]
    assert text.count('type="file"') == 2 and text.count('type="radio"') == 6 * 6
    assert "不写人名" in text and "登记库还没有这所学校的数" in text
    assert Reader(bureau.accounts["n1"]).get(f"/visit/{case.pk}")[0] == 404
    assert Reader(bureau.accounts["w1"]).get(f"/visit/{case.pk}")[0] == 422


def test_a_signed_sheet_is_kept_and_the_school_sees_its_finding_the_same_day(bureau: Bureau) -> None:
    case, reader = drawn(bureau), Reader(bureau.accounts[SAFETY])
    photo = SimpleUploadedFile("门.png", picture("门"), "image/png")
    assert reader.post(f"/visit/{case.pk}", **sheet(case, **{"photo/fire": photo}, **FOUND)) == (303, "/visit")
    told = [(e.data["evidence"], e.data["name"]) for e in case.entries.filter(act=Act.ATTACH.value).order_by("number")]
    assert told[-3:] == [("minutes", "已走访.xlsx"), ("photo", "fire-门.png"), ("score_sheet", "已评分.xlsx")]
    assert "消防通道堆放杂物" in Reader(bureau.accounts["w1"]).get("/")[1]
    assert "签名更正" in reader.get(f"/visit/{case.pk}")[1]


def test_a_school_sees_too_what_its_county_has_to_mend(bureau: Bureau) -> None:
    case = drawn(bureau)
    Reader(bureau.accounts[SAFETY]).post(f"/visit/{case.pk}", **sheet(case, **FOUND | {"finding/1/unit": WEST}))
    assert "消防通道堆放杂物" in Reader(bureau.accounts["w1"]).get("/")[1]
    assert "消防通道堆放杂物" not in Reader(bureau.accounts["n1"]).get("/")[1]


def test_the_second_of_two_sees_both_and_loses_nothing(bureau: Bureau) -> None:
    case = drawn(bureau)
    Reader(bureau.accounts[SAFETY]).post(f"/visit/{case.pk}", **sheet(case))
    second = Reader(bureau.accounts[OFFICE])
    other = {"score/fire": "1", "remark/fire": "通道堵塞"}
    status, text = second.post(f"/visit/{case.pk}", **sheet(case, "k2", **other))
    assert status == 409 and "1 项不同" in text
    assert "<ins>1 通道堵塞</ins>" in text and "<del>4 </del>" in text and 'value="通道堵塞"' in text
    now = Item.objects.get(pk=case.pk)
    assert f'name="version" value="{now.version}"' in text
    assert second.post(f"/visit/{case.pk}", **sheet(now, "k3", **other))[0] == 303


@pytest.mark.parametrize(
    ("wrong", "told"),
    [({"score/gate": ""}, "还没有评分"), ({**FOUND, "finding/1/due": "明天"}, "要写期限"), ({**FOUND, "finding/1/due": "2020-05-01"}, "不早于今天")],
)  # fmt: skip
def test_what_is_not_taken_says_why_and_keeps_what_was_typed(bureau: Bureau, wrong: dict[str, str], told: str) -> None:
    case = drawn(bureau)
    answer = Reader(bureau.accounts[SAFETY]).post(f"/visit/{case.pk}", **sheet(case, **{"remark/fire": "已换"} | wrong))
    assert answer[0] == 422 and told in answer[1] and 'value="已换"' in answer[1]


def test_a_sample_is_drawn_on_its_page_and_then_shows_how(bureau: Bureau) -> None:
    whole, reader = planned(bureau), Reader(bureau.accounts[BASIC])
    assert "/visit/draw/whole" in reader.get("/visit")[1]
    form = {"version": str(whole.version), "key": "d", "seed": SEED}
    status, text = reader.post("/visit/draw/whole", **form, visitor=BASIC)
    assert status == 422 and "走访单位不能是责任单位" in text and SEED in text
    assert reader.post("/visit/draw/whole", **form, visitor=SAFETY) == (303, "/visit/draw/whole")
    for account in (bureau.accounts[BASIC], bureau.accounts[SAFETY]):
        text = Reader(account).get("/visit/draw/whole")[1]
        assert SEED in text and "SHA-256" in text and 'name="seed"' not in text
    assert Reader(bureau.accounts["n1"]).get("/visit/draw/whole")[0] == 404


def test_the_worker_reaches_the_list_and_signing_out_clears_what_was_kept(bureau: Bureau) -> None:
    reader = Reader(bureau.accounts[SAFETY])
    answer = reader.client.get("/visit/sw.js")
    assert answer["Service-Worker-Allowed"] == "/visit" and answer["Content-Type"].startswith("text/javascript")
    assert "worker-src 'self'" in answer["Content-Security-Policy"]
    assert reader.client.post("/sign-out")["Clear-Site-Data"] == '"storage"'


class Held:
    """Observations of one county's schools, one of them withheld."""

    def periods(self, indicator: type[Indicator]) -> list[Period]:
        return [Period("2020-06-01")] if indicator.id == "pupil_count" else []

    def schools(self, indicator: type[Indicator], period: Period, county: str) -> dict[str, Value]:
        told = {"w1": 412.0, "w2": None} if county == WEST else {}
        return {name: Value(name, v, None, v, None, None, v is None, False) for name, v in told.items()}


def test_a_school_s_numbers_are_told_where_they_were_observed_and_not_withheld(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(school_facts, "kept", lambda on: Held())
    names, day = ("pupil_count", "class_count"), Period("2020-06-01").first
    (fact,) = school_facts.facts_at(names, "w1", WEST, day)
    assert fact.value == 412 and fact.words.zh == indicators().catalogue.of(Indicator)["pupil_count"].label
    assert school_facts.facts_at(names, "w2", WEST, day) == [] == school_facts.facts_at(names, "w1", None, day)

    def nothing(on: object) -> None:
        raise NotObserved(NO_RECORDS)

    monkeypatch.setattr(school_facts, "kept", nothing)
    assert school_facts.facts_at(names, "w1", WEST, day) == []
