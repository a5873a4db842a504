"""示范性高中数: senior secondary schools of the province's model classes."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import SCHOOL_UNIT


class ModelSeniorSchoolCount(Indicator):
    """示范性高中数: open senior secondary schools that are classed as model schools, by class."""

    label = "现有示范性普通高中数"
    english = "model senior secondary schools"
    words = "期末列为一、二、三类示范性普通高中的学校数"
    reference = "贵州省示范性普通高中评估方案（2018年修订；原文未核）"
    unit, grain, better = SCHOOL_UNIT, (COUNTY, DAY), UP
    over, taken = "schools", LAST_DAY
    disaggregations = ("model_class_code", "county_code", "ownership_code")
    minimum_cell = None
    where_2018_01 = "model_class_code IN ('first', 'second', 'third') AND state_code = 'open'"
    value_2018_01 = "count(*)"
    answers = (
        Answer(
            r"示范(?:性)?(?:普通)?高中(?:总数|总量|数量|达到|增至|增加到)|(?:拥有|累计)[^,，。;；]*示范(?:性)?(?:普通)?高中",
            examples=("达到省级示范性普通高中总数", "累计拥有示范高中"),
            not_for=("申报示范性普通高中", "创建示范高中"),
        ),
    )
