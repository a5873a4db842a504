"""校舍与场地: premises."""

from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE
from yaodian.declare.column import CODE, DATE, DECIMAL, INTEGER, Code, Column, Privacy
from yaodian.declare.register import STOCK, Check, Register, snapshot
from yaodian.domain.finding import Words
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import ITEM, M2

STAGES = (
    Code("all", "全校"),
    Code("preschool", "学前"),
    Code("primary", "小学"),
    Code("junior", "初中"),
    Code("senior", "普通高中"),
    Code("vocational", "中职"),
    Code("special", "特殊教育"),
)


class Premises(Register):
    """校舍与场地: a school's land, floor space and sports grounds by use, as counted on the first day of the school year.

    A school with two stages has a row for each, or one row of 全校 that indicators split by pupils.
    """

    label = "校舍与场地"
    words = "一所学校在学年初的占地、校舍和运动场地面积。"
    english = "premises"
    standard = "基础基512（2021年起教基5170）"
    reference = "教育事业统计学校占地面积及校舍面积表（原文未核）"
    office = "计财科"
    every = SCHOOL_YEAR
    time, dated_by, arrives = STOCK, "counted_on", snapshot("school_code", "counted_on")
    places = ((SCHOOL, "school_code"),)
    key = ("school_code", "stage_code", "counted_on")
    columns = (
        SCHOOL_CODE,
        Column(
            name="stage_code", type=CODE, label="学段", codes=STAGES, privacy=Privacy.P0, required=True, example="all"
        ),
        Column(
            name="counted_on",
            type=DATE,
            label="统计日期",
            also=("统计时点",),
            privacy=Privacy.P0,
            required=True,
            example="2019-09-01",
        ),
        Column(name="land_m2", type=DECIMAL, label="占地面积", unit=M2, low=0, privacy=Privacy.P0, example="18000"),
        Column(name="green_m2", type=DECIMAL, label="绿化用地面积", unit=M2, low=0, privacy=Privacy.P0, example="3000"),
        Column(
            name="sports_ground_m2",
            type=DECIMAL,
            label="运动场地面积",
            unit=M2,
            low=0,
            privacy=Privacy.P0,
            example="6000",
        ),
        Column(
            name="building_m2", type=DECIMAL, label="校舍建筑面积", unit=M2, low=0, privacy=Privacy.P0, example="9000"
        ),
        Column(
            name="teaching_m2",
            type=DECIMAL,
            label="教学及辅助用房面积",
            meaning="includes indoor sports rooms; the balance standard of 2017 takes them off",
            note="含室内体育用房；优质均衡标准（2017）计算时扣除",
            unit=M2,
            low=0,
            privacy=Privacy.P0,
            required=True,
            example="5200",
        ),
        Column(
            name="indoor_sports_m2",
            type=DECIMAL,
            label="室内体育用房面积",
            also=("体育馆面积",),
            unit=M2,
            low=0,
            privacy=Privacy.P0,
            example="600",
        ),
        Column(
            name="office_m2", type=DECIMAL, label="行政办公用房面积", unit=M2, low=0, privacy=Privacy.P0, example="900"
        ),
        Column(
            name="living_m2", type=DECIMAL, label="生活用房面积", unit=M2, low=0, privacy=Privacy.P0, example="2900"
        ),
        Column(
            name="dormitory_m2", type=DECIMAL, label="学生宿舍面积", unit=M2, low=0, privacy=Privacy.P0, example="1200"
        ),
        Column(
            name="dormitory_beds",
            type=INTEGER,
            label="学生宿舍床位数",
            unit=ITEM,
            low=0,
            privacy=Privacy.P0,
            example="300",
        ),
        Column(name="dangerous_m2", type=DECIMAL, label="危房面积", unit=M2, low=0, privacy=Privacy.P0, example="0"),
        Column(name="rented_m2", type=DECIMAL, label="租借校舍面积", unit=M2, low=0, privacy=Privacy.P0, example="0"),
    )
    references = (IN_SCHOOL,)
    checks = (
        Check(
            "parts_within_the_whole",
            "building_m2 IS NULL OR teaching_m2 <= building_m2",
            Words("教学及辅助用房面积大于校舍建筑面积", "the teaching rooms are larger than the buildings"),
            Words("核对两个面积，单位为平方米", "check both areas, in square metres"),
        ),
        Check(
            "indoor_within_teaching",
            "indoor_sports_m2 IS NULL OR indoor_sports_m2 <= teaching_m2",
            Words("室内体育用房面积大于教学及辅助用房面积", "indoor sports rooms are larger than the teaching rooms"),
            Words("核对两个面积", "check both areas"),
        ),
    )
