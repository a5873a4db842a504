"""中心城区学校建成数: central-city school projects accepted in a period."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import ITEM


class CentralCityCompletedCount(Indicator):
    """中心城区学校建成数: school projects of the central city that passed 竣工验收 in the period, whatever the year of their plan."""

    label = "中心城区学校建成项目数"
    english = "central-city school projects completed"
    words = "本期内通过竣工验收的中心城区学校建设项目数"
    reference = "《遵义市中心城区基础教育发展提升三年行动计划（2018—2020年）》（原文未核）"
    unit, grain, better = ITEM, (COUNTY, DAY), UP
    over = "project_milestones projects"
    minimum_cell = None
    where_2018_01 = "step_code = '10' AND coalesce(is_accepted, TRUE) AND projects.kind_code = 'central_city'"
    value_2018_01 = "count(*)"
    answers = (
        Answer(
            "(?:建成|完成|竣工|交付)[^,，。;；]{0,4}中心城区[^,，。;；]{0,10}(?:学校|校园|项目)",
            examples=("完成中心城区学校建设", "建成中心城区学校"),
            not_for=("开工中心城区学校", "建成薄改与能力提升项目"),
        ),
    )
