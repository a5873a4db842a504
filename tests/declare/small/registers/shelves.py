"""书架: shelves with the days they stood."""

from yaodian.declare.column import INTEGER, TEXT, Column
from yaodian.declare.register import STATE, Register, snapshot
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.domain.unit_of_measure import PLACE_UNIT


class Shelves(Register):
    """书架: one shelf from the day it was put up."""

    label, reference, office = "书架", "测试用", "图书馆"
    time, arrives = STATE, snapshot("room_code")
    places = ((COUNTY, "room_code"), (SCHOOL, "shelf_code"))
    key = ("shelf_code",)
    columns = (
        Column(name="shelf_code", type=TEXT, label="书架", required=True),
        Column(name="room_code", type=TEXT, label="书库", required=True),
        Column(name="places", type=INTEGER, label="容量", unit=PLACE_UNIT, low=0),
    )
