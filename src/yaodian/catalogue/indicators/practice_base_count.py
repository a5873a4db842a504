"""校外基地数: bodies that are no schools and hold a title."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import ITEM


class PracticeBaseCount(Indicator):
    """校外基地数: bodies outside schools (museums, farms, firms) that hold a title on the period's last day, each counted once."""

    label = "现有校外基地数"
    english = "bodies outside schools holding a title"
    words = "期末持有称号的非学校单位数（一个单位多个称号只计一次）"
    reference = "各级教育行政部门的命名文件；口径为本软件所定"
    unit, grain, better = ITEM, (COUNTY, DAY), UP
    over, taken, not_additive = "designations", LAST_DAY, True
    disaggregations = ("title", "level_code", "county_code")
    minimum_cell = None
    where_2018_01 = "NOT is_school"
    value_2018_01 = "count(DISTINCT holder_code)"
    answers = (
        Answer(
            r"(?:拥有|现有|累计)[^,，。;；]*基地|基地(?:总数|总量|数量|达到|增至|增加到)",
            examples=("累计建成市级研学实践教育基地", "达到研学实践教育基地总数"),
            not_for=("遴选市级研学实践教育基地",),
        ),
    )
