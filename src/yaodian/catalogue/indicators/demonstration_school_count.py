"""示范校数: schools that hold a title on a day."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import SCHOOL_UNIT


class DemonstrationSchoolCount(Indicator):
    """示范校数: schools that hold at least one title on the period's last day, each counted once whatever it holds.

    Not additive: a school with two titles is one school, so each level and slice is counted from the rows.
    """

    label = "现有示范（特色）学校数"
    english = "schools holding a title"
    words = "期末持有称号的学校数（一校多个称号只计一次）"
    reference = "各级教育行政部门的命名文件；口径为本软件所定"
    unit, grain, better = SCHOOL_UNIT, (COUNTY, DAY), UP
    over, taken, not_additive = "designations", LAST_DAY, True
    disaggregations = ("title", "level_code", "county_code")
    minimum_cell = None
    where_2018_01 = "is_school"
    value_2018_01 = "count(DISTINCT holder_code)"
    answers = (
        Answer(
            r"(?:示范|特色)(?:学)?校(?:总数|总量|数量|达到|增至|增加到)|(?:拥有|现有|累计)[^,，。;；]*(?:示范|特色)(?:学)?校",
            examples=("达到全市劳动教育示范学校总数", "累计建成市级特色学校"),
            not_for=("创建市级艺术特色学校",),
        ),
    )
