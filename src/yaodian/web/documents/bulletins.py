"""通报办理: drafted from a template, signed off by a second person, issued once its numbers were computed again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.db import transaction

from yaodian.domain.finding import Refusal, Words
from yaodian.domain.period import Period
from yaodian.runtime.bulletin import (
    Number,
    as_data,
    changed,
    fields_of,
    from_data,
    misplaced_tables,
    moved_fields,
    paragraphs_of,
    typed_numbers,
    unmarked,
)
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import Doing, can, must, standing
from yaodian.web.audit.chain import close_day
from yaodian.web.audit.models import Root
from yaodian.web.audit.recording import record
from yaodian.web.clock import day_of
from yaodian.web.documents.cases import has_cases
from yaodian.web.documents.facts import Facts, facts_of
from yaodian.web.documents.models import Bulletin, Status
from yaodian.web.documents.queries import asks_for_cases, number_of
from yaodian.web.plans.measured import measured_plan
from yaodian.web.plans.models import PlanEdition
from yaodian.web.plans.reading import newest_edition
from yaodian.workspace.score.measured_plan import MeasuredPlan

TEXT = """{{plan}}下达以来，局办公室按月核对各项工作的办理记录。现将{{period}}的推进情况通报如下。
一、总体情况
截至{{data_on}}，共有工作事项{{items}}项，分解到各单位{{parts}}项。工作事项中，未交办{{opened}}项，未签收{{unaccepted}}项，办理中{{under_way}}项，待核验{{submitted}}项，已核验{{verified}}项，已销号{{closed}}项；其中暂停{{suspended}}项。本期销号{{closed_this_period}}项。
二、逾期和未签收
逾期未销号的工作事项{{overdue}}项，逾期的分解事项{{parts_overdue}}项，未签收的分解事项{{parts_unaccepted}}项。
{{overdue_items}}
三、各单位情况
{{by_unit}}
本期没有填报的单位{{silent_units_count}}个：{{silent_units}}。
"""
CASES_TEXT = """个案办理情况
各项工作共立个案{{cases}}件，其中本期新立{{cases_opened_this_period}}件；本期销号{{cases_closed_this_period}}件，未销号{{cases_open}}件，其中逾期{{cases_overdue}}件。按责任单位统计如下。
{{cases_by_unit}}
按工作类别统计如下。涉及个人的个案单列一行，不计入以上各数；少于{{least_persons}}人的以“＊”代替。
{{cases_by_kind}}
"""
MEASURED_TEXT = """实测亮灯
按登记簿实测，各项承诺中正常{{light_green}}项，关注{{light_amber}}项，滞后{{light_orange}}项，告急{{light_red}}项，无法测量{{light_grey}}项，无数据{{light_unknown}}项。
"""


@dataclass(frozen=True, slots=True)
class Letter:
    """What stands around a bulletin's text: its number, whom it is sent and copied to."""

    document_no: str = ""
    sent_to: str = "各有关单位"
    copied_to: str = ""


class Overtaken(Refusal):
    """Someone else changed the bulletin meanwhile: it as it is now."""

    def __init__(self, bulletin: Bulletin) -> None:
        self.bulletin = bulletin
        super().__init__(
            Words(
                f"通报刚被重新起草或改过，现在是第{bulletin.version}稿；请看过再办",
                f"the bulletin was changed since it was opened, to version {bulletin.version}: look at it first",
            )
        )


def draft(
    *,
    by: Account,
    period: Period,
    at: datetime,
    plan: str | None = None,
    text: str | None = None,
    records: Path | None = None,
    letter: Letter | None = None,
) -> Bulletin:
    """A bulletin on a plan (default: that of the period's year) as of the period's last day, or of today within it. One
    that is not issued yet is drafted anew, and its sign-off falls; after an issued one there is a next.

    Refusal for a period that has not begun, an unknown field, and a number that was typed.
    """
    must(standing(by, day_of(at)), Doing.ISSUE_DOCUMENT)
    edition, on = _edition(plan or str(period.first.year)), min(period.last, day_of(at))
    if on < period.first:
        raise Refusal(Words(f"{period.label}还没有开始", f"{period} has not begun"))
    measured = measured_plan(edition, records, on) if records else None
    given = _template(edition, has_records=records is not None) if text is None else text
    with transaction.atomic():
        PlanEdition.objects.select_for_update().get(pk=edition.pk)
        numbers = _numbers(given, _facts(edition, period, on, given, measured))
        made = _next(edition, period)
        made.text, made.numbers, made.data_on = given, as_data(numbers), on
        made.drafted_by, made.drafted_at = by, at
        letter = letter or Letter()
        made.document_no, made.sent_to, made.copied_to = letter.document_no, letter.sent_to, letter.copied_to
        made.save()
        _record(by, "draft_bulletin", made, at)
    return made


def _next(edition: PlanEdition, period: Period) -> Bulletin:
    """The period's last bulletin as a draft without sign-off, or a new one where that is issued or there is none."""
    held = Bulletin.objects.select_for_update().filter(plan=edition.plan, period=str(period))
    last = held.order_by("-number").first()
    if last is None or last.status == Status.ISSUED:
        last = Bulletin(plan=edition.plan, period=str(period), number=last.number + 1 if last else 1, version=0)
    last.edition, last.status, last.signed_by, last.signed_at = edition, Status.DRAFT.value, None, None
    last.title = f"关于{edition.title}{period.label}推进情况的通报"
    last.version += 1
    return last


def revise(*, by: Account, bulletin: Bulletin, paragraphs: Sequence[str], letter: Letter, at: datetime) -> Bulletin:
    """Change the words of a bulletin that is not issued yet, paragraph by paragraph with its fields marked ({未签收}); a
    sign-off falls. The numbers stay as they were frozen.

    Refusal where a field was changed or a number typed; Overtaken where it is no longer at the version it was read at.
    """
    must(standing(by, day_of(at)), Doing.ISSUE_DOCUMENT)
    with transaction.atomic():
        held = _held(bulletin, Status.DRAFT, Status.SIGNED)
        held.text = _revised(held, paragraphs)
        held.document_no, held.sent_to, held.copied_to = letter.document_no, letter.sent_to, letter.copied_to
        held.status, held.signed_by, held.signed_at = Status.DRAFT.value, None, None
        held.version += 1
        held.save()
        _record(by, "revise_bulletin", held, at)
    return held


def _revised(held: Bulletin, paragraphs: Sequence[str]) -> str:
    numbers, before = numbers_of(held), paragraphs_of(held.text)
    if len(paragraphs) != len(before):
        raise Refusal(Words("交来的段数和原稿不同，请重新打开再改", "paragraphs are missing: open the bulletin again"))
    after = [unmarked(paragraph, numbers) for paragraph in paragraphs]
    for place, (old, new) in enumerate(zip(before, after, strict=True), start=1):
        if moved := moved_fields(old, new, numbers):
            raise Refusal(
                Words(
                    f"第{place}段的数据字段被改动：{moved.zh}。字段锁定，请只改文字",
                    f"paragraph {place}: fields are locked, but {moved.en}; change words only",
                )
            )
    text = "\n".join(line for paragraph in after for line in paragraphs_of(paragraph)) + "\n"
    _must_not_type(text)
    if tables := misplaced_tables(text, numbers):
        raise _tables_alone(tables)
    return text


def sign(*, by: Account, bulletin: Bulletin, at: datetime) -> Bulletin:
    """Sign off the draft as it was read (its version); Refusal for its drafter, and where it was drafted anew meanwhile."""
    must(standing(by, day_of(at)), Doing.SIGN_BULLETIN)
    with transaction.atomic():
        held = _held(bulletin, Status.DRAFT)
        if held.drafted_by_id == by.pk:
            raise Refusal(
                Words(
                    f"起草人不能签发自己的通报；请{by.name}以外的领导或办公室人员签发",
                    "whoever drafted a bulletin does not sign it off: someone else of the leaders or the office does",
                )
            )
        held.status, held.signed_by, held.signed_at = Status.SIGNED.value, by, at
        held.version += 1
        held.save(update_fields=["status", "signed_by", "signed_at", "version"])
        _record(by, "sign_bulletin", held, at)
    return held


def issue(*, by: Account, bulletin: Bulletin, at: datetime, records: Path | None = None) -> Bulletin:
    """Compute every number again, as of the same day, and freeze the bulletin for ever with the last audit root; Refusal
    that names the numbers where they are no longer those of the draft."""
    must(standing(by, day_of(at)), Doing.ISSUE_DOCUMENT)
    close_day(day_of(at) - timedelta(days=1))
    with transaction.atomic():
        held = _held(bulletin, Status.SIGNED)
        before = numbers_of(held)
        measured = None
        if any(number.release for number in before.values()):
            measured = _measured(held, records)
        period = Period.parse(held.period)
        after = _numbers(held.text, _facts(held.edition, period, held.data_on, held.text, measured))
        if told := changed(before, after):
            zh, en = "；".join(words.zh for words in told), "; ".join(words.en for words in told)
            raise Refusal(
                Words(
                    f"起草以后这些数变了：{zh}。请重新起草、签发", f"these changed since the draft: {en}: draft it anew"
                )
            )
        root = Root.objects.order_by("-day").first()
        assert root is not None
        held.status, held.issued_by, held.issued_at = Status.ISSUED.value, by, at
        held.numbers, held.root, held.root_on = as_data(after), root.root, root.day
        held.version += 1
        held.seal = seal_of(held)
        held.save()
        _record(by, "issue_bulletin", held, at, seal=held.seal, root=held.root)
    return held


def issued() -> Any:
    """All issued bulletins, which are public, the newest first."""
    return Bulletin.objects.filter(status=Status.ISSUED.value).order_by("-issued_at", "-pk")


def bulletin_called(period: Period, plan: str | None = None, number: int | None = None) -> Bulletin:
    """The bulletin on a plan for a period, the last where no number is given; Refusal where there is none."""
    found = Bulletin.objects.filter(plan=plan or str(period.first.year), period=str(period))
    held = (found.filter(number=number) if number else found.order_by("-number")).first()
    if held is None:
        raise Refusal(
            Words(f"没有{period.label}的通报；先用 yaodian bulletin draft 起草", f"no bulletin for {period}: draft it")
        )
    return held


def seen(by: Account, bulletin: Bulletin, at: datetime) -> Bulletin:
    """The bulletin for an account: an issued one for everyone with a duty, else only for who drafts and signs."""
    who = standing(by, day_of(at))
    if bulletin.status != Status.ISSUED or not who.posts:
        must(who, Doing.SIGN_BULLETIN)
    return bulletin


def numbers_of(bulletin: Bulletin) -> dict[str, Number]:
    """The frozen numbers in the order in which the text names them."""
    held = from_data(bulletin.numbers)
    return {name: held[name] for name in fields_of(bulletin.text)}


def recomputed(bulletin: Bulletin) -> dict[str, Number]:
    """Its numbers as the record gives them now for the same day; those that need a warehouse are left out."""
    facts = _facts(bulletin.edition, Period.parse(bulletin.period), bulletin.data_on, bulletin.text)
    return {name: number_of(name, facts) for name, one in numbers_of(bulletin).items() if not one.release}


def readable(by: Account, at: datetime) -> Any:
    """The bulletins that `seen` would show to an account, the newest period first."""
    who = standing(by, day_of(at))
    held = Bulletin.objects.select_related("drafted_by", "signed_by").order_by("-period", "-number")
    if can(who, Doing.SIGN_BULLETIN):
        return held
    return held.filter(status=Status.ISSUED.value) if who.posts else held.none()


def seal_of(bulletin: Bulletin) -> str:
    """The digest of all that an issued bulletin says, with its audit root."""
    told = [
        bulletin.address, bulletin.title, bulletin.document_no, bulletin.sent_to, bulletin.copied_to, bulletin.text,
        bulletin.numbers, bulletin.data_on.isoformat(), bulletin.root,
    ]  # fmt: skip
    return sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def is_unchanged(bulletin: Bulletin) -> bool:
    """Whether an issued bulletin still says what was sealed; nothing is sealed of the others."""
    return bulletin.status != Status.ISSUED or bulletin.seal == seal_of(bulletin)


def fault() -> Words | None:
    """The first issued bulletin that no longer says what was sealed."""
    changed = next((bulletin for bulletin in Bulletin.objects.order_by("pk") if not is_unchanged(bulletin)), None)
    if changed is None:
        return None
    return Words(f"通报{changed.address}被改动过", f"the bulletin {changed.address} was changed")


def _edition(plan: str) -> PlanEdition:
    edition = newest_edition(plan)
    if edition is None:
        raise Refusal(Words(f"没有下达过{plan}年的要点", f"no plan {plan} was published"))
    return edition


def _template(edition: PlanEdition, *, has_records: bool) -> str:
    """The built-in text with the sections that there is something to say in."""
    further = [*([CASES_TEXT] if has_cases(edition.plan) else []), *([MEASURED_TEXT] if has_records else [])]
    return TEXT + "".join(f"{numeral}、{section}" for numeral, section in zip("四五", further, strict=False))


def _facts(edition: PlanEdition, period: Period, on: date, text: str, measured: MeasuredPlan | None = None) -> Facts:
    """The facts that the fields of a text ask for."""
    return facts_of(edition, period, on, measured, with_cases=asks_for_cases(fields_of(text)))


def _numbers(text: str, facts: Facts) -> Mapping[str, Number]:
    _must_not_type(text)
    numbers = {name: number_of(name, facts) for name in fields_of(text)}
    if tables := misplaced_tables(text, numbers):
        raise _tables_alone(tables)
    return numbers


def _must_not_type(text: str) -> None:
    if typed := typed_numbers(text):
        zh = "；".join(f"第{line}行“{words}”" for line, words in typed)
        raise Refusal(
            Words(
                f"正文里有手写的数：{zh}。请改用字段，如 {{{{overdue}}}}；日期、文号和书名号、引号里的除外",
                f"numbers were typed into the text: {zh}. Use fields such as {{{{overdue}}}}",
            )
        )


def _tables_alone(tables: Sequence[str]) -> Refusal:
    return Refusal(Words(f"表要单独成段：{'、'.join(tables)}", f"a table stands alone: {', '.join(tables)}"))


def _measured(bulletin: Bulletin, records: Path | None) -> MeasuredPlan:
    if records is None:
        raise Refusal(
            Words(
                "通报里有登记簿的数，印发时要重算，请用 --records 指明数仓", "it holds measured numbers: give --records"
            )
        )
    return measured_plan(bulletin.edition, records, bulletin.data_on)


def _held(bulletin: Bulletin, *wanted: Status) -> Bulletin:
    """The bulletin for a change, as it was read and in a status that is wanted; Refusal where it is not."""
    held = Bulletin.objects.select_for_update().get(pk=bulletin.pk)
    status, needed = Status(held.status), wanted[0].words
    if status not in wanted:
        raise Refusal(
            Words(
                f"通报{held.address}现在是“{status.words.zh}”，要在“{needed.zh}”时才能办；已印发的不能再改，有误就另发一份",
                f"the bulletin {held.address} is {status.words.en}, not {needed.en}; an issued one stays as it is",
            )
        )
    if held.version != bulletin.version:
        raise Overtaken(held)
    return held


def _record(by: Account, act: str, bulletin: Bulletin, at: datetime, **data: str) -> None:
    told = sha256(json.dumps([bulletin.text, bulletin.numbers], ensure_ascii=False, sort_keys=True).encode())
    record(
        actor=by.login, act=act, subject=f"bulletin:{bulletin.address}", at=at, version=bulletin.version,
        content=told.hexdigest(), **data,
    )  # fmt: skip
