"""中考人均分: the mean score of a paper in the senior-secondary entrance exam."""

from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON, POINT


class EntranceScorePerPupil(Indicator):
    """中考人均分: points of all candidates who sat divided by those who sat; of one subject when split by subject.

    Who was absent, exempt or disqualified counts in neither part.
    """

    label = "高中阶段招生考试人均得分（按科目）"
    english = "mean score in the senior-secondary entrance exam"
    words = "正常参考考生得分之和 ÷ 正常参考人次"
    reference = "市招生考试机构成绩统计口径（原文未核）"
    unit, grain, better = POINT / PERSON, (SCHOOL, YEAR), UP
    over = "entrance_exam_results schools"
    disaggregations = ("subject_code", "schools.urban_rural_code", "schools.ownership_code")
    where_2010_01 = "state_code = 'sat' AND score IS NOT NULL"
    numerator_2010_01 = "sum(score)"
    denominator_2010_01 = "count(score)"
