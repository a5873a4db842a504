"""网络学习空间: learning spaces."""

from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE
from yaodian.declare.column import CODE, INTEGER, PERIOD, TEXT, Code, Column, Privacy
from yaodian.declare.register import STOCK, Check, Register, snapshot
from yaodian.domain.finding import Words
from yaodian.domain.period import MONTH
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON

PERSON_KINDS = (Code("pupil", "学生"), Code("teacher", "教师"), Code("parent", "家长"))


class LearningSpaces(Register):
    """网络学习空间: how many pupils and teachers of a school have opened a personal space on a platform, and how many
    used it in the month.

    Counts only: what anyone did there is not held.
    """

    label = "网络学习空间"
    words = "一所学校当月开通和使用网络空间的人数；不记个人使用内容。"
    english = "learning spaces"
    reference = "“人人通”网络学习空间平台月度统计（口径由平台方说明，未核）"
    office = "教科院"
    every = MONTH
    time, dated_by, arrives = STOCK, "month", snapshot("platform", "month")
    places = ((SCHOOL, "school_code"),)
    key = ("school_code", "platform", "person_code", "month")
    columns = (
        SCHOOL_CODE,
        Column(
            name="platform",
            type=TEXT,
            label="平台",
            also=("平台名称",),
            privacy=Privacy.P0,
            required=True,
            example="人人通空间",
        ),
        Column(name="month", type=PERIOD, label="月份", privacy=Privacy.P0, required=True, example="2020-06"),
        Column(
            name="person_code",
            type=CODE,
            label="人员类别",
            codes=PERSON_KINDS,
            privacy=Privacy.P0,
            required=True,
            example="teacher",
        ),
        Column(
            name="opened_count",
            type=INTEGER,
            label="开通数",
            also=("开通人数",),
            unit=PERSON,
            low=0,
            privacy=Privacy.P0,
            required=True,
            example="58",
        ),
        Column(
            name="active_count",
            type=INTEGER,
            label="活跃数",
            meaning="who used the space in the month",
            note="当月使用过空间的人数",
            also=("当月活跃人数",),
            unit=PERSON,
            low=0,
            privacy=Privacy.P0,
            required=True,
            example="41",
        ),
    )
    references = (IN_SCHOOL,)
    checks = (
        Check(
            "active_within_opened",
            "active_count <= opened_count",
            Words("活跃数多于开通数", "more active than opened"),
            Words("核对两个人数", "check both numbers"),
        ),
    )
