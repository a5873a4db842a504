"""教师页: what registers hold of whoever looks: training, file, titles and moves; nothing on it can be filled in."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.paginator import Paginator
from django.http import HttpResponse

from yaodian.domain.finding import Words
from yaodian.web.pages.page import SIGNED_IN, Visit, page
from yaodian.web.registers.reading import own_rows_of
from yaodian.workspace.own_records import STAFF, OwnRows

LINES = 25
TRAINING, MOVES = "training_records", "teacher_rotations"
TITLES = (
    "title_code", "title_since_on", "backbone_code", "certificate_code", "certificate_subject_code", "registered_on",
)  # fmt: skip
ABOVE = ("name", "school_code")
Facts = Sequence[tuple[Words, str]]


@page("profile/record", policy=SIGNED_IN, under="profile")
def own_record(visit: Visit) -> HttpResponse:
    """One's own record, for an account that also has duties."""
    return of_teacher(visit)


def of_teacher(visit: Visit) -> HttpResponse:
    """The newest training first; of someone on two lists of staff both."""
    found = {one.register.id: one for one in own_rows_of(account=visit.account, at=visit.at)}
    staff, training = found[STAFF], found[TRAINING]
    return visit.show(
        "teacher", staff=staff.of_each, titles=_facts(staff, TITLES), files=_facts(staff, _of_file(staff)),
        shown=Paginator(training.of_each, LINES).get_page(visit.request.GET.get("page")),
        lessons=sum(float(row.get("lessons", 0)) for row in training.of_each), moves=found[MOVES].of_each,
    )  # fmt: skip


def _of_file(staff: OwnRows) -> list[str]:
    return [column.name for column in staff.columns if column.name not in (*TITLES, *ABOVE)]


def _facts(staff: OwnRows, names: Sequence[str]) -> list[Facts]:
    """For each row of staff what it says in these columns."""
    words = {column.name: Words(column.label, column.name.replace("_", " ")) for column in staff.columns}
    return [[(words[name], row[name]) for name in names if name in row] for row in staff.of_each]
