"""学校经费: school ledgers."""

from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE
from yaodian.declare.column import MONEY, PERIOD, Column, Privacy
from yaodian.declare.register import STOCK, Check, Register, snapshot
from yaodian.domain.finding import Severity, Words
from yaodian.domain.period import FISCAL_YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import YUAN


class SchoolLedgers(Register):
    """学校经费: what a school received and spent in a year by kind: public funds, staff, training, nutrition, building."""

    label = "学校经费"
    words = "一所学校一年的收支：公用经费、人员、培训、营养餐、基建等。"
    english = "school ledgers"
    reference = "学校部门决算和教育经费统计学校表（列名未核）"
    office = "计财科"
    every = FISCAL_YEAR
    time, dated_by, arrives = STOCK, "year", snapshot("school_code", "year")
    places = ((SCHOOL, "school_code"),)
    key = ("school_code", "year")
    columns = (
        SCHOOL_CODE,
        Column(name="year", type=PERIOD, label="年度", privacy=Privacy.P0, required=True, example="2020F"),
        Column(
            name="income_yuan", type=MONEY, label="收入合计", unit=YUAN, low=0, privacy=Privacy.P0, example="8600000.00"
        ),
        Column(
            name="appropriated_yuan",
            type=MONEY,
            label="财政拨款",
            unit=YUAN,
            low=0,
            privacy=Privacy.P0,
            required=True,
            example="8200000.00",
        ),
        Column(
            name="public_funds_yuan",
            type=MONEY,
            label="公用经费",
            also=("公用经费拨款",),
            unit=YUAN,
            low=0,
            privacy=Privacy.P0,
            required=True,
            example="760000.00",
        ),
        Column(
            name="public_funds_spent_yuan",
            type=MONEY,
            label="公用经费支出",
            unit=YUAN,
            low=0,
            privacy=Privacy.P0,
            example="741000.00",
        ),
        Column(
            name="training_spent_yuan",
            type=MONEY,
            label="教师培训支出",
            also=("培训费",),
            unit=YUAN,
            low=0,
            privacy=Privacy.P0,
            example="42000.00",
        ),
        Column(
            name="staff_spent_yuan",
            type=MONEY,
            label="人员经费支出",
            unit=YUAN,
            low=0,
            privacy=Privacy.P0,
            example="7100000.00",
        ),
        Column(
            name="building_spent_yuan",
            type=MONEY,
            label="基建支出",
            unit=YUAN,
            low=0,
            privacy=Privacy.P0,
            example="0.00",
        ),
        Column(
            name="equipment_spent_yuan",
            type=MONEY,
            label="设备购置支出",
            unit=YUAN,
            low=0,
            privacy=Privacy.P0,
            example="120000.00",
        ),
        Column(
            name="meals_spent_yuan",
            type=MONEY,
            label="营养改善计划支出",
            unit=YUAN,
            low=0,
            privacy=Privacy.P0,
            example="336000.00",
        ),
        Column(
            name="fees_yuan",
            type=MONEY,
            label="收费收入",
            also=("学费收入",),
            unit=YUAN,
            low=0,
            privacy=Privacy.P0,
            example="0.00",
        ),
        Column(
            name="debt_yuan",
            type=MONEY,
            label="年末负债",
            also=("债务余额",),
            unit=YUAN,
            low=0,
            privacy=Privacy.P0,
            example="0.00",
        ),
    )
    references = (IN_SCHOOL,)
    checks = (
        Check(
            "training_within_public_funds",
            "training_spent_yuan IS NULL OR public_funds_spent_yuan IS NULL OR training_spent_yuan <= public_funds_spent_yuan",
            Words("教师培训支出大于公用经费支出", "training is more than the public funds spent"),
            Words("核对两个金额", "check both amounts"),
            Severity.WARNING,
        ),
    )
