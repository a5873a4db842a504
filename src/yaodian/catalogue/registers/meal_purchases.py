"""营养餐采购: what school canteens buy, line by line."""

from yaodian.declare.column import BOOLEAN, CODE, DATE, DECIMAL, INTEGER, MONEY, TEXT, Code, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Check, Reference, Register
from yaodian.domain.finding import Severity, Words
from yaodian.domain.period import MONTH
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import ITEM, KILOGRAM, YUAN

PRODUCE = (
    Code("grain", "粮食", ("大米", "面粉", "主食")),
    Code("oil", "食用油", ("油", "油料")),
    Code("vegetable", "蔬菜", ("菜",)),
    Code("meat", "肉类", ("畜禽肉", "猪肉")),
    Code("egg", "禽蛋", ("蛋类", "鸡蛋")),
    Code("milk", "奶类", ("牛奶",)),
    Code("bean", "豆制品", ("豆类",)),
    Code("fruit", "水果"),
    Code("other", "其他", ("调味品",)),
)


class MealPurchases(Register):
    """营养餐采购: one line of a canteen's purchase of farm produce: what, from where, how heavy, for how much.

    Money is in yuan, weight in kilograms. Suppliers are held as bodies (USCC) only: a household that sells to a school
    is a person and is counted through `is_from_poor_household`, never named.
    """

    label = "营养餐采购"
    words = "学校食堂的一行采购：什么、产自哪里、多重、多少钱；向农户采购的只作标记，不记姓名。"
    english = "meal purchases"
    reference = "贵州省学生营养改善计划食材采购月报（校农结合，2018年起按月报送；原文未核）"
    office = "学生营养改善计划管理机构"
    every = MONTH
    time, dated_by, arrives = EVENT, "bought_on", EVENTS
    places = ((SCHOOL, "school_code"),)
    key = ("school_code", "receipt_no", "line_no")
    columns = (
        Column(
            name="school_code",
            type=TEXT,
            label="学校标识码",
            element="XXDM",
            also=("学校代码",),
            required=True,
            pattern=r"\d{10}",
            refers_to="schools.school_code",
            privacy=Privacy.P0,
            example="2152000001",
        ),
        Column(
            name="receipt_no",
            type=TEXT,
            label="单据号",
            also=("采购单号", "发票号"),
            required=True,
            example="CG-2020-031",
        ),
        Column(
            name="line_no", type=INTEGER, label="行号", also=("序号",), unit=ITEM, required=True, low=1, example="1"
        ),
        Column(name="bought_on", type=DATE, label="采购日期", also=("日期",), required=True, example="2020-05-11"),
        Column(name="produce_code", type=CODE, label="品类", codes=PRODUCE, required=True, example="vegetable"),
        Column(name="produce", type=TEXT, label="品名", also=("食材名称",), example="白菜"),
        Column(
            name="origin_code",
            type=CODE,
            label="产地（省）",
            meaning="province where the produce was grown, six digits of GB/T 2260; empty where the supplier cannot say",
            note="产地省份，GB/T 2260六位代码；供应方说不清的留空",
            also=("产地", "原产地"),
            codes="provinces",
            example="520000",
        ),
        Column(name="is_from_poor_household", type=BOOLEAN, label="是否采购自贫困户", also=("贫困户",), example="否"),
        Column(
            name="weight_kg", type=DECIMAL, label="重量", also=("数量（公斤）",), unit=KILOGRAM, low=0, example="120"
        ),
        Column(
            name="amount_yuan",
            type=MONEY,
            label="金额",
            also=("采购金额",),
            unit=YUAN,
            required=True,
            example="360.00",
        ),
        Column(
            name="supplier_uscc",
            type=TEXT,
            label="供应商统一社会信用代码",
            meaning="GB 32100; empty where the supplier is a household",
            note="按GB 32100填写；向农户采购的留空",
            pattern="[0-9A-HJ-NPQRTUWXY]{18}",
            example="91350100M000100Y43",
        ),
    )
    references = (Reference(("school_code",), "schools"),)
    checks = (
        Check(
            "amount_is_not_zero",
            "amount_yuan <> 0",
            Words("采购金额为0", "the amount is zero"),
            Words(
                "填写实际金额；退货写负数；没有采购的行请删去",
                "give the amount paid; a return is negative; drop a line without purchase",
            ),
        ),
        Check(
            "price_is_plausible",
            "weight_kg IS NULL OR weight_kg = 0 OR abs(amount_yuan) / weight_kg <= 500",
            Words("单价高于每公斤500元", "the price is above 500 yuan per kilogram"),
            Words("核对重量单位（公斤）和金额单位（元）", "check that weight is in kilograms and the amount in yuan"),
            Severity.WARNING,
        ),
    )
