"""外部数据: external values."""

from dataclasses import replace

from yaodian.catalogue.columns.documents import DOCUMENT_NO
from yaodian.declare.column import DATE, DECIMAL, PERIOD, TEXT, Column, Privacy
from yaodian.declare.register import CHANGES, STOCK, Register
from yaodian.domain.period import YEAR
from yaodian.domain.place import COUNTY


class ExternalValues(Register):
    """外部数据: an aggregate that another office states, with its document: never a person's field, never confirmed
    from persons.
    """

    label = "外部数据"
    words = "其他部门公布或函告的汇总数，附文件；从不涉及个人。"
    english = "external values"
    reference = "各部门公报、函件和公布数据；每行写明文件"
    office = "局办公室"
    every = YEAR
    time, dated_by, arrives = STOCK, "counted_on", CHANGES
    places = ((COUNTY, "place_code"),)
    key = ("subject_code", "place_code", "period")
    silence_is_nothing = False
    columns = (
        Column(
            name="subject_code",
            type=TEXT,
            label="指标代码",
            also=("事项",),
            privacy=Privacy.P0,
            required=True,
            example="drug_free_schools",
        ),
        Column(
            name="label",
            type=TEXT,
            label="指标名称",
            also=("事项名称",),
            privacy=Privacy.P0,
            required=True,
            example="无毒品学校数",
        ),
        Column(
            name="place_code",
            type=TEXT,
            label="地区或学校代码",
            also=("地区",),
            privacy=Privacy.P0,
            required=True,
            example="520300",
        ),
        Column(
            name="period",
            type=PERIOD,
            label="时期",
            also=("所属时期",),
            privacy=Privacy.P0,
            required=True,
            example="2020",
        ),
        Column(
            name="counted_on",
            type=DATE,
            label="数据日期",
            also=("统计日期",),
            privacy=Privacy.P0,
            required=True,
            example="2020-12-31",
        ),
        Column(name="value", type=DECIMAL, label="数值", privacy=Privacy.P0, required=True, example="415"),
        Column(name="numerator", type=DECIMAL, label="分子", privacy=Privacy.P0, example="415"),
        Column(name="denominator", type=DECIMAL, label="分母", privacy=Privacy.P0, example="415"),
        Column(
            name="unit_name",
            type=TEXT,
            label="单位",
            also=("计量单位",),
            privacy=Privacy.P0,
            required=True,
            example="所",
        ),
        Column(
            name="stated_by",
            type=TEXT,
            label="提供单位",
            also=("发布单位",),
            privacy=Privacy.P0,
            required=True,
            example="市禁毒委",
        ),
        replace(DOCUMENT_NO, required=True),
        Column(name="note", type=TEXT, label="口径说明", privacy=Privacy.P0, example="以禁毒委认定名单为准"),
    )
