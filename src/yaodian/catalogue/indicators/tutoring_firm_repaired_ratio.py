"""培训机构整改率: the part of the faulty tutoring firms that were put right."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class TutoringFirmRepairedRatio(Indicator):
    """培训机构整改率: tutoring firms put right or closed, of those that had something to put right (0–1)."""

    label = "校外培训机构整改完成率"
    english = "share of faulty tutoring firms put right"
    words = "已整改或已关停的机构数 ÷（已整改 + 已关停 + 整改中 + 暂停）的机构数"
    reference = "国办发〔2018〕80号（原文未核）；口径为本软件所定"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    over, taken = "tutoring_firms", LAST_DAY
    disaggregations = ("kind_code", "stage_code", "county_code")
    minimum_cell = None
    where_2018_08 = "state_code <> 'lawful' OR repaired_on IS NOT NULL"
    numerator_2018_08 = "count(*) FILTER (WHERE state_code = 'closed' OR state_code = 'lawful')"
    denominator_2018_08 = "count(*)"
    answers = (
        Answer(
            "(?:校外)?培训机构[^,，。;；]{0,6}(?:整改|治理|整治)(?:完成)?率",
            examples=("提高校外培训机构整改完成率",),
            not_for=("持续整治校外培训机构",),
        ),
    )
