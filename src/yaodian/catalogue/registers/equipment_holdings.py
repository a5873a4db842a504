"""实验仪器与教学设备: teaching equipment."""

from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE, STAGE
from yaodian.declare.column import DATE, INTEGER, MONEY, Column, Privacy
from yaodian.declare.register import STOCK, Register, snapshot
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import ITEM, WAN_YUAN, YUAN


class EquipmentHoldings(Register):
    """实验仪器与教学设备: the original value of a school's teaching equipment by stage, the sets it should have, and the
    experiments taught.
    """

    label = "实验仪器与教学设备"
    words = "一所学校一个学段在清点日的教学仪器设备值、应配实配数和实验开出数。"
    english = "teaching equipment"
    standard = "基础基522（2021年起教基5176）"
    reference = "教育事业统计办学条件表；教学仪器配备标准（原文未核）"
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
            name="equipment_yuan",
            type=MONEY,
            label="教学仪器设备值",
            also=("教学仪器设备资产值",),
            unit=YUAN,
            written_in=WAN_YUAN,
            low=0,
            privacy=Privacy.P0,
            required=True,
            example="96",
        ),
        Column(
            name="fixed_assets_yuan",
            type=MONEY,
            label="固定资产总值",
            unit=YUAN,
            written_in=WAN_YUAN,
            low=0,
            privacy=Privacy.P0,
            example="1200",
        ),
        Column(
            name="added_yuan",
            type=MONEY,
            label="当年新增仪器设备值",
            unit=YUAN,
            written_in=WAN_YUAN,
            low=0,
            privacy=Privacy.P0,
            example="8",
        ),
        Column(
            name="sets_required",
            type=INTEGER,
            label="应配仪器（件套）",
            also=("应配数",),
            unit=ITEM,
            low=0,
            privacy=Privacy.P0,
            example="820",
        ),
        Column(
            name="sets_held",
            type=INTEGER,
            label="实配仪器（件套）",
            also=("实配数",),
            unit=ITEM,
            low=0,
            privacy=Privacy.P0,
            example="760",
        ),
        Column(
            name="experiments_required",
            type=INTEGER,
            label="应开实验数",
            unit=ITEM,
            low=0,
            privacy=Privacy.P0,
            example="48",
        ),
        Column(
            name="experiments_done",
            type=INTEGER,
            label="实开实验数",
            unit=ITEM,
            low=0,
            privacy=Privacy.P0,
            example="45",
        ),
    )
    references = (IN_SCHOOL,)
