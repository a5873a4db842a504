"""人口数: population counts."""

from yaodian.catalogue.columns.documents import DOCUMENT_NO
from yaodian.declare.column import CODE, DATE, INTEGER, TEXT, Code, Column, Privacy
from yaodian.declare.register import STOCK, Register, snapshot
from yaodian.domain.period import YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import PERSON

KINDS = (Code("resident", "常住人口"), Code("registered", "户籍人口"))


class PopulationCounts(Register):
    """人口数: how many people of an age and sex live in or are registered in a place in a year: the denominator of
    enrolment rates.
    """

    label = "人口数"
    words = "一个地区一年某年龄、某性别的人口数，是入学率的分母。"
    english = "population counts"
    reference = "公安、统计部门人口数；人口普查分年龄人口"
    office = "计财科"
    every = YEAR
    time, dated_by, arrives = STOCK, "counted_on", snapshot("place_code", "counted_on")
    places = ((COUNTY, "place_code"),)
    key = ("place_code", "age", "sex_code", "kind_code", "counted_on")
    columns = (
        Column(
            name="place_code",
            type=TEXT,
            label="地区代码",
            also=("地区",),
            privacy=Privacy.P0,
            required=True,
            example="520302",
        ),
        Column(
            name="counted_on",
            type=DATE,
            label="数据日期",
            also=("统计时点",),
            privacy=Privacy.P0,
            required=True,
            example="2020-11-01",
        ),
        Column(
            name="kind_code",
            type=CODE,
            label="人口口径",
            codes=KINDS,
            privacy=Privacy.P0,
            required=True,
            example="resident",
        ),
        Column(name="age", type=INTEGER, label="年龄", privacy=Privacy.P0, low=0, high=120, required=True, example="6"),
        Column(name="sex_code", type=CODE, label="性别", codes="sexes", privacy=Privacy.P0, required=True, example="1"),
        Column(
            name="person_count",
            type=INTEGER,
            label="人数",
            unit=PERSON,
            privacy=Privacy.P0,
            low=0,
            required=True,
            example="5200",
        ),
        Column(name="stated_by", type=TEXT, label="提供单位", privacy=Privacy.P0, required=True, example="市统计局"),
        DOCUMENT_NO,
    )
