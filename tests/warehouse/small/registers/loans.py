"""借阅: an event."""

from yaodian.declare.column import DATE, INSTANT, MONEY, TEXT, Column
from yaodian.declare.register import EVENT, EVENTS, Register
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import YUAN


class Loans(Register):
    """借阅: a book lent."""

    label = "借阅"
    english = "loans"
    reference = "测试用"
    office = "测试"
    time, dated_by, arrives = EVENT, "lent_on", EVENTS
    places = ((SCHOOL, "library_code"),)
    key = ("library_code", "slip_no")
    columns = (
        Column(name="library_code", type=TEXT, label="馆", required=True),
        Column(name="slip_no", type=TEXT, label="单号", required=True),
        Column(name="lent_on", type=DATE, label="日期", required=True),
        Column(name="noted_at", type=INSTANT, label="登记时刻"),
        Column(name="deposit_yuan", type=MONEY, unit=YUAN, label="押金"),
    )
