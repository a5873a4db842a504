"""新增学位数: school places that finished projects added."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import PLACE_UNIT


class PlacesAddedCount(Indicator):
    """新增学位数: school places of the projects handed over (交付使用) in the period, as the project states them."""

    label = "新增学位数"
    english = "school places added"
    words = "本期内交付使用的项目新增的学位数"
    reference = "项目批复文件所列新增学位；口径为本软件所定"
    unit, grain, better = PLACE_UNIT, (COUNTY, DAY), UP
    over = "project_milestones projects"
    disaggregations = ("projects.kind_code",)
    minimum_cell = None
    where_2018_01 = "step_code = '11' AND coalesce(is_accepted, TRUE)"
    value_2018_01 = "sum(projects.places_added)"
    answers = (
        Answer(
            "(?:新增|增加|新建)[^,，。;；]{0,12}学位",
            examples=("新增城镇义务教育学位", "增加公办幼儿园学位"),
            not_for=("扩大学位供给", "提供学位"),
        ),
    )
