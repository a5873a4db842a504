"""申报数: applications by round and state."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import ITEM


class ApplicationCount(Indicator):
    """申报数: applications of every round as they stand on the period's last day, split by programme, round and state."""

    label = "申报份数（按轮次和状态）"
    english = "applications"
    words = "期末登记的申报份数"
    reference = "申报通知和公示名单；口径为本软件所定"
    unit, grain, better = ITEM, (COUNTY, DAY), NONE
    over, taken = "applications", LAST_DAY
    disaggregations = ("programme", "round_year", "level_code", "state_code", "county_code")
    minimum_cell = None
    value_2018_01 = "count(*)"
    answers = (
        Answer(
            "^(?:推荐|组织)申报[^,，。;；]*(?:项目|课题|案例)$",
            examples=("组织申报德育工作优秀案例", "推荐申报省级课题"),
            not_for=("申报示范性普通高中", "创建市级艺术特色学校"),
        ),
    )
