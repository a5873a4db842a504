"""功能室: rooms."""

from dataclasses import replace

from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE, STAGE
from yaodian.declare.column import BOOLEAN, CODE, DECIMAL, INTEGER, TEXT, Column, Privacy
from yaodian.declare.register import STATE, Check, Register, snapshot
from yaodian.domain.finding import Severity, Words
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import ITEM, M2


class Rooms(Register):
    """功能室: the special rooms of a school one by one, with use and area: music and art rooms are held against the
    number of classes.
    """

    label = "功能室"
    words = "学校的每间专用教室：用途和面积。"
    english = "rooms"
    reference = "义务教育优质均衡督导评估材料中的专用教室清单（表式未核）"
    office = "计财科"
    every = SCHOOL_YEAR
    time, arrives = STATE, snapshot("school_code")
    places = ((SCHOOL, "school_code"),)
    key = ("school_code", "room_no")
    columns = (
        SCHOOL_CODE,
        Column(
            name="room_no",
            type=TEXT,
            label="房间号",
            also=("室号", "序号"),
            privacy=Privacy.P0,
            required=True,
            example="A301",
        ),
        Column(
            name="use_code",
            type=CODE,
            label="用途",
            also=("功能室类别", "房间用途"),
            codes="building_uses",
            privacy=Privacy.P0,
            required=True,
            example="music_room",
        ),
        Column(
            name="area_m2",
            type=DECIMAL,
            label="面积",
            also=("使用面积",),
            unit=M2,
            low=0,
            privacy=Privacy.P0,
            required=True,
            example="98",
        ),
        replace(STAGE, required=False),
        Column(
            name="seats",
            type=INTEGER,
            label="座位数",
            also=("工位数",),
            unit=ITEM,
            low=0,
            privacy=Privacy.P0,
            example="48",
        ),
        Column(
            name="is_networked_multimedia",
            type=BOOLEAN,
            label="是否网络多媒体教室",
            also=("网络多媒体",),
            privacy=Privacy.P0,
            example="是",
        ),
    )
    references = (IN_SCHOOL,)
    checks = (
        Check(
            "area_is_a_room",
            "area_m2 BETWEEN 3 AND 5000",
            Words("面积不像一间房", "the area is not that of one room"),
            Words("按单间使用面积填写，单位为平方米", "give the area of one room in square metres"),
            Severity.WARNING,
        ),
    )
