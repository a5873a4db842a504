"""学区: catchment zones."""

from dataclasses import replace

from yaodian.catalogue.columns.documents import DOCUMENT_NO
from yaodian.catalogue.columns.places import COUNTY_CODE
from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE, STAGE, YEAR_NO
from yaodian.declare.column import CODE, DATE, TEXT, Code, Column, Privacy
from yaodian.declare.register import STOCK, Register, snapshot
from yaodian.domain.period import YEAR
from yaodian.domain.place import COUNTY, SCHOOL

WAYS = (Code("single", "单校划片"), Code("multi", "多校划片"), Code("whole_class", "整班移交", ("对口直升",)))


class CatchmentZones(Register):
    """学区: the zone of a school in a year: by roads, villages or estates, as published."""

    label = "学区"
    words = "一所学校当年的招生片区，以公布的方案为准。"
    english = "catchment zones"
    reference = "县（市、区）义务教育学校划片招生方案；每行写明文号"
    office = "县级教育行政部门"
    every = YEAR
    time, dated_by, arrives = STOCK, "year", snapshot("county_code", "year")
    places = ((COUNTY, "county_code"), (SCHOOL, "school_code"))
    key = ("zone_no", "year")
    columns = (
        Column(
            name="zone_no",
            type=TEXT,
            label="学区编号",
            also=("片区编号",),
            privacy=Privacy.P0,
            required=True,
            example="HHG-P-012",
        ),
        replace(YEAR_NO, label="招生年度"),
        COUNTY_CODE,
        SCHOOL_CODE,
        STAGE,
        Column(
            name="zone_name", type=TEXT, label="学区名称", also=("片区名称",), privacy=Privacy.P0, example="某小学片区"
        ),
        Column(
            name="way_code",
            type=CODE,
            label="划片方式",
            codes=WAYS,
            privacy=Privacy.P0,
            required=True,
            example="single",
        ),
        Column(
            name="description",
            type=TEXT,
            label="范围描述",
            also=("划片范围",),
            privacy=Privacy.P0,
            example="某路以东、某街以南",
        ),
        Column(name="published_on", type=DATE, label="公布日期", privacy=Privacy.P0, example="2020-07-20"),
        DOCUMENT_NO,
    )
    references = (IN_SCHOOL,)
