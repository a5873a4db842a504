"""台账页: which ledgers are listed, what a view shows and counts, what is done with several rows, which views are kept."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from tests.pages.reader import Reader, on_the_day
from tests.web.bureau import BASIC, CITY, NORTH, NOW, OFFICE, SAFETY, SOUTH, Bureau
from yaodian.declare.kind import Actor
from yaodian.domain.entry import Act
from yaodian.runtime.lifecycle import Phase
from yaodian.runtime.snapshot import state_of
from yaodian.web.installation import supervision
from yaodian.web.ledgers import placing
from yaodian.web.ledgers.models import SavedView
from yaodian.web.plans.models import PlanEdition
from yaodian.web.work.models import EntryRow, Item, PromiseLight
from yaodian.web.work.writing import Opening, columns_of

pytestmark = pytest.mark.django_db
JULY = datetime(2020, 7, 1, 2, tzinfo=UTC)  # a Wednesday
OWN = f"/ledger/{BASIC}"


@pytest.fixture(autouse=True)
def in_july(monkeypatch: pytest.MonkeyPatch) -> None:
    on_the_day(monkeypatch, JULY)


@pytest.fixture
def work(bureau: Bureau) -> Bureau:
    """Of the unit: one item late, one due this week, one submitted and one closed out, and one that was split."""
    bureau.item("late", due="2020-06-15", title="迟的", kind="routine")
    bureau.item("soon", due="2020-07-03", title="本周的")
    for subject in ("given", "gone"):
        item = bureau.done(BASIC, bureau.item(subject, title=f"交的{subject}"), Act.ACCEPT)
        bureau.done(BASIC, item, Act.SUBMIT)
    bureau.done(SAFETY, Item.objects.get(pk="gone"), Act.VERIFY)
    bureau.done(OFFICE, Item.objects.get(pk="gone"), Act.CLOSE)
    bureau.done(BASIC, bureau.item("whole", title="全市的"), Act.ACCEPT)
    return bureau


def titles(text: str) -> list[str]:
    return re.findall(r'<td class="t p1" title="([^"]*)"', text)


def tabs(text: str) -> dict[str, int]:
    return {name: int(n) for name, n in re.findall(r'href="\?[^"]*" hx-get[^>]*>([^<]+)<i>(\d+)</i>', text)}


def test_a_ledger_opens_with_what_is_not_closed_out_worst_first(work: Bureau) -> None:
    status, text = Reader(work.accounts[BASIC]).get(OWN)
    assert status == 200
    assert titles(text)[0] == "迟的" and set(titles(text)) == {"迟的", "本周的", "交的given", "全市的"}
    assert tabs(text) == {"未销号": 4, "逾期": 1, "本周到期": 1, "待核验": 1, "已销号": 1, "全部": 5}
    assert "共 5 件" in text and "未销号 4 件，其中逾期 1 件" in text and "第 1 至 4 件，共 4 件" in text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"tab": "overdue"}, ["迟的"]),
        ({"tab": "week"}, ["本周的"]),
        ({"tab": "check"}, ["交的given"]),
        ({"tab": "closed"}, ["交的gone"]),
        ({"kind": "routine"}, ["迟的"]),
        ({"light": "red"}, ["迟的", "本周的"]),  # the second waits for weeks to be accepted
        ({"phase": "under_way"}, ["全市的"]),
        ({"tab": "closed", "kind": "routine"}, []),
    ],
)
def test_views_and_filters_are_addresses(work: Bureau, query: dict[str, str], found: list[str]) -> None:
    status, text = Reader(work.accounts[BASIC]).get(OWN, **query)
    assert (status, titles(text)) == (200, found)


@pytest.mark.parametrize(
    "query", ["tab=x", "page=x", "rows=0", "light=<b>", "phase=9", "span=x", "page=999999", "item=none"]
)
def test_a_query_that_says_nothing_sensible_breaks_nothing(work: Bureau, query: str) -> None:
    assert Reader(work.accounts[BASIC]).get(f"{OWN}?{query}")[0] in (200, 404)


def test_a_case_that_waits_for_another_units_check_counts_as_to_be_verified(bureau: Bureau) -> None:
    case = bureau.item("case", NORTH, kind="rectification", is_case=True, title="隐患")
    case = bureau.done(NORTH, case, Act.ACCEPT)
    reader = Reader(bureau.accounts[NORTH])
    assert tabs(reader.get(f"/ledger/{NORTH}")[1])["待核验"] == 0
    (steps,) = supervision().kinds["rectification"].editions["steps"].values()
    before = steps[next(place for place, step in enumerate(steps) if step.by is Actor.VERIFIER) - 1].name
    state = {**case.state, "reached": [{"step": before, "on": "2020-06-02", "unit": NORTH}]}
    Item.objects.filter(pk="case").update(**columns_of(state_of(state)))
    text = reader.get(f"/ledger/{NORTH}", tab="check")[1]
    assert tabs(text)["待核验"] == 1 and titles(text) == ["隐患"]


def test_rows_come_25_at_a_time_with_the_total_in_words(bureau: Bureau) -> None:
    for number in range(27):
        bureau.item(f"w{number:02}", title=f"第{number:02}件")
    reader = Reader(bureau.accounts[BASIC])
    first, second = reader.get(OWN)[1], reader.get(OWN, page="2")[1]
    assert len(titles(first)) == 25 and "第 1 至 25 件，共 27 件" in first and "下一页" in first
    assert len(titles(second)) == 2 and "上一页" in second and not set(titles(first)) & set(titles(second))
    assert len(titles(reader.get(OWN, rows="9999")[1])) == 27


def test_htmx_is_given_the_table_alone_and_the_whole_page_when_one_goes_back(work: Bureau) -> None:
    client = Reader(work.accounts[BASIC]).client
    part = client.get(OWN, headers={"HX-Request": "true"}).content.decode()
    assert part.lstrip().startswith('<div id="ledger"') and "<html" not in part and "迟的" in part
    back = client.get(OWN, headers={"HX-Request": "true", "HX-History-Restore-Request": "true"}).content.decode()
    assert "<html" in back


def test_an_office_sees_its_counties_parts_and_cases_when_it_asks_for_them(bureau: Bureau) -> None:
    whole = bureau.done(BASIC, bureau.item("whole", title="全市的"), Act.ACCEPT)
    for county in (NORTH, SOUTH):
        bureau.item(f"part-{county}", county, title=f"{county}的", item="whole")
    Item.objects.filter(pk__startswith="part-").update(parent=whole)
    bureau.item("case", NORTH, title="个案", is_case=True, item=f"part-{NORTH}", opening=Opening(concerns=(BASIC,)))
    Item.objects.filter(pk="case").update(parent=f"part-{NORTH}")
    reader = Reader(bureau.accounts[OFFICE])
    assert titles(reader.get(OWN)[1]) == ["全市的"]
    assert set(titles(reader.get(OWN, span="parts")[1])) == {f"{NORTH}的", f"{SOUTH}的"}
    assert titles(reader.get(OWN, span="cases")[1]) == ["个案"]
    assert set(titles(reader.get(OWN, county=NORTH)[1])) == {f"{NORTH}的", "个案"}
    below = reader.get(OWN, item="whole", span="cases")[1]
    assert titles(below) == ["个案"] and "全市的台账" in below


def test_who_may_not_reach_a_unit_is_refused_its_ledger(work: Bureau) -> None:
    reader = Reader(work.accounts[NORTH])
    status, text = reader.get(OWN)
    assert status == 403 and "不在职务范围内" in text and "迟的" not in text
    assert reader.get(f"/ledger/{SOUTH}/workbook")[0] == 403
    assert reader.get("/ledger/nobody")[0] == 403
    assert Reader(work.accounts[OFFICE]).get("/ledger/nobody")[0] == 422
    assert reader.get(f"/ledger/{NORTH}", item="late")[0] == 404


def test_the_list_of_ledgers_counts_each_unit_and_a_county_goes_to_its_own(work: Bureau) -> None:
    text = Reader(work.accounts[CITY]).get("/ledger")[1]
    row = re.search(rf'/ledger/{BASIC}">.*?</tr>', text, re.S)
    assert row and re.findall(r">(\d+|–)<", row[0]) == ["2", "4", "1", "1"]
    answer = Reader(work.accounts[NORTH]).client.get("/ledger")
    assert answer.status_code == 302 and answer.headers["Location"] == f"/ledger/{NORTH}"


def test_several_are_accepted_at_once_and_once(work: Bureau) -> None:
    reader = Reader(work.accounts[BASIC])
    posted = {"act": "accept", "key": "k1", "subject": ["late/1", "soon/1"], "query": "tab=all"}
    for _ in range(2):
        assert reader.post(f"{OWN}/act", **posted) == (303, f"{OWN}?tab=all")
    assert set(Item.objects.filter(pk__in=["late", "soon"]).values_list("phase", flat=True)) == {Phase.UNDER_WAY.value}
    assert EntryRow.objects.filter(act="accept", item__in=["late", "soon"]).count() == 2


def test_what_could_not_be_done_is_told_row_by_row(work: Bureau) -> None:
    reader = Reader(work.accounts[SAFETY])
    posted = {"act": "verify", "key": "k1", "subject": ["given/3", "late/1", "soon/7"]}
    assert reader.post(f"{OWN}/act", **posted)[0] == 303
    assert Item.objects.get(pk="given").phase == Phase.VERIFIED.value
    text = reader.get(OWN)[1]
    assert "2 件没有办成" in text and re.search(r"迟的</a>：late现在是“已交办、未签收”", text)
    assert "本周的</a>：" in text and "没有办成" not in reader.get(OWN)[1]


def test_accepting_all_from_home_tells_why_one_was_not(work: Bureau) -> None:
    reader = Reader(work.accounts[BASIC])
    assert reader.post("/accept", subject=["late/1", "soon/9"]) == (303, "/")
    assert "已签收 1 件，1 件没有办成：“本周的”在您打开之后" in reader.get("/")[1]


def test_sending_back_several_takes_one_reason(work: Bureau) -> None:
    reader = Reader(work.accounts[SAFETY])
    reader.post(f"{OWN}/act", act="send_back", key="k1", subject="given/3")
    assert "退回要写明理由" in reader.get(OWN)[1]
    reader.post(f"{OWN}/act", act="send_back", key="k2", subject="given/3", reason="佐证不全")
    assert EntryRow.objects.get(act="send_back").data["reason"] == "佐证不全"


def test_only_acts_that_can_be_done_are_offered(work: Bureau) -> None:
    offered = {
        unit: set(re.findall(r'name="act" value="(\w+)" data-act', Reader(work.accounts[unit]).get(OWN, tab="all")[1]))
        for unit in (BASIC, SAFETY, OFFICE, CITY)
    }
    assert offered[BASIC] == {"accept", "submit"}
    assert offered[SAFETY] == {"verify", "send_back"}
    assert offered[OFFICE] == {"verify", "send_back"}
    assert offered[CITY] == {"verify", "send_back"}


def test_nothing_is_done_with_what_one_cannot_see_or_without_a_key(work: Bureau) -> None:
    reader = Reader(work.accounts[NORTH])
    reader.post(f"/ledger/{NORTH}/act", act="accept", key="k", subject="late/1")
    assert Item.objects.get(pk="late").phase == Phase.ASSIGNED.value
    own = Reader(work.accounts[BASIC])
    assert own.post(f"{OWN}/act", act="accept", subject="late/1")[0] == 422
    assert own.post(f"{OWN}/act", act="extend", key="k", subject="late/1")[0] == 422
    status, text = own.post(f"{OWN}/act", act="accept", key="k")
    assert status == 422 and "没有选中事项" in text
    assert own.client.get(f"{OWN}/act").status_code == 405


def test_a_view_is_kept_by_its_owner_and_removed_again(work: Bureau) -> None:
    reader = Reader(work.accounts[BASIC])
    assert reader.post(f"{OWN}/view", name="红的", query="light=red") == (303, f"{OWN}?light=red")
    text = reader.get(OWN, light="red")[1]
    assert re.search(r'<a href="\?light=red"[^>]*aria-current="true">红的</a>', text) and "移除“红的”" in text
    assert "红的" not in Reader(work.accounts[OFFICE]).get(OWN)[1]
    assert reader.post(f"{OWN}/view", name="  ", query="")[0] == 422
    assert reader.post(f"{OWN}/view", name="字" * 21, query="")[0] == 422
    assert Reader(work.accounts[NORTH]).post(f"{OWN}/view", name="看", query="")[0] == 403
    reader.post(f"{OWN}/view", name="红的", remove="1")
    assert not SavedView.objects.exists()


def test_a_printed_ledger_has_its_date_its_signatures_and_the_audit_root(work: Bureau) -> None:
    text = Reader(work.accounts[BASIC]).get(OWN)[1]
    assert all(word in text for word in ("填表人", "单位负责人", "日期", "还没有审计根"))


def test_the_ledger_speaks_english(work: Bureau) -> None:
    text = Reader(work.accounts[BASIC], "en").get(OWN)[1]
    assert "Open<i>4</i>" in text and "4 open, 1 of them overdue" in text and "1 to 4 of 4" in text
    chrome = re.sub(r'<td.*?</td>|<option.*?</option>|lang="zh-Hans">中文', "", text, flags=re.S)
    assert not re.findall(r"[\u4e00-\u9fff]+", chrome.partition('<div id="ledger"')[2])


def measured(item: Item, value: float, whole: Item, **told: float) -> None:
    edition = PlanEdition.objects.create(
        plan="2020", number=1, title="要点", year=2020, plan_file="", text_sha256="", catalogue_edition="",
        bureau_edition="", published_at=NOW,
    )  # fmt: skip
    common = {
        "edition": edition,
        "promise": "p1",
        "on": NOW.date(),
        "release": "r1",
        "indicator": "x",
        "zh": "",
        "en": "",
    }
    PromiseLight.objects.create(item=whole, colour="green", told=told, **common)
    PromiseLight.objects.create(
        item=item, colour="unknown", value=value, source="measured", as_of=NOW.date(), told={}, **common
    )


@pytest.mark.parametrize(
    ("value", "told", "is_enough"), [(12, {"low": 10}, True), (3, {"low": 10}, False), (3, {"high": 10}, True)]
)
def test_what_registers_show_as_kept_is_confirmed_in_its_row_without_typing(
    bureau: Bureau, value: float, told: dict[str, float], is_enough: bool
) -> None:
    whole = bureau.item("whole")
    part = bureau.item("part", NORTH, measured=["p1"], item="whole", due="2020-12-31")
    Item.objects.filter(pk="part").update(parent=whole)
    bureau.done(NORTH, part, Act.ACCEPT)
    measured(part, value, whole, **told)
    reader = Reader(bureau.accounts[NORTH])
    text = reader.get("/")[1]
    assert (f"实测 {value}，承诺 10" in text) == is_enough
    assert ("请确认 1" in text) == is_enough and ('value="submit"' in text) == is_enough
    if is_enough:
        assert 'href="/item/part?do=submit"' in text
        posted = {name: re.search(rf'name="{name}" value="([^"]*)"', text)[1] for name in ("unit", "version")}  # type: ignore[index]
        assert reader.post("/item/part/act", act="submit", key="k", back="home", **posted) == (303, "/")
        assert Item.objects.get(pk="part").phase == Phase.SUBMITTED.value


@pytest.mark.parametrize(
    "query", [{}, {"tab": "all"}, {"light": "red"}, {"tab": "closed"}, {"tab": "all", "page": "2"}]
)
def test_a_long_ledger_that_is_read_in_groups_shows_what_a_short_one_does(
    work: Bureau, query: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(25):
        work.item(f"w{number:02}", title=f"第{number:02}件", due="2020-09-30" if number % 2 else None)
    edition = PlanEdition.objects.create(
        plan="2020", number=1, title="要点", year=2020, plan_file="", text_sha256="", catalogue_edition="",
        bureau_edition="", published_at=NOW,
    )  # fmt: skip
    PromiseLight.objects.create(
        edition=edition, item_id="w03", promise="p", on=JULY.date(), release="r", colour="red", zh="差", en="-"
    )
    reader = Reader(work.accounts[BASIC])
    short = reader.get(OWN, **query)[1]
    monkeypatch.setattr(placing, "SHORT", 0)
    long = reader.get(OWN, **query)[1]
    assert titles(short) and titles(long) == titles(short) and tabs(long) == tabs(short)
