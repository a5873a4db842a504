"""目录外索取比例: the part of the requests that stand outside the year's list."""

from yaodian.declare.indicator import DOWN, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class UnlistedRequestRatio(Indicator):
    """目录外索取比例: requests put to schools that the year's list does not hold, of all of them (0–1); one that leaves it open
    counts as outside."""

    label = "年度目录外表册比例"
    english = "share of requests outside the year's list"
    words = "不在年度目录内的表册份数 ÷ 要求学校填报的表册份数"
    reference = "中共中央办公厅、国务院办公厅《关于减轻中小学教师负担进一步营造教育教学良好环境的若干意见》（2019年12月；原文未核）"
    unit, grain, better = RATIO, (SCHOOL, DAY), DOWN
    over = "data_requests schools"
    disaggregations = ("asked_by_code", "form_kind_code", "rhythm_code", "schools.type_code")
    minimum_cell = None
    where_2019_12 = "length(receiver_code) = 10"
    numerator_2019_12 = "count(*) FILTER (WHERE NOT coalesce(is_listed, FALSE))"
    denominator_2019_12 = "count(*)"
