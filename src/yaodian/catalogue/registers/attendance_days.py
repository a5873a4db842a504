"""考勤日结: attendance days closed."""

from dataclasses import replace

from yaodian.catalogue.columns.schools import CLASS_NO, IN_SCHOOL, SCHOOL_CODE
from yaodian.declare.column import DATE, INSTANT, INTEGER, Column
from yaodian.declare.register import EVENT, EVENTS, Check, Register
from yaodian.domain.finding import Words
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class AttendanceDays(Register):
    """考勤日结: a day whose attendance a school has closed, with how many pupils it expected and how many were away.

    A school that closed no day is unknown, never present.
    """

    label = "考勤日结"
    words = "学校对某日考勤的日结：应到多少、缺勤多少；没有日结的日子视为不知道，不视为全勤。"
    english = "attendance days closed"
    reference = "学校晨午检与考勤日报制度（各地规定不一）"
    office = "基教科"
    every = DAY
    time, dated_by, arrives = EVENT, "day_on", EVENTS
    places = ((SCHOOL, "school_code"),)
    key = ("school_code", "day_on", "class_no")
    columns = (
        SCHOOL_CODE,
        replace(
            CLASS_NO,
            example="201901",
            meaning="the class, or 全校 for a school that closes its days as a whole",
            note="填班号；按全校日结的填“全校”",
        ),
        Column(name="day_on", type=DATE, label="日期", also=("考勤日期",), required=True, example="2020-04-20"),
        Column(
            name="expected_count",
            type=INTEGER,
            label="应到人数",
            also=("应到",),
            unit=PERSON,
            low=0,
            required=True,
            example="44",
        ),
        Column(
            name="absent_count",
            type=INTEGER,
            label="缺勤人数",
            also=("未到", "缺勤"),
            unit=PERSON,
            low=0,
            required=True,
            example="2",
        ),
        Column(
            name="closed_at", type=INSTANT, label="结账时间", also=("上报时间",), example="2020-04-20T09:30:00+08:00"
        ),
    )
    references = (IN_SCHOOL,)
    checks = (
        Check(
            "no_more_absent_than_expected",
            "absent_count <= expected_count",
            Words("缺勤人数多于应到人数", "more absent than expected"),
            Words("核对两个人数", "check both numbers"),
        ),
    )
