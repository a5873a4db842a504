"""营养餐供餐: nutrition meals served."""

from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE
from yaodian.declare.column import BOOLEAN, CODE, INTEGER, MONEY, PERIOD, Code, Column
from yaodian.declare.register import EVENT, EVENTS, Check, Register
from yaodian.domain.finding import Severity, Words
from yaodian.domain.period import MONTH
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import DAY_UNIT, PERSON, TIME, YUAN

WAYS = (Code("canteen", "学校食堂供餐", ("食堂供餐",)), Code("company", "企业供餐"), Code("household", "家庭托餐"))


class NutritionMeals(Register):
    """营养餐供餐: how many pupils of a school had the nutrition meal in a month, on how many days, and the subsidy used."""

    label = "营养餐供餐"
    words = "一所学校一个月营养餐供餐的人数、天数和使用的补助资金。"
    english = "nutrition meals served"
    reference = "农村义务教育学生营养改善计划供餐月报（原文未核）"
    office = "学生营养改善计划管理机构"
    every = MONTH
    time, dated_by, arrives = EVENT, "month", EVENTS
    places = ((SCHOOL, "school_code"),)
    key = ("school_code", "month")
    columns = (
        SCHOOL_CODE,
        Column(name="month", type=PERIOD, label="月份", also=("供餐月份",), required=True, example="2020-05"),
        Column(
            name="entitled_count",
            type=INTEGER,
            label="应享受学生数",
            also=("应供餐人数",),
            unit=PERSON,
            low=0,
            required=True,
            example="420",
        ),
        Column(
            name="served_count",
            type=INTEGER,
            label="实际供餐人数",
            also=("享受学生数",),
            unit=PERSON,
            low=0,
            required=True,
            example="418",
        ),
        Column(
            name="days_served",
            type=INTEGER,
            label="供餐天数",
            unit=DAY_UNIT,
            low=0,
            high=31,
            required=True,
            example="20",
        ),
        Column(name="meals", type=INTEGER, label="供餐人次", also=("份数",), unit=TIME, low=0, example="8360"),
        Column(
            name="subsidy_yuan",
            type=MONEY,
            label="使用补助资金",
            also=("营养膳食补助支出",),
            unit=YUAN,
            low=0,
            example="33440.00",
        ),
        Column(name="way_code", type=CODE, label="供餐模式", also=("供餐方式",), codes=WAYS, example="canteen"),
        Column(
            name="canteen_staff_count",
            type=INTEGER,
            label="食堂从业人员数",
            also=("食堂工勤人员",),
            unit=PERSON,
            low=0,
            example="5",
        ),
        Column(name="has_leader_meals", type=BOOLEAN, label="是否落实陪餐制度", also=("负责人陪餐",), example="是"),
    )
    references = (IN_SCHOOL,)
    checks = (
        Check(
            "served_within_entitled",
            "served_count <= entitled_count",
            Words("实际供餐人数多于应享受人数", "more pupils were served than are entitled"),
            Words("核对两个人数", "check both numbers"),
            Severity.WARNING,
        ),
    )
