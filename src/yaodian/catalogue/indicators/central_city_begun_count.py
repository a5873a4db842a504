"""中心城区学校开工数: central-city school projects begun in a period."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import ITEM


class CentralCityBegunCount(Indicator):
    """中心城区学校开工数: school projects of the central city on which building began in the period."""

    label = "中心城区学校开工项目数"
    english = "central-city school projects begun"
    words = "本期内开工的中心城区学校建设项目数"
    reference = "《遵义市中心城区基础教育发展提升三年行动计划（2018—2020年）》（原文未核）"
    unit, grain, better = ITEM, (COUNTY, DAY), UP
    over = "project_milestones projects"
    minimum_cell = None
    where_2018_01 = "step_code = '08' AND coalesce(is_accepted, TRUE) AND projects.kind_code = 'central_city'"
    value_2018_01 = "count(*)"
    answers = (
        Answer(
            "(?:开工|动工|启动)[^,，。;；]{0,6}中心城区[^,，。;；]{0,10}(?:学校|校园|项目)",
            examples=("开工中心城区学校", "新开工建设中心城区学校"),
            not_for=("完成中心城区学校建设",),
        ),
    )
