"""体育设施: sports facilities."""

from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE
from yaodian.declare.column import BOOLEAN, CODE, DATE, DECIMAL, INTEGER, TEXT, Code, Column, Privacy
from yaodian.declare.register import STATE, Register, snapshot
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import M2, METRE

KINDS = (
    Code("football_pitch", "足球场", ("足球场地",)),
    Code("small_pitch", "五人制足球场", ("笼式足球场",)),
    Code("track", "田径场", ("跑道",)),
    Code("basketball", "篮球场"),
    Code("volleyball", "排球场"),
    Code("table_tennis", "乒乓球台"),
    Code("gymnasium", "体育馆", ("风雨操场",)),
    Code("pool", "游泳池"),
    Code("climbing", "攀爬架"),
    Code("other", "其他"),
)
SURFACES = (
    Code("grass", "天然草"),
    Code("artificial", "人造草"),
    Code("rubber", "塑胶"),
    Code("concrete", "水泥"),
    Code("earth", "泥土"),
)


class SportsFacilities(Register):
    """体育设施: the pitches, courts, tracks and halls of a school one by one, with size and use."""

    label = "体育设施"
    words = "学校的每处体育场地设施：类别、面积、用途。"
    english = "sports facilities"
    reference = "国家学校体育卫生条件试行基本标准（教体艺〔2008〕5号；原文未核）；体育场地统计"
    office = "素质教育中心"
    every = SCHOOL_YEAR
    time, arrives = STATE, snapshot("school_code")
    places = ((SCHOOL, "school_code"),)
    key = ("school_code", "facility_no")
    columns = (
        SCHOOL_CODE,
        Column(
            name="facility_no",
            type=TEXT,
            label="设施编号",
            also=("序号",),
            privacy=Privacy.P0,
            required=True,
            example="1",
        ),
        Column(
            name="kind_code",
            type=CODE,
            label="设施类别",
            codes=KINDS,
            privacy=Privacy.P0,
            required=True,
            example="football_pitch",
        ),
        Column(name="area_m2", type=DECIMAL, label="面积", unit=M2, privacy=Privacy.P0, low=0, example="6000"),
        Column(
            name="track_metre",
            type=INTEGER,
            label="跑道长度（米）",
            also=("跑道周长",),
            unit=METRE,
            privacy=Privacy.P0,
            low=0,
            example="200",
        ),
        Column(
            name="surface_code", type=CODE, label="地面材料", codes=SURFACES, privacy=Privacy.P0, example="artificial"
        ),
        Column(name="is_standard", type=BOOLEAN, label="是否标准场地", privacy=Privacy.P0, example="是"),
        Column(name="is_open_to_public", type=BOOLEAN, label="是否向社会开放", privacy=Privacy.P0, example="是"),
        Column(name="built_on", type=DATE, label="建成日期", privacy=Privacy.P0, example="2016-08-01"),
    )
    references = (IN_SCHOOL,)
