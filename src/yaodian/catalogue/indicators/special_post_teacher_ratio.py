"""特岗教师比例: teachers on special posts."""

from yaodian.catalogue.columns.conditions import FULL_TIME
from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class SpecialPostTeacherRatio(Indicator):
    """特岗教师比例: full-time teachers on special posts by all of them."""

    label = "特岗教师比例"
    english = "teachers on special posts"
    words = "特岗教师数 ÷ 专任教师数"
    reference = "农村义务教育阶段学校教师特设岗位计划（原文未核）；口径为本软件所定"
    unit, grain, better = RATIO, (SCHOOL, DAY), NONE
    over, taken = "teachers schools", LAST_DAY
    disaggregations = ("stage_code", "subject_code", "sex_code", "schools.urban_rural_code", "schools.ownership_code")
    where_2018_01 = FULL_TIME
    numerator_2018_01 = "count(*) FILTER (WHERE post_kind_code = 'special_post')"
    denominator_2018_01 = "count(*)"
