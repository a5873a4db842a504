"""重复索取比例: the part of the fields asked that registers hold already."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import DOWN, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class DuplicateFieldRatio(Indicator):
    """重复索取比例: fields asked of schools that a register holds already, of all fields asked (0–1).

    A request that does not say how many counts as asking for nothing that is held.
    """

    label = "重复填报指标比例"
    english = "share of fields asked that registers hold already"
    words = "登记中已有的字段数 ÷ 要求学校填报的指标数"
    reference = "口径为本软件所定：同一数据不问两次"
    unit, grain, better = RATIO, (SCHOOL, DAY), DOWN
    over = "data_requests schools"
    disaggregations = ("asked_by_code", "form_kind_code", "is_listed", "schools.type_code")
    minimum_cell = None
    where_2019_12 = "length(receiver_code) = 10"
    numerator_2019_12 = "coalesce(sum(fields_in_registers), 0)"
    denominator_2019_12 = "sum(field_count)"
    answers = (
        Answer(
            "重复(?:填报|报送|采集)",
            examples=("杜绝重复填报", "消除数据重复采集"),
            not_for=("减少各类表册",),
        ),
    )
