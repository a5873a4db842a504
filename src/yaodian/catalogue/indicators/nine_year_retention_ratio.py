"""九年义务教育巩固率: retention over nine years, as stated."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, WITHIN, Indicator
from yaodian.domain.period import YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class NineYearRetentionRatio(Indicator):
    """九年义务教育巩固率: junior graduates by the primary intake nine years earlier, as the statistics office states both parts.

    An external value: the rolls of one city do not reach back nine years, and pupils move. The city is the sum of its
    counties; a row of the whole city does not count.
    """

    label = "九年义务教育巩固率"
    english = "retention over nine years, as stated"
    words = "统计部门公布的初中毕业（或九年级在校）人数 ÷ 九年前小学招生数（扣除正常流动）"
    reference = "九年义务教育巩固率的通行口径（转述；流动的扣除办法各地不一，原文未核）；外部数据指标代码由本软件所定"
    unit, grain, better = RATIO, (COUNTY, YEAR), UP
    over, taken = "external_values", WITHIN
    threshold = "nine_year_retention_minimum"
    where_2018_01 = "subject_code = 'nine_year_retention' AND place_code <> :city"
    numerator_2018_01 = "sum(numerator)"
    denominator_2018_01 = "sum(denominator)"
    answers = (
        Answer(r"(?:九年)?义务教育巩固率", examples=("提高九年义务教育巩固率",), not_for=("提高初中三年巩固率",)),
    )
