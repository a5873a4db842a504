"""投诉按期办结率: the part of the complaints that were answered in time."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class ComplaintTimelyRatio(Indicator):
    """投诉按期办结率: complaints of the period closed by their day, of those that had to be closed by its end (0–1).

    A complaint without a day by which to close counts in neither part.
    """

    label = "投诉举报按期办结率"
    english = "share of complaints closed in time"
    words = "本期受理、按期办结的件数 ÷ 本期受理、期末前到期的件数"
    reference = "《信访条例》办理期限（原文未核）；口径为本软件所定"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    over = "complaints"
    disaggregations = ("topic_code", "channel_code", "county_code")
    minimum_cell = None
    where_2005_05 = "due_on <= :last_day"
    numerator_2005_05 = "count(*) FILTER (WHERE closed_on <= due_on)"
    denominator_2005_05 = "count(*)"
    answers = (
        Answer(
            "(?:信访|投诉|举报)[^,，。;；]{0,6}(?:按期|及时|按时)?(?:办结|办理|受理)率",
            examples=("提高信访事项按期办结率", "确保投诉办结率"),
            not_for=("提高信访群众满意度", "加强信访维稳工作"),
        ),
    )
