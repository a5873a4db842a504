"""书架: a stock, counted by the month."""

from yaodian.declare.column import INTEGER, PERIOD, TEXT, Column
from yaodian.declare.register import STOCK, Register, snapshot
from yaodian.domain.place import SCHOOL


class Shelves(Register):
    """书架: how many books a shelf held at the end of a month."""

    label = "书架"
    english = "shelves"
    reference = "测试用"
    office = "测试"
    time, dated_by, arrives = STOCK, "month", snapshot("library_code")
    places = ((SCHOOL, "library_code"),)
    key = ("shelf_no",)
    columns = (
        Column(name="shelf_no", type=TEXT, label="架号", required=True),
        Column(name="library_code", type=TEXT, label="馆", required=True),
        Column(name="month", type=PERIOD, label="月份", required=True),
        Column(name="books", type=INTEGER, label="册数"),
    )
