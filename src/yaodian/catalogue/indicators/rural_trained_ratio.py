"""农村教师培训占比: the part of the persons trained who teach in the country."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import CITY
from yaodian.domain.unit_of_measure import RATIO


class RuralTrainedRatio(Indicator):
    """农村教师培训占比: rural teachers of all persons trained (0–1); trainings that do not state them count in neither part."""

    label = "参训人员中农村教师比例"
    english = "share of rural teachers among those trained"
    words = "农村教师参训人数 ÷ 参训人数（未填农村人数的培训两边都不计）"
    reference = "乡村教师支持计划（2015年；培训指标向农村倾斜，原文未核）"
    unit, grain, better = RATIO, (CITY, DAY), UP
    over = "trainings"
    disaggregations = ("level_code", "programme_code")
    minimum_cell = None
    where_2015_06 = "rural_count IS NOT NULL AND trained_count IS NOT NULL"
    numerator_2015_06 = "sum(rural_count)"
    denominator_2015_06 = "sum(trained_count)"
    answers = (
        Answer(
            "(?:培训|参训)[^,，。;；]{0,12}农村教师[^,，。;；]{0,4}(?:比例|占比|倾斜)|农村教师[^,，。;；]{0,6}培训[^,，。;；]{0,4}(?:比例|占比)",
            examples=("提高培训指标中农村教师比例", "提高农村教师参加培训占比"),
            not_for=("培训农村教师",),
        ),
    )
