"""示范园数: kindergartens that hold a title of demonstration."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import SCHOOL_UNIT


class DemonstrationKindergartenCount(Indicator):
    """示范园数: kindergartens that hold a title of demonstration kindergarten on the period's last day, each counted once."""

    label = "现有示范幼儿园数"
    english = "demonstration kindergartens"
    words = "期末持有示范幼儿园称号的幼儿园数（两级称号只计一次）"
    reference = "各级教育行政部门的命名文件；口径为本软件所定"
    unit, grain, better = SCHOOL_UNIT, (COUNTY, DAY), UP
    over, taken, not_additive = "designations schools", LAST_DAY, True
    disaggregations = ("level_code", "county_code", "schools.ownership_code", "schools.urban_rural_code")
    minimum_cell = None
    where_2018_01 = "is_school AND title LIKE '%示范%园%'"
    value_2018_01 = "count(DISTINCT holder_code)"
    answers = (
        Answer(
            r"示范(?:性)?幼儿园(?:总数|总量|数量|达到|增至|增加到)|(?:拥有|现有|累计)[^,，。;；]*示范(?:性)?幼儿园",
            examples=("达到省级示范幼儿园总数", "累计建成示范性幼儿园"),
            not_for=("创建示范幼儿园",),
        ),
    )
