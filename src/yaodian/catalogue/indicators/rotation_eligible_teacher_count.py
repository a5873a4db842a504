"""符合交流条件教师数: teachers due for rotation."""

from yaodian.catalogue.columns.conditions import FULL_TIME, PUBLIC
from yaodian.declare.indicator import FIRST_DAY, NONE, Indicator
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class RotationEligibleTeacherCount(Indicator):
    """符合交流条件教师数: full-time teachers of public primary and junior schools who had taught at their school for six years when the period began."""

    label = "符合交流条件教师数"
    english = "teachers due for rotation"
    words = "期初在同一公办小学、初中任教满六年的专任教师人数"
    reference = (
        "《关于推进县（区）域内义务教育学校校长教师交流轮岗的意见》（2014年）："
        "每年交流不低于符合条件教师的10%，其中骨干不低于20%（转述，原文未核）；"
        "同校任教满六年为符合条件（转述的省级规定）"
    )
    unit, grain, better = PERSON, (SCHOOL, SCHOOL_YEAR), NONE
    over, taken = "teachers schools", FIRST_DAY
    disaggregations = ("schools.urban_rural_code", "schools.ownership_code")
    where_2018_01 = (
        f"{FULL_TIME} AND stage_code IN ('primary', 'junior') AND {PUBLIC} AND"
        " (EXTRACT(YEAR FROM :first_day) - EXTRACT(YEAR FROM came_on)) * 12"
        " + EXTRACT(MONTH FROM :first_day) - EXTRACT(MONTH FROM came_on) >= 12 * :rotation_years"
    )
    value_2018_01 = "count(*)"
