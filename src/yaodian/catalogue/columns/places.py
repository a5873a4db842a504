"""地方字段: county, town, and the kind of place a school stands in."""

from yaodian.declare.column import CODE, Column, Privacy

COUNTY_CODE = Column(
    name="county_code",
    type=CODE,
    label="县（市、区）",
    element="XZQHM",
    also=("行政区划码", "区县", "所属区县"),
    codes="reporting_places",
    required=True,
    privacy=Privacy.P0,
    example="520302",
)
TOWN_CODE = Column(
    name="town_code",
    type=CODE,
    label="乡镇（街道）",
    also=("乡镇", "所属乡镇"),
    codes="towns",
    privacy=Privacy.P1,
)
