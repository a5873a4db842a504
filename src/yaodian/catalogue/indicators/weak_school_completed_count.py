"""建成薄改项目数: weak-school improvement projects accepted in a period."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import ITEM


class WeakSchoolCompletedCount(Indicator):
    """建成薄改与能力提升项目数: projects of the weak-school improvement programme that passed 竣工验收 in the period, whatever the
    year of their plan."""

    label = "建成薄改与能力提升项目数"
    english = "weak-school improvement projects completed"
    words = "本期内通过竣工验收的薄改与能力提升项目数"
    reference = "义务教育薄弱环节改善与能力提升项目管理口径（原文未核）"
    unit, grain, better = ITEM, (COUNTY, DAY), UP
    over = "project_milestones projects"
    minimum_cell = None
    where_2018_01 = "step_code = '10' AND coalesce(is_accepted, TRUE) AND projects.kind_code = 'weak_school'"
    value_2018_01 = "count(*)"
    answers = (
        Answer(
            "(?:建成|完成|竣工|交付|实施)[^,，。;；]{0,6}(?:薄改|薄弱环节|薄弱学校|能力提升)[^,，。;；]{0,12}(?:项目|工程)",
            examples=("建成薄改与能力提升项目", "完成义务教育薄弱环节改善与能力提升项目"),
            not_for=("完成中心城区学校建设", "编制薄改与能力提升规划"),
        ),
    )
