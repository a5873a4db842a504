"""初中三年巩固率: retention in junior school over three years."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class JuniorRetentionRatio(Indicator):
    """初中三年巩固率: of the pupils in junior classes that began three years before, those still in school or graduated.

    A pupil belongs to the class of the year it entered, so transfers in count with their class; rolls must keep the rows of
    pupils who left, with their last status. The cohort is the one that finished in the last summer before the period's end.
    """

    label = "初中三年巩固率"
    english = "retention in junior school over three years"
    words = "应届毕业班在籍或已毕业人数 ÷（三年前入学人数＋转入−转出−出国−死亡）"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；算式为转述，原文未核）"
    unit, grain, better = RATIO, (SCHOOL, SCHOOL_YEAR), UP
    over, taken = "enrolments classes schools", LAST_DAY
    disaggregations = ("sex_code", "schools.urban_rural_code", "schools.ownership_code")
    threshold = "junior_retention_minimum"
    where_2018_01 = (
        "stage_code = 'junior' AND status_code NOT IN ('transferred_out', 'abroad', 'deceased') AND"
        " CAST(SUBSTRING(classes.entry_school_year, 1, 4) AS BIGINT) = EXTRACT(YEAR FROM :last_day) - 3"
        " - CASE WHEN EXTRACT(MONTH FROM :last_day) < 8 THEN 1 ELSE 0 END"
    )
    numerator_2018_01 = "count(*) FILTER (WHERE status_code IN ('enrolled', 'graduated', 'completed'))"
    denominator_2018_01 = "count(*)"
    answers = (
        Answer(r"初中(?:三年|阶段)?巩固率", examples=("提高初中三年巩固率",), not_for=("提高九年义务教育巩固率",)),
    )
