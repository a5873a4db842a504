"""优质高中配额生比例: quota places of model senior schools."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class QuotaPlaceRatio(Indicator):
    """优质高中配额生比例: places of model senior schools split over the junior schools, by all places they offer in the year."""

    label = "优质高中配额生比例"
    english = "quota places of model senior schools"
    words = "示范性高中配额生计划数 ÷ 示范性高中招生计划数"
    reference = (
        "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号）："
        "优质高中招生名额分配到初中的比例不低于50%（转述，原文未核）"
    )
    unit, grain, better = RATIO, (SCHOOL, YEAR), UP
    over, taken = "school_places schools", LAST_DAY
    disaggregations = ("schools.model_class_code",)
    threshold = "quota_place_minimum"
    minimum_cell = None
    where_2018_01 = (
        "stage_code = 'senior' AND schools.model_class_code IN ('first', 'second', 'third') AND"
        " CAST(SUBSTRING(year, 1, 4) AS BIGINT) = EXTRACT(YEAR FROM :last_day)"
    )
    numerator_2018_01 = "sum(quota_count)"
    denominator_2018_01 = "sum(place_count)"
    answers = (
        Answer(
            r"(?:配额生|指标到校|名额分配)[^,，。;；]{0,8}(?:比例|占比)",
            examples=("提高优质高中配额生比例",),
            not_for=("完善配额生政策",),
        ),
    )
