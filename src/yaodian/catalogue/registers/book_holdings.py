"""图书: books."""

from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE, STAGE
from yaodian.declare.column import BOOLEAN, DATE, INTEGER, Column, Privacy
from yaodian.declare.register import STOCK, Register, snapshot
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import TIME, VOLUME


class BookHoldings(Register):
    """图书: the books of a school's library by stage, as counted on a day, with what was added and lent."""

    label = "图书"
    words = "一所学校一个学段在清点日的图书册数、当年新增和借阅量。"
    english = "books"
    standard = "基础基522（2021年起教基5176）"
    reference = "教育事业统计办学条件表；《中小学图书馆（室）规程》（教基〔2018〕5号；原文未核）"
    office = "素质教育中心"
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
            example="2019-09-01",
        ),
        Column(
            name="volumes",
            type=INTEGER,
            label="图书册数",
            also=("纸质图书",),
            unit=VOLUME,
            low=0,
            privacy=Privacy.P0,
            required=True,
            example="9600",
        ),
        Column(
            name="added_volumes",
            type=INTEGER,
            label="当年新增图书",
            also=("本年新增",),
            unit=VOLUME,
            low=0,
            privacy=Privacy.P0,
            example="300",
        ),
        Column(
            name="lent_volumes",
            type=INTEGER,
            label="借阅册次",
            also=("年借阅量",),
            unit=TIME,
            low=0,
            privacy=Privacy.P0,
            example="15200",
        ),
        Column(
            name="digital_volumes",
            type=INTEGER,
            label="数字图书",
            also=("电子图书",),
            unit=VOLUME,
            low=0,
            privacy=Privacy.P0,
            example="2000",
        ),
        Column(name="has_librarian", type=BOOLEAN, label="是否配备图书管理员", privacy=Privacy.P0, example="是"),
    )
    references = (IN_SCHOOL,)
