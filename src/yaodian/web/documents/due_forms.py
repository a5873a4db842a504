"""待办表往返: a unit's open items as a form to fill in, and what was filled in taken as reports, row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from yaodian.domain.entry import Act
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.observation import Observation
from yaodian.runtime.ledger import Figures, LedgerRow, last_reported
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import standing
from yaodian.web.clock import day_of
from yaodian.web.documents.ledgers import unit_called, unit_ledger
from yaodian.web.plans.reading import newest_editions
from yaodian.web.plans.structure import names_of
from yaodian.web.work.models import Item, Receipt
from yaodian.web.work.reading import items_of
from yaodian.web.work.services import Stale, act
from yaodian.web.work.writing import current
from yaodian.workspace.due_form import Cell, DueForm, DueRow, Fault, Report, report_of
from yaodian.workspace.due_reading import read_due_form
from yaodian.workspace.indicators import registers_behind
from yaodian.workspace.promises import Names, PromiseName


def due_form(account: Account, unit: str, on: date, records: Path | None = None) -> DueForm:
    """What the unit has open, one row a promise; an item without a number to report is shown and asks nothing."""
    ledger, names = unit_ledger(account, unit, on, records, is_open=True)
    items = sorted((row for row in ledger.rows if not row.is_case), key=lambda row: (row.due or date.max, row.address))
    rows = [row for item in items for row in _rows(item, names)]
    return DueForm(unit, unit_called(unit, on).name, on, tuple(rows))


def _rows(item: LedgerRow, names: Names) -> Iterator[DueRow]:
    own = {
        Cell.SUBJECT: item.subject,
        Cell.VERSION: str(item.version),
        Cell.TITLE: item.title,
        Cell.DUE: item.due.isoformat() if item.due else "",
    }
    for figures in item.figures:
        yield DueRow(own | _numbers(figures, names.get(figures.promise, PromiseName())), figures.is_asked)
    if not item.figures:
        yield DueRow(own, is_asked=False)


def _numbers(one: Figures, name: PromiseName) -> dict[Cell, str]:
    told = {
        Cell.PROMISE: one.promise,
        Cell.WORDS: name.words or one.promise,
        Cell.PROMISED: name.number(float(one.promised)),
        Cell.SOURCE: "" if one.is_asked else "登记簿",
    }
    if one.measured is not None and one.measured.value is not None:
        told |= {Cell.MEASURED: name.number(one.measured.value), Cell.MEASURED_ON: one.measured.as_of.isoformat()}
        told[Cell.SOURCE] = _source(one.measured)
    if one.reported is not None:
        told |= {Cell.SAID: name.number(one.reported.value), Cell.SAID_ON: one.reported.as_of.isoformat()}
    return told


def _source(seen: Observation) -> str:
    """The registers that a value was computed from, and the release."""
    return f"{registers_behind(seen.indicator).zh or seen.indicator} {seen.release}".strip()


@dataclass
class TakenIn:
    """What came of a filled form: how many promises were reported first, reported anew, left as they were; and the rows
    that were not taken, as a form to be filled in again (None where there is none); `reported` names the items."""

    new: int = 0
    changed: int = 0
    same: int = 0
    wrong: DueForm | None = None
    reported: list[str] = field(default_factory=list)


def take_in(*, account: Account, unit: str, file: Path, at: datetime) -> TakenIn:
    """Take the filled rows of a form as reports of the unit, each for itself: whole, or given back with its reason. The
    same file again changes nothing. Refusal for a file that is no form, or another unit's."""
    filled = read_due_form(file)
    today = day_of(at)
    if filled.unit != unit:
        raise Refusal(
            Words(
                f"“{file.name}”是{filled.unit}的待办表，不是{unit}的；请用本单位的表",
                f"{file.name} is the form of {filled.unit}, not of {unit}: use the unit's own",
            )
        )
    standing(account, today).hand_for(unit)
    taking, taken, wrong = _Taking(account, unit, at), TakenIn(), []
    for row in filled.rows:
        found = taking.take(row)
        if isinstance(found, Fault):
            wrong.append(replace(row, fault=found))
        else:
            setattr(taken, found, getattr(taken, found) + 1)
            taken.reported += [row[Cell.SUBJECT]] if found != "same" else []
    if wrong:
        taken.wrong = DueForm(unit, unit_called(unit, today).name, today, tuple(map(taking.with_version, wrong)))
    return taken


@dataclass
class _Taking:
    """The rows of one form taken one after the other. `done` counts the reports of this form by item: the next row of the
    same item was filled in on the version before them."""

    account: Account
    unit: str
    at: datetime
    done: Counter[str] = field(default_factory=Counter)
    seen: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        items = items_of(self.account, day_of(self.at)).filter(concern__unit=self.unit).with_plan().distinct()
        self.items: dict[str, Item] = {item.subject: item for item in items}
        self.names = names_of(newest_editions({item.plan.plan for item in self.items.values() if item.plan}))

    def take(self, row: DueRow) -> Fault | str:
        """What came of a row: the name of the count it belongs to, or its fault."""
        if not row.is_filled:
            return "same"
        item, promise = self.items.get(row[Cell.SUBJECT]), row[Cell.PROMISE]
        if item is None:
            return Fault(Cell.SUBJECT, _UNKNOWN, _GREY_STAYS)
        if (item.subject, promise) in self.seen:
            return Fault(Cell.PROMISE, _TWICE, Words("请只留一行", "keep one row"))
        self.seen.add((item.subject, promise))
        is_asked = promise not in current(item).measured
        report = report_of(replace(row, is_asked=is_asked), self.names.get(promise, PromiseName()).sign)
        if isinstance(report, Fault):
            return report
        if report.as_of > day_of(self.at):
            return Fault(Cell.AS_OF, _LATER, Words("请填今天或以前的日期", "give today or a day before"))
        return self._report(report, item)

    def _report(self, report: Report, item: Item) -> Fault | str:
        data = {"promise": report.promise, "value": report.value, "as_of": report.as_of.isoformat()}
        data |= {"note": report.note} if report.note else {}
        expected = report.version + self.done[report.subject]
        told = repr((self.unit, report.subject, expected, sorted(data.items())))
        key = f"due:{sha256(told.encode()).hexdigest()}"
        if Receipt.objects.filter(account=self.account.login, key=key).exists():
            self.done[report.subject] += 1
            return "same"
        before = last_reported(current(item), report.promise)
        try:
            act(
                account=self.account, unit=self.unit, subject=report.subject, act=Act.REPORT, data=data,
                expected=expected, key=key, at=self.at,
            )  # fmt: skip
        except Stale as stale:
            return _stale_fault(stale)
        except Refusal as refused:
            return Fault(Cell.VALUE, refused.words, _DO_FIRST)
        self.done[report.subject] += 1
        return "changed" if before else "new"

    def with_version(self, row: DueRow) -> DueRow:
        """The row with the version its item has now, so that it can be taken in again once it was put right."""
        subject = row[Cell.SUBJECT]
        version = Item.objects.filter(pk=subject).values_list("version", flat=True).first()
        known = subject in self.items and version is not None
        return replace(row, cells={**row.cells, Cell.VERSION: str(version)}) if known else row


def _stale_fault(stale: Stale) -> Fault:
    if stale.expected > stale.item.version:
        told = Words(f"没有版本{stale.expected}", f"there is no version {stale.expected}")
        return Fault(Cell.VERSION, told, _GREY_STAYS)
    return Fault(Cell.VERSION, stale.words, _LOOK_AGAIN)


_UNKNOWN = Words("本单位没有这个编号的事项", "the unit has no item of this number")
_TWICE = Words("同一个承诺填了两行", "one promise is filled in twice")
_LATER = Words("数据截至日期在今天之后", "the day lies in the future")
_GREY_STAYS = Words("灰色的格子不要改；请重新下载待办表", "grey cells stay as they are: download the form again")
_DO_FIRST = Words("照原因办好以后，再交这一行", "do what the reason says, then hand in this row again")
_LOOK_AGAIN = Words(
    "版本已换成现在的；看过新记录，数仍然对就原样再交", "the version is the present one now: look, and hand it in again"
)
