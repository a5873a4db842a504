"""通报: drafted, signed off by a second person, issued for ever, and every number traced."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import docx
import feedparser
import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.web.bureau import BASIC, CITY, NORTH, NOW, OFFICE, SAFETY, Bureau
from tests.web.published import items, published
from yaodian.domain.entry import Act, Seat
from yaodian.domain.finding import Refusal
from yaodian.domain.period import Period
from yaodian.runtime.bulletin import fields_of, from_data
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import NotAllowed
from yaodian.web.audit.chain import close_day, verify
from yaodian.web.audit.models import AuditRow, Root
from yaodian.web.documents import bulletins, commands
from yaodian.web.documents.bulletins import MEASURED_TEXT, TEXT
from yaodian.web.documents.letters import bulletin_document, written
from yaodian.web.documents.models import Bulletin, Status
from yaodian.web.documents.queries import QUERIES

pytestmark = pytest.mark.django_db
JUNE, LATER = Period("2020-06"), datetime(2020, 7, 2, 2, tzinfo=UTC)


@pytest.fixture
def second(bureau: Bureau) -> Account:
    return bureau.account("second", OFFICE, Seat.OFFICE)


@pytest.fixture
def plan(bureau: Bureau, tmp_path: Path) -> Bureau:
    published(bureau, tmp_path)
    return bureau


def drafted(bureau: Bureau, at: datetime = NOW, **given: object) -> Bulletin:
    return bulletins.draft(by=bureau.accounts[OFFICE], period=JUNE, at=at, **given)  # type: ignore[arg-type]


def signed(bureau: Bureau, second: Account, at: datetime = NOW) -> Bulletin:
    return bulletins.sign(by=second, bulletin=drafted(bureau, at), at=at)


def issued(bureau: Bureau, second: Account, at: datetime = NOW) -> Bulletin:
    return bulletins.issue(by=bureau.accounts[OFFICE], bulletin=signed(bureau, second, at), at=at)


def values(bulletin: Bulletin) -> dict[str, object]:
    return {name: number.value for name, number in from_data(bulletin.numbers).items()}


def test_the_built_in_text_holds_fields_only_and_each_is_declared() -> None:
    assert set(fields_of(TEXT + MEASURED_TEXT)) <= set(QUERIES)


def test_a_draft_counts_items_by_phase_unit_and_day_and_says_on_what_it_rests(plan: Bureau) -> None:
    first, second_item, _ = items()
    plan.done(BASIC, first, Act.ACCEPT)
    plan.done(BASIC, first, Act.REPORT, promise=next(iter(first.state["promised"])), value=2, as_of="2020-05-31")
    plan.done(BASIC, second_item, Act.ACCEPT)
    made = drafted(plan)
    told = values(made)
    assert (told["items"], told["parts"], told["unaccepted"], told["under_way"], told["closed"]) == (3, 0, 1, 2, 0)
    assert told["overdue"] == 1 and told["overdue_items"][1][2:] == ["2020-05-31", "1"]  # type: ignore[index]
    assert told["by_unit"] == [["单位", "事项", "未销号", "其中未签收", "其中逾期"], [BASIC, "3", "3", "1", "1"]]
    assert told["silent_units"] == [] and from_data(made.numbers)["silent_units"].words == "无"
    assert made.data_on == date(2020, 6, 1) and from_data(made.numbers)["items"].entries == 6
    assert {number["as_of"] for number in made.numbers.values()} == {"2020-06-01"}


def test_a_closed_month_is_counted_as_of_its_last_day_whatever_came_after(plan: Bureau, second: Account) -> None:
    first, *_ = items()
    made = signed(plan, second, LATER)
    assert made.data_on == date(2020, 6, 30) and values(made)["unaccepted"] == 3
    act_at(plan, first, LATER)
    assert values(drafted(plan, LATER))["unaccepted"] == 3
    assert values(bulletins.draft(by=plan.accounts[OFFICE], period=JUNE.next, at=LATER))["unaccepted"] == 2


def act_at(bureau: Bureau, item: object, at: datetime) -> None:
    from yaodian.web.work.services import act  # noqa: PLC0415 - acts at another time than the tests' own

    act(
        account=bureau.accounts[BASIC], unit=BASIC, subject=item.pk, act=Act.ACCEPT, data={}, expected=1,  # type: ignore[attr-defined]
        key=f"at-{at}", at=at,
    )  # fmt: skip


def test_issue_computes_again_and_names_each_number_that_changed_since(plan: Bureau, second: Account) -> None:
    made = signed(plan, second)
    plan.done(BASIC, items()[0], Act.ACCEPT)
    with pytest.raises(Refusal, match=r"起草以后这些数变了：未签收 3→2；办理中 0→1；各单位情况表 …→…。请重新起草"):
        bulletins.issue(by=plan.accounts[OFFICE], bulletin=made, at=NOW)
    assert Bulletin.objects.get().status == Status.SIGNED
    again = issued(plan, second)
    assert again.status == Status.ISSUED and values(again)["unaccepted"] == 2 and again.number == 1


def test_a_bulletin_is_signed_off_by_a_second_person_of_office_or_leaders(plan: Bureau, second: Account) -> None:
    made = drafted(plan)
    with pytest.raises(Refusal, match="不能签发自己的通报"):
        bulletins.sign(by=plan.accounts[OFFICE], bulletin=made, at=NOW)
    for unit in (BASIC, NORTH):
        with pytest.raises(NotAllowed):
            bulletins.sign(by=plan.accounts[unit], bulletin=made, at=NOW)
        with pytest.raises(NotAllowed):
            bulletins.draft(by=plan.accounts[unit], period=JUNE, at=NOW)
    with pytest.raises(Refusal, match="要在“已签发待印发”时"):
        bulletins.issue(by=plan.accounts[OFFICE], bulletin=made, at=NOW)
    assert bulletins.sign(by=plan.accounts[CITY], bulletin=made, at=NOW).signed_by == plan.accounts[CITY]
    made.refresh_from_db()
    made.signed_by = made.drafted_by
    with pytest.raises(IntegrityError), transaction.atomic():
        made.save()


def test_a_draft_made_anew_loses_its_sign_off_and_the_old_one_cannot_be_signed(plan: Bureau, second: Account) -> None:
    old = drafted(plan)
    signed(plan, second)
    new = drafted(plan, text="截至{{data_on}}，逾期{{overdue}}项。")
    assert (new.pk, new.status, new.signed_by, new.version) == (old.pk, Status.DRAFT, None, 4)
    with pytest.raises(Refusal, match="刚被重新起草"):
        bulletins.sign(by=second, bulletin=old, at=NOW)


def test_an_issued_bulletin_is_never_changed_and_a_correction_is_the_next(plan: Bureau, second: Account) -> None:
    made = issued(plan, second)
    assert made.root == Root.objects.get(day=made.root_on).root and bulletins.is_unchanged(made)
    for change in (bulletins.sign, bulletins.issue):
        with pytest.raises(Refusal, match="已印发的不能再改"):
            change(by=second, bulletin=made, at=NOW)  # type: ignore[operator]
    following = drafted(plan)
    assert following.number == 2 and Bulletin.objects.get(pk=made.pk).seal == made.seal
    Bulletin.objects.filter(pk=made.pk).update(text="改了")
    assert not bulletins.is_unchanged(Bulletin.objects.get(pk=made.pk))
    fault = bulletins.fault()
    assert fault is not None and made.address in fault.en


def test_each_step_is_audited_with_what_it_held(plan: Bureau, second: Account) -> None:
    made = issued(plan, second)
    rows = AuditRow.objects.filter(subject=f"bulletin:{made.address}").order_by("pk")
    assert [(row.act, row.actor) for row in rows] == [
        ("draft_bulletin", f"of-{OFFICE}"), ("sign_bulletin", "second"), ("issue_bulletin", f"of-{OFFICE}"),
    ]  # fmt: skip
    assert made.seal in rows[2].body
    close_day(NOW.date() + timedelta(days=1))
    assert verify() is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("逾期3项", "手写的数"),
        ("逾期{{late}}项", "没有字段“late”；可用的有"),
        ("见{{by_unit}}。", "表要单独成段"),
        ("告急{{light_red}}项", "--records"),
        ("{{measured:二/7.5#1}}", "--records"),
    ],
)
def test_a_text_that_cannot_be_kept_true_is_refused_and_nothing_is_drafted(text: str, told: str, plan: Bureau) -> None:
    with pytest.raises(Refusal, match=told):
        drafted(plan, text=text)
    assert not Bulletin.objects.exists()


def test_a_period_to_come_and_a_plan_that_was_never_published_are_refused(plan: Bureau) -> None:
    with pytest.raises(Refusal, match="还没有开始"):
        bulletins.draft(by=plan.accounts[OFFICE], period=JUNE.next, at=NOW)
    with pytest.raises(Refusal, match="没有下达过2019年的要点"):
        bulletins.draft(by=plan.accounts[OFFICE], period=JUNE, at=NOW, plan="2019")


def test_only_office_and_leaders_see_what_is_not_issued(plan: Bureau, second: Account) -> None:
    made = drafted(plan)
    with pytest.raises(NotAllowed):
        bulletins.seen(plan.accounts[SAFETY], made, NOW)
    after = issued(plan, second)
    assert bulletins.seen(plan.accounts[NORTH], after, NOW) is after


def test_the_document_carries_the_frozen_numbers_the_day_and_the_root(
    plan: Bureau, second: Account, tmp_path: Path
) -> None:
    made = issued(plan, second)
    written(bulletin_document(made), tmp_path / "通报.docx", pdf=False)
    read = docx.Document(str(tmp_path / "通报.docx"))
    said = "\n".join(one.text for one in read.paragraphs)
    assert "共有工作事项3项" in said and "{{" not in said and "2020年6月1日" in said
    assert [one.text for one in read.sections[0].footer.paragraphs[1:]] == [
        f"数据截至2020年6月1日　审计根（{made.root_on}）", made.root,
    ]  # fmt: skip
    assert [cell.text for cell in read.tables[0].rows[0].cells] == ["事项", "责任单位", "期限", "逾期天数"]


def test_every_field_is_told_in_the_how_to() -> None:
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "ledger-and-bulletin.md").read_text("utf-8")
    assert [name for name in QUERIES if f"`{name}`" not in page] == []


def test_a_text_file_that_is_no_utf_8_is_refused_in_one_sentence(plan: Bureau, tmp_path: Path) -> None:
    (tmp_path / "正文.txt").write_bytes("一、总体情况".encode("gbk"))
    with pytest.raises(Refusal, match="另存为UTF-8"):
        list(commands.drafted("2020-06", f"of-{OFFICE}", None, tmp_path / "正文.txt", None, "", "", ""))


def test_only_what_was_issued_is_public_and_in_the_feed(plan: Bureau, second: Account) -> None:
    drafted(plan)
    assert Client().get("/api/v1/bulletins").json() == []
    made = issued(plan, second)
    listed = Client().get("/api/v1/bulletins").json()
    assert [one["seal"] for one in listed] == [made.seal]
    whole = Client().get(f"/api/v1/bulletins/{made.address}").json()
    assert whole["paragraphs"] and set(whole["numbers"]) == set(fields_of(made.text))
    assert Client().get("/api/v1/bulletins/2020/2020-06/99").status_code == 404
    feed = feedparser.parse(Client().get("/feeds/bulletins.atom").content)
    assert feed.bozo == 0 and [entry.title for entry in feed.entries] == [made.title]
