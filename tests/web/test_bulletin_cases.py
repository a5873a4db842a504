"""Cases in a bulletin: counted as of the day, by unit and by kind, equal to what their entries fold to, and of persons no few."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

import docx
import pytest

from tests.web.bureau import BASIC, CITY, NORTH, OFFICE, SAFETY, SOUTH, Bureau, kept
from tests.web.published import items, published
from yaodian.domain.entry import Act, Seat
from yaodian.domain.finding import Refusal
from yaodian.domain.period import Period
from yaodian.runtime.bulletin import Number, from_data
from yaodian.runtime.lifecycle import fold
from yaodian.web.clock import day_of
from yaodian.web.documents import bulletins
from yaodian.web.documents.bulletins import CASES_TEXT
from yaodian.web.documents.letters import bulletin_document, written
from yaodian.web.documents.models import Bulletin
from yaodian.web.work.models import EntryRow, Item
from yaodian.web.work.services import act, open_case
from yaodian.web.work.writing import Opening, current

pytestmark = pytest.mark.django_db
FIRST = datetime(2020, 6, 1, 2, tzinfo=UTC)
DAYS, PART = 90, "north-part"
END = FIRST + timedelta(days=DAYS)
HEAD = ["个案", "本期新立", "本期销号", "未销号", "其中逾期"]
STEPS = ("agreed", "reviewed", "closed")
ACTS: dict[Act, dict[str, Any]] = {
    Act.ACCEPT: {}, Act.REOPEN: {"reason": "复查"}, Act.EXTEND: {"due": "2020-08-25", "reason": "雨季"},
    Act.HAND_OVER: {"owner": SOUTH, "reason": "划转"}, Act.INSTRUCT: {"text": "抓紧"}, Act.SEND_BACK: {"reason": "缺材料"},
    Act.ATTACH: {}, Act.STEP: {},
}  # fmt: skip


@pytest.fixture
def plan(bureau: Bureau, tmp_path: Path) -> Bureau:
    edition = published(bureau, tmp_path, FIRST)
    bureau.item(PART, NORTH, Opening(edition))
    return bureau


def opened(bureau: Bureau, at: datetime = FIRST, by: str = BASIC, **more: Any) -> Item:
    item = PART if by == NORTH else items()[0].pk
    told = {"kind": "routine", "title": "个案", "owner": by, "item": item, "key": next(bureau.keys), **more}
    return open_case(account=bureau.accounts[by], unit=by, at=at, **told)


def done(bureau: Bureau, unit: str, case: Item, doing: Act, at: datetime, **data: Any) -> None:
    version = Item.objects.values_list("version", flat=True).get(pk=case.pk)
    act(
        account=bureau.accounts[unit], unit=unit, subject=case.pk, act=doing, data=data, expected=version,
        key=next(bureau.keys), at=at,
    )  # fmt: skip


def drafted(bureau: Bureau, month: str, at: datetime = END, text: str | None = None) -> dict[str, Number]:
    made = bulletins.draft(by=bureau.accounts[OFFICE], period=Period(month), at=at, text=text)
    return from_data(made.numbers)


def lived(bureau: Bureau, seed: int, cases: int) -> None:
    """Cases that were opened and dealt with on random days by whoever was allowed to."""
    dice, held = random.Random(seed), list[Item]()
    for day in range(DAYS):
        at = FIRST + timedelta(days=day, hours=dice.randrange(24))
        if len(held) < cases:
            due = str(day_of(at) + timedelta(days=dice.randrange(5, 60)))
            held.append(opened(bureau, at, dice.choice([BASIC, NORTH]), due=due))
        for case in held:
            doing = dice.choice([*ACTS, Act.ACCEPT, *[Act.ATTACH, Act.STEP] * 4])
            data = ACTS[doing] | _of_step(doing, case)
            for unit in dice.sample([BASIC, NORTH, SOUTH, OFFICE, CITY, SAFETY], 6):
                try:
                    done(bureau, unit, case, doing, at, **data)
                except Refusal:
                    continue
                break


def _of_step(doing: Act, case: Item) -> dict[str, str]:
    if doing not in (Act.ATTACH, Act.STEP):
        return {}
    reached = current(Item.objects.get(pk=case.pk)).reached
    step = STEPS[min(len(reached), len(STEPS) - 1)]
    more = {"sha256": kept("a" * 64), "evidence": "minutes" if step == "agreed" else "summary"}
    return {"step": step, **(more if doing is Act.ATTACH else {})}


def folded(month: str) -> tuple[Counter[str], int]:
    """The same numbers out of all entries, folded one by one; and how many entries there are."""
    period, told, entries = Period(month), Counter[str](), 0
    rows = EntryRow.objects.filter(item__is_case=True).order_by("item_id", "number").select_related("item")
    for _, own in groupby(rows, key=lambda row: row.item_id):
        until = [row.entry for row in own if day_of(row.at) <= period.last]
        if not until:
            continue
        state, within = fold(until), [e for e in until if day_of(e.at) >= period.first]
        late = state.is_open and state.due is not None and state.due < period.last
        told += Counter(
            cases=1, cases_opened_this_period=any(e.act is Act.OPEN for e in within), cases_open=state.is_open,
            cases_closed_this_period=not state.is_open and any(e.data.get("closes") for e in within), cases_overdue=late,
        )  # fmt: skip
        entries += len(until)
    return told, entries


@pytest.mark.parametrize("seed", range(3))
def test_cases_are_counted_as_of_each_months_end_as_their_entries_fold(seed: int, plan: Bureau) -> None:
    lived(plan, seed, cases=12)
    seen = Counter[str]()
    for month in ("2020-06", "2020-07", "2020-08"):
        told, (expected, entries) = drafted(plan, month), folded(month)
        for name in ("cases", "cases_opened_this_period", "cases_closed_this_period", "cases_open", "cases_overdue"):
            assert told[name].value == expected[name], (month, name)
        assert told["cases"].entries == entries
        head, *rows = told["cases_by_unit"].value
        assert head == ["责任单位", *HEAD]
        assert [sum(int(row[n]) for row in rows) for n in range(1, 6)] == [
            told[name].value
            for name in ("cases", "cases_opened_this_period", "cases_closed_this_period", "cases_open", "cases_overdue")
        ]
        seen += expected
    assert all(seen[name] for name in ("cases_closed_this_period", "cases_open", "cases_overdue")), seen


def test_a_plan_without_cases_says_nothing_of_them(plan: Bureau) -> None:
    drafted(plan, "2020-06")
    assert "个案" not in Bulletin.objects.get().text


def test_a_case_of_no_plan_is_in_no_bulletin(plan: Bureau) -> None:
    opened(plan)
    opened(plan, item="")
    assert drafted(plan, "2020-06")["cases"].value == 1


def test_cases_about_persons_stand_in_a_row_of_their_own_and_small_numbers_are_hidden(plan: Bureau) -> None:
    opened(plan)
    for n in range(3):
        opened(plan, kind="assurance", person=f"r{n}", purpose="care")
    told = drafted(plan, "2020-06")
    assert told["cases"].value == 1 and [row[1] for row in told["cases_by_unit"].value] == ["个案", "1"]
    assert told["cases_by_kind"].value == [
        ["工作类别", *HEAD], ["对象保障（涉及个人）", *"＊＊＊＊＊"], ["常规推进", "1", "1", "0", "1", "0"],
    ]  # fmt: skip
    assert told["least_persons"].value == 10


def test_issue_counts_the_cases_again_and_names_what_changed(plan: Bureau) -> None:
    second = plan.account("second", OFFICE, Seat.OFFICE)
    opened(plan)
    at = FIRST + timedelta(hours=1)
    made = bulletins.draft(by=plan.accounts[OFFICE], period=Period("2020-06"), at=at)
    made = bulletins.sign(by=second, bulletin=made, at=at)
    late = opened(plan, at)
    with pytest.raises(Refusal, match=r"个案 1→2；本期新立个案 1→2；未销号个案 1→2；各单位个案表 …→…；各类个案表 …→…"):
        bulletins.issue(by=plan.accounts[OFFICE], bulletin=made, at=at)
    anew = bulletins.draft(by=plan.accounts[OFFICE], period=Period("2020-06"), at=at)
    anew = bulletins.sign(by=second, bulletin=anew, at=at)
    done(plan, BASIC, late, Act.ACCEPT, at + timedelta(days=2))
    issued = bulletins.issue(by=plan.accounts[OFFICE], bulletin=anew, at=at + timedelta(days=2))
    assert from_data(issued.numbers)["cases"].value == 2 and issued.data_on == date(2020, 6, 1)


def test_the_document_shows_the_cases_in_their_section(plan: Bureau, tmp_path: Path) -> None:
    opened(plan)
    drafted(plan, "2020-06")
    written(bulletin_document(Bulletin.objects.get()), tmp_path / "通报.docx", pdf=False)
    read = docx.Document(str(tmp_path / "通报.docx"))
    said = [one.text for one in read.paragraphs]
    assert "四、个案办理情况" in said and any("共立个案1件" in text for text in said)
    assert [cell.text for cell in read.tables[-1].rows[0].cells] == ["工作类别", *HEAD]


def test_numbers_of_cases_are_locked_like_all_others(plan: Bureau) -> None:
    with pytest.raises(Refusal, match="手写的数"):
        drafted(plan, "2020-06", text=CASES_TEXT.replace("{{cases}}", "12"))
    with pytest.raises(Refusal, match="表要单独成段"):
        drafted(plan, "2020-06", text="见{{cases_by_kind}}。")
