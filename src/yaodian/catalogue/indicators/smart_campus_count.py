"""智慧校园数: schools accepted as smart campuses."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import SCHOOL_UNIT


class SmartCampusCount(Indicator):
    """智慧校园数: schools whose smart campus was accepted (验收) by the period's last day, each counted once."""

    label = "通过验收的智慧校园数"
    english = "smart campuses accepted"
    words = "期末前通过智慧校园验收的学校数"
    reference = "GB/T 36342—2018《智慧校园总体框架》；验收文件"
    unit, grain, better = SCHOOL_UNIT, (COUNTY, DAY), UP
    over, taken, not_additive = "digital_facilities schools", LAST_DAY, True
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
    where_2018_06 = "smart_campus_on <= :last_day"
    value_2018_06 = "count(DISTINCT school_code)"
    answers = (
        Answer(
            "智慧校园(?!示范)[^,，。;；]{0,4}(?:验收|达标)|(?:验收|通过)[^,，。;；]{0,4}智慧校园",
            examples=("完成智慧校园验收", "验收智慧校园"),
            not_for=("创建智慧校园示范校",),
        ),
    )
