"""索取指标数: fields that schools were asked to fill in."""

from yaodian.declare.indicator import DOWN, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import ITEM


class RequestedFieldCount(Indicator):
    """索取指标数: fields of all forms put to schools in the period, each form once for each school, whatever its rhythm."""

    label = "要求学校填报的指标数"
    english = "fields asked of schools"
    words = "本期布置给学校的各份表册的指标数之和"
    reference = "口径为本软件所定：负担按字段计"
    unit, grain, better = ITEM, (SCHOOL, DAY), DOWN
    over = "data_requests schools"
    disaggregations = ("asked_by_code", "form_kind_code", "rhythm_code", "is_listed", "schools.type_code")
    minimum_cell = None
    where_2019_12 = "length(receiver_code) = 10"
    value_2019_12 = "sum(field_count)"
