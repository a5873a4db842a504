"""借阅: books lent."""

from yaodian.declare.column import CODE, DATE, DECIMAL, INTEGER, MONEY, TEXT, Code, Column
from yaodian.declare.register import EVENT, EVENTS, Reference, Register
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import ITEM, KILOGRAM, WAN_YUAN, YUAN


class Loans(Register):
    """借阅: one book lent on a day."""

    label, reference, office = "借阅", "测试用", "图书馆"
    time, dated_by, arrives = EVENT, "lent_on", EVENTS
    places = ((SCHOOL, "shelf_code"),)
    key = ("loan_no",)
    columns = (
        Column(name="loan_no", type=TEXT, label="借阅号", required=True),
        Column(name="shelf_code", type=TEXT, label="书架", required=True, refers_to="shelves.shelf_code"),
        Column(name="lent_on", type=DATE, label="借出日期", required=True),
        Column(name="topic", type=CODE, label="主题", codes=(Code("a", "文学"), Code("b", "科学", ("理科",)))),
        Column(name="copies", type=INTEGER, label="册数", unit=ITEM, required=True, low=1),
        Column(name="weight_kg", type=DECIMAL, label="重量", unit=KILOGRAM),
        Column(name="deposit_yuan", type=MONEY, label="押金", unit=YUAN, written_in=WAN_YUAN),
    )
    references = (Reference(("shelf_code",), "shelves"),)
