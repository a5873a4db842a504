"""学校联网率: the part of the schools that are on the internet."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class OnlineSchoolRatio(Indicator):
    """学校联网率: schools with a line to the internet of all schools counted, each once whatever its stages (0–1)."""

    label = "中小学互联网接入率"
    english = "share of schools online"
    words = "接入互联网的学校数 ÷ 有统计的学校数（多学段学校只计一次）"
    reference = "教育信息化统计口径（“三通两平台”校校通；原文未核）"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    over, taken, not_additive = "digital_facilities schools", LAST_DAY, True
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
    numerator_2012_01 = "count(DISTINCT school_code) FILTER (WHERE is_online)"
    denominator_2012_01 = "count(DISTINCT school_code)"
    answers = (
        Answer(
            "学校[^,，。;；]{0,8}(?:联网|互联网接入|网络接入|宽带接入)(?:率|全覆盖)?",
            examples=("实现学校互联网接入全覆盖", "提高学校联网率"),
            not_for=("建设教育大数据云平台",),
        ),
    )
