"""信息化设施: digital facilities."""

from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE, STAGE
from yaodian.declare.column import BOOLEAN, DATE, DECIMAL, INTEGER, Column, Privacy
from yaodian.declare.register import STOCK, Check, Register, snapshot
from yaodian.domain.finding import Severity, Words
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import DEVICE, MBPS, ROOM


class DigitalFacilities(Register):
    """信息化设施: a school's bandwidth, multimedia classrooms and computers by stage, as counted on a day."""

    label = "信息化设施"
    words = "一所学校一个学段在清点日的带宽、多媒体教室和计算机。"
    english = "digital facilities"
    reference = "教育信息化进展统计和教育事业统计办学条件表（原文未核）"
    office = "教科院"
    every = SCHOOL_YEAR
    time, dated_by, arrives = STOCK, "counted_on", snapshot("school_code", "counted_on")
    places = ((SCHOOL, "school_code"),)
    key = ("school_code", "stage_code", "counted_on")
    columns = (
        SCHOOL_CODE,
        STAGE,
        Column(
            name="counted_on",
            type=DATE,
            label="统计日期",
            also=("统计时点",),
            privacy=Privacy.P0,
            required=True,
            example="2020-06-30",
        ),
        Column(
            name="is_online",
            type=BOOLEAN,
            label="是否接入互联网",
            also=("接入互联网",),
            privacy=Privacy.P0,
            required=True,
            example="是",
        ),
        Column(
            name="bandwidth_mbps",
            type=DECIMAL,
            label="出口带宽",
            also=("接入带宽",),
            unit=MBPS,
            low=0,
            privacy=Privacy.P0,
            example="200",
        ),
        Column(
            name="classroom_count",
            type=INTEGER,
            label="教室数",
            also=("普通教室数",),
            unit=ROOM,
            low=0,
            privacy=Privacy.P0,
            required=True,
            example="24",
        ),
        Column(
            name="multimedia_count",
            type=INTEGER,
            label="网络多媒体教室数",
            also=("多媒体教室",),
            unit=ROOM,
            low=0,
            privacy=Privacy.P0,
            required=True,
            example="22",
        ),
        Column(
            name="pupil_computer_count",
            type=INTEGER,
            label="学生用计算机",
            also=("教学用计算机台数",),
            unit=DEVICE,
            low=0,
            privacy=Privacy.P0,
            example="96",
        ),
        Column(
            name="teacher_computer_count",
            type=INTEGER,
            label="教师用计算机",
            also=("教师终端",),
            unit=DEVICE,
            low=0,
            privacy=Privacy.P0,
            example="60",
        ),
        Column(
            name="has_wireless",
            type=BOOLEAN,
            label="是否无线网络全覆盖",
            also=("无线覆盖",),
            privacy=Privacy.P0,
            example="是",
        ),
        Column(
            name="has_security_grade",
            type=BOOLEAN,
            label="是否完成等级保护备案",
            also=("等保备案",),
            privacy=Privacy.P0,
            example="否",
        ),
        Column(name="smart_campus_on", type=DATE, label="智慧校园验收日期", privacy=Privacy.P0),
    )
    references = (IN_SCHOOL,)
    checks = (
        Check(
            "multimedia_within_all",
            "multimedia_count <= classroom_count",
            Words("网络多媒体教室数多于教室数", "more multimedia classrooms than classrooms"),
            Words("核对两个间数", "check both numbers"),
            Severity.WARNING,
        ),
    )
