"""辍学清零比例: dropout cases closed."""

from yaodian.declare.indicator import UP, WITHIN, Indicator
from yaodian.domain.period import MONTH
from yaodian.domain.place import TOWN
from yaodian.domain.unit_of_measure import RATIO


class DropoutClearedRatio(Indicator):
    """辍学清零比例: cases of children out of school found in the period that were closed by its end, by all found."""

    label = "辍学清零比例"
    english = "dropout cases closed"
    words = "本期发现的失学辍学中期末已销号的人数 ÷ 本期发现的失学辍学人数"
    reference = (
        "《国务院办公厅关于进一步加强控辍保学提高义务教育巩固水平的通知》（国办发〔2017〕72号）；"
        "失学、辍学、疑似辍学的口径为转述（原文未核）"
    )
    unit, grain, better = RATIO, (TOWN, MONTH), UP
    over, taken = "dropouts", WITHIN
    disaggregations = ("kind_code", "reason_code", "sex_code")
    threshold = "dropout_cleared_minimum"
    minimum_cell = "minimum_cell_sensitive"
    where_2018_01 = "kind_code IN ('never_enrolled', 'dropped_out')"
    numerator_2018_01 = "count(*) FILTER (WHERE closed_on <= :last_day)"
    denominator_2018_01 = "count(*)"
